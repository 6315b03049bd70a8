// SPDX-License-Identifier: Apache-2.0

#include "write/type_word.h"

#include "base/ascii.h"

namespace khitai::write {
namespace {

constexpr std::string_view kNoType = "entity";

char upper_byte(char byte) {
  return base::is_lower(byte) ? static_cast<char>(byte - 'a' + 'A') : byte;
}

std::string sound_word(std::string_view type) {
  std::string word(type.empty() ? kNoType : type);
  for (char& c : word) {
    const bool stands = base::is_lower(c) || base::is_upper(c) ||
                        base::is_digit(c) || c == '-' || c == '_';
    if (!stands) c = '_';
  }
  return word;
}

}  // namespace

std::string capital_type(std::string_view type) {
  std::string word = sound_word(type);
  word[0] = upper_byte(word[0]);
  return word;
}

std::string upper_type(std::string_view type) {
  std::string word = sound_word(type);
  for (char& c : word) c = upper_byte(c);
  return word;
}

std::string type_of_word(std::string_view word) {
  std::string type(word);
  for (char& c : type) {
    if (base::is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return type == kNoType ? "" : type;
}

}  // namespace khitai::write
