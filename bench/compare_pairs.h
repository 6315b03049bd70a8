// SPDX-License-Identifier: Apache-2.0
//
// How well `compare` tells the same name from another, on pairs made by
// others: those with a yes or no (namebench_verify.tsv: id, name1, name2,
// is_match, schema, ...), and the sets of pairs.h, where a query and its answer
// are one name and a query and a candidate that is spelled nearly alike are
// not.

#ifndef KHITAI_BENCH_COMPARE_PAIRS_H_
#define KHITAI_BENCH_COMPARE_PAIRS_H_

#include <cstdio>
#include <string>
#include <vector>

#include "figures.h"
#include "khitai/lexicon.h"

namespace khitai::bench {

struct JudgedPair {
  std::string set, id, a, b, lang_a, lang_b;
  std::string group;  // "person", "other"; of pairs of places "place"
  bool same = false;
};

// namebench_verify; empty when it is not there.
std::vector<JudgedPair> read_judged(const std::string& folder);
// From a set of pairs: every `step`th query with its answer, with a candidate
// near in spelling, and with one by chance.
std::vector<JudgedPair> made_pairs(const Lexicon& lexicon,
                                   const std::string& folder,
                                   const std::string& set, size_t step);
std::vector<JudgedPair> own_pairs();
// Of all sets there are.
std::vector<JudgedPair> all_pairs(const Lexicon& lexicon,
                                  const std::string& folder);

inline constexpr const char* kJudgedSet = "namebench_verify";

// Rows: all pairs of the set, persons, others, and the scripts of pairs in
// more than one. Empty when the set is not there.
JudgedByRow compare_judged(const Lexicon& lexicon, const std::string& folder);

// One pair a line, for bench/fit_compare.py: set, group, id, yes or no, the
// names, the measures (lib/resolve/compare_score.h).
void dump_measures(const Lexicon& lexicon, const std::string& folder,
                   std::FILE* out);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_COMPARE_PAIRS_H_
