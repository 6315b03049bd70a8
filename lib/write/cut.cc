// SPDX-License-Identifier: Apache-2.0

#include "write/cut.h"

#include <algorithm>

namespace khitai::write {
namespace {

// Behind the string that begins at `at`.
size_t end_of_string(std::string_view json, size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return at + 1;
}

// The members of an object, each with the white space around it; `json` begins
// with its brace. The last one ends at the closing brace.
std::vector<std::string_view> members_in(std::string_view json) {
  std::vector<std::string_view> members;
  size_t depth = 0;
  size_t begin = 1;
  for (size_t at = 0; at < json.size();) {
    const char byte = json[at];
    if (byte == '{' || byte == '[') ++depth;
    if (byte == '}' || byte == ']') --depth;
    if (depth == 0 || (depth == 1 && byte == ',')) {
      members.push_back(json.substr(begin, at - begin));
      begin = at + 1;
    }
    if (depth == 0) break;
    at = byte == '"' ? end_of_string(json, at) : at + 1;
  }
  return members;
}

// With its quotes.
std::string_view bytes_of_cell(std::string_view block,
                               const document::TableCell& cell) {
  const size_t quote = cell.quoted ? 1 : 0;
  return block.substr(cell.begin - quote, cell.end - cell.begin + 2 * quote);
}

}  // namespace

std::string without_members(std::string_view line,
                            const std::vector<bool>& is_cut) {
  if (std::count(is_cut.begin(), is_cut.end(), true) == 0) {
    return std::string(line);
  }
  const size_t open = line.find('{');
  std::string out(line.substr(0, open + 1));
  bool first = true;
  const auto members = members_in(line.substr(open));
  for (size_t i = 0; i < members.size() && i < is_cut.size(); ++i) {
    if (is_cut[i]) continue;
    if (!first) out += ',';
    first = false;
    out += members[i];
  }
  return out.append(line.substr(line.find_last_of('}')));
}

std::string without_cells(std::string_view block,
                          const std::vector<document::TableCell>& cells,
                          const std::vector<bool>& is_cut, char separator) {
  std::string out;
  bool first = true;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (is_cut[i]) continue;
    if (!first) out += separator;
    first = false;
    out += bytes_of_cell(block, cells[i]);
  }
  return out;
}

}  // namespace khitai::write
