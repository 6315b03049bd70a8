// SPDX-License-Identifier: Apache-2.0
//
// Which language a text is in: by its scripts, by letters only some languages
// of a script use, and by its commonest words. The words and letters are cue
// rows of type `language` (lexicon/cues.tsv), position `word` or `letter`.

#ifndef KHITAI_CONTEXT_LANGUAGE_H_
#define KHITAI_CONTEXT_LANGUAGE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/word_table.h"
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
  using Langs = std::vector<uint32_t>;  // of langs_
  void add_word(std::string_view word, uint32_t lang);
  uint32_t number_of(std::string_view lang);
  void vote(const Langs& langs, double weight,
            std::vector<double>* votes) const;
  void vote_for_letters(std::string_view written,
                        std::vector<double>* votes) const;

  std::vector<std::string_view> langs_;
  base::WordTable words_;  // numbers of word_langs_
  std::vector<Langs> word_langs_;
  std::unordered_map<char32_t, Langs> letters_;
  // Of the letters below, by code point: most of a text are none.
  static constexpr char32_t kLowLetters = 0x3000;
  std::vector<bool> is_letter_ = std::vector<bool>(kLowLetters);
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_LANGUAGE_H_
