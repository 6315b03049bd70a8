// SPDX-License-Identifier: Apache-2.0
//
// Mentions of many texts as columns in the layout of Arrow. Filled row by row;
// memory is that of the columns. Not thread-safe.

#ifndef KHITAI_CAPI_COLUMNS_H_
#define KHITAI_CAPI_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/c.h"
#include "khitai/lexicon.h"

namespace khitai::capi {

// The offsets of a list column: how many elements all rows up to one have.
template <typename Offset>
class ListOffsets {
 public:
  // A row of so many elements. False, and nothing is added, where the offset
  // cannot count them.
  bool add(size_t elements) {
    constexpr auto kMost =
        static_cast<uint64_t>(std::numeric_limits<Offset>::max());
    const auto sum = static_cast<uint64_t>(offsets_.back());
    if (elements > kMost - sum) return false;
    offsets_.push_back(static_cast<Offset>(sum + elements));
    return true;
  }
  const std::vector<Offset>& offsets() const { return offsets_; }

 private:
  std::vector<Offset> offsets_ = {0};
};

class Columns {
 public:
  explicit Columns(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // False where the ids of the dictionary or the mentions are too many.
  bool add(const Mention& mention);
  // The next row is null, or is not.
  void add_validity(bool valid);

  // Points `shown` at what there is; but not at the list's offsets. Valid until
  // something is added.
  void show(khitai_columns* shown) const;

 private:
  // The entity's place in the dictionary; -1 where there is no room.
  int32_t place_of(uint32_t entity);

  const Lexicon& lexicon_;
  std::vector<int32_t> begin_, end_, core_begin_, core_end_, entity_;
  std::vector<int8_t> decision_;
  std::vector<double> probability_;
  std::unordered_map<uint32_t, int32_t> places_;
  ListOffsets<int32_t> id_offsets_;
  std::string ids_;
  std::vector<uint32_t> numbers_;
  size_t rows_ = 0;
  size_t nulls_ = 0;
  std::vector<uint8_t> validity_;
};

}  // namespace khitai::capi

#endif  // KHITAI_CAPI_COLUMNS_H_
