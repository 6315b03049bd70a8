// SPDX-License-Identifier: Apache-2.0
//
// Parts of the loop of the wide scanner (wide_scan.h): what is read of a text
// at one place, and units put down. Inlined into functions compiled for wide
// registers.

#ifndef KHITAI_FOLD_WIDE_PARTS_H_
#define KHITAI_FOLD_WIDE_PARTS_H_

#include <bit>
#include <cstddef>
#include <cstring>

#include "fold/careful.h"
#include "fold/pages.h"
#include "fold/pinyin.h"
#include "fold/read.h"
#include "fold/wide.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

// Whether the word from `begin` to `at` may go on with what stands there.
inline bool may_go_on(const char* begin, const char* at, const char* end) {
  const Class kind = read_at(at, end).kind();
  if (kind == Class::kColon) return ends_in_umlaut_syllable(begin, at);
  return kind <= Class::kQuote || kind == Class::kCaret;
}
// The same of a word of Arabic letters.
inline bool may_go_on_in_arabic(const char* at, const char* end) {
  const Class kind = read_at(at, end).kind();
  return kind == Class::kArabic ||
         (kind >= Class::kCombining && kind <= Class::kQuote);
}

// Reads digits, ASCII or Arabic, up to `end`. Returns what is behind them.
inline const char* take_digits(const char* at, const char* end, char** key) {
  while (at < end) {
    uint16_t two;
    std::memcpy(&two, at, 2);
    const uint32_t one = (two & 0xFF) - '0';
    const uint32_t arabic = (two >> 8) - ((two & 0xFF) == 0xD9 ? 0xA0u : 0xB0u);
    const bool pair = (two & 0xFD) == 0xD9 && arabic < 10;
    if (one >= 10 && !pair) break;
    *(*key)++ = static_cast<char>('0' + (pair ? arabic : one));
    at += 1 + pair;
  }
  return at;
}

// Loaded from kFirstBytes + 16 - n on, it keeps the first n of 16 bytes.
alignas(32) inline constexpr uint8_t kFirstBytes[32] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

// Puts down a word whose key is already there, in as few stores as can be.
// `places`: begin and end.
inline void put_word_unit(uint64_t places, uint32_t key_size, Gap gap,
                          uint64_t hash, UnitsSink::Room* room) {
  static_assert(offsetof(Unit, end) == 4 && offsetof(Unit, key_begin) == 8 &&
                offsetof(Unit, key_end) == 12 && offsetof(Unit, gap) == 16 &&
                offsetof(Unit, kind) == 17 && sizeof(Unit) == 20 &&
                std::endian::native == std::endian::little);
  const uint32_t key_begin = room->key_begin();
  const uint64_t keys = key_begin | uint64_t{key_begin + key_size} << 32;
  const uint32_t rest =
      static_cast<uint32_t>(gap) | static_cast<uint32_t>(UnitKind::kWord) << 8;
  char* unit = reinterpret_cast<char*>(room->unit);
  std::memcpy(unit, &places, 8);
  std::memcpy(unit + 8, &keys, 8);
  std::memcpy(unit + 16, &rest, 4);
  *room->hash = hash;
  ++room->unit;
  ++room->hash;
  room->key += key_size;
}

// Whether a Han character of three bytes is next.
KHITAI_AVX2 inline bool is_han_triple(const HanTable& table, const char* at,
                                      const char* end) {
  uint32_t bytes;
  std::memcpy(&bytes, at, 4);
  bytes = __builtin_bswap32(bytes);
  const bool whole = (bytes & 0xF0C0C000) == 0xE0808000 && end - at >= 3;
  return whole && table.to[_pext_u32(bytes, 0x0F3F3F00)] > HanTable::kMark;
}

// Folds a word of up to 16 ASCII letters, or digits. Returns its hash.
// REQUIRES: 1 <= size <= 16; 16 bytes can be read, and written.
KHITAI_AVX2 inline uint64_t fold_plain_word(const char* at, uint32_t size,
                                            char* key) {
  const __m128i raw = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const __m128i kept = _mm_loadu_si128(
      reinterpret_cast<const __m128i*>(kFirstBytes + 16 - size));
  const __m128i folded =
      _mm_and_si128(_mm_or_si128(raw, _mm_set1_epi8(0x20)), kept);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(key), folded);
  const auto low = static_cast<uint64_t>(_mm_cvtsi128_si64(folded));
  const auto high = static_cast<uint64_t>(_mm_extract_epi64(folded, 1));
  return mix(low ^ kLowSalt, high ^ kHighSalt) & ~uint64_t{1};
}

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_PARTS_H_
