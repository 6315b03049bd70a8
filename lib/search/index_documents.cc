// SPDX-License-Identifier: Apache-2.0
//
// Whole documents for engines of the Lucene family. What is indexed is a
// document's plain text: without markup, as it is searched and shown.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "annotate/inputs.h"
#include "document/read.h"
#include "khitai/search.h"
#include "search/annotated_text.h"
#include "search/bulk.h"
#include "search/token_json.h"
#include "write/json.h"
#include "write/plain_spans.h"
#include "write/utf8.h"

namespace khitai {
namespace {

struct IndexedText {
  std::string text;
  std::vector<write::NamedSpan> spans;
};

// The plain text, with the names that have a place in it. A document that
// cannot be read again (it was made by hand) is taken for text.
IndexedText indexed_text(const Annotation& annotation) {
  const document::Kind kind =
      annotate::kind_of(annotation.input).value_or(document::Kind::kText);
  auto read = document::read_document(annotation.name, annotation.source, kind,
                                      annotation.field);
  const document::Document document =
      read.ok() ? std::move(read).value()
                : document::Document::of_text(annotation.source);
  const write::PlainSpans places(document);
  IndexedText out{std::string(document.plain()), {}};
  for (write::NamedSpan& span : write::named_spans(annotation.mentions)) {
    const document::Part part = places.of({span.begin, span.end});
    if (part.end <= part.begin) continue;
    span.begin = part.begin;
    span.end = part.end;
    out.spans.push_back(std::move(span));
  }
  std::stable_sort(
      out.spans.begin(), out.spans.end(), [](const auto& a, const auto& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
      });
  return out;
}

}  // namespace

void write_es_annotated_text(const Lexicon& lexicon,
                             const Annotation& annotation, const WriteOptions&,
                             std::string* out) {
  const IndexedText indexed = indexed_text(annotation);
  search::append_annotated(lexicon, indexed.text, indexed.spans, out);
}

void write_es_bulk(const Lexicon& lexicon, const Annotation& annotation,
                   const WriteOptions& options, std::string* out) {
  const IndexedText indexed = indexed_text(annotation);
  const auto entities = write::entities_of_spans(indexed.spans);
  const std::string name = write::clean(annotation.name);
  const bool has_id =
      options.id_field == "doc" && search::bulk_id_problem(name).empty();
  search::append_bulk_action(options, has_id ? &name : nullptr, out);
  write::Json json(out);
  json.open_object();
  json.member("doc", name);
  json.member("body", indexed.text);
  json.key("khitai_ids");
  json.open_array();
  for (const uint32_t one : entities) json.text(lexicon.entity(one).id);
  json.close_array();
  json.key("khitai_names");
  json.open_array();
  for (const uint32_t one : entities) json.text(lexicon.entity(one).label);
  json.close_array();
  std::string annotated;
  search::append_annotated(lexicon, indexed.text, indexed.spans, &annotated);
  json.member("body_annotated", annotated);
  json.close_object();
  *out += '\n';
}

void write_solr_preanalyzed(const Lexicon& lexicon,
                            const Annotation& annotation, const WriteOptions&,
                            std::string* out) {
  const std::string text = indexed_text(annotation).text;
  Tokenizer tokenizer(lexicon, {});
  *out += search::pre_analyzed(text, tokenizer.index(text));
  *out += '\n';
}

void write_lucene_tokens(const Lexicon& lexicon, const Annotation& annotation,
                         const WriteOptions&, std::string* out) {
  const std::string text = indexed_text(annotation).text;
  Tokenizer tokenizer(lexicon, {});
  write::Json json(out);
  json.open_object();
  json.member("doc", annotation.name);
  json.key("tokens");
  search::write_token_list(text, tokenizer.index(text), &json);
  json.close_object();
  *out += '\n';
}

}  // namespace khitai
