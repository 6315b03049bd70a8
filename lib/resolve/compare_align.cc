// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_align.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace khitai::resolve {
namespace {

constexpr double kRepeated = 0.2;  // letters of a word said twice that differ
constexpr double kInitialGain = 0.5;  // letters: an initial comes last

// Letters that agree.
double gain(const WordPair& pair) {
  if (pair.near.met == Meeting::kInitial) return kInitialGain;
  return pair.near.size - pair.near.cost / kMostDiffers;
}

class Aligner {
 public:
  Aligner(const romanize::Tables& tables, const NameParts& a,
          const NameParts& b, std::string_view lang_a, std::string_view lang_b)
      : tables_(tables),
        a_(a),
        b_(b),
        lang_a_(lang_a),
        lang_b_(lang_b),
        used_a_(a.tokens.size(), false),
        used_b_(b.tokens.size(), false) {}

  Alignment run() {
    if (const auto whole = whole_pair(tables_, a_, b_, lang_a_, lang_b_)) {
      take(*whole);
    } else {
      meet_same();
      meet_near();
    }
    sort_out_rest();
    find_order();
    return std::move(out_);
  }

 private:
  bool is_free(const WordPair& pair) const {
    for (size_t i = pair.a.first; i <= pair.a.last; ++i) {
      if (used_a_[i]) return false;
    }
    for (size_t i = pair.b.first; i <= pair.b.last; ++i) {
      if (used_b_[i]) return false;
    }
    return true;
  }

  void take(const WordPair& pair) {
    for (size_t i = pair.a.first; i <= pair.a.last; ++i) used_a_[i] = true;
    for (size_t i = pair.b.first; i <= pair.b.last; ++i) used_b_[i] = true;
    out_.met.push_back(pair);
  }

  WordPair pair_of(size_t i, size_t j) const {
    const Token& one = a_.tokens[i];
    const Token& other = b_.tokens[j];
    WordPair pair{{i, i}, {j, j}, near_words(tables_, one, other), 0};
    pair.weight = (weight_of(one) + weight_of(other)) / 2;
    if (pair.near.met == Meeting::kInitial) pair.weight = kInitialWeight;
    return pair;
  }

  static std::vector<size_t> rest_of(const NameParts& parts,
                                     const std::vector<bool>& used) {
    std::vector<size_t> rest;
    for (size_t i = 0; i < parts.tokens.size(); ++i) {
      if (!used[i] && is_content(parts.tokens[i])) rest.push_back(i);
    }
    return rest;
  }

  void meet_same() {
    for (size_t i : rest_of(a_, used_a_)) {
      for (size_t j : rest_of(b_, used_b_)) {
        if (a_.tokens[i].letters != b_.tokens[j].letters) continue;
        const WordPair pair = pair_of(i, j);
        if (pair.near.met != Meeting::kSame) continue;
        take(pair);
        break;
      }
    }
  }

  // What is left, the best first: single words, words written together, and
  // initials written as one word.
  void meet_near() {
    std::vector<WordPair> all;
    for (size_t i : rest_of(a_, used_a_)) {
      for (size_t j : rest_of(b_, used_b_)) {
        const WordPair pair = pair_of(i, j);
        if (pair.near.met == Meeting::kNot) continue;
        if (pair.near.ratio() <= kMostDiffers) all.push_back(pair);
      }
    }
    for (const WordPair& pair :
         joined_pairs(tables_, a_, b_, used_a_, used_b_, lang_a_)) {
      all.push_back(pair);
    }
    for (WordPair& pair :
         joined_pairs(tables_, b_, a_, used_b_, used_a_, lang_b_)) {
      std::swap(pair.a, pair.b);
      all.push_back(pair);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const WordPair& one, const WordPair& other) {
                       return gain(one) > gain(other);
                     });
    for (const WordPair& pair : all) {
      if (is_free(pair)) take(pair);
    }
  }

  // One of each side stand against each other, fathers first; the rest is
  // left out on the other side. What is said twice means nothing.
  void sort_out_rest() {
    std::vector<size_t> rest_a = rest_of(a_, used_a_);
    std::vector<size_t> rest_b = rest_of(b_, used_b_);
    oppose(&rest_a, &rest_b, true);
    oppose(&rest_a, &rest_b, false);
    drop_repeated(a_, used_a_, &rest_a);
    drop_repeated(b_, used_b_, &rest_b);
    out_.only_a = std::move(rest_a);
    out_.only_b = std::move(rest_b);
  }

  void drop_repeated(const NameParts& parts, const std::vector<bool>& used,
                     std::vector<size_t>* rest) const {
    std::erase_if(*rest, [&](size_t i) {
      for (size_t j = 0; j < parts.tokens.size(); ++j) {
        if (j == i || !used[j] || !is_content(parts.tokens[j])) continue;
        const Nearness near =
            nearness(tables_, parts.tokens[i], parts.tokens[j]);
        if (near.ratio() <= kRepeated) return true;
      }
      return false;
    });
  }

  // The words left of both sides, the nearest ones first; `sons`: only those
  // behind "son of".
  void oppose(std::vector<size_t>* rest_a, std::vector<size_t>* rest_b,
              bool sons) {
    for (;;) {
      std::optional<WordPair> best;
      for (size_t i : *rest_a) {
        for (size_t j : *rest_b) {
          const bool both = a_.tokens[i].after_son && b_.tokens[j].after_son;
          if (sons && !both) continue;
          const WordPair pair = pair_of(i, j);
          if (!best || pair.near.ratio() < best->near.ratio()) best = pair;
        }
      }
      if (!best) return;
      std::erase(*rest_a, best->a.first);
      std::erase(*rest_b, best->b.first);
      out_.against.push_back(*best);
    }
  }

  void find_order() {
    std::vector<WordPair>& met = out_.met;
    std::sort(met.begin(), met.end(),
              [](const WordPair& one, const WordPair& other) {
                return one.a.first < other.a.first;
              });
    bool son_only_a = false;
    bool son_only_b = false;
    for (size_t i = 0; i < met.size(); ++i) {
      if (i + 1 < met.size() && met[i].b.first > met[i + 1].b.first) {
        out_.moved = true;
      }
      const bool son_a = a_.tokens[met[i].a.first].after_son;
      const bool son_b = b_.tokens[met[i].b.first].after_son;
      son_only_a = son_only_a || (son_a && !son_b);
      son_only_b = son_only_b || (son_b && !son_a);
    }
    out_.turned = son_only_a && son_only_b;
  }

  const romanize::Tables& tables_;
  const NameParts& a_;
  const NameParts& b_;
  const std::string_view lang_a_, lang_b_;
  std::vector<bool> used_a_, used_b_;
  Alignment out_;
};

}  // namespace

Alignment align(const romanize::Tables& tables, const NameParts& a,
                const NameParts& b, std::string_view lang_a,
                std::string_view lang_b) {
  return Aligner(tables, a, b, lang_a, lang_b).run();
}

}  // namespace khitai::resolve
