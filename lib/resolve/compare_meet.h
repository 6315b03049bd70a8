// SPDX-License-Identifier: Apache-2.0
//
// How words and runs of words of two names may meet: as spellings of one word,
// by the table of name words, as initials, written together on one side.

#ifndef KHITAI_RESOLVE_COMPARE_MEET_H_
#define KHITAI_RESOLVE_COMPARE_MEET_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "resolve/compare_pairs.h"
#include "resolve/compare_tokens.h"

namespace khitai::resolve {

// A run of words of one name: tokens first..last.
struct Run {
  size_t first = 0, last = 0;
  bool operator==(const Run&) const = default;
};

struct WordPair {
  Run a, b;
  Nearness near;
  double weight = 0;  // what agreeing in it says: rare and long words more
};

// A word or an initial: what says who is named.
bool is_content(const Token& token);
size_t contents(const NameParts& parts, const Run& run);

// What a word says of who is named: 0 for none, about 1 for most.
double weight_of(const Token& token);
inline constexpr double kInitialWeight = 0.2;

// Of all letters of words that meet, so many may differ.
inline constexpr double kMostDiffers = 0.5;

// Two words: by their letters, by the table, or as an initial of the other.
Nearness near_words(const romanize::Tables& tables, const Token& one,
                    const Token& other);

// The pairs of a run of several words of `many` with one word of `single`,
// where both are still free: initials ("JC" for Jean Claude), abbreviations
// ("US"), and words written together. `lang`: of `many`. Cost: the runs, of at
// most six words, times the words of the other.
std::vector<WordPair> joined_pairs(const romanize::Tables& tables,
                                   const NameParts& many,
                                   const NameParts& single,
                                   const std::vector<bool>& used_many,
                                   const std::vector<bool>& used_single,
                                   std::string_view lang);

// The pair of all of both names, where they are read alike as a whole and
// parted in other words: Yeh-lu Ta-shih and Yelu Dashi. Numbers and initials
// stand in the way.
std::optional<WordPair> whole_pair(const romanize::Tables& tables,
                                   const NameParts& a, const NameParts& b,
                                   std::string_view lang_a,
                                   std::string_view lang_b);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_MEET_H_
