// SPDX-License-Identifier: Apache-2.0

#include "write/tei_document.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "annotate/inputs.h"
#include "document/read.h"
#include "khitai/version.h"
#include "write/plain_spans.h"
#include "write/tei_tags.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

using document::Document;
using document::Part;

// An offset of the plain text and where it goes in the new source.
struct TextStop {
  size_t plain;
  size_t* out;
};

// Writes plain text as paragraphs and fills in the stops it passes: begins
// just before their character, ends just behind theirs.
class Paragraphs {
 public:
  Paragraphs(std::string_view text, std::vector<TextStop> begins,
             std::vector<TextStop> ends, std::string* out)
      : text_(text),
        begins_(std::move(begins)),
        ends_(std::move(ends)),
        out_(out) {
    const auto by_plain = [](const TextStop& a, const TextStop& b) {
      return a.plain < b.plain;
    };
    std::sort(begins_.begin(), begins_.end(), by_plain);
    std::sort(ends_.begin(), ends_.end(), by_plain);
  }

  void write(Part part) {
    bool open = false;
    for (size_t at = part.begin; at < part.end;) {
      const size_t behind = behind_breaks(at, part.end);
      if (behind > at) {
        const auto breaks =
            std::count(text_.begin() + static_cast<ptrdiff_t>(at),
                       text_.begin() + static_cast<ptrdiff_t>(behind), '\n');
        const bool ends = breaks > 1 || behind == part.end;
        if (open) *out_ += ends ? "</p>\n" : "\n<lb/>";
        open = open && !ends;
        at = behind;
        continue;
      }
      if (!open) *out_ += "<p>";
      open = true;
      at = character(at);
    }
    if (open) *out_ += "</p>\n";
  }

 private:
  size_t behind_breaks(size_t at, size_t end) const {
    while (at < end && (text_[at] == '\n' || text_[at] == '\r')) ++at;
    return at;
  }

  size_t character(size_t at) {
    const size_t next = at + code_point_at(text_, at).size;
    for (; begin_ < begins_.size() && begins_[begin_].plain < next; ++begin_) {
      *begins_[begin_].out = out_->size();
    }
    append_xml(text_.substr(at, next - at), out_);
    for (; end_ < ends_.size() && ends_[end_].plain <= next; ++end_) {
      *ends_[end_].out = out_->size();
    }
    return next;
  }

  const std::string_view text_;
  std::vector<TextStop> begins_;
  std::vector<TextStop> ends_;
  size_t begin_ = 0;
  size_t end_ = 0;
  std::string* const out_;
};

void write_body(const Document& document, std::vector<Mention>* mentions,
                std::string* out) {
  const PlainSpans spans(document);
  std::erase_if(*mentions, [&](const Mention& mention) {
    return spans.of({mention.begin, mention.end}).end == 0 ||
           spans.of({mention.core_begin, mention.core_end}).end == 0;
  });
  std::vector<TextStop> begins, ends;
  for (Mention& mention : *mentions) {
    const Part all = spans.of({mention.begin, mention.end});
    const Part core = spans.of({mention.core_begin, mention.core_end});
    begins.push_back({all.begin, &mention.begin});
    ends.push_back({all.end, &mention.end});
    begins.push_back({core.begin, &mention.core_begin});
    ends.push_back({core.end, &mention.core_end});
  }
  Paragraphs paragraphs(document.plain(), std::move(begins), std::move(ends),
                        out);
  const std::vector<Part> parts = document.parts();
  for (const Part& part : parts) {
    if (parts.size() > 1) *out += "<div>\n";
    paragraphs.write(part);
    if (parts.size() > 1) *out += "</div>\n";
  }
}

}  // namespace

void append_tei_head(const Lexicon& lexicon, const Annotation& annotation,
                     std::string* out) {
  *out +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
      "<teiHeader>\n<fileDesc>\n<titleStmt><title>";
  append_xml(annotation.name, out);
  *out +=
      "</title></titleStmt>\n<publicationStmt><p>Not published.</p>"
      "</publicationStmt>\n<sourceDesc><p>Made of ";
  append_xml(annotation.name, out);
  *out +=
      ".</p></sourceDesc>\n</fileDesc>\n<encodingDesc>\n<appInfo>\n"
      "<application ident=\"khitai\" version=\"";
  *out += kVersion;
  *out += "\">\n<label>khitai</label>\n<p>Names found with the lexicon ";
  append_xml(lexicon.hash(), out);
  *out += ".</p>\n</application>\n</appInfo>\n</encodingDesc>\n</teiHeader>\n";
}

Annotation as_tei(const Lexicon& lexicon, const Annotation& annotation) {
  Annotation tei = annotation;
  const auto document = document::read_document(
      annotation.name, annotation.source,
      annotate::kind_of(annotation.input).value_or(document::Kind::kText),
      annotation.field);
  tei.input = Input::kTei;
  tei.encoding = {};
  tei.source.clear();
  append_tei_head(lexicon, annotation, &tei.source);
  tei.source += "<text";
  if (!annotation.lang.empty()) {
    tei.source += " xml:lang=\"";
    append_xml(annotation.lang, &tei.source);
    tei.source += '"';
  }
  tei.source += ">\n<body>\n";
  const size_t empty = tei.source.size();
  if (document.ok()) write_body(*document, &tei.mentions, &tei.source);
  if (tei.source.size() == empty) tei.source += "<p/>\n";
  tei.source += "</body>\n</text>\n</TEI>\n";
  return tei;
}

}  // namespace khitai::write
