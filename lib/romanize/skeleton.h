// SPDX-License-Identifier: Apache-2.0
//
// L3: the consonants of a reading by classes, and between them the vowels,
// compared for compatibility. For proposing only: what shares a skeleton may
// be one word, the lexicon decides. Costs and classes after Zobel and Dart's
// idea of phonetic keys, made for the scripts served here
// (lexicon/conventions/sounds.tsv).

#ifndef KHITAI_ROMANIZE_SKELETON_H_
#define KHITAI_ROMANIZE_SKELETON_H_

#include <string>
#include <string_view>
#include <vector>

#include "romanize/tables.h"

namespace khitai::romanize {

struct Skeleton {
  char family = 'w';       // 'w' vowelled, 'a' abjad, 'z' Mandarin syllables
  std::string consonants;  // classes; of 'z' the bare syllables
  std::vector<std::string> slots;  // before, between and after the consonants
  std::string fine;                // the consonants, told apart a little more
  bool operator==(const Skeleton&) const = default;
};

// Of a key without its namespace. Linear.
Skeleton skeleton_of(const Tables& tables, char family, std::string_view body);

// Whether two skeletons may be one word. Symmetric. Linear.
bool compatible(const Tables& tables, const Skeleton& a, const Skeleton& b);

// "w:KaRaKiTay"; the class of affricates is shown as C with caron.
std::string shown(const Skeleton& skeleton);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_SKELETON_H_
