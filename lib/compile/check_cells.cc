// SPDX-License-Identifier: Apache-2.0
//
// What the schema says of each cell: required, of its kind, from its list.

#include <charconv>
#include <map>
#include <set>

#include "compile/check_index.h"

namespace khitai::compile {
namespace {

bool is_id(std::string_view text) {
  if (text.empty()) return false;
  const auto letter_or_digit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  for (char c : text) {
    if (!letter_or_digit(c) && c != '.' && c != '-') return false;
  }
  return letter_or_digit(text.front()) && letter_or_digit(text.back());
}

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

template <typename Number>
bool read_number(std::string_view text, Number* number) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, *number);
  return error == std::errc() && stop == end;
}

class CellChecker {
 public:
  CellChecker(const Index& index, Findings* findings)
      : index_(index),
        findings_(*findings),
        entity_ids_(index.ids(TableKind::kEntities)),
        name_ids_(index.ids(TableKind::kNames)),
        source_ids_(index.ids(TableKind::kSources)) {
    name_ids_.insert(entity_ids_.begin(), entity_ids_.end());
  }

  void check_rows(const std::vector<Row>& rows,
                  std::span<const Column> columns) {
    for (const Row& row : rows) {
      if (!index_.judged(row)) continue;
      for (size_t i = 0; i < columns.size(); ++i) {
        check_cell(row, columns[i], row[i]);
      }
    }
  }
  void report_missing();

 private:
  void check_cell(const Row& row, const Column& column, std::string_view cell);
  void check_id(const Row& row, const Column& column, std::string_view cell);
  void check_reference(const Row& row, const Column& column,
                       std::string_view cell, const Words& ids,
                       std::string_view expected);
  void check_sources(const Row& row, std::string_view cell);
  void check_word(const Row& row, const Column& column, std::string_view word);
  void check_words(const Row& row, const Column& column, std::string_view cell);
  void check_date(const Row& row, const Column& column, std::string_view cell);
  void check_number(const Row& row, const Column& column,
                    std::string_view cell);
  void check_degrees(const Row& row, const Column& column,
                     std::string_view cell, double limit);
  void error(const Row& row, const Column& column, const std::string& message) {
    findings_.error(row, std::string(column.name) + ": " + message);
  }

  const Index& index_;
  Findings& findings_;
  Words entity_ids_, name_ids_, source_ids_;
  std::set<std::string> missing_;  // tables that are drawn from, told once
};

void CellChecker::check_cell(const Row& row, const Column& column,
                             std::string_view cell) {
  if (cell.empty()) {
    if (column.required) error(row, column, "nothing, expected a value");
    return;
  }
  switch (column.cell) {
    case Cell::kText:
    case Cell::kLang:  // check_languages.cc
      return;
    case Cell::kId:
      return check_id(row, column, cell);
    case Cell::kEntity:
      return check_reference(row, column, cell, entity_ids_,
                             "an id of entities/");
    case Cell::kName:
      return check_reference(row, column, cell, name_ids_,
                             "an id of names/ or entities/");
    case Cell::kSources:
      return check_sources(row, cell);
    case Cell::kDate:
      return check_date(row, column, cell);
    case Cell::kWord:
      return check_word(row, column, cell);
    case Cell::kWords:
      return check_words(row, column, cell);
    case Cell::kNumber:
      return check_number(row, column, cell);
    case Cell::kLatitude:
      return check_degrees(row, column, cell, 90);
    case Cell::kLongitude:
      return check_degrees(row, column, cell, 180);
  }
}

void CellChecker::check_id(const Row& row, const Column& column,
                           std::string_view cell) {
  if (is_id(cell)) return;
  error(row, column,
        quoted(cell) +
            " is no id, expected letters a-z and digits with - or . between "
            "them");
}

void CellChecker::check_reference(const Row& row, const Column& column,
                                  std::string_view cell, const Words& ids,
                                  std::string_view expected) {
  if (ids.count(cell) > 0) return;
  error(row, column,
        quoted(cell) + " is not known, expected " + std::string(expected) +
            Index::suggestion(cell, ids));
}

void CellChecker::check_sources(const Row& row, std::string_view cell) {
  if (source_ids_.empty()) {
    missing_.insert("sources.tsv");
    return;
  }
  Words seen;
  for (std::string_view source : split(cell, ';')) {
    const std::string_view id = source.substr(0, source.find(':'));
    if (id.empty()) {
      findings_.error(row,
                      "source: an empty part, expected `id` or "
                      "`id:locus`, several joined by ;");
    } else if (source_ids_.count(id) == 0) {
      findings_.error(row, "source: " + quoted(id) +
                               " is not known, expected an id of sources.tsv" +
                               Index::suggestion(id, source_ids_));
    } else if (source.back() == ':') {
      findings_.error(row, "source: " + quoted(source) +
                               " has no locus, expected one after the colon");
    } else if (!seen.insert(source).second) {
      findings_.error(row, "source: " + quoted(source) +
                               " twice, expected each source once");
    }
  }
}

void CellChecker::check_word(const Row& row, const Column& column,
                             std::string_view word) {
  const std::string table = "vocabulary/" + std::string(column.list) + ".tsv";
  const Words* words = index_.list(column.list);
  if (words == nullptr) {
    missing_.insert(table);
  } else if (words->count(word) == 0) {
    error(row, column,
          quoted(word) + " is not in the list, expected a word of " + table +
              Index::suggestion(word, *words));
  }
}

void CellChecker::check_words(const Row& row, const Column& column,
                              std::string_view cell) {
  Words seen;
  for (std::string_view word : split(cell, ' ')) {
    if (!seen.insert(word).second) {
      error(row, column, quoted(word) + " twice, expected each word once");
    } else {
      check_word(row, column, word);
    }
  }
}

void CellChecker::check_date(const Row& row, const Column& column,
                             std::string_view cell) {
  const auto date = base::parse_year_range(cell);
  if (!date.ok()) error(row, column, date.error().message);
}

void CellChecker::check_number(const Row& row, const Column& column,
                               std::string_view cell) {
  uint32_t number = 0;
  if (read_number(cell, &number)) return;
  error(row, column, quoted(cell) + " is no number, expected 1, 2, 3 ...");
}

void CellChecker::check_degrees(const Row& row, const Column& column,
                                std::string_view cell, double limit) {
  double degrees = 0;
  if (read_number(cell, &degrees) && degrees >= -limit && degrees <= limit) {
    return;
  }
  const std::string bound = std::to_string(static_cast<int>(limit));
  error(row, column,
        quoted(cell) + " is not in degrees, expected a number from -" + bound +
            " to " + bound);
}

void CellChecker::report_missing() {
  for (const std::string& table : missing_) {
    findings_.error(table,
                    "missing or empty, expected the list that other "
                    "tables draw from");
  }
}

}  // namespace

void check_cells(const Index& index, Findings* findings) {
  CellChecker checker(index, findings);
  for (const Schema& schema : all_schemas()) {
    if (schema.path.substr(0, 7) == "tables/") continue;  // generated
    checker.check_rows(index.rows(schema.kind), schema.columns);
  }
  for (const auto& [stem, table] : index.tables().vocabulary) {
    checker.check_rows(table.rows, vocabulary_columns(stem));
  }
  checker.report_missing();
}

}  // namespace khitai::compile
