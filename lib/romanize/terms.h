// SPDX-License-Identifier: Apache-2.0
//
// Under what a spelling is filed, and looked for, among the candidates: its L2
// keys and its skeletons; of these also with a consonant left out, so that two
// that differ in one meet. (L1 keys have match/near_terms.h.) Linear in the
// letters; thread-safe.

#ifndef KHITAI_ROMANIZE_TERMS_H_
#define KHITAI_ROMANIZE_TERMS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "romanize/keys.h"

namespace khitai::romanize {

// Skeletons whole and with one consonant (one syllable) left out. Readings of
// fewer than two consonants are filed under what they have.
std::vector<std::string> skeleton_terms(const Tables& tables,
                                        const Spelling& spelling);

// Of a reading in Mandarin syllables alone, "z:" left off.
std::vector<std::string> syllable_terms(const Tables& tables,
                                        std::string_view syllables);

// Skeletons of five consonants and more with two left out: not filed, but
// looked for.
std::vector<std::string> distant_terms(const Spelling& spelling);

// How many edits of letters are looked for in a key of so many letters, where
// an index knows `most`: none of three letters, two from eight on.
size_t edits_for(size_t letters, size_t most);

// Digests of a spelling's sounds and of its Mandarin syllables: the more bits
// two differ in, the less alike they are.
struct Marks {
  uint32_t sounds = 0;
  uint32_t syllables = 0;
  // The one that tells apart what is filed under a term.
  uint32_t of(std::string_view term) const {
    return term.starts_with("z:") ? syllables : sounds;
  }
};
Marks marks_of(const Spelling& spelling);
// The reading with vowels that its digest is of; null where it has none.
const std::string* vowelled(const Spelling& spelling);
// How unlike two marks are; vowels count where both write them.
uint32_t unlike(uint32_t a, uint32_t b, bool vowels);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_TERMS_H_
