// SPDX-License-Identifier: Apache-2.0
//
// The careful pass: folds one word by way of its canonical decomposition. For
// words the fast pass cannot fold letter by letter (marks that combine, two
// alphabets in one word, Uyghur spelling, tone digits), and for keys, which
// want to know what each byte was made from. O(n log n) in the marks on one
// letter, else linear.

#ifndef KHITAI_FOLD_CAREFUL_H_
#define KHITAI_FOLD_CAREFUL_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace khitai::fold {

enum class Level : uint8_t { kL0, kL1 };

// A folded code point and the bytes it was made from: those of its whole
// cluster, a letter with its marks.
struct Glyph {
  uint32_t code;
  uint32_t begin;
  uint32_t end;
};

// Replaces `glyphs` by the fold of `word`, in NFC; offsets count from `base`.
// REQUIRES: valid UTF-8, as the scanner delimits words.
void fold_word(std::string_view word, uint32_t base, Level level,
               std::vector<Glyph>* glyphs);

// L1 as the key of a unit has it: a Roman numeral of several letters is its
// number if it may be one (`number`), and no apostrophe stands at the edges.
void fold_unit(std::string_view word, uint32_t base, bool number,
               std::vector<Glyph>* glyphs);

// The number of a Roman numeral II-IV, VI-IX as a digit; 0 for anything else.
char roman_digit(std::string_view key);

// Puts the digit for a numeral that is all of a unit's key, or all of it up to
// its first apostrophe ("Mahmud II's"). Returns the new size of the key.
size_t number_numeral(char* key, size_t size);

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_CAREFUL_H_
