// SPDX-License-Identifier: Apache-2.0
//
// What the languages write onto a name: slots, the affixes that fill them, how
// the stem looks before them. Filled row by row from lexicon/morphology (by
// the compiler) or from a compiled lexicon, in the order of the tables; then
// read-only and thread-safe. Filling all of them takes about a millisecond.
// Rows that make no sense (a damaged file) are left out.

#ifndef KHITAI_MORPHOLOGY_TABLES_H_
#define KHITAI_MORPHOLOGY_TABLES_H_

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::morphology {

// The tables, in the order they must be filled in. Cells stand in the order of
// the columns in lexicon/morphology; columns beyond those needed are ignored.
enum class Part : uint8_t {
  kClasses,       // class members
  kLanguages,     // lang tags scripts inflects least
  kSlots,         // lang slot place follows cost makes
  kAffixes,       // lang slot affix harmony after restore rule
  kAlternations,  // lang place written stem before cost
};
inline constexpr size_t kPartCount = 5;

enum class Place : uint8_t {
  kSuffix,
  kPrefix,  // outside the core: conjunctions, prepositions
  kInside,  // a prefix that belongs to the core: the article
};

struct Slot {
  std::string id;
  Place place = Place::kSuffix;
  uint32_t follows = 0;  // bits: slots nearer to the stem; kStem
  int cost = 0;
  bool small = false;  // makes a word that has a small letter: adjective
};
inline constexpr uint32_t kStem = 1u << 31;
inline constexpr size_t kMaxSlots = 31;

// What must stand at the edge of a stem: one of `any` (when there are some),
// none of `none`. Harmony asks the same of the last vowel.
struct Edge {
  std::vector<std::string> any, none;
};

struct Affix {
  uint8_t slot = 0;
  std::string text;  // L1
  std::vector<std::string> harmony;
  Edge edge;
  std::vector<std::string> restore;  // at least one; may be empty texts
  std::string rule;                  // in words
};

// How the edge of a stem differs before an affix from what a dictionary has.
struct Alternation {
  enum class Where : uint8_t { kEnd, kBeforeLast, kBetween };
  Where where = Where::kEnd;
  std::string written;              // kBetween: nothing, two consonants meet
  std::vector<std::string> stem;    // what it may have been
  std::vector<std::string> before;  // how the affix may begin; empty: anyhow
  int cost = 1;
};

struct Language {
  std::string id;
  std::vector<std::string> tags;     // language subtags: "zh", "lzh"
  std::vector<std::string> scripts;  // ISO 15924
  bool every = false;                // each word of a name may be inflected
  size_t least = 3;                  // letters of a stem
  std::vector<Slot> slots;
  std::vector<Affix> prefixes;
  std::vector<Affix> suffixes;
  std::array<std::vector<uint32_t>, 256> by_last;  // suffixes by last byte
  std::vector<Alternation> alternations;
};

class Tables {
 public:
  Tables() = default;
  Tables(const Tables&) = delete;  // as large as they are
  Tables& operator=(const Tables&) = delete;

  void add(Part part, std::span<const std::string_view> cells);

  const std::vector<Language>& languages() const { return languages_; }
  // Is the letter a vowel of any script? What harmony looks for.
  bool is_vowel(std::string_view letter) const;

 private:
  using Cells = std::span<const std::string_view>;
  void add_language(Cells cells);
  void add_slot(Cells cells);
  void add_affix(Cells cells);
  void add_alternation(Cells cells);
  // The members of the classes and texts that a cell lists.
  std::vector<std::string> expand(std::string_view cell) const;
  Language* language(std::string_view id);

  std::map<std::string, std::vector<std::string>, std::less<>> classes_;
  std::vector<Language> languages_;
};

}  // namespace khitai::morphology

#endif  // KHITAI_MORPHOLOGY_TABLES_H_
