// SPDX-License-Identifier: Apache-2.0
//
// The rows of CSV as RFC 4180 has it, or of TSV without quotes, one after the
// other: which bytes each cell has. Linear; not thread-safe.

#ifndef KHITAI_DOCUMENT_TABLE_ROWS_H_
#define KHITAI_DOCUMENT_TABLE_ROWS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/result.h"

namespace khitai::document {

// A cell of the source, without its quotes.
struct TableCell {
  size_t begin = 0;
  size_t end = 0;
  bool quoted = false;
};

// What a cell says: a doubled quote is one.
std::string text_of_cell(std::string_view source, const TableCell& cell);

// Which column is the field. Errors name `name`.
Result<size_t> column_of(const std::string& name, const std::string& field,
                         const std::vector<std::string>& header);

class TableRows {
 public:
  // A byte order mark at the start is no text.
  TableRows(std::string_view source, char separator);

  size_t line() const { return line_; }    // where the last row begins, from 1
  size_t begin() const { return begin_; }  // its bytes, without the line end
  size_t end() const { return end_; }
  size_t next_begin() const { return at_; }  // behind its line end

  // False: there is no row left, or it is broken (`*problem`).
  bool next(std::vector<TableCell>* cells, std::string* problem);
  // After a broken row: to the next line.
  void skip_line();

 private:
  bool is_line_end(size_t at) const;
  void end_line();
  bool take(TableCell* cell, std::string* problem);
  bool take_quoted(TableCell* cell, std::string* problem);

  const std::string_view source_;
  const char separator_;
  size_t at_ = 0;
  size_t begin_ = 0;
  size_t end_ = 0;
  size_t line_ = 1;
  size_t next_line_ = 1;
};

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_TABLE_ROWS_H_
