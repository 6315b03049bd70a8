// SPDX-License-Identifier: Apache-2.0
//
// Records for engines of the Lucene family: as they are, with what an index
// wants of them besides.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "khitai/search.h"
#include "search/annotated_text.h"
#include "search/bulk.h"
#include "search/record_id.h"
#include "search/token_json.h"
#include "write/json.h"
#include "write/record_block.h"
#include "write/utf8.h"

namespace khitai {
namespace {

using write::Record;

// "body_annotated"; of a JSON pointer "/text/0", "text_0_annotated".
std::string member_of_shape(const std::string& field, IndexShape shape) {
  std::string name = field.starts_with('/') ? field.substr(1) : field;
  std::replace(name.begin(), name.end(), '/', '_');
  switch (shape) {
    case IndexShape::kPreAnalyzed:
      return name + "_preanalyzed";
    case IndexShape::kTokens:
      return name + "_tokens";
    case IndexShape::kAnnotatedText:
    case IndexShape::kBulk:
      break;
  }
  return name + "_annotated";
}

std::vector<std::string> members_of_shape(const RecordTable& table,
                                          IndexShape shape) {
  return {"khitai_ids", "khitai_names", member_of_shape(table.field, shape)};
}

class IndexWriter {
 public:
  IndexWriter(const Lexicon& lexicon, const RecordTable& table,
              IndexShape shape, const WriteOptions& options,
              std::string_view block, WrittenRecords* out)
      : lexicon_(lexicon),
        table_(table),
        shape_(shape),
        options_(options),
        block_(block),
        members_(members_of_shape(table, shape)),
        tokenizer_(lexicon, {}),
        out_(out) {}

  const std::vector<std::string>& members() const { return members_; }

  // What is wrong with the record for this shape; "" if nothing.
  std::string write(const Record& record) {
    std::string line;
    if (shape_ == IndexShape::kBulk) {
      const std::string problem = append_action(record, &line);
      if (!problem.empty()) return problem;
    }
    if (table_.input == Input::kJsonl) {
      append_json_record(record, &line);
    } else if (shape_ == IndexShape::kBulk) {
      append_row_as_json(record, &line);
    } else {
      append_row(record, &line);
    }
    out_->text += line;
    return "";
  }

 private:
  std::string append_action(const Record& record, std::string* line) const {
    const auto taken = std::find_if(
        record.members.begin(), record.members.end(), [](const auto& name) {
          return name.empty() || search::is_metadata_field(name);
        });
    if (taken != record.members.end()) {
      return "has a member '" + *taken +
             "', which the engine keeps for itself, expected another name";
    }
    if (options_.id_field.empty()) {
      search::append_bulk_action(options_, nullptr, line);
      return "";
    }
    const auto id =
        search::record_id(table_, block_, record, options_.id_field);
    if (!id.ok()) return id.error().message;
    const std::string clean = write::clean(*id);
    const std::string problem = search::bulk_id_problem(clean);
    if (problem.empty()) search::append_bulk_action(options_, &clean, line);
    return problem;
  }

  // The object as it was, in one line of UTF-8, with three members more.
  void append_json_record(const Record& record, std::string* line) {
    const bool bulk = shape_ == IndexShape::kBulk;
    std::string_view before = record.bytes.substr(0, record.close);
    std::string_view behind = record.bytes.substr(record.close);
    if (bulk) {
      before.remove_prefix(std::min(before.find('{'), before.size()));
      behind = "}";
      write::append_clean(before, line);
    } else {
      line->append(before);
    }
    if (!record.members.empty()) *line += ',';
    std::string object;
    write::Json json(&object);
    json.open_object();
    write_members(record, &json);
    json.close_object();
    line->append(object, 1, object.size() - 2);
    line->append(behind).push_back('\n');
  }

  void append_row_as_json(const Record& record, std::string* line) {
    write::Json json(line);
    json.open_object();
    for (size_t i = 0; i < record.cells.size(); ++i) {
      json.key(write::clean(table_.header[i]));
      json.text(document::text_of_cell(block_, record.cells[i]));
    }
    write_members(record, &json);
    json.close_object();
    *line += '\n';
  }

