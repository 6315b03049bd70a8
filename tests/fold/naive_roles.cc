// SPDX-License-Identifier: Apache-2.0

#include "fold/naive_roles.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

namespace khitai::tests {
namespace {

struct Range {
  UChar32 first;
  UChar32 last;
};

bool in(UChar32 code, std::initializer_list<Range> ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [code](const Range& r) {
    return r.first <= code && code <= r.last;
  });
}

// Apostrophes that are punctuation.
bool is_quote(UChar32 c) {
  return in(c, {{0x27, 0x27},
                {0x60, 0x60},
                {0xB4, 0xB4},
                {0x2018, 0x2019},
                {0x201B, 0x201B},
                {0x2032, 0x2032},
                {0x2035, 0x2035},
                {0xFF07, 0xFF07},
                {0x55A, 0x55A},
                {0x5F3, 0x5F3},
                {0x1FEF, 0x1FEF},
                {0x1FFD, 0x1FFD},
                {0xFF40, 0xFF40},
                {0x374, 0x374}});
}
bool is_modifier(UChar32 c) {
  return in(c, {{0x2B9, 0x2BF},
                {0x2C8, 0x2C8},
                {0x2CA, 0x2CB},
                {0x294, 0x295},
                {0xA78B, 0xA78C},
                {0x7F4, 0x7F5}});
}
bool is_separator(UChar32 c) {
  return u_charType(c) == U_SPACE_SEPARATOR ||
         in(c, {{0x9, 0x9},         {0xB, 0xC},       {0x2D, 0x2D},
                {0x5F, 0x5F},       {0x2F, 0x2F},     {0x2010, 0x2015},
                {0xB7, 0xB7},       {0x387, 0x387},   {0x30FB, 0x30FB},
                {0x2022, 0x2022},   {0x2219, 0x2219}, {0x22C5, 0x22C5},
                {0x2027, 0x2027},   {0x2043, 0x2043}, {0x1806, 0x1806},
                {0x180A, 0x180A},   {0x200C, 0x200C}, {0x58A, 0x58A},
                {0x5BE, 0x5BE},     {0x1400, 0x1400}, {0x30A0, 0x30A0},
                {0x2212, 0x2212},   {0xFE58, 0xFE58}, {0xFE63, 0xFE63},
                {0xF0B, 0xF0C},     {0x1361, 0x1361}, {0x205A, 0x205A},
                {0x2E31, 0x2E31},   {0x2E33, 0x2E33}, {0x2E17, 0x2E17},
                {0x10EAD, 0x10EAD}, {0x3D, 0x3D},     {0xFF1D, 0xFF1D},
                {0xFF0D, 0xFF0D},   {0xFF0F, 0xFF0F}, {0xFF3F, 0xFF3F},
                {0xFF65, 0xFF65}});
}
// Gone from every key, with the letter before.
bool is_dropped(UChar32 c) {
  return in(c, {{0x34F, 0x34F},
                {0x115F, 0x1160},
                {0x3164, 0x3164},
                {0x17B4, 0x17B5},
                {0x180B, 0x180F},
                {0xFE00, 0xFE0F},
                {0xFFA0, 0xFFA0},
                {0x640, 0x640},
                {0x7FA, 0x7FA},
                {0x332, 0x332},
                {0x35E, 0x35F},
                {0x361, 0x361},
                {0xE0100, 0xE01EF}});
}
bool is_ignored(UChar32 c) {
  return in(c, {{0x55B, 0x55C},
                {0x55E, 0x55F},
                {0x70F, 0x70F},
                {0xFD40, 0xFD4F},
                {0xFDCF, 0xFDCF},
                {0xFDFA, 0xFDFB},
                {0xFDFE, 0xFDFF},
                {0xB2, 0xB3},
                {0xB9, 0xB9},
                {0x2070, 0x2070},
                {0x2074, 0x2079},
                {0x2080, 0x2089},
                {0xE0000, 0xE0FFF}}) ||
         (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
          !is_dropped(c) && c != 0x200C);
}
bool is_han(UChar32 c) {
  return in(c, {{0x2E80, 0x2FDF},
                {0x31C0, 0x31E3},
                {0x3005, 0x3007},
                {0x3021, 0x3029},
                {0x3038, 0x303B},
                {0x3400, 0x4DBF},
                {0x4E00, 0x9FFF},
                {0xF900, 0xFAD9},
                {0x16FE3, 0x16FE3},
                {0x20000, 0x2FFFD},
                {0x30000, 0x3FFFD}}) &&
         !in(c, {{0xFA6E, 0xFA6F}});
}
// Where NFKC says what was meant.
bool is_compatible(UChar32 c) {
  return in(c, {{0x17F, 0x17F},
                {0x2011, 0x2011},
                {0x2160, 0x217F},
                {0x2F00, 0x2FD5},
                {0x3038, 0x303A},
                {0xF900, 0xFAFF},
                {0xFB00, 0xFB06},
                {0xFB13, 0xFB17},
                {0xFB20, 0xFB28},
                {0xFB4F, 0xFDCE},
                {0xFDF0, 0xFDF9},
                {0xFE70, 0xFEFC},
                {0xFF01, 0xFFEE},
                {0x2F800, 0x2FA1F}});
}

Text to_text(const icu::UnicodeString& s) {
  Text out;
  for (int32_t i = 0; i < s.length(); i = s.moveIndex32(i, 1)) {
    out.push_back(static_cast<char32_t>(s.char32At(i)));
  }
  return out;
}
icu::UnicodeString to_icu(const Text& text) {
  icu::UnicodeString out;
  for (char32_t c : text) out.append(static_cast<UChar32>(c));
  return out;
}

}  // namespace

