// SPDX-License-Identifier: Apache-2.0

#include "context/cues.h"

#include <algorithm>

namespace khitai::context {
namespace {

bool joins(fold::Gap gap) {
  return gap == fold::Gap::kNone || gap == fold::Gap::kSpace;
}

}  // namespace

CueFinder::CueFinder(const Lexicon& lexicon) {
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    if (cue.position == "before") {
      before_[fold::match_key(cue.cue)].push_back(cue.type);
    } else if (cue.position == "after") {
      after_[fold::match_key(cue.cue)].push_back(cue.type);
    }
  }
}

void CueFinder::add(const Types& types, const std::string& key,
                    std::vector<std::string_view>* found) {
  const auto place = types.find(key);
  if (place == types.end()) return;
  found->insert(found->end(), place->second.begin(), place->second.end());
}

std::vector<std::string_view> CueFinder::around(const fold::Units& units,
                                                uint32_t begin,
                                                uint32_t end) const {
  const std::vector<fold::Unit>& all = units.units;
  auto at = [&](uint32_t offset) {
    return static_cast<size_t>(
        std::lower_bound(all.begin(), all.end(), offset,
                         [](const fold::Unit& unit, uint32_t place) {
                           return unit.begin < place;
                         }) -
        all.begin());
  };
  std::vector<std::string_view> found;
  size_t first = at(begin);
  // A name may begin within a word, behind an apostrophe.
  if (first > 0 && all[first - 1].end > begin) --first;
  if (first == all.size()) return found;
  std::string key;
  for (size_t n = 1; n <= kMaxUnits && n <= first; ++n) {
    const fold::Unit& next = all[first - n + 1];
    if (!joins(next.gap)) break;
    std::string longer(units.key_of(all[first - n]));
    if (n > 1 && fold::gap_byte(next.gap) != 0) {
      longer += fold::gap_byte(next.gap);
    }
    key = longer + key;
    add(before_, key, &found);
  }
  key.clear();
  for (size_t i = at(end), n = 0; n < kMaxUnits && i < all.size(); ++i, ++n) {
    if (!joins(all[i].gap)) break;
    if (n > 0 && fold::gap_byte(all[i].gap) != 0) {
      key += fold::gap_byte(all[i].gap);
    }
    key += units.key_of(all[i]);
    add(after_, key, &found);
  }
  return found;
}

}  // namespace khitai::context
