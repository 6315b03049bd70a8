// SPDX-License-Identifier: Apache-2.0
//
// The names of an entity over time: which were in use when, by what the lexicon
// says of its senses, and when they were written, by the works that have them.
// A plain shape, a function that fills it and one that draws it as SVG.

#ifndef KHITAI_WRITE_TIMELINE_H_
#define KHITAI_WRITE_TIMELINE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai::write {

// A work that has the name, and when it was composed.
struct TimelinePoint {
  int32_t first = 0;  // years, both included
  int32_t last = 0;
  std::string words;   // "c. 1260"
  std::string source;  // "juvayni 2:88"
};

struct TimelineRow {
  std::string label;       // the spelling, or the name
  std::string lang;        // BCP 47
  std::string lang_words;  // rows of one language stand together
  std::string name;        // of which this is a spelling; "" when it is itself
  std::string usage;       // "exonym", "official"
  // What a sense says, and whether it says anything: an end that it does not
  // tell is open.
  bool has_span = false;
  std::optional<int32_t> from, to;
  std::vector<TimelinePoint> points;  // by year
};

struct Timeline {
  std::string title;
  std::string words;                // "polity, 1124-1218"
  std::optional<int32_t> from, to;  // of the entity
  std::vector<TimelineRow> rows;
  size_t undated = 0;  // attested spellings without any date, left out
  struct Work {
    std::string id, citation;
  };
  std::vector<Work> works;  // in the order of their first use
};

struct TimelineOptions {
  std::string lang;  // to show the entity's label in; empty: English
};

// Attested spellings that a work has whose time is known (not those whose basis
// is the editors' own knowledge), and names whose senses have years. Linear in
// the entity's names; thread-safe.
Timeline timeline_of(const Lexicon& lexicon, uint32_t entity,
                     const TimelineOptions& options);

// One SVG: no scripts, nothing from elsewhere, text as text. Any bytes may
// stand in the texts, any numbers in the years. Linear; thread-safe.
void write_timeline_svg(const Timeline& timeline, std::string* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TIMELINE_H_
