// SPDX-License-Identifier: Apache-2.0
//
// Who held a title when.

#ifndef KHITAI_RESOLVE_HOLDERS_H_
#define KHITAI_RESOLVE_HOLDERS_H_

#include <cstdint>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai::resolve {

// The entities that held the title in the year: by the dates of their holding
// it, or, where these are not known, by those of their reigns. By number. A
// year that one left it and the other took it has both. Linear in the
// relations of the title and its holders. Thread-safe.
std::vector<uint32_t> holders_of(const Lexicon& lexicon, uint32_t title,
                                 int32_t year);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_HOLDERS_H_
