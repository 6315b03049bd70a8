// SPDX-License-Identifier: Apache-2.0
//
// The keys of a form, as TSV and as JSON Lines.

#include "khitai/keys.h"

#include "khitai/write.h"
#include "write/escape.h"
#include "write/json.h"

namespace khitai {
namespace {

std::string joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) {
    if (!out.empty()) out += " | ";
    out += key;
  }
  return out;
}

void add_list(const char* level, const std::vector<std::string>& keys,
              write::Json* json) {
  json->key(level);
  json->open_array();
  for (const std::string& key : keys) json->text(key);
  json->close_array();
}

}  // namespace

void write_keys_header(std::string* out) {
  out->append("form\tL0\tL1\tL2\tL3\n");
}

void write_keys_tsv(const Lexicon& lexicon, std::string_view form,
                    std::string_view lang, std::string* out) {
  write::append_cell(form, out);
  for (const std::string& key :
       {l0_key(form), l1_key(form), joined(l2_keys(lexicon, form, lang)),
        joined(l3_keys(lexicon, form, lang))}) {
    out->push_back('\t');
    write::append_cell(key, out);
  }
  out->push_back('\n');
}

void write_keys_json(const Lexicon& lexicon, std::string_view form,
                     std::string_view lang, std::string* out) {
  write::Json json(out);
  json.open_object();
  json.member("form", form);
  json.member("L0", l0_key(form));
  json.member("L1", l1_key(form));
  add_list("L2", l2_keys(lexicon, form, lang), &json);
  add_list("L3", l3_keys(lexicon, form, lang), &json);
  json.close_object();
  json.end_line();
}

}  // namespace khitai
