// SPDX-License-Identifier: Apache-2.0
//
// Counts as tables: aligned by display width for a terminal, CSV, TSV, JSON
// Lines. Linear.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

#include "write/concordance.h"
#include "write/counts.h"
#include "write/csv.h"
#include "write/escape.h"
#include "write/json.h"
#include "write/script.h"
#include "write/utf8.h"
#include "write/width.h"

namespace khitai::write {
namespace {

// Names of the columns behind those asked for.
std::vector<std::string> figure_columns(const CountTable& table) {
  std::vector<std::string> names = {"mentions", "matched", "ambiguous",
                                    "documents"};
  if (table.relative) {
    names.emplace_back("characters");
    names.emplace_back("per_10000");
  }
  return names;
}

std::vector<std::string> figures_of(const CountTable& table,
                                    const CountRow& row) {
  std::vector<std::string> cells = {
      std::to_string(row.mentions()), std::to_string(row.matched),
      std::to_string(row.ambiguous), std::to_string(row.documents)};
  if (table.relative) {
    cells.push_back(std::to_string(row.characters));
    cells.push_back(hundredths(row.per_10000()));
  }
  return cells;
}

// Header and rows, each cell by `cell`.
void write_separated(const CountTable& table, char separator,
                     std::string_view end,
                     void (*cell)(std::string_view, std::string*),
                     std::string* out) {
  const auto line = [&](const std::vector<std::string>& cells,
                        const std::vector<std::string>& figures) {
    bool first = true;
    for (const auto* part : {&cells, &figures}) {
      for (const std::string& one : *part) {
        if (!first) *out += separator;
        first = false;
        cell(one, out);
      }
    }
    *out += end;
  };
  std::vector<std::string> names;
  for (CountBy by : table.by) names.emplace_back(count_word(by));
  line(names, figure_columns(table));
  for (const CountRow& row : table.rows) {
    line(row.cells, figures_of(table, row));
  }
}

// Cells that a terminal can show, apart from each other.
std::string shown_cell(CountBy by, std::string_view cell) {
  std::string words;
  append_cell(count_cell_words(by, cell), &words);
  std::string safe;
  for (size_t at = 0; at < words.size();) {
    const text::CodePoint next = code_point_at(words, at);
    text::append(is_control(next.code) ? kReplacement : next.code, &safe);
    at += next.size;
  }
  return isolated(without_bidi_controls(safe));
}

void append_aligned(const std::vector<std::vector<std::string>>& lines,
                    size_t words, std::string* out) {
  std::vector<size_t> widths;
  for (const auto& line : lines) {
    widths.resize(std::max(widths.size(), line.size()));
    for (size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(line[i]));
    }
  }
  for (const auto& line : lines) {
    for (size_t i = 0; i < line.size(); ++i) {
      const std::string space(widths[i] - display_width(line[i]), ' ');
      if (i > 0) *out += "  ";
      *out += i < words ? line[i] + space : space + line[i];
    }
    *out += '\n';
  }
}

}  // namespace

std::string hundredths(double value) {
  const long long number = std::llround(value * 100);
  std::string decimals = std::to_string(number % 100);
  decimals.insert(0, 2 - decimals.size(), '0');
  return std::to_string(number / 100) + "." + decimals;
}

std::string century_words(std::string_view century) {
  int number = 0;
  const char* const end = century.data() + century.size();
  const auto [rest, error] = std::from_chars(century.data(), end, number);
  if (error != std::errc() || rest != end) return "unknown";
  const int count = number < 0 ? -number : number;
  const int tens = count / 10 % 10;
  const char* ending = "th";
  if (tens != 1 && count % 10 == 1) ending = "st";
  if (tens != 1 && count % 10 == 2) ending = "nd";
  if (tens != 1 && count % 10 == 3) ending = "rd";
  return std::to_string(count) + ending + (number < 0 ? " BCE" : "");
}

std::string count_cell_words(CountBy by, std::string_view cell) {
  if (cell.empty()) return "unknown";
  return by == CountBy::kCentury ? century_words(cell) : clean(cell);
}

void write_counts_text(const CountTable& table, std::string* out) {
  std::vector<std::vector<std::string>> lines(1);
  for (CountBy by : table.by) lines[0].emplace_back(count_word(by));
  for (const char* name : {"mentions", "ambiguous", "documents"}) {
    lines[0].emplace_back(name);
  }
  if (table.relative) lines[0].emplace_back("per 10,000");
  for (const CountRow& row : table.rows) {
    std::vector<std::string> line;
    for (size_t i = 0; i < table.by.size(); ++i) {
      line.push_back(shown_cell(table.by[i], row.cells[i]));
    }
    for (size_t count : {row.mentions(), row.ambiguous, row.documents}) {
      line.push_back(std::to_string(count));
    }
    if (table.relative) line.push_back(hundredths(row.per_10000()));
    lines.push_back(std::move(line));
  }
  append_aligned(lines, table.by.size(), out);
}

void write_counts_csv(const CountTable& table, std::string* out) {
  write_separated(table, ',', "\r\n", append_csv, out);
}

void write_counts_tsv(const CountTable& table, std::string* out) {
  write_separated(table, '\t', "\n", append_cell, out);
}

void write_counts_jsonl(const CountTable& table, std::string* out) {
  for (const CountRow& row : table.rows) {
    Json json(out);
    json.open_object();
    for (size_t i = 0; i < table.by.size(); ++i) {
      const std::string& cell = row.cells[i];
      json.key(count_word(table.by[i]));
      const bool number =
          table.by[i] == CountBy::kYear || table.by[i] == CountBy::kCentury;
      if (cell.empty()) {
        json.null();
      } else if (number) {
        json.raw_number(cell);
      } else {
        json.text(cell);
      }
    }
    json.member("mentions", uint64_t{row.mentions()});
    json.member("matched", uint64_t{row.matched});
    json.member("ambiguous", uint64_t{row.ambiguous});
    json.member("documents", uint64_t{row.documents});
    if (table.relative) {
      json.member("characters", uint64_t{row.characters});
      json.key("per_10000");
      json.raw_number(hundredths(row.per_10000()));
    }
    json.close_object();
    json.end_line();
  }
}

}  // namespace khitai::write
