// SPDX-License-Identifier: Apache-2.0
//
// Mentions as JSON Lines. Keys, their order and their meaning are a contract
// (docs/format.md). Linear in the document and its mentions.

#include <algorithm>
#include <cstdint>

#include "khitai/write.h"
#include "write/json.h"
#include "write/offsets.h"
#include "write/shown.h"

namespace khitai {
namespace {

using write::Json;
using write::OffsetCursor;

void write_candidates(const Lexicon& lexicon, const Annotation& annotation,
                      const Mention& mention, const WriteOptions& options,
                      Json* json) {
  json->key("candidates");
  json->open_array();
  for (const Candidate& one : write::shown(mention.candidates, options)) {
    json->open_object();
    json->member("entity", write::entity_of(lexicon, annotation, one).id);
    if (const Own* own = write::own_of(annotation, one)) {
      json->member("ref", own->ref);
    }
    json->key("probability");
    json->probability(one.probability);
    if (options.explain) {
      json->key("why");
      json->open_array();
      for (const Feature& feature : one.features) json->text(feature.words);
      json->close_array();
    }
    json->close_object();
  }
  json->close_array();
}

// `cursor` stands at the mention's begin.
void write_offsets(const Annotation& annotation, const Mention& mention,
                   OffsetCursor cursor, Json* json) {
  json->member("start", cursor.advance(mention.begin));
  const size_t core_begin = OffsetCursor(cursor).advance(mention.core_begin);
  const size_t core_end = OffsetCursor(cursor).advance(mention.core_end);
  json->member("end", cursor.advance(mention.end));
  json->member("text", write::text_of(annotation, mention));
  json->key("core");
  json->open_array();
  json->number(core_begin);
  json->number(core_end);
  json->close_array();
}

void write_top(const Lexicon& lexicon, const Annotation& annotation,
               const Mention& mention, Json* json) {
  const Candidate& top = write::top(mention.candidates);
  const Entity entity = write::entity_of(lexicon, annotation, top);
  const Form form = lexicon.form(top.form);
  json->key("entity");
  if (mention.decision == Decision::kMatch && !entity.id.empty()) {
    json->text(entity.id);
  } else {
    json->null();
  }
  json->member("type", entity.type);
  json->member("name", lexicon.name(form.name).id);
  json->member("form", form.text);
  json->member("decision", decision_word(mention.decision));
  json->key("probability");
  json->probability(top.probability);
}

// What a pattern without an entity matches. `cursor` stands at its begin.
void write_mark(const Lexicon& lexicon, const Annotation& annotation,
                const Mark& mark, OffsetCursor cursor, Json* json) {
  json->open_object();
  json->member("doc", annotation.name);
  json->member("start", cursor.advance(mark.begin));
  json->member("end", cursor.advance(mark.end));
  json->member("text", std::string_view(annotation.source)
                           .substr(mark.begin, mark.end - mark.begin));
  json->member("pattern", mark.label);
  json->member("lexicon", lexicon.hash());
  json->close_object();
  json->end_line();
}

}  // namespace

void write_jsonl(const Lexicon& lexicon, const Annotation& annotation,
                 const WriteOptions& options, std::string* out) {
  Json json(out);
  OffsetCursor cursor(annotation, options.offsets);
  auto mark = annotation.marks.begin();
  const auto write_marks_before = [&](size_t end) {
    for (; mark != annotation.marks.end() && mark->begin < end; ++mark) {
      cursor.advance(mark->begin);
      write_mark(lexicon, annotation, *mark, cursor, &json);
    }
  };
  for (const Mention& mention : annotation.mentions) {
    write_marks_before(mention.begin);
    cursor.advance(mention.begin);
    json.open_object();
    json.member("doc", annotation.name);
    write_offsets(annotation, mention, cursor, &json);
    write_top(lexicon, annotation, mention, &json);
    write_candidates(lexicon, annotation, mention, options, &json);
    if (mention.reviewed) {
      json.key("reviewed");
      json.boolean(true);
    }
    json.member("lexicon", lexicon.hash());
    json.close_object();
    json.end_line();
  }
  write_marks_before(SIZE_MAX);
}

}  // namespace khitai