  void append_row(const Record& record, std::string* line) {
    line->append(record.bytes);
    write::append_record_cell(
        table_, ids_text(write::ids_of_record(lexicon_, record)), line);
    write::append_record_cell(table_, write::labels_of_record(lexicon_, record),
                              line);
    write::append_record_cell(table_, text_of_shape(record), line);
    line->append(record.end_bytes.empty() ? "\n" : record.end_bytes);
  }

  void write_members(const Record& record, write::Json* json) {
    json->key(members_[0]);
    json->open_array();
    for (const auto id : write::ids_of_record(lexicon_, record)) json->text(id);
    json->close_array();
    json->key(members_[1]);
    json->open_array();
    for (const uint32_t one : record.entities) {
      json->text(lexicon_.entity(one).label);
    }
    json->close_array();
    json->key(write::clean(members_[2]));
    if (shape_ == IndexShape::kTokens) {
      search::write_token_list(record.text, tokenizer_.index(record.text),
                               json);
    } else {
      json->text(text_of_shape(record));
    }
  }

  // What the field is given as one text.
  std::string text_of_shape(const Record& record) {
    std::string out;
    if (shape_ == IndexShape::kPreAnalyzed) {
      return search::pre_analyzed(record.text, tokenizer_.index(record.text));
    }
    if (shape_ == IndexShape::kTokens) {
      write::Json json(&out);
      search::write_token_list(record.text, tokenizer_.index(record.text),
                               &json);
    } else {
      search::append_annotated(lexicon_, record.text, record.spans, &out);
    }
    return out;
  }

  const Lexicon& lexicon_;
  const RecordTable& table_;
  const IndexShape shape_;
  const WriteOptions& options_;
  const std::string_view block_;
  const std::vector<std::string> members_;
  Tokenizer tokenizer_;
  WrittenRecords* const out_;
};

// Columns that cannot be members of one document; "" if all can.
std::string header_problem(const RecordTable& table,
                           const WriteOptions& options) {
  for (const std::string& name : table.header) {
    if (name.empty() || search::is_metadata_field(name)) {
      return "has a column '" + name +
             "', which the engine keeps for itself, expected another name";
    }
    if (std::count(table.header.begin(), table.header.end(), name) > 1) {
      return "has two columns '" + name + "', expected one";
    }
  }
  if (options.id_field.empty() ||
      std::count(table.header.begin(), table.header.end(), options.id_field)) {
    return "";
  }
  return "no column '" + options.id_field + "' for the ids";
}

}  // namespace

Result<size_t> begin_index_records(std::string_view block, IndexShape shape,
                                   const WriteOptions& options,
                                   RecordTable* table, std::string* out) {
  std::string header;
  const auto begun = write::begin_record_table(
      block, members_of_shape(*table, shape), table, &header);
  if (!begun.ok()) return begun.error();
  if (shape != IndexShape::kBulk) {
    *out += header;
    return begun;
  }
  const std::string problem = header_problem(*table, options);
  if (!problem.empty()) return Error{table->doc + ": " + problem};
  return begun;
}

WrittenRecords write_index_records(const Lexicon& lexicon,
                                   const RecordTable& table, IndexShape shape,
                                   std::string_view block, size_t line,
                                   const AnnotateOptions& annotate,
                                   const WriteOptions& options) {
  WrittenRecords out;
  IndexWriter writer(lexicon, table, shape, options, block, &out);
  write::RecordBlock records(table, block, line);
  write::RecordNames names(lexicon, annotate);
  Record record;
  while (records.next(writer.members(), &record, &out.errors)) {
    if (record.blank) continue;
    ++out.records;
    if (record.met) ++out.with_field;
    names.read(&record);
    const std::string problem = writer.write(record);
    if (problem.empty()) {
      ++out.written;
      continue;
    }
    out.errors.push_back(records.where(record) + ": " + problem);
  }
  return out;
}

}  // namespace khitai
