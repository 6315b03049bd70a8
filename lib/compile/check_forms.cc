// SPDX-License-Identifier: Apache-2.0
//
// Forms: something is left of each when it is folded, a sense that is bound to
// one spelling names a spelling there is, and an entity has one label in a
// language.

#include <algorithm>
#include <map>
#include <tuple>

#include "compile/check_index.h"
#include "fold/fold.h"

namespace khitai::compile {
namespace {

bool has_word(std::string_view cell, std::string_view word) {
  const std::vector<std::string_view> words = split(cell, ' ');
  return std::find(words.begin(), words.end(), word) != words.end();
}

void check_folds(const Index& index, TableKind kind, size_t column,
                 Findings* findings) {
  for (const Row& row : index.rows(kind)) {
    const std::string& form = row[column];
    if (form.empty() || !fold::match_key(form).empty()) continue;
    findings->error(row, "'" + form +
                             "' folds to nothing, expected letters that a "
                             "text can be searched for");
  }
}

void check_sense_forms(const Index& index, Findings* findings) {
  std::unordered_map<std::string_view, Words> spellings;
  for (const Row& row : index.rows(TableKind::kForms)) {
    spellings[row[forms::kName]].insert(row[forms::kForm]);
  }
  for (const Row& row : index.rows(TableKind::kSenses)) {
    const std::string& form = row[senses::kForm];
    if (form.empty() || !index.judged(row)) continue;
    const Words& known = spellings[row[senses::kName]];
    if (known.count(form) > 0) continue;
    findings->error(row, "form: '" + form + "' is no form of the name '" +
                             row[senses::kName] +
                             "', expected a spelling that forms/ has" +
                             Index::suggestion(form, known));
  }
}

// A name that several entities share labels none of them: nobody could say
// which.
void check_labels(const Index& index, Findings* findings) {
  std::map<std::pair<std::string_view, std::string_view>, const Row*> labels;
  for (const Row& row : index.rows(TableKind::kForms)) {
    if (!index.judged(row) || !has_word(row[forms::kUse], "label")) continue;
    const auto& entities = index.entities_of(row[forms::kName]);
    if (entities.size() > 1) {
      findings->error(row, "a label on '" + row[forms::kName] +
                               "', which names " +
                               std::to_string(entities.size()) +
                               " entities, expected a name of one");
    }
    if (entities.size() != 1) continue;
    for (std::string_view lang : split(row[forms::kLang], ' ')) {
      const auto [first, is_new] =
          labels.emplace(std::pair(entities[0], lang), &row);
      if (is_new) continue;
      findings->error(
          row, "'" + row[forms::kForm] + "' is a second label of '" +
                   std::string(entities[0]) + "' in " + std::string(lang) +
                   ", expected only '" + (*first->second)[forms::kForm] +
                   "' (" + place(index.tables(), *first->second) + ")");
    }
  }
}

}  // namespace

void check_forms(const Index& index, Findings* findings) {
  check_folds(index, TableKind::kForms, forms::kForm, findings);
  check_folds(index, TableKind::kBlocks, blocks::kForm, findings);
  check_folds(index, TableKind::kCues, cues::kCue, findings);
  check_sense_forms(index, findings);
  check_labels(index, findings);
}

}  // namespace khitai::compile
