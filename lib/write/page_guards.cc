// SPDX-License-Identifier: Apache-2.0

#include "write/page_guards.h"

#include <algorithm>

#include "document/read.h"

namespace khitai::write {
namespace {

using document::Kind;

Kind kind_of_page(const Annotation& page) {
  switch (page.input) {
    case Input::kHtml:
      return Kind::kHtml;
    case Input::kTei:
      return Kind::kTei;
    case Input::kJsonl:
      return Kind::kJsonl;
    case Input::kCsv:
      return Kind::kCsv;
    case Input::kTsv:
      return Kind::kTsv;
    case Input::kMarkdown:
      return Kind::kMarkdown;
    default:
      return Kind::kText;
  }
}

Guard guard_of(document::Keep keep) {
  if (keep == document::Keep::kTitle) return Guard::kTitle;
  return keep == document::Keep::kQuotation ? Guard::kQuotation
                                            : Guard::kBibliography;
}

}  // namespace

std::vector<Guarded> guards_of_page(const Annotation& page) {
  const Kind kind = kind_of_page(page);
  if (kind == Kind::kText || kind == Kind::kMarkdown) {
    return guards_of(page.source, kind == Kind::kMarkdown);
  }
  std::vector<Guarded> all;
  const auto document =
      document::read_document(page.name, page.source, kind, page.field);
  if (!document.ok()) return all;  // it was read before
  for (const document::Part& part : document->parts()) {
    const std::string_view text =
        document->plain().substr(part.begin, part.end - part.begin);
    for (const Guarded& one : guards_of(text, false)) {
      all.push_back({document->source_begin(part.begin + one.begin),
                     document->source_end(part.begin + one.end), one.guard});
    }
  }
  for (const document::Kept& kept : document->kept()) {
    all.push_back({kept.span.begin, kept.span.end, guard_of(kept.keep)});
  }
  std::stable_sort(
      all.begin(), all.end(),
      [](const Guarded& a, const Guarded& b) { return a.begin < b.begin; });
  return all;
}

}  // namespace khitai::write
