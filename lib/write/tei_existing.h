// SPDX-License-Identifier: Apache-2.0
//
// Names that an XML document has tagged already, held against what was found.
// Linear in both.

#ifndef KHITAI_WRITE_TEI_EXISTING_H_
#define KHITAI_WRITE_TEI_EXISTING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/structure.h"
#include "khitai/annotate.h"
#include "khitai/write.h"
#include "write/tei_markup.h"

namespace khitai::write {

enum class Agreement {
  kSame,       // both point to the same
  kDiffers,    // to others
  kAmbiguous,  // what the document says is one of several candidates
  kUnlinked,   // nothing is known of what the document points to
  kNoRef,      // tagged without a pointer
  kNotFound,   // tagged; the lexicon knows no such name
  kNotTagged   // found; the document has no tag
};
std::string_view agreement_word(Agreement agreement);

// A name of the document, a mention, or both of one place.
struct Pairing {
  const document::ExistingName* name = nullptr;
  const Mention* mention = nullptr;
  document::Span span;  // of source: the name's content, else the mention
  // What the document points to, or the entry the name is in: "#p12"; may be
  // empty.
  std::string own;
  std::string own_label;
  Agreement agreement = Agreement::kNotFound;
};

// By place. Of several mentions within one name the longest is its own, the
// others are left out; so is what decided for nothing.
std::vector<Pairing> pair_existing(const Lexicon& lexicon,
                                   const Annotation& annotation,
                                   const document::Document& document);

// References for names that have none and are a mention as a whole, where the
// tag agrees with what it is.
void fill_references(const Lexicon& lexicon, const Annotation& annotation,
                     const WriteOptions& options,
                     const document::Document& document, TeiMarkup* markup);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TEI_EXISTING_H_
