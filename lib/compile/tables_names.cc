// SPDX-License-Identifier: Apache-2.0
//
// A user's table of names, laid over the lexicon's tables.

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/checksum.h"
#include "base/input_file.h"
#include "base/number_table.h"
#include "base/ordered_pool.h"
#include "compile/names_answers.h"
#include "compile/names_cells.h"
#include "compile/names_check.h"
#include "compile/tables.h"
#include "compile/tables_text.h"

namespace khitai::compile {
namespace {

constexpr size_t kNotRead = SIZE_MAX;
constexpr std::string_view kSourceId = "names";

constexpr uint32_t kUnknown = base::NumberTable::kNone;

class NamesReader {
 public:
  NamesReader(const std::string& path, bool known_types, unsigned jobs,
              Tables* tables, std::vector<Problem>* problems)
      : path_(path),
        check_(path, known_types, *tables),
        jobs_(jobs),
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
  void read_rows(const std::vector<Line>& lines);  // but the first
  // What can be said of a row by itself, on any thread.
  struct Parsed {
    uint32_t line = 0;
    given::Cells cells;
    std::vector<Problem> problems;
    bool usable = false;
  };
  Parsed parse(const Line& line) const;
  void take(Parsed* row);
  // Of a table of answers: fills in id and source. False: nothing is accepted.
  bool take_answer(uint32_t line, given::Cells* cells);
  void know_new(const std::vector<Line>& lines);
  given::Cells cells_of(const std::vector<std::string_view>& found) const;
  bool check_type(uint32_t line, size_t index, const given::Cells& cells);
  void complete_entity(size_t index, const given::Cells& cells);
  uint32_t find_entity(std::string_view id) const;
  uint32_t add_entity(uint32_t line, Text form, const given::Cells& cells);
  void add_form(uint32_t line, Text id, Text form, const given::Cells& cells);
  void add_source();
  Row new_row(uint32_t line, size_t width) const;

