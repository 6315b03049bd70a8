// SPDX-License-Identifier: Apache-2.0
//
// Links between names in words: what was done, seen from either end. Constant
// data; thread-safe.

#ifndef KHITAI_WRITE_LINK_WORDS_H_
#define KHITAI_WRITE_LINK_WORDS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "khitai/lexicon.h"
#include "khitai/why.h"

namespace khitai::write {

// A link from its younger end ("borrowed from") and from its older one
// ("borrowed as"). Of a type that is not known, the type itself.
std::string_view link_words_up(std::string_view type);
std::string_view link_words_down(std::string_view type);
// All types with words.
bool has_link_words(std::string_view type);

// As it is walked: "borrowed from (by way of Arabic, c. 1298)".
std::string hop_words(const Link& link, bool up);
// What the table says beside the type: part, rule, way, date.
std::string link_details(const Link& link);

// "likely; suggested; seed-article": how sure, whose stance, whose word.
std::string link_standing(const Link& link);

// A name as it is shown: its label, else its id.
std::string_view name_label(const Lexicon& lexicon, uint32_t name);

// When a name is first met with, as far as the lexicon says: the date of a link
// that it was made by, else of its senses, else when the oldest text was
// composed that an attested form is known from.
struct FirstUse {
  std::optional<int32_t> year;
  std::string words;  // "from c. 1298"; "" not known
  // By the oldest text only: the name may be much older.
  bool by_text = false;
};
FirstUse first_use_of(const Lexicon& lexicon, uint32_t name);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_LINK_WORDS_H_
