// SPDX-License-Identifier: Apache-2.0
//
// A TEI document around a text that is none: its blocks as paragraphs, its
// lines parted by <lb/>. Linear.

#ifndef KHITAI_WRITE_TEI_DOCUMENT_H_
#define KHITAI_WRITE_TEI_DOCUMENT_H_

#include <string>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"

namespace khitai::write {

// The root's start tag and the header; "</TEI>" is left to the caller.
void append_tei_head(const Lexicon& lexicon, const Annotation& annotation,
                     std::string* out);

// The plain text of the document as TEI in UTF-8, with its mentions there. A
// record of a table is a division.
Annotation as_tei(const Lexicon& lexicon, const Annotation& annotation);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TEI_DOCUMENT_H_
