// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_score.h"

#include <algorithm>
#include <set>
#include <string>

namespace khitai::resolve {
namespace {

constexpr double kMostWeight = 3;
constexpr double kMostVariants = 4;
constexpr double kShortWord = 5;

std::set<std::string> values_of(const NameParts& parts, TokenKind kind) {
  std::set<std::string> values;
  for (const Token& token : parts.tokens) {
    if (token.kind == kind) values.insert(token.value);
  }
  return values;
}

double weight_of_words(const NameParts& parts,
                       const std::vector<size_t>& words) {
  double sum = 0;
  for (size_t i : words) sum += weight_of(parts.tokens[i]);
  return sum;
}

double weight_of_content(const NameParts& parts) {
  double sum = 0;
  for (const Token& token : parts.tokens) {
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kInitial) {
      sum += weight_of(token);
    }
  }
  return sum;
}

size_t count_of_content(const NameParts& parts) {
  return static_cast<size_t>(std::count_if(
      parts.tokens.begin(), parts.tokens.end(), [](const Token& token) {
        return token.kind == TokenKind::kWord ||
               token.kind == TokenKind::kInitial;
      }));
}

class Measurer {
 public:
  Measurer(const NameParts& a, const NameParts& b, const Alignment& alignment)
      : a_(a), b_(b), alignment_(alignment) {}

  Measures run() {
    at_[kStart] = 1;
    measure_met();
    measure_against();
    measure_omissions();
    measure_sets();
    at_[kMoved] = alignment_.moved;
    at_[kTurned] = alignment_.turned;
    if (!a_.tokens.empty() && !b_.tokens.empty()) {
      at_[kScripts] = a_.tokens[0].spelling.script !=
                      b_.tokens[0].spelling.script;
    }
    return at_;
  }

 private:
  void measure_met() {
    for (const WordPair& pair : alignment_.met) {
      const double ratio = pair.near.ratio();
      at_[kAgreed] += pair.weight * (1 - ratio);
      at_[kInitials] += pair.near.met == Met::kInitial ||
                        pair.near.met == Met::kInitials;
      at_[kShortForms] += pair.near.met == Met::kShort;
      at_[kJoined] += pair.a.last - pair.a.first != pair.b.last - pair.b.first;
      if (pair.near.met != Met::kVariant) continue;
      at_[kVariants] += pair.near.cost;
      at_[kFirst] += begins_otherwise(pair);
      if (ratio <= at_[kWorst]) continue;
      at_[kWorst] = ratio;
      at_[kWorstShort] = pair.near.size <= kShortWord ? ratio : 0;
    }
    const bool alone = alignment_.met.size() == 1 &&
                       alignment_.against.empty() &&
                       alignment_.only_a.empty() && alignment_.only_b.empty();
    at_[kAlone] = alone ? at_[kWorst] : 0;
    double initials = 0, models = 0, compared = 0;
    bool only = !alignment_.met.empty();
    for (const WordPair& pair : alignment_.met) {
      if (pair.near.met == Met::kInitial) initials += 1;
      else if (pair.near.met == Met::kInitials) initials += pair.near.size;
      else only = false;
      if (pair.near.met == Met::kVariant && pair.near.model != 0) { models += pair.near.model; compared += 1; }
    }
    if (only) at_[kOnlyInitials] = std::max(0.0, 3 - initials);
    if (compared > 0) at_[kLetters] = models / compared;
    if (alone && alignment_.met[0].near.met == Met::kVariant && a_.tokens[alignment_.met[0].a.first].spelling.script != b_.tokens[alignment_.met[0].b.first].spelling.script) 
      at_[kAloneScripts] = std::max(0.0, 9 - alignment_.met[0].near.size) / 4;
    if (alone && alignment_.met[0].near.met == Met::kVariant && alignment_.met[0].near.model == 0 && a_.tokens[alignment_.met[0].a.first].spelling.script == b_.tokens[alignment_.met[0].b.first].spelling.script) {
      at_[kAloneVariant] = 1;
      at_[kAloneShort] = std::max(0.0, 9 - alignment_.met[0].near.size) / 4;
    }
    at_[kAgreed] = std::min(at_[kAgreed], kMostWeight);
    at_[kVariants] = std::min(at_[kVariants], kMostVariants);
    at_[kFirst] = std::min(at_[kFirst], 2.0);
    at_[kInitials] = std::min(at_[kInitials], 3.0);
  }

