// SPDX-License-Identifier: Apache-2.0
//
// CSV as RFC 4180 has it, and TSV without quotes. The first row names the
// columns; the cells of one are the text, each a part.

#include <algorithm>
#include <vector>

#include "document/fields.h"
#include "document/readers.h"
#include "document/table_rows.h"

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

}  // namespace

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
  TableRows rows(source, separator);
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
