// SPDX-License-Identifier: Apache-2.0

#include "cli/annotate_formats.h"

#include "cli/messages.h"

namespace khitai::cli {
namespace {

// A page of one document.
void write_page(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out) {
  write_html(lexicon, {annotation}, options, out);
}

void write_w3c_of_one(const Lexicon& lexicon, const Annotation& annotation,
                      const WriteOptions& options, std::string* out) {
  write_w3c(lexicon, {annotation}, options, out);
}

std::string no_tags_remark(const Annotation& annotation) {
  return annotation.input == Input::kTei
             ? ""
             : tr("no XML, so it has no tags; expected TEI or other XML");
}

constexpr AnnotateFormat kFormats[] = {
    {.name = "text", .ending = ".txt", .write = write_text, .marks = true},
    {.name = "jsonl",
     .ending = ".jsonl",
     .write = write_jsonl,
     .marks = true,
     .in_pieces = true},
    {.name = "html",
     .ending = ".html",
     .several = Several::kTogether,
     .write = write_page,
     .write_all = write_html,
     .explained = true},
    {.name = "w3c",
     .ending = ".jsonld",
     .several = Several::kTogether,
     .write = write_w3c_of_one,
     .write_all = write_w3c,
     .code_points = true},
    {.name = "tei",
     .ending = ".xml",
     .several = Several::kApart,
     .write = write_tei,
     .overlaps = false,
     .counts_offsets = false,
     .keeps_name = true,
     .remark = tei_remark},
    {.name = "tei-standoff",
     .ending = ".xml",
     .several = Several::kApart,
     .write = write_tei_standoff,
     .counts_offsets = false,
     .keeps_name = true},
    {.name = "brat",
     .ending = ".ann",
     .several = Several::kApart,
     .write = write_brat,
     .code_points = true,
     .beside_ending = ".txt",
     .write_beside = write_brat_text},
    {.name = "iob2",
     .ending = ".iob2",
     .write = write_iob2,
     .code_points = true,
     .overlaps = false},
    {.name = "csv",
     .ending = ".csv",
     .write = write_csv,
     .write_header = write_csv_header},
    {.name = "es-annotated-text",
     .ending = ".annotated.txt",
     .several = Several::kApart,
     .write = write_es_annotated_text,
     .overlaps = false,
     .counts_offsets = false,
     .records = IndexShape::kAnnotatedText},
    {.name = "es-bulk",
     .ending = ".ndjson",
     .write = write_es_bulk,
     .overlaps = false,
     .counts_offsets = false,
     .records = IndexShape::kBulk},
    {.name = "solr-preanalyzed",
     .ending = ".json",
     .write = write_solr_preanalyzed,
     .overlaps = false,
     .counts_offsets = false,
     .records = IndexShape::kPreAnalyzed},
    {.name = "lucene-tokens",
     .ending = ".jsonl",
     .write = write_lucene_tokens,
     .overlaps = false,
     .counts_offsets = false,
     .records = IndexShape::kTokens},
};

}  // namespace

const AnnotateFormat* annotate_format(std::string_view name) {
  for (const AnnotateFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const AnnotateFormat& existing_format(bool json_lines) {
  static constexpr AnnotateFormat kText = {.name = "existing",
                                           .ending = ".txt",
                                           .write = write_existing_text,
                                           .remark = no_tags_remark};
  static constexpr AnnotateFormat kJsonLines = {.name = "existing",
                                                .ending = ".jsonl",
                                                .write = write_existing_jsonl,
                                                .remark = no_tags_remark};
  return json_lines ? kJsonLines : kText;
}

std::vector<std::string> annotate_format_names() {
  std::vector<std::string> names;
  for (const AnnotateFormat& format : kFormats) {
    names.emplace_back(format.name);
  }
  return names;
}

}  // namespace khitai::cli
