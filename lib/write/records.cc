// SPDX-License-Identifier: Apache-2.0
//
// Records with the ids of what their text names.

#include <algorithm>
#include <utility>

#include "annotate/annotator.h"
#include "document/readers.h"
#include "document/table_rows.h"
#include "khitai/write.h"
#include "write/csv.h"
#include "write/escape.h"
#include "write/json.h"
#include "write/offsets.h"

namespace khitai {
namespace {

using write::Json;

constexpr std::string_view kRecordMembers[] = {"khitai_ids", "khitai_names",
                                               "khitai_spans"};
constexpr std::string_view kBar = "\xC7\x80";  // U+01C0

char separator_of(const RecordTable& table) {
  return table.input == Input::kCsv ? ',' : '\t';
}

// What a mention says: the one entity it is decided for, or all it may be.
std::vector<uint32_t> entities_of(const Mention& mention) {
  std::vector<uint32_t> entities;
  for (const Candidate& one : mention.candidates) {
    if (one.entity != kNoRow) entities.push_back(one.entity);
    if (mention.decision == Decision::kMatch) break;
  }
  if (mention.decision == Decision::kNone) entities.clear();
  // By number is by id.
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  return entities;
}

struct NamedSpan {
  size_t begin = 0;  // bytes of the field's text
  size_t end = 0;
  std::vector<uint32_t> entities;
};

class RecordWriter {
 public:
  RecordWriter(const Lexicon& lexicon, const RecordTable& table,
               const AnnotateOptions& annotate, Offsets offsets,
               WrittenRecords* out)
      : lexicon_(lexicon),
        table_(table),
        offsets_(offsets),
        annotator_(lexicon, annotate),
        out_(out) {}

  void write_json_lines(std::string_view block, size_t line) {
    for (size_t at = 0; at < block.size(); ++line) {
      const size_t end = std::min(block.find('\n', at), block.size());
      write_json_line(block.substr(at, end - at), line);
      at = end + 1;
    }
  }

  void write_rows(std::string_view block, size_t line) {
    document::TableRows rows(block, separator_of(table_));
    std::vector<document::TableCell> cells;
    std::string problem;
    for (;;) {
      if (rows.next(&cells, &problem)) {
        if (cells.size() == table_.columns) {
          write_row(block, rows, cells[table_.column]);
          continue;
        }
        problem = std::to_string(cells.size()) + " cells, expected " +
                  std::to_string(table_.columns) + " as in the header";
      } else if (!problem.empty()) {
        rows.skip_line();
      } else {
        return;
      }
      out_->errors.push_back(table_.doc + ":" +
                             std::to_string(line + rows.line() - 1) + ": " +
                             std::exchange(problem, ""));
    }
  }

 private:
  void read_names(std::string_view text) {
    spans_.clear();
    entities_.clear();
    Annotation annotation;
    annotation.source = text;
    annotator_.run(document::Document::of_text(annotation.source), &annotation);
    for (const Mention& mention : annotation.mentions) {
      std::vector<uint32_t> entities = entities_of(mention);
      if (entities.empty()) continue;
      entities_.insert(entities_.end(), entities.begin(), entities.end());
      spans_.push_back({mention.begin, mention.end, std::move(entities)});
    }
    std::sort(entities_.begin(), entities_.end());
    entities_.erase(std::unique(entities_.begin(), entities_.end()),
                    entities_.end());
  }

  void write_json_line(std::string_view line, size_t number) {
    if (line.find_first_not_of(" \t\r") == line.npos) {
      out_->text.append(line).push_back('\n');
      return;
    }
    const auto record =
        document::read_json_record(table_.doc, number, line, table_.field);
    if (!record.ok()) {
      out_->errors.push_back(record.error().message);
      return;
    }
    for (const std::string_view member : kRecordMembers) {
      const auto& all = record->members;
      if (std::find(all.begin(), all.end(), member) == all.end()) continue;
      out_->errors.push_back(table_.doc + ":" + std::to_string(number) +
                             ": has a member '" + std::string(member) +
                             "' already, expected none; take it out first");
      return;
    }
    if (record->met) ++out_->with_field;
    read_names(record->text);
    out_->text.append(line.substr(0, record->end));
    if (!record->members.empty()) out_->text += ',';
    write_members(record->text);
    out_->text.append(line.substr(record->end)).push_back('\n');
  }

