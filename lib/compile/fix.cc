// SPDX-License-Identifier: Apache-2.0

#include "compile/fix.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/input_file.h"
#include "base/mapped_file.h"
#include "compile/tables_files.h"
#include "compile/tables_text.h"

namespace khitai::compile {
namespace {

bool is_utf16(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 2);
  return start == "\xFF\xFE" || start == "\xFE\xFF";
}

// Takes off the byte order marks at the front.
bool take_marks(std::string_view* text) {
  const size_t size = text->size();
  while (text->substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text->remove_prefix(kByteOrderMark.size());
  }
  return text->size() < size;
}

// Takes off carriage returns and the empty cells beyond the first `columns`
// ones, in whatever order they stand.
void trim_end(std::string_view* line, size_t columns, Repairs* repairs) {
  size_t cells =
      static_cast<size_t>(std::count(line->begin(), line->end(), '\t')) + 1;
  bool line_end = false;
  bool empty_cell = false;
  while (!line->empty()) {
    if (line->back() == '\r') {
      line_end = true;
    } else if (line->back() == '\t' && cells > columns) {
      empty_cell = true;
      --cells;
    } else {
      break;
    }
    line->remove_suffix(1);
  }
  if (line_end) ++repairs->line_ends;
  if (empty_cell && !line->empty()) ++repairs->empty_cells;
}

// Spreadsheets put a cell that holds a quote or a comma into quotes and double
// the quotes within. Nothing when the cell is not of that shape.
std::optional<std::string> without_quotes(std::string_view cell) {
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') {
    return std::nullopt;
  }
  cell = cell.substr(1, cell.size() - 2);
  std::string plain;
  for (size_t at = 0; at < cell.size(); ++at) {
    plain += cell[at];
    if (cell[at] != '"') continue;
    if (at + 1 == cell.size() || cell[at + 1] != '"') return std::nullopt;
    ++at;
  }
  return plain;
}

// Takes the quotes off the cells of a line; false when there are none.
bool unquote(std::string* line) {
  if (line->find('"') == std::string::npos) return false;
  bool changed = false;
  std::string plain;
  for (std::string_view cell : split_cells(*line)) {
    std::string text(cell);
    while (auto without = without_quotes(text)) {
      text = std::move(*without);
      changed = true;
    }
    plain += text + '\t';
  }
  plain.pop_back();
  if (changed) *line = std::move(plain);
  return changed;
}

// The lines of a file with what can be repaired within each.
std::vector<std::string> repair_lines(std::string_view bytes,
                                      Repairs* repairs) {
  std::vector<std::string> lines;
  size_t columns = 1;
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    if (end == bytes.npos) repairs->last_newline = true;
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
    if (lines.empty() && take_marks(&line)) repairs->byte_order_mark = true;
    trim_end(&line, columns, repairs);
    if (line.find_first_not_of('\t') == line.npos) {
      ++repairs->empty_lines;
      continue;
    }
    if (lines.empty()) columns = split_cells(line).size();
    lines.emplace_back(line);
    if (unquote(&lines.back())) ++repairs->quoted;
    line = lines.back();
    if (is_utf8(line) && !is_nfc(line)) {
      lines.back() = to_nfc(line);
      ++repairs->not_nfc;
    }
  }
  return lines;
}

// Repairs one file; returns what was done, empty when nothing had to be.
Result<std::string> fix_file(const std::string& path) {
  const Result<std::string> bytes = base::read_whole(path);
  if (!bytes.ok()) return bytes.error();
  Repairs repairs;
  const std::string text = repair(*bytes, &repairs);
  if (text == *bytes) return std::string();
  const Status written = base::write_whole(path, text);
  if (!written.ok()) return written.error();
  return describe(repairs);
}

std::string rows(size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) +
         (count == 1 ? "" : "s");
}

}  // namespace

std::string describe(const Repairs& repairs) {
  std::vector<std::string> done;
  if (repairs.byte_order_mark) done.push_back("removed the byte order mark");
  if (repairs.line_ends > 0) {
    done.push_back("ended " + rows(repairs.line_ends, "line") +
                   " with LF, not CR LF");
  }
  if (repairs.empty_lines > 0) {
    done.push_back("removed " + rows(repairs.empty_lines, "empty line"));
  }
  if (repairs.empty_cells > 0) {
    done.push_back("removed empty cells at the end of " +
                   rows(repairs.empty_cells, "line"));
  }
  if (repairs.quoted > 0) {
    done.push_back("took the quotes off cells of " +
                   rows(repairs.quoted, "line"));
  }
  if (repairs.not_nfc > 0) {
    done.push_back("put " + rows(repairs.not_nfc, "line") + " in NFC");
  }
  if (repairs.order) done.push_back("sorted the rows");
  if (repairs.repeated > 0) {
    done.push_back("removed " + rows(repairs.repeated, "repeated row"));
  }
  if (repairs.last_newline) done.push_back("ended the last line");
  std::string text;
  for (const std::string& one : done) text += (text.empty() ? "" : ", ") + one;
  return text;
}

std::string repair(std::string_view bytes, Repairs* repairs) {
  if (is_utf16(bytes)) return std::string(bytes);
  std::vector<std::string> lines = repair_lines(bytes, repairs);
  if (lines.empty()) return "";
  const auto first = lines.begin() + 1;  // the header stays
  if (!std::is_sorted(first, lines.end())) {
    repairs->order = true;
    std::sort(first, lines.end());
  }
  const auto last = std::unique(first, lines.end());
  repairs->repeated = static_cast<size_t>(lines.end() - last);
  lines.erase(last, lines.end());
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::vector<std::string> fix_tables(const std::vector<std::string>& folders,
                                    std::vector<Problem>* problems) {
  std::vector<std::string> changes;
  for (const std::string& given : folders) {
    const std::string folder = without_slash(given);
    const auto files = list_tables(folder);
    if (!files.ok()) {
      problems->push_back(Problem{folder, 0, files.error().message, false});
      continue;
    }
    for (const std::string& file : *files) {
      if (!place_of(file) || is_generated(file)) continue;
      const std::string path = folder + "/" + file;
      const Result<std::string> change = fix_file(path);
      if (!change.ok()) {
        problems->push_back(Problem{"", 0, change.error().message, false});
      } else if (!change->empty()) {
        changes.push_back(path + ": " + *change);
      }
    }
  }
  return changes;
}

}  // namespace khitai::compile
