// SPDX-License-Identifier: Apache-2.0
//
// Tables of traps: doc, start, end, text, why. There is no quoting.

#include <algorithm>

#include "write/evaluate.h"
#include "write/read_parts.h"
#include "write/utf8.h"

namespace khitai::write {

Result<std::vector<Trap>> read_traps(const std::string& path,
                                     std::string_view table) {
  constexpr std::string_view kColumns = "doc\tstart\tend\ttext\twhy";
  std::vector<Trap> traps;
  Lines lines(path, without_mark(table));
  std::string_view line;
  if (!lines.next(&line) || line != kColumns) {
    return Error{path + ":1: " + quoted_short(line) +
                 ", expected the columns doc, start, end, text and why"};
  }
  while (lines.next(&line)) {
    if (line.empty()) continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != 5) {
      return Error{lines.where() + ": " + std::to_string(cells.size()) +
                   (cells.size() == 1 ? " column" : " columns") +
                   ", expected 5"};
    }
    Trap trap;
    const Status read = read_span(cells[1], cells[2], &trap.place);
    if (!read.ok()) return Error{lines.where() + ": " + read.error().message};
    trap.place.doc = clean(cells[0]);
    trap.place.text = clean(cells[3]);
    trap.place.where = lines.where();
    trap.why = clean(cells[4]);
    traps.push_back(std::move(trap));
  }
  return traps;
}

}  // namespace khitai::write