  std::string_view id_of(uint32_t entity) const {
    return lexicon_.entity(entity).id;
  }

  // The members without the braces around them.
  void write_members(std::string_view text) {
    std::string object;
    Json json(&object);
    json.open_object();
    json.key(kRecordMembers[0]);
    write_ids_of(entities_, &json);
    json.key(kRecordMembers[1]);
    json.open_array();
    for (const uint32_t one : entities_) json.text(lexicon_.entity(one).label);
    json.close_array();
    json.key(kRecordMembers[2]);
    json.open_array();
    write::OffsetCursor cursor(text, offsets_);
    for (const NamedSpan& span : spans_) {
      json.open_object();
      json.member("start", cursor.advance(span.begin));
      json.member("end", write::OffsetCursor(cursor).advance(span.end));
      json.key("ids");
      write_ids_of(span.entities, &json);
      json.close_object();
    }
    json.close_array();
    json.close_object();
    out_->text.append(object, 1, object.size() - 2);
  }

  void write_ids_of(const std::vector<uint32_t>& entities, Json* json) const {
    json->open_array();
    for (const uint32_t one : entities) json->text(id_of(one));
    json->close_array();
  }

  void write_row(std::string_view block, const document::TableRows& rows,
                 const document::TableCell& cell) {
    read_names(document::text_of_cell(block, cell));
    std::vector<std::string_view> ids;
    std::string names;
    for (const uint32_t one : entities_) {
      ids.push_back(id_of(one));
      if (!names.empty()) names += "; ";
      names += lexicon_.entity(one).label;
    }
    out_->text.append(block.substr(rows.begin(), rows.end() - rows.begin()));
    append_record_cell(ids_text(ids));
    append_record_cell(names);
    const std::string_view end =
        block.substr(rows.end(), rows.next_begin() - rows.end());
    out_->text.append(end.empty() ? "\n" : end);
  }

  void append_record_cell(const std::string& cell) {
    out_->text += separator_of(table_);
    if (table_.input == Input::kCsv) {
      write::append_csv(cell, &out_->text);
    } else {
      write::append_cell(cell, &out_->text);
    }
  }

  const Lexicon& lexicon_;
  const RecordTable& table_;
  const Offsets offsets_;
  annotate::Annotator annotator_;
  WrittenRecords* const out_;
  std::vector<NamedSpan> spans_;    // of the record at hand
  std::vector<uint32_t> entities_;  // likewise, sorted
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
  document::TableRows rows(block, separator_of(*table));
  std::vector<document::TableCell> cells;
  std::string problem;
  if (!rows.next(&cells, &problem)) {
    if (problem.empty()) return block.size();
    return Error{table->doc + ":" + std::to_string(rows.line()) + ": " +
                 problem};
  }
  std::vector<std::string> header;
  for (const document::TableCell& cell : cells) {
    header.push_back(document::text_of_cell(block, cell));
  }
  const auto column = document::column_of(table->doc, table->field, header);
  if (!column.ok()) return column.error();
  table->column = *column;
  table->columns = header.size();
  std::string row(block.substr(0, rows.end()));
  for (size_t i = 0; i < 2; ++i) {
    if (std::count(header.begin(), header.end(), kRecordMembers[i]) > 0) {
      return Error{table->doc + ": has a column '" +
                   std::string(kRecordMembers[i]) +
                   "' already, expected none; take it out first"};
    }
    row += separator_of(*table);
    row += kRecordMembers[i];
  }
  const std::string_view end =
      block.substr(rows.end(), rows.next_begin() - rows.end());
  *out += row;
  out->append(end.empty() ? "\n" : end);
  return rows.next_begin();
}

WrittenRecords write_records(const Lexicon& lexicon, const RecordTable& table,
                             std::string_view block, size_t line,
                             const AnnotateOptions& annotate, Offsets offsets) {
  WrittenRecords out;
  RecordWriter writer(lexicon, table, annotate, offsets, &out);
  if (table.input == Input::kJsonl) {
    writer.write_json_lines(block, line);
  } else {
    writer.write_rows(block, line);
  }
  return out;
}

}  // namespace khitai
