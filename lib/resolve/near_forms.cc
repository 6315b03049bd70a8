// SPDX-License-Identifier: Apache-2.0
//
// The forms of a lexicon that are a few letters from a name.

#include <algorithm>

#include "khitai/keys.h"
#include "khitai/resolve.h"
#include "lexicon/spellings.h"

namespace khitai {

size_t near_edits(const Lexicon& lexicon) {
  return lexicon.spellings().by_letters().edits();
}

std::vector<NearForm> near_forms(const Lexicon& lexicon, std::string_view name,
                                 size_t edits, size_t limit) {
  const auto found = lexicon.spellings().near(l1_key(name), edits,
                                              limit == 0 ? SIZE_MAX : limit);
  std::vector<NearForm> forms;
  for (const match::Near& one : found) {
    if (one.number >= lexicon.form_count()) continue;  // damaged
    forms.push_back({one.number, one.edits});
  }
  return forms;
}

}  // namespace khitai
