// SPDX-License-Identifier: Apache-2.0
//
// khitai_entities(TEXT): what a text names, as a table with a row for each
// thing that a name may mean. Places are counted as substr() counts.

#include <algorithm>
#include <cstring>

#include "sqlite/connection.h"

namespace khitai::sqlite {
namespace {

constexpr const char* kColumns =
    "CREATE TABLE names(place INTEGER, size INTEGER, name TEXT, rank INTEGER, "
    "entity TEXT, type TEXT, label TEXT, decision TEXT, probability REAL, "
    "input TEXT HIDDEN)";
enum Column {
  kPlace,
  kSize,
  kName,
  kRank,
  kEntity,
  kType,
  kLabel,
  kDecision,
  kProbability,
  kInput
};

struct Table {
  sqlite3_vtab base;
  std::shared_ptr<Connection> connection;
};

struct Cursor {
  sqlite3_vtab_cursor base;
  std::string text;
  ResultHandle result;
  size_t mention = 0;
  size_t rank = 0;  // from 0
  // Characters before the mention, and where they were counted up to.
  int64_t characters = 0;
  size_t counted = 0;
  sqlite3_int64 row = 1;

  const khitai_result* get() const { return result.get(); }
  bool at_end() const { return mention >= khitai_result_count(get()); }
  std::string_view name() const {
    const size_t begin = khitai_mention_begin(get(), mention);
    return std::string_view(text).substr(
        begin, khitai_mention_end(get(), mention) - begin);
  }
};

Table* table_of(sqlite3_vtab* base) { return reinterpret_cast<Table*>(base); }
Cursor* cursor_of(sqlite3_vtab_cursor* base) {
  return reinterpret_cast<Cursor*>(base);
}

// As SQLite counts: what begins a character.
int64_t characters_in(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char byte) { return (byte & 0xC0) != 0x80; });
}

int connect(sqlite3* db, void* data, int, const char* const*,
            sqlite3_vtab** out, char**) {
  const int code = sqlite3_declare_vtab(db, kColumns);
  if (code != SQLITE_OK) return code;
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  Table* const table = new (std::nothrow) Table();
  if (table == nullptr) return SQLITE_NOMEM;
  table->connection = *static_cast<std::shared_ptr<Connection>*>(data);
  *out = &table->base;
  return SQLITE_OK;
}

int disconnect(sqlite3_vtab* base) {
  delete table_of(base);
  return SQLITE_OK;
}

