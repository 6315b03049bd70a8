// SPDX-License-Identifier: Apache-2.0
//
// Which form of a name is preferred where a mention stands: the house style's,
// else the one in the language or convention asked for, else the name's label
// in the language of the text, else the spelling that the documents have most
// often. A form takes the place of another only when it is of the same script,
// grammar and extent. Built once for all documents, then read-only.

#ifndef KHITAI_WRITE_PREFER_H_
#define KHITAI_WRITE_PREFER_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "khitai/write.h"

namespace khitai::write {

// How often each name is spelled how, over all documents.
using SpellingCounts = std::map<std::pair<uint32_t, std::string>, size_t>;

struct Choice {
  std::string text;         // empty: there is none
  std::string_view reason;  // why this one, or why none
};

class Preference {
 public:
  Preference(const Lexicon& lexicon, const NormalizeOptions& options,
             SpellingCounts counts);

  // For a mention spelled `written` in a text of the language `lang`.
  // Time: the forms of the entity's names.
  Choice choose(const Candidate& candidate, std::string_view written,
                std::string_view lang) const;

 private:
  struct Asked;  // what is known of the mention
  bool fits(const Asked& asked, const Form& form) const;
  bool same_extent(const Asked& asked, std::string_view text,
                   uint32_t use) const;
  bool is_spelling(const Asked& asked, const Form& form,
                   std::string_view tag) const;
  bool is_label(const Form& form) const;
  std::set<std::string> cue_words(std::string_view text) const;
  std::vector<uint32_t> names_for(const Asked& asked) const;
  Choice by_style(const Asked& asked) const;
  Choice by_tag(const Asked& asked, uint32_t name) const;
  Choice by_label(const Asked& asked, uint32_t name) const;
  Choice by_count(const Asked& asked, uint32_t name) const;

  const Lexicon& lexicon_;
  const NormalizeOptions& options_;
  SpellingCounts counts_;
  std::set<std::string, std::less<>> cues_;  // L1 keys of one word
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PREFER_H_
