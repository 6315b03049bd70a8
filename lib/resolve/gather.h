// SPDX-License-Identifier: Apache-2.0
//
// What a query says beside its name, as evidence: the text around it, and what
// its heading tells of the thing.

#ifndef KHITAI_RESOLVE_GATHER_H_
#define KHITAI_RESOLVE_GATHER_H_

#include <string>
#include <string_view>

#include "lexicon/options.h"
#include "resolve/heading.h"
#include "resolve/score.h"
#include "resolve/survey.h"

namespace khitai::resolve {

// Reads the text around a name. Where the name of pattern evidence->pattern
// stands in it, what is beside it counts, as in an annotated text; else the
// whole of it. Linear.
Survey read_context(const Lexicon& lexicon, std::string_view context,
                    std::string_view lang, lexicon::Options* options,
                    Evidence* evidence);

// Adds the dates and the qualifiers of a heading. The views must outlive the
// evidence. Linear.
void add_heading(const Lexicon& lexicon, const HeadingReader& reader,
                 const Heading& heading, std::string_view lang,
                 lexicon::Options* options, Survey* survey, Evidence* evidence);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_GATHER_H_
