// SPDX-License-Identifier: Apache-2.0

#include "match/filter_wide.h"

#ifdef KHITAI_WIDE
namespace khitai::match {
namespace {

uint64_t first_bits(uint64_t found, uint32_t count) {
  return count >= 64 ? found : found & ((uint64_t{1} << count) - 1);
}

KHITAI_AVX2 inline __m256i one_bit_256(__m256i hashes, int shift) {
  return _mm256_sllv_epi64(_mm256_set1_epi64x(1),
                           _mm256_and_si256(_mm256_srli_epi64(hashes, shift),
                                            _mm256_set1_epi64x(63)));
}

KHITAI_AVX512 inline __m512i one_bit_512(__m512i hashes, unsigned shift) {
  return _mm512_sllv_epi64(_mm512_set1_epi64(1),
                           _mm512_and_si512(_mm512_srli_epi64(hashes, shift),
                                            _mm512_set1_epi64(63)));
}

}  // namespace

KHITAI_AVX2 uint64_t may_have_each_avx2(const Filter& filter,
                                        const uint64_t* hashes,
                                        uint32_t count) {
  const auto* words = reinterpret_cast<const long long*>(filter.words());
  const __m256i size = _mm256_set1_epi64x(filter.count());
  uint64_t found = 0;
  for (uint32_t i = 0; i < count; i += 4) {
    const __m256i hash =
        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(hashes + i));
    const __m256i place = _mm256_srli_epi64(
        _mm256_mul_epu32(_mm256_srli_epi64(hash, 32), size), 32);
    const __m256i word = _mm256_i64gather_epi64(words, place, 8);
    const __m256i bits = _mm256_or_si256(
        _mm256_or_si256(one_bit_256(hash, 1), one_bit_256(hash, 7)),
        one_bit_256(hash, 13));
    const __m256i all = _mm256_cmpeq_epi64(_mm256_and_si256(word, bits), bits);
    found |= static_cast<uint64_t>(static_cast<uint32_t>(
                 _mm256_movemask_pd(_mm256_castsi256_pd(all))))
             << i;
  }
  return first_bits(found, count);
}

KHITAI_AVX512 uint64_t may_have_each_avx512(const Filter& filter,
                                            const uint64_t* hashes,
                                            uint32_t count) {
  const __m512i size = _mm512_set1_epi64(filter.count());
  uint64_t found = 0;
  for (uint32_t i = 0; i < count; i += 8) {
    const __m512i hash = _mm512_loadu_si512(hashes + i);
    const __m512i place = _mm512_srli_epi64(
        _mm512_mul_epu32(_mm512_srli_epi64(hash, 32), size), 32);
    const __m512i word = _mm512_i64gather_epi64(place, filter.words(), 8);
    const __m512i bits = _mm512_or_si512(
        _mm512_or_si512(one_bit_512(hash, 1), one_bit_512(hash, 7)),
        one_bit_512(hash, 13));
    const __mmask8 all =
        _mm512_cmpeq_epi64_mask(_mm512_and_si512(word, bits), bits);
    found |= static_cast<uint64_t>(all) << i;
  }
  return first_bits(found, count);
}

KHITAI_AVX2 uint64_t han_each_avx2(const uint64_t* hashes, uint32_t count) {
  uint64_t found = 0;
  for (uint32_t i = 0; i < count; i += 4) {
    const __m256i hash =
        _mm256_loadu_si256(reinterpret_cast<const __m256i*>(hashes + i));
    const __m256i lowest = _mm256_slli_epi64(hash, 63);
    found |= static_cast<uint64_t>(static_cast<uint32_t>(
                 _mm256_movemask_pd(_mm256_castsi256_pd(lowest))))
             << i;
  }
  return first_bits(found, count);
}

KHITAI_AVX512 uint64_t han_each_avx512(const uint64_t* hashes, uint32_t count) {
  uint64_t found = 0;
  for (uint32_t i = 0; i < count; i += 8) {
    const __mmask8 lowest = _mm512_test_epi64_mask(
        _mm512_loadu_si512(hashes + i), _mm512_set1_epi64(1));
    found |= static_cast<uint64_t>(lowest) << i;
  }
  return first_bits(found, count);
}

}  // namespace khitai::match
#endif  // KHITAI_WIDE
