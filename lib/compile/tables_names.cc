// SPDX-License-Identifier: Apache-2.0
//
// A user's table of names, laid over the lexicon's tables.

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/input_file.h"
#include "base/year.h"
#include "compile/cells.h"
#include "compile/names_answers.h"
#include "compile/names_cells.h"
#include "compile/tables.h"
#include "compile/tables_text.h"
#include "text/tag.h"

namespace khitai::compile {
namespace {

enum NamesColumn : size_t {
  kId,
  kForm,
  kLang,
  kUse,
  kType,
  kCellFrom,
  kCellTo,
  kLabel,
  kAccept,  // these of tables of answers only (names_answers.h)
  kEntity,
  kDocument,
  kStart,
};
constexpr std::array<std::string_view, 12> kColumns = {
    "id", "form",  "lang",   "use",    "type",     "from",
    "to", "label", "accept", "entity", "document", "start"};
constexpr size_t kNotRead = SIZE_MAX;
constexpr std::string_view kSourceId = "names";

using Cells = std::array<std::string, kColumns.size()>;

class NamesReader {
 public:
  NamesReader(const std::string& path, bool known_types, Tables* tables,
              std::vector<Problem>* problems)
      : path_(path),
        known_types_(known_types),
        tables_(tables),
        problems_(problems),
        documents_(tables) {}

  void read(std::string_view bytes);
  void report(uint32_t line, std::string message) {
    problems_->push_back(Problem{path_, line, std::move(message), false});
  }

 private:
  void know_entities();
  bool read_header(std::string_view header);
  void read_row(const Line& line);
  // Of a table of answers: fills in id and source. False: nothing is accepted.
  bool take_answer(uint32_t line, Cells* cells);
  void know_new(const std::vector<Line>& lines);
  Cells cells_of(const std::vector<std::string_view>& found) const;
  bool check(uint32_t line, const Cells& cells);
  void check_dates(uint32_t line, const Cells& cells);
  void check_words(uint32_t line, const Cells& cells);
  void check_word(uint32_t line, std::string_view list, size_t column,
                  std::string_view word);
  bool check_type(uint32_t line, size_t index, const Cells& cells);
  void complete_entity(size_t index, const Cells& cells);
  void add_entity(uint32_t line, const Cells& cells);
  void add_form(uint32_t line, const Cells& cells);
  void add_source();
  Row new_row(uint32_t line, size_t width) const;

