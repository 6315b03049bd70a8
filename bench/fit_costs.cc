// SPDX-License-Identifier: Apache-2.0
//
// Fits lexicon/tables/costs.tsv: how letters of one script stand for letters
// of another, from pairs of names.
//
//   fit_costs FOLDER [--without SET:FOLD] > lexicon/tables/costs.tsv
//
// FOLDER holds tables of pairs (SET.tsv with columns id query query_lang
// target ...). --without leaves out every fifth pair of a set, from FOLD (0-4)
// on, for measuring on what was not fitted. Expectation-maximization over
// alignments of up to two letters to three; steps rarer than one in fifty
// thousand are dropped. Deterministic.

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "khitai/keys.h"
#include "romanize/costs.h"
#include "text/script.h"
#include "text/utf8.h"

namespace {

using khitai::romanize::kMostFrom;
using khitai::romanize::kMostTo;
using khitai::romanize::Letters;

constexpr const char* kSets[] = {"ar_place_dmg",      "interscript_systems",
                                 "latn_dmg_to_ascii", "persian_latn",
                                 "ru_person_en",      "turkic_mongol_en"};
constexpr int kFolds = 5;
constexpr int kRounds = 8;
constexpr double kRarest = 2e-5;
constexpr size_t kFewest = 20;  // pairs that make a model

using Step = std::pair<Letters, Letters>;
using Pairs = std::vector<Step>;
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
    khitai::text::append(letter == U' ' ? U'_' : letter, &out);
  }
  return out;
}

void print(const std::string& pair, const Pairs& pairs) {
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
  for (const std::string& row : rows) std::cout << row << "\n";
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

bool read_set(const std::string& folder, const std::string& set,
              const std::string& without, std::map<std::string, Pairs>* pairs) {
  std::ifstream file(folder + "/" + set + ".tsv");
  std::string line;
  if (!std::getline(file, line)) return false;
  for (int number = 0; std::getline(file, line); ++number) {
    const std::vector<std::string> cells = cells_of(line);
    const std::string fold = set + ":" + std::to_string(number % kFolds);
    if (cells.size() < 4 || fold == without) continue;
    const std::string a = khitai::l0_key(cells[1]);
    const std::string b = khitai::l0_key(cells[3]);
    const std::string pair = std::string(khitai::text::script_of(a)) + "-" +
                             std::string(khitai::text::script_of(b));
    (*pairs)[pair].emplace_back(khitai::romanize::letters_of(a),
                                khitai::romanize::letters_of(b));
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && !(argc == 4 && std::string(argv[2]) == "--without")) {
    std::fprintf(stderr, "usage: fit_costs FOLDER [--without SET:FOLD]\n");
    return 2;
  }
  std::map<std::string, Pairs> pairs;
  for (const char* set : kSets) {
    if (!read_set(argv[1], set, argc == 4 ? argv[3] : "", &pairs)) {
      std::fprintf(stderr, "fit_costs: %s/%s.tsv is not there\n", argv[1], set);
      return 3;
    }
  }
  std::cout << "# bench/fit_costs FOLDER > lexicon/tables/costs.tsv (pairs of "
               "names, do not edit)\npair\tfrom\tto\tcost\n";
  for (const auto& [pair, list] : pairs) {
    if (list.size() >= kFewest) print(pair, list);
  }
  return 0;
}
