// SPDX-License-Identifier: Apache-2.0
//
// Forms that are spelled nearly as a name, as TSV and as JSON Lines.

#include <algorithm>
#include <string>
#include <vector>

#include "khitai/resolve.h"
#include "khitai/write.h"
#include "write/escape.h"
#include "write/json.h"

namespace khitai {
namespace {

// Each once, in the order of the senses; forms without one mean none.
std::vector<uint32_t> meant_by(const Lexicon& lexicon, uint32_t form) {
  std::vector<uint32_t> entities;
  for (const uint32_t sense : lexicon.senses_of_form(form)) {
    const uint32_t entity = lexicon.sense(sense).entity;
    if (entity == kNoRow) continue;
    if (std::find(entities.begin(), entities.end(), entity) == entities.end()) {
      entities.push_back(entity);
    }
  }
  return entities;
}

void append_near_row(const std::vector<std::string_view>& cells,
                     std::string* out) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out->push_back('\t');
    write::append_cell(cells[i], out);
  }
  out->push_back('\n');
}

}  // namespace

void write_near_header(std::string* out) {
  out->append("name\tedits\tform\tlang\tentity\ttype\tlabel\n");
}

void write_near_tsv(const Lexicon& lexicon, std::string_view name,
                    const std::vector<NearForm>& forms, std::string* out) {
  for (const NearForm& one : forms) {
    const Form form = lexicon.form(one.form);
    const std::string edits = std::to_string(one.edits);
    const std::vector<uint32_t> entities = meant_by(lexicon, one.form);
    for (const uint32_t id : entities) {
      const Entity entity = lexicon.entity(id);
      append_near_row({name, edits, form.text, form.lang, entity.id,
                       entity.type, entity.label},
                      out);
    }
    if (entities.empty()) {
      append_near_row({name, edits, form.text, form.lang, "", "", ""}, out);
    }
  }
}

void write_near_json(const Lexicon& lexicon, std::string_view name,
                     const std::vector<NearForm>& forms, std::string* out) {
  write::Json json(out);
  json.open_object();
  json.member("name", name);
  json.key("forms");
  json.open_array();
  for (const NearForm& one : forms) {
    const Form form = lexicon.form(one.form);
    json.open_object();
    json.member("edits", uint64_t{one.edits});
    json.member("form", form.text);
    json.member("lang", form.lang);
    json.key("entities");
    json.open_array();
    for (const uint32_t id : meant_by(lexicon, one.form)) {
      const Entity entity = lexicon.entity(id);
      json.open_object();
      json.member("entity", entity.id);
      json.member("type", entity.type);
      json.member("label", entity.label);
      json.close_object();
    }
    json.close_array();
    json.close_object();
  }
  json.close_array();
  json.member("lexicon", lexicon.hash());
  json.close_object();
  json.end_line();
}

}  // namespace khitai
