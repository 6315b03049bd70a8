// SPDX-License-Identifier: Apache-2.0
//
// What L1 does to a word beyond undoing its encoding, script by script. Each
// works on the decomposed word, marks in canonical order; a mark that goes is
// struck out, to be swept up by the caller.

#ifndef KHITAI_FOLD_SCRIPTS_H_
#define KHITAI_FOLD_SCRIPTS_H_

#include <vector>

#include "fold/careful.h"

namespace khitai::fold {

inline constexpr uint32_t kStruck = 0x110000;  // no code point

// In a word of Latin and Cyrillic letters, those of one script become the
// look-alikes of the other's: the way that leaves the word in one script, when
// only one does; otherwise to the script of most letters, a tie to Latin.
void repair_confusables(std::vector<Glyph>* glyphs);

// Arabic letter classes; the Uyghur ones where the word spells as Uyghur.
void fold_arabic(std::vector<Glyph>* glyphs);

// Letter folds of other scripts, and which marks stay on which letters.
void fold_letters(std::vector<Glyph>* glyphs);

// Takes out the tone digits of a word of pinyin syllables, all or none; works
// on the composed word.
void drop_tones(std::vector<Glyph>* glyphs);

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_SCRIPTS_H_
