// SPDX-License-Identifier: Apache-2.0
//
// What a stretch of text says as a whole: which entities it names beyond
// doubt, which years, in which language. The evidence for what its doubtful
// names mean.

#ifndef KHITAI_RESOLVE_SURVEY_H_
#define KHITAI_RESOLVE_SURVEY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "context/cues.h"
#include "context/language.h"
#include "context/years.h"
#include "fold/fold.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/score.h"

namespace khitai::resolve {

// What a lexicon brings to the reading of texts; made once, then read-only.
struct Reader {
  explicit Reader(const Lexicon& source)
      : lexicon(source), cues(source), guesser(source), year_words(source) {}
  const Lexicon& lexicon;
  context::CueFinder cues;
  context::LanguageGuesser guesser;
  context::YearWords year_words;
};

// The reader of a lexicon, made at the first call (about a millisecond) and
// kept with it. Thread-safe.
const Reader& reader_of(const Lexicon& lexicon);

struct Survey {
  std::string lang;  // given or guessed
  std::vector<context::YearAt> years;
  std::vector<uint32_t> sentences;  // where they begin
  Present present;
};

// `units` and `matches` are those of `text`. Linear.
Survey survey(const Reader& reader, std::string_view text,
              const fold::Units& units, std::vector<match::Match> matches,
              std::string_view lang, lexicon::Options* options);
// The same without years and sentences, for who does not weigh meanings; no
// language is guessed.
Survey undated_survey(const Reader& reader, std::string_view text,
                      std::vector<match::Match> matches, std::string_view lang,
                      lexicon::Options* options);

// Whether a spelling is a word of its own that means no entity: a block, or a
// form of a name without senses. Forms marked `never` are in no text.
bool is_word(const Lexicon& lexicon, uint32_t pattern,
             lexicon::Options* options);

// The options that a spelling in a text may be by their `use`. Where the
// text's language has the spelling, its own forms decide: if they refuse the
// casing, a form of another language does not save it. Good until the next
// call. Constant time for what was asked before, unless casing counts.
const std::vector<lexicon::Option>& admitted(uint32_t pattern,
                                             std::string_view written,
                                             std::string_view lang,
                                             lexicon::Options* options);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_SURVEY_H_
