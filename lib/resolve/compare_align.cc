// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_align.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace khitai::resolve {
namespace {

constexpr size_t kMostJoined = 3;     // words written together on one side
constexpr double kMostDiffers = 0.5;  // of the letters of words that meet
constexpr double kRepeated = 0.2;     // ... of one that is said twice
constexpr double kJoinCost = 0.1;     // letters, for words written together
constexpr double kUsualWord = 6;      // letters of a word that weighs 1
constexpr double kLongWord = 8;       // ... beyond which nothing is added
constexpr double kCommon = 0.5;       // what a common word weighs of that
constexpr double kInitialWeight = 0.2;
constexpr double kHanLetters = 2.5;  // letters that a character counts for
constexpr size_t kMostInitials = 6;

bool is_content(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kInitial;
}

bool contains(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool share(const std::vector<std::string>& a,
           const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
    return contains(b, one);
  });
}

std::string spaceless(std::string text) {
  std::erase(text, ' ');
  return text;
}

// The letter that a word begins with, also in another script.
bool begins_with(const Token& word, const Token& initial) {
  if (word.letters.empty() || initial.letters.empty()) return false;
  if (word.spelling.script == initial.spelling.script) {
    return word.letters[0] == initial.letters[0];
  }
  for (const std::string& one : word.spelling.readings) {
    for (const std::string& other : initial.spelling.readings) {
      if (one.size() > 2 && other.size() > 2 && one[2] == other[2]) return true;
    }
  }
  return false;
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
    if (!meet_whole()) {
      meet_same();
      meet_near();
    }
    sort_out_rest();
    find_order();
    return std::move(out_);
  }

 private:
  // The whole of both, written and parted as it may be: Yeh-lu Ta-shih and
  // Yelu Dashi.
  bool meet_whole() {
    const auto whole_a = whole_of(a_);
    const auto whole_b = whole_of(b_);
    if (!whole_a || !whole_b) return false;
    if (whole_a->first == whole_a->last && whole_b->first == whole_b->last) {
      return false;
    }
    if (contents(a_, *whole_a) == contents(b_, *whole_b)) return false;
    const Token one = word_of(a_, *whole_a, lang_a_);
    const Token other = word_of(b_, *whole_b, lang_b_);
    const Nearness near = nearness(tables_, one, other);
    if (near.met != Met::kSame && near.met != Met::kReading) return false;
    take({*whole_a, *whole_b, near, weight_of(one)});
    return true;
  }

  // From the first word to the last, where nothing but words and particles
  // lies between.
  std::optional<Run> whole_of(const NameParts& parts) const {
    std::optional<Run> run;
    for (size_t i = 0; i < parts.tokens.size(); ++i) {
      if (!is_content(parts.tokens[i])) continue;
      if (run) {
        run->last = i;
      } else {
        run = Run{i, i};
      }
    }
    if (!run) return run;
    for (size_t i = run->first; i <= run->last; ++i) {
      const TokenKind kind = parts.tokens[i].kind;
      if (kind == TokenKind::kNumber || kind == TokenKind::kInitial) {
        return std::nullopt;
      }
    }
    return run;
  }

  static size_t contents(const NameParts& parts, const Run& run) {
    size_t count = 0;
    for (size_t i = run.first; i <= run.last; ++i) {
      count += is_content(parts.tokens[i]);
    }
    return count;
  }

  Token word_of(const NameParts& parts, const Run& run,
                std::string_view lang) const {
    return run.first == run.last
               ? parts.tokens[run.first]
               : joined(tables_, parts, run.first, run.last, lang);
  }

  bool is_free(const std::vector<bool>& used, const Run& run) const {
    for (size_t i = run.first; i <= run.last; ++i) {
      if (used[i]) return false;
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
    WordPair pair{{i, i}, {j, j}, near_words(one, other), 0};
    pair.weight = (weight_of(one) + weight_of(other)) / 2;
    if (pair.near.met == Met::kInitial) pair.weight = kInitialWeight;
    return pair;
  }

  // As words, by the table, or as an initial.
  Nearness near_words(const Token& one, const Token& other) const {
    Nearness near = nearness(tables_, one, other);
    const bool initial_a = one.kind == TokenKind::kInitial;
    const bool initial_b = other.kind == TokenKind::kInitial;
    if (initial_a != initial_b) {
      const bool fits =
          initial_a ? begins_with(other, one) : begins_with(one, other);
      near.met = fits ? Met::kInitial : Met::kNot;
      near.cost = fits ? 0 : near.size;
      return near;
    }
    if (near.met != Met::kVariant) return near;
    if (initial_a) {
      near.met = Met::kNot;
      near.cost = near.size;
      return near;
    }
    const std::string& key_a = one.spelling.l1;
    const std::string& key_b = other.spelling.l1;
    if (contains(one.same, key_b) || contains(other.same, key_a) ||
        share(one.same, other.same)) {
      near.met = Met::kOther;
      near.cost = 0;
    } else if (contains(one.fuller, key_b) || contains(other.fuller, key_a) ||
               share(one.fuller, other.fuller)) {
      near.met = Met::kShort;
      near.cost = 0;
    }
    return near;
  }

  void meet_same() {
    for (size_t i = 0; i < a_.tokens.size(); ++i) {
      if (!is_content(a_.tokens[i])) continue;
      for (size_t j = 0; j < b_.tokens.size(); ++j) {
        if (used_b_[j] || !is_content(b_.tokens[j])) continue;
        if (a_.tokens[i].letters != b_.tokens[j].letters) continue;
        const WordPair pair = pair_of(i, j);
        if (pair.near.met != Met::kSame) continue;
        take(pair);
        break;
      }
    }
  }

  // What is left, the best first: single words, words written together, and
  // initials written as one word.
  void meet_near() {
    std::vector<WordPair> all;
    for (size_t i = 0; i < a_.tokens.size(); ++i) {
      if (used_a_[i] || !is_content(a_.tokens[i])) continue;
      for (size_t j = 0; j < b_.tokens.size(); ++j) {
        if (used_b_[j] || !is_content(b_.tokens[j])) continue;
        const WordPair pair = pair_of(i, j);
        if (pair.near.met == Met::kNot) continue;
        if (pair.near.ratio() <= kMostDiffers) all.push_back(pair);
      }
    }
    add_joined(a_, b_, used_a_, used_b_, lang_a_, false, &all);
    add_joined(b_, a_, used_b_, used_a_, lang_b_, true, &all);
    std::stable_sort(all.begin(), all.end(),
                     [](const WordPair& one, const WordPair& other) {
                       return gain(one) > gain(other);
                     });
    for (const WordPair& pair : all) {
      if (is_free(used_a_, pair.a) && is_free(used_b_, pair.b)) take(pair);
    }
  }

  // Letters that agree; an initial comes last.
  static double gain(const WordPair& pair) {
    if (pair.near.met == Met::kInitial) return 0.5;
    return pair.near.size - pair.near.cost / kMostDiffers;
  }

  // Runs of `many` against single words of `single`. `turned`: `many` is b.
  void add_joined(const NameParts& many, const NameParts& single,
                  const std::vector<bool>& used_many,
                  const std::vector<bool>& used_single, std::string_view lang,
                  bool turned, std::vector<WordPair>* all) const {
    for (size_t first = 0; first < many.tokens.size(); ++first) {
      const size_t most = std::min(first + kMostInitials, many.tokens.size());
      for (size_t last = first + 1; last < most; ++last) {
        const Run run{first, last};
        if (!is_free(used_many, run)) break;
        if (contents(many, run) == 0) continue;
        std::optional<Token> word;
        for (size_t j = 0; j < single.tokens.size(); ++j) {
          const Token& other = single.tokens[j];
          if (used_single[j] || other.kind != TokenKind::kWord) continue;
          if (auto near = initials_of(many, run, other)) {
            add({run, {j, j}, *near, kInitialWeight}, turned, all);
            continue;
          }
          if (last - first >= kMostJoined || !may_join(many, run, other)) {
            continue;
          }
          if (!word) word = joined(tables_, many, first, last, lang);
          Nearness near = near_words(*word, other);
          if (contains_spaceless(other, many, run)) {
            near = {Met::kOther, 0, near.size};
          }
          if (near.met == Met::kNot) continue;
          near.cost += kJoinCost;
          if (near.ratio() > kMostDiffers / 2) continue;
          add({run, {j, j}, near, (weight_of(*word) + weight_of(other)) / 2},
              turned, all);
        }
      }
    }
  }

  static void add(WordPair pair, bool turned, std::vector<WordPair>* all) {
    if (turned) std::swap(pair.a, pair.b);
    all->push_back(pair);
  }

  // An abbreviation of several words: US for United States.
  static bool contains_spaceless(const Token& word, const NameParts& many,
                                 const Run& run) {
    if (word.same.empty()) return false;
    std::string whole;
    for (size_t i = run.first; i <= run.last; ++i) {
      whole += many.tokens[i].spelling.l1;
    }
    return std::any_of(
        word.same.begin(), word.same.end(),
        [&](const std::string& one) { return spaceless(one) == whole; });
  }

  // Whether their sizes let the words be one; numbers never join.
  static bool may_join(const NameParts& many, const Run& run,
                       const Token& other) {
    size_t size = 0;
    for (size_t i = run.first; i <= run.last; ++i) {
      if (many.tokens[i].kind == TokenKind::kNumber) return false;
      size += many.tokens[i].letters.size();
    }
    if (many.tokens[run.first].spelling.script != other.spelling.script) {
      return true;
    }
    return size <= other.letters.size() * 2 && other.letters.size() <= size * 2;
  }

  // "JC" for Jean Claude.
  static std::optional<Nearness> initials_of(const NameParts& many,
                                             const Run& run,
                                             const Token& word) {
    const size_t count = word.letters.size();
    if (count < 2 || !word.capital || contents(many, run) != count) {
      return std::nullopt;
    }
    size_t at = 0;
    for (size_t i = run.first; i <= run.last; ++i) {
      const Token& token = many.tokens[i];
      if (token.kind == TokenKind::kNumber) return std::nullopt;
      if (!is_content(token)) continue;
      if (token.letters.empty() || token.letters[0] != word.letters[at]) {
        return std::nullopt;
      }
      ++at;
    }
    const auto size = static_cast<double>(count);
    return Nearness{Met::kInitials, 0, size};
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

  std::vector<size_t> rest_of(const NameParts& parts,
                              const std::vector<bool>& used) const {
    std::vector<size_t> rest;
    for (size_t i = 0; i < parts.tokens.size(); ++i) {
      if (used[i] || !is_content(parts.tokens[i])) continue;
      rest.push_back(i);
    }
    return rest;
  }

  void oppose(std::vector<size_t>* rest_a, std::vector<size_t>* rest_b,
              bool sons) {
    for (;;) {
      std::optional<WordPair> best;
      for (size_t i : *rest_a) {
        for (size_t j : *rest_b) {
          if (sons &&
              !(a_.tokens[i].after_son && b_.tokens[j].after_son)) {
            continue;
          }
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
    for (size_t i = 0; i + 1 < met.size(); ++i) {
      out_.moved = out_.moved || met[i].b.first > met[i + 1].b.first;
    }
    bool son_only_a = false;
    bool son_only_b = false;
    for (const WordPair& pair : met) {
      const bool son_a = a_.tokens[pair.a.first].after_son;
      const bool son_b = b_.tokens[pair.b.first].after_son;
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

double weight_of(const Token& token) {
  if (token.kind == TokenKind::kInitial) return kInitialWeight;
  double size = static_cast<double>(token.letters.size());
  if (token.spelling.script == "Hani") size *= kHanLetters;
  const double weight = std::min(size, kLongWord) / kUsualWord;
  return token.common ? kCommon * weight : weight;
}

Alignment align(const romanize::Tables& tables, const NameParts& a,
                const NameParts& b, std::string_view lang_a,
                std::string_view lang_b) {
  return Aligner(tables, a, b, lang_a, lang_b).run();
}

}  // namespace khitai::resolve
