// SPDX-License-Identifier: Apache-2.0

#include "figures.h"

namespace khitai::bench {
namespace {

void append(const Told& from, Told* to) {
  to->insert(to->end(), from.begin(), from.end());
}

}  // namespace

ToldByScripts with_others(const ToldByScripts& all, size_t least) {
  ToldByScripts kept;
  for (const auto& [scripts, told] : all) {
    Told& to = kept[told.size() < least ? "others" : scripts];
    append(told, &to);
  }
  return kept;
}

double share(size_t part, size_t of) {
  return of == 0 ? 0 : static_cast<double>(part) / static_cast<double>(of);
}

void Figures::note(const Outcome& outcome, bool out) {
  Told& told = out ? told_without : told_with;
  if (outcome.any) told.emplace_back(outcome.said, outcome.right);
  if (out) {
    ++without;
    without_matched += outcome.matched ? 1 : 0;
    return;
  }
  ++queries;
  right += outcome.right ? 1 : 0;
  matched += outcome.matched ? 1 : 0;
  matched_right += outcome.matched && outcome.right ? 1 : 0;
}

Told Figures::told() const {
  Told both = told_with;
  append(told_without, &both);
  return both;
}

void Figures::add(const Figures& other) {
  queries += other.queries;
  right += other.right;
  matched += other.matched;
  matched_right += other.matched_right;
  without += other.without;
  without_matched += other.without_matched;
  append(other.told_with, &told_with);
  append(other.told_without, &told_without);
}

void Judged::note(double probability, bool is_same) {
  const bool said = probability >= 0.5;
  ++pairs;
  same += is_same ? 1 : 0;
  yes += said ? 1 : 0;
  hits += said && is_same ? 1 : 0;
  told.emplace_back(probability, is_same);
}

double Judged::precision() const { return share(hits, yes); }

double Judged::recall() const { return share(hits, same); }

double Judged::f1() const { return share(2 * hits, yes + same); }

FiguresByRow with_others(const FiguresByRow& all, size_t least) {
  FiguresByRow kept;
  Figures others;
  for (const auto& row : all) {
    if (row.second.queries < least) {
      others.add(row.second);
    } else {
      kept.push_back(row);
    }
  }
  if (others.queries > 0) kept.emplace_back("others", others);
  return kept;
}

Figures sum_of(const FiguresByRow& all) {
  Figures sum;
  for (const auto& row : all) sum.add(row.second);
  return sum;
}

}  // namespace khitai::bench
