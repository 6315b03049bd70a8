// SPDX-License-Identifier: Apache-2.0
//
// The wide scanner with AVX2.

#include <algorithm>
#include <array>
#include <bit>

#include "base/wide.h"
#define KHITAI_WIDE_TARGET KHITAI_AVX2

#include "fold/pages.h"
#include "fold/wide_han_avx2.h"
#include "fold/wide_scan.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {
namespace {

KHITAI_AVX2 inline uint32_t bits_256(__m256i bytes) {
  return static_cast<uint32_t>(_mm256_movemask_epi8(bytes));
}
KHITAI_AVX2 inline __m256i is_256(__m256i bytes, char one) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(one));
}
// Which bytes lie from `first` to `first` + `more`.
KHITAI_AVX2 inline __m256i within_256(__m256i bytes, char first, char more) {
  const __m256i from = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(from, _mm256_set1_epi8(more)), from);
}

// What each of 32 bytes is, as in Roles.
struct HalfRoles {
  uint32_t word, high, letter, numeral, line, mark, stop, hard;
};
KHITAI_AVX2 inline HalfRoles half_roles_256(const char* at) {
  const __m256i bytes =
      _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  const __m256i lower = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
  const __m256i letter = within_256(lower, 'a', 25);
  const __m256i word = _mm256_or_si256(
      _mm256_or_si256(letter, within_256(bytes, '0', 9)), bytes);
  const __m256i numeral =
      _mm256_or_si256(_mm256_or_si256(is_256(lower, 'i'), is_256(lower, 'v')),
                      is_256(lower, 'x'));
  const __m256i line = is_256(bytes, '\n');
  const __m256i tab = within_256(bytes, '\t', 3);
  const __m256i hard = _mm256_or_si256(
      _mm256_or_si256(_mm256_andnot_si256(tab, within_256(bytes, '\0', 0x1F)),
                      is_256(bytes, 0x7F)),
      _mm256_or_si256(_mm256_or_si256(is_256(bytes, '\''), is_256(bytes, '`')),
                      _mm256_or_si256(is_256(bytes, ':'), is_256(bytes, '^'))));
  const __m256i blank = _mm256_or_si256(
      _mm256_or_si256(_mm256_or_si256(tab, is_256(bytes, ' ')),
                      _mm256_or_si256(is_256(bytes, '-'), is_256(bytes, '/'))),
      _mm256_or_si256(is_256(bytes, '='), is_256(bytes, '_')));
  return {bits_256(word),
          bits_256(bytes),
          bits_256(letter),
          bits_256(numeral),
          bits_256(line),
          ~bits_256(_mm256_or_si256(_mm256_or_si256(word, hard), blank)),
          bits_256(is_256(bytes, '.')),
          bits_256(hard)};
}
KHITAI_AVX2 inline Roles roles_256(const char* at) {
  const HalfRoles low = half_roles_256(at);
  const HalfRoles high = half_roles_256(at + 32);
  const auto both = [&](uint32_t HalfRoles::*role) {
    return low.*role | uint64_t{high.*role} << 32;
  };
  return {both(&HalfRoles::word),   both(&HalfRoles::high),
          both(&HalfRoles::letter), both(&HalfRoles::numeral),
          both(&HalfRoles::line),   both(&HalfRoles::mark),
          both(&HalfRoles::stop),   both(&HalfRoles::hard)};
}

// The rows of sixteen letters of each page that texts use most: Greek, Russian
// with Kazakh and Mongolian, Armenian and Hebrew, Arabic and Persian, Syriac.
constexpr uint8_t kPageRows[kPages][8] = {
    {0, 1, 2, 3, 4, 5, 6, 7},    {0, 1, 2, 3, 4, 5, 6, 7},
    {0, 1, 2, 3, 4, 5, 6, 7},    {7, 8, 9, 10, 11, 12, 13, 14},
    {1, 2, 3, 4, 5, 9, 10, 14},  {3, 4, 5, 6, 7, 8, 13, 14},
    {2, 3, 4, 7, 8, 10, 11, 12}, {1, 2, 3, 4, 8, 9, 10, 12}};

// Such a row: what its letters fold to, and what is left of their codes but
// for their places in it, in every byte.
struct alignas(16) PageRow {
  uint8_t to[16];
  uint8_t first[16];
};
using PageRows = std::array<PageRow, 8>;
alignas(16) constexpr std::array<PageRows, kPages> kRowsOfPages = [] {
  std::array<PageRows, kPages> pages{};
  for (uint32_t page = 0; page < kPages; ++page) {
    for (uint32_t i = 0; i < 8; ++i) {
      const auto first = static_cast<uint8_t>(16 * kPageRows[page][i]);
      for (uint32_t j = 0; j < 16; ++j) {
        pages[page][i].to[j] = kPageTables[page].to[first + j];
        pages[page][i].first[j] = first;
      }
    }
  }
  return pages;
}();

struct Avx2 {
  using HanFolder = HanFolder256;

  static uint32_t* spans(const char* base, size_t size, uint32_t offset,
                         uint32_t* out, Runs* runs);

  // There is nothing to move bytes up with: all is left to who goes letter by
  // letter.
  static WordFold fold_latin(const char*, size_t, char*) { return {0, 0}; }

