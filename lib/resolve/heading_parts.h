// SPDX-License-Identifier: Apache-2.0
//
// The parts of a heading: what commas and brackets part, in any script.

#ifndef KHITAI_RESOLVE_HEADING_PARTS_H_
#define KHITAI_RESOLVE_HEADING_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

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

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_HEADING_PARTS_H_
