// SPDX-License-Identifier: Apache-2.0
//
// Years a text speaks of. Numbers of three or four digits that stand alone, or
// with the mark of an era, of a decade or a suffix behind an apostrophe; Han
// characters before the one for `year`; numbers in words behind a word for a
// date; and centuries, which are spans (centuries.h). Years of the hijra become
// the year CE most of them fell in: those that say so, and in Arabic and
// Persian texts numbers below 1000; of a year told in both eras (536/1141) the
// other one is kept. Years from 1900 on are left out: in a text on this period
// they belong to its literature; so are numbers that the words beside them make
// something else: "700 horsemen", "p. 215", "(Bretschneider 1888". Numbers
// below 300 count only behind a word for a date: "in 250".

#ifndef KHITAI_CONTEXT_YEARS_H_
#define KHITAI_CONTEXT_YEARS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "context/sentences.h"
#include "context/year_words.h"
#include "fold/fold.h"
#include "khitai/lexicon.h"

namespace khitai::context {

struct YearAt {
  uint32_t offset;    // bytes of the text
  Years years;        // CE; one year, or those of centuries
  Sentence sentence;  // the one it stands in
  bool exact() const { return years.from == years.to; }
};

// By offset. `units` are those of `text`, `sentences` where its sentences begin
// (sentences.h). Linear.
std::vector<YearAt> years_in(std::string_view text, const fold::Units& units,
                             const std::vector<uint32_t>& sentences,
                             std::string_view lang, const YearWords& words);

// The years that stand in the sentence of byte `at`, at most `reach` bytes from
// it; those of `years` from first up to last. Logarithmic, and linear in the
// answer.
struct YearRun {
  size_t first = 0;
  size_t last = 0;
};
YearRun years_beside(const std::vector<YearAt>& years, uint32_t at,
                     uint32_t reach);

// The year nearest to the bytes begin..end, at most `reach` bytes away: of
// those in its sentence, and of the others only when it has none; in its
// sentence a year goes before a century. Linear in the years within reach.
std::optional<Years> nearest_year(const std::vector<YearAt>& years,
                                  uint32_t begin, uint32_t end, uint32_t reach);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_YEARS_H_
