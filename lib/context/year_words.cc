// SPDX-License-Identifier: Apache-2.0

#include "context/year_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "context/rows.h"
#include "fold/fold.h"

namespace khitai::context {
namespace {

constexpr size_t kMostUnits = 4;        // of a word for an era or a century
constexpr size_t kLeastBegun = 4;       // bytes of a word that may go on
constexpr size_t kMostWordEnding = 20;  // bytes behind it

constexpr std::pair<std::string_view, unsigned> kPositions[] = {
    {"dated", YearWords::kDated},
    {"counted", YearWords::kCounted},
    {"page", YearWords::kPage},
    {"born", YearWords::kLife},
    {"died", YearWords::kLife},
    {"active", YearWords::kLife},
    {"year", YearWords::kYear},
    {"hijri", YearWords::kHijri},
    {"solar", YearWords::kSolar},
    {"christian", YearWords::kCommon},
    {"century-after", YearWords::kCenturyBehind},
    {"century-before", YearWords::kCenturyBefore},
    {"ordinal", YearWords::kOrdinal},
    {"joins", YearWords::kJoins},
};

unsigned role_of(std::string_view position) {
  const auto found =
      std::find_if(std::begin(kPositions), std::end(kPositions),
                   [&](const auto& one) { return one.first == position; });
  return found == std::end(kPositions) ? 0 : found->second;
}

}  // namespace

YearWords::YearWords(const Lexicon& lexicon) : numbers_(lexicon) {
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    const unsigned role = role_of(cue.position);
    if (role == 0) continue;
    const bool open = cue.cue.ends_with('*');
    std::string_view word = cue.cue;
    if (open) word.remove_suffix(1);
    file(word, open, role);
  }
}

void YearWords::file(std::string_view word, bool open, unsigned role) {
  constexpr unsigned kEra = kHijri | kSolar | kCommon | kCounted | kYear;
  const std::string key = fold::match_key(word);
  fold::Units units;
  fold::append_units(word, &units);
  if (units.units.empty() || (open && key.size() < kLeastBegun)) return;
  (open ? begun_ : roles_)[key] |= role;
  const std::string_view first = units.key_of(units.units.front());
  if ((role & (kCenturyBehind | kCenturyBefore)) != 0) {
    centuries_.file(first, open);
    begins_.file(first, open);
  }
  if ((role & kDated) != 0) {
    dates_.file(first, open);
    begins_.file(first, open);
  }
  if ((role & (kEra | kDated)) != 0) {
    era_begins_.file(first, open);
    era_ends_.file(units.key_of(units.units.back()), open);
  }
}

unsigned YearWords::roles_of(std::string_view key) const {
  std::string buffer(key);
  const auto place = roles_.find(buffer);
  if (place != roles_.end()) return place->second;
  if (begun_.empty()) return 0;
  for (size_t cut = 0; cut <= kMostWordEnding; ++cut) {
    if (buffer.size() < kLeastBegun) return 0;
    const auto begun = begun_.find(buffer);
    if (begun != begun_.end()) return begun->second;
    buffer.pop_back();
  }
  return 0;
}

namespace {

// A word that may go on is one unit.
unsigned roles_of_row(const std::unordered_map<std::string, unsigned>& rows,
                      const std::string& key) {
  const auto place = key.empty() ? rows.end() : rows.find(key);
  return place == rows.end() ? 0 : place->second;
}

}  // namespace

unsigned YearWords::roles_at(const fold::Units& units, size_t i,
                             unsigned wanted, size_t* count) const {
  for (*count = kMostUnits; *count > 0; --*count) {
    const std::string key = row_key(units, i, i + *count);
    const unsigned roles =
        wanted & (*count == 1 ? roles_of(key) : roles_of_row(roles_, key));
    if (roles != 0) return roles;
  }
  return 0;
}

unsigned YearWords::roles_before(const fold::Units& units, size_t end,
                                 unsigned wanted, size_t* count) const {
  for (*count = std::min(end, kMostUnits); *count > 0; --*count) {
    const std::string key = row_key(units, end - *count, end);
    const unsigned roles =
        wanted & (*count == 1 ? roles_of(key) : roles_of_row(roles_, key));
    if (roles != 0) return roles;
  }
  return 0;
}

}  // namespace khitai::context
