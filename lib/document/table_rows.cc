// SPDX-License-Identifier: Apache-2.0

#include "document/table_rows.h"

#include <algorithm>

#include "document/fields.h"

namespace khitai::document {

TableRows::TableRows(std::string_view source, char separator)
    : source_(source), separator_(separator) {
  if (source_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

bool TableRows::next(std::vector<TableCell>* cells, std::string* problem) {
  line_ = next_line_;
  while (at_ < source_.size() && is_line_end(at_)) end_line();
  line_ = next_line_;
  begin_ = at_;
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
    end_ = at_;
    if (at_ < source_.size()) end_line();
    return true;
  }
}

void TableRows::skip_line() {
  const size_t end = source_.find('\n', at_);
  at_ = std::min(end, source_.size() - 1) + 1;
  ++next_line_;
}

bool TableRows::is_line_end(size_t at) const {
  return source_[at] == '\n' ||
         (source_[at] == '\r' &&
          (at + 1 == source_.size() || source_[at + 1] == '\n'));
}

void TableRows::end_line() {
  if (source_[at_] == '\r') ++at_;
  if (at_ < source_.size() && source_[at_] == '\n') ++at_;
  ++next_line_;
}

bool TableRows::take(TableCell* cell, std::string* problem) {
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

bool TableRows::take_quoted(TableCell* cell, std::string* problem) {
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

}  // namespace khitai::document
