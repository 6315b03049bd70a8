// SPDX-License-Identifier: Apache-2.0

#include "write/json_read.h"

#include <rapidjson/error/en.h>

namespace khitai::write {
namespace {

Error unexpected(std::string_view name, const JsonValue* value,
                 std::string_view expected) {
  return Error{std::string(name) + " is " +
               std::string(value == nullptr ? "missing" : kind_words(*value)) +
               ", expected " + std::string(expected)};
}

}  // namespace

std::optional<JsonProblem> parse_json(std::string_view bytes,
                                      rapidjson::Document* document) {
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  document->Parse<kFlags>(bytes.data(), bytes.size());
  if (!document->HasParseError()) return std::nullopt;
  std::string what = rapidjson::GetParseError_En(document->GetParseError());
  if (!what.empty() && what.back() == '.') what.pop_back();
  return JsonProblem{"no JSON: " + what, document->GetErrorOffset()};
}

const JsonValue* member_of(const JsonValue& object, std::string_view name) {
  const auto found = object.FindMember(rapidjson::Value(rapidjson::StringRef(
      name.data(), static_cast<rapidjson::SizeType>(name.size()))));
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string_view kind_words(const JsonValue& value) {
  switch (value.GetType()) {
    case rapidjson::kNullType:
      return "null";
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return "a truth value";
    case rapidjson::kObjectType:
      return "an object";
    case rapidjson::kArrayType:
      return "an array";
    case rapidjson::kStringType:
      return "text";
    case rapidjson::kNumberType:
      return "a number";
  }
  return "something else";
}

Result<std::string> need_text(const JsonValue& object, std::string_view name) {
  const JsonValue* value = member_of(object, name);
  if (value == nullptr || !value->IsString() || text_of(*value).empty()) {
    return value != nullptr && value->IsString()
               ? Error{std::string(name) + " is empty, expected text"}
               : unexpected(name, value, "text");
  }
  return std::string(text_of(*value));
}

Result<std::string> take_text(const JsonValue& object, std::string_view name) {
  const JsonValue* value = member_of(object, name);
  if (value == nullptr || value->IsNull()) return std::string();
  if (!value->IsString()) return unexpected(name, value, "text or null");
  return std::string(text_of(*value));
}

Result<size_t> need_number(const JsonValue& object, std::string_view name) {
  const JsonValue* value = member_of(object, name);
  if (value == nullptr || !value->IsNumber()) {
    return unexpected(name, value, "a whole number");
  }
  if (!value->IsUint64()) {
    return unexpected(name, value, "a whole number that is not negative");
  }
  return static_cast<size_t>(value->GetUint64());
}

Result<double> take_probability(const JsonValue& object,
                                std::string_view name) {
  const JsonValue* value = member_of(object, name);
  if (value == nullptr || value->IsNull()) return -1.0;
  if (!value->IsNumber() ||
      !(value->GetDouble() >= 0 && value->GetDouble() <= 1)) {
    return unexpected(name, value, "one from 0 to 1");
  }
  return value->GetDouble();
}

Result<std::vector<std::string>> take_texts(const JsonValue& object,
                                            std::string_view name) {
  std::vector<std::string> texts;
  const JsonValue* value = member_of(object, name);
  if (value == nullptr || value->IsNull()) return texts;
  if (!value->IsArray()) return unexpected(name, value, "an array of text");
  for (const JsonValue& one : value->GetArray()) {
    if (!one.IsString()) return unexpected(name, value, "an array of text");
    texts.emplace_back(text_of(one));
  }
  return texts;
}

}  // namespace khitai::write
