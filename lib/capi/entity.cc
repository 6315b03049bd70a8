// SPDX-License-Identifier: Apache-2.0
//
// What the lexicon says of an entity and of its forms.

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "capi/failure.h"
#include "capi/handles.h"
#include "capi/options.h"
#include "khitai/c.h"

namespace khitai::capi {
namespace {

Entity card_of(const khitai_lexicon* lexicon, uint32_t entity) {
  return lexicon == nullptr ? Entity() : lexicon->lexicon->entity(entity);
}

Form form_of(const khitai_lexicon* lexicon, uint32_t form) {
  return lexicon == nullptr ? Form() : lexicon->lexicon->form(form);
}

// The forms that may mean the entity, each once.
std::vector<uint32_t> forms_of(const Lexicon& lexicon, uint32_t entity) {
  std::vector<uint32_t> forms;
  std::unordered_set<uint32_t> seen;
  for (const uint32_t number : lexicon.senses_of_entity(entity)) {
    const Sense sense = lexicon.sense(number);
    for (const uint32_t form : lexicon.forms_of_name(sense.name)) {
      const bool meant =
          sense.form.empty() || lexicon.form(form).text == sense.form;
      if (meant && seen.insert(form).second) forms.push_back(form);
    }
  }
  return forms;
}

Failure write_forms(const khitai_lexicon* lexicon, uint32_t entity,
                    uint32_t* forms, size_t capacity, size_t* count) {
  if (lexicon == nullptr) return invalid("lexicon is NULL");
  if (count == nullptr) return invalid("count is NULL");
  if (forms == nullptr && capacity > 0) {
    return invalid("forms is NULL, expected room for " +
                   std::to_string(capacity));
  }
  const std::vector<uint32_t> found = forms_of(*lexicon->lexicon, entity);
  *count = found.size();
  std::copy_n(found.begin(), std::min(capacity, found.size()), forms);
  return success();
}

}  // namespace
}  // namespace khitai::capi

using namespace khitai::capi;  // NOLINT: the functions of C stand outside

uint32_t khitai_entity_count(const khitai_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon->entity_count();
}

uint32_t khitai_entity_find(const khitai_lexicon* lexicon, const char* id,
                            size_t id_size) {
  if (lexicon == nullptr || id == nullptr) return KHITAI_NONE;
  return lexicon->lexicon->find_entity({id, id_size}).value_or(KHITAI_NONE);
}

khitai_text khitai_entity_id(const khitai_lexicon* lexicon, uint32_t entity) {
  return text_of(card_of(lexicon, entity).id);
}

khitai_text khitai_entity_type(const khitai_lexicon* lexicon, uint32_t entity) {
  return text_of(card_of(lexicon, entity).type);
}

khitai_text khitai_entity_label(const khitai_lexicon* lexicon,
                                uint32_t entity) {
  return text_of(card_of(lexicon, entity).label);
}

khitai_text khitai_entity_label_in(const khitai_lexicon* lexicon,
                                   uint32_t entity, const char* lang) {
  khitai_text out = khitai_entity_label(lexicon, entity);
  if (lexicon == nullptr || lang == nullptr) return out;
  guarded(nullptr, [&] {
    out = text_of(lexicon->lexicon->display_form(entity, lang));
    return success();
  });
  return out;
}

khitai_text khitai_entity_description(const khitai_lexicon* lexicon,
                                      uint32_t entity) {
  return text_of(card_of(lexicon, entity).description);
}

khitai_text khitai_entity_from(const khitai_lexicon* lexicon, uint32_t entity) {
  return text_of(card_of(lexicon, entity).from);
}

khitai_text khitai_entity_to(const khitai_lexicon* lexicon, uint32_t entity) {
  return text_of(card_of(lexicon, entity).to);
}

void khitai_entity_years(const khitai_lexicon* lexicon, uint32_t entity,
                         int32_t* from, int32_t* to) {
  const khitai::Years years = card_of(lexicon, entity).years;
  if (from != nullptr) *from = years.from;
  if (to != nullptr) *to = years.to;
}

int khitai_entity_forms(const khitai_lexicon* lexicon, uint32_t entity,
                        uint32_t* forms, size_t capacity, size_t* count,
                        khitai_error* error) {
  if (count != nullptr) *count = 0;
  return guarded(error, [&] {
    return write_forms(lexicon, entity, forms, capacity, count);
  });
}

uint32_t khitai_form_count(const khitai_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon->form_count();
}

khitai_text khitai_form_text(const khitai_lexicon* lexicon, uint32_t form) {
  return text_of(form_of(lexicon, form).text);
}

khitai_text khitai_form_lang(const khitai_lexicon* lexicon, uint32_t form) {
  return text_of(form_of(lexicon, form).lang);
}

uint32_t khitai_form_use(const khitai_lexicon* lexicon, uint32_t form) {
  return form_of(lexicon, form).use;
}

int khitai_form_is_generated(const khitai_lexicon* lexicon, uint32_t form) {
  return form_of(lexicon, form).generated() ? 1 : 0;
}
