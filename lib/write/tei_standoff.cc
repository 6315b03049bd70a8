// SPDX-License-Identifier: Apache-2.0
//
// Mentions as <annotation>s of a <standOff>. Targets are TEI pointers,
// `#string-range(POINTER, OFFSET, LENGTH)`: characters of the element around
// the mention, which is pointed to by its xml:id, else by a path of positions.
// Of what is no XML, targets are those of RFC 5147, `#char=12,20`. Linear in
// the document, but for sorting.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "document/read.h"
#include "document/structure.h"
#include "document/xml_text.h"
#include "khitai/write.h"
#include "write/iri.h"
#include "write/json.h"
#include "write/offsets.h"
#include "write/shown.h"
#include "write/tei_attributes.h"
#include "write/tei_document.h"
#include "write/tei_markup.h"
#include "write/tei_places.h"
#include "write/tei_tags.h"

namespace khitai {
namespace {

using namespace write;
using document::Element;
using document::kNoElement;
using document::Structure;

// What is true of a start tag: `<TEI` and `teiHeader` of any prefix.
std::string_view local_tag(std::string_view source, const Element& element) {
  std::string_view tag = source.substr(element.start_tag.begin + 1);
  tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
  const size_t colon = tag.find(':');
  return colon == tag.npos ? tag : tag.substr(colon + 1);
}

// Pointers to elements.
class TeiPaths {
 public:
  // One more child of the root will be put in at `inserted`.
  TeiPaths(const Structure& structure, std::string_view source, size_t inserted)
      : structure_(structure), source_(source) {
    std::vector<size_t> children(structure.elements.size() + 1, 0);
    for (const Element& element : structure.elements) {
      const bool is_root = element.parent == kNoElement;
      size_t& count = is_root ? children.back() : children[element.parent];
      if (!is_cdata(element)) ++count;
      const bool shifted = element.parent == structure.root &&
                           element.start_tag.begin >= inserted;
      places_.push_back(count + (shifted ? 1 : 0));
    }
  }

  // Its xml:id, else that of an element around it and a path from there.
  std::string pointer_to(uint32_t element) const {
    std::string path;
    for (uint32_t at = element; at != kNoElement;) {
      const Element& it = structure_.elements[at];
      const auto id = attribute_of(start_tag(it), "xml:id");
      if (id && path.empty()) return std::string(*id);
      if (id) return "//*[@xml:id='" + std::string(*id) + "']" + path;
      path.insert(0, "/*[" + std::to_string(places_[at]) + "]");
      at = it.parent;
    }
    return path;
  }

  // The innermost element around a byte that is no CDATA section.
  uint32_t element_around(size_t at) const {
    uint32_t element = structure_.element_around(at);
    while (element != kNoElement && is_cdata(structure_.elements[element])) {
      element = structure_.elements[element].parent;
    }
    return element;
  }

 private:
  std::string_view start_tag(const Element& element) const {
    return source_.substr(element.start_tag.begin,
                          element.start_tag.end - element.start_tag.begin);
  }
  bool is_cdata(const Element& element) const {
    return source_.substr(element.start_tag.begin, 2) == "<!";
  }

  const Structure& structure_;
  const std::string_view source_;
  std::vector<size_t> places_;  // among the children of the parent, from 1
};

// The element that both ends of a mention are in.
uint32_t common_element(const Structure& structure, const TeiPaths& paths,
                        const Mention& mention) {
  uint32_t left = paths.element_around(mention.begin);
  uint32_t right = paths.element_around(mention.end);
  while (left != right && left != kNoElement && right != kNoElement) {
    uint32_t& inner = left > right ? left : right;
    inner = structure.elements[inner].parent;
  }
  return left == right ? left : kNoElement;
}

std::vector<const Mention*> told_mentions(const Annotation& annotation) {
  std::vector<const Mention*> all;
  for (const Mention& mention : annotation.mentions) {
    if (is_tei_name(mention)) all.push_back(&mention);
  }
  return all;
}

// "#string-range(p1,12,5)" for each mention; "" where there is none.
std::vector<std::string> ranges_of(const Annotation& annotation,
                                   const Structure& structure, size_t inserted,
                                   const std::vector<const Mention*>& all) {
  const TeiPaths paths(structure, annotation.source, inserted);
  std::vector<uint32_t> around;
  std::map<size_t, size_t> counts;
  for (const Mention* mention : all) {
    const uint32_t element = common_element(structure, paths, *mention);
    around.push_back(element);
    counts[mention->begin] = counts[mention->end] = 0;
    if (element != kNoElement) {
      counts[structure.elements[element].start_tag.end] = 0;
    }
  }
  std::vector<size_t> at;
  for (const auto& [offset, count] : counts) at.push_back(offset);
  const auto before =
      document::characters_before(annotation.name, annotation.source, at);
  if (!before.ok()) return std::vector<std::string>(all.size());
  for (size_t i = 0; i < at.size(); ++i) counts[at[i]] = (*before)[i];
  std::vector<std::string> ranges;
  for (size_t i = 0; i < all.size(); ++i) {
    if (around[i] == kNoElement) {
      ranges.emplace_back();
      continue;
    }
    const size_t base = counts[structure.elements[around[i]].start_tag.end];
    const size_t begin = counts[all[i]->begin];
    ranges.push_back("#string-range(" + paths.pointer_to(around[i]) + "," +
                     std::to_string(begin - base) + "," +
                     std::to_string(counts[all[i]->end] - begin) + ")");
  }
  return ranges;
}

std::vector<std::string> characters_of(const Annotation& annotation,
                                       const std::vector<const Mention*>& all) {
  OffsetCursor cursor(annotation.source, Offsets::kCodepoint);
  std::vector<std::string> ranges;
  for (const Mention* mention : all) {
    const size_t begin = cursor.advance(mention->begin);
    const size_t end = OffsetCursor(cursor).advance(mention->end);
    ranges.push_back("#char=" + std::to_string(begin) + "," +
                     std::to_string(end));
  }
  return ranges;
}

// <standOff> with elements of that prefix.
class StandOff {
 public:
  StandOff(const Lexicon& lexicon, const Annotation& annotation,
           const WriteOptions& options, std::string prefix, std::string* out)
      : lexicon_(lexicon),
        annotation_(annotation),
        options_(options),
        prefix_(std::move(prefix)),
        ids_(annotation.source),
        out_(out) {}

