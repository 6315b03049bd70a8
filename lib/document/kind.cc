// SPDX-License-Identifier: Apache-2.0

#include "document/kind.h"

#include <algorithm>

#include "base/ascii.h"

namespace khitai::document {
namespace {

struct Ending {
  std::string_view text;
  Kind kind;
};
constexpr Ending kEndings[] = {
    {".txt", Kind::kText},     {".md", Kind::kMarkdown},
    {".xml", Kind::kTei},      {".markdown", Kind::kMarkdown},
    {".tei", Kind::kTei},      {".html", Kind::kHtml},
    {".htm", Kind::kHtml},     {".xhtml", Kind::kHtml},
    {".xht", Kind::kHtml},     {".jsonl", Kind::kJsonl},
    {".ndjson", Kind::kJsonl}, {".csv", Kind::kCsv},
    {".tsv", Kind::kTsv},      {".tab", Kind::kTsv}};

struct PackedEnding {
  std::string_view text;
  Packing packing;
};
constexpr PackedEnding kPackedEndings[] = {{".gz", Packing::kGzip},
                                           {".zst", Packing::kZstd},
                                           {".zstd", Packing::kZstd}};

bool has_name_ending(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                    [](char a, char b) {
                      return a == (base::is_upper(b) ? b + 32 : b);
                    });
}

}  // namespace

std::string_view kind_word(Kind kind) {
  constexpr std::string_view kWords[] = {
      "text",       "Markdown", "HTML", "TEI or other XML",
      "JSON Lines", "CSV",      "TSV"};
  return kWords[static_cast<size_t>(kind)];
}

Packing packing_of_name(std::string_view name) {
  for (const PackedEnding& ending : kPackedEndings) {
    if (has_name_ending(name, ending.text)) return ending.packing;
  }
  return Packing::kNone;
}

std::string_view unpacked_name(std::string_view name) {
  for (const PackedEnding& ending : kPackedEndings) {
    if (has_name_ending(name, ending.text)) {
      return name.substr(0, name.size() - ending.text.size());
    }
  }
  return name;
}

std::optional<Kind> kind_told_by_name(std::string_view name) {
  const std::string_view inner = unpacked_name(name);
  for (const Ending& ending : kEndings) {
    if (has_name_ending(inner, ending.text)) return ending.kind;
  }
  return std::nullopt;
}

Kind kind_of_name(std::string_view name) {
  return kind_told_by_name(name).value_or(Kind::kText);
}

}  // namespace khitai::document
