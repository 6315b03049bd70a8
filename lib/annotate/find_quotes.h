// SPDX-License-Identifier: Apache-2.0
//
// All places of many quotations in one pass over a text.

#ifndef KHITAI_ANNOTATE_FIND_QUOTES_H_
#define KHITAI_ANNOTATE_FIND_QUOTES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "text/quoted.h"

namespace khitai::annotate {

// For each of `quotes` (forms, distinct) the bytes of the form it begins at,
// ascending. Only between whole characters. A quote that is empty has none.
// Linear in the text and the places.
std::vector<std::vector<uint32_t>> find_quotes(
    const text::Quoted& text, const std::vector<std::string>& quotes);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_FIND_QUOTES_H_
