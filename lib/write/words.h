// SPDX-License-Identifier: Apache-2.0
//
// What the lexicon and the answers hold, in words for people: dates, types,
// probabilities. English, whatever the locale: it is data. Thread-safe.

#ifndef KHITAI_WRITE_WORDS_H_
#define KHITAI_WRITE_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/resolve.h"

namespace khitai::write {

// A date of the tables: "1174~" is "c. 1174", "[1124,1125]" "1124 or 1125",
// "..1218" "until 1218", "-0320" "321 BCE". What is no date stays as it is.
std::string date_words(std::string_view date);

// From and to, either of which may be empty; U+2013 between two dates.
std::string span_words(std::string_view from, std::string_view to);

// "97%", "<1%", ">99%".
std::string percent(double probability);

// Types of entities in the order in which they are listed; others come after.
// `plural` heads a list ("Polities").
struct TypeWords {
  std::string_view type;
  std::string_view plural;
};
// The place of a type in that order, and its heading.
size_t type_rank(std::string_view type);
std::string type_plural(std::string_view type);
std::vector<std::string_view> all_types();

// "attested, certain", or how it was generated and from what.
std::string form_standing(const Lexicon& lexicon, const Form& form);

// "exonym, from 1124": as what a name denotes, and when.
std::string sense_words(const Sense& sense);

// What was decided, for a reader.
std::string_view decision_sentence(Decision decision, bool any_candidate);

// "3 names", "1 name".
std::string counted(size_t count, std::string_view one, std::string_view many);

// Joins what is not empty with a separator.
void append_joined(std::string_view separator, std::string_view text,
                   std::string* out);

// "vassal-of", "birth_name" as words.
std::string spaced(std::string_view id);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_WORDS_H_
