// SPDX-License-Identifier: Apache-2.0

#include "match/naive_matcher.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <tuple>

namespace khitai::match {
namespace {

bool may_cut(const fold::Units& units, size_t number) {
  const fold::Unit& unit = units.units[number];
  const std::string_view word = units.key_of(unit);
  return unit.end - unit.begin <= kMaxCutWord &&
         std::count(word.begin(), word.end(), '\'') <= kMaxCuts;
}

// The offsets in a unit's key at which a name may begin: at its start and
// behind each apostrophe.
std::vector<uint32_t> begins(const fold::Units& units, size_t number) {
  const std::string_view word = units.key_of(units.units[number]);
  std::vector<uint32_t> all = {0};
  if (!may_cut(units, number)) return all;
  for (uint32_t i = 0; i < word.size(); ++i) {
    if (word[i] == '\'') all.push_back(i + 1);
  }
  return all;
}

// And at which it may end: before each apostrophe and at the word's end.
std::vector<uint32_t> ends(const fold::Units& units, size_t number) {
  const std::string_view word = units.key_of(units.units[number]);
  const auto size = static_cast<uint32_t>(word.size());
  if (!may_cut(units, number)) return {size};
  std::vector<uint32_t> all;
  for (uint32_t i = 0; i < word.size(); ++i) {
    if (word[i] == '\'') all.push_back(i);
  }
  all.push_back(size);
  return all;
}

uint32_t begin_of(std::string_view text, const fold::Units& units,
                  const fold::Unit& unit, uint32_t cut) {
  return cut == 0 ? unit.begin : fold::source_begin(text, units, unit, cut);
}

uint32_t end_of(std::string_view text, const fold::Units& units,
                const fold::Unit& unit, uint32_t cut) {
  const bool whole = cut == units.key_of(unit).size();
  return whole ? unit.end : fold::source_end(text, units, unit, cut);
}

}  // namespace

void NaiveMatcher::add(const std::string& key, uint32_t pattern) {
  fold::Units units;
  fold::append_units(key, &units);
  max_units_ = std::max(max_units_, units.units.size());
  patterns_.emplace(key, pattern);
}

void NaiveMatcher::append_rows(std::string_view text, const fold::Units& units,
                               size_t first, std::vector<Spelled>* rows) const {
  for (const uint32_t from : begins(units, first)) {
    const uint32_t begin = begin_of(text, units, units.units[first], from);
    std::string key;  // of the row's units before the last
    for (size_t last = first; last < first + max_units_; ++last) {
      if (last == units.units.size()) break;
      const fold::Unit& unit = units.units[last];
      if (last != first) {
        if (unit.gap == fold::Gap::kBarrier) break;
        if (unit.gap != fold::Gap::kNone) key += fold::gap_byte(unit.gap);
      }
      const std::string_view tail = units.key_of(unit);
      const uint32_t skip = last == first ? from : 0;
      for (const uint32_t to : ends(units, last)) {
        if (to <= skip) continue;
        rows->push_back({key + std::string(tail.substr(skip, to - skip)), begin,
                         end_of(text, units, unit, to)});
      }
      key += tail.substr(skip);
    }
  }
}

std::vector<Match> NaiveMatcher::scan(std::string_view text) const {
  fold::Units units;
  fold::append_units(text, &units);
  std::vector<Match> matches;
  std::vector<Spelled> rows;
  for (size_t first = 0; first < units.units.size(); ++first) {
    rows.clear();
    append_rows(text, units, first, &rows);
    for (const Spelled& row : rows) {
      const auto found = patterns_.find(row.key);
      if (found == patterns_.end()) continue;
      matches.push_back({row.begin, row.end, found->second});
    }
  }
  const auto rank = [](const Match& match) {
    return std::make_tuple(match.begin, UINT32_MAX - match.end, match.pattern);
  };
  std::sort(matches.begin(), matches.end(),
            [&](const Match& a, const Match& b) { return rank(a) < rank(b); });
  matches.erase(std::unique(matches.begin(), matches.end()), matches.end());
  return matches;
}

Comparison::Comparison(const std::vector<std::string>& keys) : keys_(keys) {
  Builder builder;
  for (uint32_t i = 0; i < keys.size(); ++i) {
    naive_.add(keys[i], i);
    builder.add(keys[i], i);
  }
  Result<std::string> section = builder.build();
  if (!section) {
    std::cerr << section.error().message << "\n";
    std::abort();
  }
  section_ = std::move(*section);
  matcher_ = *Matcher::open(section_);
}

std::string Comparison::difference(std::string_view text) {
  std::vector<Match> fast;
  matcher_->scan(text, &scratch_, &fast);
  const std::vector<Match> slow = naive_.scan(text);
  found_ += slow.size();
  if (fast == slow) return "";
  const auto [got, want] =
      std::mismatch(fast.begin(), fast.end(), slow.begin(), slow.end());
  const auto show = [&](const std::vector<Match>& all, auto at) {
    if (at == all.end()) return std::string("nothing");
    return std::to_string(at->begin) + ".." + std::to_string(at->end) + " \"" +
           std::string(text.substr(at->begin, at->end - at->begin)) +
           "\" = " + keys_[at->pattern];
  };
  return "found " + show(fast, got) + ", expected " + show(slow, want);
}

}  // namespace khitai::match
