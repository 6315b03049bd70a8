// SPDX-License-Identifier: Apache-2.0
//
// JSON that may come from anywhere, read with RapidJSON: no depth of nesting
// takes the stack, ill-formed UTF-8 is an error. Members are asked for by what
// is expected of them; an Error says what they are, without the place.

#ifndef KHITAI_WRITE_JSON_READ_H_
#define KHITAI_WRITE_JSON_READ_H_

#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/result.h"

namespace khitai::write {

using JsonValue = rapidjson::Value;

// Error: "no JSON: what is wrong", and at which byte.
struct JsonProblem {
  std::string what;
  size_t byte = 0;
};
std::optional<JsonProblem> parse_json(std::string_view bytes,
                                      rapidjson::Document* document);

// The member; null when there is none. REQUIRES: object is an object.
const JsonValue* member_of(const JsonValue& object, std::string_view name);

inline std::string_view text_of(const JsonValue& text) {
  return {text.GetString(), text.GetStringLength()};
}

// Text that must be there; and one that may be missing or null.
Result<std::string> need_text(const JsonValue& object, std::string_view name);
Result<std::string> take_text(const JsonValue& object, std::string_view name);
Result<size_t> need_number(const JsonValue& object, std::string_view name);
// A number from 0 to 1; negative when missing.
Result<double> take_probability(const JsonValue& object, std::string_view name);
// An array of text; empty when missing or null.
Result<std::vector<std::string>> take_texts(const JsonValue& object,
                                            std::string_view name);

// "a string", "null", ...
std::string_view kind_words(const JsonValue& value);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_JSON_READ_H_
