// SPDX-License-Identifier: Apache-2.0
//
// Sets of pairs of names made by others: SET.tsv with the columns id, query,
// query_lang, target, target_lang, entity_id; SET.cands.tsv with name, lang,
// entity_ids.

#ifndef KHITAI_BENCH_PAIRS_H_
#define KHITAI_BENCH_PAIRS_H_

#include <span>
#include <string>
#include <vector>

#include "em.h"

namespace khitai::bench {

inline constexpr int kFolds = 5;

struct Query {
  std::string name, lang, target, target_lang, entity;
  int fold = 0;
};
struct Candidate {
  std::string name, lang;
  std::vector<std::string> entities;
};

// Sets that costs are fitted on.
std::span<const char* const> fitted_sets();

std::vector<std::string> cells_of(const std::string& line, char separator);

// Empty when the set is not there.
std::vector<Query> read_queries(const std::string& folder,
                                const std::string& set);
std::vector<Candidate> read_candidates(const std::string& folder,
                                       const std::string& set);

// The pairs of all fitted sets but one fold of one of them (-1: all).
PairsByScripts training_pairs(const std::string& folder,
                              const std::string& without, int fold);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_PAIRS_H_