int best_index(sqlite3_vtab*, sqlite3_index_info* info) {
  for (int i = 0; i < info->nConstraint; ++i) {
    const auto& one = info->aConstraint[i];
    if (one.iColumn != kInput || one.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (one.usable == 0) return SQLITE_CONSTRAINT;
    info->aConstraintUsage[i].argvIndex = 1;
    info->aConstraintUsage[i].omit = 1;
    info->idxNum = 1;
    info->estimatedCost = 100;
    info->estimatedRows = 10;
    return SQLITE_OK;
  }
  info->estimatedCost = 1;
  info->estimatedRows = 0;
  return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** out) {
  Cursor* const cursor = new (std::nothrow) Cursor();
  if (cursor == nullptr) return SQLITE_NOMEM;
  *out = &cursor->base;
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* base) {
  delete cursor_of(base);
  return SQLITE_OK;
}

void annotate(Connection* connection, Cursor* cursor) {
  khitai_result* made = nullptr;
  khitai_error error;
  const int code = khitai_annotate(connection->lexicon(""), cursor->text.data(),
                                   cursor->text.size(), nullptr, &made, &error);
  cursor->result.reset(made);
  check(code, error);
}

int filter(sqlite3_vtab_cursor* base, int number, const char*, int,
           sqlite3_value** values) {
  Cursor* const cursor = cursor_of(base);
  Connection* const connection = table_of(base->pVtab)->connection.get();
  cursor->result.reset();
  cursor->mention = cursor->rank = cursor->counted = 0;
  cursor->characters = 0;
  cursor->row = 1;
  if (number == 0 || sqlite3_value_type(values[0]) == SQLITE_NULL) {
    return SQLITE_OK;
  }
  const int code = guarded(connection, [&] {
    const unsigned char* const bytes = sqlite3_value_text(values[0]);
    if (bytes == nullptr) throw std::bad_alloc();
    cursor->text.assign(reinterpret_cast<const char*>(bytes),
                        static_cast<size_t>(sqlite3_value_bytes(values[0])));
    annotate(connection, cursor);
  });
  if (code != SQLITE_OK) {
    base->pVtab->zErrMsg =
        sqlite3_mprintf("khitai: %s", connection->problem().c_str());
  }
  return code;
}

int next(sqlite3_vtab_cursor* base) {
  Cursor* const cursor = cursor_of(base);
  ++cursor->row;
  if (++cursor->rank <
      khitai_mention_candidates(cursor->get(), cursor->mention)) {
    return SQLITE_OK;
  }
  cursor->rank = 0;
  ++cursor->mention;
  return SQLITE_OK;
}

int at_end(sqlite3_vtab_cursor* base) { return cursor_of(base)->at_end(); }

// Of the mention at hand, counted on from the one before.
int64_t place_of(Cursor* cursor) {
  const size_t begin = khitai_mention_begin(cursor->get(), cursor->mention);
  if (begin < cursor->counted) cursor->counted = 0;
  if (cursor->counted == 0) cursor->characters = 0;
  cursor->characters +=
      characters_in(std::string_view(cursor->text)
                        .substr(cursor->counted, begin - cursor->counted));
  cursor->counted = begin;
  return cursor->characters + 1;
}

void give_text(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int number) {
  Cursor* const cursor = cursor_of(base);
  const khitai_result* const result = cursor->get();
  const size_t mention = cursor->mention;
  const size_t rank = cursor->rank;
  switch (number) {
    case kPlace:
      sqlite3_result_int64(context, place_of(cursor));
      break;
    case kSize:
      sqlite3_result_int64(context, characters_in(cursor->name()));
      break;
    case kName:
      give_text(context, cursor->name());
      break;
    case kRank:
      sqlite3_result_int64(context, static_cast<sqlite3_int64>(rank + 1));
      break;
    case kEntity:
      give_text(context, view(khitai_candidate_id(result, mention, rank)));
      break;
    case kType:
      give_text(context, view(khitai_candidate_type(result, mention, rank)));
      break;
    case kLabel:
      give_text(context, view(khitai_candidate_label(result, mention, rank)));
      break;
    case kDecision:
      give_text(context,
                khitai_mention_decision(result, mention) == KHITAI_MATCH
                    ? "match"
                    : "ambiguous");
      break;
    case kProbability:
      sqlite3_result_double(
          context, khitai_candidate_probability(result, mention, rank));
      break;
    default:
      give_text(context, cursor->text);
  }
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  *out = cursor_of(base)->row;
  return SQLITE_OK;
}

// Without xCreate the table is there by itself, and nobody can make another.
sqlite3_module module() {
  sqlite3_module functions = {};
  functions.xConnect = connect;
  functions.xBestIndex = best_index;
  functions.xDisconnect = disconnect;
  functions.xOpen = open;
  functions.xClose = close;
  functions.xFilter = filter;
  functions.xNext = next;
  functions.xEof = at_end;
  functions.xColumn = column;
  functions.xRowid = rowid;
  return functions;
}

}  // namespace

int add_tables(const std::shared_ptr<Connection>& connection) {
  static const sqlite3_module functions = module();
  return sqlite3_create_module_v2(
      connection->db(), "khitai_entities", &functions,
      new std::shared_ptr<Connection>(connection), [](void* data) {
        delete static_cast<std::shared_ptr<Connection>*>(data);
      });
}

}  // namespace khitai::sqlite
