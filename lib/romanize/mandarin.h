// SPDX-License-Identifier: Apache-2.0
//
// Forms read as Mandarin: toneless pinyin syllables joined by ".". Works on L1
// keys. Linear; thread-safe.

#ifndef KHITAI_ROMANIZE_MANDARIN_H_
#define KHITAI_ROMANIZE_MANDARIN_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "romanize/syllables.h"
#include "romanize/tables.h"

namespace khitai::romanize {

// Every word of `l1` as pinyin; apostrophes part syllables; v and u: for u
// with dots. None when a word is no row of syllables.
std::optional<std::string> read_pinyin(const Tables& tables,
                                       std::string_view l1);
// The syllables of one word whose writer took care: "nian.ge" of "niange",
// for "niang.e" would have an apostrophe.
std::optional<std::string> read_careful_pinyin(const Tables& tables,
                                               std::string_view word);
// Strictly: an apostrophe means aspiration.
std::optional<std::string> read_wade_giles(const Tables& tables,
                                           std::string_view l1);
// A spelling may be several syllables; at most kMostAlternatives readings.
std::vector<std::string> read_palladius(const Tables& tables,
                                        std::string_view l1);
// Every word as syllables of an inventory; a spelling may be several, of
// which kMostAlternatives readings at most come of it.
std::vector<std::string> read_syllables(
    const Inventory& inventory, std::string_view l1,
    Inventory::MayBreak may_break = nullptr);
// By the column of the table ("wade-giles", ...) that a convention writes with
// care: all readings, as it parts syllables first.
std::vector<std::string> read_column(const Tables& tables,
                                     std::string_view column,
                                     std::string_view l1);
// Character by character, names with readings of their own first. None when a
// character has no reading.
std::optional<std::string> read_han(const Tables& tables, std::string_view l1);

// Likewise with the other readings that its characters have, the customary
// ones first; names keep theirs. At most kMostAlternatives, the first being
// that of read_han.
std::vector<std::string> read_han_widely(const Tables& tables,
                                         std::string_view l1);

// As bare Wade-Giles whatever apostrophes and dots say: its syllables joined
// by "-".
std::optional<std::string> read_bare(const Tables& tables, std::string_view l1);
// The same of a key made of pinyin syllables.
std::string bare_key(const Tables& tables, std::string_view syllables);

// Whether a spelling that was read so can hardly be anything but Mandarin.
bool is_marked_pinyin(const Tables& tables, std::string_view l1,
                      std::string_view syllables);
bool is_marked_wade_giles(const Tables& tables, std::string_view l1);
// Whether one of the syllables begins as no other language writes it.
bool has_mandarin_initial(const Tables& tables, std::string_view syllables);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_MANDARIN_H_
