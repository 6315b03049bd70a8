// SPDX-License-Identifier: Apache-2.0
//
// The rows of a compiled lexicon in the making: tables become cells, ids become
// numbers, and what belongs to what is noted. References that lead nowhere and
// dates that cannot be read are problems; their rows are left out.

#ifndef KHITAI_COMPILE_ROWS_H_
#define KHITAI_COMPILE_ROWS_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compile/drafts.h"
#include "compile/ids.h"
#include "compile/klex_writer.h"
#include "compile/spellings.h"
#include "compile/tables.h"
#include "khitai/lexicon.h"

namespace khitai::compile {

using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;

// What is wrong with the match key of a form or block, or "".
std::string key_problem(const std::string& what, const std::string& text,
                        const std::string& key);

class Rows {
 public:
  // Sorts and folds on `jobs` threads (0: as many as processors).
  Rows(const Tables& tables, std::vector<Problem>* problems, unsigned jobs)
      : tables_(tables), problems_(*problems), jobs_(jobs) {}

  // Everything the tables say, and the forms, attested and generated.
  void add_all(const std::vector<DraftForm>& list);

  void report(const Row& row, std::string message);

  // The match key of a form or block; "" and a problem when it has none.
  std::string checked_key(const Row& row, const std::string& what,
                          const std::string& text);

  Strings strings;
  CellTable entities{lexicon::EntityColumn::kCount};
  CellTable names{lexicon::NameColumn::kCount};
  CellTable forms{lexicon::FormColumn::kCount};
  CellTable senses{lexicon::SenseColumn::kCount};
  CellTable parts{lexicon::PartColumn::kCount};
  CellTable relations{lexicon::RelationColumn::kCount};
  CellTable datings{lexicon::DatingColumn::kCount};
  CellTable links{lexicon::LinkColumn::kCount};
  CellTable distinctions{lexicon::DistinctionColumn::kCount};
  CellTable sources{lexicon::SourceColumn::kCount};
  CellTable cues{lexicon::CueColumn::kCount};
  CellTable blocks{lexicon::BlockColumn::kCount};
  std::vector<std::pair<lexicon::Section, CellTable>> conventions;
  SpelledForms spelled;  // by the number of the form
  Pairs entity_senses, name_senses, name_forms, entity_parts, entity_datings,
      entity_relations, name_links, name_sources, entity_distinctions;
  std::vector<std::pair<std::string, uint32_t>> keys;  // match key, form

 private:
  uint32_t text(std::string_view cell) { return strings.number(cell); }
  static uint32_t year(int32_t value) { return static_cast<uint32_t>(value); }
  // The number of what a cell refers to; kNoRow and a problem when unknown.
  uint32_t refer(const Ids& ids, const Row& row, size_t column,
                 const char* what);
  // The years between two date cells.
  Years years(const Row& row, size_t from, size_t to);

  void add_entities();
  // A name of its own for every entity; what names/ says of it is kept.
  void add_names();
  void add_name(std::string_view id, const Row* row, const Row* entity);
  void add_sources();
  void add_forms(const std::vector<DraftForm>& list);
  void check_forms();
  void add_senses();
  void add_sense(uint32_t name, uint32_t entity,
                 std::initializer_list<uint32_t> cells);
  void add_parts();
  void add_relations();
  void add_datings();
  void add_links();
  void add_distinctions();
  void add_cues();
  void add_blocks();
  // The tables of conventions and of morphology, cell by cell.
  void add_conventions();
  void add_texts(const Table& from, size_t columns, lexicon::Section section);

  const Tables& tables_;
  std::vector<Problem>& problems_;
  const unsigned jobs_;
  std::vector<const Row*> entity_rows_;  // by the number of the entity
  Ids entity_ids_, name_ids_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_ROWS_H_
