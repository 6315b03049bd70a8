// SPDX-License-Identifier: Apache-2.0
//
// CSV as RFC 4180 has it, and TSV without quotes. The first row names the
// columns; the cells of one are the text, each a part.

#include <algorithm>
#include <vector>

#include "document/fields.h"
#include "document/readers.h"

namespace khitai::document {
namespace {

constexpr size_t kMostShownBytes = 60;

std::string joined_fields(const std::vector<std::string>& known) {
  if (known.empty()) return "none is there";
  std::string words;
  for (size_t i = 0; i < known.size() && i < kMostFieldsShown; ++i) {
    if (i > 0) words += ", ";
    std::string field = known[i].substr(0, kMostShownBytes);
    std::replace_if(
        field.begin(), field.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    words += field;
  }
  return words + (known.size() > kMostFieldsShown ? ", ..." : "");
}

// A cell of the source, without its quotes.
struct TableCell {
  size_t begin = 0;
  size_t end = 0;
  bool quoted = false;
};

// Reads one row after the other.
class Rows {
 public:
  Rows(std::string_view source, char separator)
      : source_(source), separator_(separator) {
    if (source_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  size_t line() const { return line_; }  // where the last row begins

  // False: there is no row left, or it is broken (`*problem`).
  bool next(std::vector<TableCell>* cells, std::string* problem) {
    line_ = next_line_;
    while (at_ < source_.size() && is_line_end(at_)) end_line();
    line_ = next_line_;
    if (at_ >= source_.size()) return false;
    cells->clear();
    for (;;) {
      TableCell cell;
      if (!take(&cell, problem)) return false;
      cells->push_back(cell);
      if (at_ < source_.size() && source_[at_] == separator_) {
        ++at_;
        continue;
      }
      if (at_ < source_.size()) end_line();
      return true;
    }
  }

 private:
  bool is_line_end(size_t at) const {
    return source_[at] == '\n' ||
           (source_[at] == '\r' &&
            (at + 1 == source_.size() || source_[at + 1] == '\n'));
  }
  void end_line() {
    if (source_[at_] == '\r') ++at_;
    if (at_ < source_.size() && source_[at_] == '\n') ++at_;
    ++next_line_;
  }

  bool take(TableCell* cell, std::string* problem) {
    if (separator_ == ',' && at_ < source_.size() && source_[at_] == '"') {
      return take_quoted(cell, problem);
    }
    cell->begin = at_;
    while (at_ < source_.size() && source_[at_] != separator_ &&
           !is_line_end(at_)) {
      ++at_;
    }
    cell->end = at_;
    return true;
  }

  bool take_quoted(TableCell* cell, std::string* problem) {
    const size_t opened = next_line_;
    cell->quoted = true;
    cell->begin = ++at_;
    for (; at_ < source_.size(); ++at_) {
      if (source_[at_] == '\n') ++next_line_;
      if (source_[at_] != '"') continue;
      if (at_ + 1 < source_.size() && source_[at_ + 1] == '"') {
        ++at_;
        continue;
      }
      cell->end = at_++;
      if (at_ == source_.size() || source_[at_] == separator_ ||
          is_line_end(at_)) {
        return true;
      }
      line_ = next_line_;
      *problem =
          "text behind a closing quote, expected a comma or the end of "
          "the line; a quote within a cell is written twice";
      return false;
    }
    line_ = opened;
    *problem = "a quote that is never closed, expected one at the cell's end";
    return false;
  }

  const std::string_view source_;
  const char separator_;
  size_t at_ = 0;
  size_t line_ = 1;
  size_t next_line_ = 1;
};

// A doubled quote is one.
void append_cell(std::string_view source, const TableCell& cell,
                 Document* document) {
  size_t done = cell.begin;
  while (cell.quoted) {
    const size_t at = source.find('"', done);
    if (at >= cell.end) break;
    document->append_run(source.substr(done, at - done), done);
    document->append_for("\"", {at, at + 2});
    done = at + 2;
  }
  document->append_run(source.substr(done, cell.end - done), done);
}

std::string text_of_cell(std::string_view source, const TableCell& cell) {
  Document document;
  append_cell(source, cell, &document);
  return std::string(document.plain());
}

Result<size_t> column_of(const std::string& name, const std::string& field,
                         const std::vector<std::string>& header) {
  if (field.empty()) return no_field(name, header);
  const auto count = std::count(header.begin(), header.end(), field);
  if (count == 0) return unknown_field(name, field, header);
  if (count > 1) {
    return Error{name + ": " + std::to_string(count) + " columns '" + field +
                 "', expected one; rename the others"};
  }
  return static_cast<size_t>(std::find(header.begin(), header.end(), field) -
                             header.begin());
}

}  // namespace

Error no_field(const std::string& name, const std::vector<std::string>& known) {
  return Error{name + ": no field told, expected --field with one of: " +
               joined_fields(known)};
}

Error unknown_field(const std::string& name, const std::string& field,
                    const std::vector<std::string>& known) {
  return Error{name + ": no field '" + field.substr(0, kMostShownBytes) +
               "', expected one of: " + joined_fields(known)};
}

Result<Document> read_table(const std::string& name, std::string_view source,
                            char separator, const std::string& field) {
  Rows rows(source, separator);
  std::vector<TableCell> cells;
  std::string problem;
  std::vector<std::string> header;
  const auto broken = [&] {
    return Error{name + ":" + std::to_string(rows.line()) + ": " + problem};
  };
  if (!rows.next(&cells, &problem)) {
    if (problem.empty()) return Document();
    return broken();
  }
  for (const TableCell& cell : cells) {
    header.push_back(text_of_cell(source, cell));
  }
  const auto column = column_of(name, field, header);
  if (!column.ok()) return column.error();
  Document document;
  while (rows.next(&cells, &problem)) {
    if (cells.size() != header.size()) {
      problem = std::to_string(cells.size()) + " cells, expected " +
                std::to_string(header.size()) + " as in the header";
      break;
    }
    document.begin_part();
    append_cell(source, cells[*column], &document);
  }
  if (!problem.empty()) return broken();
  return document;
}

}  // namespace khitai::document
