// SPDX-License-Identifier: Apache-2.0

#include "cli/annotate_formats.h"

namespace khitai::cli {
namespace {

// A page of one document.
void write_page(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out) {
  write_html(lexicon, {annotation}, options, out);
}

constexpr AnnotateFormat kFormats[] = {
    {.name = "text", .ending = ".txt", .write = write_text},
    {.name = "jsonl", .ending = ".jsonl", .write = write_jsonl},
    {.name = "html",
     .ending = ".html",
     .several = Several::kTogether,
     .write = write_page,
     .write_all = write_html,
     .explained = true},
};

}  // namespace

const AnnotateFormat* annotate_format(std::string_view name) {
  for (const AnnotateFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::vector<std::string> annotate_format_names() {
  std::vector<std::string> names;
  for (const AnnotateFormat& format : kFormats) {
    names.emplace_back(format.name);
  }
  return names;
}

}  // namespace khitai::cli
