// SPDX-License-Identifier: Apache-2.0
//
// Mentions as a collection of W3C Web Annotations (JSON-LD) with one page, an
// annotation a line. Positions are code points, as the standard has it. Ids
// are made of what is annotated: the same input gives the same bytes. Linear.

#include <algorithm>
#include <string>

#include "base/checksum.h"
#include "khitai/version.h"
#include "khitai/write.h"
#include "text/grapheme.h"
#include "write/iri.h"
#include "write/json.h"
#include "write/offsets.h"
#include "write/shown.h"
#include "write/utf8.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

constexpr size_t kContextPoints = 32;  // code points of a prefix or suffix

// A UUID of version 8 (made as the program likes), out of two checksums.
std::string uuid_of(const std::string& what) {
  std::string hex = base::hex64(base::checksum(what, 1)) +
                    base::hex64(base::checksum(what, 2));
  hex[12] = '8';
  hex[16] = "89ab"[hex[16] % 4];
  for (size_t dash : {20, 16, 12, 8}) hex.insert(dash, 1, '-');
  return "urn:uuid:" + hex;
}

std::string generator_of(const Lexicon& lexicon) {
  return std::string("urn:khitai:generator:") + kVersion + ":" + lexicon.hash();
}

// Up to kContextPoints code points before `end`, no character cut.
std::string_view prefix_of(std::string_view text, size_t end) {
  size_t begin = end;
  for (size_t i = 0; i < kContextPoints && begin > 0; ++i) {
    begin = text::code_point_before(text, begin);
  }
  while (begin < end && !text::may_cut(text, begin)) {
    begin += code_point_at(text, begin).size;
  }
  return text.substr(begin, end - begin);
}

std::string_view suffix_of(std::string_view text, size_t begin) {
  size_t end = begin;
  for (size_t i = 0; i < kContextPoints && end < text.size(); ++i) {
    end += code_point_at(text, end).size;
  }
  while (end > begin && !text::may_cut(text, end)) {
    end = text::code_point_before(text, end);
  }
  return text.substr(begin, end - begin);
}

// Of what only the document lists, the entry there.
void write_identity(const Lexicon& lexicon, const Annotation& page,
                    const Candidate& candidate, Json* json) {
  const Entity entity = entity_of(lexicon, page, candidate);
  const bool is_own = !entity.id.empty() && entity.id.front() == '#';
  json->open_object();
  json->member("type", "SpecificResource");
  json->member("purpose", "identifying");
  json->member("source", is_own
                             ? encoded_path(page.name) + std::string(entity.id)
                             : prefixed_id(entity.id));
  json->key("probability");
  json->probability(candidate.probability);
  json->close_object();
}

// Whom it names: the entity it was decided to be, or all it may be; and what
// type of thing that is.
void write_bodies(const Lexicon& lexicon, const Annotation& page,
                  const Mention& mention, const WriteOptions& options,
                  Json* json) {
  WriteOptions told = options;
  if (mention.decision == Decision::kMatch) told.limit = 1;
  json->key("body");
  json->open_array();
  if (mention.decision != Decision::kNone) {
    for (const Candidate& one : shown(mention.candidates, told)) {
      write_identity(lexicon, page, one, json);
    }
  }
  json->open_object();
  json->member("type", "TextualBody");
  json->member("purpose", "tagging");
  json->member("value",
               entity_of(lexicon, page, write::top(mention.candidates)).type);
  json->member("format", "text/plain");
  json->close_object();
  json->close_array();
}

void write_target(const Annotation& page, const Mention& mention,
                  OffsetCursor* cursor, Json* json) {
  const size_t end = std::min(mention.end, page.source.size());
  const size_t begin = std::min(mention.begin, end);
  json->key("target");
  json->open_object();
  json->member("source", encoded_path(page.name));
  json->key("selector");
  json->open_array();
  json->open_object();
  json->member("type", "TextPositionSelector");
  json->member("start", cursor->advance(begin));
  json->member("end", OffsetCursor(*cursor).advance(end));
  json->close_object();
  json->open_object();
  json->member("type", "TextQuoteSelector");
  json->member("exact", text_of(page, mention));
  json->member("prefix", prefix_of(page.source, begin));
  json->member("suffix", suffix_of(page.source, end));
  json->close_object();
  json->close_array();
  json->close_object();
}

// The annotations of one document, each behind a comma but the first of all.
void write_page_items(const Lexicon& lexicon, const Annotation& page,
                      const WriteOptions& options, bool* first,
                      std::string* out) {
  const std::string made_of = page.name + '\0' +
                              base::hex64(base::checksum(page.source)) +
                              lexicon.hash();
  OffsetCursor cursor(page.source, Offsets::kCodepoint);
  for (const Mention& mention : page.mentions) {
    *out += *first ? "\n" : ",\n";
    *first = false;
    Json json(out);
    json.open_object();
    json.member("id", uuid_of(made_of + std::to_string(mention.begin) + "-" +
                              std::to_string(mention.end)));
    json.member("type", "Annotation");
    json.member("motivation", "identifying");
    json.member("creator", generator_of(lexicon));
    json.member("generator", generator_of(lexicon));
    json.member("decision", decision_word(mention.decision));
    write_bodies(lexicon, page, mention, options, &json);
    write_target(page, mention, &cursor, &json);
    json.close_object();
  }
}

void write_context(Json* json) {
  json->key("@context");
  json->open_array();
  json->text("http://www.w3.org/ns/anno.jsonld");
  json->open_object();
  json->member("khitai", kEntityIri);
  json->member("decision", "urn:khitai:term:decision");
  json->member("probability", "urn:khitai:term:probability");
  json->close_object();
  json->close_array();
}

void write_agent(const Lexicon& lexicon, std::string_view role, Json* json) {
  json->key(role);
  json->open_object();
  json->member("id", generator_of(lexicon));
  json->member("type", "Software");
  json->member("name", std::string("khitai ") + kVersion + ", lexicon " +
                           lexicon.hash());
  json->close_object();
}

}  // namespace

void write_w3c(const Lexicon& lexicon,
               const std::vector<Annotation>& annotations,
               const WriteOptions& options, std::string* out) {
  size_t total = 0;
  std::string made_of = lexicon.hash();
  for (const Annotation& page : annotations) {
    total += page.mentions.size();
    made_of += page.name + '\0' + base::hex64(base::checksum(page.source));
  }
  const std::string collection = uuid_of(made_of);
  Json json(out);
  json.open_object();
  write_context(&json);
  json.member("id", collection);
  json.member("type", "AnnotationCollection");
  json.member("label",
              "Names in " +
                  counted(annotations.size(), "document", "documents") +
                  "; positions are Unicode code points");
  write_agent(lexicon, "creator", &json);
  write_agent(lexicon, "generator", &json);
  json.member("total", total);
  json.key("first");
  json.open_object();
  json.member("id", uuid_of(made_of + "first"));
  json.member("type", "AnnotationPage");
  json.member("partOf", collection);
  json.member("startIndex", uint64_t{0});
  json.key("items");
  std::string items = "[";
  bool first = true;
  for (const Annotation& page : annotations) {
    write_page_items(lexicon, page, options, &first, &items);
  }
  items += first ? "]" : "\n]";
  json.raw_array(items);
  json.close_object();
  json.close_object();
  json.end_line();
}

}  // namespace khitai
