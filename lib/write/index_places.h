// SPDX-License-Identifier: Apache-2.0
//
// Places as an index cites them, read as numbers so that they can be sorted
// and joined: what was counted, before the first page, then pages in Roman
// numerals before others, 9 before 10, 12r before 12v, and 12, 13, 14 as 12-14.
// Values; thread-safe.

#ifndef KHITAI_WRITE_INDEX_PLACES_H_
#define KHITAI_WRITE_INDEX_PLACES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::write {

// One step of a place, such as a page.
struct PlaceStep {
  enum class Rank : uint8_t { kCounted, kRoman, kNumber, kText };
  enum class Side : uint8_t { kNone, kFront, kBack };  // r or a; v or b
  std::string label;                                   // as it is cited
  Rank rank = Rank::kText;
  std::string prefix;             // what stands before the number
  std::vector<uint64_t> numbers;  // "3.2" has two
  Side side = Side::kNone;
  size_t at = 0;  // where it begins in the document: the order of texts
};

// Reads a label: "12", "xii", "12r", "3.2", "p. 7", Arabic, Persian and
// Chinese numerals; all else is a text.
PlaceStep place_step(std::string_view label, size_t at);
// Of a number that was counted, behind a sign such as "l. ".
PlaceStep counted_step(std::string_view label, size_t at);

// A place: outermost step first (volume, then page). Empty: the document.
using CitedPlace = std::vector<PlaceStep>;

// By rank and value, step by step; texts as the document has them.
bool is_before(const CitedPlace& a, const CitedPlace& b);
// Whether both are cited alike.
bool is_same(const CitedPlace& a, const CitedPlace& b);
// Whether `b` is the very next place after `a`: 12 and 13, 12v and 13r; not 12r
// and 13r, nor anything that is a text.
bool is_next(const CitedPlace& a, const CitedPlace& b);

// The places, which are sorted here, each once, neighbours joined: "iv",
// "12-15", "2:3r-4v" (with U+2013). Texts stand between the marks given.
std::vector<std::string> place_words(std::vector<CitedPlace> places,
                                     std::string_view opening,
                                     std::string_view closing);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_INDEX_PLACES_H_
