// SPDX-License-Identifier: Apache-2.0
//
// What the lexicon knows of one entity, gathered and grouped for a reader: its
// names, each with the spellings that mean this entity, by script and
// language. Numbers of a Lexicon; the writers of cards and pages share it.

#ifndef KHITAI_WRITE_CARD_H_
#define KHITAI_WRITE_CARD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "write/script.h"
#include "write/sources.h"

namespace khitai::write {

// The forms of a name in one script and language.
struct FormGroup {
  Script script;
  std::string_view lang;           // the column as it is
  std::vector<uint32_t> attested;  // forms to be preferred come first
  std::vector<uint32_t> generated;
};

struct CardName {
  uint32_t name = kNoRow;
  std::vector<uint32_t> senses;   // those that denote the entity
  std::vector<uint32_t> forms;    // those that have such a sense
  std::vector<FormGroup> groups;  // the same forms
};

struct Card {
  uint32_t entity = kNoRow;
  std::vector<CardName> names;  // the main name first
};

Card gather_card(const Lexicon& lexicon, uint32_t entity);

// Groups forms: Latin, Han, Arabic, Cyrillic, then other scripts; in each
// English first, then languages with a preferred form, then the others, and
// last those whose forms are all generated.
std::vector<FormGroup> group_forms(const Lexicon& lexicon,
                                   const std::vector<uint32_t>& forms);

// Of groups whose forms are all generated: how many, and by which rules
// ("efeo, pinyin"), each once, sorted. A pattern of parts counts as "compose".
struct ByRule {
  size_t forms = 0;
  std::string rules;
};
ByRule made_by_rule(const Lexicon& lexicon,
                    const std::vector<FormGroup>& groups);

// Every source that a card cites, in the order of the card.
Bibliography sources_of(const Lexicon& lexicon, const Card& card);

// The links of all names of the card, each once.
std::vector<uint32_t> links_of(const Lexicon& lexicon, const Card& card);

// A relation as the entity sees it.
struct SeenRelation {
  std::string_view relation;  // its inverse when the entity is the object
  uint32_t other = kNoRow;
  bool subject = true;
};
SeenRelation seen_from(uint32_t entity, const Relation& relation);

// The bits of `use` as the table spells them, spaces between.
std::string use_words(uint32_t use);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_CARD_H_
