// SPDX-License-Identifier: Apache-2.0

#include "write/found.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "write/shown.h"
#include "write/utf8.h"
#include "write/words.h"

namespace khitai::write {
namespace {

// One entity while it is counted.
struct Tally {
  Found found;
  std::unordered_map<std::string, size_t> place;  // of a spelling in `found`
};

void count_spelling(std::string text, bool match, Tally* tally) {
  auto& spellings = tally->found.spellings;
  const auto [slot, fresh] = tally->place.emplace(text, spellings.size());
  if (fresh) spellings.push_back({std::move(text)});
  ++spellings[slot->second].count;
  if (match) ++spellings[slot->second].matched;
}

void sort_found(const Lexicon& lexicon, std::vector<Found>* all) {
  const auto order = [&](const Found& found) {
    const Entity entity = found_entity(lexicon, found);
    return std::tuple(type_rank(entity.type), entity.type,
                      -static_cast<int64_t>(found.matched),
                      -static_cast<int64_t>(found.ambiguous), entity.label,
                      found.entity, entity.id);
  };
  std::sort(all->begin(), all->end(), [&](const Found& a, const Found& b) {
    return order(a) < order(b);
  });
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space = true;
      continue;
    }
    if (space && !line.empty()) line.push_back(' ');
    space = false;
    line.push_back(c);
  }
  return clean(line);
}

Entity found_entity(const Lexicon& lexicon, const Found& found) {
  return found.own == nullptr ? lexicon.entity(found.entity)
                              : entity_of_own(*found.own);
}

std::string_view found_label(const Lexicon& lexicon, const Found& found,
                             const WriteOptions& options) {
  return found.own == nullptr ? label_of(lexicon, found.entity, options)
                              : std::string_view(found.own->label);
}

std::vector<Found> found_entities(const Lexicon& lexicon,
                                  std::span<const Annotation> annotations) {
  std::vector<Tally> tallies;
  std::map<std::pair<uint32_t, const Own*>, size_t> place;
  for (const Annotation& annotation : annotations) {
    for (const Mention& mention : annotation.mentions) {
      if (mention.decision == Decision::kNone) continue;
      const Candidate& best = top(mention.candidates);
      const Own* const own =
          best.entity == kNoRow ? own_of(annotation, best) : nullptr;
      if (best.entity == kNoRow && own == nullptr) continue;
      const auto [slot, fresh] =
          place.emplace(std::pair(best.entity, own), tallies.size());
      if (fresh) tallies.emplace_back();
      Tally& tally = tallies[slot->second];
      tally.found.entity = best.entity;
      tally.found.own = own;
      const bool match = mention.decision == Decision::kMatch;
      ++(match ? tally.found.matched : tally.found.ambiguous);
      count_spelling(one_line(text_of(annotation, mention)), match, &tally);
    }
  }
  std::vector<Found> all;
  for (Tally& tally : tallies) {
    std::stable_sort(
        tally.found.spellings.begin(), tally.found.spellings.end(),
        [](const Spelling& a, const Spelling& b) { return a.count > b.count; });
    all.push_back(std::move(tally.found));
  }
  sort_found(lexicon, &all);
  return all;
}

}  // namespace khitai::write
