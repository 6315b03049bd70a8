// SPDX-License-Identifier: Apache-2.0
//
// Relations: between two entities of the types the vocabulary allows, stored
// in one direction.

#include <algorithm>
#include <map>
#include <tuple>

#include "compile/check_index.h"

namespace khitai::compile {
namespace {

class RelationChecker {
 public:
  RelationChecker(const Index& index, Findings* findings)
      : index_(index), findings_(*findings) {
    const auto list = index.tables().vocabulary.find("relations");
    if (list == index.tables().vocabulary.end()) return;
    for (const Row& row : list->second.rows) {
      inverses_.emplace(row[vocabulary_relations::kInverse], &row);
    }
  }

  void check(const Row& row);
  void check_both_ways();

 private:
  void check_inverse(const Row& row);
  void check_type(const Row& row, std::string_view what,
                  const std::string& entity, const std::string& types);

  const Index& index_;
  Findings& findings_;
  RowsById inverses_;  // rows of vocabulary/relations.tsv
};

void RelationChecker::check(const Row& row) {
  const std::string& subject = row[relations::kSubject];
  const std::string& object = row[relations::kObject];
  const std::string& relation = row[relations::kRelation];
  if (subject == object) {
    findings_.error(row, "'" + subject +
                             "' is related to itself, expected two "
                             "entities");
  }
  const Row* entry = index_.vocabulary_row("relations", relation);
  if (entry == nullptr) return check_inverse(row);
  check_type(row, "subject", subject,
             (*entry)[vocabulary_relations::kSubjectTypes]);
  check_type(row, "object", object,
             (*entry)[vocabulary_relations::kObjectTypes]);
}

// That the word is not in the list is told by check_cells().
void RelationChecker::check_inverse(const Row& row) {
  const auto found = inverses_.find(row[relations::kRelation]);
  if (found == inverses_.end()) return;
  findings_.error(row, "'" + row[relations::kRelation] +
                           "' is an inverse and never stored, expected '" +
                           row[relations::kObject] + "' " +
                           (*found->second)[0] + " '" +
                           row[relations::kSubject] + "'");
}

void RelationChecker::check_type(const Row& row, std::string_view what,
                                 const std::string& entity,
                                 const std::string& types) {
  const Row* found = index_.entity(entity);
  if (found == nullptr || types.empty()) return;
  const std::string& type = (*found)[entities::kType];
  const std::vector<std::string_view> allowed = split(types, ' ');
  if (std::find(allowed.begin(), allowed.end(), type) != allowed.end()) return;
  findings_.error(row, std::string(what) + ": '" + entity + "' is of type '" +
                           type + "', expected one of " + types + " for " +
                           row[relations::kRelation]);
}

// A symmetric relation is its own inverse: a row each way says it twice.
void RelationChecker::check_both_ways() {
  using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
  std::map<Key, const Row*> seen;
  for (const Row& row : index_.rows(TableKind::kRelations)) {
    const Row* entry =
        index_.vocabulary_row("relations", row[relations::kRelation]);
    if (entry == nullptr) continue;
    const auto same = seen.find(Key(row[relations::kObject],
                                    (*entry)[vocabulary_relations::kInverse],
                                    row[relations::kSubject]));
    if (same != seen.end() &&
        row[relations::kFrom] == (*same->second)[relations::kFrom]) {
      findings_.error(row, "the relation is stored the other way round in " +
                               place(index_.tables(), *same->second) +
                               ", expected one direction");
    }
    seen.emplace(Key(row[relations::kSubject], row[relations::kRelation],
                     row[relations::kObject]),
                 &row);
  }
}

}  // namespace

void check_relations(const Index& index, Findings* findings) {
  RelationChecker checker(index, findings);
  for (const Row& row : index.rows(TableKind::kRelations)) {
    if (index.judged(row)) checker.check(row);
  }
  checker.check_both_ways();
}

}  // namespace khitai::compile
