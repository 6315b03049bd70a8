// SPDX-License-Identifier: Apache-2.0
//
// What was found, as a table to count in: a row for each document, entity and
// spelling (docs/format.md, `annotate --stats`). The rows of a document are
// made by themselves, on any thread; a table is put together in the order of
// the documents, and nothing of it is kept. Linear in the mentions, but for
// sorting.

#ifndef KHITAI_WRITE_STATS_H_
#define KHITAI_WRITE_STATS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"

namespace khitai::write {

// 1141 is in the 12th, 1200 too, 1201 in the 13th. Before our era negative:
// year 0 is 1 BCE, in the 1st: -1.
int32_t century_of(int32_t year);

enum class StatsShape { kTsv, kCsv, kJson };
// By the ending of a file's name: .csv, .json; else kTsv.
StatsShape stats_shape_of(std::string_view path);

class StatsTable {
 public:
  explicit StatsTable(StatsShape shape) : shape_(shape) {}

  // The rows of one document, by type of entity, then the most frequent first;
  // "" when it has none. Mentions decided as `none` are not counted.
  // Thread-safe.
  std::string rows_of(const Lexicon& lexicon, const Annotation& annotation,
                      std::optional<int32_t> year) const;

  // The text of the table: what stands before the first rows, the rows of one
  // document after the other, what stands behind the last.
  void begin(std::string* out) const;
  void add(std::string_view rows, std::string* out);
  void end(std::string* out) const;

 private:
  StatsShape shape_;
  bool any_ = false;  // rows so far
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_STATS_H_
