// SPDX-License-Identifier: Apache-2.0
//
// How to cite what the lexicon says of an entity: the entry itself by its id
// and the lexicon's hash, which names this very text of it, and the works that
// it rests on, with the places in them. Thread-safe.

#ifndef KHITAI_WRITE_CITE_H_
#define KHITAI_WRITE_CITE_H_

#include <string>
#include <string_view>

#include "khitai/lexicon.h"
#include "write/card.h"

namespace khitai::write {

// One paragraph for a footnote:
//
//   "Qatwan" (qatwan), khitai lexicon, version 0123456789abcdef; resting on
//   Juvayni, Tarikh-i jahan-gusha, 2:88.
//
// with typographic quotation marks around `label`. What only the editors vouch
// for is no work; where there is nothing else, that is said.
std::string citation_of_card(const Lexicon& lexicon, const Card& card,
                             std::string_view label);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_CITE_H_
