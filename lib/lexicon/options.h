// SPDX-License-Identifier: Apache-2.0
//
// What a pattern may mean: its forms with their senses, gathered once. Not
// thread-safe; one for each thread. Memory: what was asked for.

#ifndef KHITAI_LEXICON_OPTIONS_H_
#define KHITAI_LEXICON_OPTIONS_H_

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai::lexicon {

struct Option {
  uint32_t form = kNoRow;
  uint32_t sense = kNoRow;
  uint32_t entity = kNoRow;
  uint32_t use = 0;  // the form's, bits of Use
};

class Options {
 public:
  explicit Options(const Lexicon& lexicon) : lexicon_(lexicon) {}
  const Lexicon& lexicon() const { return lexicon_; }

  // Empty for a block.
  const std::vector<Option>& of(uint32_t pattern);

 private:
  const Lexicon& lexicon_;
  std::unordered_map<uint32_t, std::vector<Option>> cache_;
};

// What one form may mean.
void add_options(const Lexicon& lexicon, uint32_t form,
                 std::vector<Option>* options);

// Whether one of the space-separated BCP 47 tags is `lang` or below it.
bool has_lang(std::string_view tags, std::string_view lang);

// The same, where literary and modern Chinese (lzh, zh) are one language: what
// is spelled in the one may stand in a text of the other.
bool is_of_language(std::string_view tags, std::string_view lang);

}  // namespace khitai::lexicon

#endif  // KHITAI_LEXICON_OPTIONS_H_
