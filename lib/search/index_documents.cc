// SPDX-License-Identifier: Apache-2.0
//
// Whole documents for engines of the Lucene family. What is indexed is a
// document's plain text: without markup, as it is searched and shown.

#include <string>

#include "khitai/search.h"
#include "search/annotated_text.h"
#include "search/bulk.h"
#include "search/indexed_text.h"
#include "search/token_json.h"
#include "write/json.h"
#include "write/utf8.h"

namespace khitai {
using search::indexed_text;
using search::IndexedText;

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
