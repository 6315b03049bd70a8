// SPDX-License-Identifier: Apache-2.0

#include "annotate/inflected.h"

#include <algorithm>

#include "morphology/analyze.h"

namespace khitai::annotate {
namespace {

constexpr uint32_t kMostWords = 5;              // of an inflected name
constexpr size_t kMostRows = 32;                // that are followed at once
constexpr size_t kMostKnown = size_t{1} << 16;  // words that are kept
constexpr uint32_t kMostCuts = 2;               // apostrophes that are tried

bool before(const Inflected& a, const Inflected& b) {
  if (a.match.begin != b.match.begin) return a.match.begin < b.match.begin;
  if (a.match.end != b.match.end) return a.match.end > b.match.end;
  if (a.match.pattern != b.match.pattern) {
    return a.match.pattern < b.match.pattern;
  }
  return a.cost < b.cost;
}

bool by_cost(const Inflected& a, const Inflected& b) {
  if (a.match.begin != b.match.begin) return a.match.begin < b.match.begin;
  if (a.match.end != b.match.end) return a.match.end > b.match.end;
  return a.cost < b.cost;
}

}  // namespace

// What is looked through at once.
struct InflectedFinder::Scene {
  std::string_view text;
  const fold::Units& units;
  std::string_view lang;
  bool every;  // each word of a name may be inflected
  std::vector<Inflected>& found;

