// SPDX-License-Identifier: Apache-2.0
//
// Rows that say a thing twice, and entities and names that nothing can find.

#include <algorithm>
#include <initializer_list>

#include "compile/check_index.h"

namespace khitai::compile {
namespace {

// The columns in which no two rows of a folder may agree.
struct Key {
  TableKind kind;
  std::vector<size_t> columns;
};

const std::vector<Key>& keys() {
  static const std::vector<Key> list = {
      {TableKind::kEntities, {entities::kId}},
      {TableKind::kNames, {names::kId}},
      {TableKind::kSenses,
       {senses::kName, senses::kEntity, senses::kKind, senses::kUsage,
        senses::kFrom, senses::kForm}},
      {TableKind::kForms,
       {forms::kName, forms::kForm, forms::kLang, forms::kGrammar}},
      {TableKind::kParts,
       {parts::kEntity, parts::kPart, parts::kText, parts::kLang}},
      {TableKind::kLinks,
       {links::kFrom, links::kTo, links::kType, links::kPart, links::kVia,
        links::kAccount}},
      {TableKind::kRelations,
       {relations::kSubject, relations::kRelation, relations::kObject,
        relations::kFrom}},
      {TableKind::kImports,
       {imports::kName, imports::kForm, imports::kLang, imports::kFrom}},
      {TableKind::kCompose, {compose::kLang, compose::kPattern}},
      {TableKind::kDates, {dates::kEntity, dates::kEvent, dates::kDate}},
      {TableKind::kBlocks, {blocks::kForm, blocks::kLang}},
      {TableKind::kPlaces, {places::kEntity, places::kSource}},
      {TableKind::kSameAs, {same_as::kAuthority, same_as::kId}},
      {TableKind::kSources, {sources::kId}},
      {TableKind::kCues,
       {cues::kLang, cues::kType, cues::kCue, cues::kPosition}},
  };
  return list;
}

// Rows met so far, by what identifies them.
class Seen {
 public:
  Seen(const Index& index, Findings* findings)
      : index_(index), findings_(*findings) {}

  // `what` names the columns for the message.
  void add(const Row& row, std::string key, const std::string& what) {
    if (!index_.judged(row)) return;
    const File& file = index_.tables().files[row.file];
    key += '\t' + std::to_string(file.folder);
    const auto [first, is_new] = rows_.emplace(std::move(key), &row);
    if (is_new) return;
    findings_.error(row, what + " as in " +
                             place(index_.tables(), *first->second) +
                             ", expected one row (several sources go into one "
                             "cell)");
  }

 private:
  const Index& index_;
  Findings& findings_;
  std::unordered_map<std::string, const Row*> rows_;
};

std::string column_names(std::span<const Column> columns,
                         const std::vector<size_t>& chosen) {
  std::string names = "the same ";
  for (size_t i = 0; i < chosen.size(); ++i) {
    if (i > 0) names += i + 1 == chosen.size() ? " and " : ", ";
    names += columns[chosen[i]].name;
  }
  return names;
}

void check_keys(const Index& index, Findings* findings) {
  for (const Key& key : keys()) {
    Seen seen(index, findings);
    const std::string what =
        column_names(schema_of(key.kind).columns, key.columns);
    for (const Row& row : index.rows(key.kind)) {
      std::string cells;
      for (size_t column : key.columns) cells += row[column] + '\t';
      seen.add(row, std::move(cells), what);
    }
  }
}

void check_vocabulary(const Index& index, Findings* findings) {
  for (const auto& [stem, table] : index.tables().vocabulary) {
    Seen seen(index, findings);
    for (const Row& row : table.rows) {
      seen.add(row, row[0],
               "the same " + std::string(vocabulary_columns(stem)[0].name));
    }
  }
}

void check_distinct(const Index& index, Findings* findings) {
  Seen seen(index, findings);
  for (const Row& row : index.rows(TableKind::kDistinct)) {
    const auto [low, high] = std::minmax(row[distinct::kA], row[distinct::kB]);
    if (low == high && index.judged(row)) {
      findings->error(row, "'" + low +
                               "' is told apart from itself, expected "
                               "two entities");
    }
    if (row[distinct::kB] < row[distinct::kA] && index.judged(row)) {
      findings->error(row, "a is '" + high + "', expected '" + low +
                               "', the first of the two in byte order");
    }
    seen.add(row, row[distinct::kForm] + '\t' + low + '\t' + high,
             "the same form and pair of entities");
  }
}

void check_findable(const Index& index, Findings* findings) {
  Words with_form;  // entities and names
  for (const Row& row : index.rows(TableKind::kForms)) {
    with_form.insert(row[forms::kName]);
    for (std::string_view entity : index.entities_of(row[forms::kName])) {
      with_form.insert(entity);
    }
  }
  for (const Row& row : index.rows(TableKind::kSenses)) {
    with_form.insert(row[senses::kEntity]);
  }
  for (const Row& row : index.rows(TableKind::kParts)) {
    with_form.insert(row[parts::kEntity]);
  }
  for (TableKind kind : {TableKind::kEntities, TableKind::kNames}) {
    for (const Row& row : index.rows(kind)) {
      if (!index.judged(row) || with_form.count(row[0]) > 0) continue;
      findings->error(row, "'" + row[0] +
                               "' has no form, expected at least one row of "
                               "forms/");
    }
  }
}

}  // namespace

void check_unique(const Index& index, Findings* findings) {
  check_keys(index, findings);
  check_vocabulary(index, findings);
  check_distinct(index, findings);
}

// compose.tsv: "{laqab} {ism} of {place}".
void check_patterns(const Index& index, Findings* findings) {
  const Words* parts = index.list("parts");
  for (const Row& row : index.rows(TableKind::kCompose)) {
    if (!index.judged(row) || parts == nullptr) continue;
    const std::vector<std::string_view> pieces =
        split(row[compose::kPattern], '{');
    if (pieces.size() == 1) {
      findings->error(row, "pattern: no {part}, expected at least one");
    }
    for (size_t i = 1; i < pieces.size(); ++i) {
      const size_t close = pieces[i].find('}');
      const std::string_view part = pieces[i].substr(0, close);
      if (close == part.npos) {
        findings->error(row, "pattern: '{" + std::string(part) +
                                 "' is not closed, expected {part}");
      } else if (parts->count(part) == 0) {
        findings->error(row, "pattern: '{" + std::string(part) +
                                 "}' is no part, expected a word of "
                                 "vocabulary/parts.tsv" +
                                 Index::suggestion(part, *parts));
      }
    }
  }
}

void check_entities(const Index& index, Findings* findings) {
  check_findable(index, findings);
}

}  // namespace khitai::compile
