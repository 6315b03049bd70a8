// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "annotate/rank_names.h"
#include "base/ascii.h"
#include "romanize/keys.h"

namespace khitai::annotate {
namespace {

// A letter of an L2 key (romanize/keys.h) in usual spelling.
std::string_view spelled(char letter) {
  switch (letter) {
    case 'C':
      return "ch";
    case 'J':
      return "j";
    case 'S':
      return "sh";
    case 'X':
      return "kh";
    default:
      return "";
  }
}

// Small letters and digits; all else is a hyphen.
std::string hyphened(std::string_view text) {
  std::string id;
  for (char byte : text) {
    const std::string_view known = spelled(byte);
    if (!known.empty()) {
      id += known;
    } else if ((byte >= 'a' && byte <= 'z') || base::is_digit(byte)) {
      id += byte;
    } else if (byte != '\'' && !id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
  });
}

}  // namespace

std::string ascii_id(const Lexicon& lexicon, std::string_view text,
                     std::string_view lang) {
  const romanize::Spelling spelling =
      romanize::spell(lexicon.conventions(), text, lang);
  std::string id;
  if (is_ascii(spelling.l1)) id = hyphened(spelling.l1);
  for (const std::string& reading : spelling.readings) {
    if (!id.empty()) break;
    if (reading.size() > 2 && is_ascii(reading))
      id = hyphened(reading.substr(2));
  }
  return id.empty() ? "name" : id;
}

}  // namespace khitai::annotate
