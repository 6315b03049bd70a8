// SPDX-License-Identifier: Apache-2.0

#include "compile/ids.h"

#include <algorithm>

#include "base/checksum.h"
#include "base/sort.h"
#include "khitai/lexicon.h"

namespace khitai::compile {

static_assert(base::NumberTable::kNone == kNoRow);

std::vector<const Row*> rows_by_id(const Table& table, unsigned jobs) {
  std::vector<const Row*> rows;
  rows.reserve(table.rows.size());
  for (const Row& row : table.rows) rows.push_back(&row);
  // The address tells which of two was read first.
  base::sort(jobs, rows.begin(), rows.end(), [](const Row* a, const Row* b) {
    const int order = (*a)[0].compare((*b)[0]);
    return order != 0 ? order < 0 : a < b;
  });
  rows.erase(std::unique(
                 rows.begin(), rows.end(),
                 [](const Row* a, const Row* b) { return (*a)[0] == (*b)[0]; }),
             rows.end());
  return rows;
}

uint32_t Ids::add(std::string_view id) {
  numbers_.add(base::checksum(id), size());
  ids_.push_back(id);
  return size() - 1;
}

void Ids::reserve(size_t count) {
  ids_.reserve(count);
  numbers_.reserve(count);
}

uint32_t Ids::find(std::string_view id) const {
  return numbers_.find(base::checksum(id),
                       [&](uint32_t number) { return ids_[number] == id; });
}

}  // namespace khitai::compile
