// SPDX-License-Identifier: Apache-2.0
//
// Mentions as elements of TEI, in the document itself. Nothing but tags, and
// references in tags that have none, is added: without them the source is what
// it was, byte by byte. What is no XML becomes a new TEI document. Linear in
// the document, but for sorting.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "document/read.h"
#include "document/structure.h"
#include "khitai/write.h"
#include "write/tei_document.h"
#include "write/tei_existing.h"
#include "write/tei_markup.h"
#include "write/tei_places.h"
#include "write/tei_tags.h"
#include "write/utf8.h"

namespace khitai {
namespace {

using namespace write;
using document::Span;

// Whether the mention, or what its tags would enclose, is tagged already.
bool meets_existing(const TeiPlaces& places, const Mention& mention,
                    const std::vector<Span>& spans) {
  return places.existing_at(mention) != document::kNoElement ||
         std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
           return places.existing_at(span) != document::kNoElement;
         });
}

class TeiPage {
 public:
  TeiPage(const Lexicon& lexicon, const Annotation& annotation,
          const WriteOptions& options, const document::Document& document)
      : lexicon_(lexicon),
        annotation_(annotation),
        options_(options),
        document_(document),
        structure_(*document.structure()),
        places_(document, annotation),
        ids_(annotation.source) {}

  std::string run() {
    if (options_.existing == Existing::kFill) {
      fill_references(lexicon_, annotation_, options_, document_, &markup_);
    }
    size_t covered = 0;
    for (const Mention& mention : annotation_.mentions) {
      if (!is_tei_name(mention) || mention.begin < covered) continue;
      const std::vector<Span> places = places_.of(mention);
      if (meets_existing(places_, mention, places)) continue;
      tag(mention, places);
      if (!places.empty()) covered = mention.end;
    }
    return markup_.applied_to(annotation_.source);
  }

 private:
  void tag(const Mention& mention, const std::vector<Span>& places) {
    const TeiTag tag = tei_tag(lexicon_, annotation_, mention, options_);
    std::string attributes;
    if (!tag.type.empty()) {
      attributes += " type=\"";
      append_xml(tag.type, &attributes);
      attributes += '"';
    }
    attributes += tei_reference(lexicon_, annotation_, mention, options_);
    std::string id, before;
    for (size_t i = 0; i < places.size(); ++i) {
      std::string links;
      if (places.size() > 1) {
        if (id.empty()) id = ids_.next();
        links = " xml:id=\"" + id + "\"";
        if (i > 0) links += " prev=\"#" + before + "\"";
        before = id;
        id = i + 1 < places.size() ? ids_.next() : "";
        if (!id.empty()) links += " next=\"#" + id + "\"";
      }
      enclose(places[i], std::string(tag.name), links + attributes);
    }
  }

  void enclose(Span place, const std::string& name,
               const std::string& attributes) {
    const std::string full =
        structure_.is_tei
            ? prefix_at(structure_, annotation_.source, place.begin) + name
            : name;
    const std::string space =
        structure_.is_tei ? "" : " xmlns=\"http://www.tei-c.org/ns/1.0\"";
    markup_.enclose(place, "<" + full + space + attributes + ">",
                    "</" + full + ">");
  }

  const Lexicon& lexicon_;
  const Annotation& annotation_;
  const WriteOptions& options_;
  const document::Document& document_;
  const document::Structure& structure_;
  const TeiPlaces places_;
  FreshIds ids_;
  TeiMarkup markup_;
};

std::string lines_of(std::string_view source, const std::vector<size_t>& at) {
  constexpr size_t kMostTold = 5;
  std::string out;
  size_t line = 1, done = 0;
  for (size_t i = 0; i < at.size() && i < kMostTold; ++i) {
    for (; done < at[i]; ++done) line += source[done] == '\n';
    out += (i > 0 ? ", " : "") + std::to_string(line);
  }
  return out + (at.size() > kMostTold ? ", ..." : "");
}

}  // namespace

void write_tei(const Lexicon& lexicon, const Annotation& annotation,
               const WriteOptions& options, std::string* out) {
  if (annotation.input != Input::kTei) {
    write_tei(lexicon, as_tei(lexicon, annotation), options, out);
    return;
  }
  const auto document =
      document::read_document(annotation.name, annotation.source,
                              document::Kind::kTei, annotation.field);
  if (!document.ok()) return;  // not the source that was annotated
  append_in_encoding(TeiPage(lexicon, annotation, options, *document).run(),
                     annotation, out);
}

std::string tei_remark(const Annotation& annotation) {
  if (annotation.input != Input::kTei) return "";
  const auto document =
      document::read_document(annotation.name, annotation.source,
                              document::Kind::kTei, annotation.field);
  if (!document.ok()) return "";
  const TeiPlaces places(*document, annotation);
  std::vector<size_t> without;
  for (const Mention& mention : annotation.mentions) {
    if (is_tei_name(mention) &&
        places.existing_at(mention) == document::kNoElement &&
        places.of(mention).empty()) {
      without.push_back(mention.begin);
    }
  }
  if (without.empty()) return "";
  const bool one = without.size() == 1;
  return std::to_string(without.size()) + (one ? " name has" : " names have") +
         " no room for a tag, within a word or CDATA (line " +
         lines_of(annotation.source, without) +
         "); --format tei-standoff has " + (one ? "it" : "them");
}

}  // namespace khitai
