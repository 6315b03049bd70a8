// SPDX-License-Identifier: Apache-2.0
//
// A record as it is, with the ids of what its text names behind it
// (docs/format.md). Linear; one for each thread.

#ifndef KHITAI_WRITE_RECORD_WRITER_H_
#define KHITAI_WRITE_RECORD_WRITER_H_

#include <string>
#include <vector>

#include "khitai/write.h"
#include "write/record_block.h"

namespace khitai::write {

// What JSON Lines get, and tables the first two of.
const std::vector<std::string>& record_members();

class RecordWriter {
 public:
  // All must outlive it.
  RecordWriter(const Lexicon& lexicon, const RecordTable& table,
               Offsets offsets, std::string* out)
      : lexicon_(lexicon), table_(table), offsets_(offsets), out_(out) {}

  // Appends a record that is not blank, and whose names were read.
  void write(const Record& record);

 private:
  void write_json_line(const Record& record);
  void write_row(const Record& record);
  // The members without the braces around them.
  void write_members(const Record& record);

  const Lexicon& lexicon_;
  const RecordTable& table_;
  const Offsets offsets_;
  std::string* const out_;
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_RECORD_WRITER_H_
