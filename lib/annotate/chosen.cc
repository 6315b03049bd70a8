// SPDX-License-Identifier: Apache-2.0

#include "annotate/chosen.h"

namespace khitai::annotate {

// The form of the entity that the text has, if it has one.
Candidate Chosen::by_spelling(uint32_t entity, std::string_view written) const {
  Query query;
  query.name = written;
  query.spellings = false;
  for (Candidate& one : resolve_name(lexicon_, query).candidates) {
    if (one.entity != entity) continue;
    return {entity, one.form, one.sense, 1, {}};
  }
  return {entity, kNoRow, kNoRow, 1, {}};
}

// Its preferred form, else the first that a source has.
Candidate Chosen::by_label(uint32_t entity) const {
  Candidate found = {entity, kNoRow, kNoRow, 1, {}};
  for (uint32_t sense : lexicon_.senses_of_entity(entity)) {
    for (uint32_t form : lexicon_.forms_of_name(lexicon_.sense(sense).name)) {
      const Form it = lexicon_.form(form);
      const bool preferred = (it.use & kUseLabel) != 0;
      if (found.form == kNoRow || preferred) {
        found.form = form;
        found.sense = sense;
      }
      if (preferred && it.text == lexicon_.entity(entity).label) return found;
    }
  }
  return found;
}

Candidate Chosen::candidate(uint32_t entity, std::string_view written) {
  const auto key = std::pair(entity, std::string(written));
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  Candidate found = by_spelling(entity, written);
  if (found.form == kNoRow) found = by_label(entity);
  known_.emplace(key, found);
  return found;
}

}  // namespace khitai::annotate
