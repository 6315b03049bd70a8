// SPDX-License-Identifier: Apache-2.0
//
// Records with the ids of what their text names.

#include "khitai/write.h"
#include "write/json.h"
#include "write/offsets.h"
#include "write/record_block.h"

namespace khitai {
namespace {

using write::Json;

const std::vector<std::string>& record_members() {
  static const std::vector<std::string> kMembers = {
      "khitai_ids", "khitai_names", "khitai_spans"};
  return kMembers;
}
constexpr std::string_view kBar = "\xC7\x80";  // U+01C0

class RecordWriter {
 public:
  RecordWriter(const Lexicon& lexicon, const RecordTable& table,
               Offsets offsets, std::string* out)
      : lexicon_(lexicon), table_(table), offsets_(offsets), out_(out) {}

  void write_json_line(const write::Record& record) {
    out_->append(record.bytes.substr(0, record.close));
    if (!record.members.empty()) *out_ += ',';
    write_members(record);
    out_->append(record.bytes.substr(record.close)).push_back('\n');
  }

  void write_row(const write::Record& record) {
    out_->append(record.bytes);
    write::append_record_cell(
        table_, ids_text(write::ids_of_record(lexicon_, record)), out_);
    write::append_record_cell(table_, write::labels_of_record(lexicon_, record),
                              out_);
    out_->append(record.end_bytes.empty() ? "\n" : record.end_bytes);
  }

 private:
  // The members without the braces around them.
  void write_members(const write::Record& record) {
    std::string object;
    Json json(&object);
    json.open_object();
    json.key(record_members()[0]);
    write_ids_of(record.entities, &json);
    json.key(record_members()[1]);
    json.open_array();
    for (const uint32_t one : record.entities) {
      json.text(lexicon_.entity(one).label);
    }
    json.close_array();
    json.key(record_members()[2]);
    json.open_array();
    write::OffsetCursor cursor(record.text, offsets_);
    for (const write::NamedSpan& span : record.spans) {
      json.open_object();
      json.member("start", cursor.advance(span.begin));
      json.member("end", write::OffsetCursor(cursor).advance(span.end));
      json.key("ids");
      write_ids_of(span.entities, &json);
      json.close_object();
    }
    json.close_array();
    json.close_object();
    out_->append(object, 1, object.size() - 2);
  }

  void write_ids_of(const std::vector<uint32_t>& entities, Json* json) const {
    json->open_array();
    for (const uint32_t one : entities) json->text(lexicon_.entity(one).id);
    json->close_array();
  }

  const Lexicon& lexicon_;
  const RecordTable& table_;
  const Offsets offsets_;
  std::string* const out_;
};

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
  const std::vector<std::string> columns(record_members().begin(),
                                         record_members().begin() + 2);
  return write::begin_record_table(block, columns, table, out);
}

WrittenRecords write_records(const Lexicon& lexicon, const RecordTable& table,
                             std::string_view block, size_t line,
                             const AnnotateOptions& annotate, Offsets offsets) {
  WrittenRecords out;
  RecordWriter writer(lexicon, table, offsets, &out.text);
  write::RecordBlock records(lexicon, table, block, line, annotate);
  write::Record record;
  while (records.next(record_members(), &record, &out.errors)) {
    if (record.blank) {
      out.text.append(record.bytes).push_back('\n');
    } else if (table.input == Input::kJsonl) {
      if (record.met) ++out.with_field;
      writer.write_json_line(record);
    } else {
      writer.write_row(record);
    }
  }
  return out;
}

}  // namespace khitai
