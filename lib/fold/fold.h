// SPDX-License-Identifier: Apache-2.0
//
// Folding: from the spelling on the page to the units names are matched by,
// with the way back to the bytes of the page.
//
// A text becomes a row of *units*. In scripts that write words apart a unit is
// a word; in scripts that do not (Han, Tangut, Khitan) it is one character. A
// run of katakana, of hiragana, of hangul or of Arabic letters counts as a
// word; Latin, Cyrillic, Greek and the other alphabets may mix in one, and
// have digits in it. The *match key* of a name is its units' folded bytes
// joined by what stands between them, so that a text matches a name exactly
// when a row of its units does:
//
//   gap kNone   nothing   between Han, or where scripts meet ("Xi" before Han)
//   gap kSpace  ' '       spaces, hyphens, middle dots, ZWNJ, one newline, and
//                         the full stop of a short abbreviation ("b. Takash");
//                         between two Han characters this is kNone
//   gap kMark   ','       any other punctuation, and apostrophes that touch no
//                         word
//   gap kBarrier          a blank line, a control character, bytes that are
//                         not UTF-8: in no key, so no name reaches across
//
// Apostrophes (ayn, hamza, aspirate, quotation mark alike) inside a word stay
// in its key as '; those at its edges do not. L1 keys (khitai/keys.h) keep
// them everywhere. Equal L1 keys mean equal match keys, but that L1 keys
//   - have a space for every punctuation mark, and nothing between Han;
//   - read a last token I, V or X as a number ("Muhammad I" is "muhammad 1"),
//     where units read only numerals of several letters so: II-IV, VI-IX.
//
// Cost: linear. No allocation per unit. Thread-safe: functions of the
// characters alone. Rules and their sources: docs/design.md, "Folding".

#ifndef KHITAI_FOLD_FOLD_H_
#define KHITAI_FOLD_FOLD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/uninitialized.h"

namespace khitai::fold {

enum class Gap : uint8_t { kNone, kSpace, kMark, kBarrier };
enum class UnitKind : uint8_t { kWord, kHan, kOther };

struct Unit {
  uint32_t begin;      // bytes of the text; letters of category Lm such as
  uint32_t end;        // U+02BF at a word's edge are inside, quotes are not
  uint32_t key_begin;  // bytes of Units::key
  uint32_t key_end;
  Gap gap;          // what stands before it; kBarrier before the first
  UnitKind kind;    // kOther: one character of another unspaced script
  bool apostrophe;  // its key has an inner apostrophe
};

using UnitList = base::RawVector<Unit>;

struct Units {
  base::RawVector<char> key;  // folded bytes of all units, without gaps
  UnitList units;
  base::RawVector<uint64_t> hashes;  // of each unit (unit_hash.h)
  bool apostrophes = false;          // some unit may have an inner one
  void clear() {
    resize(0, 0);
    apostrophes = false;
  }
  void resize(size_t unit_count, size_t key_size) {
    units.resize(unit_count);
    hashes.resize(unit_count);
    key.resize(key_size);
  }
  std::string_view all_keys() const { return {key.data(), key.size()}; }
  std::string_view key_of(const Unit& unit) const {
    return {key.data() + unit.key_begin, unit.key_end - unit.key_begin};
  }
};

// Appends the units of `text`. REQUIRES: text.size() < 2^31.
void append_units(std::string_view text, Units* units);

// The byte that stands for a gap in a match key; 0 for none and for a barrier.
inline char gap_byte(Gap gap) {
  return gap == Gap::kSpace ? ' ' : gap == Gap::kMark ? ',' : '\0';
}

// The key by which `form` is matched in running text. Empty when nothing of
// the form is left. A barrier inside counts as punctuation.
std::string match_key(std::string_view form);

// A folded text with the way back: byte i of `text` was made from the bytes
// begin[i]..end[i] of the source (a whole cluster: a letter with its marks).
struct Mapped {
  std::string text;
  std::vector<uint32_t> begin;
  std::vector<uint32_t> end;
};
Mapped map_l0(std::string_view source);
Mapped map_l1(std::string_view source);

// Where in the text the first `key_bytes` bytes of a unit's key end, as a byte
// offset of the text; for cutting a word at an apostrophe. REQUIRES: `unit`
// was made from `text`; key_bytes lies on a character boundary of its key.
uint32_t source_end(std::string_view text, const Units& units, const Unit& unit,
                    uint32_t key_bytes);
// Likewise where the byte `key_bytes` of its key begins.
uint32_t source_begin(std::string_view text, const Units& units,
                      const Unit& unit, uint32_t key_bytes);

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_FOLD_H_
