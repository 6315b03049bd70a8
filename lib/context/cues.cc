// SPDX-License-Identifier: Apache-2.0

#include "context/cues.h"

#include <algorithm>

namespace khitai::context {
namespace {

constexpr size_t kMostEnding = 14;  // bytes behind a cue with a star

bool joins(fold::Gap gap) {
  return gap == fold::Gap::kNone || gap == fold::Gap::kSpace;
}

// The word of a cue that stands next to a name.
std::string edge_of(std::string_view cue, bool last) {
  if (cue.ends_with('*')) cue.remove_suffix(1);
  fold::Units units;
  fold::append_units(cue, &units);
  if (units.units.empty()) return "";
  return std::string(
      units.key_of(last ? units.units.back() : units.units.front()));
}

}  // namespace

CueFinder::CueFinder(const Lexicon& lexicon) {
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    if (cue.position == "before") {
      before_.file(cue);
      inner_.insert(edge_of(cue.cue, true));
    } else if (cue.position == "after") {
      after_.file(cue);
      inner_.insert(edge_of(cue.cue, false));
    } else if (cue.position == "of") {
      of_.insert(fold::match_key(cue.cue));
    } else if (cue.position == "whose") {
      whose_.insert(fold::match_key(cue.cue));
    } else if (cue.position == "word" || cue.position == "opens") {
      common_.insert(std::string(cue.lang) + " " + fold::match_key(cue.cue));
    }
  }
}

void CueFinder::Side::file(const Lexicon::Cue& cue) {
  std::string_view words = cue.cue;
  const bool open = words.ends_with('*');
  if (open) words.remove_suffix(1);
  const std::string key = fold::match_key(words);
  (open ? begun : whole)[key].push_back({cue.type, cue.lang});
  (open ? may_begin : may_be_whole).file(key, open);
}

void CueFinder::Side::add(std::string_view key,
                          std::vector<Call>* found) const {
  const auto take = [&](const Types& types, std::string_view word) {
    const auto place = types.find(word);
    if (place == types.end()) return false;
    found->insert(found->end(), place->second.begin(), place->second.end());
    return true;
  };
  if (may_be_whole.may_have(key)) take(whole, key);
  if (!may_begin.may_have(key)) return;
  for (size_t cut = 0; cut <= kMostEnding && cut < key.size(); ++cut) {
    const size_t size = key.size() - cut;
    if (cut > 0 && key[size] == ' ') return;  // another word's ending
    if (take(begun, key.substr(0, size))) return;
  }
}

bool CueFinder::Side::knows(const std::string& key) const {
  std::vector<Call> found;
  add(key, &found);
  return !found.empty();
}

void CueFinder::add_firm(const std::string& key,
                         std::vector<std::string_view>* firm) const {
  const auto letters = std::count_if(
      key.begin(), key.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
  const auto place = before_.whole.find(key);
  if (letters < 2 || place == before_.whole.end()) return;
  const std::vector<Call>& calls = place->second;
  const bool sole =
      std::all_of(calls.begin(), calls.end(),
                  [](const Call& call) { return call.type == "place"; });
  if (sole) firm->push_back(calls.front().type);
}

bool CueFinder::knows(const std::string& key, std::string_view lang) const {
  return before_.knows(key) || after_.knows(key) ||
         common_.contains(std::string(lang) + " " + key) || of_.contains(key);
}

bool CueFinder::says_of(std::string_view words) const {
  return of_.contains(fold::match_key(words));
}

bool CueFinder::says_whose(std::string_view words) const {
  return whose_.contains(fold::match_key(words));
}

template <typename Take>
void CueFinder::walk(const fold::Units& units, uint32_t begin, uint32_t end,
                     const Take& take) const {
  const fold::UnitList& all = units.units;
  auto at = [&](uint32_t offset) {
    return static_cast<size_t>(
        std::lower_bound(all.begin(), all.end(), offset,
                         [](const fold::Unit& unit, uint32_t place) {
                           return unit.begin < place;
                         }) -
        all.begin());
  };
  size_t first = at(begin);
  // A name may begin within a word, behind an apostrophe.
  if (first > 0 && all[first - 1].end > begin) --first;
  if (first == all.size()) return;
  std::string key;
  for (size_t n = 1; n <= kMaxUnits && n <= first; ++n) {
    const fold::Unit& next = all[first - n + 1];
    if (!joins(next.gap)) break;
    std::string longer(units.key_of(all[first - n]));
    if (n > 1 && fold::gap_byte(next.gap) != 0) {
      longer += fold::gap_byte(next.gap);
    }
    key = longer + key;
    take(before_, key, true);
  }
  key.clear();
  for (size_t i = at(end), n = 0; n < kMaxUnits && i < all.size(); ++i, ++n) {
    if (!joins(all[i].gap)) break;
    if (n > 0 && fold::gap_byte(all[i].gap) != 0) {
      key += fold::gap_byte(all[i].gap);
    }
    key += units.key_of(all[i]);
    take(after_, key, false);
  }
}

std::vector<std::string_view> CueFinder::around(
    const fold::Units& units, uint32_t begin, uint32_t end,
    std::vector<std::string_view>* firm) const {
  std::vector<Call> calls;
  walk(units, begin, end,
       [&](const Side& side, const std::string& key, bool before) {
         side.add(key, &calls);
         if (before && firm != nullptr) add_firm(key, firm);
       });
  std::vector<std::string_view> found;
  found.reserve(calls.size());
  for (const Call& call : calls) found.push_back(call.type);
  return found;
}

std::vector<CueFinder::Cue> CueFinder::beside(const fold::Units& units,
                                              uint32_t begin,
                                              uint32_t end) const {
  std::vector<Cue> found;
  std::vector<Call> calls;
  walk(units, begin, end,
       [&](const Side& side, const std::string& key, bool before) {
         calls.clear();
         side.add(key, &calls);
         for (const Call& call : calls) {
           found.push_back({key, call.type, call.lang, before});
         }
       });
  return found;
}

bool CueFinder::may_frame(const std::string& key) const {
  if (inner_.contains(key)) return true;
  std::vector<Call> calls;
  for (const Side* side : {&before_, &after_}) {
    if (!side->begun.empty()) side->add(key, &calls);
  }
  return !calls.empty();
}

bool CueFinder::is_common(const std::string& key, std::string_view lang) const {
  return common_.contains(std::string(lang) + " " + key);
}

}  // namespace khitai::context
