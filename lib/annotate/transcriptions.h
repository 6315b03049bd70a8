// SPDX-License-Identifier: Apache-2.0
//
// Which Chinese characters write the sounds of foreign names, as the lexicon's
// own forms show: those of names whose characters, read as they were earlier
// or are elsewhere, sound like another form of the name, against names that
// are Chinese.
//
// Made by the first call (some tenths of a second, where the lexicon has many
// such forms) and kept with the lexicon; then read-only and thread-safe.

#ifndef KHITAI_ANNOTATE_TRANSCRIPTIONS_H_
#define KHITAI_ANNOTATE_TRANSCRIPTIONS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "khitai/lexicon.h"

namespace khitai::annotate {

class Transcriptions {
 public:
  static const Transcriptions& of(const Lexicon& lexicon);
  explicit Transcriptions(const Lexicon& lexicon);

  // Whether a foreign name of the lexicon has it.
  bool has(std::string_view character) const;
  // How much likelier a character (folded) is in a foreign name than in a text
  // that has it `there` times among `all` characters; in nats. Texts that are
  // short are filled up with the lexicon's other forms.
  double weight(std::string_view character, size_t there, size_t all) const;
  // How many forms were learnt from.
  size_t forms() const { return forms_; }

 private:
  struct Counts {
    size_t foreign = 0;
    size_t native = 0;
  };
  void learn(std::string_view key, bool foreign);

  std::unordered_map<std::string, Counts> characters_;
  size_t foreign_ = 0;  // characters of foreign names
  size_t native_ = 0;
  size_t forms_ = 0;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_TRANSCRIPTIONS_H_
