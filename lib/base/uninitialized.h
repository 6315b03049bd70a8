// SPDX-License-Identifier: Apache-2.0
//
// Vectors of plain things that are written to before they are read: growing
// one does not clear what it grows by.

#ifndef KHITAI_BASE_UNINITIALIZED_H_
#define KHITAI_BASE_UNINITIALIZED_H_

#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace khitai::base {

template <class T>
struct Uninitialized : std::allocator<T> {
  static_assert(std::is_trivially_copyable_v<T>);
  template <class U>
  struct rebind {
    using other = Uninitialized<U>;
  };
  Uninitialized() = default;
  template <class U>
  Uninitialized(const Uninitialized<U>&) {}

  template <class U>
  void construct(U* at) {
    ::new (static_cast<void*>(at)) U;
  }
  template <class U, class... Arguments>
  void construct(U* at, Arguments&&... arguments) {
    ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
  }
};

// A vector whose resize() leaves new things as they are.
template <class T>
using RawVector = std::vector<T, Uninitialized<T>>;

}  // namespace khitai::base

#endif  // KHITAI_BASE_UNINITIALIZED_H_
