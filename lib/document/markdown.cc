// SPDX-License-Identifier: Apache-2.0
//
// Markdown through md4c, whose callbacks hand out pieces of the input itself:
// a piece that lies inside the source is a run with an exact place.

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>

#include "document/document.h"

namespace khitai::document {
namespace {

struct Reading {
  std::string_view source;
  Document document;
  int skipped = 0;  // depth of blocks and spans that are not text
  // Where the link at hand leads: as md4c holds it, and a copy.
  const char* link = nullptr;
  std::string address;
};

bool is_code(MD_BLOCKTYPE type) {
  return type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
}

int enter_block(MD_BLOCKTYPE type, void*, void* data) {
  if (is_code(type)) ++static_cast<Reading*>(data)->skipped;
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* data) {
  Reading& reading = *static_cast<Reading*>(data);
  if (is_code(type)) --reading.skipped;
  // A blank line parts blocks: no name reaches across.
  if (!reading.document.plain().empty()) reading.document.append_own("\n\n");
  return 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* data) {
  Reading& reading = *static_cast<Reading*>(data);
  if (type == MD_SPAN_CODE) ++reading.skipped;
  if (type == MD_SPAN_A) {
    const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
    reading.link = href.text;
    reading.address.assign(href.text == nullptr ? "" : href.text, href.size);
  }
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* data) {
  Reading& reading = *static_cast<Reading*>(data);
  if (type == MD_SPAN_CODE) {
    --reading.skipped;
    // Code between two words parts them.
    if (reading.skipped == 0) reading.document.append_own(",");
  }
  if (type == MD_SPAN_A) reading.address.clear();
  return 0;
}

// Whether a piece of text is the address of the link it stands in, as in
// <http://x.org>. Of [x](x) only the second x is one: md4c points to it.
bool is_address(const Reading& reading, const char* text, MD_SIZE size) {
  if (reading.address.empty()) return false;
  const std::less<const char*> before;
  if (!before(text, reading.link) &&
      before(text, reading.link + reading.address.size())) {
    return true;
  }
  const std::string piece(text, size);
  return reading.address == "mailto:" + piece ||
         (piece.rfind("www.", 0) == 0 && reading.address == "http://" + piece);
}

// What a character reference stands for in the text of names: a space that
// does not break is a space, a soft hyphen nothing; any other ends a name.
std::string_view text_of(std::string_view reference) {
  constexpr std::string_view kSpaces[] = {"&nbsp;", "&#160;", "&#xa0;",
                                          "&#xA0;", "&#Xa0;", "&#XA0;"};
  constexpr std::string_view kNothing[] = {"&shy;",  "&#173;", "&#xad;",
                                           "&#xAD;", "&#Xad;", "&#XAD;"};
  const auto is_in = [&](const auto& all) {
    return std::find(std::begin(all), std::end(all), reference) !=
           std::end(all);
  };
  if (is_in(kSpaces)) return " ";
  return is_in(kNothing) ? "" : ",";
}

int add_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
  Reading& reading = *static_cast<Reading*>(data);
  if (reading.skipped > 0 || type == MD_TEXT_CODE || type == MD_TEXT_HTML ||
      is_address(reading, text, size)) {
    return 0;
  }
  const std::less<const char*> before;
  const char* begin = reading.source.data();
  const char* end = begin + reading.source.size();
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    reading.document.append_own("\n");
  } else if (type == MD_TEXT_ENTITY) {
    reading.document.append_own(text_of({text, size}));
  } else if (type == MD_TEXT_NULLCHAR) {
    reading.document.append_own(",");
  } else if (!before(text, begin) && before(text, end)) {
    reading.document.append_run({text, size},
                                static_cast<size_t>(text - begin));
  } else {
    reading.document.append_own({text, size});
  }
  return 0;
}

}  // namespace

Document Document::of_markdown(std::string_view source) {
  Reading reading;
  reading.source = source;
  MD_PARSER parser{};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = add_text;
  const int failed = md_parse(
      source.data(), static_cast<MD_SIZE>(source.size()), &parser, &reading);
  // md4c fails only when memory runs out; the text is still text then.
  return failed == 0 ? std::move(reading.document) : of_text(source);
}

}  // namespace khitai::document
