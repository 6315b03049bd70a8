// SPDX-License-Identifier: Apache-2.0
//
// ICU's converters, one code point at a time: what each call moves in the
// source is the width of its code point.

#include "document/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "text/utf8.h"

namespace khitai::document {
namespace {

using Converter = std::unique_ptr<UConverter, void (*)(UConverter*)>;

// Names have letters, digits and a few marks. ICU takes a comma for options
// and would look for files, so nothing else is handed on.
bool is_name(std::string_view name) {
  return !name.empty() && name.size() < UCNV_MAX_CONVERTER_NAME_LENGTH &&
         name.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyz"
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
             "0123456789-_.:+()") == name.npos;
}

Error unknown_encoding(std::string_view name) {
  return Error{"encoding '" + std::string(name.substr(0, 60)) +
               "' is not known, expected one such as windows-1251 or GB18030; "
               "tell it with --encoding"};
}

Result<Converter> converter_of(const std::string& name) {
  UErrorCode code = U_ZERO_ERROR;
  Converter converter(is_name(name) ? ucnv_open(name.c_str(), &code) : nullptr,
                      ucnv_close);
  if (converter == nullptr || U_FAILURE(code)) return unknown_encoding(name);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr,
                      nullptr, nullptr, &code);
  if (U_FAILURE(code)) return unknown_encoding(name);
  return converter;
}

// One of the names of the encoding that is meant by it.
bool is_encoding(std::string_view name, const char* canonical) {
  return is_name(name) &&
         ucnv_compareNames(std::string(name).c_str(), canonical) == 0;
}

bool is_utf8(std::string_view name) {
  return name.empty() || is_encoding(name, "UTF-8") ||
         is_encoding(name, "UTF8");
}

// Of whose two byte orders a name does not tell which.
bool lacks_order(std::string_view name) {
  return is_encoding(name, "UTF-16") || is_encoding(name, "UTF-32") ||
         is_encoding(name, "UCS-2") || is_encoding(name, "UCS-4") ||
         is_encoding(name, "ISO-10646-UCS-2") ||
         is_encoding(name, "ISO-10646-UCS-4");
}

std::string hex_of(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (char c : bytes.substr(0, 4)) {
    const auto byte = static_cast<unsigned char>(c);
    if (!out.empty()) out += ' ';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

Error undecodable(size_t offset, std::string_view bytes,
                  std::string_view name) {
  return Error{"byte " + std::to_string(offset) + ": " + hex_of(bytes) +
               ", expected " + std::string(name) +
               "; tell the encoding with --encoding"};
}

Status check_utf8(std::string_view source) {
  const char* end = source.data() + source.size();
  for (const char* at = source.data(); at < end;) {
    const text::CodePoint point = text::decode(at, end);
    const size_t offset = static_cast<size_t>(at - source.data());
    if (!point.valid) {
      return undecodable(offset, source.substr(offset, point.size), "UTF-8");
    }
    at += point.size;
  }
  return Done{};
}

Result<Decoded> convert(std::string_view source, const std::string& name) {
  auto converter = converter_of(name);
  if (!converter.ok()) return converter.error();
  Decoded out;
  out.encoded.name = name;
  const char* at = source.data();
  const char* end = at + source.size();
  while (at < end) {
    const char* from = at;
    UErrorCode code = U_ZERO_ERROR;
    const UChar32 point = ucnv_getNextUChar(converter->get(), &at, end, &code);
    const size_t offset = static_cast<size_t>(from - source.data());
    const size_t width = static_cast<size_t>(at - from);
    if (code == U_INDEX_OUTOFBOUNDS_ERROR) break;  // the rest is no character
    if (U_FAILURE(code) || point < 0) {
      return undecodable(
          offset, source.substr(offset, std::max<size_t>(width, 1)), name);
    }
    if (width > std::numeric_limits<uint8_t>::max()) {
      return Error{"byte " + std::to_string(offset) + ": " +
                   std::to_string(width) + " bytes for one character in " +
                   name + ", expected at most 255"};
    }
    const bool is_mark = offset == 0 && point == 0xFEFF;
    if (is_mark) {
      out.encoded.mark = width;
      continue;
    }
    if (out.text.size() > size_t{INT32_MAX} - 4) {
      return Error{"more than " + std::to_string(INT32_MAX) +
                   " bytes in UTF-8, expected at most that; split the file"};
    }
    text::append(static_cast<char32_t>(point), &out.text);
    out.encoded.widths.push_back(static_cast<uint8_t>(width));
  }
  return out;
}

}  // namespace

Result<Decoded> decode_source(std::string source, Kind kind,
                              std::string_view wanted) {
  const std::string name = encoding_of(source, kind, wanted);
  if (!wanted.empty() && !is_utf8(wanted) && !lacks_order(wanted)) {
    const auto known = converter_of(std::string(wanted));
    if (!known.ok()) return known.error();
  }
  if (is_utf8(name)) {
    if (!wanted.empty() && is_utf8(wanted)) {
      const Status checked = check_utf8(source);
      if (!checked.ok()) return checked.error();
    }
    return Decoded{std::move(source), {}};
  }
  if (lacks_order(name)) {
    return Error{"encoding " + name +
                 " without a byte order mark, expected one, or " + name +
                 "LE or " + name + "BE told with --encoding"};
  }
  return convert(source, name);
}

}  // namespace khitai::document
