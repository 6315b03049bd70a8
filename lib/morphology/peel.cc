// SPDX-License-Identifier: Apache-2.0

#include "morphology/peel.h"

#include <algorithm>
#include <set>

#include "khitai/keys.h"

namespace khitai::morphology {
namespace {

constexpr int kMaxChain = 3;  // affixes on a side
constexpr size_t kMaxStates = 400;
constexpr size_t kMaxWord = 256;  // bytes; nothing longer is inflected

bool continues(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

size_t letters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(),
                    [](char c) { return !continues(c) && c != ' '; }));
}

// Bytes of the last letter.
size_t last_size(std::string_view text) {
  size_t size = 0;
  while (size < text.size() && size < 4) {
    if (!continues(text[text.size() - ++size])) break;
  }
  return size;
}

bool ends_in(std::string_view text, const std::vector<std::string>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) {
    return text.ends_with(end);
  });
}

bool begins_with(std::string_view text, const std::vector<std::string>& all) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& one) {
    return text.starts_with(one);
  });
}

struct State {
  std::string stem;
  size_t begin = 0, end = 0;  // the core in the word
  size_t lead = 0, tail = 0;  // bytes of the stem that are not in the word
  std::string before, after;  // the rules, in the order of the affixes
  bool small = false;
  int cost = 0;
  int chain = 0;
  uint32_t allowed = 0;  // slots that may come off next
};

class Peeler {
 public:
  Peeler(const Tables& tables, const Language& language, std::string_view word,
         const MayBegin& may_begin, std::vector<Analysis>* found)
      : tables_(tables),
        language_(language),
        word_(word),
        may_begin_(may_begin),
        found_(*found) {}

  void run() {
    State whole;
    whole.stem = word_;
    whole.end = word_.size();
    whole.allowed = ~0u;
    if (may_begin(whole)) take_suffixes(whole);
    take_prefixes(whole);
  }

 private:
  bool may_begin(const State& state) const {
    return may_begin_ == nullptr || may_begin_(state.stem);
  }
  void take_prefixes(const State& from);
  void take_suffixes(const State& from);
  void take_suffix(const State& from, const Affix& affix);
  void put_back(const State& bare, const Affix& affix);
  void alternate(const State& bare, const Affix& affix);
  void alternate(const State& bare, const Alternation& rule);
  void replace(State state, size_t at, size_t size, const std::string& with,
               int cost);
  void go_on(const State& state);
  void offer(const State& state);
  bool fits(std::string_view stem, const Affix& affix) const;
  bool is_consonant(std::string_view letter) const {
    return letter != " " && letter != "'" && !tables_.is_vowel(letter);
  }

  const Tables& tables_;
  const Language& language_;
  const std::string_view word_;
  const MayBegin& may_begin_;
  std::vector<Analysis>& found_;
  size_t states_ = 0;
};

void Peeler::offer(const State& state) {
  if (state.begin >= state.end || letters(state.stem) < language_.least) return;
  const size_t space = state.stem.rfind(' ');
  if (space != std::string::npos &&
      letters(std::string_view(state.stem).substr(space)) < 2) {
    return;
  }
  std::string stem = l1_key(state.stem);
  if (stem == word_ || letters(stem) < language_.least) return;
  std::string rule = language_.id;
  for (const std::string* part : {&state.before, &state.after}) {
    if (!part->empty()) rule += " " + *part;
  }
  found_.push_back({std::move(stem), static_cast<uint32_t>(state.begin),
                    static_cast<uint32_t>(state.end), std::move(rule),
                    state.small, state.cost});
}

void Peeler::take_prefixes(const State& from) {
  if (from.chain >= kMaxChain) return;
  for (const Affix& affix : language_.prefixes) {
    const Slot& slot = language_.slots[affix.slot];
    if (!from.stem.starts_with(affix.text)) continue;
    if ((from.allowed & (1u << affix.slot)) == 0) continue;
    const std::string_view rest =
        std::string_view(from.stem).substr(affix.text.size());
    if (!affix.edge.any.empty() && !begins_with(rest, affix.edge.any)) continue;
    if (begins_with(rest, affix.edge.none)) continue;
    for (const std::string& restore : affix.restore) {
      State next = from;
      next.stem = restore + std::string(rest);
      if (slot.place == Place::kPrefix) {
        next.begin +=
            affix.text.size() - std::min(from.lead, affix.text.size());
      }
      next.lead = restore.size();
      next.before += (next.before.empty() ? "" : " + ") + affix.rule;
      next.small |= slot.small;
      next.cost += slot.cost;
      ++next.chain;
      next.allowed = slot.follows;
      if (++states_ > kMaxStates) return;
      const bool wanted = may_begin(next);
      if (wanted) offer(next);
      take_prefixes(next);
      next.chain = 0;
      next.allowed = ~0u;
      if (wanted) take_suffixes(next);
    }
  }
}

