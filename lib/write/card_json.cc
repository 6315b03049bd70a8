// SPDX-License-Identifier: Apache-2.0
//
// An entity's card as one line of JSON: everything the lexicon has of it, in a
// fixed order of keys. Cells are the tables' own; but for `cite`, the footnote,
// nothing is put into words.

#include "khitai/conventions.h"
#include "khitai/write.h"
#include "write/attested.h"
#include "write/card.h"
#include "write/cite.h"
#include "write/json.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/why_parts.h"

namespace khitai {
namespace {

using namespace write;

void write_datings(const Lexicon& lexicon, uint32_t entity, Json* json) {
  json->key("dates");
  json->open_array();
  for (uint32_t number : lexicon.datings_of_entity(entity)) {
    const Dating dating = lexicon.dating(number);
    json->open_object();
    json->member("event", dating.event);
    json->member("date", dating.date);
    json->member("certainty", dating.certainty);
    json->member("source", dating.source);
    json->close_object();
  }
  json->close_array();
}

void write_senses(const Lexicon& lexicon, const CardName& name, Json* json) {
  json->key("senses");
  json->open_array();
  for (uint32_t number : name.senses) {
    const Sense sense = lexicon.sense(number);
    json->open_object();
    json->member("kind", sense.kind);
    json->member("usage", sense.usage);
    json->member("from", sense.from);
    json->member("to", sense.to);
    json->member("form", sense.form);
    json->member("certainty", sense.certainty);
    json->member("source", sense.source);
    json->member("note", sense.note);
    json->close_object();
  }
  json->close_array();
}

// Null without a work that is dated; `undated` are other works cited.
void write_attested(const Lexicon& lexicon, const CardName& name, Json* json) {
  const Attested found = attested_of(lexicon, name.forms);
  json->key("attested");
  if (found.form == kNoRow) {
    json->null();
  } else {
    json->open_object();
    json->member("from", found.composed);
    json->member("form", lexicon.form(found.form).text);
    json->member("source", found.work.id);
    json->member("locus", found.work.locus);
    json->close_object();
  }
  json->key("undated");
  json->open_array();
  for (std::string_view id : found.undated) json->text(id);
  json->close_array();
}

void write_form(const Lexicon& lexicon, uint32_t number, Json* json) {
  const Form form = lexicon.form(number);
  json->open_object();
  json->member("form", form.text);
  json->member("lang", form.lang);
  json->member("script", script_of(form.text).code);
  json->member("convention", find_convention(lexicon, first_tag(form.lang)));
  json->member("reading", form.reading);
  json->member("grammar", form.grammar);
  json->member("use", use_words(form.use));
  json->member("certainty", form.certainty);
  json->member("basis", form.basis);
  json->member("source", form.source);
  json->member("rule", form.rule);
  json->member("base", lexicon.form(form.base).text);
  json->close_object();
}

void write_names(const Lexicon& lexicon, const Card& card, Json* json) {
  json->key("names");
  json->open_array();
  for (const CardName& one : card.names) {
    const Name name = lexicon.name(one.name);
    json->open_object();
    json->member("id", name.id);
    json->member("label", name.label);
    json->member("lang", name.lang);
    json->member("gloss", name.gloss);
    json->member("register", name.register_);
    json->member("note", name.note);
    json->member("source", name.source);
    write_senses(lexicon, one, json);
    write_attested(lexicon, one, json);
    json->key("forms");
    json->open_array();
    for (uint32_t number : one.forms) write_form(lexicon, number, json);
    json->close_array();
    json->close_object();
  }
  json->close_array();
}

void write_parts(const Lexicon& lexicon, uint32_t entity, Json* json) {
  json->key("parts");
  json->open_array();
  for (uint32_t number : lexicon.parts_of_entity(entity)) {
    const Part part = lexicon.part(number);
    json->open_object();
    json->member("part", part.part);
    json->member("text", part.text);
    json->member("lang", part.lang);
    json->member("source", part.source);
    json->close_object();
  }
  json->close_array();
}

void write_relations(const Lexicon& lexicon, uint32_t entity, Json* json) {
  json->key("relations");
  json->open_array();
  for (uint32_t number : lexicon.relations_of_entity(entity)) {
    const Relation relation = lexicon.relation(number);
    const SeenRelation seen = seen_from(entity, relation);
    const Entity other = lexicon.entity(seen.other);
    json->open_object();
    json->member("relation", seen.relation);
    json->member("as", seen.subject ? "subject" : "object");
    json->member("entity", other.id);
    json->member("label", other.label);
    json->member("from", relation.from);
    json->member("to", relation.to);
    json->member("certainty", relation.certainty);
    json->member("claim", relation.claim);
    json->member("source", relation.source);
    json->close_object();
  }
  json->close_array();
}

void write_links(const Lexicon& lexicon, const Card& card, Json* json) {
  json->key("links");
  json->open_array();
  for (uint32_t number : links_of(lexicon, card)) {
    write_link_json(lexicon, lexicon.link(number), json);
  }
  json->close_array();
}

void write_distinctions(const Lexicon& lexicon, uint32_t entity, Json* json) {
  json->key("distinctions");
  json->open_array();
  for (uint32_t number : lexicon.distinctions_of_entity(entity)) {
    const Distinction one = lexicon.distinction(number);
    const Entity other = lexicon.entity(one.a == entity ? one.b : one.a);
    json->open_object();
    json->member("form", one.form);
    json->member("entity", other.id);
    json->member("label", other.label);
    json->member("how", one.how);
    json->member("source", one.source);
    json->close_object();
  }
  json->close_array();
}

void write_sources(const Lexicon& lexicon, const Card& card, Json* json) {
  json->key("sources");
  json->open_array();
  const Bibliography all = sources_of(lexicon, card);
  for (std::string_view id : all.ids()) {
    const auto number = lexicon.find_source(id);
    const Source source = number ? lexicon.source(*number) : Source{};
    json->open_object();
    json->member("id", id);
    json->member("kind", source.kind);
    json->member("citation", source.citation);
    json->member("composed", source.composed);
    json->member("published", source.published);
    json->member("lang", source.lang);
    json->member("note", source.note);
    json->close_object();
  }
  json->close_array();
}

}  // namespace

void write_card_json(const Lexicon& lexicon, uint32_t entity,
                     const WriteOptions& options, std::string* out) {
  const Entity shown = lexicon.entity(entity);
  const Card card = gather_card(lexicon, entity);
  Json json(out);
  json.open_object();
  json.member("id", shown.id);
  json.member("type", shown.type);
  json.member("label", label_of(lexicon, entity, options));
  json.member("description", shown.description);
  json.member("from", shown.from);
  json.member("to", shown.to);
  json.member("certainty", shown.certainty);
  json.member("source", shown.source);
  write_datings(lexicon, entity, &json);
  write_names(lexicon, card, &json);
  write_parts(lexicon, entity, &json);
  write_relations(lexicon, entity, &json);
  write_links(lexicon, card, &json);
  write_distinctions(lexicon, entity, &json);
  write_sources(lexicon, card, &json);
  json.member("cite", citation_of_card(lexicon, card,
                                       label_of(lexicon, entity, options)));
  json.member("lexicon", lexicon.hash());
  json.close_object();
  json.end_line();
}

}  // namespace khitai
