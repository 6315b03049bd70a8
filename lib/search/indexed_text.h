// SPDX-License-Identifier: Apache-2.0
//
// What is indexed of a whole document: its plain text, without markup, as it is
// searched and shown. Linear; thread-safe.

#ifndef KHITAI_SEARCH_INDEXED_TEXT_H_
#define KHITAI_SEARCH_INDEXED_TEXT_H_

#include <string>
#include <vector>

#include "khitai/annotate.h"
#include "write/named.h"

namespace khitai::search {

struct IndexedText {
  std::string text;
  std::vector<write::NamedSpan> spans;  // of it; by begin, longer first
};

// The plain text, with the names that have a place in it. A document that
// cannot be read again (it was made by hand) is taken for text.
IndexedText indexed_text(const Annotation& annotation);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_INDEXED_TEXT_H_
