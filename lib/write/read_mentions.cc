// SPDX-License-Identifier: Apache-2.0
//
// Which format a file of annotations is in, and what it says.

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "write/read_parts.h"

namespace khitai {
namespace {

using namespace write;

struct FormatEnding {
  std::string_view ending;
  MentionFormat format;
};
constexpr FormatEnding kFormatEndings[] = {
    {".jsonl", MentionFormat::kJsonl}, {".ndjson", MentionFormat::kJsonl},
    {".jsonld", MentionFormat::kW3c},  {".csv", MentionFormat::kCsv},
    {".ann", MentionFormat::kBrat},    {".iob2", MentionFormat::kIob2},
    {".iob", MentionFormat::kIob2},    {".bio", MentionFormat::kIob2},
    {".conll", MentionFormat::kIob2},
};

bool ends_in(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() &&
         name.substr(name.size() - ending.size()) == ending;
}

// By what stands at the beginning.
MentionFormat format_of_bytes(std::string_view bytes) {
  const size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == bytes.npos) return MentionFormat::kJsonl;
  bytes.remove_prefix(begin);
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  if (line[0] == '[') return MentionFormat::kW3c;
  if (line[0] == '{') {
    const bool row = line.find("\"doc\"") != line.npos &&
                     line.find("\"@context\"") == line.npos;
    return row ? MentionFormat::kJsonl : MentionFormat::kW3c;
  }
  if (line.substr(0, 4) == "doc,") return MentionFormat::kCsv;
  const bool brat = line.size() > 1 && line[0] == 'T' &&
                    base::is_digit(line[1]) &&
                    std::count(line.begin(), line.end(), '\t') == 2;
  return brat ? MentionFormat::kBrat : MentionFormat::kIob2;
}

MentionFormat format_of(const std::string& path, std::string_view bytes) {
  for (const FormatEnding& one : kFormatEndings) {
    if (ends_in(path, one.ending)) return one.format;
  }
  return format_of_bytes(bytes);
}

Status read_as(MentionFormat format, const std::string& path,
               std::string_view bytes, PlainMentions* all) {
  switch (format) {
    case MentionFormat::kCsv:
      return read_csv(path, bytes, all);
    case MentionFormat::kBrat:
      return read_brat(path, bytes, all);
    case MentionFormat::kIob2:
      return read_iob2(path, bytes, all);
    case MentionFormat::kW3c:
      return read_w3c(path, bytes, all);
    default:
      return read_json_lines(path, bytes, all);
  }
}

// Each document once, in the order of the file.
void add_docs(const std::string& path, PlainMentions* all) {
  for (const PlainMention& mention : all->mentions) {
    all->docs.push_back(mention.doc);
  }
  if (all->docs.empty()) all->docs.push_back(doc_of_path(path));
  std::set<std::string> seen;
  std::erase_if(all->docs, [&](const std::string& doc) {
    return !seen.insert(doc).second;
  });
}

}  // namespace

Result<PlainMentions> read_mentions(const std::string& path,
                                    std::string_view bytes,
                                    MentionFormat format) {
  PlainMentions all;
  bytes = without_mark(bytes);
  all.format = format == MentionFormat::kAuto ? format_of(path, bytes) : format;
  const Status read = read_as(all.format, path, bytes, &all);
  if (!read.ok()) return read.error();
  add_docs(path, &all);
  return all;
}

}  // namespace khitai
