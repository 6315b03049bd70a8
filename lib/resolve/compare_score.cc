// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_score.h"

#include <algorithm>
#include <set>
#include <string>

namespace khitai::resolve {
namespace {

constexpr double kMostWeight = 3;
constexpr double kMostVariants = 4;
constexpr double kEnoughLetters = 9;  // of a word that stands alone
constexpr double kEnoughInitials = 3;
constexpr double kFirstOmitted = 0.5;  // the number 1 may well be left out

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

std::vector<size_t> content_of(const NameParts& parts) {
  std::vector<size_t> words;
  for (size_t i = 0; i < parts.tokens.size(); ++i) {
    if (is_content(parts.tokens[i])) words.push_back(i);
  }
  return words;
}

// Initials that a pair of words met by; 0 where it met by more.
double initials_of(const WordPair& pair) {
  if (pair.near.met == Meeting::kInitial) return 1;
  return pair.near.met == Meeting::kInitials ? pair.near.size : 0;
}

class Measurer {
 public:
  Measurer(const NameParts& a, const NameParts& b, const Alignment& alignment)
      : a_(a), b_(b), alignment_(alignment) {}

  Measures run() {
    at_[kStart] = 1;
    measure_met();
    measure_models();
    measure_initials();
    measure_alone();
    measure_against();
    measure_omissions();
    measure_sets();
    at_[kMoved] = alignment_.moved;
    at_[kTurned] = alignment_.turned;
    at_[kEqual] = is_equal();
    if (!a_.tokens.empty() && !b_.tokens.empty()) {
      at_[kScripts] = !same_script(a_.tokens[0], b_.tokens[0]);
    }
    return at_;
  }

 private:
  static bool same_script(const Token& a, const Token& b) {
    return a.spelling.script == b.spelling.script;
  }

  bool same_script(const WordPair& pair) const {
    return same_script(a_.tokens[pair.a.first], b_.tokens[pair.b.first]);
  }

  void measure_met() {
    for (const WordPair& pair : alignment_.met) {
      const double ratio = pair.near.ratio();
      at_[kAgreed] += pair.weight * (1 - ratio);
      at_[kShortForms] += pair.near.met == Meeting::kShort;
      at_[kJoined] += pair.a.last - pair.a.first != pair.b.last - pair.b.first;
      if (pair.near.met != Meeting::kVariant) continue;
      at_[kVariants] += pair.near.cost;
      at_[kWorst] = std::max(at_[kWorst], ratio);
    }
    at_[kAgreed] = std::min(at_[kAgreed], kMostWeight);
    at_[kVariants] = std::min(at_[kVariants], kMostVariants);
  }

  void measure_models() {
    double sum = 0;
    double count = 0;
    for (const WordPair& pair : alignment_.met) {
      if (pair.near.met != Meeting::kVariant || pair.near.model == 0) continue;
      sum += pair.near.model;
      count += 1;
    }
    if (count > 0) at_[kLetters] = sum / count;
  }

  void measure_initials() {
    double initials = 0;
    for (const WordPair& pair : alignment_.met) {
      const double these = initials_of(pair);
      if (these == 0) return;
      initials += these;
    }
    if (initials == 0) return;
    at_[kOnlyInitials] = std::max(0.0, kEnoughInitials - initials);
  }

  // One pair of words and nothing else.
  void measure_alone() {
    if (alignment_.met.size() != 1 || !nothing_left()) return;
    const WordPair& pair = alignment_.met[0];
    if (pair.near.met != Meeting::kVariant) return;
    const double lacks = std::max(0.0, kEnoughLetters - pair.near.size) / 4;
    if (!same_script(pair)) {
      at_[kAloneScripts] = lacks;
      return;
    }
    at_[kAlone] = 1;
    at_[kAloneShort] = lacks;
  }

  bool nothing_left() const {
    return alignment_.against.empty() && alignment_.only_a.empty() &&
           alignment_.only_b.empty();
  }

  bool is_equal() const {
    return !alignment_.met.empty() && nothing_left() && !alignment_.moved &&
           !a_.cut && !b_.cut && at_[kNumberOmitted] == 0 &&
           at_[kNumberOther] == 0 && at_[kTitleOther] == 0 &&
           at_[kLegalOther] == 0 &&
           std::all_of(alignment_.met.begin(), alignment_.met.end(),
                       [](const WordPair& pair) {
                         return pair.near.met == Meeting::kSame;
                       });
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
    const auto content_a = content_of(a_);
    const auto content_b = content_of(b_);
    const double fuller = std::max(weight_of_words(a_, content_a),
                                   weight_of_words(b_, content_b));
    at_[kOmissions] = std::min(omitted, kMostWeight);
    if (fuller > 0) at_[kOmittedShare] = std::min(omitted / fuller, 1.0);
    const bool any = !alignment_.only_a.empty() || !alignment_.only_b.empty();
    at_[kOneLeft] = any && std::min(content_a.size(), content_b.size()) == 1;
    if (company()) at_[kCompanyOmissions] = at_[kOmissions];
  }

  // Numbers, titles and legal forms as sets.
  void measure_sets() {
    compare_sets(TokenKind::kTitle, kTitleOmitted, kTitleOther);
    compare_sets(TokenKind::kLegal, kLegalOmitted, kLegalOther);
    compare_sets(TokenKind::kNumber, kNumberOmitted, kNumberOther);
    if (at_[kNumberOmitted] == 0) return;
    const std::set<std::string> first = {"1"};
    if (values_of(a_, TokenKind::kNumber) == first ||
        values_of(b_, TokenKind::kNumber) == first) {
      at_[kNumberOmitted] = kFirstOmitted;
    }
  }

  void compare_sets(TokenKind kind, Measure omitted, Measure other) {
    auto one = values_of(a_, kind);
    auto two = values_of(b_, kind);
    if (one == two) return;
    // "Company" says no more than that it is one.
    one.erase("");
    two.erase("");
    const bool part =
        std::includes(one.begin(), one.end(), two.begin(), two.end()) ||
        std::includes(two.begin(), two.end(), one.begin(), one.end());
    at_[part ? omitted : other] = 1;
  }

  const NameParts& a_;
  const NameParts& b_;
  const Alignment& alignment_;
  Measures at_ = {};
};

}  // namespace

Measures measures_of(const NameParts& a, const NameParts& b,
                     const Alignment& alignment, const DatesFit& dates) {
  Measures at = Measurer(a, b, alignment).run();
  at[kDatesFit] = dates.other ? 0 : dates.fit;
  at[kDatesOther] = dates.other;
  if (dates.other) at[kEqual] = 0;
  return at;
}

double log_odds(const Measures& measures) {
  double sum = 0;
  for (size_t i = 0; i < kMeasureCount; ++i) {
    sum += kCompareWeights[i].weight * measures[i];
  }
  return sum;
}

double log_odds(const Measures& measures, Group group) {
  double sum = 0;
  for (size_t i = 0; i < kMeasureCount; ++i) {
    if (kCompareWeights[i].group != group) continue;
    sum += kCompareWeights[i].weight * measures[i];
  }
  return sum;
}

}  // namespace khitai::resolve