  std::string path_;
  bool known_types_;  // others are errors
  Tables* tables_;
  std::vector<Problem>* problems_;
  std::string file_source_;  // "names:mine.tsv"
  std::string source_;       // of the row at hand
  bool answers_ = false;
  AnswerIds ids_;
  AnswerSources documents_;
  std::vector<size_t> target_;  // cell of the file -> NamesColumn
  std::unordered_map<std::string, size_t> entities_;  // id -> row
  std::unordered_set<std::string> unlabelled_;  // ids; a form is their label
};

void NamesReader::read(std::string_view bytes) {
  tables_->files.push_back(File{path_, UINT32_MAX, true, false});
  file_source_ = std::string(kSourceId) + ":" +
                 std::filesystem::path(path_).filename().string();
  const std::vector<Line> lines =
      split_lines(path_, bytes, TextRules::kUser, problems_);
  answers_ = !lines.empty() && is_of_answers(lines[0].text);
  if (lines.empty() || !read_header(lines[0].text)) {
    report(1, answers_
                  ? "expected a header with the columns accept and form, and "
                    "those that --suggest wrote"
                  : "expected a header with the columns id and form, and any "
                    "of lang, use, type, from, to, label");
    return;
  }
  know_entities();
  if (answers_) know_new(lines);
  add_source();
  for (size_t i = 1; i < lines.size(); ++i) read_row(lines[i]);
}

void NamesReader::know_entities() {
  const Table& table = tables_->of(TableKind::kEntities);
  for (size_t i = 0; i < table.rows.size(); ++i) {
    entities_.emplace(table.rows[i][entities::kId], i);
  }
}

bool NamesReader::read_header(std::string_view header) {
  bool id = false;
  bool form = false;
  std::string ignored;
  for (std::string_view cell : split_cells(header)) {
    const std::string name = plain_cell(cell);
    const auto end = answers_ ? kColumns.end() : kColumns.begin() + kAccept;
    const auto found =
        std::find(kColumns.begin() + (answers_ ? kForm : kId), end, name);
    if (found == end) {
      if (!answers_ || !is_only_shown(name)) {
        ignored += (ignored.empty() ? "" : ", ") + name;
      }
      target_.push_back(kNotRead);
      continue;
    }
    const size_t column = static_cast<size_t>(found - kColumns.begin());
    if (std::find(target_.begin(), target_.end(), column) != target_.end()) {
      report(1, "the column '" + name + "' again, expected once");
    }
    id |= column == (answers_ ? kAccept : kId);
    form |= column == kForm;
    target_.push_back(column);
  }
  if (id && form && !ignored.empty()) {
    problems_->push_back(
        {path_, 1, "not read: the columns " + ignored, true, true});
  }
  return id && form;
}

void NamesReader::read_row(const Line& line) {
  const std::vector<std::string_view> found = split_cells(line.text);
  if (found.size() != target_.size()) {
    report(line.number, std::to_string(found.size()) + " columns, expected " +
                            std::to_string(target_.size()));
    return;
  }
  Cells cells = cells_of(found);
  source_ = file_source_;
  if (answers_ && !take_answer(line.number, &cells)) return;
  if (!check(line.number, cells)) return;
  const auto known = entities_.find(cells[kId]);
  if (known == entities_.end()) {
    add_entity(line.number, cells);
  } else if (!check_type(line.number, known->second, cells)) {
    return;
  } else {
    complete_entity(known->second, cells);
  }
  add_form(line.number, cells);
}

Cells NamesReader::cells_of(const std::vector<std::string_view>& found) const {
  Cells cells;
  for (size_t i = 0; i < found.size(); ++i) {
    if (target_[i] == kNotRead) continue;
    cells[target_[i]] = plain_cell(found[i]);
  }
  cells[kLang] = plain_tag(cells[kLang]);
  return cells;
}

// A row may give a spelling to an entity that another one makes.
void NamesReader::know_new(const std::vector<Line>& lines) {
  ids_.read(*tables_);
  for (const Line& line : lines) {
    const std::vector<std::string_view> found = split_cells(line.text);
    if (found.size() != target_.size()) continue;
    const Cells cells = cells_of(found);
    if (cells[kAccept] == kAnswerNew) ids_.add_new(cells[kEntity]);
  }
}

bool NamesReader::take_answer(uint32_t line, Cells* cells) {
  const Result<std::string> id =
      ids_.id_of((*cells)[kAccept], (*cells)[kEntity]);
  if (!id.ok()) report(line, id.error().message);
  if (!id.ok() || id->empty()) return false;
  (*cells)[kId] = *id;
  // What is guessed of a name says nothing of an entity that is there.
  if ((*cells)[kAccept] != kAnswerNew) (*cells)[kType].clear();
  const std::string source = documents_.source_of(
      (*cells)[kDocument], (*cells)[kStart],
      static_cast<uint32_t>(tables_->files.size() - 1), line);
  if (!source.empty()) source_ = source;
  return true;
}

// Reports what is wrong with a row; true when it can be used.
bool NamesReader::check(uint32_t line, const Cells& cells) {
  const size_t before = problems_->size();
  for (const size_t column : {kId, kForm}) {
    if (cells[column].empty()) {
      report(line, "no " + std::string(kColumns[column]) + ", expected one");
    }
  }
  for (size_t i = 0; i < cells.size(); ++i) {
    const std::string problem = cell_text_problem(cells[i]);
    if (!problem.empty()) {
      report(line, std::string(kColumns[i]) + ": " + problem);
    }
  }
  check_dates(line, cells);
  check_words(line, cells);
  return problems_->size() == before;
}

void NamesReader::check_dates(uint32_t line, const Cells& cells) {
  base::YearRange ends[2];
  for (const size_t column : {kCellFrom, kCellTo}) {
    if (cells[column].empty()) continue;
    const Result<base::YearRange> date = base::parse_year_range(cells[column]);
    if (!date.ok()) {
      report(line, date.error().message);
    } else {
      ends[column == kCellTo] = *date;
    }
  }
  if (ends[0].first > ends[1].last) {
    report(line, "from " + cells[kCellFrom] + " to " + cells[kCellTo] +
                     ", expected an end after the beginning");
  }
}

// Languages, types and uses.
void NamesReader::check_words(uint32_t line, const Cells& cells) {
  if (!cells[kLang].empty() && !text::is_tag(cells[kLang])) {
    report(line, "lang: '" + cells[kLang] +
                     "', expected a language tag such as fa or zh-Hant");
  }
  if (known_types_) check_word(line, "types", kType, cells[kType]);
  for (std::string_view use : words(cells[kUse])) {
    check_word(line, "use", kUse, use);
  }
}

// A word that the vocabulary must have, if there is one.
void NamesReader::check_word(uint32_t line, std::string_view list,
                             size_t column, std::string_view word) {
  const auto found = tables_->vocabulary.find(list);
  if (word.empty() || found == tables_->vocabulary.end() ||
      found->second.rows.empty()) {
    return;
  }
  std::string known;
  for (const Row& row : found->second.rows) {
    if (row[vocabulary::kId] == word) return;
    known += (known.empty() ? "" : ", ") + row[vocabulary::kId];
  }
  report(line, std::string(kColumns[column]) + ": '" + std::string(word) +
                   "', expected one of " + known);
}

bool NamesReader::check_type(uint32_t line, size_t index, const Cells& cells) {
  const Row& entity = tables_->of(TableKind::kEntities).rows[index];
  const std::string& type = entity[entities::kType];
  if (type.empty() || cells[kType].empty() || type == cells[kType]) return true;
  report(line, "'" + cells[kId] + "' is of type '" + cells[kType] +
                   "', expected '" + type + "' as in " + tables_->path(entity) +
                   ":" + std::to_string(entity.line));
  return false;
}

// What the first row of an entity of this table left open, a later one says.
void NamesReader::complete_entity(size_t index, const Cells& cells) {
  Row& entity = tables_->of(TableKind::kEntities).rows[index];
  if (!tables_->files[entity.file].names) return;
  const auto fill = [&entity](size_t column, const std::string& value) {
    if (entity.cells[column].empty()) entity.cells[column] = value;
  };
  fill(entities::kType, cells[kType]);
  fill(entities::kFrom, cells[kCellFrom]);
  fill(entities::kTo, cells[kCellTo]);
  if (!cells[kLabel].empty() && unlabelled_.erase(cells[kId]) > 0) {
    entity.cells[entities::kLabel] = cells[kLabel];
  }
}

Row NamesReader::new_row(uint32_t line, size_t width) const {
  Row row;
  row.cells.resize(width);
  row.file = static_cast<uint32_t>(tables_->files.size() - 1);
  row.line = line;
  return row;
}

void NamesReader::add_entity(uint32_t line, const Cells& cells) {
  Table& table = tables_->of(TableKind::kEntities);
  Row row = new_row(line, entities::kSource + 1);
  row.cells[entities::kId] = cells[kId];
  row.cells[entities::kType] = cells[kType];
  row.cells[entities::kLabel] =
      cells[kLabel].empty() ? cells[kForm] : cells[kLabel];
  row.cells[entities::kFrom] = cells[kCellFrom];
  row.cells[entities::kTo] = cells[kCellTo];
  row.cells[entities::kCertainty] = "certain";
  row.cells[entities::kSource] = source_;
  if (cells[kLabel].empty()) unlabelled_.insert(cells[kId]);
  entities_.emplace(cells[kId], table.rows.size());
  table.rows.push_back(std::move(row));
}

void NamesReader::add_form(uint32_t line, const Cells& cells) {
  Row row = new_row(line, forms::kSource + 1);
  row.cells[forms::kName] = cells[kId];
  row.cells[forms::kForm] = cells[kForm];
  row.cells[forms::kLang] = cells[kLang];
  row.cells[forms::kUse] = cells[kUse];
  row.cells[forms::kCertainty] = "certain";
  row.cells[forms::kBasis] = "known";
  row.cells[forms::kSource] = source_;
  tables_->of(TableKind::kForms).rows.push_back(std::move(row));
}

// One source stands for all tables of names; the file is its locus.
void NamesReader::add_source() {
  Table& table = tables_->of(TableKind::kSources);
  for (const Row& row : table.rows) {
    if (row[sources::kId] == kSourceId) return;
  }
  Row row = new_row(0, sources::kNote + 1);
  row.cells[sources::kId] = kSourceId;
  row.cells[sources::kKind] = "table";
  row.cells[sources::kCitation] = "Table of names given by the user";
  table.rows.push_back(std::move(row));
}

}  // namespace

void read_names_text(const std::string& path, std::string_view bytes,
                     Tables* tables, std::vector<Problem>* problems,
                     bool known_types) {
  NamesReader(path, known_types, tables, problems).read(bytes);
}

void read_names_table(const std::string& path, Tables* tables,
                      std::vector<Problem>* problems, bool known_types) {
  const Result<std::string> bytes = base::read_whole(path);
  if (bytes.ok()) {
    read_names_text(path, *bytes, tables, problems, known_types);
    return;
  }
  std::string message = bytes.error().message;
  if (message.find(path) == 0) message.erase(0, path.size() + 2);
  problems->push_back(Problem{path, 0, std::move(message), false});
}

}  // namespace khitai::compile
