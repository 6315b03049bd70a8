// SPDX-License-Identifier: Apache-2.0
//
// Where in a text quotations stand that were made of an earlier state of it.
// A quotation agrees with a place that has its words, the more, the further
// the text around it is as it was; the best place is its own, and a place is
// one quotation's. What fits several places alike, or none well, has no place:
// a decision must not wander to another name.

#ifndef KHITAI_ANNOTATE_PLACES_H_
#define KHITAI_ANNOTATE_PLACES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "text/quoted.h"

namespace khitai::annotate {

// Bytes around a quotation that must agree where the text has its words at
// several places and it tells as many: two or three words, or five characters.
inline constexpr size_t kLeastAgreement = 16;

struct Quotation {  // as forms of text::Quoted
  std::string quote;
  std::string prefix;
  std::string suffix;
  uint32_t choice = 0;  // what was decided; alike quotations may differ
};

enum class Standing {
  kPlaced,
  kAbsent,     // the text does not have these words
  kElsewhere,  // it has them, with other words around
  kSeveral,    // several places fit alike
  kTaken,      // other quotations fit better wherever it could stand
  kDiffering,  // one place, several choices
};

struct Place {
  Standing standing = Standing::kAbsent;
  size_t begin = 0;  // bytes of the source
  size_t end = 0;
  size_t alike = 0;  // of kSeveral: how many places
};

// A place for each quotation. Quotations that are the same stand in the order
// of the places where there are as many as fit. Time: linear in the text and
// its places, and a search among those with the same words around. Memory: the
// places. Thread-safe.
std::vector<Place> place_quotations(const text::Quoted& text,
                                    const std::vector<Quotation>& quotations);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_PLACES_H_