  class PageFolder {
   public:
    static constexpr uint32_t kMost = 64;

    explicit PageFolder(uint32_t number)
        : to_(kPageTables[number].to),
          rows_(kRowsOfPages[number]),
          lead_(0x80C0 | number << 2),
          maksura_(number == kArabicPage ? kPageMaksura : 256),
          vanishes_(number == kArabicPage ? kVanishes : 256) {}

    KHITAI_AVX2 WordFold fold(const char* at, uint32_t size, char* key) const {
      if (size > 32) return fold_each(at, size, key);
      const __m256i bytes =
          _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
      const __m256i lead = both_256(lead_);
      const __m256i here =
          _mm256_cmpeq_epi16(_mm256_and_si256(bytes, both_256(0xC0FC)), lead);
      const __m256i code = _mm256_or_si256(
          _mm256_and_si256(_mm256_slli_epi16(bytes, 6), both_256(0xC0)),
          _mm256_and_si256(_mm256_srli_epi16(bytes, 8), both_256(0x3F)));
      const __m256i to = look_up(code);
      const __m256i none =
          _mm256_or_si256(_mm256_cmpeq_epi16(to, _mm256_setzero_si256()),
                          _mm256_cmpeq_epi16(to, both_256(vanishes_)));
      const uint32_t letters = bits_256(_mm256_andnot_si256(none, here));
      const uint32_t maksura =
          bits_256(_mm256_cmpeq_epi16(code, both_256(maksura_)));
      const uint32_t inner = _bzhi_u32(maksura, size - 2);
      if (static_cast<uint32_t>(std::countr_one(letters)) < size ||
          inner != 0) {
        return fold_each(at, size, key);
      }
      const __m256i folded = _mm256_or_si256(
          _mm256_or_si256(_mm256_srli_epi16(to, 6), lead),
          _mm256_slli_epi16(_mm256_and_si256(to, both_256(0x3F)), 8));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(key), folded);
      return {size, size};
    }

   private:
    KHITAI_AVX2 static __m256i both_256(uint32_t bytes) {
      return _mm256_set1_epi16(static_cast<int16_t>(bytes));
    }
    KHITAI_AVX2 static __m128i load_128(const uint8_t* bytes) {
      return _mm_load_si128(reinterpret_cast<const __m128i*>(bytes));
    }
    // What sixteen letters fold to, by the rows of the page that are used most;
    // 0 for those of others.
    KHITAI_AVX2 __m256i look_up(__m256i code) const {
      const __m128i bytes = _mm256_castsi256_si128(
          _mm256_permute4x64_epi64(_mm256_packus_epi16(code, code), 0b1000));
      __m128i to = _mm_setzero_si128();
      for (const PageRow& row : rows_) {
        // From 0x80 on, a shuffle yields 0.
        const __m128i place = _mm_adds_epu8(
            _mm_xor_si128(bytes, load_128(row.first)), _mm_set1_epi8(0x70));
        to = _mm_or_si128(to, _mm_shuffle_epi8(load_128(row.to), place));
      }
      return _mm256_cvtepu8_epi16(to);
    }
    WordFold fold_each(const char* at, uint32_t size, char* key) const {
      uint32_t done = 0;
      uint32_t kept = 0;
      uint32_t code = 0;
      for (; done + 2 <= size; done += 2) {
        uint16_t bytes;
        std::memcpy(&bytes, at + done, 2);
        if ((bytes & 0xC0FC) != lead_) break;
        const uint32_t last = code;
        code = (bytes << 6 & 0xC0) | (bytes >> 8 & 0x3F);
        const uint32_t to = to_[code];
        if (to == 0) break;
        if (last == maksura_) return {0, 0};
        const auto folded =
            static_cast<uint16_t>(lead_ | to >> 6 | (to & 0x3F) << 8);
        std::memcpy(key + kept, &folded, 2);
        kept += to != vanishes_ ? 2 : 0;
        if (kept == 0) return {0, 0};
      }
      return {done, kept};
    }

    const uint8_t* to_;
    const PageRows& rows_;
    uint32_t lead_;
    uint32_t maksura_;
    uint32_t vanishes_;
  };
};

}  // namespace

KHITAI_AVX2 uint32_t* Avx2::spans(const char* base, size_t size,
                                  uint32_t offset, uint32_t* out, Runs* runs) {
  RunReader reader;
  for (size_t at = 0; at < size; at += 64) {
    fetch_ahead(base + at);
    uint64_t edges = reader.take(roles_256(base + at), at, runs);
    uint32_t* const end = out + _mm_popcnt_u64(edges);
    // Eight at a time, for the number of edges cannot be foreseen.
    for (; out < end; out += 8) {
      for (uint32_t i = 0; i < 8; ++i) {
        out[i] = static_cast<uint32_t>(offset + at + _tzcnt_u64(edges));
        edges = _blsr_u64(edges);
      }
    }
    out = end;
  }
  return out;
}

void scan_avx2(std::string_view text, Scanner<UnitsSink>* scanner,
               UnitsSink* sink) {
  WideScanner<Avx2>(text, scanner, sink).run();
}

}  // namespace khitai::fold
#endif  // KHITAI_WIDE
