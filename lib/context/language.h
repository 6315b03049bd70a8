// SPDX-License-Identifier: Apache-2.0
//
// Which language a text is in: by its scripts, by letters only some languages
// of a script use, and by its commonest words. The words and letters are cue
// rows of type `language` (lexicon/cues.tsv), position `word` or `letter`.

#ifndef KHITAI_CONTEXT_LANGUAGE_H_
#define KHITAI_CONTEXT_LANGUAGE_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fold/fold.h"
#include "khitai/lexicon.h"

namespace khitai::context {

class LanguageGuesser {
 public:
  explicit LanguageGuesser(const Lexicon& lexicon);

  // The likeliest language (a BCP 47 primary subtag), or "" when nothing in
  // the text tells. Linear in the units, at most kMaxUnits of them.
  std::string guess(std::string_view text, const fold::Units& units) const;

  static constexpr size_t kMaxUnits = 20000;

 private:
  std::unordered_map<std::string, std::vector<std::string_view>> words_;
  std::unordered_map<std::string, std::vector<std::string_view>> letters_;
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_LANGUAGE_H_
