// SPDX-License-Identifier: Apache-2.0
//
// Characters of an XML document as its processors count them: markup is none, a
// reference is what it stands for. Linear.

#ifndef KHITAI_DOCUMENT_XML_TEXT_H_
#define KHITAI_DOCUMENT_XML_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/result.h"

namespace khitai::document {

// How many code points of character data stand before each byte of the source.
// REQUIRES: `at` ascends. Errors: as parse_xml.
Result<std::vector<size_t>> characters_before(const std::string& name,
                                              std::string_view source,
                                              const std::vector<size_t>& at);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_XML_TEXT_H_
