// SPDX-License-Identifier: Apache-2.0
//
// The wide scanner with AVX-512 (VBMI2).

#include <algorithm>
#include <array>
#include <bit>

#include "base/wide.h"
#define KHITAI_WIDE_TARGET KHITAI_AVX512

#include "fold/pages.h"
#include "fold/wide_han_avx512.h"
#include "fold/wide_scan.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {
namespace {

alignas(64) constexpr std::array<uint8_t, 64> kNumbers64 = [] {
  std::array<uint8_t, 64> numbers{};
  for (uint8_t i = 0; i < 64; ++i) numbers[i] = i;
  return numbers;
}();

// What a byte below 0x80 is to Runs, a bit each.
enum Role : uint8_t {
  kWordRole = 1,
  kLetterRole = 2,
  kNumeralRole = 4,
  kLineRole = 8,
  kMarkRole = 16,
  kStopRole = 32,
  kHardRole = 64,
};
constexpr int role_of(uint32_t code) {
  const uint32_t lower = code | 0x20;
  const bool numeral = lower == 'i' || lower == 'v' || lower == 'x';
  switch (class_of(kEntries[code])) {
    case Class::kLetter:
      return kWordRole | kLetterRole | (numeral ? kNumeralRole : 0);
    case Class::kDigit:
      return kWordRole;
    case Class::kSpace:
      return 0;
    case Class::kNewline:
      return kLineRole;
    case Class::kMark:
      return kMarkRole;
    case Class::kStop:
      return kMarkRole | kStopRole;
    default:
      return kHardRole;
  }
}
alignas(64) constexpr std::array<uint8_t, 128> kRoles = [] {
  std::array<uint8_t, 128> roles{};
  for (uint32_t i = 0; i < 128; ++i) {
    roles[i] = static_cast<uint8_t>(role_of(i));
  }
  return roles;
}();

KHITAI_AVX512 inline uint64_t role_mask(__m512i roles, Role role) {
  return _mm512_test_epi8_mask(roles, _mm512_set1_epi8(role));
}

KHITAI_AVX512 inline Roles roles_512(const char* at) {
  const __m512i bytes = _mm512_loadu_si512(at);
  const uint64_t high = _mm512_movepi8_mask(bytes);
  const __m512i roles = _mm512_maskz_permutex2var_epi8(
      ~high, _mm512_load_si512(kRoles.data()), bytes,
      _mm512_load_si512(kRoles.data() + 64));
  return {high | role_mask(roles, kWordRole), high,
          role_mask(roles, kLetterRole),      role_mask(roles, kNumeralRole),
          role_mask(roles, kLineRole),        role_mask(roles, kMarkRole),
          role_mask(roles, kStopRole),        role_mask(roles, kHardRole)};
}

KHITAI_AVX512 inline void put_places(__m128i places, __m512i offset,
                                     uint32_t* out) {
  _mm512_storeu_si512(out,
                      _mm512_add_epi32(_mm512_cvtepu8_epi32(places), offset));
}

constexpr uint32_t low_bits(uint32_t count) {
  return count >= 32 ? ~uint32_t{0} : (uint32_t{1} << count) - 1;
}

// By two bytes of a letter of kLatin, what its second one becomes, or the one
// byte left of it; from 0x80 on, the first stays as it is. 0: not told here.
// Four tables by bits 1 and 2 of the first byte; within each, bit 0 of it and
// the lower six of the second tell the place.
using LatinPairs = std::array<uint8_t, 128>;
alignas(64) constexpr std::array<LatinPairs, 4> kLatinPairs = [] {
  std::array<LatinPairs, 4> tables{};
  for (uint32_t code = 0x80; code < kLatin.size(); ++code) {
    const uint32_t to = kLatin[code];
    const bool stays = to >> 6 == code >> 6;
    tables[code >> 7 & 3][code & 0x7F] =
        static_cast<uint8_t>(to < 0x80 ? to
                             : stays   ? 0x80 | (to & 0x3F)
                                       : 0);
  }
  return tables;
}();

KHITAI_AVX512 inline __m512i latin_pairs(__m512i first, __m512i second,
                                         uint64_t pairs) {
  const __m512i place = _mm512_or_si512(
      _mm512_and_si512(_mm512_slli_epi16(first, 6), _mm512_set1_epi8(0x40)),
      _mm512_and_si512(second, _mm512_set1_epi8(0x3F)));
  const __m512i number = _mm512_and_si512(first, _mm512_set1_epi8(6));
  __m512i to = _mm512_setzero_si512();
  for (int i = 0; i < 4; ++i) {
    const uint64_t here = _mm512_mask_cmpeq_epi8_mask(
        pairs, number, _mm512_set1_epi8(static_cast<char>(2 * i)));
    const uint8_t* table = kLatinPairs[static_cast<size_t>(i)].data();
    to = _mm512_or_si512(to, _mm512_maskz_permutex2var_epi8(
                                 here, _mm512_load_si512(table), place,
                                 _mm512_load_si512(table + 64)));
  }
  return to;
}

struct Avx512 {
  using HanFolder = HanFolder512;

