// SPDX-License-Identifier: Apache-2.0
//
// Hash tables of texts that are asked with views, and without a copy.

#ifndef KHITAI_BASE_TEXT_HASH_H_
#define KHITAI_BASE_TEXT_HASH_H_

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace khitai::base {

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

template <typename Value>
using TextMap =
    std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

}  // namespace khitai::base

#endif  // KHITAI_BASE_TEXT_HASH_H_
