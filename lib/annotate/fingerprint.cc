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
constexpr double kLeastShare = 0.005;

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

Shares mixture_of(const std::vector<Evidence>& all) {
  Shares shares;
  for (const Evidence& one : all) {
    for (const auto& [group, prior] : one.allowed) shares[group] += prior;
  }
  for (int round = 0; round < kRounds; ++round) {
    Shares next;
    for (const Evidence& one : all) {
      double total = 0;
      for (const auto& [group, prior] : one.allowed) total += shares[group];
      if (total <= 0) continue;
      for (const auto& [group, prior] : one.allowed) {
        next[group] += one.names * shares[group] / total;
      }
    }
    shares = std::move(next);
  }
  return shares;
}

std::vector<Detected> by_family(const Shares& shares) {
  std::map<std::string_view, double> families;
  for (const auto& [group, share] : shares) families[group.family] += share;
  std::vector<Detected> out;
  for (const auto& [group, share] : shares) {
    const double part = share / families[group.family];
    if (part < kLeastShare) continue;
    out.push_back({group.convention, group.family, part});
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
