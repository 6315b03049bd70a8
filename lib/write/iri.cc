// SPDX-License-Identifier: Apache-2.0

#include "write/iri.h"

#include <cstdint>

#include "base/ascii.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

constexpr char kHexDigits[] = "0123456789ABCDEF";

// What an IRI may have beyond ASCII and no line of text is ended by.
bool may_stand(char32_t code) {
  if (code < 0x80) {
    const char byte = static_cast<char>(code);
    return base::is_digit(byte) || base::is_lower(byte) ||
           base::is_upper(byte) || byte == '-' || byte == '.' || byte == '_' ||
           byte == '~';
  }
  const bool space = code == 0xA0 || code == 0x1680 ||
                     (code >= 0x2000 && code <= 0x200F) ||
                     (code >= 0x2028 && code <= 0x202F) ||
                     (code >= 0x205F && code <= 0x206F) || code == 0x3000;
  const bool excluded = (code >= 0xE000 && code <= 0xF8FF) ||
                        (code & 0xFFFE) == 0xFFFE ||
                        (code >= 0xFDD0 && code <= 0xFDEF) || code >= 0xE0000;
  return code >= 0xA0 && !space && !excluded;
}

std::string encoded(std::string_view text, bool slashes) {
  std::string out;
  const std::string sound = clean(text);
  for (std::string_view point : text::code_points_of(sound)) {
    const char32_t code = code_point_at(point, 0).code;
    if (may_stand(code) || (slashes && code == '/')) {
      out += point;
      continue;
    }
    for (char byte : point) {
      const auto value = static_cast<uint8_t>(byte);
      out += '%';
      out += kHexDigits[value >> 4];
      out += kHexDigits[value & 15];
    }
  }
  return out;
}

int hex_digit(char byte) {
  if (base::is_digit(byte)) return byte - '0';
  if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  return -1;
}

}  // namespace

std::string encoded_id(std::string_view id) { return encoded(id, false); }

std::string encoded_path(std::string_view path) { return encoded(path, true); }

std::string decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const int high =
        text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    if (low < 0) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return clean(out);
}

std::string prefixed_id(std::string_view id) {
  const bool is_own = !id.empty() && id.front() == '#';
  return is_own ? std::string(kOwnPrefix) + encoded_id(id.substr(1))
                : std::string(kEntityPrefix) + encoded_id(id);
}

std::string entity_of_iri(std::string_view iri) {
  if (iri.substr(0, kOwnPrefix.size()) == kOwnPrefix) {
    return "#" + decoded(iri.substr(kOwnPrefix.size()));
  }
  for (std::string_view start : {kEntityIri, kEntityPrefix}) {
    if (iri.substr(0, start.size()) == start) {
      return decoded(iri.substr(start.size()));
    }
  }
  return std::string(iri);
}

}  // namespace khitai::write
