// SPDX-License-Identifier: Apache-2.0
//
// What engines have to find, told in the plainest way: every place of a text
// is asked for names of every length. Slow (about a second for a megabyte and
// a million names). Built once of the names; const use is thread-safe.

#ifndef KHITAI_BENCH_SPEED_ORACLE_H_
#define KHITAI_BENCH_SPEED_ORACLE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "match/naive_matcher.h"

namespace khitai::bench {

using Strings = std::vector<std::string>;

struct Hit {
  uint32_t begin;  // bytes of the text
  uint32_t end;
  uint32_t name;  // its number in the list
};
inline bool operator==(const Hit& a, const Hit& b) {
  return a.begin == b.begin && a.end == b.end && a.name == b.name;
}
using Hits = std::vector<Hit>;

// Begin first, longer before shorter.
void sort_hits(Hits* hits);
// Of sorted hits, from the left the longest that begins behind the last one.
Hits longest_of(const Hits& sorted);
// Those that neither begin nor end within a word: two characters of at most
// two bytes each, neither ASCII but letter and digit, are of one word.
Hits at_words(std::string_view text, const Hits& hits);

// The first difference, as a line for people; empty where there is none.
std::string difference(std::string_view text, const Hits& got,
                       const Hits& want);

// Names byte for byte.
class ExactOracle {
 public:
  // `names` are distinct, not empty, and outlive the oracle.
  explicit ExactOracle(const Strings& names);
  Hits all(std::string_view text) const;  // sorted

 private:
  std::unordered_map<std::string_view, uint32_t> numbers_;
  std::unordered_set<std::string_view> beginnings_;
  std::vector<size_t> sizes_;  // of the names, in bytes, longest first
  size_t least_ = 0;           // of them
};

// Names as they are folded: numbers are those of the first name of each key.
class FoldedOracle {
 public:
  explicit FoldedOracle(const Strings& names);
  Hits all(std::string_view text) const;  // sorted

 private:
  match::NaiveMatcher matcher_;
};

// All hits of both oracles in a text, sorted.
struct Expected {
  Hits exact;
  Hits folded;
};

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_ORACLE_H_
