// SPDX-License-Identifier: Apache-2.0
//
// The conventions of a document: a mixture, estimated by expectation and
// maximization. Each decided name tells which conventions write it exactly so;
// the shares of the conventions are those under which the names are likeliest.
// Linear in mentions; a spelling of an entity is looked up once.

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "khitai/annotate.h"
#include "khitai/conventions.h"

namespace khitai {
namespace {

constexpr int kRounds = 30;
constexpr double kLeastShare = 0.01;
// A language with fewer names, or a smaller part of them, is not told.
constexpr double kFewNames = 2;
constexpr double kFewOf = 0.1;
constexpr double kDoubt = 2;

// Arabic and Persian names of one text are written alike.
std::string_view family_of(std::string_view lang) {
  return lang == "ar" || lang == "fa" ? "ar fa" : lang;
}

struct Group {
  std::string_view family, convention;
  bool operator<(const Group& other) const {
    return std::tie(family, convention) <
           std::tie(other.family, other.convention);
  }
};
using Shares = std::map<Group, double>;

// What the names of a spelling allow, and how many they are.
struct Evidence {
  Shares allowed;
  double names = 0;
};

Shares allowed_by(const std::vector<Detected>& found) {
  Shares out;
  for (const Detected& one : found) {
    double& share = out[{family_of(one.lang), one.convention}];
    share = std::max(share, one.probability);
  }
  return out;
}

// The most likely shares, in names, if before them each convention had the
// share that the spellings allow it (kDoubt names in all).
Shares mixture_of(const std::vector<Evidence>& all) {
  Shares first;
  double names = 0;
  for (const Evidence& one : all) {
    names += one.names;
    for (const auto& [group, prior] : one.allowed) {
      first[group] += one.names * prior;
    }
  }
  Shares shares = first;
  for (int round = 0; round < kRounds; ++round) {
    Shares next;
    for (const Evidence& one : all) {
      double total = 0;
      for (const auto& [group, prior] : one.allowed) {
        total += prior * (shares[group] + kDoubt * first[group] / names);
      }
      for (const auto& [group, prior] : one.allowed) {
        const double share =
            prior * (shares[group] + kDoubt * first[group] / names);
        next[group] += one.names * share / total;
      }
    }
    shares = std::move(next);
  }
  return shares;
}

std::vector<Detected> by_family(const Shares& shares) {
  std::map<std::string_view, double> families;
  double names = 0;
  for (const auto& [group, share] : shares) {
    families[group.family] += share;
    names += share;
  }
  const double few = std::max(kFewNames, kFewOf * names);
  std::vector<Detected> out;
  for (const auto& [group, share] : shares) {
    const double part = share / families[group.family];
    if (part < kLeastShare || families[group.family] < few) continue;
    out.push_back({group.convention, group.family, part, share});
  }
  std::stable_sort(out.begin(), out.end(),
                   [&](const Detected& a, const Detected& b) {
                     if (a.lang == b.lang) return a.probability > b.probability;
                     return std::pair(-families[a.lang], a.lang) <
                            std::pair(-families[b.lang], b.lang);
                   });
  return out;
}

}  // namespace

Fingerprint fingerprint(const Lexicon& lexicon, const Annotation& annotation) {
  std::map<std::pair<uint32_t, std::string>, Evidence> names;
  for (const Mention& mention : annotation.mentions) {
    if (mention.decision != Decision::kMatch) continue;
    const std::string text = annotation.source.substr(
        mention.core_begin, mention.core_end - mention.core_begin);
    const uint32_t entity = mention.candidates[0].entity;
    Evidence& evidence = names[{entity, text}];
    if (evidence.names == 0) {
      evidence.allowed =
          allowed_by(conventions_of_mention(lexicon, text, entity));
    }
    evidence.names += 1;
  }
  Fingerprint out;
  std::vector<Evidence> all;
  for (const auto& [name, evidence] : names) {
    if (evidence.allowed.empty()) continue;
    all.push_back(evidence);
    out.names += static_cast<size_t>(evidence.names);
  }
  out.conventions = by_family(mixture_of(all));
  return out;
}

}  // namespace khitai
