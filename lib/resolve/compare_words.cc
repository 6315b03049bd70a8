// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_words.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

#include "resolve/wording.h"

namespace khitai::resolve {
namespace {

std::string rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  std::string out = text;
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out;
}

std::string text_of(const NameParts& parts, const Run& run) {
  const size_t begin = parts.tokens[run.first].begin;
  return parts.name.substr(begin, parts.tokens[run.last].end - begin);
}

// With the particles that stand right before: "ibn Ibrahim".
Run with_particles(const NameParts& parts, Run run) {
  while (run.first > 0 &&
         parts.tokens[run.first - 1].kind == TokenKind::kParticle) {
    --run.first;
  }
  return run;
}

bool share_mandarin(const Token& a, const Token& b) {
  return std::any_of(a.spelling.readings.begin(), a.spelling.readings.end(),
                     [&](const std::string& key) {
                       const auto& all = b.spelling.readings;
                       return key.starts_with("z:") &&
                              std::find(all.begin(), all.end(), key) !=
                                  all.end();
                     });
}

class Reasons {
 public:
  Reasons(const Lexicon& lexicon, const Compared& all)
      : lexicon_(lexicon), all_(all), a_(all.a), b_(all.b) {}

  std::vector<Feature> take() {
    add_known();
    add_same();
    add_met();
    // What the lexicon knows, no spelling can deny.
    if (!all_.known.sure()) add_differences();
    add_dates();
    share_weights();
    return std::move(out_);
  }

 private:
  void add_differences() {
    add_order();
    add_against();
    add_omitted(a_, all_.alignment.only_a, "second");
    add_omitted(b_, all_.alignment.only_b, "first");
    add_set(TokenKind::kNumber, Group::kNumber, "number", true);
    add_set(TokenKind::kTitle, Group::kTitle, "title", false);
    add_set(TokenKind::kLegal, Group::kLegal, "legal form", false);
  }

  void add(std::string_view id, Group group, std::string words) {
    out_.push_back({id, 0, std::move(words)});
    groups_.push_back(static_cast<size_t>(group));
  }

  // What no spelling says.
  void add_known() {
    const Known& known = all_.known;
    if (!known.both) return;
    const auto label = [&](uint32_t entity) {
      return std::string(lexicon_.entity(entity).label);
    };
    std::string words;
    if (known.shared == 0) {
      words = "contradiction: names of " + label(known.a) + " and of " +
              label(known.b);
    } else if (known.sure()) {
      words = "both are names of " + label(known.entity);
    } else {
      words = "both may be names of " + label(known.entity);
    }
    out_.push_back({"known", 0, std::move(words)});
    groups_.push_back(kNoGroup);
  }

  // Pairs that follow each other on both sides, as one phrase.
  bool follows(const WordPair& before, const WordPair& pair) const {
    const auto only_particles = [](const NameParts& parts, size_t from,
                                   size_t to) {
      if (from > to) return false;
      for (size_t i = from; i < to; ++i) {
        if (parts.tokens[i].kind != TokenKind::kParticle) return false;
      }
      return true;
    };
    return only_particles(a_, before.a.last + 1, pair.a.first) &&
           only_particles(b_, before.b.last + 1, pair.b.first);
  }

  static bool is_same(const WordPair& pair) {
    return pair.near.met == Meeting::kSame ||
           pair.near.met == Meeting::kReading;
  }

  void add_same() {
    const std::vector<WordPair>& met = all_.alignment.met;
    for (size_t i = 0; i < met.size();) {
      size_t end = i + 1;
      if (is_same(met[i])) {
        while (end < met.size() && is_same(met[end]) &&
               follows(met[end - 1], met[end])) {
          ++end;
        }
        add_phrase(met, i, end);
      }
      i = end;
    }
  }

  // Of the pairs first..end - 1.
  void add_phrase(const std::vector<WordPair>& met, size_t first, size_t end) {
    const std::string one = text_of(
        a_, with_particles(a_, {met[first].a.first, met[end - 1].a.last}));
    const std::string other = text_of(
        b_, with_particles(b_, {met[first].b.first, met[end - 1].b.last}));
    bool reading = false;
    bool mandarin = true;
    for (size_t i = first; i < end; ++i) {
      reading = reading || met[i].near.met == Meeting::kReading;
      mandarin = mandarin && (met[i].a.first != met[i].a.last ||
                              met[i].b.first != met[i].b.last ||
                              share_mandarin(a_.tokens[met[i].a.first],
                                             b_.tokens[met[i].b.first]));
    }
    const std::string head = end - first == 1 ? "same word: " : "same words: ";
    if (reading) {
      add("reading", Group::kSpelling,
          "same word: " +
              same_word(lexicon_, {one, ""}, {other, ""}, mandarin));
    } else {
      add("same", Group::kSpelling,
          head + one + (one == other ? "" : " = " + other));
    }
  }

  void add_met() {
    for (const WordPair& pair : all_.alignment.met) {
      if (is_same(pair)) continue;
      const std::string one = text_of(a_, pair.a);
      const std::string other = text_of(b_, pair.b);
      add(pair.near.met == Meeting::kVariant ? "variant" : "by-table",
          Group::kSpelling, words_of(pair, one, other));
    }
  }

