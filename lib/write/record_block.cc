// SPDX-License-Identifier: Apache-2.0

#include "write/record_block.h"

#include <algorithm>
#include <utility>

#include "document/readers.h"
#include "write/csv.h"
#include "write/cut.h"
#include "write/escape.h"

namespace khitai::write {
namespace {

char separator_of(const RecordTable& table) {
  return table.input == Input::kTsv ? '\t' : ',';
}

bool has_word(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool has_cut(const RecordTable& table) {
  return std::count(table.is_cut.begin(), table.is_cut.end(), true) > 0;
}

}  // namespace

RecordNames::RecordNames(const Lexicon& lexicon,
                         const AnnotateOptions& annotate)
    : annotator_(lexicon, annotate) {}

void RecordNames::read(Record* record) {
  Annotation annotation;
  annotation.source = record->text;
  annotator_.run(document::Document::of_text(annotation.source), &annotation);
  record->spans = named_spans(annotation.mentions);
  record->entities = entities_of_spans(record->spans);
}

RecordBlock::RecordBlock(const RecordTable& table, std::string_view block,
                         size_t line)
    : table_(table),
      block_(block),
      line_(line),
      rows_(table.input == Input::kJsonl ? std::string_view() : block,
            separator_of(table)) {}

bool RecordBlock::next(const std::vector<std::string>& added, Record* record,
                       std::vector<std::string>* errors) {
  *record = {};
  return table_.input == Input::kJsonl ? next_json(added, record, errors)
                                       : next_row(record, errors);
}

std::string RecordBlock::where(const Record& record) const {
  return table_.doc + ":" + std::to_string(record.line);
}

bool RecordBlock::next_json(const std::vector<std::string>& added,
                            Record* record, std::vector<std::string>* errors) {
  while (at_ < block_.size()) {
    const size_t end = std::min(block_.find('\n', at_), block_.size());
    record->line = line_++;
    record->bytes = block_.substr(at_, end - at_);
    record->end_bytes = block_.substr(end, 1);
    at_ = end + 1;
    record->blank =
        record->bytes.find_first_not_of(" \t\r") == record->bytes.npos;
    if (record->blank) return true;
    auto read = document::read_json_record(table_.doc, record->line,
                                           record->bytes, table_.field);
    if (!read.ok()) {
      errors->push_back(read.error().message);
      continue;
    }
    record->met = read->met;
    record->close = read->end;
    record->members = std::move(read->members);
    record->text = std::move(read->text);
    if (!take_members(added, record, errors)) continue;
    return true;
  }
  return false;
}

bool RecordBlock::take_members(const std::vector<std::string>& added,
                               Record* record,
                               std::vector<std::string>* errors) const {
  std::vector<bool> is_cut;
  std::vector<std::string> left;
  for (const std::string& member : record->members) {
    is_cut.push_back(has_word(added, member));
    if (!is_cut.back()) {
      left.push_back(member);
    } else if (!table_.replace) {
      errors->push_back(where(*record) + ": has a member '" + member +
                        "' already, expected none; take it out first");
      return false;
    }
  }
  if (left.size() == record->members.size()) return true;
  record->kept = without_members(record->bytes, is_cut);
  record->bytes = record->kept;
  record->close = record->bytes.find_last_of('}');
  record->members = std::move(left);
  return true;
}

bool RecordBlock::next_row(Record* record, std::vector<std::string>* errors) {
  std::string problem;
  for (;;) {
    if (rows_.next(&record->cells, &problem)) {
      if (record->cells.size() == table_.columns) break;
      problem = std::to_string(record->cells.size()) + " cells, expected " +
                std::to_string(table_.columns) + " as in the header";
    } else if (!problem.empty()) {
      rows_.skip_line();
    } else {
      return false;
    }
    errors->push_back(table_.doc + ":" +
                      std::to_string(line_ + rows_.line() - 1) + ": " +
                      std::exchange(problem, ""));
  }
  record->line = line_ + rows_.line() - 1;
  record->bytes = block_.substr(rows_.begin(), rows_.end() - rows_.begin());
  if (has_cut(table_)) {
    record->kept = without_cells(block_, record->cells, table_.is_cut,
                                 separator_of(table_));
    record->bytes = record->kept;
  }
  record->end_bytes =
      block_.substr(rows_.end(), rows_.next_begin() - rows_.end());
  record->text = document::text_of_cell(block_, record->cells[table_.column]);
  return true;
}

std::vector<std::string_view> ids_of_record(const Lexicon& lexicon,
                                            const Record& record) {
  std::vector<std::string_view> ids;
  for (const uint32_t one : record.entities) {
    ids.push_back(lexicon.entity(one).id);
  }
  return ids;
}

std::string labels_of_record(const Lexicon& lexicon, const Record& record) {
  std::string labels;
  for (const uint32_t one : record.entities) {
    if (!labels.empty()) labels += "; ";
    labels += lexicon.entity(one).label;
  }
  return labels;
}

Result<size_t> begin_record_table(std::string_view block,
                                  const std::vector<std::string>& added,
                                  RecordTable* table, std::string* out) {
  document::TableRows rows(block, separator_of(*table));
  std::vector<document::TableCell> cells;
  std::string problem;
  if (!rows.next(&cells, &problem)) {
    if (problem.empty()) return block.size();
    return Error{table->doc + ":" + std::to_string(rows.line()) + ": " +
                 problem};
  }
  table->header.clear();
  for (const document::TableCell& cell : cells) {
    table->header.push_back(document::text_of_cell(block, cell));
  }
  const auto column =
      document::column_of(table->doc, table->field, table->header);
  if (!column.ok()) return column.error();
  table->column = *column;
  table->columns = cells.size();
  table->is_cut.clear();
  for (const std::string& one : table->header) {
    table->is_cut.push_back(has_word(added, one));
    if (!table->is_cut.back()) continue;
    if (!table->replace) {
      return Error{table->doc + ": has a column '" + one +
                   "' already, expected none; take it out first"};
    }
    if (one == table->field) {
      return Error{table->doc + ": the column '" + one +
                   "' is written anew, expected one that is a text"};
    }
  }
  std::string row(block.substr(0, rows.end()));
  if (has_cut(*table)) {
    row = without_cells(block, cells, table->is_cut, separator_of(*table));
  }
  for (const std::string& one : added) append_record_cell(*table, one, &row);
  const std::string_view end =
      block.substr(rows.end(), rows.next_begin() - rows.end());
  *out += row;
  out->append(end.empty() ? "\n" : end);
  return rows.next_begin();
}

void append_record_cell(const RecordTable& table, std::string_view cell,
                        std::string* out) {
  *out += separator_of(table);
  if (table.input == Input::kTsv) {
    append_cell(cell, out);
  } else {
    append_csv(cell, out);
  }
}

}  // namespace khitai::write
