// SPDX-License-Identifier: Apache-2.0
//
// How two names are related, and where a name comes from, as one line of JSON
// each. Cells are the tables' own; nothing is put into words.

#include "khitai/write.h"
#include "write/json.h"
#include "write/why_parts.h"

namespace khitai {
namespace {

using namespace write;

void write_ids(const Lexicon& lexicon, std::string_view key,
               const std::vector<uint32_t>& entities, Json* json) {
  json->key(key);
  json->open_array();
  for (const uint32_t entity : entities) {
    json->text(lexicon.entity(entity).id);
  }
  json->close_array();
}

void write_end(const Lexicon& lexicon, std::string_view key,
               const std::string& typed, const AskedName& asked,
               const std::vector<uint32_t>& only, Json* json) {
  json->key(key);
  json->open_object();
  json->member("text", typed);
  json->member("name", lexicon.name(asked.name).id);
  const Form form = lexicon.form(asked.form);
  json->member("form", form.text);
  json->member("lang", form.lang);
  json->member("rule", form.rule);
  write_ids(lexicon, "only", only, json);
  json->close_object();
}

void write_hop(const Lexicon& lexicon, const Hop& hop, Json* json) {
  json->open_object();
  json->member("from", lexicon.name(hop.from).id);
  json->member("to", lexicon.name(hop.to).id);
  json->key("up");
  json->boolean(hop.up);
  json->key("link");
  write_link_json(lexicon, lexicon.link(hop.link), json);
  json->close_object();
}

void write_paths(const Lexicon& lexicon, const Why& why, Json* json) {
  json->key("paths");
  json->open_array();
  for (const Path& path : why.paths) {
    json->open_object();
    json->key("trust");
    json->probability(path.trust);
    json->key("names");
    json->open_array();
    write_name_json(lexicon, path.begin, json);
    for (const Hop& hop : path.hops) write_name_json(lexicon, hop.to, json);
    json->close_array();
    json->key("hops");
    json->open_array();
    for (const Hop& hop : path.hops) write_hop(lexicon, hop, json);
    json->close_array();
    json->close_object();
  }
  json->close_array();
}

void write_rows(const Lexicon& lexicon, std::string_view key,
                const std::vector<uint32_t>& links, Json* json) {
  json->key(key);
  json->open_array();
  for (const uint32_t row : links) {
    write_link_json(lexicon, lexicon.link(row), json);
  }
  json->close_array();
}

void write_confusions(const Lexicon& lexicon, const WhyQuestion& question,
                      const Why& why, Json* json) {
  json->key("distinctions");
  json->open_array();
  for (const uint32_t row : why.distinctions) {
    const Distinction one = lexicon.distinction(row);
    json->open_object();
    json->member("form", one.form);
    json->member("a", lexicon.entity(one.a).id);
    json->member("b", lexicon.entity(one.b).id);
    json->member("how", one.how);
    json->member("source", one.source);
    json->close_object();
  }
  json->close_array();
  json->key("blocks");
  json->open_array();
  for (const Block& block : blocks_asked(lexicon, question)) {
    json->open_object();
    json->member("form", block.form);
    json->member("lang", block.lang);
    json->member("reason", block.reason);
    json->member("source", block.source);
    json->close_object();
  }
  json->close_array();
}

void write_tree(const Lexicon& lexicon, std::string_view key,
                const std::vector<TreeName>& tree, Json* json) {
  json->key(key);
  json->open_array();
  for (const TreeName& one : tree) {
    json->open_object();
    json->key("name");
    write_name_json(lexicon, one.name, json);
    json->member("depth", one.depth);
    json->key("repeated");
    json->boolean(one.repeated);
    json->member("left_out", one.left_out);
    json->key("link");
    if (one.link == kNoRow) {
      json->null();
    } else {
      write_link_json(lexicon, lexicon.link(one.link), json);
    }
    json->close_object();
  }
  json->close_array();
}

}  // namespace

void write_why_json(const Lexicon& lexicon, const WhyQuestion& question,
                    const Why& why, std::string* out) {
  Json json(out);
  json.open_object();
  write_end(lexicon, "a", question.a, why.a, why.only_a, &json);
  write_end(lexicon, "b", question.b, why.b, why.only_b, &json);
  json.member("origin", origin_word(why.origin));
  json.member("referent", referent_word(why.referent));
  write_ids(lexicon, "shared", why.shared, &json);
  write_paths(lexicon, why, &json);
  write_rows(lexicon, "rivals", why.rivals, &json);
  write_confusions(lexicon, question, why, &json);
  json.member("lexicon", lexicon.hash());
  json.close_object();
  json.end_line();
}

void write_etymology_json(const Lexicon& lexicon, const Etymology& etymology,
                          std::string* out) {
  Json json(out);
  json.open_object();
  json.key("name");
  write_name_json(lexicon, etymology.name, &json);
  write_tree(lexicon, "sources", etymology.sources, &json);
  write_tree(lexicon, "descendants", etymology.descendants, &json);
  write_rows(lexicon, "beside", etymology.beside, &json);
  json.member("lexicon", lexicon.hash());
  json.close_object();
  json.end_line();
}

}  // namespace khitai