// Harmony asks the last vowel of the last word, the edge its end.
bool Peeler::fits(std::string_view stem, const Affix& affix) const {
  if (!affix.edge.any.empty() && !ends_in(stem, affix.edge.any)) return false;
  if (ends_in(stem, affix.edge.none)) return false;
  if (affix.harmony.empty()) return true;
  while (!stem.empty() && stem.back() != ' ') {
    const std::string_view last = stem.substr(stem.size() - last_size(stem));
    if (tables_.is_vowel(last)) return ends_in(last, affix.harmony);
    stem.remove_suffix(last.size());
  }
  return true;
}

void Peeler::take_suffixes(const State& from) {
  if (from.chain >= kMaxChain || from.stem.empty()) return;
  const uint8_t last = static_cast<uint8_t>(from.stem.back());
  for (uint32_t number : language_.by_last[last]) {
    take_suffix(from, language_.suffixes[number]);
  }
}

void Peeler::take_suffix(const State& from, const Affix& affix) {
  if ((from.allowed & (1u << affix.slot)) == 0) return;
  if (from.stem.size() <= affix.text.size()) return;
  if (!from.stem.ends_with(affix.text)) return;
  State bare = from;
  bare.stem.resize(bare.stem.size() - affix.text.size());
  if (!fits(bare.stem, affix) || letters(bare.stem) < 2) return;
  const size_t restored = std::min(from.tail, affix.text.size());
  bare.tail -= restored;
  bare.end -= std::min(bare.end, affix.text.size() - restored);
  const Slot& slot = language_.slots[affix.slot];
  bare.after = affix.rule + (from.after.empty() ? "" : " + ") + from.after;
  bare.small |= slot.small;
  bare.cost += slot.cost;
  ++bare.chain;
  bare.allowed = slot.follows;
  put_back(bare, affix);
}

void Peeler::put_back(const State& bare, const Affix& affix) {
  int rank = 0;
  for (const std::string& restore : affix.restore) {
    State next = bare;
    next.stem += restore;
    next.tail += restore.size();
    next.cost += std::min(rank++, 3);
    go_on(next);
    if (restore.empty()) alternate(next, affix);
  }
}

void Peeler::go_on(const State& state) {
  if (++states_ > kMaxStates) return;
  if ((state.allowed & kStem) != 0) offer(state);
  take_suffixes(state);
}

void Peeler::alternate(const State& bare, const Affix& affix) {
  for (const Alternation& rule : language_.alternations) {
    if (rule.before.empty() || begins_with(affix.text, rule.before)) {
      alternate(bare, rule);
    }
  }
}

void Peeler::alternate(const State& bare, const Alternation& rule) {
  using Where = Alternation::Where;
  const std::string_view stem = bare.stem;
  const size_t last = last_size(stem);
  const std::string_view front = stem.substr(0, stem.size() - last);
  const std::string_view written = rule.written;
  size_t at = 0;
  if (rule.where == Where::kEnd) {
    if (!stem.ends_with(written)) return;
    at = stem.size() - written.size();
  } else {
    if (!is_consonant(stem.substr(front.size()))) return;
    at = front.size() - std::min(front.size(), written.size());
    if (rule.where == Where::kBeforeLast && !front.ends_with(written)) return;
    if (rule.where == Where::kBetween &&
        !is_consonant(front.substr(front.size() - last_size(front)))) {
      return;
    }
  }
  for (const std::string& with : rule.stem) {
    replace(bare, at, written.size(), with, rule.cost);
  }
}

void Peeler::replace(State state, size_t at, size_t size,
                     const std::string& with, int cost) {
  if (at == 0) return;
  if (at + size == state.stem.size()) {
    state.tail = with.size();
    state.end -= std::min(state.end, size);
    if (size > 0) state.end += size;  // an altered letter is still the core
  }
  state.stem.replace(at, size, with);
  state.cost += cost;
  go_on(state);
}

}  // namespace

void peel(const Tables& tables, const Language& language, std::string_view text,
          const MayBegin& may_begin, std::vector<Analysis>* found) {
  if (text.empty() || text.size() > kMaxWord) return;
  Peeler(tables, language, text, may_begin, found).run();
}

void keep_best(size_t most, std::vector<Analysis>* found) {
  std::sort(found->begin(), found->end(),
            [](const Analysis& a, const Analysis& b) {
              if (a.cost != b.cost) return a.cost < b.cost;
              if (a.stem.size() != b.stem.size()) {
                return a.stem.size() > b.stem.size();
              }
              return a.stem != b.stem ? a.stem < b.stem : a.rule < b.rule;
            });
  std::set<std::string, std::less<>> seen;
  std::vector<Analysis> kept;
  for (Analysis& one : *found) {
    if (kept.size() == most) break;
    if (seen.insert(one.stem).second) kept.push_back(std::move(one));
  }
  *found = std::move(kept);
}

}  // namespace khitai::morphology
