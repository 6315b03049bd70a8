// SPDX-License-Identifier: Apache-2.0
//
// Runs of Han characters (wide_han.h), sixteen at a time.

#ifndef KHITAI_FOLD_WIDE_HAN_AVX512_H_
#define KHITAI_FOLD_WIDE_HAN_AVX512_H_

#include <algorithm>
#include <array>
#include <bit>

#include "fold/pages.h"
#include "fold/wide_han.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

// How sixteen units of five numbers each lie in five registers of sixteen: for
// each number the unit it is of, what is added to what it is made of, and, as
// bits, what that is.
struct UnitShuffle512 {
  alignas(64) uint32_t unit[5][16] = {};
  alignas(64) uint32_t more[5][16] = {};
  uint16_t places[5] = {};  // begin, end
  uint16_t keys[5] = {};    // key_begin, key_end
  uint16_t rest[5] = {};    // gap, kind
};
inline constexpr UnitShuffle512 kUnitShuffle512 = [] {
  UnitShuffle512 made;
  for (uint32_t i = 0; i < 80; ++i) {
    const uint32_t unit = i / 5;
    const uint32_t number = i % 5;
    const auto bit = static_cast<uint16_t>(1u << i % 16);
    made.unit[i / 16][i % 16] = unit;
    if (number < 2) {
      made.places[i / 16] |= bit;
      made.more[i / 16][i % 16] = 3 * number;
    } else if (number < 4) {
      made.keys[i / 16] |= bit;
      made.more[i / 16][i % 16] = 3 * (unit + number - 2);
    } else {
      made.rest[i / 16] |= bit;
    }
  }
  return made;
}();

