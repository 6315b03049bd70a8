// SPDX-License-Identifier: Apache-2.0

#include "search/bulk.h"

#include <algorithm>
#include <iterator>

#include "khitai/search.h"
#include "write/json.h"

namespace khitai {
namespace search {
namespace {

constexpr size_t kMostIdBytes = 512;
constexpr size_t kMostIndexBytes = 255;

constexpr std::string_view kMetadata[] = {
    "_field_names", "_id",     "_ignored", "_index", "_nested_path", "_routing",
    "_seq_no",      "_source", "_tier",    "_type",  "_version"};

}  // namespace

void append_bulk_action(const WriteOptions& options, const std::string* id,
                        std::string* out) {
  write::Json json(out);
  json.open_object();
  json.key("index");
  json.open_object();
  if (!options.index.empty()) json.member("_index", options.index);
  if (id != nullptr) json.member("_id", *id);
  json.close_object();
  json.close_object();
  *out += '\n';
}

std::string bulk_id_problem(std::string_view id) {
  if (id.empty()) return "an empty id, expected a text or a number";
  if (id.size() <= kMostIdBytes) return "";
  return "an id of " + std::to_string(id.size()) +
         " bytes, expected at most 512";
}

bool is_metadata_field(std::string_view name) {
  return std::find(std::begin(kMetadata), std::end(kMetadata), name) !=
         std::end(kMetadata);
}

}  // namespace search

std::string index_problem(std::string_view name) {
  constexpr std::string_view kExpected =
      ", expected small letters, digits, '-', '_' and '.', a letter or a digit "
      "first, at most 255 bytes";
  const bool plain = std::all_of(name.begin(), name.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '_' || byte == '.' || (byte & 0x80) != 0;
  });
  if (plain && !name.empty() && name.size() <= search::kMostIndexBytes &&
      name[0] != '-' && name[0] != '_' && name[0] != '.') {
    return "";
  }
  return "'" + std::string(name) + "'" + std::string(kExpected);
}

}  // namespace khitai
