// SPDX-License-Identifier: Apache-2.0

#include "search/token_json.h"

#include "write/offsets.h"

namespace khitai::search {
namespace {

std::string_view word_of_kind(TokenPlace::Kind kind) {
  switch (kind) {
    case TokenPlace::Kind::kName:
      return "name";
    case TokenPlace::Kind::kSpelled:
      return "spelled";
    case TokenPlace::Kind::kWord:
      break;
  }
  return "word";
}

}  // namespace

void write_token_list(std::string_view text, const Tokens& tokens,
                      write::Json* json) {
  write::OffsetCursor cursor(text, Offsets::kUtf16);
  json->open_array();
  for (const TokenPlace& place : tokens.places) {
    const uint64_t start = cursor.advance(place.begin);
    const uint64_t end = write::OffsetCursor(cursor).advance(place.end);
    for (uint32_t number = place.first; number < place.last; ++number) {
      json->open_object();
      json->member("t", tokens.token(number));
      json->member("s", start);
      json->member("e", end);
      json->member("i", uint64_t{number == place.first});
      json->member("y", word_of_kind(place.kind));
      json->close_object();
    }
  }
  json->close_array();
}

std::string pre_analyzed(std::string_view text, const Tokens& tokens) {
  std::string out;
  write::Json json(&out);
  json.open_object();
  json.member("v", std::string_view("1"));
  json.member("str", text);
  json.key("tokens");
  write_token_list(text, tokens, &json);
  json.close_object();
  return out;
}

}  // namespace khitai::search
