// SPDX-License-Identifier: Apache-2.0
//
// What a pattern may mean: its forms with their senses, gathered once. Not
// thread-safe; one for each thread. Memory: what was asked for.

#ifndef KHITAI_LEXICON_OPTIONS_H_
#define KHITAI_LEXICON_OPTIONS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
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
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;
  const Lexicon& lexicon() const { return lexicon_; }

  // Empty for a block.
  const std::vector<Option>& of(uint32_t pattern);

  // For who chooses among the options of a pattern by the language of the text
  // (a primary subtag), and perhaps by how it is written there: a place to keep
  // what was chosen, empty at first.
  struct Choice {
    bool made = false;
    bool by_writing = false;  // `kept` is of the last writing only
    std::vector<Option> kept;
  };
  Choice& choice(uint32_t pattern, std::string_view lang);

 private:
  const Lexicon& lexicon_;
  std::unordered_map<uint32_t, std::vector<Option>> cache_;
  using Choices = std::unordered_map<uint32_t, Choice>;
  std::map<std::string, Choices, std::less<>> choices_;
  std::string_view lang_;       // that was asked for last, in choices_
  Choices* of_lang_ = nullptr;  // and what there is of it
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
