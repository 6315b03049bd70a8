// SPDX-License-Identifier: Apache-2.0
//
// The parts of a heading: what commas and brackets part, in any script.

#ifndef KHITAI_RESOLVE_HEADING_PARTS_H_
#define KHITAI_RESOLVE_HEADING_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "fold/fold.h"

namespace khitai::resolve {

struct HeadingParts {
  std::vector<std::string> parts;     // by commas, without their brackets
  std::vector<std::string> brackets;  // what stands in brackets
};

// Brackets count before the first part and behind any; elsewhere they are of
// the name. Empty parts are left out. Linear.
HeadingParts parts_of(std::string_view heading);

// Without spaces and the marks that end an area of a description (ISBD):
// " / ", " : ", ";", ",", ".".
std::string_view trimmed_heading(std::string_view text);

// The words of a part, and one of them as it is written. Linear.
fold::Units units_of(std::string_view text);
std::string_view written(std::string_view text, const fold::Unit& unit);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_HEADING_PARTS_H_
