// SPDX-License-Identifier: Apache-2.0
//
// What the tests of readers share.

#ifndef KHITAI_TESTS_DOCUMENT_MARKUP_H_
#define KHITAI_TESTS_DOCUMENT_MARKUP_H_

#include <random>
#include <string>
#include <vector>

#include "document/document.h"
#include "khitai/annotate.h"

namespace khitai::tests {

// The plain text with blank lines as `|`, for tables of cases.
std::string shown_plain(const document::Document& document);

// A whole TEI document around what its <body> holds, if it is not one.
std::string tei_around(const std::string& body);

// Of an annotation: `slice of the source=first entity`, joined by a space.
std::string shown_mentions(const Annotation& page);

// Fails unless every plain byte comes from the source or was written by the
// reader, and within a stream of text the source only goes forward. Streams
// are parted by blank lines.
void check_way_back(const document::Document& document,
                    const std::string& source);

// A few of the pieces, joined in any order.
std::string random_source(const std::vector<std::string>& pieces, size_t most,
                          std::mt19937* random);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_DOCUMENT_MARKUP_H_
