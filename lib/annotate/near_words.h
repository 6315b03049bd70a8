// SPDX-License-Identifier: Apache-2.0
//
// Words that are read like a known name, or have its skeleton and nearly its
// letters: a first look, before the words of a text are asked for by
// themselves. What a word is, is kept; some ten microseconds for each different
// one. Not thread-safe.

#ifndef KHITAI_ANNOTATE_NEAR_WORDS_H_
#define KHITAI_ANNOTATE_NEAR_WORDS_H_

#include <string>
#include <string_view>
#include <unordered_map>

#include "annotate/sight.h"
#include "khitai/lexicon.h"

namespace khitai::annotate {

// Whether a known name is read like `text`, or has its whole skeleton. False:
// to ask which ones are near is hardly worth it. Thread-safe.
bool may_be_near(const Lexicon& lexicon, std::string_view text,
                 std::string_view lang);

// Likewise, with nearly its letters, or the reading; a skeleton of fewer
// consonants than `least` says nothing.
bool is_spelled_nearly(const Lexicon& lexicon, std::string_view text,
                       std::string_view lang, size_t least);

class NearWords {
 public:
  // `words`: those of the document.
  NearWords(const Lexicon& lexicon, const WordCounts& words)
      : lexicon_(lexicon), words_(words) {}
  // A word by its match key, in a text of `lang`. What may be an inflected
  // form of a known name, or of another word of the document, is none.
  bool has(std::string_view key, std::string_view lang);

 private:
  bool is_inflected(std::string_view key, std::string_view lang) const;

  const Lexicon& lexicon_;
  const WordCounts& words_;
  std::unordered_map<std::string, bool> known_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_NEAR_WORDS_H_
