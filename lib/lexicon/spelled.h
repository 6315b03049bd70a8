// SPDX-License-Identifier: Apache-2.0
//
// What the lexicon knows of a spelling that is to be transcribed: the forms
// it is, their languages and readings, how its words are parted. Cost: one
// look-up and the forms of the names found. Not shared between threads.

#ifndef KHITAI_LEXICON_SPELLED_H_
#define KHITAI_LEXICON_SPELLED_H_

#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "romanize/tables.h"
#include "romanize/write.h"

namespace khitai::lexicon {

class Spelled {
 public:
  // `lang`: of the name, a usual tag or empty.
  Spelled(const Lexicon& lexicon, std::string_view form, std::string_view lang);

  // Whether the lexicon has the spelling.
  bool known() const { return !forms_.empty(); }
  // Languages, the likeliest with the lowest number.
  size_t rank(std::string_view lang) const;
  // Whether the spelling may be in the language: told, known, or by script.
  bool may_be(std::string_view lang) const;
  // Conventions that the lexicon's tags of the form name.
  std::vector<std::string_view> conventions() const;
  // How well a convention accounts for the spelling; a logarithm.
  double likelihood(const romanize::Writer& writer) const;

  // The readings of Chinese characters, words parted.
  std::vector<romanize::Words> words() const;
  // The vocalized forms in IJMES that are written with its letters; where
  // there is none, those of its names.
  std::vector<std::string> vocalized(std::string_view lang) const;

 private:
  void add_words_of(const Form& form, std::vector<romanize::Words>* all) const;
  std::vector<size_t> sizes_by_parts(uint32_t name) const;
  std::vector<size_t> sizes_by_forms(const romanize::Words& words) const;
  // Of the forms in a language; or all names of what they denote.
  std::vector<uint32_t> names(std::string_view lang, bool all) const;
  std::vector<std::string_view> langs() const;

  const Lexicon& lexicon_;
  const romanize::Tables& tables_;
  std::string form_, lang_;
  std::vector<uint32_t> forms_;
};

}  // namespace khitai::lexicon

#endif  // KHITAI_LEXICON_SPELLED_H_
