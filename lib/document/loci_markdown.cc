// SPDX-License-Identifier: Apache-2.0
//
// The headings of a Markdown document, through md4c as its text is. A single
// heading of the first level is the title, and no section to cite by.

#include <md4c.h>

#include <functional>
#include <string>

#include "document/loci.h"

namespace khitai::document {
namespace {

struct Heading {
  size_t at = std::string_view::npos;
  unsigned level = 0;
  std::string text;
};
struct Headings {
  std::string_view source;
  std::vector<Heading> all;
  bool inside = false;
};

int enter_heading(MD_BLOCKTYPE type, void* detail, void* data) {
  if (type != MD_BLOCK_H) return 0;
  Headings& headings = *static_cast<Headings*>(data);
  headings.inside = true;
  headings.all.emplace_back();
  headings.all.back().level = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
  return 0;
}

int leave_heading(MD_BLOCKTYPE type, void*, void* data) {
  if (type == MD_BLOCK_H) static_cast<Headings*>(data)->inside = false;
  return 0;
}

int ignore_span(MD_SPANTYPE, void*, void*) { return 0; }

int add_heading_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size,
                     void* data) {
  Headings& headings = *static_cast<Headings*>(data);
  if (!headings.inside) return 0;
  Heading& heading = headings.all.back();
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    heading.text += ' ';
    return 0;
  }
  heading.text.append(text, size);
  const std::less<const char*> before;
  const char* begin = headings.source.data();
  if (heading.at != std::string_view::npos || before(text, begin) ||
      !before(text, begin + headings.source.size())) {
    return 0;
  }
  const size_t at = static_cast<size_t>(text - begin);
  const size_t line = at == 0 ? at : headings.source.rfind('\n', at - 1);
  heading.at = at == 0 || line == std::string_view::npos ? 0 : line + 1;
  return 0;
}

}  // namespace

Loci read_markdown_loci(std::string_view source) {
  Headings headings;
  headings.source = source;
  MD_PARSER parser{};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = enter_heading;
  parser.leave_block = leave_heading;
  parser.enter_span = parser.leave_span = ignore_span;
  parser.text = add_heading_text;
  md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser,
           &headings);
  size_t first_level = 0;
  for (const Heading& heading : headings.all) first_level += heading.level == 1;
  Loci loci;
  for (const Heading& heading : headings.all) {
    if (heading.at == std::string_view::npos) continue;
    std::string label = heading_label(heading.text);
    if (heading.level == 1 && first_level == 1) {
      loci.title = label_text(heading.text);
      label.clear();
    }
    loci.add("section")->marks.push_back({heading.at, std::move(label)});
  }
  return loci;
}

}  // namespace khitai::document
