// SPDX-License-Identifier: Apache-2.0
//
// TEI documents by chance: names, notes, readings, breaks, entities, CDATA.

#ifndef KHITAI_TESTS_SUPPORT_RANDOM_XML_H_
#define KHITAI_TESTS_SUPPORT_RANDOM_XML_H_

#include <random>
#include <string>
#include <vector>

namespace khitai::tests {

const std::vector<std::string>& xml_pieces();

// Pieces with tags that match: what is open is closed.
std::string random_xml(std::mt19937* random);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_RANDOM_XML_H_
