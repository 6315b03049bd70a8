// SPDX-License-Identifier: Apache-2.0
//
// Which conventions can have made a spelling, and how likely each is.
//
//   P(convention | spelling)  ~  prior * P(spelling | convention)
//
// A convention is out of the question when the spelling has a letter it never
// writes, or, where it writes syllables, when no row of its syllables is
// written so. Of the others each has a model of its letters: how often one
// follows another where it writes the readings it has learnt (bigrams, with
// unigrams for those not met; no letter of its alphabet is impossible).
//
// Learning: linear in readings times conventions. Then read-only and
// thread-safe; detection is linear in letters times conventions.

#ifndef KHITAI_ROMANIZE_DETECT_H_
#define KHITAI_ROMANIZE_DETECT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "romanize/tables.h"
#include "romanize/write.h"

namespace khitai::romanize {

// The id of the convention that `word` calls: its id, tag or an alias; empty
// when there is none.
std::string_view convention_called(const Tables& tables, std::string_view word);

// How letters follow each other in a convention.
class LetterModel {
 public:
  void learn(std::string_view text);
  void allow(std::string_view letters);  // may stand, even if not learnt
  // The logarithm of the probability; minus infinity where a letter may not
  // stand.
  double likelihood(std::string_view text) const;

 private:
  double chance(uint64_t before, uint64_t letter) const;
  bool known(uint64_t letter) const { return alone_.count(letter) > 0; }
  uint64_t usual(uint64_t letter, double* likelihood) const;

  std::unordered_map<uint64_t, double> alone_, pairs_;
  double total_ = 0;
};

class Detector {
 public:
  struct Guess {
    const Writer* writer = nullptr;  // null: letters by chance
    double probability = 0;
  };

  // REQUIRES: tables.finish() was called.
  explicit Detector(const Tables& tables);
  void learn(std::string_view lang, const Words& reading);
  // `from`: "ijmes" or a script.
  void learn(std::string_view lang, std::string_view from,
             std::string_view reading);

  // `lang`: of the name; empty: any. The likeliest first; empty where none can
  // have made the spelling.
  std::vector<Guess> detect(std::string_view form, std::string_view lang) const;

 private:
  double likelihood(size_t writer, const std::string& form,
                    std::string_view script) const;

  const Tables& tables_;
  std::vector<LetterModel> models_;  // by the number of the writer
};

// Whether the syllables of `form` are what the convention writes: read and
// written again it is the same but for case, joining and tones.
bool is_written_so(const Tables& tables, const Writer& writer,
                   std::string_view form);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_DETECT_H_
