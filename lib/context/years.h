// SPDX-License-Identifier: Apache-2.0
//
// Years a text speaks of. Numbers of three or four digits that stand alone, or
// with the mark of an era, of a decade or a suffix behind an apostrophe; four
// Han digits before the character for `year`. In Arabic and Persian texts a
// number below 1000 is a hijri year and is turned into the year CE most of it
// fell in. Years from 1900 on are left out: in a text on this period they
// belong to its literature; so are numbers that the words beside them make
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

namespace khitai::context {

struct YearAt {
  uint32_t offset;    // bytes of the text
  int32_t year;       // CE
  Sentence sentence;  // the one it stands in
};

// The year CE that a hijri year mostly fell in: 33 of them are 32 solar ones,
// and year 1 began in July 622. Off by one at most, up to the year 1500.
int32_t from_hijri(int32_t year);

// By offset. `units` are those of `text`. Linear.
std::vector<YearAt> years_in(std::string_view text, const fold::Units& units,
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
// those in its sentence, and of the others only when it has none.
std::optional<int32_t> nearest_year(const std::vector<YearAt>& years,
                                    uint32_t begin, uint32_t end,
                                    uint32_t reach);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_YEARS_H_
