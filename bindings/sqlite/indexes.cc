// SPDX-License-Identifier: Apache-2.0

#include "sqlite/indexes.h"

#include <algorithm>

#include "sqlite/words.h"

namespace khitai::sqlite {
namespace {

char small(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

std::string small(std::string_view text) {
  std::string out;
  for (const char byte : text) out += small(byte);
  return out;
}

// The arguments of a virtual table's module: at commas outside of quotes and
// parentheses.
std::vector<std::string_view> arguments_of(std::string_view sql) {
  const size_t open = sql.find('(');
  const size_t close = sql.rfind(')');
  std::vector<std::string_view> all;
  if (open == sql.npos || close == sql.npos || close < open) return all;
  const std::string_view inner = sql.substr(open + 1, close - open - 1);
  size_t begin = 0;
  char quote = 0;
  for (size_t i = 0; i <= inner.size(); ++i) {
    const char byte = i == inner.size() ? ',' : inner[i];
    if (i < inner.size() && quote != 0) {
      if (byte == quote) quote = 0;
    } else if (byte == '\'' || byte == '"' || byte == '`' || byte == '[') {
      quote = byte == '[' ? ']' : byte;
    } else if (byte == ',') {
      all.push_back(trimmed(inner.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  return all;
}

// The text of a literal or a word.
std::string unquoted(std::string_view text) {
  if (text.size() < 2) return std::string(text);
  const char quote = text[0] == '[' ? ']' : text[0];
  if (std::string_view("'\"`]").find(quote) == std::string_view::npos) {
    return std::string(text);
  }
  std::string out;
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    out += text[i];
    if (text[i] == quote && i + 2 < text.size() && text[i + 1] == quote) ++i;
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!(text = trimmed(text)).empty()) {
    const size_t end = std::min(text.find_first_of(kSpaces), text.size());
    words.push_back(unquoted(text.substr(0, end)));
    text.remove_prefix(end);
  }
  return words;
}

}  // namespace

bool read_definition(std::string_view sql, IndexedTable* table) {
  bool ours = false;
  const std::vector<std::string_view> arguments = arguments_of(sql);
  for (const std::string_view argument : arguments) {
    const size_t sign = argument.find('=');
    if (sign == argument.npos) continue;
    const std::string option = small(trimmed(argument.substr(0, sign)));
    const std::string value = unquoted(trimmed(argument.substr(sign + 1)));
    if (option == "content") {
      table->content = value.empty() ? IndexedTable::Content::kNone
                                     : IndexedTable::Content::kExternal;
    } else if (option == "tokenize") {
      std::vector<std::string> words = words_of(value);
      if (words.empty() || small(words[0]) != "khitai") continue;
      words.erase(words.begin());
      table->index = read_index(words);
      ours = true;
    }
  }
  return ours;
}

std::vector<IndexedTable> indexed_tables(sqlite3* db,
                                         const std::string& schema) {
  std::vector<IndexedTable> tables;
  Statement list(db, "SELECT name, sql FROM " + identifier(schema) +
                         ".sqlite_schema WHERE type = 'table' AND sql LIKE "
                         "'create virtual table%fts5%khitai%' ORDER BY name");
  while (list.step()) {
    IndexedTable table;
    table.schema = schema;
    table.name = list.text(0);
    if (!read_definition(list.text(1), &table)) continue;
    Statement columns(db, "PRAGMA " + identifier(schema) + ".table_info(" +
                              identifier(table.name) + ")");
    while (columns.step()) table.columns.emplace_back(columns.text(1));
    tables.push_back(std::move(table));
  }
  return tables;
}

const khitai_lexicon* lexicon_of_query(Connection* connection,
                                       const std::string& table) {
  std::string one;
  for (const std::string& schema : connection->schemas()) {
    for (const IndexedTable& index : indexed_tables(connection->db(), schema)) {
      if (!table.empty() && small(index.name) != small(table)) continue;
      const std::string hash = connection->current(index.index);
      if (!one.empty() && one != hash) {
        throw Problem(
            "there are indexes of several lexica, expected which one is asked: "
            "khitai_query(TEXT, 'table=NAME')");
      }
      one = hash;
    }
  }
  if (one.empty() && !table.empty()) {
    throw Problem("table '" + table +
                  "' is no index that khitai makes tokens of");
  }
  return connection->lexicon(one);
}

}  // namespace khitai::sqlite
