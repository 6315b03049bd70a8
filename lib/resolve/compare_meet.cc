// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_meet.h"

#include <algorithm>
#include <string>

namespace khitai::resolve {
namespace {

constexpr size_t kMostJoined = 3;  // words written together on one side
constexpr size_t kMostInitials = 6;
constexpr double kJoinCost = 0.1;    // letters, for words written together
constexpr double kUsualWord = 6;     // letters of a word that weighs 1
constexpr double kLongWord = 8;      // ... beyond which nothing is added
constexpr double kCommon = 0.5;      // what a common word weighs of that
constexpr double kHanLetters = 2.5;  // letters that a character counts for

bool contains(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool share(const std::vector<std::string>& a,
           const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& one) { return contains(b, one); });
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

Nearness near_initial(const Token& word, const Token& initial, Nearness near) {
  const bool fits = begins_with(word, initial);
  near.met = fits ? Meeting::kInitial : Meeting::kNot;
  near.cost = fits ? 0 : near.size;
  return near;
}

Token word_of(const romanize::Tables& tables, const NameParts& parts,
              const Run& run, std::string_view lang) {
  return run.first == run.last
             ? parts.tokens[run.first]
             : joined(tables, parts, run.first, run.last, lang);
}

// From the first word to the last.
std::optional<Run> whole_of(const NameParts& parts) {
  std::optional<Run> run;
  for (size_t i = 0; i < parts.tokens.size(); ++i) {
    const TokenKind kind = parts.tokens[i].kind;
    if (kind == TokenKind::kInitial) return std::nullopt;
    if (kind != TokenKind::kWord) continue;
    if (run) {
      run->last = i;
    } else {
      run = Run{i, i};
    }
  }
  if (!run) return run;
  for (size_t i = run->first; i <= run->last; ++i) {
    if (parts.tokens[i].kind == TokenKind::kNumber) return std::nullopt;
  }
  return run;
}

// "JC" for Jean Claude.
std::optional<Nearness> initials_of(const NameParts& many, const Run& run,
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
  return Nearness{Meeting::kInitials, 0, static_cast<double>(count)};
}

// An abbreviation of several words: US for United States.
bool abbreviates(const Token& word, const NameParts& many, const Run& run) {
  if (word.same.empty()) return false;
  std::string whole;
  for (size_t i = run.first; i <= run.last; ++i) {
    whole += many.tokens[i].spelling.l1;
  }
  whole = spaceless(whole);
  return std::any_of(
      word.same.begin(), word.same.end(),
      [&](const std::string& one) { return spaceless(one) == whole; });
}

// Whether their sizes let the words be one; numbers never join.
bool may_join(const NameParts& many, const Run& run, const Token& other) {
  if (run.last - run.first >= kMostJoined) return false;
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

bool is_free(const std::vector<bool>& used, const Run& run) {
  for (size_t i = run.first; i <= run.last; ++i) {
    if (used[i]) return false;
  }
  return true;
}

// The words of a run as one, made once when it is first wanted.
class RunWord {
 public:
  RunWord(const romanize::Tables& tables, const NameParts& many, const Run& run,
          std::string_view lang)
      : tables_(tables), many_(many), run_(run), lang_(lang) {}

  // How the run meets a single word; none where it does not.
  std::optional<WordPair> meet(const Token& other, size_t number) {
    const Run single{number, number};
    if (const auto near = initials_of(many_, run_, other)) {
      return WordPair{run_, single, *near, kInitialWeight};
    }
    if (!may_join(many_, run_, other)) return std::nullopt;
    if (!word_) word_ = word_of(tables_, many_, run_, lang_);
    Nearness near = near_words(tables_, *word_, other);
    if (abbreviates(other, many_, run_)) near = {Meeting::kOther, 0, near.size};
    if (near.met == Meeting::kNot) return std::nullopt;
    near.cost += kJoinCost;
    if (near.ratio() > kMostDiffers / 2) return std::nullopt;
    return WordPair{run_, single, near,
                    (weight_of(*word_) + weight_of(other)) / 2};
  }

 private:
  const romanize::Tables& tables_;
  const NameParts& many_;
  const Run run_;
  const std::string_view lang_;
  std::optional<Token> word_;
};

}  // namespace

bool is_content(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kInitial;
}

size_t contents(const NameParts& parts, const Run& run) {
  size_t count = 0;
  for (size_t i = run.first; i <= run.last; ++i) {
    count += is_content(parts.tokens[i]);
  }
  return count;
}

double weight_of(const Token& token) {
  if (token.kind == TokenKind::kInitial) return kInitialWeight;
  double size = static_cast<double>(token.letters.size());
  if (token.spelling.script == "Hani") size *= kHanLetters;
  const double weight = std::min(size, kLongWord) / kUsualWord;
  return token.common ? kCommon * weight : weight;
}

Nearness near_words(const romanize::Tables& tables, const Token& one,
                    const Token& other) {
  Nearness near = nearness(tables, one, other);
  const bool initial_a = one.kind == TokenKind::kInitial;
  const bool initial_b = other.kind == TokenKind::kInitial;
  if (initial_a && !initial_b) return near_initial(other, one, near);
  if (initial_b && !initial_a) return near_initial(one, other, near);
  if (near.met != Meeting::kVariant) return near;
  const std::string& key_a = one.spelling.l1;
  const std::string& key_b = other.spelling.l1;
  if (initial_a) {
    near.met = Meeting::kNot;
    near.cost = near.size;
  } else if (contains(one.same, key_b) || contains(other.same, key_a) ||
             share(one.same, other.same)) {
    near.met = Meeting::kOther;
    near.cost = 0;
  } else if (contains(one.fuller, key_b) || contains(other.fuller, key_a) ||
             share(one.fuller, other.fuller)) {
    near.met = Meeting::kShort;
    near.cost = 0;
  }
  return near;
}

std::vector<WordPair> joined_pairs(const romanize::Tables& tables,
                                   const NameParts& many,
                                   const NameParts& single,
                                   const std::vector<bool>& used_many,
                                   const std::vector<bool>& used_single,
                                   std::string_view lang) {
  std::vector<WordPair> pairs;
  const size_t size = many.tokens.size();
  for (size_t first = 0; first < size; ++first) {
    const size_t end = std::min(first + kMostInitials, size);
    for (size_t last = first + 1; last < end; ++last) {
      const Run run{first, last};
      if (!is_free(used_many, run)) break;
      if (contents(many, run) == 0) continue;
      RunWord word(tables, many, run, lang);
      for (size_t j = 0; j < single.tokens.size(); ++j) {
        if (used_single[j]) continue;
        if (single.tokens[j].kind != TokenKind::kWord) continue;
        if (auto pair = word.meet(single.tokens[j], j)) pairs.push_back(*pair);
      }
    }
  }
  return pairs;
}

std::optional<WordPair> whole_pair(const romanize::Tables& tables,
                                   const NameParts& a, const NameParts& b,
                                   std::string_view lang_a,
                                   std::string_view lang_b) {
  const auto run_a = whole_of(a);
  const auto run_b = whole_of(b);
  if (!run_a || !run_b) return std::nullopt;
  if (contents(a, *run_a) == contents(b, *run_b)) return std::nullopt;
  const Token one = word_of(tables, a, *run_a, lang_a);
  const Token other = word_of(tables, b, *run_b, lang_b);
  const Nearness near = nearness(tables, one, other);
  if (near.met != Meeting::kSame && near.met != Meeting::kReading) {
    return std::nullopt;
  }
  return WordPair{*run_a, *run_b, near, weight_of(one)};
}

}  // namespace khitai::resolve
