// SPDX-License-Identifier: Apache-2.0
//
// House styles: the forms a user wants whatever is usual.

#include <algorithm>

#include "khitai/write.h"
#include "write/read_parts.h"

namespace khitai {
namespace {

// Which column has which meaning; npos: none.
struct Columns {
  size_t id = std::string::npos;
  size_t form = std::string::npos;
  size_t lang = std::string::npos;
  size_t count = 0;
};

Result<Columns> read_header(const std::string& line) {
  const std::vector<std::string_view> names = write::split(line, '\t');
  Columns columns;
  columns.count = names.size();
  for (size_t i = 0; i < names.size(); ++i) {
    size_t* column = names[i] == "id"     ? &columns.id
                     : names[i] == "form" ? &columns.form
                     : names[i] == "lang" ? &columns.lang
                                          : nullptr;
    if (column == nullptr || *column != std::string::npos) {
      return Error{"column '" + std::string(names[i]) +
                   "', expected id, form and perhaps " + "lang, once each"};
    }
    *column = i;
  }
  if (columns.id == std::string::npos || columns.form == std::string::npos) {
    return Error{"no columns id and form, expected a header with them"};
  }
  return columns;
}

Result<HouseForm> read_row(const Lexicon& lexicon, const Columns& columns,
                           const std::string& line) {
  const std::vector<std::string_view> cells = write::split(line, '\t');
  if (cells.size() != columns.count) {
    return Error{std::to_string(cells.size()) + " columns, expected " +
                 std::to_string(columns.count)};
  }
  HouseForm row;
  row.id = cells[columns.id];
  row.form = cells[columns.form];
  if (columns.lang != std::string::npos) row.lang = cells[columns.lang];
  if (!lexicon.find_name(row.id) && !lexicon.find_entity(row.id)) {
    return Error{"'" + row.id + "', expected the id of a name or an entity"};
  }
  if (row.form.find_first_not_of(' ') == std::string::npos) {
    return Error{"no form, expected the spelling of " + row.id};
  }
  return row;
}

}  // namespace

Result<std::vector<HouseForm>> read_house_style(const Lexicon& lexicon,
                                                const std::string& path,
                                                std::string_view table) {
  if (table.substr(0, 3) == "\xEF\xBB\xBF") table.remove_prefix(3);
  std::vector<HouseForm> rows;
  Columns columns;
  const std::vector<std::string_view> lines = write::split(table, '\n');
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string place = path + ":" + std::to_string(i + 1) + ": ";
    std::string line(lines[i]);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (i == 0) {
      const auto header = read_header(line);
      if (!header.ok()) return Error{place + header.error().message};
      columns = *header;
      continue;
    }
    if (line.empty()) continue;
    auto row = read_row(lexicon, columns, line);
    if (!row.ok()) return Error{place + row.error().message};
    const bool twice =
        std::any_of(rows.begin(), rows.end(), [&](const HouseForm& other) {
          return other.id == row->id && other.form == row->form &&
                 other.lang == row->lang;
        });
    if (twice) return Error{place + "the row stands twice"};
    rows.push_back(std::move(row).value());
  }
  return rows;
}

}  // namespace khitai
