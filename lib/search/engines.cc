// SPDX-License-Identifier: Apache-2.0
//
// A search in the syntax of an engine. Each part is a choice of alternatives,
// all parts are required; every text and id stands in quotes, so that nothing
// in it is syntax. What each engine takes for quotes is in its functions here
// and nowhere else. Linear.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "khitai/search.h"
#include "search/engine_tokens.h"
#include "search/text.h"
#include "write/json.h"
#include "write/utf8.h"

namespace khitai {
namespace {

using Texts = std::vector<std::string>;

// What is asked for one part: any of the ids, or any of the texts.
struct Choice {
  Texts ids;
  Texts texts;
};

// `text` between two `quote`; each of the bytes of `special` within behind an
// `escape`, or itself twice where that is 0.
std::string in_quotes(std::string_view text, char quote,
                      std::string_view special, char escape) {
  std::string out(1, quote);
  for (const char byte : text) {
    if (special.find(byte) != special.npos) {
      out += escape == 0 ? byte : escape;
    }
    out += byte;
  }
  return out + quote;
}

std::string joined(const Texts& all, std::string_view between) {
  std::string out;
  for (size_t i = 0; i < all.size(); ++i) {
    if (i > 0) out += between;
    out += all[i];
  }
  return out;
}

// SQLite's FTS5: strings have their quotes doubled.
std::string fts5_string(std::string_view text) {
  return in_quotes(text, '"', "\"", 0);
}
std::string fts5_ids(const std::string& field, const Texts& ids) {
  Texts all;
  for (const std::string& id : ids) {
    all.push_back(fts5_string(ids_text({id})));
  }
  const std::string any = joined(all, " OR ");
  return fts5_string(field) + " : " + (all.size() == 1 ? any : "(" + any + ")");
}
std::string fts5_text(const std::string& field, std::string_view text) {
  return fts5_string(field) + " : " + fts5_string(text);
}

// PostgreSQL: a string with a backslash is an E string, which means the same
// whatever standard_conforming_strings says.
std::string postgres_string(std::string_view text) {
  if (text.find('\\') == text.npos) return in_quotes(text, '\'', "'", 0);
  std::string doubled;
  for (const char byte : text) {
    if (byte == '\\' || byte == '\'') doubled += byte;
    doubled += byte;
  }
  return "E'" + doubled + "'";
}
// A dot parts table and column.
std::string postgres_field(const std::string& field) {
  std::string out = "\"";
  for (const char byte : field) {
    if (byte == '.') {
      out += "\".\"";
    } else {
      out += byte;
    }
  }
  return out + "\"";
}
std::string postgres_ids(const std::string& field, const Texts& ids) {
  Texts all;
  for (const std::string& id : ids) all.push_back(postgres_string(id));
  return postgres_field(field) + " && ARRAY[" + joined(all, ", ") + "]::text[]";
}
std::string postgres_text(const std::string& field, std::string_view text) {
  return "to_tsvector('simple', " + postgres_field(field) +
         ") @@ phraseto_tsquery('simple', " + postgres_string(text) + ")";
}

// Lucene's classic query parser, and Solr's: within quotes only the quote and
// the backslash are syntax.
std::string lucene_string(std::string_view text) {
  return in_quotes(text, '"', "\"\\", '\\');
}
std::string lucene_field(const std::string& field) {
  std::string out;
  for (const char byte : field) {
    if (byte == '-') out += '\\';
    out += byte;
  }
  return out;
}
std::string lucene_ids(const std::string& field, const Texts& ids) {
  Texts all;
  for (const std::string& id : ids) all.push_back(lucene_string(id));
  const std::string any = joined(all, " OR ");
  return lucene_field(field) + ":" + (all.size() == 1 ? any : "(" + any + ")");
}
std::string lucene_text(const std::string& field, std::string_view text) {
  return lucene_field(field) + ":" + lucene_string(text);
}

// LIKE in any dialect of SQL: the wildcards are escaped by an exclamation mark;
// a backslash, which some dialects take for an escape, is any one character.
std::string like_pattern(std::string_view text) {
  std::string pattern = "'%";
  for (const char byte : text) {
    if (byte == '%' || byte == '_' || byte == '!') pattern += '!';
    if (byte == '\'') pattern += '\'';
    pattern += byte == '\\' ? '_' : byte;
  }
  return pattern + "%' ESCAPE '!'";
}
std::string like_text(const std::string& field, std::string_view text) {
  return field + " LIKE " + like_pattern(text);
}
std::string like_ids(const std::string& field, const Texts& ids) {
  Texts all;
  for (const std::string& id : ids) {
    all.push_back(like_text(field, ids_text({id})));
  }
  return joined(all, " OR ");
}

struct Syntax {
  Engine engine;
  std::string (*ids)(const std::string& field, const Texts& ids);
  std::string (*text)(const std::string& field, std::string_view text);
};
constexpr Syntax kSyntaxes[] = {
    {Engine::kFts5, fts5_ids, fts5_text},
    {Engine::kPostgres, postgres_ids, postgres_text},
    {Engine::kLucene, lucene_ids, lucene_text},
    {Engine::kSolr, lucene_ids, lucene_text},
    {Engine::kSqlLike, like_ids, like_text},
};

void write_infix(const std::vector<Choice>& choices,
                 const EngineOptions& options, std::string* out) {
  const Syntax* const syntax = std::find_if(
      std::begin(kSyntaxes), std::end(kSyntaxes),
      [&](const Syntax& one) { return one.engine == options.engine; });
  if (syntax == std::end(kSyntaxes)) return;
  Texts required;
  for (const Choice& choice : choices) {
    Texts any;
    if (!choice.ids.empty()) {
      any.push_back(syntax->ids(options.ids_field, choice.ids));
    }
    for (const std::string& text : choice.texts) {
      any.push_back(syntax->text(options.field, text));
    }
    required.push_back("(" + joined(any, " OR ") + ")");
  }
  *out += joined(required, " AND ");
}

void write_match_phrase(const std::string& field, std::string_view text,
                        write::Json* json) {
  json->open_object();
  json->key("match_phrase");
  json->open_object();
  json->member(field, text);
  json->close_object();
  json->close_object();
}

void write_elastic_choice(const Choice& choice, const EngineOptions& options,
                          write::Json* json) {
  json->open_object();
  json->key("bool");
  json->open_object();
  json->key("should");
  json->open_array();
  if (!choice.ids.empty()) {
    json->open_object();
    json->key("terms");
    json->open_object();
    json->key(options.ids_field);
    json->open_array();
    for (const std::string& id : choice.ids) json->text(id);
    json->close_array();
    json->close_object();
    json->close_object();
  }
  for (const std::string& text : choice.texts) {
    write_match_phrase(options.field, text, json);
  }
  json->close_array();
  json->member("minimum_should_match", 1);
  json->close_object();
  json->close_object();
}

void write_elastic(const std::vector<Choice>& choices,
                   const EngineOptions& options, std::string* out) {
  if (choices.empty()) return;
  write::Json json(out);
  json.open_object();
  json.key("query");
  json.open_object();
  json.key("bool");
  json.open_object();
  json.key("must");
  json.open_array();
  for (const Choice& choice : choices) {
    write_elastic_choice(choice, options, &json);
  }
  json.close_array();
  json.close_object();
  json.close_object();
  json.close_object();
}

// What a lexicon holds is foreign, too.
std::string safe(std::string_view text) {
  return search::plain_query(write::clean(text));
}

Choice choice_of(const Lexicon& lexicon, const SearchPart& part,
                 const EngineOptions& options) {
  Choice choice;
  if (options.ids) {
    for (const uint32_t entity : part.entities) {
      choice.ids.push_back(safe(lexicon.entity(entity).id));
    }
  }
  for (const std::string& one : part.spellings) {
    choice.texts.push_back(safe(one));
  }
  const bool nothing = choice.ids.empty() && choice.texts.empty();
  if (options.typed || !part.is_name() || nothing) {
    choice.texts.insert(choice.texts.begin(), part.text);
  }
  return choice;
}

}  // namespace

std::string field_problem(std::string_view field) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  const auto is_other = [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  if (write::clean(field) != field) return "not in UTF-8";
  const bool good =
      !field.empty() && is_letter(field.front()) && field.back() != '.' &&
      std::all_of(field.begin(), field.end(),
                  [&](char c) { return is_letter(c) || is_other(c); });
  return good ? ""
              : "no name of a field, expected a letter, then letters, digits, "
                "_, - and .";
}

void write_engine_query(const Lexicon& lexicon, const Search& search,
                        const EngineOptions& options, std::string* out) {
  if (options.tokens) {
    search::write_token_query(lexicon, search, options, out);
    return;
  }
  std::vector<Choice> choices;
  for (const SearchPart& part : search.parts) {
    choices.push_back(choice_of(lexicon, part, options));
  }
  if (options.engine == Engine::kElasticsearch) {
    write_elastic(choices, options, out);
  } else {
    write_infix(choices, options, out);
  }
}

}  // namespace khitai
