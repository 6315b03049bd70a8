// SPDX-License-Identifier: Apache-2.0
//
// What may be an unknown name, with all that was seen of it: counts, spellings
// and the first places. By match key; those of several documents add up.

#ifndef KHITAI_ANNOTATE_SEEN_NAMES_H_
#define KHITAI_ANNOTATE_SEEN_NAMES_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/suggest.h"

namespace khitai::annotate {

// A cue word beside a name, so many times.
struct SeenCue {
  std::string words;
  std::string type;
  bool before = false;
  size_t count = 0;
};

struct SeenName {
  std::map<std::string, size_t> texts;  // spellings
  std::map<std::string, size_t> langs;
  std::vector<SuggestedPlace> places;  // the first ones
  std::string context;                 // around the first
  std::vector<SeenCue> cues;
  size_t count = 0;
  size_t documents = 0;
  size_t words = 0;     // of it
  size_t capital = 0;   // places with a capital within a sentence
  size_t opening = 0;   // ... where any word has one
  size_t framed = 0;    // places beside a cue
  size_t fathered = 0;  // places beside a word such as ibn
  size_t numbered = 0;  // places before a number
  size_t company = 0;   // places near a known name
  size_t total = 0;     // how often the word stands in the texts at all
  double sounds = 0;    // of Han: how much its characters are those of
                        // transcriptions, in nats; the most of any place
  bool foreign_script = false;  // in letters for foreign words (katakana)
  bool near = false;            // seen because a known name comes near
  bool nouns = false;           // in a language whose nouns have a capital

  void add(const SeenName& later);
};

class SeenNames {
 public:
  std::map<std::string, SeenName> names;             // by match key
  std::map<std::string, size_t, std::less<>> small;  // words in small letters
  void add(SeenNames later);
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_SEEN_NAMES_H_
