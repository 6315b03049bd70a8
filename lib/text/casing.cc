// SPDX-License-Identifier: Apache-2.0

#include "text/casing.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace khitai::text {
namespace {

// The first code points of the words of a text.
std::vector<UChar32> initials(std::string_view text) {
  std::vector<UChar32> out;
  bool inside = false;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const int32_t size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 code = 0;
    U8_NEXT(bytes, i, size, code);
    const bool letter = code >= 0 && (u_isalnum(code) || inside) &&
                        !u_isspace(code) && code != '-';
    if (letter && !inside) out.push_back(code);
    inside = letter;
  }
  return out;
}

}  // namespace

bool keeps_capitals(std::string_view form, std::string_view written) {
  if (form == written) return true;
  const std::vector<UChar32> expected = initials(form);
  const std::vector<UChar32> found = initials(written);
  for (size_t i = 0; i < expected.size() && i < found.size(); ++i) {
    if ((u_isupper(expected[i]) || u_istitle(expected[i])) &&
        u_islower(found[i])) {
      return false;
    }
  }
  return true;
}

namespace {

struct Cased {
  size_t capitals = 0;
  size_t small = 0;
  bool first_small = false;
};

Cased case_of(const icu::UnicodeString& text) {
  Cased cased;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 code = text.char32At(i);
    if (u_islower(code) && cased.capitals + cased.small == 0) {
      cased.first_small = true;
    }
    cased.small += u_islower(code) ? 1 : 0;
    cased.capitals += u_isupper(code) ? 1 : 0;
  }
  return cased;
}

bool is_cased(UChar32 code) {
  return u_isupper(code) || u_islower(code) || u_istitle(code);
}

// Where the words of a text begin and end; what parts them lies between.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of(" -", begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// The first code point with case, at *at; size 0 where there is none.
CodePoint first_cased(std::string_view text, size_t* at) {
  for (*at = 0; *at < text.size();) {
    const CodePoint point =
        decode(text.data() + *at, text.data() + text.size());
    if (point.valid && is_cased(static_cast<UChar32>(point.code))) return point;
    *at += point.size;
  }
  return {0, 0, false};
}

}  // namespace

namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

// Whether both begin with one word, whatever its case.
bool same_first_word(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> of_a = words_of(a), of_b = words_of(b);
  return !of_a.empty() && !of_b.empty() && lower(of_a[0]) == lower(of_b[0]);
}

void set_first(bool small, const icu::Locale& locale, icu::UnicodeString* out) {
  int32_t i = 0;
  while (i < out->length() && !u_isupper(out->char32At(i)) &&
         !u_islower(out->char32At(i))) {
    i = out->moveIndex32(i, 1);
  }
  if (i >= out->length()) return;
  const int32_t next = out->moveIndex32(i, 1);
  icu::UnicodeString first(*out, i, next - i);
  small ? first.toLower(locale) : first.toUpper(locale);
  out->replace(i, next - i, first);
}

}  // namespace

std::string cased_like(std::string_view form, std::string_view written,
                       std::string_view lang) {
  const Cased want = case_of(utf16(written));
  icu::UnicodeString out = utf16(form);
  const std::string tag(lang);
  const icu::Locale locale(tag.c_str());
  if (want.capitals >= 2 && want.small == 0) {
    out.toUpper(locale);
  } else if (want.capitals == 0 && want.small > 0) {
    out.toLower(locale);
  } else if (want.capitals + want.small > 0 &&
             want.first_small != case_of(out).first_small) {
    // Small before a capital is a title or an article: that very word.
    if (want.first_small && !same_first_word(form, written)) {
      return std::string(form);
    }
    set_first(want.first_small, locale, &out);
  }
  std::string utf8;
  return out.toUTF8String(utf8);
}

std::string lower(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text.data() + at, text.data() + text.size());
    if (point.valid) {
      append(static_cast<char32_t>(u_tolower(static_cast<UChar32>(point.code))),
             &out);
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

bool has_capital(std::string_view text) {
  size_t at = 0;
  const CodePoint point = first_cased(text, &at);
  return point.size > 0 && !u_islower(static_cast<UChar32>(point.code));
}

std::string with_capital(std::string_view text, bool dotted) {
  size_t at = 0;
  const CodePoint point = first_cased(text, &at);
  if (point.size == 0) return std::string(text);
  std::string out(text.substr(0, at));
  if (dotted && point.code == 'i') {
    append(0x130, &out);
  } else {
    append(static_cast<char32_t>(u_toupper(static_cast<UChar32>(point.code))),
           &out);
  }
  return out.append(text.substr(at + point.size));
}

std::string with_capitals_of(std::string_view model, std::string_view text,
                             bool dotted) {
  const std::vector<std::string_view> models = words_of(model);
  const std::vector<std::string_view> words = words_of(text);
  size_t at = 0;
  const bool cased = first_cased(model, &at).size > 0;
  std::string out;
  size_t end = 0;  // of the word before
  for (size_t i = 0; i < words.size(); ++i) {
    const auto begin = static_cast<size_t>(words[i].data() - text.data());
    out += text.substr(end, begin - end);
    const size_t like = words.size() == models.size() ? i : 0;
    const bool capital = !cased || has_capital(models[like]);
    out += capital ? with_capital(words[i], dotted) : std::string(words[i]);
    end = begin + words[i].size();
  }
  return out.append(text.substr(end));
}

Casing casing_of(std::string_view word) {
  if (word.empty()) return Casing::kNone;
  const auto* bytes = reinterpret_cast<const uint8_t*>(word.data());
  int32_t at = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, at, static_cast<int32_t>(word.size()), code);
  if (code < 0) return Casing::kNone;
  if (u_islower(code)) return Casing::kLower;
  return u_isupper(code) || u_istitle(code) ? Casing::kCapital : Casing::kNone;
}

}  // namespace khitai::text
