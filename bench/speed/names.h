// SPDX-License-Identifier: Apache-2.0
//
// Names by chance, and the ways a text may spell one. Names have 5 to 40 bytes;
// 45 in a hundred are in Latin letters, most of these with marks, half of those
// of several words; 25 are Han, 15 Arabic, 15 Cyrillic.

#ifndef KHITAI_BENCH_SPEED_NAMES_H_
#define KHITAI_BENCH_SPEED_NAMES_H_

#include <map>
#include <string>
#include <vector>

#include "khitai/result.h"
#include "speed/chance.h"
#include "speed/letters.h"
#include "speed/vocabulary.h"

namespace khitai::bench {

struct Name {
  std::string text;
  Script script;
};

// Each once. Of two lists the longer begins with the shorter.
std::vector<Name> make_names(const Pieces& pieces, size_t count);

// Spells names otherwise than the list does, but so that folding finds them:
// capitals, small letters, no marks, decomposed (NFD), vowel signs and the
// other yeh and kaf in Arabic, simplified or traditional characters.
class Variants {
 public:
  // Fails where ICU lacks its rules for Chinese.
  static Result<Variants> make(const Pieces& pieces);
  // May be the name itself, where nothing of it can be spelled otherwise.
  std::string of(const Name& name, Chance* chance) const;

 private:
  std::map<std::string, std::string> han_;  // a character, as the others write
};

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_NAMES_H_
