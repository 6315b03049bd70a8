// SPDX-License-Identifier: Apache-2.0
//
// What stands at the head of an entry, and what it is sorted by. Linear in an
// entity's forms; thread-safe.

#ifndef KHITAI_WRITE_INDEX_HEADINGS_H_
#define KHITAI_WRITE_INDEX_HEADINGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "write/index.h"

namespace khitai::write {

struct Heading {
  std::string text, lang;
};

// In the reader's language if the lexicon has a label there; else the most
// frequent spelling of the documents in that language, else the lexicon's own
// label. A surname that stands behind a given name comes first: "Sanson,
// Guillaume". `spellings`: the most frequent first.
Heading heading_of(const Lexicon& lexicon, const IndexKey& key,
                   std::string_view lang,
                   const std::vector<IndexSpelling>& spellings);

// What tells it from another of the same heading: its years, else its type,
// else its id.
std::string qualifier_of(const Lexicon& lexicon, const IndexKey& key);

// A heading as it is sorted: without article and apostrophes, hyphens as
// spaces, Roman numerals behind a name as numbers.
//
//   "al-Biruni" Biruni    "Qara-Khitay" Qara Khitay   "Mahmud IX" Mahmud 0009
std::string sort_text(std::string_view heading, std::string_view lang);

// Entries with one `key` are a group; letters that sort alike have one.
struct GroupOf {
  std::string key, label;
};

// The group of an entry, by the first character of its sort text.
class IndexGroups {
 public:
  IndexGroups(const IndexOrder& order, std::string_view lang);
  GroupOf group_of(std::string_view sort_text) const;

 private:
  std::string han_label(std::string_view sort_text) const;

  const IndexOrder& order_;
  const std::string lang_;
  std::vector<std::string> letters_;  // keys of A to Z
  std::vector<std::string> han_;      // keys where a group of characters begins
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_INDEX_HEADINGS_H_
