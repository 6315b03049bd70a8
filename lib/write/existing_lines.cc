// SPDX-License-Identifier: Apache-2.0
//
// What a document's own tags say beside what was found: a line for each place,
// for a reader or as JSON.

#include <string>
#include <vector>

#include "document/read.h"
#include "khitai/write.h"
#include "write/json.h"
#include "write/offsets.h"
#include "write/shown.h"
#include "write/tei_existing.h"
#include "write/tei_tags.h"
#include "write/utf8.h"

namespace khitai {
namespace {

using namespace write;

// Calls `line(pairing, line number, column)` for each; nothing if the document
// has no tags.
template <typename Line>
void each_pairing(const Lexicon& lexicon, const Annotation& annotation,
                  const Line& line) {
  if (annotation.input != Input::kTei) return;
  const auto document =
      document::read_document(annotation.name, annotation.source,
                              document::Kind::kTei, annotation.field);
  if (!document.ok()) return;
  size_t number = 1, column = 1, done = 0;
  for (const Pairing& one : pair_existing(lexicon, annotation, *document)) {
    while (done < one.span.begin) {
      const bool ends = annotation.source[done] == '\n';
      done += code_point_at(annotation.source, done).size;
      column = ends ? 1 : column + 1;
      number += ends;
    }
    line(one, number, column);
  }
}

// Text as a reader sees it: without markup, spaces single.
std::string text_shown(const Annotation& annotation, document::Span span) {
  std::string out;
  bool in_tag = false;
  for (char c : annotation.source.substr(span.begin, span.end - span.begin)) {
    if (c == '<') in_tag = true;
    if (!in_tag) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) out += c;
      if (space && !out.empty() && out.back() != ' ') out += ' ';
    }
    if (c == '>') in_tag = false;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return clean(out);
}

std::string found_words(const Lexicon& lexicon, const Annotation& annotation,
                        const Mention& mention, const WriteOptions& options) {
  std::string out;
  const bool match = mention.decision == Decision::kMatch;
  for (const Candidate& one : shown(mention.candidates, options)) {
    if (!out.empty()) out += " or ";
    out += clean(entity_of(lexicon, annotation, one).id) + " " +
           probability_text(one.probability);
    if (match) break;
  }
  return out;
}

std::string own_words(const Pairing& pairing) {
  if (pairing.name == nullptr) return "no tag";
  std::string out = "<" + pairing.name->tag + ">";
  if (!pairing.own.empty()) out += " " + pairing.own;
  if (!pairing.own_label.empty()) out += " (" + pairing.own_label + ")";
  return clean(out);
}

void member_or_null(std::string_view key, std::string_view text, Json* json) {
  json->key(key);
  if (text.empty()) {
    json->null();
  } else {
    json->text(text);
  }
}

void write_own(const Pairing& pairing, Json* json) {
  member_or_null("tag", pairing.name == nullptr ? "" : pairing.name->tag, json);
  member_or_null("ref", pairing.own, json);
  member_or_null("label", pairing.own_label, json);
}

void write_found(const Lexicon& lexicon, const Annotation& annotation,
                 const Mention* mention, const WriteOptions& options,
                 Json* json) {
  static const std::vector<Candidate> kNothing;
  member_or_null("decision",
                 mention == nullptr ? std::string_view()
                                    : decision_word(mention->decision),
                 json);
  json->key("candidates");
  json->open_array();
  const auto& all = mention == nullptr ? kNothing : mention->candidates;
  for (const Candidate& one : shown(all, options)) {
    json->open_object();
    json->member("entity", entity_of(lexicon, annotation, one).id);
    json->key("probability");
    json->probability(one.probability);
    json->close_object();
  }
  json->close_array();
}

}  // namespace

void write_existing_text(const Lexicon& lexicon, const Annotation& annotation,
                         const WriteOptions& options, std::string* out) {
  each_pairing(
      lexicon, annotation, [&](const Pairing& one, size_t line, size_t column) {
        *out += clean(annotation.name) + ":" + std::to_string(line) + ":" +
                std::to_string(column) + ": " +
                std::string(agreement_word(one.agreement)) + ": " +
                text_shown(annotation, one.span) + ": you: " + own_words(one) +
                ", khitai: ";
        *out += one.mention == nullptr
                    ? "nothing"
                    : found_words(lexicon, annotation, *one.mention, options);
        *out += '\n';
      });
}

void write_existing_jsonl(const Lexicon& lexicon, const Annotation& annotation,
                          const WriteOptions& options, std::string* out) {
  Json json(out);
  OffsetCursor cursor(annotation, options.offsets);
  each_pairing(lexicon, annotation,
               [&](const Pairing& one, size_t line, size_t column) {
                 json.open_object();
                 json.member("doc", annotation.name);
                 json.member("line", line);
                 json.member("column", column);
                 json.member("start", cursor.advance(one.span.begin));
                 json.member("end", OffsetCursor(cursor).advance(one.span.end));
                 json.member("text", text_shown(annotation, one.span));
                 json.member("agreement", agreement_word(one.agreement));
                 write_own(one, &json);
                 write_found(lexicon, annotation, one.mention, options, &json);
                 json.member("lexicon", lexicon.hash());
                 json.close_object();
                 json.end_line();
               });
}

}  // namespace khitai
