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
#include "fold/wide.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

// Whether a word before a character of this class may go on behind it.
constexpr bool may_go_on(Class kind) {
  return kind <= Class::kQuote || kind == Class::kColon ||
         kind == Class::kCaret;
}

// Whether two bytes may begin a numeral (careful.h) of I, V and X. `bytes` has
// the word's, the first lowest.
inline bool may_be_numeral(uint64_t bytes) {
  constexpr uint32_t kNumerals =
      1u << ('i' - 'a') | 1u << ('v' - 'a') | 1u << ('x' - 'a');
  return (kNumerals >> ((bytes - 'a') & 31) &
          kNumerals >> (((bytes >> 8) - 'a') & 31) & 1) != 0;
}

// The bits from number `at` on, at most 57 of them.
inline uint64_t bits_at(const uint64_t* bits, uint32_t at) {
  uint64_t word;
  std::memcpy(&word, reinterpret_cast<const char*>(bits) + at / 8, 8);
  return word >> (at & 7);
}

// Loaded from kFirstBytes + 16 - n on, it keeps the first n of 16 bytes.
alignas(32) inline constexpr uint8_t kFirstBytes[32] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

// Puts down a unit whose key is already there, in as few stores as can be.
// `places`: begin and end. Not `taken`, it is put down for nothing.
inline void put_unit(uint64_t places, uint32_t key_size, Gap gap, UnitKind kind,
                     uint64_t hash, bool taken, UnitsSink::Room* room) {
  static_assert(offsetof(Unit, end) == 4 && offsetof(Unit, key_begin) == 8 &&
                offsetof(Unit, key_end) == 12 && offsetof(Unit, gap) == 16 &&
                offsetof(Unit, kind) == 17 && sizeof(Unit) == 20 &&
                std::endian::native == std::endian::little);
  const uint32_t key_begin = room->key_begin();
  const uint64_t keys = key_begin | uint64_t{key_begin + key_size} << 32;
  const uint32_t rest = static_cast<uint32_t>(gap) | static_cast<uint32_t>(kind)
                                                         << 8;
  char* unit = reinterpret_cast<char*>(room->unit);
  std::memcpy(unit, &places, 8);
  std::memcpy(unit + 8, &keys, 8);
  std::memcpy(unit + 16, &rest, 4);
  *room->hash = hash;
  room->unit += taken;
  room->hash += taken;
  room->key += taken * key_size;
}
inline void put_word_unit(uint64_t places, uint32_t key_size, Gap gap,
                          uint64_t hash, UnitsSink::Room* room) {
  put_unit(places, key_size, gap, UnitKind::kWord, hash, true, room);
}

// A character of three bytes: Han, or punctuation of class kMark, or neither.
struct Triple {
  uint32_t key;  // its three folded bytes, the first lowest
  bool han;
  bool mark;
};
KHITAI_AVX2 inline Triple triple_at(const HanTable& table, const char* at,
                                    const char* end) {
  uint32_t bytes;
  std::memcpy(&bytes, at, 4);
  bytes = __builtin_bswap32(bytes);
  const bool whole = (bytes & 0xF0C0C000) == 0xE0808000 && end - at >= 3;
  const uint32_t to = table.to[_pext_u32(bytes, 0x0F3F3F00)];
  const uint32_t key =
      __builtin_bswap32((_pdep_u32(to, 0x0F3F3F) | 0xE08080) << 8);
  return {key, whole && to > HanTable::kMark, whole && to == HanTable::kMark};
}

struct FoldedWord {
  uint32_t key_size;
  uint64_t hash;
  bool short_word;  // of at most three letters
};

// Folds words of up to 16 ASCII letters, or digits.
struct ShortFolder {
  static constexpr uint32_t kMost = 16;
  KHITAI_AVX2 bool fold(const char* at, uint32_t size, char* key,
                        FoldedWord* word) const {
    const __m128i raw = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i kept = _mm_loadu_si128(
        reinterpret_cast<const __m128i*>(kFirstBytes + kMost - size));
    const __m128i folded =
        _mm_and_si128(_mm_or_si128(raw, _mm_set1_epi8(0x20)), kept);
    const __m128i odd =
        _mm_cmpgt_epi8(_mm_and_si128(kept, _mm_set1_epi8('a')), folded);
    if (!_mm_testz_si128(odd, odd) &&  // not all letters: all digits?
        (_mm_movemask_epi8(folded) != 0 || !_mm_testc_si128(odd, kept))) {
      return false;
    }
    _mm_storeu_si128(reinterpret_cast<__m128i*>(key), folded);
    const auto low = static_cast<uint64_t>(_mm_cvtsi128_si64(folded));
    const auto high = static_cast<uint64_t>(_mm_extract_epi64(folded, 1));
    *word = {size, mix(low ^ kLowSalt, high ^ kHighSalt) & ~uint64_t{1},
             size <= 3};
    if (may_be_numeral(low)) {
      word->key_size = static_cast<uint32_t>(number_numeral(key, size));
      word->hash = unit_hash(key, word->key_size);
      word->short_word = word->key_size <= 3;
    }
    return true;
  }
};

// What stands behind a word of ASCII letters.
struct Behind {
  uint64_t mark;  // punctuation, a bit each
  bool stop;      // the first is a full stop
  bool goes_on;   // the word may go on
  bool unclear;   // the gap takes a closer look
  // REQUIRES: not unclear.
  Gap gap(bool short_word) const {
    const bool abbreviates = stop && short_word;
    const uint64_t marks = mark & ~uint64_t{abbreviates};
    return marks == 0 ? Gap::kSpace : Gap::kMark;
  }
};

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_PARTS_H_
