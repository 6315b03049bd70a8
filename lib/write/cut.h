// SPDX-License-Identifier: Apache-2.0
//
// Records without some of what they have, otherwise byte by byte as they are:
// what an earlier run has added is taken out before it is added anew. Linear;
// thread-safe.

#ifndef KHITAI_WRITE_CUT_H_
#define KHITAI_WRITE_CUT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/table_rows.h"

namespace khitai::write {

// A line of JSON Lines without the members of its object that are marked, and
// without their commas. REQUIRES: the line is a JSON object of as many members.
std::string without_members(std::string_view line,
                            const std::vector<bool>& is_cut);

// A row of `block` without the cells that are marked. REQUIRES: the cells are
// all of the row's, and one stays.
std::string without_cells(std::string_view block,
                          const std::vector<document::TableCell>& cells,
                          const std::vector<bool>& is_cut, char separator);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_CUT_H_
