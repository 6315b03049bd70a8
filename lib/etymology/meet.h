// SPDX-License-Identifier: Apache-2.0
//
// Where two ascents meet: the paths between two names. Every path goes up from
// one, to what both go back to, and down to the other. One thread.

#ifndef KHITAI_ETYMOLOGY_MEET_H_
#define KHITAI_ETYMOLOGY_MEET_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "etymology/ascent.h"

namespace khitai::etymology {

// A path, and what it says of the origin of its two ends.
struct Meeting {
  Origin origin = Origin::kNone;
  double cost = 0;
  Path path;
};

// The best path: one origin before a shared element before neither, then by
// cost. Linear in what was reached.
std::optional<Meeting> meet(const Lexicon& lexicon, const Ascent& a,
                            const Ascent& b);

// Of all paths that the two ascents hold, the best ones whose links no better
// one has all of; at most `limit`. Each goes through another name, or by
// another link, than those before.
std::vector<Meeting> meet_all(const Lexicon& lexicon, const Ascent& a,
                              const Ascent& b, size_t limit);

// The best link between two of the names, whatever it says. Looks at a bounded
// number of links.
std::optional<Meeting> meet_at_once(const Lexicon& lexicon,
                                    const std::vector<AskedName>& a,
                                    const std::vector<AskedName>& b);

// Two names of which one third was made, or of which it is said that it was:
// the best such path. Looks at a bounded number of links.
std::optional<Meeting> meet_below(const Lexicon& lexicon,
                                  const std::vector<AskedName>& a,
                                  const std::vector<AskedName>& b);

}  // namespace khitai::etymology

#endif  // KHITAI_ETYMOLOGY_MEET_H_
