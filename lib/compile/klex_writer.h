// SPDX-License-Identifier: Apache-2.0
//
// Lays sections out as a compiled lexicon (lexicon/klex.h): header, section
// table, sections. Deterministic. Cost: linear.

#ifndef KHITAI_COMPILE_KLEX_WRITER_H_
#define KHITAI_COMPILE_KLEX_WRITER_H_

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/number_table.h"
#include "lexicon/klex.h"

namespace khitai::compile {

// Texts, each stored once; number 0 is the empty text. Memory: the texts and
// some twenty bytes each.
class Strings {
 public:
  explicit Strings(size_t most = UINT32_MAX) : most_(most) { number(""); }
  // 0, and fits() is false from then on, where texts would take more than
  // `most` bytes.
  uint32_t number(std::string_view text);
  bool fits() const { return fits_; }
  // Room for so many more.
  void reserve(size_t count) { numbers_.reserve(offsets_.size() + count); }
  // Of a number given before; until the next text is added.
  std::string_view text(uint32_t number) const;
  // The two sections; nothing is left behind.
  std::string take_bytes();
  std::string take_offsets();

 private:
  std::string bytes_;
  std::vector<uint32_t> offsets_ = {0};
  base::NumberTable numbers_;
  size_t most_;
  bool fits_ = true;
};

// A table of u32 cells.
class CellTable {
 public:
  explicit CellTable(uint32_t columns) : columns_(columns) {}
  // REQUIRES: as many cells as columns. Returns the row's number.
  uint32_t add(std::initializer_list<uint32_t> cells) {
    return add(std::span<const uint32_t>(cells.begin(), cells.size()));
  }
  uint32_t add(std::span<const uint32_t> cells);
  void reserve(size_t rows) { cells_.reserve(rows * columns_); }
  uint32_t rows() const {
    return static_cast<uint32_t>(cells_.size() / columns_);
  }
  uint32_t cell(uint32_t row, uint32_t column) const {
    return cells_[size_t{row} * columns_ + column];
  }
  // The section; nothing is left behind.
  std::string take_bytes();

 private:
  uint32_t columns_;
  std::vector<uint32_t> cells_;
};

// For each number below `count` the numbers paired with it, in given order.
std::string postings_bytes(
    uint32_t count, const std::vector<std::pair<uint32_t, uint32_t>>& pairs);

class KlexWriter {
 public:
  void add(lexicon::Section id, std::string bytes);
  // REQUIRES: each section added once. Gives each back to the memory when it
  // is laid out.
  std::string finish();

 private:
  std::vector<std::pair<uint32_t, std::string>> sections_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_KLEX_WRITER_H_
