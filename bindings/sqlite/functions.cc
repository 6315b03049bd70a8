// SPDX-License-Identifier: Apache-2.0
//
// The SQL functions that give one value (bindings/sqlite/README.md has them).

#include <algorithm>
#include <cstring>

#include "sqlite/connection.h"
#include "sqlite/indexes.h"
#include "sqlite/query_options.h"
#include "sqlite/upgrade.h"

namespace khitai::sqlite {
namespace {

Connection& connection_of(sqlite3_context* context) {
  return **static_cast<std::shared_ptr<Connection>*>(
      sqlite3_user_data(context));
}

// Empty for NULL.
std::string_view argument(sqlite3_value* value) {
  const unsigned char* const bytes = sqlite3_value_text(value);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<size_t>(sqlite3_value_bytes(value))};
}

bool is_null(sqlite3_value* value) {
  return sqlite3_value_type(value) == SQLITE_NULL;
}

void give(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

// The one text of an answer.
void give(sqlite3_context* context, int code, const khitai_error& error,
          khitai_strings* strings) {
  const StringsHandle owned(strings);
  check(code, error);
  give(context, view(khitai_strings_text(strings, 0)));
}

void version(sqlite3_context* context, int, sqlite3_value**) {
  answer(context, [&] {
    give(context, std::string("khitai ") + khitai_version() + ", lexicon " +
                      connection_of(context).default_hash() + ", tokens " +
                      std::to_string(khitai_tokens_version()));
  });
}

// khitai_tokenizer(): for a new index, with a key of its own.
std::string new_tokenizer(Connection* connection, bool decided) {
  unsigned char bytes[4];
  sqlite3_randomness(sizeof bytes, bytes);
  char key[9];
  sqlite3_snprintf(sizeof key, key, "%02x%02x%02x%02x", bytes[0], bytes[1],
                   bytes[2], bytes[3]);
  return "khitai " + connection->default_hash() + " " +
         std::to_string(khitai_tokens_version()) + " " + key +
         (decided ? " decided" : "");
}

void tokenizer(sqlite3_context* context, int, sqlite3_value**) {
  answer(context,
         [&] { give(context, new_tokenizer(&connection_of(context), false)); });
}

// That the columns were columns, and not the end of the statement.
void check_created(sqlite3* db, const std::string& name,
                   const std::string& columns) {
  for (const IndexedTable& table : indexed_tables(db, "main")) {
    if (table.name == name) return;
  }
  execute(db, "DROP TABLE main." + identifier(name));
  throw Problem("khitai_create(TABLE, COLUMNS): '" + columns +
                "', expected names of columns and options of FTS5");
}

// khitai_create(TABLE, COLUMNS)
void create_table(sqlite3_context* context, int, sqlite3_value** values) {
  answer(context, [&] {
    Connection& connection = connection_of(context);
    const std::string name(argument(values[0]));
    const std::string columns(argument(values[1]));
    if (name.empty() || columns.empty()) {
      throw Problem("khitai_create(TABLE, COLUMNS): expected two texts");
    }
    execute(connection.db(),
            "CREATE VIRTUAL TABLE main." + identifier(name) + " USING fts5(" +
                columns + ", tokenize = " +
                string_literal(new_tokenizer(&connection, false)) + ")");
    check_created(connection.db(), name, columns);
    give(context, name);
  });
}

// khitai_query(TEXT [, OPTIONS])
void query(sqlite3_context* context, int count, sqlite3_value** values) {
  if (is_null(values[0])) return;
  answer(context, [&] {
    Connection& connection = connection_of(context);
    QueryOptions options;
    if (count > 1) options = read_query_options(argument(values[1]));
    const khitai_lexicon* const lexicon =
        lexicon_of_query(&connection, options.table);
    const std::string_view text = argument(values[0]);
    khitai_strings* found = nullptr;
    khitai_error error;
    const khitai_search_options wish = options.wish();
    const int code = khitai_search(lexicon, KHITAI_FTS5, text.data(),
                                   text.size(), &wish, &found, &error);
    const StringsHandle owned(found);
    check(code, error);
    const std::string_view asked = view(khitai_strings_text(found, 0));
    // MATCH takes no empty text; an empty string finds nothing.
    give(context, asked.empty() ? "\"\"" : asked);
  });
}

// khitai_resolve(NAME): the entity's id; NULL where none is sure.
void resolve(sqlite3_context* context, int, sqlite3_value** values) {
  if (is_null(values[0])) return;
  answer(context, [&] {
    const std::string_view name = argument(values[0]);
    khitai_query wish = {};
    wish.size = sizeof wish;
    wish.name = {name.data(), name.size()};
    khitai_result* made = nullptr;
    khitai_error error;
    const int code = khitai_resolve(connection_of(context).lexicon(""), &wish,
                                    &made, &error);
    const ResultHandle result(made);
    check(code, error);
    if (khitai_mention_decision(made, 0) != KHITAI_MATCH) return;
    give(context, view(khitai_candidate_id(made, 0, 0)));
  });
}

// khitai_normalize(TEXT [, PREFER])
void normalize(sqlite3_context* context, int count, sqlite3_value** values) {
  if (is_null(values[0])) return;
  answer(context, [&] {
    const std::string_view text = argument(values[0]);
    const std::string prefer(count > 1 ? argument(values[1]) : "");
    khitai_strings* made = nullptr;
    khitai_error error;
    const int code =
        khitai_normalize(connection_of(context).lexicon(""), text.data(),
                         text.size(), prefer.c_str(), &made, &error);
    give(context, code, error, made);
  });
}

// khitai_label(ID [, LANGUAGE])
void label(sqlite3_context* context, int count, sqlite3_value** values) {
  if (is_null(values[0])) return;
  answer(context, [&] {
    const khitai_lexicon* const lexicon = connection_of(context).lexicon("");
    const std::string_view id = argument(values[0]);
    const uint32_t entity = khitai_entity_find(lexicon, id.data(), id.size());
    if (entity == KHITAI_NONE) return;
    const std::string lang(count > 1 ? argument(values[1]) : "");
    give(context, view(khitai_entity_label_in(
                      lexicon, entity, lang.empty() ? nullptr : lang.c_str())));
  });
}

void add_folder(sqlite3_context* context, int, sqlite3_value** values) {
  answer(context, [&] {
    const std::string folder(argument(values[0]));
    if (folder.empty()) throw Problem("khitai_folder(PATH): expected a path");
    connection_of(context).add_folder(folder);
    give(context, connection_of(context).folders());
  });
}

void problem(sqlite3_context* context, int, sqlite3_value**) {
  const std::string& line = connection_of(context).problem();
  if (!line.empty()) give(context, line);
}

// khitai_upgrade(HASH [, SCHEMA]): how many rows were written anew.
void upgrade(sqlite3_context* context, int count, sqlite3_value** values) {
  answer(context, [&] {
    const std::string schema(count > 1 ? argument(values[1]) : "main");
    const std::string hash(argument(values[0]));
    if (!is_hash(hash)) {
      throw Problem("khitai_upgrade(HASH): '" + hash +
                    "', expected the 16 hex digits of a lexicon");
    }
    const Upgraded done =
        upgrade_indexes(&connection_of(context), schema, hash);
    sqlite3_result_int64(context, static_cast<sqlite3_int64>(done.rows));
  });
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

struct Entry {
  const char* name;
  int arguments;
  int flags;
  Function function;
};
// What writes, or reads files that are named, is not for the schemas of
// databases from elsewhere.
constexpr int kPlain = SQLITE_UTF8 | SQLITE_INNOCUOUS;
constexpr int kDirect = SQLITE_UTF8 | SQLITE_DIRECTONLY;
constexpr Entry kFunctions[] = {
    {"khitai_version", 0, kPlain, version},
    {"khitai_tokenizer", 0, kPlain, tokenizer},
    {"khitai_create", 2, kDirect, create_table},
    {"khitai_query", 1, kPlain, query},
    {"khitai_query", 2, kPlain, query},
    {"khitai_resolve", 1, kPlain, resolve},
    {"khitai_normalize", 1, kPlain, normalize},
    {"khitai_normalize", 2, kPlain, normalize},
    {"khitai_label", 1, kPlain, label},
    {"khitai_label", 2, kPlain, label},
    {"khitai_folder", 1, kDirect, add_folder},
    {"khitai_problem", 0, kPlain, problem},
    {"khitai_upgrade", 1, kDirect, upgrade},
    {"khitai_upgrade", 2, kDirect, upgrade},
};

}  // namespace

int add_functions(const std::shared_ptr<Connection>& connection) {
  for (const Entry& one : kFunctions) {
    const int code = sqlite3_create_function_v2(
        connection->db(), one.name, one.arguments, one.flags,
        new std::shared_ptr<Connection>(connection), one.function, nullptr,
        nullptr, [](void* data) {
          delete static_cast<std::shared_ptr<Connection>*>(data);
        });
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace khitai::sqlite
