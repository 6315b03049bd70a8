// SPDX-License-Identifier: Apache-2.0

#include "em.h"

#include <cmath>
#include <cstdio>

#include "text/utf8.h"

namespace khitai::bench {
namespace {

using romanize::kMostFrom;
using romanize::kMostTo;

constexpr int kRounds = 8;
constexpr double kRarest = 2e-5;
constexpr size_t kFewest = 20;  // pairs that make a model

using Odds = std::map<Step, double>;

// What a step counts before anything is known: a letter for a letter, the same
// letter most of all.
double first_guess(const Step& step) {
  const auto& [from, to] = step;
  if (from == to) return 0.05;
  if (from.size() == 1 && to.size() == 1) return 0.01;
  if (from.empty() || to.empty()) return 0.0005;
  return from.size() > 1 && to.size() > 1 ? 0.0001 : 0.001;
}

bool is_step(size_t n, size_t m) {
  if (n + m == 0 || (n == 0 && m > 1) || (m == 0 && n > 1)) return false;
  return !(n > 1 && m > 2);
}

// One pair's table of sums, forward and backward.
class Lattice {
 public:
  Lattice(const Letters& a, const Letters& b, const Odds* odds)
      : a_(a), b_(b), odds_(odds) {}

  // Adds the expected counts of all steps.
  void count(Odds* counts) {
    const size_t size = (a_.size() + 1) * (b_.size() + 1);
    forward_.assign(size, 0);
    backward_.assign(size, 0);
    forward_[0] = 1;
    each([&](size_t here, size_t there, const Step&, double odds) {
      forward_[there] += forward_[here] * odds;
    });
    const double total = forward_.back();
    if (!(total > 0)) return;
    backward_.back() = 1;
    each_back([&](size_t here, size_t there, const Step& step, double odds) {
      backward_[here] += odds * backward_[there];
      const double share = forward_[here] * odds * backward_[there] / total;
      if (share > 1e-9) (*counts)[step] += share;
    });
  }

 private:
  template <typename Do>
  void steps_at(size_t i, size_t j, Do act) {
    for (size_t n = 0; n <= kMostFrom && i + n <= a_.size(); ++n) {
      for (size_t m = 0; m <= kMostTo && j + m <= b_.size(); ++m) {
        if (!is_step(n, m)) continue;
        const Step step = {a_.substr(i, n), b_.substr(j, m)};
        const double odds = odds_of(step);
        const size_t width = b_.size() + 1;
        if (odds > 0) act(i * width + j, (i + n) * width + j + m, step, odds);
      }
    }
  }
  template <typename Do>
  void each(Do act) {
    for (size_t i = 0; i <= a_.size(); ++i) {
      for (size_t j = 0; j <= b_.size(); ++j) steps_at(i, j, act);
    }
  }
  template <typename Do>
  void each_back(Do act) {
    for (size_t i = a_.size() + 1; i-- > 0;) {
      for (size_t j = b_.size() + 1; j-- > 0;) steps_at(i, j, act);
    }
  }
  double odds_of(const Step& step) const {
    if (odds_ == nullptr) return first_guess(step);
    const auto found = odds_->find(step);
    if (found != odds_->end()) return found->second;
    return step.first.size() <= 1 && step.second.size() <= 1 ? 1e-7 : 0;
  }

  const Letters& a_;
  const Letters& b_;
  const Odds* odds_;
  std::vector<double> forward_, backward_;
};

Odds fit(const Pairs& pairs) {
  Odds odds;
  for (int round = 0; round < kRounds; ++round) {
    Odds counts;
    for (const auto& [a, b] : pairs) {
      Lattice(a, b, round == 0 ? nullptr : &odds).count(&counts);
    }
    double total = 0;
    for (const auto& [step, count] : counts) total += count;
    odds.clear();
    for (const auto& [step, count] : counts) {
      if (count / total >= kRarest) odds[step] = count / total;
    }
  }
  return odds;
}

std::string utf8(const Letters& letters) {
  std::string out;
  for (char32_t letter : letters) {
    text::append(letter == U' ' ? U'_' : letter, &out);
  }
  return out;
}

void print(const std::string& pair, const Pairs& pairs, std::string* out) {
  std::vector<std::string> rows;
  auto add = [&](const std::string& from, const std::string& to, double odds) {
    char cost[32];
    std::snprintf(cost, sizeof cost, "%.2f", -std::log(odds));
    rows.push_back(pair + "\t" + from + "\t" + to + "\t" + cost);
  };
  for (const auto& [step, odds] : fit(pairs)) {
    add(utf8(step.first), utf8(step.second), odds);
  }
  std::map<char32_t, double> letters;
  double total = 0;
  for (const auto& [a, b] : pairs) {
    for (char32_t letter : b) {
      ++letters[letter];
      ++total;
    }
  }
  for (const auto& [letter, count] : letters) {
    add("*", utf8(Letters(1, letter)), count / total);
  }
  for (const std::string& row : rows) *out += row + "\n";
}

}  // namespace

std::string fit_costs(const PairsByScripts& pairs) {
  std::string out =
      "# bench/fit_costs FOLDER > lexicon/tables/costs.tsv (pairs of names, do "
      "not edit)\npair\tfrom\tto\tcost\n";
  for (const auto& [scripts, list] : pairs) {
    if (list.size() >= kFewest) print(scripts, list, &out);
  }
  return out;
}

}  // namespace khitai::bench
