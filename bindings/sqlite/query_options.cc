// SPDX-License-Identifier: Apache-2.0

#include "sqlite/query_options.h"

#include "sqlite/statement.h"
#include "sqlite/words.h"

namespace khitai::sqlite {
namespace {

[[noreturn]] void refuse(std::string_view option) {
  throw Problem("option '" + std::string(option) +
                "', expected table=NAME, expand=entity|name|cognates, "
                "senses=likely|all, lang=TAG, type=TYPE, ids or words");
}

void set_expand(std::string_view value, QueryOptions* options) {
  if (value == "entity") {
    options->expand = KHITAI_EXPAND_ENTITY;
  } else if (value == "name") {
    options->expand = KHITAI_EXPAND_NAME;
  } else if (value == "cognates") {
    options->expand = KHITAI_EXPAND_COGNATES;
  } else {
    refuse("expand=" + std::string(value));
  }
}

void set_senses(std::string_view value, QueryOptions* options) {
  if (value == "all") {
    options->flags |= KHITAI_ALL_SENSES;
  } else if (value != "likely") {
    refuse("senses=" + std::string(value));
  }
}

void read_option(std::string_view option, QueryOptions* options) {
  const size_t sign = option.find('=');
  const std::string_view word = trimmed(option.substr(0, sign));
  const std::string_view value = sign == option.npos
                                     ? std::string_view()
                                     : trimmed(option.substr(sign + 1));
  if (word == "ids" && sign == option.npos) {
    options->flags |= KHITAI_IDS_ONLY;
  } else if (word == "words" && sign == option.npos) {
    options->flags |= KHITAI_AS_WORDS;
  } else if (value.empty()) {
    refuse(option);
  } else if (word == "table") {
    options->table = value;
  } else if (word == "expand") {
    set_expand(value, options);
  } else if (word == "senses") {
    set_senses(value, options);
  } else if (word == "lang") {
    options->lang = value;
  } else if (word == "type") {
    options->type = value;
  } else {
    refuse(option);
  }
}

}  // namespace

khitai_search_options QueryOptions::wish() const {
  khitai_search_options out = {};
  out.size = sizeof out;
  out.flags = flags;
  out.expand = expand;
  out.lang = lang.c_str();
  out.type = type.c_str();
  return out;
}

QueryOptions read_query_options(std::string_view text) {
  QueryOptions options;
  while (!trimmed(text).empty()) {
    const size_t comma = text.find(',');
    read_option(trimmed(text.substr(0, comma)), &options);
    if (comma == text.npos) break;
    text.remove_prefix(comma + 1);
  }
  return options;
}

}  // namespace khitai::sqlite