  std::string words_of(const WordPair& pair, const std::string& one,
                       const std::string& other) const {
    const std::string both = one + " and " + other;
    switch (pair.near.met) {
      case Meeting::kOther:
        return "abbreviation or other spelling: " + both;
      case Meeting::kShort:
        return "forms of one given name: " + both;
      case Meeting::kInitial:
        return "initial: " + both;
      case Meeting::kInitials:
        return "initials: " + both;
      default:
        break;
    }
    const std::string cost = rounded(pair.near.cost);
    const std::string_view script = a_.tokens[pair.a.first].spelling.script;
    if (script != b_.tokens[pair.b.first].spelling.script) {
      return "variant: " + both + ", sounds differ by " + cost;
    }
    return "variant: " + both + ", letters differ by " + cost + " of " +
           rounded(pair.near.size);
  }

  void add_order() {
    if (all_.alignment.turned) {
      add("turned", Group::kOrder,
          "contradiction: son and father change places");
    } else if (all_.alignment.moved) {
      add("moved", Group::kOrder, "words in another order");
    }
  }

  void add_against() {
    for (const WordPair& pair : all_.alignment.against) {
      const bool father = a_.tokens[pair.a.first].after_son &&
                          b_.tokens[pair.b.first].after_son;
      const Run one = father ? with_particles(a_, pair.a) : pair.a;
      const Run other = father ? with_particles(b_, pair.b) : pair.b;
      add("contradiction", Group::kContradiction,
          "contradiction: " + text_of(a_, one) + " against " +
              text_of(b_, other));
    }
  }

  // Words of one name that the other one ("first", "second") lacks.
  void add_omitted(const NameParts& parts, const std::vector<size_t>& words,
                   std::string_view other) {
    for (size_t i = 0; i < words.size();) {
      size_t end = i + 1;
      while (end < words.size() && words[end] == words[end - 1] + 1) ++end;
      const Run run = with_particles(parts, {words[i], words[end - 1]});
      add("omission", Group::kOmission,
          "omission: the " + std::string(other) + " has no " +
              text_of(parts, run));
      i = end;
    }
  }

  // Those that say something that the other name does not say.
  static std::string listed(const NameParts& parts, const NameParts& others,
                            TokenKind kind) {
    std::string out;
    for (const Token& token : parts.tokens) {
      const bool shared = std::any_of(
          others.tokens.begin(), others.tokens.end(), [&](const Token& other) {
            return other.kind == kind && other.value == token.value;
          });
      if (token.kind != kind || token.value.empty() || shared) continue;
      out += (out.empty() ? "" : ", ") + token.text;
    }
    return out;
  }

  // Numbers, titles, legal forms. `against`: others are a contradiction.
  void add_set(TokenKind kind, Group group, const std::string& what,
               bool against) {
    if (!is_measured(group)) return;
    const std::string one = listed(a_, b_, kind);
    const std::string other = listed(b_, a_, kind);
    if (one.empty() || other.empty()) {
      add("omission", group,
          "omission: " + what + " " + (one.empty() ? other : one));
    } else if (against) {
      add("contradiction", group,
          "contradiction: " + what + " " + one + " against " + other);
    } else {
      add("variant", group, "other " + what + "s: " + one + " and " + other);
    }
  }

  bool is_measured(Group group) const {
    for (size_t i = 0; i < kMeasureCount; ++i) {
      if (kCompareWeights[i].group == group && all_.measures[i] != 0) {
        return true;
      }
    }
    return false;
  }

  void add_dates() {
    if (!all_.dated_a.dates || !all_.dated_b.dates) return;
    const std::string one = context::words_of(*all_.dated_a.dates);
    const std::string other = context::words_of(*all_.dated_b.dates);
    if (all_.dates.other) {
      add("contradiction", Group::kDates,
          "contradiction: dates " + one + " against " + other);
    } else if (all_.dates.fit > 0) {
      add("dates", Group::kDates,
          "dates fit: " + one + (one == other ? "" : " and " + other));
    }
  }

  // What a group says, among its reasons.
  void share_weights() {
    for (size_t i = 0; i < out_.size(); ++i) {
      if (groups_[i] == kNoGroup) continue;
      const auto many = std::count(groups_.begin(), groups_.end(), groups_[i]);
      out_[i].weight = log_odds(all_.measures, static_cast<Group>(groups_[i])) /
                       static_cast<double>(many);
    }
  }

  static constexpr size_t kNoGroup = 1000;

  const Lexicon& lexicon_;
  const Compared& all_;
  const NameParts& a_;
  const NameParts& b_;
  std::vector<Feature> out_;
  std::vector<size_t> groups_;
};

}  // namespace

void turn(Compared* all) {
  std::swap(all->dated_a, all->dated_b);
  std::swap(all->a, all->b);
  std::swap(all->known.a, all->known.b);
  Alignment& alignment = all->alignment;
  std::swap(alignment.only_a, alignment.only_b);
  for (WordPair& pair : alignment.met) std::swap(pair.a, pair.b);
  for (WordPair& pair : alignment.against) std::swap(pair.a, pair.b);
  std::sort(alignment.met.begin(), alignment.met.end(),
            [](const WordPair& one, const WordPair& other) {
              return one.a.first < other.a.first;
            });
}

std::vector<Feature> reasons_of(const Lexicon& lexicon, const Compared& all) {
  return Reasons(lexicon, all).take();
}

}  // namespace khitai::resolve
