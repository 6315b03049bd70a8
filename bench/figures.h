// SPDX-License-Identifier: Apache-2.0
//
// Figures over many answers: how often they are right and how far the
// probabilities they say can be trusted. Pure functions of what is put in.

#ifndef KHITAI_BENCH_FIGURES_H_
#define KHITAI_BENCH_FIGURES_H_

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "write/calibration.h"

namespace khitai::bench {

using write::Bin;
using write::bins_of;
using write::calibration_error;
using write::kBins;
using write::Told;

// By the scripts of the query and of the best candidate: "Cyrl-Latn".
using ToldByScripts = std::map<std::string, Told>;

// Script pairs with at least `least` answers; the rest together as "others".
ToldByScripts with_others(const ToldByScripts& all, size_t least);

// 0 of nothing is 0.
double share(size_t part, size_t of);

// What became of one query.
struct Outcome {
  bool any = false;      // there is a candidate
  bool right = false;    // the best one is an answer
  bool matched = false;  // decided
  double said = 0;       // probability of the best one
};

// `without`: asked of a lexicon that has none of the answers.
struct Figures {
  size_t queries = 0, right = 0, matched = 0, matched_right = 0;
  size_t without = 0, without_matched = 0;
  Told told_with, told_without;

  void note(const Outcome& outcome, bool out);
  Told told() const;  // of both runs
  void add(const Figures& other);
};

// What became of pairs of names to say yes or no to.
struct Judged {
  size_t pairs = 0, same = 0;  // those that are one name
  size_t yes = 0, hits = 0;    // told so, and so it is
  Told told;                   // the probability of one name, and whether

  // Yes is a probability of one half and more.
  void note(double probability, bool is_same);
  double precision() const;
  double recall() const;
  double f1() const;  // 0 where nothing is right
};
using JudgedByRow = std::vector<std::pair<std::string, Judged>>;

using FiguresByRow = std::vector<std::pair<std::string, Figures>>;

// Rows with at least `least` queries; the rest together as "others", last.
FiguresByRow with_others(const FiguresByRow& all, size_t least);

// All rows together.
Figures sum_of(const FiguresByRow& all);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_FIGURES_H_
