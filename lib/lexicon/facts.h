// SPDX-License-Identifier: Apache-2.0
//
// What the lexicon says of an option's form, sense and entity, gathered once:
// texts ask for the same few again and again. Not thread-safe; one for each
// thread. Memory: half a kilobyte for each option that was asked for.

#ifndef KHITAI_LEXICON_FACTS_H_
#define KHITAI_LEXICON_FACTS_H_

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "khitai/lexicon.h"
#include "lexicon/options.h"

namespace khitai::lexicon {

struct Facts {
  Form form;
  Sense sense;
  Entity entity;
  bool is_main_name = false;  // the sense is of the entity's main name
  size_t relations = 0;       // of the entity
};

class FactsOfOptions {
 public:
  // The lexicon must outlive it.
  explicit FactsOfOptions(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Good as long as this is.
  const Facts& of(const Option& option) {
    const uint64_t key = uint64_t{option.form} << 32 | option.sense;
    const auto [place, first] = known_.try_emplace(key);
    Facts& facts = place->second;
    if (!first) return facts;
    facts.form = lexicon_.form(option.form);
    facts.sense = lexicon_.sense(option.sense);
    facts.entity = lexicon_.entity(option.entity);
    facts.is_main_name = lexicon_.name(facts.sense.name).id == facts.entity.id;
    facts.relations = lexicon_.relations_of_entity(option.entity).size();
    return facts;
  }

 private:
  const Lexicon& lexicon_;
  std::unordered_map<uint64_t, Facts> known_;
};

}  // namespace khitai::lexicon

#endif  // KHITAI_LEXICON_FACTS_H_
