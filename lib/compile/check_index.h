// SPDX-License-Identifier: Apache-2.0
//
// What all rules of the lint look things up in, and where they put what they
// find. Built once a run; views point into the tables, which must outlive it.

#ifndef KHITAI_COMPILE_CHECK_INDEX_H_
#define KHITAI_COMPILE_CHECK_INDEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/year.h"
#include "compile/check.h"
#include "compile/tables.h"

namespace khitai::compile {

using Words = std::unordered_set<std::string_view>;
using RowsById = std::unordered_map<std::string_view, const Row*>;

// The pieces of a cell between `separator`s, without the spaces around them.
std::vector<std::string_view> split(std::string_view cell, char separator);

// "lexicon/forms/khitan.tsv:214"
std::string place(const Tables& tables, const Row& row);

class Index {
 public:
  explicit Index(const Tables& tables);

  const Tables& tables() const { return tables_; }
  const std::vector<Row>& rows(TableKind kind) const {
    return tables_.of(kind).rows;
  }
  // Rows a lint may judge: not a user's names, nor below a damaged header.
  bool judged(const Row& row) const {
    const File& file = tables_.files[row.file];
    return !file.names && !file.damaged;
  }

  const Row* entity(std::string_view id) const;
  const Row* name(std::string_view id) const;  // a row of names/
  const Row* source(std::string_view id) const;
  bool is_name(std::string_view id) const { return name(id) || entity(id); }

  // The ids of vocabulary/<stem>.tsv, or null when there is no such table.
  const Words* list(std::string_view stem) const;
  const Row* vocabulary_row(std::string_view stem, std::string_view id) const;

  // The years of two cells; open where a cell is empty or no date.
  static base::YearRange years(std::string_view from, std::string_view to);
  // The years of an entity; open when it has none or is not there.
  base::YearRange lifetime(std::string_view entity) const;

  // The entities that a name may denote: what its senses say, and the entity
  // whose main name it is.
  const std::vector<std::string_view>& entities_of(std::string_view name) const;

  // " (did you mean 'x'?)" for the most similar word, or nothing.
  static std::string suggestion(std::string_view word, const Words& words);

  Words ids(TableKind kind) const;  // the first column

 private:
  void index_senses();

  const Tables& tables_;
  RowsById entities_, names_, sources_;
  std::unordered_map<std::string_view, RowsById> vocabulary_;
  std::unordered_map<std::string_view, Words> lists_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> senses_;
};

class Findings {
 public:
  explicit Findings(const Tables& tables) : tables_(tables) {}
  void error(const Row& row, std::string message);
  void warning(const Row& row, std::string message);
  void error(std::string file, std::string message);
  std::vector<Problem> take() { return std::move(problems_); }

 private:
  const Tables& tables_;
  std::vector<Problem> problems_;
};

// The rules, by the file that holds them.
void check_cells(const Index& index, Findings* findings);      // cells
void check_unique(const Index& index, Findings* findings);     // rows
void check_entities(const Index& index, Findings* findings);   // rows
void check_patterns(const Index& index, Findings* findings);   // rows
void check_languages(const Index& index, Findings* findings);  // languages
void check_dates(const Index& index, const CheckOptions& options,
                 Findings* findings);
void check_links(const Index& index, Findings* findings);
void check_relations(const Index& index, Findings* findings);
void check_forms(const Index& index, Findings* findings);
void check_homonyms(const Index& index, Findings* findings);
void check_scripts(const Index& index, Findings* findings);
void check_readings(const Index& index, Findings* findings);
void check_vocalized(const Index& index, Findings* findings);
void check_morphology(const Index& index, Findings* findings);
void check_writers(const Index& index, Findings* findings);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_CHECK_INDEX_H_
