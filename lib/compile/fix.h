// SPDX-License-Identifier: Apache-2.0
//
// Repairs what editors and spreadsheets do to tables, and nothing else: byte
// order marks, CR LF, empty lines and cells at the right edge, a missing last
// newline, letters that are not in NFC, rows out of order or there twice.
// Generated tables and files that are no tables stay as they are.
//
// A repaired file replaces the old one at once; a failed write leaves it. What
// has been repaired needs no repair again. Cost: n log n in rows.

#ifndef KHITAI_COMPILE_FIX_H_
#define KHITAI_COMPILE_FIX_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

struct Repairs {
  bool byte_order_mark = false;
  bool last_newline = false;
  bool order = false;
  size_t line_ends = 0;  // lines
  size_t empty_lines = 0;
  size_t empty_cells = 0;  // lines that had some at their right edge
  size_t quoted = 0;       // lines with cells in quotes
  size_t not_nfc = 0;      // lines
  size_t repeated = 0;     // rows
};

// "sorted the rows, removed 2 repeated rows"; empty when there was nothing.
std::string describe(const Repairs& repairs);

// The text of a table, repaired. Lines that are not UTF-8 keep their bytes.
std::string repair(std::string_view bytes, Repairs* repairs);

// Repairs all tables under `folders`. Returns a line for each file that was
// changed: "lexicon/forms/khitan.tsv: sorted the rows".
std::vector<std::string> fix_tables(const std::vector<std::string>& folders,
                                    std::vector<Problem>* problems);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_FIX_H_
