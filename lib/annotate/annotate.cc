// SPDX-License-Identifier: Apache-2.0
//
// Document -> plain text -> matches -> candidates -> decisions.

#include "khitai/annotate.h"

#include <optional>
#include <utility>

#include "annotate/annotators.h"
#include "annotate/apply_patterns.h"
#include "annotate/inputs.h"
#include "annotate/own_lists.h"
#include "base/ordered_pool.h"
#include "document/read.h"
#include "document/structure.h"

namespace khitai {
namespace {

using document::Kind;

constexpr std::pair<Input, Kind> kInputs[] = {
    {Input::kText, Kind::kText},   {Input::kMarkdown, Kind::kMarkdown},
    {Input::kHtml, Kind::kHtml},   {Input::kTei, Kind::kTei},
    {Input::kJsonl, Kind::kJsonl}, {Input::kCsv, Kind::kCsv},
    {Input::kTsv, Kind::kTsv}};

Input input_of(Kind kind) {
  for (const auto& [input, same] : kInputs) {
    if (same == kind) return input;
  }
  return Input::kText;
}

}  // namespace

namespace annotate {

std::optional<Kind> kind_of(Input input) {
  for (const auto& [same, kind] : kInputs) {
    if (same == input) return kind;
  }
  return std::nullopt;
}

}  // namespace annotate

Input input_of_name(std::string_view name) {
  return input_of(document::kind_of_name(name));
}

Result<Annotation> annotate_document(const Lexicon& lexicon, std::string name,
                                     std::string source,
                                     const AnnotateOptions& options) {
  const document::ReadOptions wanted{annotate::kind_of(options.input),
                                     options.encoding, options.field};
  auto opened = document::open_source(name, std::move(source), wanted);
  if (!opened.ok()) return opened.error();
  Annotation annotation;
  annotation.name = std::move(name);
  annotation.source = std::move(opened->text);
  annotation.input = input_of(opened->kind);
  annotation.field = options.field;
  annotation.encoding = {std::move(opened->encoded.name), opened->encoded.mark,
                         std::move(opened->encoded.widths)};
  const auto document = document::read_document(
      annotation.name, annotation.source, opened->kind, options.field);
  if (!document.ok()) return document.error();
  AnnotateOptions dated = options;
  if (!dated.written) dated.written = document->written();
  annotation.written = dated.written;
  annotate::annotate_blocks(lexicon, *document, dated,
                            base::job_count(options.jobs), &annotation);
  const document::Structure* const structure = document->structure();
  if (structure != nullptr && !structure->listed.empty()) {
    annotate::OwnLists(lexicon, dated, *structure)
        .apply(*document, &annotation);
  }
  annotate::apply_patterns(lexicon, *document, dated, &annotation);
  return annotation;
}

}  // namespace khitai