UScriptCode script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

Text normalized(const Text& text, const char* form) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string name = form;
  const icu::Normalizer2* way = icu::Normalizer2::getInstance(
      nullptr, name == "nfkd" ? "nfkc" : "nfc",
      name == "nfc" ? UNORM2_COMPOSE : UNORM2_DECOMPOSE, status);
  const icu::UnicodeString out = way->normalize(to_icu(text), status);
  if (U_FAILURE(status)) std::abort();
  return to_text(out);
}

bool is_dropped_l1(UChar32 c) {
  return in(c, {{0x610, 0x61A},
                {0x64B, 0x65F},
                {0x670, 0x670},
                {0x6D6, 0x6DC},
                {0x6DF, 0x6E8},
                {0x6EA, 0x6ED},
                {0x898, 0x89F},
                {0x8CA, 0x8FF},
                {0x591, 0x5BD},
                {0x5BF, 0x5BF},
                {0x5C1, 0x5C2},
                {0x5C4, 0x5C5},
                {0x5C7, 0x5C7},
                {0x711, 0x711},
                {0x730, 0x74A},
                {0x302A, 0x302F},
                {0x16FE4, 0x16FE4},
                {0x16FF0, 0x16FF1}});
}
bool is_mark(UChar32 c) {
  if ((U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return u_getCombiningClass(c) != 0 || u_charType(c) == U_ENCLOSING_MARK ||
         script == USCRIPT_INHERITED || script == USCRIPT_COMMON;
}
Text character_l0(UChar32 c) {
  if (is_dropped(c) || is_ignored(c)) return {};
  if (is_quote(c) || is_modifier(c)) return U"'";
  if (c == ':') return U"\u0308";  // within a word: u:
  if (c == 0x131) return U"i";
  if (c == 0x149) return U"n";
  if (c == 0x1E9A) return U"a";
  if (c == 0x345) return {0x345};
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
    return {static_cast<char32_t>('0' + u_charDigitValue(c))};
  }
  Text parts =
      normalized({static_cast<char32_t>(c)}, is_compatible(c) ? "nfkd" : "nfd");
  if (is_compatible(c)) {
    parts.erase(std::remove(parts.begin(), parts.end(), U' '), parts.end());
  }
  Text folded;
  for (char32_t part : parts) {
    if (part == 0x345) {
      folded.push_back(part);
      continue;
    }
    icu::UnicodeString one(static_cast<UChar32>(part));
    folded += normalized(to_text(one.foldCase()), "nfd");
  }
  if (folded == Text{static_cast<char32_t>(c)}) return folded;
  Text out;
  for (char32_t part : folded) out += character_l0(static_cast<UChar32>(part));
  return out;
}

char role_of(UChar32 c) {
  if (c < 0 || c == 0xFFFD || c == 0x2029) return 'b';
  if (c == '\n' || c == 0x2028) return 'n';
  if (c == '\r') return 'R';
  if (c == '.' || c == 0xFF0E || c == 0xFE52) return c == 0xFE52 ? 'p' : '.';
  if (c == ':' || c == 0xFF1A) return ':';
  if (c == '^' || c == 0xFF3E) return '^';
  if (is_separator(c)) return 's';
  if (u_charType(c) == U_CONTROL_CHAR || (c & 0xFFFE) == 0xFFFE ||
      in(c, {{0xFDD0, 0xFDEF}})) {
    return 'b';
  }
  if (is_quote(c)) return 'q';
  if (is_modifier(c)) return 'm';
  if (is_dropped(c) || is_dropped_l1(c)) return 'x';
  if (is_ignored(c)) return 'i';
  if (is_han(c)) return 'H';
  if (c == 0x30FC || c == 0xFF70) return 'K';
  if (in(c, {{0x2FF0, 0x2FFB}, {0x16FE0, 0x16FE1}})) return 'O';
  const Text parts = character_l0(c);
  if (parts.empty()) return 'x';
  if (parts[0] != static_cast<char32_t>(c) && parts[0] != U'\'') {
    return role_of(static_cast<UChar32>(parts[0]));
  }
  if (is_mark(c)) return 'c';
  const int8_t type = u_charType(c);
  if (type == U_PRIVATE_USE_CHAR) return 'O';
  if (type == U_UNASSIGNED) return in(c, {{0x17000, 0x18DFF}}) ? 'O' : 'a';
  if (type == U_DECIMAL_DIGIT_NUMBER) return 'd';
  const bool letter =
      (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) != 0;
  if (!letter) return 'p';
  switch (script_of(c)) {
    case USCRIPT_TANGUT:
    case USCRIPT_KHITAN_SMALL_SCRIPT:
    case USCRIPT_NUSHU:
      return 'O';
    case USCRIPT_ARABIC:
      return 'r';
    case USCRIPT_HIRAGANA:
      return 'h';
    case USCRIPT_KATAKANA:
      return 'k';
    case USCRIPT_HANGUL:
      return 'g';
    default:
      return 'a';
  }
}

}  // namespace khitai::tests
