// SPDX-License-Identifier: Apache-2.0
//
// The keys of a form, as TSV and as JSON Lines.

#include "khitai/keys.h"

#include "khitai/write.h"
#include "write/escape.h"
#include "write/json.h"

namespace khitai {

void write_keys_header(std::string* out) { out->append("form\tL0\tL1\n"); }

void write_keys_tsv(std::string_view form, std::string* out) {
  write::append_cell(form, out);
  for (const std::string& key : {l0_key(form), l1_key(form)}) {
    out->push_back('\t');
    write::append_cell(key, out);
  }
  out->push_back('\n');
}

void write_keys_json(std::string_view form, std::string* out) {
  write::Json json(out);
  json.open_object();
  json.member("form", form);
  json.member("L0", l0_key(form));
  json.member("L1", l1_key(form));
  json.close_object();
  json.end_line();
}

}  // namespace khitai
