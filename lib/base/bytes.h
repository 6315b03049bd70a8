// SPDX-License-Identifier: Apache-2.0
//
// Little-endian numbers in byte strings, unaligned. Compiled files are read in
// place, so reading is checked: out of range yields 0, never a wild read.

#ifndef KHITAI_BASE_BYTES_H_
#define KHITAI_BASE_BYTES_H_

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace khitai::base {

static_assert(std::endian::native == std::endian::little,
              "files are mapped as they are: little-endian machines only");

template <typename T>
T load(std::string_view bytes, uint64_t offset) {
  T value{};
  if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) return value;
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

template <typename T>
void append(T value, std::string* bytes) {
  char buffer[sizeof(T)];
  std::memcpy(buffer, &value, sizeof(T));
  bytes->append(buffer, sizeof(T));
}

// Pads with zero bytes to a multiple of `alignment`.
inline void pad_to(size_t alignment, std::string* bytes) {
  const size_t rest = bytes->size() % alignment;
  if (rest != 0) bytes->append(alignment - rest, '\0');
}

}  // namespace khitai::base

#endif  // KHITAI_BASE_BYTES_H_
