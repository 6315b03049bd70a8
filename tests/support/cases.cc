// SPDX-License-Identifier: Apache-2.0

#include "support/cases.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "support/die.h"
#include "text/utf8.h"

namespace khitai::tests {
namespace {

std::string unescape(const std::string& cell, const std::string& where) {
  std::string out;
  for (size_t i = 0; i < cell.size(); ++i) {
    const bool marked =
        cell.compare(i, 3, "\\u{") == 0 || cell.compare(i, 3, "\\x{") == 0;
    if (!marked) {
      out.push_back(cell[i]);
      continue;
    }
    const size_t close = cell.find('}', i);
    if (close == std::string::npos) die(where + ": an escape is not closed");
    const unsigned long code =
        std::stoul(cell.substr(i + 3, close - i - 3), nullptr, 16);
    if (cell[i + 1] == 'u') {
      text::append(static_cast<char32_t>(code), &out);
    } else {
      out.push_back(static_cast<char>(static_cast<unsigned char>(code)));
    }
    i = close;
  }
  return out;
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells(1);
  for (char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) die(path + ": cannot be read");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<Case> read_cases(const std::string& name) {
  const std::string path =
      std::string(KHITAI_SOURCE_DIR "/tests/cases/") + name;
  std::istringstream in(read_file(path));
  std::vector<std::string> columns;
  std::vector<Case> rows;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string where =
        "tests/cases/" + name + ":" + std::to_string(number);
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells = split(line);
    if (columns.empty()) {
      columns = cells;
      continue;
    }
    if (cells.size() != columns.size()) die(where + ": wrong number of cells");
    Case row;
    row.where = where;
    for (size_t i = 0; i < cells.size(); ++i) {
      row.cells[columns[i]] = unescape(cells[i], where);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace khitai::tests