  static uint32_t* spans(const char* base, size_t size, uint32_t offset,
                         uint32_t* out, Runs* runs);

  // Sixty-four bytes at a time; what is left of each letter moves up.
  KHITAI_AVX512 static WordFold fold_latin(const char* at, size_t size,
                                           char* key) {
    const __m512i bytes = _mm512_loadu_si512(at);
    const __m512i second = _mm512_permutexvar_epi8(
        _mm512_add_epi8(_mm512_load_si512(kNumbers64.data()),
                        _mm512_set1_epi8(1)),
        bytes);
    const __m512i lower = _mm512_or_si512(bytes, _mm512_set1_epi8(0x20));
    const uint64_t letters = _mm512_cmplt_epu8_mask(
        _mm512_sub_epi8(lower, _mm512_set1_epi8('a')), _mm512_set1_epi8(26));
    const uint64_t tails = _mm512_cmplt_epi8_mask(
        bytes, _mm512_set1_epi8(static_cast<char>(0xC0)));
    const uint64_t heads = _mm512_cmplt_epu8_mask(
        _mm512_sub_epi8(bytes, _mm512_set1_epi8(static_cast<char>(0xC2))),
        _mm512_set1_epi8(8));
    const __m512i to = latin_pairs(bytes, second, heads & tails >> 1);
    const uint64_t pairs = _mm512_test_epi8_mask(to, to);
    const uint64_t whole = letters | pairs | pairs << 1;
    auto taken = static_cast<uint32_t>(
        std::min<size_t>(size, static_cast<size_t>(std::countr_one(whole))));
    // No half of a pair.
    taken -= taken > 0 && (pairs >> (taken - 1) & 1) != 0 ? 1 : 0;
    const uint64_t kept = _bzhi_u64(
        letters | pairs << 1 | (pairs & _mm512_movepi8_mask(to)), taken);
    const __m512i moved = _mm512_mask_permutexvar_epi8(
        lower, pairs << 1,
        _mm512_sub_epi8(_mm512_load_si512(kNumbers64.data()),
                        _mm512_set1_epi8(1)),
        to);
    const __m512i folded = _mm512_mask_mov_epi8(moved, pairs, bytes);
    _mm512_storeu_si512(key, _mm512_maskz_compress_epi8(kept, folded));
    return {taken, static_cast<uint32_t>(_mm_popcnt_u64(kept))};
  }

  class PageFolder {
   public:
    static constexpr uint32_t kMost = 64;

    KHITAI_AVX512 explicit PageFolder(uint32_t number)
        : lead_(static_cast<short>(0x80C0 | number << 2)),
          maksura_(number == kArabicPage ? kPageMaksura : -1),
          vanishes_(number == kArabicPage ? kVanishes : -1) {
      const uint8_t* to = kPageTables[number].to;
      for (int i = 0; i < 4; ++i) to_[i] = _mm512_load_si512(to + 64 * i);
    }

