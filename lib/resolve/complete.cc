// SPDX-License-Identifier: Apache-2.0
//
// From the beginning of a name to the entities that have such a name. Walks
// over the keys of all forms: a lexicon of some hundred thousand forms takes a
// few milliseconds, and its file needs no index for it.

#include <algorithm>
#include <string>
#include <unordered_map>

#include "khitai/keys.h"
#include "khitai/resolve.h"
#include "lexicon/spellings.h"

namespace khitai {
namespace {

// Which of an entity's forms is shown: the whole of what was typed, preferred
// ones, attested ones, short ones.
struct FormMerit {
  bool whole = false;
  bool label = false;
  bool attested = false;
  size_t size = 0;
};

bool is_better(const FormMerit& a, const FormMerit& b) {
  if (a.whole != b.whole) return a.whole;
  if (a.label != b.label) return a.label;
  if (a.attested != b.attested) return a.attested;
  return a.size < b.size;
}

struct Met {
  uint32_t form = kNoRow;
  FormMerit merit;
};

// Entities by their best form that begins with `key`.
std::unordered_map<uint32_t, Met> entities_with(const Lexicon& lexicon,
                                                const std::string& key,
                                                const std::string& type) {
  std::unordered_map<uint32_t, Met> found;
  for (uint32_t form = 0; form < lexicon.form_count(); ++form) {
    const std::string_view own = lexicon.spellings().l1(form);
    if (!own.starts_with(key)) continue;
    const Form row = lexicon.form(form);
    if ((row.use & kUsePart) != 0) continue;
    const FormMerit merit = {own.size() == key.size(),
                             (row.use & kUseLabel) != 0, !row.generated(),
                             own.size()};
    for (const uint32_t sense : lexicon.senses_of_form(form)) {
      const uint32_t entity = lexicon.sense(sense).entity;
      if (entity == kNoRow) continue;
      if (!type.empty() && lexicon.entity_type(entity) != type) continue;
      Met& met = found[entity];
      if (met.form != kNoRow && !is_better(merit, met.merit)) continue;
      met = {form, merit};
    }
  }
  return found;
}

}  // namespace

std::vector<NameCompletion> complete_name(const Lexicon& lexicon,
                                          std::string_view begin,
                                          const std::string& type,
                                          size_t limit) {
  std::vector<NameCompletion> all;
  const std::string key = l1_key(begin);
  if (key.empty()) return all;
  for (const auto& [entity, met] : entities_with(lexicon, key, type)) {
    const size_t ties = lexicon.relations_of_entity(entity).size() +
                        lexicon.senses_of_entity(entity).size();
    all.push_back({entity, met.form, met.merit.whole, ties});
  }
  std::sort(all.begin(), all.end(),
            [](const NameCompletion& a, const NameCompletion& b) {
              if (a.whole != b.whole) return a.whole;
              return a.ties != b.ties ? a.ties > b.ties : a.entity < b.entity;
            });
  if (limit > 0 && all.size() > limit) all.resize(limit);
  return all;
}

}  // namespace khitai
