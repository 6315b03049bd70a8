// SPDX-License-Identifier: Apache-2.0
//
// Document -> plain text -> matches -> candidates -> decisions.

#include "khitai/annotate.h"

#include <algorithm>
#include <utility>

#include "annotate/annotator.h"
#include "document/document.h"

namespace khitai {
namespace {

using document::Document;

bool ends_with_any(std::string_view name,
                   std::initializer_list<std::string_view> endings) {
  return std::any_of(
      endings.begin(), endings.end(), [&](std::string_view ending) {
        return name.size() >= ending.size() &&
               std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                          [](char a, char b) {
                            return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
                          });
      });
}

Document read_document(std::string_view name, std::string_view source,
                       Input input) {
  const bool markdown =
      input == Input::kMarkdown ||
      (input == Input::kAuto && ends_with_any(name, {".md", ".markdown"}));
  return markdown ? Document::of_markdown(source) : Document::of_text(source);
}

}  // namespace

Result<Annotation> annotate_document(const Lexicon& lexicon, std::string name,
                                     std::string source,
                                     const AnnotateOptions& options) {
  Annotation annotation;
  annotation.name = std::move(name);
  annotation.source = std::move(source);
  const Document document =
      read_document(annotation.name, annotation.source, options.input);
  annotate::Annotator(lexicon, options).run(document, &annotation);
  return annotation;
}

}  // namespace khitai
