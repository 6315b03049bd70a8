// SPDX-License-Identifier: Apache-2.0
//
// Spellings in words: the convention that each is in, by its name.

#ifndef KHITAI_RESOLVE_WORDING_H_
#define KHITAI_RESOLVE_WORDING_H_

#include <string>
#include <string_view>

#include "khitai/lexicon.h"

namespace khitai::resolve {

// A spelling and its language tags (BCP 47, by spaces), or none.
struct Spelt {
  std::string_view text, lang;
};

// "Wade-Giles": as a convention of lexicon/vocabulary/conventions.tsv is
// called, the kinds of it ("bare Wade-Giles") by the name of the whole. Empty
// where no tag says it and none is likely enough (detect_conventions, whose
// first call takes some hundredths of a second), nor the only one whose
// syllables these are. `mandarin`: it is known to be read as such syllables.
std::string convention_of(const Lexicon& lexicon, const Spelt& spelt,
                          bool mandarin);

// "Wade-Giles Yeh-lu Ta-shih = pinyin Yelu Dashi": one word in two spellings.
// The conventions are told where they are two.
std::string same_word(const Lexicon& lexicon, const Spelt& a, const Spelt& b,
                      bool mandarin);

// The same where the readings say that it is one word; else empty.
std::string if_same_word(const Lexicon& lexicon, const Spelt& a,
                         const Spelt& b);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_WORDING_H_
