// SPDX-License-Identifier: Apache-2.0
//
// What the writers of `why` and `etymology` share: names, links and answers in
// words. Thread-safe.

#ifndef KHITAI_WRITE_WHY_PARTS_H_
#define KHITAI_WRITE_WHY_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/why.h"
#include "khitai/write.h"
#include "write/json.h"

namespace khitai::write {

// The answer in one line: "Cathay and China: no common origin; ..."
std::string verdict_of(const Lexicon& lexicon, const WhyQuestion& question,
                       const Why& why);

// What heads the path at that place.
std::string path_title(const Why& why, size_t place);

// Of a form: language and convention, and the rule that made it.
std::string form_facts(const Lexicon& lexicon, uint32_t form);
// Of a name: when it is met with, what it means, its register.
std::string name_facts(const Lexicon& lexicon, uint32_t name);

// "Khitan borrowed as, c. 700: Qitan": with both names.
std::string named_link(const Lexicon& lexicon, const Link& link);

// Words that are none of the names, spelled as what was asked.
std::vector<Block> blocks_asked(const Lexicon& lexicon,
                                const WhyQuestion& question);

// As objects of JSON: cells of the tables as they are.
void write_link_json(const Lexicon& lexicon, const Link& link, Json* json);
void write_name_json(const Lexicon& lexicon, uint32_t name, Json* json);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_WHY_PARTS_H_