  const fold::Unit& unit(uint32_t number) const { return units.units[number]; }
};

void InflectedFinder::add_stems(std::string_view word, uint32_t begin,
                                uint32_t end, std::string_view lang,
                                Stems* stems) {
  const std::string_view part = word.substr(begin, end - begin);
  const match::Matcher& matcher = lexicon_.matcher();
  const morphology::Tables& tables = lexicon_.morphology();
  if (!matcher.may_inflect(part) &&
      !morphology::may_have_prefix(tables, part, lang)) {
    return;
  }
  for (morphology::Analysis& one : morphology::analyze(tables, part, lang)) {
    std::string key = fold::match_key(one.stem);
    if (!matcher.may_have_word(key)) continue;
    Stem stem;
    stem.text = std::move(key);
    stem.begin = begin + one.begin;
    stem.core_end = begin + one.end;
    while (stem.core_end > stem.begin && word[stem.core_end - 1] == '\'') {
      --stem.core_end;
    }
    // What stands behind an apostrophe is no part of the mention.
    stem.end = std::min<uint32_t>(
        end, static_cast<uint32_t>(word.find('\'', stem.core_end)));
    stem.cost = one.cost;
    stem.suffixed = one.end < part.size();
    stem.small = one.small;
    stem.rule = std::move(one.rule);
    stems->push_back(std::move(stem));
  }
}

const InflectedFinder::Stems& InflectedFinder::stems_of(std::string_view word,
                                                        std::string_view lang) {
  buffer_.assign(lang);
  buffer_ += '\n';
  buffer_ += word;
  const auto known = known_.find(buffer_);
  if (known != known_.end()) return known->second;
  if (known_.size() >= kMostKnown) known_.clear();
  Stems stems;
  const uint32_t size = static_cast<uint32_t>(word.size());
  if (lexicon_.matcher().may_have_word(word)) {
    Stem exact;
    exact.text = word;
    exact.core_end = exact.end = size;
    exact.exact = true;
    stems.push_back(std::move(exact));
  }
  add_stems(word, 0, size, lang, &stems);
  uint32_t cuts = 0;
  for (size_t at = word.find('\''); at != std::string_view::npos && at > 0 &&
                                    at + 1 < size && cuts < kMostCuts;
       at = word.find('\'', at + 1), ++cuts) {
    const uint32_t cut = static_cast<uint32_t>(at);
    add_stems(word, 0, cut, lang, &stems);
    add_stems(word, cut + 1, size, lang, &stems);
  }
  return known_.emplace(buffer_, std::move(stems)).first->second;
}

void InflectedFinder::offer(const Scene& scene, uint32_t first, uint32_t last,
                            const Row& row, const Stem& stem) {
  const auto pattern = lexicon_.matcher().find(row.key);
  if (!pattern) return;
  const fold::Unit& from = scene.unit(first);
  const fold::Unit& to = scene.unit(last);
  const uint32_t size = to.key_end - to.key_begin;
  const auto end_at = [&](uint32_t bytes) {
    return bytes == size ? to.end
                         : fold::source_end(scene.text, scene.units, to, bytes);
  };
  Inflected one;
  one.match.begin = row.begin == 0 ? from.begin
                                   : fold::source_begin(scene.text, scene.units,
                                                        from, row.begin);
  one.match.end = end_at(stem.end);
  one.match.pattern = *pattern;
  one.core_begin = one.match.begin;
  one.core_end = std::max(end_at(stem.core_end), one.core_begin);
  one.cost = row.cost;
  one.small = row.small;
  one.rule = row.rule;
  scene.found.push_back(std::move(one));
}

void InflectedFinder::find_at(const Scene& scene, uint32_t first) {
  std::vector<Row> rows;
  const std::string_view word = scene.units.key_of(scene.unit(first));
  for (const Stem& stem : stems_of(word, scene.lang)) {
    Row row{stem.text,  stem.begin, stem.cost,
            stem.exact, stem.small, stem.rule};
    if (!stem.exact) offer(scene, first, first, row, stem);
    const bool agrees = scene.every || !stem.suffixed;
    if (stem.end == word.size() && agrees) rows.push_back(std::move(row));
  }
  if (!rows.empty()) extend(scene, first, std::move(rows));
}

void InflectedFinder::extend(const Scene& scene, uint32_t first,
                             std::vector<Row> rows) {
  const uint32_t size = static_cast<uint32_t>(scene.units.units.size());
  const uint32_t end = std::min(size, first + kMostWords);
  for (uint32_t last = first + 1; last < end && !rows.empty(); ++last) {
    const fold::Unit& unit = scene.unit(last);
    if (unit.kind != fold::UnitKind::kWord || unit.gap != fold::Gap::kSpace) {
      return;
    }
    const std::string_view word = scene.units.key_of(unit);
    std::vector<Row> longer;
    for (const Stem& stem : stems_of(word, scene.lang)) {
      if (stem.begin > 0) continue;
      for (const Row& row : rows) {
        if (longer.size() == kMostRows) break;
        Row next = row;
        next.key += ' ' + stem.text;
        next.cost += stem.cost;
        next.exact = row.exact && stem.exact;
        next.small |= stem.small;
        if (!stem.rule.empty()) {
          next.rule += (next.rule.empty() ? "" : ", ") + stem.rule;
        }
        if (!next.exact) offer(scene, first, last, next, stem);
        const bool agrees = scene.every || !stem.suffixed;
        if (stem.end == word.size() && agrees)
          longer.push_back(std::move(next));
      }
    }
    rows = std::move(longer);
  }
}

void InflectedFinder::find(std::string_view text, const fold::Units& units,
                           uint32_t first, uint32_t last, std::string_view lang,
                           std::vector<Inflected>* found) {
  const size_t old = found->size();
  const bool every = morphology::inflects_every(lexicon_.morphology(), lang);
  const Scene scene{text, units, lang, every, *found};
  for (uint32_t i = first; i < last; ++i) {
    if (units.units[i].kind == fold::UnitKind::kWord) find_at(scene, i);
  }
  const auto begin = found->begin() + static_cast<std::ptrdiff_t>(old);
  std::sort(begin, found->end(), before);
  found->erase(std::unique(begin, found->end(),
                           [](const Inflected& a, const Inflected& b) {
                             return a.match == b.match;
                           }),
               found->end());
  std::stable_sort(found->begin() + static_cast<std::ptrdiff_t>(old),
                   found->end(), by_cost);
}

}  // namespace khitai::annotate