  std::string path_;
  NamesCheck check_;
  unsigned jobs_;
  Tables* tables_;
  std::vector<Problem>* problems_;
  std::string file_source_;  // "names:mine.tsv"
  std::string source_;       // of the row at hand
  bool answers_ = false;
  AnswerIds ids_;
  AnswerSources documents_;
  std::vector<size_t> target_;    // cell of the file -> NamesColumn
  base::NumberTable entities_;    // rows by their ids
  std::vector<bool> unlabelled_;  // by row: a form is its label
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
  read_rows(lines);
}

void NamesReader::know_entities() {
  const Table& table = tables_->of(TableKind::kEntities);
  for (uint32_t i = 0; i < table.rows.size(); ++i) {
    const std::string& id = table.rows[i][entities::kId];
    if (find_entity(id) == kUnknown) entities_.add(base::checksum(id), i);
  }
}

uint32_t NamesReader::find_entity(std::string_view id) const {
  const std::vector<Row>& rows = tables_->of(TableKind::kEntities).rows;
  return entities_.find(base::checksum(id), [&](uint32_t number) {
    return rows[number][entities::kId] == id;
  });
}

bool NamesReader::read_header(std::string_view header) {
  bool id = false;
  bool form = false;
  std::string ignored;
  for (std::string_view cell : split_cells(header)) {
    const std::string name = plain_cell(cell);
    const auto end = answers_ ? given::kColumns.end()
                              : given::kColumns.begin() + given::kAccept;
    const auto found = std::find(
        given::kColumns.begin() + (answers_ ? given::kForm : given::kId), end,
        name);
    if (found == end) {
      if (!answers_ || !is_only_shown(name)) {
        ignored += (ignored.empty() ? "" : ", ") + name;
      }
      target_.push_back(kNotRead);
      continue;
    }
    const size_t column = static_cast<size_t>(found - given::kColumns.begin());
    if (std::find(target_.begin(), target_.end(), column) != target_.end()) {
      report(1, "the column '" + name + "' again, expected once");
    }
    id |= column == (answers_ ? given::kAccept : given::kId);
    form |= column == given::kForm;
    target_.push_back(column);
  }
  if (id && form && !ignored.empty()) {
    problems_->push_back(
        {path_, 1, "not read: the columns " + ignored, true, true});
  }
  return id && form;
}

void NamesReader::read_rows(const std::vector<Line>& lines) {
  constexpr size_t kBlock = 2048;  // lines
  base::run_blocks_in_order(
      jobs_, lines.size() - 1, kBlock,
      [&](size_t begin, size_t end) {
        std::vector<Parsed> rows;
        rows.reserve(end - begin);
        for (size_t i = begin; i < end; ++i) {
          rows.push_back(parse(lines[i + 1]));
        }
        return rows;
      },
      [&](std::vector<Parsed> rows) {
        for (Parsed& row : rows) take(&row);
        return true;
      });
}

NamesReader::Parsed NamesReader::parse(const Line& line) const {
  Parsed row;
  row.line = line.number;
  const std::vector<std::string_view> found = split_cells(line.text);
  if (found.size() != target_.size()) {
    row.problems.push_back(Problem{path_, line.number,
                                   std::to_string(found.size()) +
                                       " columns, expected " +
                                       std::to_string(target_.size()),
                                   false});
    return row;
  }
  row.cells = cells_of(found);
  if (!answers_) check_.row(line.number, row.cells, &row.problems);
  row.usable = row.problems.empty();
  return row;
}

void NamesReader::take(Parsed* row) {
  problems_->insert(problems_->end(), row->problems.begin(),
                    row->problems.end());
  if (!row->usable) return;
  given::Cells& cells = row->cells;
  source_ = file_source_;
  if (answers_) {
    if (!take_answer(row->line, &cells)) return;
    const size_t before = problems_->size();
    check_.row(row->line, cells, problems_);
    if (problems_->size() != before) return;
  }
  uint32_t entity = find_entity(cells[given::kId]);
  const bool fresh = entity == kUnknown;
  if (!fresh && !check_type(row->line, entity, cells)) return;
  const Text form = tables_->texts->add(std::move(cells[given::kForm]));
  if (fresh) {
    entity = add_entity(row->line, form, cells);
  } else {
    complete_entity(entity, cells);
  }
  const Row& known = tables_->of(TableKind::kEntities).rows[entity];
  add_form(row->line, known.cells[entities::kId], form, cells);
}

given::Cells NamesReader::cells_of(
    const std::vector<std::string_view>& found) const {
  given::Cells cells;
  for (size_t i = 0; i < found.size(); ++i) {
    if (target_[i] == kNotRead) continue;
    cells[target_[i]] = plain_cell(found[i]);
  }
  cells[given::kLang] = plain_tag(cells[given::kLang]);
  return cells;
}

// A row may give a spelling to an entity that another one makes.
void NamesReader::know_new(const std::vector<Line>& lines) {
  ids_.read(*tables_);
  for (const Line& line : lines) {
    const std::vector<std::string_view> found = split_cells(line.text);
    if (found.size() != target_.size()) continue;
    const given::Cells cells = cells_of(found);
    if (cells[given::kAccept] == kAnswerNew)
      ids_.add_new(cells[given::kEntity]);
  }
}

bool NamesReader::take_answer(uint32_t line, given::Cells* cells) {
  const Result<std::string> id =
      ids_.id_of((*cells)[given::kAccept], (*cells)[given::kEntity]);
  if (!id.ok()) report(line, id.error().message);
  if (!id.ok() || id->empty()) return false;
  (*cells)[given::kId] = *id;
  // What is guessed of a name says nothing of an entity that is there.
  if ((*cells)[given::kAccept] != kAnswerNew) (*cells)[given::kType].clear();
  const std::string source = documents_.source_of(
      (*cells)[given::kDocument], (*cells)[given::kStart],
      static_cast<uint32_t>(tables_->files.size() - 1), line);
  if (!source.empty()) source_ = source;
  return true;
}

bool NamesReader::check_type(uint32_t line, size_t index,
                             const given::Cells& cells) {
  const Row& entity = tables_->of(TableKind::kEntities).rows[index];
  const std::string& type = entity[entities::kType];
  if (type.empty() || cells[given::kType].empty() ||
      type == cells[given::kType])
    return true;
  report(line, "'" + cells[given::kId] + "' is of type '" +
                   cells[given::kType] + "', expected '" + type + "' as in " +
                   tables_->path(entity) + ":" + std::to_string(entity.line));
  return false;
}

// What the first row of an entity of this table left open, a later one says.
void NamesReader::complete_entity(size_t index, const given::Cells& cells) {
  Row& entity = tables_->of(TableKind::kEntities).rows[index];
  if (!tables_->files[entity.file].names) return;
  const auto fill = [&](size_t column, const std::string& value) {
    if (entity[column].empty()) {
      entity.cells[column] = tables_->texts->share(value);
    }
  };
  fill(entities::kType, cells[given::kType]);
  fill(entities::kFrom, cells[given::kFrom]);
  fill(entities::kTo, cells[given::kTo]);
  if (!cells[given::kLabel].empty() && index < unlabelled_.size() &&
      unlabelled_[index]) {
    entity.cells[entities::kLabel] = tables_->texts->add(cells[given::kLabel]);
    unlabelled_[index] = false;
  }
}

Row NamesReader::new_row(uint32_t line, size_t width) const {
  Row row;
  row.cells.resize(width);
  row.file = static_cast<uint32_t>(tables_->files.size() - 1);
  row.line = line;
  return row;
}

uint32_t NamesReader::add_entity(uint32_t line, Text form,
                                 const given::Cells& cells) {
  Texts& texts = *tables_->texts;
  Table& table = tables_->of(TableKind::kEntities);
  const auto number = static_cast<uint32_t>(table.rows.size());
  Row row = new_row(line, entities::kSource + 1);
  row.cells[entities::kId] = texts.add(cells[given::kId]);
  row.cells[entities::kType] = texts.share(cells[given::kType]);
  row.cells[entities::kLabel] =
      cells[given::kLabel].empty() ? form : texts.add(cells[given::kLabel]);
  row.cells[entities::kFrom] = texts.share(cells[given::kFrom]);
  row.cells[entities::kTo] = texts.share(cells[given::kTo]);
  row.cells[entities::kCertainty] = texts.share("certain");
  row.cells[entities::kSource] = texts.share(source_);
  unlabelled_.resize(number + size_t{1});
  unlabelled_[number] = cells[given::kLabel].empty();
  table.rows.push_back(std::move(row));
  entities_.add(base::checksum(cells[given::kId]), number);
  return number;
}

void NamesReader::add_form(uint32_t line, Text id, Text form,
                           const given::Cells& cells) {
  Texts& texts = *tables_->texts;
  Row row = new_row(line, forms::kSource + 1);
  row.cells[forms::kName] = id;
  row.cells[forms::kForm] = form;
  row.cells[forms::kLang] = texts.share(cells[given::kLang]);
  row.cells[forms::kUse] = texts.share(cells[given::kUse]);
  row.cells[forms::kCertainty] = texts.share("certain");
  row.cells[forms::kBasis] = texts.share("known");
  row.cells[forms::kSource] = texts.share(source_);
  tables_->of(TableKind::kForms).rows.push_back(std::move(row));
}

// One source stands for all tables of names; the file is its locus.
void NamesReader::add_source() {
  Table& table = tables_->of(TableKind::kSources);
  for (const Row& row : table.rows) {
    if (row[sources::kId] == kSourceId) return;
  }
  Row row = new_row(0, sources::kNote + 1);
  Texts& texts = *tables_->texts;
  row.cells[sources::kId] = texts.share(kSourceId);
  row.cells[sources::kKind] = texts.share("table");
  row.cells[sources::kCitation] =
      texts.share("Table of names given by the user");
  table.rows.push_back(std::move(row));
}

}  // namespace

void read_names_text(const std::string& path, std::string_view bytes,
                     Tables* tables, std::vector<Problem>* problems,
                     bool known_types, unsigned jobs) {
  NamesReader(path, known_types, jobs, tables, problems).read(bytes);
}

void read_names_table(const std::string& path, Tables* tables,
                      std::vector<Problem>* problems, bool known_types,
                      unsigned jobs) {
  const Result<std::string> bytes = base::read_whole(path);
  if (bytes.ok()) {
    read_names_text(path, *bytes, tables, problems, known_types, jobs);
    return;
  }
  std::string message = bytes.error().message;
  if (message.find(path) == 0) message.erase(0, path.size() + 2);
  problems->push_back(Problem{path, 0, std::move(message), false});
}

}  // namespace khitai::compile