struct Lanes512 {
  using Words [[gnu::vector_size(64)]] = uint32_t;
  using Longs [[gnu::vector_size(64)]] = uint64_t;
  KHITAI_AVX512 static Longs product(Longs a, Longs b) {
    return reinterpret_cast<Longs>(_mm512_mul_epu32(
        reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
  }
};

class HanFolder512 {
 public:
  static constexpr uint32_t kMost = 16;

  KHITAI_AVX512 explicit HanFolder512(const HanTable& table) : table_(table) {}

  // Takes up to kMost characters. Returns whether more may follow.
  KHITAI_AVX512 bool take(HanRun* run) const {
    const __m512i bytes = _mm512_loadu_si512(run->at);
    const __m512i spread = _mm512_shuffle_epi8(
        _mm512_permutexvar_epi32(
            _mm512_setr_epi32(0, 1, 2, 0, 3, 4, 5, 0, 6, 7, 8, 0, 9, 10, 11, 0),
            bytes),
        _mm512_broadcast_i32x4(
            _mm_load_si128(reinterpret_cast<const __m128i*>(kSpreadTriples))));
    const auto rest = static_cast<size_t>(run->end - run->at) / 3;
    const auto whole = static_cast<__mmask16>(
        _mm512_cmpeq_epi32_mask(
            _mm512_and_si512(spread,
                             _mm512_set1_epi32(static_cast<int>(kTripleMask))),
            _mm512_set1_epi32(static_cast<int>(kTripleBits))) &
        ((1u << std::min<size_t>(rest, kMost)) - 1));
    const __m512i to = look_up(spread);
    const __mmask16 mark = _mm512_mask_cmpeq_epi32_mask(
        whole, to, _mm512_set1_epi32(HanTable::kMark));
    const __mmask16 some = _mm512_mask_test_epi32_mask(whole, to, to);
    const auto taken =
        static_cast<uint32_t>(std::countr_one(static_cast<uint32_t>(some)));
    if (taken == 0) return false;
    const auto han = static_cast<__mmask16>(some & ~mark & ((1u << taken) - 1));
    put_units(*run, han, mark);
    const __m512i keys = _mm512_maskz_compress_epi32(
        han, reinterpret_cast<__m512i>(
                 triples_of<Lanes512>(reinterpret_cast<Lanes512::Words>(to))));
    put_hashes(keys, run->room.hash);
    put_keys(keys, run->room.key);
    run->han = (mark >> (taken - 1) & 1) == 0;
    run->gap = run->han ? Gap::kNone : Gap::kMark;
    run->put_down(static_cast<uint32_t>(_mm_popcnt_u32(han)));
    // A branch, for it is foreseen, while `taken` has to be waited for.
    if (some == 0xFFFF) {
      run->go_on(kMost);
      return true;
    }
    run->go_on(taken);
    return false;
  }

 private:
  // By the table, what characters fold to.
  KHITAI_AVX512 __m512i look_up(__m512i spread) const {
    const auto code = reinterpret_cast<__m512i>(
        codes_of<Lanes512>(reinterpret_cast<Lanes512::Words>(spread)));
    return _mm512_and_si512(_mm512_i32gather_epi32(code, table_.to, 2),
                            _mm512_set1_epi32(0xFFFF));
  }
  KHITAI_AVX512 static void put_units(const HanRun& run, __mmask16 han,
                                      __mmask16 mark) {
    const __m512i begins = _mm512_maskz_compress_epi32(
        han, _mm512_add_epi32(_mm512_set1_epi32(static_cast<int>(run.begin)),
                              _mm512_setr_epi32(0, 3, 6, 9, 12, 15, 18, 21, 24,
                                                27, 30, 33, 36, 39, 42, 45)));
    constexpr int kKind = static_cast<int>(UnitKind::kHan) << 8;
    __m512i rest = _mm512_mask_set1_epi32(_mm512_set1_epi32(kKind),
                                          static_cast<__mmask16>(mark << 1),
                                          kKind | static_cast<int>(Gap::kMark));
    rest = _mm512_mask_set1_epi32(rest, 1, kKind | static_cast<int>(run.gap));
    rest = _mm512_maskz_compress_epi32(han, rest);
    const __m512i key =
        _mm512_set1_epi32(static_cast<int>(run.room.key_begin()));
    char* out = reinterpret_cast<char*>(run.room.unit);
    for (int i = 0; i < 5; ++i) {
      const UnitShuffle512& shuffle = kUnitShuffle512;
      const __m512i unit = _mm512_load_si512(shuffle.unit[i]);
      __m512i part =
          _mm512_maskz_permutexvar_epi32(shuffle.places[i], unit, begins);
      part = _mm512_mask_mov_epi32(part, shuffle.keys[i], key);
      part = _mm512_add_epi32(part, _mm512_load_si512(shuffle.more[i]));
      part = _mm512_mask_permutexvar_epi32(part, shuffle.rest[i], unit, rest);
      _mm512_storeu_si512(out + 64 * i, part);
    }
  }
  KHITAI_AVX512 static __m512i hashes(__m256i keys) {
    const auto longs =
        reinterpret_cast<Lanes512::Longs>(_mm512_cvtepu32_epi64(keys));
    return reinterpret_cast<__m512i>(hashes_of<Lanes512>(longs));
  }
  KHITAI_AVX512 static void put_hashes(__m512i keys, uint64_t* out) {
    _mm512_storeu_si512(out, hashes(_mm512_castsi512_si256(keys)));
    _mm512_storeu_si512(out + 8, hashes(_mm512_extracti64x4_epi64(keys, 1)));
  }
  KHITAI_AVX512 static void put_keys(__m512i keys, char* out) {
    const __m512i packed = _mm512_shuffle_epi8(
        keys, _mm512_broadcast_i32x4(_mm_load_si128(
                  reinterpret_cast<const __m128i*>(kPackTriples))));
    _mm512_storeu_si512(out, _mm512_permutexvar_epi32(
                                 _mm512_setr_epi32(0, 1, 2, 4, 5, 6, 8, 9, 10,
                                                   12, 13, 14, 3, 7, 11, 15),
                                 packed));
  }

  const HanTable& table_;
};

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_HAN_AVX512_H_
