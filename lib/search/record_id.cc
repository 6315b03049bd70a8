// SPDX-License-Identifier: Apache-2.0

#include "search/record_id.h"

#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include <algorithm>

#include "document/table_rows.h"

namespace khitai::search {
namespace {

Result<std::string> json_id(std::string_view object, const std::string& field) {
  rapidjson::Document record;
  record.Parse<rapidjson::kParseNumbersAsStringsFlag |
               rapidjson::kParseIterativeFlag>(object.data(), object.size());
  const rapidjson::Value* value = nullptr;
  if (record.IsObject() && field.starts_with('/')) {
    const rapidjson::Pointer pointer(field.data(), field.size());
    if (pointer.IsValid()) value = pointer.Get(record);
  } else if (record.IsObject()) {
    const rapidjson::Value name(
        rapidjson::StringRef(field.data(), field.size()));
    const auto member = record.FindMember(name);
    if (member != record.MemberEnd()) value = &member->value;
  }
  if (value == nullptr || !value->IsString()) {
    return Error{"no '" + field + "' for an id, expected a text or a number"};
  }
  return std::string(value->GetString(), value->GetStringLength());
}

}  // namespace

Result<std::string> record_id(const RecordTable& table, std::string_view block,
                              const write::Record& record,
                              const std::string& field) {
  if (table.input == Input::kJsonl) {
    return json_id(record.bytes.substr(0, record.close + 1), field);
  }
  const auto column =
      std::find(table.header.begin(), table.header.end(), field);
  if (column == table.header.end()) {
    return Error{"no '" + field + "' for an id"};
  }
  return document::text_of_cell(
      block, record.cells[static_cast<size_t>(column - table.header.begin())]);
}

}  // namespace khitai::search
