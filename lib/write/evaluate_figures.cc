// SPDX-License-Identifier: Apache-2.0
//
// Figures out of the counts of an evaluation.

#include <algorithm>

#include "write/evaluate.h"

namespace khitai::write {
namespace {

Measure measure_of(size_t hits, size_t told, size_t found, size_t expected) {
  Measure measure;
  measure.precision = share_of(hits, told);
  measure.recall = share_of(found, expected);
  if (measure.precision < 0 && measure.recall < 0) return measure;
  const double sum = measure.precision + measure.recall;
  const bool any = measure.precision > 0 && measure.recall > 0;
  measure.f1 = any ? 2 * measure.precision * measure.recall / sum : 0;
  return measure;
}

}  // namespace

void Score::add(const Score& other) {
  documents += other.documents;
  gold += other.gold;
  unlisted += other.unlisted;
  found += other.found;
  extra += other.extra;
  right += other.right;
  decided += other.decided;
  wrong += other.wrong;
  touched += other.touched;
  named += other.named;
  counted += other.counted;
  touching += other.touching;
  naming += other.naming;
  traps += other.traps;
  trapped += other.trapped;
  told.insert(told.end(), other.told.begin(), other.told.end());
}

double share_of(size_t part, size_t whole) {
  if (whole == 0) return -1;
  return static_cast<double>(part) / static_cast<double>(whole);
}

Measure span_measure(const Score& score) {
  return measure_of(score.found, score.found + score.extra, score.found,
                    score.gold);
}

Measure strict_measure(const Score& score) {
  return measure_of(score.right, score.found + score.extra, score.right,
                    score.gold);
}

Measure overlap_measure(const Score& score) {
  return measure_of(score.touching, score.counted, score.touched, score.gold);
}

Measure lenient_measure(const Score& score) {
  return measure_of(score.naming, score.counted, score.named, score.gold);
}

std::string_view fault_word(Fault fault) {
  switch (fault) {
    case Fault::kMissed:
      return "missed";
    case Fault::kExtra:
      return "extra";
    case Fault::kWrong:
      return "wrong";
    case Fault::kUndecided:
      return "undecided";
    case Fault::kUnlisted:
      return "unlisted";
    case Fault::kTrap:
      return "trap";
  }
  return "";
}

const std::string& answer_of(const PlainMention& mention) {
  static const std::string kNothing;
  if (!mention.entity.empty()) return mention.entity;
  return mention.candidates.empty() ? kNothing : mention.candidates[0].entity;
}

std::vector<RankedConfusion> ranked_confusions(const Evaluation& evaluation) {
  std::vector<RankedConfusion> ranked;
  for (const auto& [pair, counts] : evaluation.confusions) {
    ranked.push_back({pair.first, pair.second, counts});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const RankedConfusion& a, const RankedConfusion& b) {
                     return a.counts.count > b.counts.count;
                   });
  return ranked;
}

}  // namespace khitai::write
