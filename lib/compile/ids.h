// SPDX-License-Identifier: Apache-2.0
//
// The rows of a table by their ids. Not thread-safe while it is made; the
// tables must outlive it.

#ifndef KHITAI_COMPILE_IDS_H_
#define KHITAI_COMPILE_IDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/number_table.h"
#include "compile/tables.h"

namespace khitai::compile {

// One row an id, in the order of ids; of several rows the one read first.
// Sorts on `jobs` threads (0: as many as processors).
std::vector<const Row*> rows_by_id(const Table& table, unsigned jobs);

// Numbers of ids: their places in a sorted list.
class Ids {
 public:
  // The number of the id, which is the next. REQUIRES: it has none.
  uint32_t add(std::string_view id);
  void reserve(size_t count);
  // kNoRow when unknown.
  uint32_t find(std::string_view id) const;
  uint32_t size() const { return static_cast<uint32_t>(ids_.size()); }
  std::string_view operator[](uint32_t number) const { return ids_[number]; }

 private:
  std::vector<std::string_view> ids_;
  base::NumberTable numbers_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_IDS_H_
