// SPDX-License-Identifier: Apache-2.0
//
// Keys: what two spellings are compared by. L0 undoes differences of encoding
// (normal forms, case, width, invisible characters); L1 differences of
// spelling within one script (marks on vowels, Arabic letter shapes, variant
// and simplified Han); L2 those of convention (Wade-Giles, pinyin and Palladius
// of one reading, the romanizations of Arabic and Turkic letters); L3 leaves
// the consonants by classes, for proposing only. None joins what is not one
// reading: only the lexicon joins a Chinese name to its Latin one. L0 and L1
// are functions of the characters alone; L2 and L3 go by the conventions of a
// lexicon and the language of the form.
//
//   "Qara Khit\u0101y"   L0 "qara khit\u0101y"   L1 "qara khitay"
//                        L2 "w:karahitay"    L3 "w:KaRaKiTay"
//
// Never fail: bytes that are not valid UTF-8 separate words and leave no trace.
// Time is linear in the text. Thread-safe.

#ifndef KHITAI_KEYS_H_
#define KHITAI_KEYS_H_

#include <string>
#include <string_view>
#include <vector>

namespace khitai {

class Lexicon;

// Same string but for its encoding. Keeps tones, length and other marks.
std::string l0_key(std::string_view form);

// Same spelling.
std::string l1_key(std::string_view form);

// Same word in another convention. Several where the spelling may be read in
// several ways (at most eight of a family); two forms are one word when they
// share a key. Families: "w:" vowelled, "a:" abjads, "z:" Mandarin syllables,
// "h:" Han characters, "x:" what no rule reads. `lang`: BCP 47, or empty.
std::vector<std::string> l2_keys(const Lexicon& lexicon, std::string_view form,
                                 std::string_view lang);

// Skeletons: consonant classes in capitals, vowels between them.
std::vector<std::string> l3_keys(const Lexicon& lexicon, std::string_view form,
                                 std::string_view lang);

}  // namespace khitai

#endif  // KHITAI_KEYS_H_
