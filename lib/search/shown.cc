// SPDX-License-Identifier: Apache-2.0
//
// A search for who builds an interface, and for a terminal. Linear.

#include "write/shown.h"

#include "khitai/search.h"
#include "write/json.h"
#include "write/offsets.h"
#include "write/utf8.h"

namespace khitai {
namespace {

using write::Json;

std::string_view part_kind(const SearchPart& part) {
  if (part.is_name()) return "name";
  return part.phrase ? "phrase" : "words";
}

void write_senses(const Lexicon& lexicon, const SearchPart& part,
                  const WriteOptions& options, Json* json) {
  json->key("senses");
  json->open_array();
  for (const Candidate& one : part.candidates) {
    const Form form = lexicon.form(one.form);
    json->open_object();
    json->member("entity", lexicon.entity(one.entity).id);
    json->member("type", lexicon.entity_type(one.entity));
    json->member("label", write::label_of(lexicon, one.entity, options));
    json->member("name", lexicon.name(form.name).id);
    json->member("form", form.text);
    json->key("probability");
    json->probability(one.probability);
    json->close_object();
  }
  json->close_array();
}

void write_ids(const Lexicon& lexicon, const std::vector<uint32_t>& entities,
               Json* json) {
  json->key("ids");
  json->open_array();
  for (const uint32_t one : entities) json->text(lexicon.entity(one).id);
  json->close_array();
}

void write_name(const Lexicon& lexicon, const SearchPart& part,
                const WriteOptions& options, Json* json) {
  json->member("decision", decision_word(part.decision));
  write_senses(lexicon, part, options, json);
  write_ids(lexicon, part.entities, json);
  if (part.spellings.empty()) return;
  json->key("spellings");
  json->open_array();
  for (const std::string& one : part.spellings) json->text(one);
  json->close_array();
}

}  // namespace

void write_search_json(const Lexicon& lexicon, const Search& search,
                       const WriteOptions& options, std::string* out) {
  Json json(out);
  write::OffsetCursor cursor(search.text, options.offsets);
  json.open_object();
  json.member("query", search.text);
  json.key("parts");
  json.open_array();
  for (const SearchPart& part : search.parts) {
    json.open_object();
    json.member("start", cursor.advance(part.begin));
    json.member("end", cursor.advance(part.end));
    json.member("text", part.text);
    json.member("kind", part_kind(part));
    if (part.is_name()) write_name(lexicon, part, options, &json);
    json.close_object();
  }
  json.close_array();
  json.member("lexicon", lexicon.hash());
  json.close_object();
  json.end_line();
}

void write_search_text(const Lexicon& lexicon, const Search& search,
                       const WriteOptions& options, std::string* out) {
  for (const SearchPart& part : search.parts) {
    write::append_clean(part.text, out);
    *out += "  (" + std::string(part_kind(part)) + ")\n";
    for (const Candidate& one : part.candidates) {
      const Entity entity = lexicon.entity(one.entity);
      *out += "  " + write::probability_text(one.probability) + "  ";
      write::append_clean(write::label_of(lexicon, one.entity, options), out);
      *out += "  " + std::string(entity.type) + "  " + std::string(entity.id);
      *out += '\n';
    }
    for (const std::string& one : part.spellings) {
      *out += "    ";
      write::append_clean(one, out);
      *out += '\n';
    }
  }
}

void write_completions_json(const Lexicon& lexicon, std::string_view begin,
                            const std::vector<NameCompletion>& all,
                            const WriteOptions& options, std::string* out) {
  Json json(out);
  json.open_object();
  json.member("begin", begin);
  json.key("completions");
  json.open_array();
  for (const NameCompletion& one : all) {
    const Form form = lexicon.form(one.form);
    json.open_object();
    json.member("form", form.text);
    json.member("lang", form.lang);
    json.member("entity", lexicon.entity(one.entity).id);
    json.member("type", lexicon.entity_type(one.entity));
    json.member("label", write::label_of(lexicon, one.entity, options));
    json.close_object();
  }
  json.close_array();
  json.member("lexicon", lexicon.hash());
  json.close_object();
  json.end_line();
}

void write_completions_text(const Lexicon& lexicon,
                            const std::vector<NameCompletion>& all,
                            const WriteOptions& options, std::string* out) {
  for (const NameCompletion& one : all) {
    const Entity entity = lexicon.entity(one.entity);
    for (const std::string_view word :
         {lexicon.form(one.form).text,
          write::label_of(lexicon, one.entity, options), entity.type}) {
      write::append_clean(word, out);
      *out += "  ";
    }
    *out += std::string(entity.id) + '\n';
  }
}

}  // namespace khitai
