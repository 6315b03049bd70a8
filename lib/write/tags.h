// SPDX-License-Identifier: Apache-2.0
//
// Language tags in words. Tables here hold what readers of this field meet;
// a subtag they do not know is shown as it is. Constant data; thread-safe.

#ifndef KHITAI_WRITE_TAGS_H_
#define KHITAI_WRITE_TAGS_H_

#include <string>
#include <string_view>

namespace khitai::write {

// One BCP 47 tag, or several with spaces between them.
//
//   "zh-Hant"          Chinese (traditional)
//   "fa"               Persian
//   "fa-Latn"          Persian in Latin letters
//   "fa-Latn-x-ijmes"  Persian (IJMES)
//   "zh-Latn-pinyin-x-notone"  Chinese (pinyin, without tones)
//   "zh-Hant ja"       Chinese (traditional), Japanese
std::string language_words(std::string_view tags);

// The convention that the first tag with one names, alone: "IJMES", "pinyin,
// without tones". Empty where none does.
std::string convention_words(std::string_view tags);

// The first of several tags; what an HTML lang attribute takes.
std::string_view first_tag(std::string_view tags);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TAGS_H_
