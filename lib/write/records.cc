// SPDX-License-Identifier: Apache-2.0
//
// Records with the ids of what their text names.

#include "khitai/write.h"
#include "write/record_block.h"
#include "write/record_writer.h"

namespace khitai {
namespace {

constexpr std::string_view kBar = "\xC7\x80";  // U+01C0

}  // namespace

std::string ids_text(const std::vector<std::string_view>& ids) {
  if (ids.empty()) return "";
  std::string out(kBar);
  for (const std::string_view id : ids) {
    out += ' ';
    out += id;
    out += ' ';
    out += kBar;
  }
  return out;
}

Result<size_t> begin_records(std::string_view block, RecordTable* table,
                             std::string* out) {
  const std::vector<std::string>& all = write::record_members();
  return write::begin_record_table(block, {all[0], all[1]}, table, out);
}

WrittenRecords write_records(const Lexicon& lexicon, const RecordTable& table,
                             std::string_view block, size_t line,
                             const AnnotateOptions& annotate, Offsets offsets) {
  WrittenRecords out;
  write::RecordWriter writer(lexicon, table, offsets, &out.text);
  write::RecordBlock records(table, block, line);
  write::RecordNames names(lexicon, annotate);
  write::Record record;
  while (records.next(write::record_members(), &record, &out.errors)) {
    if (record.blank) {
      out.text.append(record.bytes).push_back('\n');
      continue;
    }
    ++out.records;
    ++out.written;
    if (record.met) ++out.with_field;
    names.read(&record);
    writer.write(record);
  }
  return out;
}

}  // namespace khitai
