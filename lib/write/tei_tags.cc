// SPDX-License-Identifier: Apache-2.0

#include "write/tei_tags.h"

#include <algorithm>

#include "write/iri.h"
#include "write/json.h"
#include "write/shown.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

struct TagOfType {
  std::string_view type;
  TeiTag tag;
};
constexpr TagOfType kTagsOfTypes[] = {
    {"person", {"persName", ""}},      {"place", {"placeName", ""}},
    {"polity", {"orgName", "polity"}}, {"people", {"orgName", "people"}},
    {"clan", {"orgName", "clan"}},     {"org", {"orgName", ""}}};

TeiTag tag_of_type(std::string_view type) {
  for (const TagOfType& one : kTagsOfTypes) {
    if (one.type == type) return one.tag;
  }
  return {"name", type};
}

// What is shown of a mention: of one that is decided, what it is.
std::span<const Candidate> told(const Mention& mention,
                                const WriteOptions& options) {
  if (mention.decision == Decision::kMatch) {
    return std::span(mention.candidates).first(1);
  }
  return shown(mention.candidates, options);
}

void append_attribute(std::string_view name, std::string_view value,
                      std::string* out) {
  if (value.empty()) return;
  *out += ' ';
  *out += name;
  *out += "=\"";
  append_xml(value, out);
  *out += '"';
}

bool is_xml_character(char32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code != 0xFFFE && code != 0xFFFF && (code < 0xD800 || code > 0xDFFF);
}

}  // namespace

TeiTag tei_tag(const Lexicon& lexicon, const Annotation& annotation,
               const Mention& mention, const WriteOptions& options) {
  const auto all = told(mention, options);
  const TeiTag first =
      tag_of_type(entity_of(lexicon, annotation, all.front()).type);
  for (const Candidate& one : all) {
    const TeiTag tag = tag_of_type(entity_of(lexicon, annotation, one).type);
    if (tag.name != first.name) return {"name", ""};
    if (tag.type != first.type) return {first.name, ""};
  }
  return first;
}

std::string tei_pointer(const Lexicon& lexicon, const Annotation& annotation,
                        const Candidate& candidate) {
  if (const Own* own = own_of(annotation, candidate)) return own->ref;
  return std::string(kEntityIri) +
         encoded_id(lexicon.entity(candidate.entity).id);
}

std::string tei_reference(const Lexicon& lexicon, const Annotation& annotation,
                          const Mention& mention, const WriteOptions& options) {
  std::string pointers;
  for (const Candidate& one : told(mention, options)) {
    if (!pointers.empty()) pointers += ' ';
    pointers += tei_pointer(lexicon, annotation, one);
  }
  const Candidate& best = top(mention.candidates);
  const std::string_view name = lexicon.name(lexicon.form(best.form).name).id;
  std::string out;
  append_attribute("ref", pointers, &out);
  if (mention.decision == Decision::kMatch && !name.empty()) {
    append_attribute("nymRef", std::string(kNameIri) + encoded_id(name), &out);
  }
  append_attribute("cert", probability_text(best.probability), &out);
  return out;
}

void append_xml(std::string_view text, std::string* out) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint point = code_point_at(text, at);
    const std::string_view piece = text.substr(at, point.size);
    at += point.size;
    if (piece == "&") {
      *out += "&amp;";
    } else if (piece == "<") {
      *out += "&lt;";
    } else if (piece == ">") {
      *out += "&gt;";
    } else if (piece == "\"") {
      *out += "&quot;";
    } else if (!point.valid || !is_xml_character(point.code)) {
      *out += "\xEF\xBF\xBD";
    } else {
      *out += piece;
    }
  }
}

}  // namespace khitai::write