    // A letter in each of 32 lanes of two bytes. What a lane looks up lies in
    // its lower byte; the upper one is of no meaning.
    KHITAI_AVX512 WordFold fold(const char* at, uint32_t size,
                                char* key) const {
      const __m512i bytes = _mm512_loadu_si512(at);
      const __m512i lead = _mm512_set1_epi16(lead_);
      const uint32_t here = _mm512_cmpeq_epi16_mask(
          _mm512_and_si512(bytes,
                           _mm512_set1_epi16(static_cast<short>(0xC0FC))),
          lead);
      const __m512i code =
          _mm512_or_si512(_mm512_and_si512(_mm512_slli_epi16(bytes, 6),
                                           _mm512_set1_epi16(0xC0)),
                          _mm512_and_si512(_mm512_srli_epi16(bytes, 8),
                                           _mm512_set1_epi16(0x3F)));
      const __m512i low = _mm512_permutex2var_epi8(to_[0], code, to_[1]);
      const __m512i high = _mm512_permutex2var_epi8(to_[2], code, to_[3]);
      const __m512i to = _mm512_and_si512(
          _mm512_mask_blend_epi16(
              _mm512_test_epi16_mask(code, _mm512_set1_epi16(0x80)), low, high),
          _mm512_set1_epi16(0xFF));
      const uint32_t letters = here & _mm512_test_epi16_mask(to, to);
      const auto count =
          std::min(size / 2, static_cast<uint32_t>(std::countr_one(letters)));
      const uint32_t maksura =
          _mm512_cmpeq_epi16_mask(code, _mm512_set1_epi16(maksura_));
      if (count == 0 || (maksura & low_bits(count) >> 1) != 0) return {0, 0};
      const __m512i folded = _mm512_or_si512(
          _mm512_or_si512(_mm512_srli_epi16(to, 6), lead),
          _mm512_slli_epi16(_mm512_and_si512(to, _mm512_set1_epi16(0x3F)), 8));
      const uint32_t vanish =
          low_bits(count) &
          _mm512_cmpeq_epi16_mask(to, _mm512_set1_epi16(vanishes_));
      if (vanish != 0) return without(vanish, folded, count, key);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(key),
                          _mm512_castsi512_si256(folded));
      if (size > 32) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(key + 32),
                            _mm512_extracti64x4_epi64(folded, 1));
      }
      return {2 * count, 2 * count};
    }

   private:
    KHITAI_AVX512 static WordFold without(uint32_t vanish, __m512i folded,
                                          uint32_t count, char* key) {
      if ((vanish & 1) != 0) return {0, 0};
      const uint32_t kept = low_bits(count) & ~vanish;
      _mm512_storeu_si512(key, _mm512_maskz_compress_epi16(kept, folded));
      return {2 * count, 2 * static_cast<uint32_t>(_mm_popcnt_u32(kept))};
    }

    __m512i to_[4];
    short lead_;
    short maksura_;
    short vanishes_;
  };
};

}  // namespace

KHITAI_AVX512 uint32_t* Avx512::spans(const char* base, size_t size,
                                      uint32_t offset, uint32_t* out,
                                      Runs* runs) {
  const __m512i numbers = _mm512_load_si512(kNumbers64.data());
  RunReader reader;
  for (size_t at = 0; at < size; at += 64) {
    fetch_ahead(base + at);
    const uint64_t edges = reader.take(roles_512(base + at), at, runs);
    const __m512i places = _mm512_maskz_compress_epi8(edges, numbers);
    const __m512i first = _mm512_set1_epi32(static_cast<int>(offset + at));
    put_places(_mm512_castsi512_si128(places), first, out);
    put_places(_mm512_extracti32x4_epi32(places, 1), first, out + 16);
    const auto count = static_cast<uint32_t>(_mm_popcnt_u64(edges));
    if (count > 32) {
      put_places(_mm512_extracti32x4_epi32(places, 2), first, out + 32);
      put_places(_mm512_extracti32x4_epi32(places, 3), first, out + 48);
    }
    out += count;
  }
  return out;
}

void scan_avx512(std::string_view text, Scanner<UnitsSink>* scanner,
                 UnitsSink* sink) {
  WideScanner<Avx512>(text, scanner, sink).run();
}

}  // namespace khitai::fold
#endif  // KHITAI_WIDE