  void write(const std::string& target_of, const std::vector<std::string>& all,
             const std::vector<const Mention*>& mentions) {
    line("<" + prefix_ + "standOff>");
    line("<" + prefix_ + "listAnnotation>");
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (!all[i].empty()) add(target_of + all[i], *mentions[i]);
    }
    line("</" + prefix_ + "listAnnotation>");
    line("</" + prefix_ + "standOff>");
  }

 private:
  void line(const std::string& text) { *out_ += text + "\n"; }

  void add(const std::string& target, const Mention& mention) {
    *out_ += "<" + prefix_ + "annotation xml:id=\"" + ids_.next() +
             "\" motivation=\"identifying\" target=\"";
    append_xml(target, out_);
    *out_ += "\">";
    WriteOptions told = options_;
    if (mention.decision == Decision::kMatch) told.limit = 1;
    for (const Candidate& one : shown(mention.candidates, told)) {
      *out_ += "<" + prefix_ + "ptr type=\"";
      append_xml(entity_of(lexicon_, annotation_, one).type, out_);
      *out_ += "\" target=\"";
      append_xml(tei_pointer(lexicon_, annotation_, one), out_);
      *out_ += "\" cert=\"" + probability_text(one.probability) + "\"/>";
    }
    line("</" + prefix_ + "annotation>");
  }

  const Lexicon& lexicon_;
  const Annotation& annotation_;
  const WriteOptions& options_;
  const std::string prefix_;
  FreshIds ids_;
  std::string* const out_;
};

// Behind the header of the root, else within the root's begin.
size_t place_of_standoff(const Structure& structure, std::string_view source) {
  for (const Element& element : structure.elements) {
    if (element.parent == structure.root &&
        local_tag(source, element) == "teiHeader") {
      return std::max(element.end_tag.end, element.start_tag.end);
    }
  }
  return structure.elements[structure.root].start_tag.end;
}

void write_apart(const Lexicon& lexicon, const Annotation& annotation,
                 const WriteOptions& options,
                 const std::vector<std::string>& ranges, std::string* out) {
  append_tei_head(lexicon, annotation, out);
  StandOff(lexicon, annotation, options, "", out)
      .write(encoded_path(annotation.name), ranges, told_mentions(annotation));
  *out += "</TEI>\n";
}

}  // namespace

void write_tei_standoff(const Lexicon& lexicon, const Annotation& annotation,
                        const WriteOptions& options, std::string* out) {
  const std::vector<const Mention*> all = told_mentions(annotation);
  if (annotation.input != Input::kTei) {
    write_apart(lexicon, annotation, options, characters_of(annotation, all),
                out);
    return;
  }
  const auto document =
      document::read_document(annotation.name, annotation.source,
                              document::Kind::kTei, annotation.field);
  if (!document.ok()) return;  // not the source that was annotated
  const Structure& structure = *document->structure();
  const size_t place = structure.is_tei
                           ? place_of_standoff(structure, annotation.source)
                           : annotation.source.size();
  const auto ranges = ranges_of(annotation, structure, place, all);
  if (!structure.is_tei) {
    write_apart(lexicon, annotation, options, ranges, out);
    return;
  }
  std::string standoff = "\n";
  StandOff(lexicon, annotation, options,
           prefix_at(structure, annotation.source, place), &standoff)
      .write("", ranges, all);
  standoff.pop_back();
  TeiMarkup markup;
  markup.insert(place, std::move(standoff));
  append_in_encoding(markup.applied_to(annotation.source), annotation, out);
}

}  // namespace khitai
