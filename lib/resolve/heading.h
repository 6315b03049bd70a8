// SPDX-License-Identifier: Apache-2.0
//
// Headings as libraries write them: "Yeh-lu, Ta-shih, 1087-1143", "Mahmud II,
// Sultan of Samarqand", "Liao (Dynasty)", in any script, with or without the
// subfields of MARC. A heading is taken apart into the spellings of its name to
// try, its dates, and what else it says. What is no heading stays as it is:
// "Washington, D.C.", "Khitan, Jurchen and Tangut".

#ifndef KHITAI_RESOLVE_HEADING_H_
#define KHITAI_RESOLVE_HEADING_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "context/life_dates.h"
#include "khitai/lexicon.h"

namespace khitai::resolve {

struct Heading {
  // Spellings to try, in this order; the first is the text as it stands. Alone
  // where it is no heading.
  std::vector<std::string> names;
  // Spellings with something left out, a given name or a number: they are
  // evidence only together with the dates.
  std::vector<std::string> shorter;
  std::optional<context::LifeDates> dates;
  // What it says of the thing: "Dynasty", "Sultan of the Seljuks", "Iraq".
  std::vector<std::string> qualifiers;
  // What is of no use here: "author".
  std::vector<std::string> left_out;

  bool found() const { return names.size() > 1; }
};

// Whether a text has a sign without which it is no heading. Cheap.
bool may_be_heading(std::string_view text);

// What a lexicon brings to the reading of headings; made once, then read-only.
class HeadingReader {
 public:
  explicit HeadingReader(const Lexicon& lexicon);

  // Linear in the text, whatever its bytes.
  Heading read(std::string_view text) const;

  // The types of things that a qualifier calls for: "Dynasty", "Sultan of the
  // Seljuks". Empty: none that is known.
  std::vector<std::string_view> types_of(std::string_view qualifier) const;

 private:
  friend class HeadingParser;
  bool is_rank(std::string_view words) const;

  context::DateWords words_;
  std::unordered_map<std::string, std::vector<std::string_view>> types_;
  std::unordered_set<std::string> before_, after_;  // words beside persons
  std::unordered_set<std::string> of_;
};

// The reader of a lexicon, made at the first call (about half a millisecond)
// and kept with it. Thread-safe.
const HeadingReader& heading_reader_of(const Lexicon& lexicon);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_HEADING_H_
