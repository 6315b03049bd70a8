// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "khitai/resolve.h"
#include "resolve/compare_align.h"
#include "resolve/compare_dates.h"
#include "resolve/compare_known.h"
#include "resolve/compare_score.h"
#include "resolve/compare_words.h"
#include "text/tag.h"

namespace khitai {
namespace {

constexpr double kKnownSame = 0.99;   // the lexicon has both for one entity
constexpr double kKnownMaybe = 0.5;   // ... among others
constexpr double kKnownApart = 0.01;  // ... for others only

// In an order of their own, so that what comes out is symmetric to the bit.
bool in_order(const NamePair& pair) {
  return std::tie(pair.a, pair.lang_a) <= std::tie(pair.b, pair.lang_b);
}

NamePair turned(const NamePair& pair) {
  return {pair.b, pair.a, pair.lang_b, pair.lang_a};
}

double probability_of(const resolve::Measures& measures,
                      const resolve::Known& known) {
  const double spelled = 1 / (1 + std::exp(-resolve::log_odds(measures)));
  if (!known.both) return spelled;
  if (known.shared == 0) return std::min(spelled, kKnownApart);
  const double most = known.sure() ? kKnownSame : kKnownMaybe;
  return std::max(spelled, most * std::min(known.shared, 1.0));
}

Decision decision_of(double probability, double decide) {
  if (probability >= decide) return Decision::kMatch;
  return 1 - probability >= decide ? Decision::kNone : Decision::kAmbiguous;
}

}  // namespace

Comparison compare_names(const Lexicon& lexicon, const NamePair& asked,
                         double decide) {
  const bool turn = !in_order(asked);
  const NamePair pair = turn ? turned(asked) : asked;
  resolve::Compared all;
  all.dated_a = resolve::dated_name(lexicon, pair.a);
  all.dated_b = resolve::dated_name(lexicon, pair.b);
  const std::string lang_a = text::usual_tag(pair.lang_a);
  const std::string lang_b = text::usual_tag(pair.lang_b);
  const romanize::Tables& tables = lexicon.conventions();
  all.a = resolve::name_parts(tables, all.dated_a.name, lang_a);
  all.b = resolve::name_parts(tables, all.dated_b.name, lang_b);
  Comparison out;
  if (all.a.tokens.empty() || all.b.tokens.empty()) {
    out.features.push_back({"nothing", 0, "no words to compare"});
    return out;
  }
  if (all.dated_a.dates && all.dated_b.dates) {
    all.dates = resolve::fit_of(*all.dated_a.dates, *all.dated_b.dates);
  }
  all.alignment = resolve::align(tables, all.a, all.b, lang_a, lang_b);
  all.measures = resolve::measures_of(all.a, all.b, all.alignment, all.dates);
  all.known = resolve::known_of(lexicon, pair);
  out.probability = probability_of(all.measures, all.known);
  out.decision = decision_of(out.probability, decide);
  if (turn) resolve::turn(&all);
  out.features = resolve::reasons_of(lexicon, all);
  return out;
}

}  // namespace khitai
