// SPDX-License-Identifier: Apache-2.0
//
// Language tags as people give them (zh_Hant, FAS, en-gb), made into the form
// that the lexicon's own tags have.

#ifndef KHITAI_TEXT_TAG_H_
#define KHITAI_TEXT_TAG_H_

#include <string>
#include <string_view>

namespace khitai::text {

// Hyphens for underscores, the usual case, a code of two letters where there
// is one: zh-Hant, fa, en-GB. Subtags that are not known stay as they are.
// Linear.
std::string usual_tag(std::string_view tag);

// Whether it has the shape of a tag as people give them: a language of two or
// three letters, and behind hyphens or underscores script, region, system and
// the like, known or not, of up to sixteen letters, digits and dots.
bool is_tag(std::string_view tag);

}  // namespace khitai::text

#endif  // KHITAI_TEXT_TAG_H_
