// SPDX-License-Identifier: Apache-2.0
//
// Runs of Han characters (wide_han.h), eight at a time.

#ifndef KHITAI_FOLD_WIDE_HAN_AVX2_H_
#define KHITAI_FOLD_WIDE_HAN_AVX2_H_

#include <algorithm>
#include <bit>
#include <cstring>

#include "fold/pages.h"
#include "fold/wide_han.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

struct Lanes256 {
  using Words [[gnu::vector_size(32)]] = uint32_t;
  using Longs [[gnu::vector_size(32)]] = uint64_t;
  KHITAI_AVX2 static Longs product(Longs a, Longs b) {
    return reinterpret_cast<Longs>(_mm256_mul_epu32(
        reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
  }
};

class HanFolder256 {
 public:
  static constexpr uint32_t kMost = 8;

  explicit HanFolder256(const HanTable& table) : table_(table) {}

  // Takes up to kMost characters. Returns whether more may follow.
  KHITAI_AVX2 bool take(HanRun* run) const {
    const __m256i spread = _mm256_shuffle_epi8(
        _mm256_loadu2_m128i(reinterpret_cast<const __m128i*>(run->at + 12),
                            reinterpret_cast<const __m128i*>(run->at)),
        both(kSpreadTriples));
    const __m256i to = look_up(spread);
    const auto rest = static_cast<size_t>(run->end - run->at) / 3;
    const uint32_t whole =
        lanes(_mm256_cmpeq_epi32(
            _mm256_and_si256(spread,
                             _mm256_set1_epi32(static_cast<int>(kTripleMask))),
            _mm256_set1_epi32(static_cast<int>(kTripleBits)))) &
        ((1u << std::min<size_t>(rest, kMost)) - 1);
    const __m256i marks =
        _mm256_cmpeq_epi32(to, _mm256_set1_epi32(HanTable::kMark));
    const uint32_t some =
        whole & ~lanes(_mm256_cmpeq_epi32(to, _mm256_setzero_si256()));
    const auto taken = static_cast<uint32_t>(std::countr_one(some));
    if (taken == 0) return false;
    const uint32_t han = some & ~lanes(marks) & ((1u << taken) - 1);
    const __m256i kept = kept_lanes(han);
    put_units(*run, kept, marks);
    const __m256i keys = _mm256_permutevar8x32_epi32(
        reinterpret_cast<__m256i>(
            triples_of<Lanes256>(reinterpret_cast<Lanes256::Words>(to))),
        kept);
    put_hashes(keys, run->room.hash);
    put_keys(keys, run->room.key);
    run->han = (han >> (taken - 1) & 1) != 0;
    run->gap = run->han ? Gap::kNone : Gap::kMark;
    run->put_down(static_cast<uint32_t>(_mm_popcnt_u32(han)));
    // A branch, for it is foreseen, while `taken` has to be waited for.
    if (some == 0xFF) {
      run->go_on(kMost);
      return true;
    }
    run->go_on(taken);
    return false;
  }

 private:
  KHITAI_AVX2 static __m256i both(const char* bytes) {
    return _mm256_broadcastsi128_si256(
        _mm_load_si128(reinterpret_cast<const __m128i*>(bytes)));
  }
  KHITAI_AVX2 static uint32_t lanes(__m256i mask) {
    return static_cast<uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(mask)));
  }
  // By the table, what characters fold to.
  KHITAI_AVX2 __m256i look_up(__m256i spread) const {
    const auto code = reinterpret_cast<__m256i>(
        codes_of<Lanes256>(reinterpret_cast<Lanes256::Words>(spread)));
    return _mm256_and_si256(
        _mm256_i32gather_epi32(reinterpret_cast<const int*>(table_.to), code,
                               2),
        _mm256_set1_epi32(0xFFFF));
  }
  // The numbers of the lanes in `mask`, then others.
  KHITAI_AVX2 static __m256i kept_lanes(uint32_t mask) {
    const uint64_t bytes = _pdep_u64(mask, 0x0101010101010101) * 0xFF;
    const uint64_t numbers = _pext_u64(0x0706050403020100, bytes);
    return _mm256_cvtepu8_epi32(
        _mm_cvtsi64_si128(static_cast<int64_t>(numbers)));
  }
  // What stands before each character, and that it is Han.
  KHITAI_AVX2 static __m256i rests(Gap first, __m256i marks) {
    constexpr int kKind = static_cast<int>(UnitKind::kHan) << 8;
    const __m256i before = _mm256_permutevar8x32_epi32(
        marks, _mm256_setr_epi32(0, 0, 1, 2, 3, 4, 5, 6));
    const __m256i gaps = _mm256_blend_epi32(
        _mm256_and_si256(before,
                         _mm256_set1_epi32(static_cast<int>(Gap::kMark))),
        _mm256_set1_epi32(static_cast<int>(first)), 1);
    return _mm256_or_si256(gaps, _mm256_set1_epi32(kKind));
  }
  KHITAI_AVX2 static void put_units(const HanRun& run, __m256i kept,
                                    __m256i marks) {
    const __m256i steps = _mm256_setr_epi32(0, 3, 6, 9, 12, 15, 18, 21);
    const __m256i more = _mm256_set1_epi32(3);
    const __m256i begin =
        _mm256_add_epi32(_mm256_permutevar8x32_epi32(steps, kept),
                         _mm256_set1_epi32(static_cast<int>(run.begin)));
    const __m256i key = _mm256_add_epi32(
        steps, _mm256_set1_epi32(static_cast<int>(run.room.key_begin())));
    const __m256i end = _mm256_add_epi32(begin, more);
    const __m256i key_end = _mm256_add_epi32(key, more);
    // Of units 0, 1, 4, 5 and 2, 3, 6, 7.
    const __m256i places[2] = {_mm256_unpacklo_epi32(begin, end),
                               _mm256_unpackhi_epi32(begin, end)};
    const __m256i keys[2] = {_mm256_unpacklo_epi32(key, key_end),
                             _mm256_unpackhi_epi32(key, key_end)};
    alignas(32) uint32_t rest[8];
    _mm256_store_si256(
        reinterpret_cast<__m256i*>(rest),
        _mm256_permutevar8x32_epi32(rests(run.gap, marks), kept));
    for (uint32_t i = 0; i < 2; ++i) {
      const __m256i even = _mm256_unpacklo_epi64(places[i], keys[i]);
      const __m256i odd = _mm256_unpackhi_epi64(places[i], keys[i]);
      Unit* unit = run.room.unit + 2 * i;
      put(unit, _mm256_castsi256_si128(even), rest[2 * i]);
      put(unit + 1, _mm256_castsi256_si128(odd), rest[2 * i + 1]);
      put(unit + 4, _mm256_extracti128_si256(even, 1), rest[2 * i + 4]);
      put(unit + 5, _mm256_extracti128_si256(odd, 1), rest[2 * i + 5]);
    }
  }
  KHITAI_AVX2 static void put(Unit* unit, __m128i places, uint32_t rest) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(unit), places);
    std::memcpy(reinterpret_cast<char*>(unit) + 16, &rest, 4);
  }
  KHITAI_AVX2 static __m256i hashes(__m128i keys) {
    const auto longs =
        reinterpret_cast<Lanes256::Longs>(_mm256_cvtepu32_epi64(keys));
    return reinterpret_cast<__m256i>(hashes_of<Lanes256>(longs));
  }
  KHITAI_AVX2 static void put_hashes(__m256i keys, uint64_t* out) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                        hashes(_mm256_castsi256_si128(keys)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + 4),
                        hashes(_mm256_extracti128_si256(keys, 1)));
  }
  KHITAI_AVX2 static void put_keys(__m256i keys, char* out) {
    const __m256i packed = _mm256_shuffle_epi8(keys, both(kPackTriples));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                     _mm256_castsi256_si128(packed));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 12),
                     _mm256_extracti128_si256(packed, 1));
  }

  const HanTable& table_;
};

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_HAN_AVX2_H_
