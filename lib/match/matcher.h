// SPDX-License-Identifier: Apache-2.0
//
// Many names in one pass over a text. Patterns are match keys (fold/fold.h)
// with a number each; a match is a row of units of the text whose folded bytes
// and gaps equal the key. Ids in and out; the matcher knows nothing of names.
//
// Boundaries follow from the units: whole words in spaced scripts, none in
// Han. A word with an inner apostrophe may also be cut there: a name may end
// before one in its last word (Karahitay|'in, Khitan|'s) and begin after one
// in its first (l'|Iran), besides matching the whole word. What is longer than
// kMaxCutWord or has more than kMaxCuts of them is no word and is not cut.
//
// The section a Builder makes is position independent, little-endian and
// mapped as it is. It is foreign input: every stored number is checked where
// it is used; a damaged one costs matches, never a wild read.

#ifndef KHITAI_MATCH_MATCHER_H_
#define KHITAI_MATCH_MATCHER_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fold/fold.h"
#include "khitai/result.h"
#include "match/found.h"
#include "match/row.h"
#include "match/section.h"

namespace khitai::match {

inline constexpr uint32_t kMaxCutWord = 256;  // bytes of the text
inline constexpr uint32_t kMaxCuts = 8;

struct Match {
  uint32_t begin;  // bytes of the scanned text
  uint32_t end;
  uint32_t pattern;  // the number given to the builder
};
inline bool operator==(const Match& a, const Match& b) {
  return a.begin == b.begin && a.end == b.end && a.pattern == b.pattern;
}

// Why `key` cannot be a pattern: it is not a match key, or it is longer than
// any name (section.h has the bounds).
Status check_key(std::string_view key);
// The same of what fold::match_key made: only its length is in question.
Status check_folded(std::string_view key);

class Builder {
 public:
  // REQUIRES: check_key(key) is ok; key was not added before.
  void add(std::string key, uint32_t pattern) {
    patterns_.push_back({std::move(key), pattern});
  }
  // The bytes of the section, made on `jobs` threads (0: as many as
  // processors). Deterministic: a function of the set of patterns, not of the
  // order they came in or of the threads. Fails when a key is not as required.
  Result<std::string> build(unsigned jobs = 1) const;

  struct Pattern {
    std::string key;
    uint32_t number;
  };

 private:
  std::vector<Pattern> patterns_;
};

// Room for one thread's scans; reused, it stops allocating.
struct Scratch {
  fold::Units units;
  std::vector<Row> rows;
  std::vector<Row> longer;
  std::vector<Candidate> candidates;
  Found found;
};

class Matcher {
 public:
  // `section` must outlive the matcher. Checks header and bounds only: O(1).
  static Result<Matcher> open(std::string_view section);

  // Appends every match in `text`, nested and overlapping ones too, sorted by
  // begin, longer before shorter, each once. Cannot fail. REQUIRES:
  // text.size() < 2^31. Time: linear in the text, times the units of the
  // longest name where names run through it. Folds piece by piece: the room
  // it takes does not grow with the text.
  void scan(std::string_view text, Scratch* scratch,
            std::vector<Match>* matches) const;
  // The same, with the text's units, of which it is made. Folds all of the text
  // at once, about seven times the room of its bytes.
  void scan(std::string_view text, Scratch* scratch, fold::Units* units,
            std::vector<Match>* matches) const;

  // Whether a word may be one of a name (a match key of one unit), and whether
  // one of a name may begin so that it is this word with another ending. False
  // is certain, true is not (1 % of the others). For those who look for
  // inflected words.
  bool may_have_word(std::string_view word) const;
  bool may_inflect(std::string_view word) const;

  // For those who build rows of words (hash.h): whether a row of so many units
  // may be a name, or with three of them begin one; false is certain. Then the
  // pattern of the row with that key, if there is one, and whether a name may
  // go on from it.
  bool may_be_row(uint32_t unit_count, uint64_t row) const {
    return section_.may_have(unit_count, row);
  }
  struct RowNames {
    std::optional<uint32_t> pattern;
    bool goes_on = false;
  };
  RowNames find_row(std::string_view key, uint64_t row) const;

  // Calls visit(key, pattern) for each pattern, in no order.
  void each(const std::function<void(std::string_view, uint32_t)>& visit) const;

  // The pattern with exactly this match key.
  std::optional<uint32_t> find(std::string_view key) const;

 private:
  explicit Matcher(const Section& section) : section_(section) {}
  Section section_;
};

// Keeps leftmost-longest, non-overlapping matches among those that `accept`
// allows. REQUIRES: sorted as scan() leaves them.
void keep_longest(const std::function<bool(const Match&)>& accept,
                  std::vector<Match>* matches);

}  // namespace khitai::match

#endif  // KHITAI_MATCH_MATCHER_H_