  // By readings, where there are any: Sergei begins like its Cyrillic twin.
  bool begins_otherwise(const WordPair& pair) const {
    const Token& one = a_.tokens[pair.a.first];
    const Token& other = b_.tokens[pair.b.first];
    if (one.spelling.script == other.spelling.script &&
        one.letters.substr(0, 1) == other.letters.substr(0, 1)) {
      return false;
    }
    for (const std::string& key : one.spelling.readings) {
      for (const std::string& rival : other.spelling.readings) {
        if (key.size() > 2 && rival.size() > 2 && key[2] == rival[2]) {
          return false;
        }
      }
    }
    return true;
  }

  bool is_father(const WordPair& pair) const {
    return a_.tokens[pair.a.first].after_son &&
           b_.tokens[pair.b.first].after_son;
  }

  void measure_against() {
    for (const WordPair& pair : alignment_.against) {
      at_[kContradicted] = 1;
      at_[kContradictions] += pair.weight;
      if (is_father(pair)) at_[kFather] = 1;
    }
    at_[kContradictions] = std::min(at_[kContradictions], kMostWeight);
    if (company()) at_[kCompanyContradicted] = at_[kContradicted];
  }

  bool company() const { return a_.organization || b_.organization; }

  void measure_omissions() {
    const double omitted = weight_of_words(a_, alignment_.only_a) +
                           weight_of_words(b_, alignment_.only_b);
    const double fuller =
        std::max(weight_of_content(a_), weight_of_content(b_));
    at_[kOmissions] = std::min(omitted, kMostWeight);
    if (fuller > 0) at_[kOmittedShare] = std::min(omitted / fuller, 1.0);
    const size_t least = std::min(count_of_content(a_), count_of_content(b_));
    const bool any =
        !alignment_.only_a.empty() || !alignment_.only_b.empty();
    at_[kOneLeft] = any && least == 1;
    if (company()) at_[kCompanyOmissions] = at_[kOmissions];
  }

  // Numbers, titles and legal forms as sets.
  void measure_sets() {
    compare_sets(TokenKind::kTitle, kTitleOmitted, kTitleOther);
    compare_sets(TokenKind::kLegal, kLegalOmitted, kLegalOther);
    compare_sets(TokenKind::kNumber, kNumberOmitted, kNumberOther);
    if (at_[kNumberOmitted] > 0) {
      const auto numbers = values_of(a_, TokenKind::kNumber);
      const auto others = values_of(b_, TokenKind::kNumber);
      const std::set<std::string> first = {"1"};
      if (numbers == first || others == first) at_[kNumberOmitted] = 0.5;
    }
  }

  void compare_sets(TokenKind kind, Measure omitted, Measure other) {
    auto one = values_of(a_, kind);
    auto two = values_of(b_, kind);
    if (one == two) return;
    // "Company" says no more than that it is one.
    one.erase("");
    two.erase("");
    if (std::includes(one.begin(), one.end(), two.begin(), two.end()) ||
        std::includes(two.begin(), two.end(), one.begin(), one.end())) {
      at_[omitted] = 1;
    } else {
      at_[other] = 1;
    }
  }

  const NameParts& a_;
  const NameParts& b_;
  const Alignment& alignment_;
  Measures at_ = {};
};

}  // namespace

Measures measures_of(const NameParts& a, const NameParts& b,
                     const Alignment& alignment) {
  return Measurer(a, b, alignment).run();
}

double log_odds(const Measures& measures) {
  double sum = 0;
  for (size_t i = 0; i < kMeasureCount; ++i) {
    sum += kCompareWeights[i].weight * measures[i];
  }
  return sum;
}

}  // namespace khitai::resolve
