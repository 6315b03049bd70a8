// SPDX-License-Identifier: Apache-2.0

#include "write/record_writer.h"

#include "write/json.h"
#include "write/offsets.h"

namespace khitai::write {
namespace {

void write_ids_of(const Lexicon& lexicon, const std::vector<uint32_t>& entities,
                  Json* json) {
  json->open_array();
  for (const uint32_t one : entities) json->text(lexicon.entity(one).id);
  json->close_array();
}

}  // namespace

const std::vector<std::string>& record_members() {
  static const std::vector<std::string> kMembers = {
      "khitai_ids", "khitai_names", "khitai_spans"};
  return kMembers;
}

void RecordWriter::write(const Record& record) {
  if (table_.input == Input::kJsonl) {
    write_json_line(record);
  } else {
    write_row(record);
  }
}

void RecordWriter::write_json_line(const Record& record) {
  out_->append(record.bytes.substr(0, record.close));
  if (!record.members.empty()) *out_ += ',';
  write_members(record);
  out_->append(record.bytes.substr(record.close)).push_back('\n');
}

void RecordWriter::write_row(const Record& record) {
  out_->append(record.bytes);
  append_record_cell(table_, ids_text(ids_of_record(lexicon_, record)), out_);
  append_record_cell(table_, labels_of_record(lexicon_, record), out_);
  out_->append(record.end_bytes.empty() ? "\n" : record.end_bytes);
}

void RecordWriter::write_members(const Record& record) {
  std::string object;
  Json json(&object);
  json.open_object();
  json.key(record_members()[0]);
  write_ids_of(lexicon_, record.entities, &json);
  json.key(record_members()[1]);
  json.open_array();
  for (const uint32_t one : record.entities) {
    json.text(lexicon_.entity(one).label);
  }
  json.close_array();
  json.key(record_members()[2]);
  json.open_array();
  OffsetCursor cursor(record.text, offsets_);
  for (const NamedSpan& span : record.spans) {
    json.open_object();
    json.member("start", cursor.advance(span.begin));
    json.member("end", OffsetCursor(cursor).advance(span.end));
    json.key("ids");
    write_ids_of(lexicon_, span.entities, &json);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  out_->append(object, 1, object.size() - 2);
}

}  // namespace khitai::write
