// SPDX-License-Identifier: Apache-2.0
//
// The records of a block of JSON Lines or of a table, one after the other, and
// what their text names: for writers that give them something besides. What is
// broken is told and left out. Not thread-safe; linear.

#ifndef KHITAI_WRITE_RECORD_BLOCK_H_
#define KHITAI_WRITE_RECORD_BLOCK_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotator.h"
#include "document/table_rows.h"
#include "khitai/write.h"
#include "write/named.h"

namespace khitai::write {

struct Record {
  size_t line = 1;                   // of the file, from 1
  std::string_view bytes;            // without the end of the line, or `kept`
  std::string kept;                  // those, without what was there already
  std::string_view end_bytes;        // of the line; "" at the end of a file
  bool blank = false;                // a line of JSON Lines without a record
  bool met = false;                  // JSON Lines: it has the field
  size_t close = 0;                  // JSON Lines: where its closing brace is
  std::vector<std::string> members;  // JSON Lines: of the object
  std::vector<document::TableCell> cells;  // table: bytes of the block
  std::string text;                        // of the field
  // What the text names, by RecordNames.
  std::vector<NamedSpan> spans;
  std::vector<uint32_t> entities;  // of all spans, by id
};

// Reads what texts of records name, each on its own.
class RecordNames {
 public:
  // Both must outlive it.
  RecordNames(const Lexicon& lexicon, const AnnotateOptions& annotate);
  void read(Record* record);

 private:
  annotate::Annotator annotator_;
};

class RecordBlock {
 public:
  // All must outlive it. `line` is the first one's.
  RecordBlock(const RecordTable& table, std::string_view block, size_t line);

  // False: there is none left. What is broken goes to `errors`, as does a
  // record of JSON Lines that has one of the members `added` already, unless
  // these are to be replaced.
  bool next(const std::vector<std::string>& added, Record* record,
            std::vector<std::string>* errors);

  std::string where(const Record& record) const;

 private:
  bool next_json(const std::vector<std::string>& added, Record* record,
                 std::vector<std::string>* errors);
  bool next_row(Record* record, std::vector<std::string>* errors);
  // False: some of `added` are there already, and are not to be replaced.
  bool take_members(const std::vector<std::string>& added, Record* record,
                    std::vector<std::string>* errors) const;

  const RecordTable& table_;
  const std::string_view block_;
  size_t line_;
  size_t at_ = 0;  // JSON Lines
  document::TableRows rows_;
};

// What a record has of the lexicon: the ids and the labels of its entities.
std::vector<std::string_view> ids_of_record(const Lexicon& lexicon,
                                            const Record& record);
std::string labels_of_record(const Lexicon& lexicon, const Record& record);

// Reads the header row of a table into `table` and appends it with the columns
// `added` to `*out`. Returns where the next row begins. Error: no column of the
// field, or one of `added` is there already and is not to be replaced.
Result<size_t> begin_record_table(std::string_view block,
                                  const std::vector<std::string>& added,
                                  RecordTable* table, std::string* out);

// A separator and a cell.
void append_record_cell(const RecordTable& table, std::string_view cell,
                        std::string* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_RECORD_BLOCK_H_
