// SPDX-License-Identifier: Apache-2.0
//
// A value, or the one line that says why there is none. Everything that opens,
// compiles or configures returns one; nothing in khitai throws. An error says
// where, what, and what was expected, in one line for a person:
//
//   lexicon/forms/khitan.tsv:214: 5 columns, expected 11

#ifndef KHITAI_RESULT_H_
#define KHITAI_RESULT_H_

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace khitai {

struct Error {
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT
  Result(Error error) : state_(std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  const T& value() const& {
    assert(ok());
    return std::get<0>(state_);
  }
  T& value() & {
    assert(ok());
    return std::get<0>(state_);
  }
  T&& value() && {
    assert(ok());
    return std::get<0>(std::move(state_));
  }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }

  // REQUIRES: !ok().
  const Error& error() const {
    assert(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

// The result of an action that yields nothing.
struct Done {};
using Status = Result<Done>;

}  // namespace khitai

#endif  // KHITAI_RESULT_H_
