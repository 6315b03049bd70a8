// SPDX-License-Identifier: Apache-2.0
//
// How TEI says what a mention names: the element, and its attributes. Element
// and attribute names are those of the TEI Guidelines (P5).

#ifndef KHITAI_WRITE_TEI_TAGS_H_
#define KHITAI_WRITE_TEI_TAGS_H_

#include <string>
#include <string_view>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/write.h"

namespace khitai::write {

// persName, placeName, orgName, else name; `type` where that says more.
struct TeiTag {
  std::string_view name;
  std::string_view type;
};
TeiTag tei_tag(const Lexicon& lexicon, const Annotation& annotation,
               const Mention& mention, const WriteOptions& options);

// Of a candidate, a pointer to what it is: the document's own (`#p12`), else an
// entity of the lexicon.
std::string tei_pointer(const Lexicon& lexicon, const Annotation& annotation,
                        const Candidate& candidate);

// ` ref="..." nymRef="..." cert="..."`, each where there is something to say.
// Of an ambiguous mention as many pointers as are shown, the best first, with
// the probability of that one.
std::string tei_reference(const Lexicon& lexicon, const Annotation& annotation,
                          const Mention& mention, const WriteOptions& options);

// What is tagged at all: what names something.
inline bool is_tei_name(const Mention& mention) {
  return mention.decision != Decision::kNone && !mention.candidates.empty();
}

// Text of an element or of a quoted attribute. What XML cannot hold comes out
// as U+FFFD.
void append_xml(std::string_view text, std::string* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TEI_TAGS_H_
