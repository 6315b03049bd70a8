// SPDX-License-Identifier: Apache-2.0
//
// Mandarin syllables in the conventions that spell them, and words taken apart
// into them. A syllable is named by its toneless pinyin. Sources of the table:
// lexicon/conventions/syllables.tsv. Built once, then thread-safe.

#ifndef KHITAI_ROMANIZE_SYLLABLES_H_
#define KHITAI_ROMANIZE_SYLLABLES_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khitai::romanize {

// A row of the table. Spellings are joined by " ", the usual one first.
struct SyllableRow {
  std::string_view pinyin, initial, final;
  std::string_view wade_giles, palladius, efeo, yale;
};

// For looking texts up by views, without a copy.
struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

// L1 spelling -> the pinyin syllables it may be. A spelling that is the usual
// one of some syllable is never another's variant.
class Inventory {
 public:
  void add_usual(std::string_view spelling, std::string_view pinyin);
  // After all usual ones.
  void add_variant(std::string_view spelling, std::string_view pinyin);
  // In table order; null when it is none.
  const std::vector<std::string>* find(std::string_view spelling) const;

  // `word` as syllables' spellings: the fewest; of these the one in which the
  // fewest begin with a, e or o inside the word (pinyin parts such by an
  // apostrophe: Cengang is cen-gang); then the one whose first pieces are
  // longest. Linear.
  // `may_break`: whether a syllable may begin at a place inside; null: always.
  using MayBreak = bool (*)(std::string_view word, size_t at);
  std::optional<std::vector<std::string_view>> segment(
      std::string_view word, MayBreak may_break = nullptr) const;

 private:
  struct Entry {
    std::vector<std::string> pinyin;
    bool usual = false;
  };
  Entry& make(std::string_view spelling);

  std::unordered_map<std::string, Entry, TextHash, std::equal_to<>> entries_;
  // By first byte, a bit for each size that spellings with it have; the last
  // for all that are longer.
  static constexpr size_t kMostSized = 15;
  static uint16_t size_bit(size_t size) {
    return static_cast<uint16_t>(1u << std::min(size, kMostSized));
  }
  std::array<uint16_t, 256> sizes_ = {};
  size_t longest_ = 0;  // bytes
};

class Syllables {
 public:
  void add(const SyllableRow& row);  // texts are copied where they are kept
  void finish();

  const SyllableRow* find(std::string_view pinyin) const;
  const Inventory& pinyin() const { return pinyin_; }
  const Inventory& wade_giles() const { return wade_giles_; }
  const Inventory& palladius() const { return palladius_; }
  const Inventory& efeo() const { return efeo_; }
  const Inventory& yale() const { return yale_; }
  // Wade-Giles without apostrophes and dots, the coarsest spelling in
  // circulation: finds the bare spelling of the syllable it may be.
  const Inventory& bare() const { return bare_; }
  // The bare Wade-Giles of a syllable; itself when unknown.
  std::string_view bare_of(std::string_view pinyin) const;

  // What syllables are compared by: equal texts have equal numbers.
  struct Code {
    uint16_t pinyin = 0, bare = 0, initial = 0, final = 0;
  };
  // Null when unknown.
  const Code* code_of(std::string_view pinyin) const;

 private:
  void add_column(std::string_view SyllableRow::*column, Inventory* inventory);
  void finish_codes();

  std::map<std::string, SyllableRow, std::less<>> rows_;
  std::map<std::string, std::string, std::less<>> bares_;
  std::unordered_map<std::string, Code, TextHash, std::equal_to<>> codes_;
  Inventory pinyin_, wade_giles_, palladius_, efeo_, yale_, bare_;
};

// Between readings in syllables joined by ".": 0 the same, a half for each
// syllable that Wade-Giles without its marks would spell alike, more for those
// that share less. Time: the product of their sizes. What is above `most` may
// come out as any other number above it.
double syllable_distance(const Syllables& syllables, std::string_view a,
                         std::string_view b,
                         double most = std::numeric_limits<double>::infinity());

// Where writers take care: pinyin (and Yale) put an apostrophe before a, e and
// o, Palladius a hard sign between n and a vowel.
bool breaks_pinyin(std::string_view word, size_t at);
bool breaks_palladius(std::string_view word, size_t at);

// A reading in pinyin without its tones: small letters, u after j q x y.
std::string without_tones(std::string_view pinyin);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_SYLLABLES_H_
