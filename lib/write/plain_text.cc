// SPDX-License-Identifier: Apache-2.0

#include "write/plain_text.h"

#include <algorithm>

#include "annotate/inputs.h"
#include "document/read.h"
#include "write/line_ends.h"
#include "write/script.h"
#include "write/shown.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

using document::Document;
using document::Part;

Document document_of(const Annotation& annotation) {
  const auto kind = annotate::kind_of(annotation.input);
  auto read = document::read_document(annotation.name, annotation.source,
                                      kind.value_or(document::Kind::kText),
                                      annotation.field);
  if (read.ok()) return std::move(read).value();
  return Document::of_text(annotation.source);
}

bool is_unspaced(char32_t code) {
  const std::string_view script = script_of(code).code;
  return script == "Hani" || script == "Kana" ||
         (code >= 0x3001 && code <= 0x303F) ||  // their stops and brackets
         (code >= 0xFF01 && code <= 0xFF20);
}

// The one of `parts` that `at` stands in.
Part part_with(const std::vector<Part>& parts, size_t at, const Part& all) {
  const auto after = std::upper_bound(
      parts.begin(), parts.end(), at,
      [](size_t place, const Part& part) { return place < part.begin; });
  return after == parts.begin() ? all : *std::prev(after);
}

}  // namespace

PlainText::PlainText(const Annotation& annotation)
    : annotation_(annotation),
      document_(document_of(annotation)),
      spans_(document_),
      parts_(document_.parts()),
      stretches_(document_.forward_parts()) {
  std::sort(stretches_.begin(), stretches_.end(),
            [](const Part& a, const Part& b) { return a.begin < b.begin; });
}

Part PlainText::of(const Mention& mention) const {
  if (mention.begin >= mention.end || mention.end > annotation_.source.size()) {
    return {};
  }
  return spans_.of({mention.begin, mention.end});
}

Part PlainText::around(const Part& part) const {
  const Part all{0, this->all().size()};
  const Part record = part_with(parts_, part.begin, all);
  const Part stretch = part_with(stretches_, part.begin, all);
  return {std::min(std::max(record.begin, stretch.begin), part.begin),
          std::max(std::min(record.end, stretch.end), part.end)};
}

std::string PlainText::line_of(const Mention& mention) const {
  const Part part = of(mention);
  return in_running_line(part.end > part.begin
                             ? all().substr(part.begin, part.end - part.begin)
                             : text_of(annotation_, mention));
}

size_t PlainText::characters() const {
  const std::string_view text = all();
  size_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    if (!is_white(next.code)) ++count;
    at += next.size;
  }
  return count;
}

std::string in_running_line(std::string_view text) {
  std::string line;
  bool space = false;
  bool line_end = false;
  char32_t last = 0;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    at += next.size;
    if (next.code == ' ' || (next.code >= '\t' && next.code <= '\r')) {
      space = true;
      line_end = line_end || next.code == '\n' || next.code == '\r';
      continue;
    }
    const bool joined = line_end && is_unspaced(last) && is_unspaced(next.code);
    if (space && !joined) line += ' ';
    space = line_end = false;
    last = next.code;
    text::append(next.valid ? next.code : kReplacement, &line);
  }
  if (space) line += ' ';
  return line;
}

}  // namespace khitai::write
