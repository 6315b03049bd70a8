// SPDX-License-Identifier: Apache-2.0
//
// How near two words are, in letters: what has to be changed to make the one
// the other, by the cheapest of its letters, its sounds and its syllables.

#ifndef KHITAI_RESOLVE_COMPARE_PAIRS_H_
#define KHITAI_RESOLVE_COMPARE_PAIRS_H_

#include <cstdint>

#include "resolve/compare_tokens.h"
#include "romanize/tables.h"

namespace khitai::resolve {

// How two words met, the strongest first.
enum class Meeting : uint8_t {
  kSame,      // the same letters
  kReading,   // the same reading in another convention
  kOther,     // another spelling or abbreviation, by the table
  kVariant,   // some letters differ
  kShort,     // a short form of a given name
  kInitial,   // one letter for the word
  kInitials,  // ... for each of several words
  kNot,
};

struct Nearness {
  Meeting met = Meeting::kNot;
  double cost = 0;   // letters that differ; sounds that are close count less
  double size = 0;   // letters of the longer one
  double model = 0;  // log-odds by the letter model, between two scripts
  // Of its letters, the part that differs.
  double ratio() const { return size > 0 ? cost / size : 1; }
};

// Time: the product of the letters. Thread-safe. Symmetric.
Nearness nearness(const romanize::Tables& tables, const Token& a,
                  const Token& b);

// Edits between letters, where a vowel for a vowel, a doubled letter and a
// look-alike digit count less than one.
double letter_distance(const romanize::Letters& a, const romanize::Letters& b);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_PAIRS_H_
