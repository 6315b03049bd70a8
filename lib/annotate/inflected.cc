// SPDX-License-Identifier: Apache-2.0

#include "annotate/inflected.h"

#include <algorithm>

#include "match/hash.h"
#include "text/script.h"

namespace khitai::annotate {
namespace {

constexpr size_t kMostRows = 32;                // that are followed at once
constexpr size_t kMostKnown = size_t{1} << 18;  // words that are kept
constexpr uint32_t kMostCuts = 2;               // apostrophes that are tried
constexpr uint32_t kAhead = 8;  // words looked up before they are needed

uint64_t hash_of_word(const std::string& key) {
  std::string padded = key;
  padded.append(match::kHashPadding, '\0');
  return match::unit_hash(padded.data(), key.size());
}

// Whether a stem is its own match key: small Cyrillic letters (the rows from
// U+0430 to U+044F), which fold to themselves wherever they stand. Those of
// other scripts may look otherwise at the end of a word, or be numerals.
bool is_plain(std::string_view stem) {
  for (size_t at = 0; at < stem.size(); at += 2) {
    const auto lead = static_cast<uint8_t>(stem[at]);
    const auto next =
        at + 1 < stem.size() ? static_cast<uint8_t>(stem[at + 1]) : uint8_t{0};
    const bool first = lead == 0xD0 && next >= 0xB0 && next <= 0xBF;
    if (!first && !(lead == 0xD1 && next >= 0x80 && next <= 0x8F)) return false;
  }
  return !stem.empty();
}

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

const morphology::Languages& InflectedFinder::languages_of(
    std::string_view part) {
  const std::string_view script = text::script_of(part);
  const auto [place, first] = words_->languages.try_emplace(script);
  if (first) {
    place->second =
        morphology::languages_of(lexicon_.morphology(), script, lang_);
  }
  return place->second;
}

void InflectedFinder::add_stems(std::string_view word, uint32_t begin,
                                uint32_t end, Stems* stems) {
  const std::string_view part = word.substr(begin, end - begin);
  const match::Matcher& matcher = lexicon_.matcher();
  const morphology::Tables& tables = lexicon_.morphology();
  const auto may_begin = [&](std::string_view stem) {
    return matcher.may_inflect(stem);
  };
  const morphology::Languages& languages = languages_of(part);
  if (languages.empty()) return;
  if (!morphology::may_have_prefix(languages, part) && !may_begin(part)) return;
  for (morphology::Analysis& one :
       morphology::analyze(tables, languages, part, may_begin)) {
    // What is folded again as it is, is asked for first: most are no words.
    if (is_plain(one.stem) && !matcher.may_have_word(one.stem)) continue;
    std::string key = fold::match_key(one.stem);
    if (!matcher.may_have_word(key)) continue;
    Stem stem;
    stem.text = std::move(key);
    stem.hash = hash_of_word(stem.text);
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

uint32_t InflectedFinder::stems_of(std::string_view word, uint64_t hash) {
  const uint32_t* const known = words_->stems.find(word, hash);
  if (known != nullptr) return *known;
  ++known_words_;
  Stems stems;
  const uint32_t size = static_cast<uint32_t>(word.size());
  if (lexicon_.matcher().may_have_word(word)) {
    Stem exact;
    exact.text = word;
    exact.hash = hash_of_word(exact.text);
    exact.core_end = exact.end = size;
    exact.exact = true;
    stems.push_back(std::move(exact));
  }
  add_stems(word, 0, size, &stems);
  uint32_t cuts = 0;
  for (size_t at = word.find('\''); at != std::string_view::npos && at > 0 &&
                                    at + 1 < size && cuts < kMostCuts;
       at = word.find('\'', at + 1), ++cuts) {
    const uint32_t cut = static_cast<uint32_t>(at);
    add_stems(word, 0, cut, &stems);
    add_stems(word, cut + 1, size, &stems);
  }
  const uint32_t number =
      stems.empty() ? 0 : static_cast<uint32_t>(all_.size());
  if (number > 0) all_.push_back(std::move(stems));
  words_->stems.add(word, hash, number);
  return number;
}

bool InflectedFinder::offer(const Scene& scene, uint32_t first,
                            const Row& row) {
  const match::Matcher& matcher = lexicon_.matcher();
  if (!matcher.may_be_row(row.count, row.hash)) return row.count < 3;
  std::string key = row.stems[0]->text;
  for (uint32_t i = 1; i < row.count; ++i) key += ' ' + row.stems[i]->text;
  const match::Matcher::RowNames names = matcher.find_row(key, row.hash);
  const bool more = row.count < 3 || names.goes_on;
  if (!names.pattern || row.exact) return more;
  const Stem& begin = *row.stems[0];
  const Stem& end = *row.stems[row.count - 1];
  const fold::Unit& from = scene.unit(first);
  const fold::Unit& to = scene.unit(first + row.count - 1);
  const uint32_t size = to.key_end - to.key_begin;
  const auto end_at = [&](uint32_t bytes) {
    return bytes == size ? to.end
                         : fold::source_end(scene.text, scene.units, to, bytes);
  };
  Inflected one;
  one.match.begin =
      begin.begin == 0
          ? from.begin
          : fold::source_begin(scene.text, scene.units, from, begin.begin);
  one.match.end = end_at(end.end);
  one.match.pattern = *names.pattern;
  one.core_begin = one.match.begin;
  one.core_end = std::max(end_at(end.core_end), one.core_begin);
  for (uint32_t i = 0; i < row.count; ++i) {
    const Stem& stem = *row.stems[i];
    one.cost += stem.cost;
    one.small |= stem.small;
    if (stem.rule.empty()) continue;
    one.rule += (one.rule.empty() ? "" : ", ") + stem.rule;
  }
  scene.found.push_back(std::move(one));
  return more;
}

void InflectedFinder::find_at(const Scene& scene, uint32_t first) {
  const std::string_view word = scene.units.key_of(scene.unit(first));
  const Stems& stems = all_[unit_stems_[first]];
  if (stems.empty()) return;
  rows_.clear();
  for (const Stem& stem : stems) {
    Row row;
    row.hash = stem.hash;
    row.count = 1;
    row.stems[0] = &stem;
    row.exact = stem.exact;
    if (!stem.exact) offer(scene, first, row);
    const bool agrees = scene.every || !stem.suffixed;
    if (stem.end == word.size() && agrees) rows_.push_back(row);
  }
  if (!rows_.empty()) extend(scene, first);
}

void InflectedFinder::extend(const Scene& scene, uint32_t first) {
  const uint32_t size = static_cast<uint32_t>(scene.units.units.size());
  const uint32_t end = std::min(size, first + kMostWords);
  for (uint32_t last = first + 1; last < end && !rows_.empty(); ++last) {
    const fold::Unit& unit = scene.unit(last);
    if (unit.kind != fold::UnitKind::kWord || unit.gap != fold::Gap::kSpace) {
      return;
    }
    const std::string_view word = scene.units.key_of(unit);
    longer_.clear();
    for (const Stem& stem : all_[unit_stems_[last]]) {
      if (stem.begin > 0) continue;
      for (const Row& row : rows_) {
        if (longer_.size() == kMostRows) break;
        Row next = row;
        next.hash = match::join(row.hash, fold::Gap::kSpace, stem.hash);
        next.stems[next.count++] = &stem;
        next.exact = row.exact && stem.exact;
        const bool more = offer(scene, first, next);
        const bool agrees = scene.every || !stem.suffixed;
        if (more && stem.end == word.size() && agrees) {
          longer_.push_back(next);
        }
      }
    }
    std::swap(rows_, longer_);
  }
}

void InflectedFinder::find(std::string_view text, const fold::Units& units,
                           uint32_t first, uint32_t last, std::string_view lang,
                           std::vector<Inflected>* found) {
  const size_t old = found->size();
  if (known_words_ >= kMostKnown) {
    known_.clear();
    all_.resize(1);
    known_words_ = 0;
  }
  lang_ = lang;
  words_ = &known_[lang_];
  // Names may reach behind `last`.
  const uint32_t end = std::min<uint32_t>(
      static_cast<uint32_t>(units.units.size()), last + kMostWords);
  unit_stems_.assign(units.units.size(), 0);
  for (uint32_t i = first; i < end; ++i) {
    const fold::Unit& unit = units.units[i];
    if (i + kAhead < end) words_->stems.prefetch(units.hashes[i + kAhead]);
    if (unit.kind == fold::UnitKind::kWord) {
      unit_stems_[i] = stems_of(units.key_of(unit), units.hashes[i]);
    }
  }
  const bool every = morphology::inflects_every(lexicon_.morphology(), lang);
  const Scene scene{text, units, lang, every, *found};
  for (uint32_t i = first; i < last; ++i) {
    if (unit_stems_[i] > 0) find_at(scene, i);
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
