// SPDX-License-Identifier: Apache-2.0
//
// The words of headings and what they say, from the lexicon's cues.

#include <algorithm>
#include <memory>
#include <string>

#include "fold/fold.h"
#include "resolve/heading.h"
#include "resolve/heading_parts.h"
#include "text/casing.h"

namespace khitai::resolve {
HeadingReader::HeadingReader(const Lexicon& lexicon) : words_(lexicon) {
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    if (cue.type == "language" && cue.position != "kind") continue;
    const bool before = cue.position == "before";
    const bool after = cue.position == "after";
    if (cue.position == "of") {
      of_.insert(fold::match_key(cue.cue));
    } else if (cue.type == "title" && cue.position != "kind") {
      continue;  // words that stand beside titles
    } else if (before || after || cue.position == "kind") {
      const std::string key = fold::match_key(cue.cue);
      types_[key].push_back(cue.type);
      if (cue.type == "person") (before ? before_ : after_).insert(key);
    }
  }
}

const HeadingReader& heading_reader_of(const Lexicon& lexicon) {
  return *static_cast<const HeadingReader*>(
      lexicon.kept(Lexicon::Kept::kHeadingReader,
                   [&lexicon]() -> std::shared_ptr<const void> {
                     return std::make_shared<const HeadingReader>(lexicon);
                   }));
}

// "Sultan", "Khan", "Sultan of the Seljuks": the words of a rank, or one that a
// word for "of" or a small letter shows to be no name.
bool HeadingReader::is_rank(std::string_view words) const {
  const std::string whole = fold::match_key(words);
  if (before_.contains(whole) || after_.contains(whole)) return true;
  const fold::Units units = units_of(words);
  if (units.units.size() < 2) return false;
  const fold::Unit& first = units.units.front();
  if (!before_.contains(std::string(units.key_of(first)))) {
    return first.kind == fold::UnitKind::kHan && !types_of(words).empty() &&
           types_of(words).front() == "person";
  }
  return of_.contains(std::string(units.key_of(units.units[1]))) ||
         text::casing_of(written(words, first)) == text::Casing::kLower;
}

std::vector<std::string_view> HeadingReader::types_of(
    std::string_view qualifier) const {
  const auto whole = types_.find(fold::match_key(qualifier));
  if (whole != types_.end()) return whole->second;
  const fold::Units units = units_of(qualifier);
  if (units.units.size() < 2) return {};
  constexpr size_t kMostUnits = 4;
  const size_t all = units.units.size();
  // The longest words at the beginning, then at the end. One Han character
  // is in too many words.
  for (const bool front : {true, false}) {
    for (size_t size = std::min(all - 1, kMostUnits); size > 0; --size) {
      const size_t first = front ? 0 : all - size;
      const fold::Unit& unit = units.units[first];
      if (size == 1 && unit.kind != fold::UnitKind::kWord) continue;
      const uint32_t end = units.units[first + size - 1].end;
      const auto found = types_.find(
          fold::match_key(qualifier.substr(unit.begin, end - unit.begin)));
      if (found != types_.end()) return found->second;
    }
  }
  return {};
}

}  // namespace khitai::resolve
