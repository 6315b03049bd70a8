// SPDX-License-Identifier: Apache-2.0
//
// What a connection of SQLite has of khitai: the lexica it has opened, and
// which of them each index is of. One thread at a time, as the connection
// itself.

#ifndef KHITAI_BINDINGS_SQLITE_CONNECTION_H_
#define KHITAI_BINDINGS_SQLITE_CONNECTION_H_

#include <sqlite3ext.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/c.h"
#include "khitai/c_search.h"
#include "sqlite/statement.h"

namespace khitai::sqlite {

struct FreeLexicon {
  void operator()(khitai_lexicon* one) const { khitai_lexicon_free(one); }
};
struct FreeTokenizer {
  void operator()(khitai_tokenizer* one) const { khitai_tokenizer_free(one); }
};
struct FreeStrings {
  void operator()(khitai_strings* one) const { khitai_strings_free(one); }
};
struct FreeResult {
  void operator()(khitai_result* one) const { khitai_result_free(one); }
};
using TokenizerHandle = std::unique_ptr<khitai_tokenizer, FreeTokenizer>;
using StringsHandle = std::unique_ptr<khitai_strings, FreeStrings>;
using ResultHandle = std::unique_ptr<khitai_result, FreeResult>;

// Throws a Problem with the error's line, unless the code is KHITAI_OK.
void check(int code, const khitai_error& error);

inline std::string_view view(khitai_text text) {
  return {text.data, text.size};
}

// Whether a word has the shape of a lexicon's hash.
bool is_hash(std::string_view word);

// An index, as `tokenize = 'khitai HASH VERSION KEY decided'` says it, where
// the last two may be left out.
struct Index {
  std::string created;   // hash of the lexicon that it was made with
  std::string key;       // tells it from other indexes
  bool decided = false;  // has tokens of decisions
};
// Throws a Problem where the words are others.
Index read_index(const std::vector<std::string>& words);

class Connection {
 public:
  explicit Connection(sqlite3* db) : db_(db) {}

  sqlite3* db() const { return db_; }

  // The lexicon of that hash; with "" the one of new indexes. Throws a Problem
  // where it is not.
  const khitai_lexicon* lexicon(const std::string& hash);
  // Its hash.
  std::string default_hash();
  // Takes one that the caller opened and returns its hash; the first is the
  // one of new indexes.
  std::string adopt(khitai_lexicon* opened);
  // Where lexica are looked for besides the usual folders, before these.
  void add_folder(const std::string& folder) { folders_.push_back(folder); }
  // All, with ':' between them.
  std::string folders() const;

  // The hash of the lexicon that an index is of by now: its table of upgrades
  // says so, else how it was created.
  std::string current(const Index& index);
  // Notes that an index is of another lexicon. Within a transaction.
  void set_current(const std::string& schema, const Index& index,
                   const std::string& hash);
  // While an upgrade writes: an index is read as one of that lexicon, whatever
  // is noted.
  void read_as(const Index& index, const std::string& hash) {
    if (read_as_[index.key] == hash) return;
    read_as_[index.key] = hash;
    renew();
  }
  void read_as_noted() {
    read_as_.clear();
    renew();
  }
  // The names of the attached databases.
  std::vector<std::string> schemas() const;
  // Grows when an index may have become one of another lexicon.
  uint64_t generation();
  void renew() { ++own_changes_; }

  // The last problem, for who only sees SQLite's own message.
  void note_problem(const std::string& message) { problem_ = message; }
  const std::string& problem() const { return problem_; }

 private:
  bool has_index(const std::string& schema, const std::string& key) const;
  std::string noted_in(const std::string& schema, const Index& index) const;

  sqlite3* const db_;
  std::vector<std::string> folders_;
  std::map<std::string, std::unique_ptr<khitai_lexicon, FreeLexicon>> lexica_;
  std::string default_hash_;
  std::map<std::string, std::string> used_;     // by keys of indexes
  std::map<std::string, std::string> read_as_;  // by keys of indexes
  uint64_t own_changes_ = 0;
  std::string problem_;
};

// Runs `work`, a callable without arguments, and returns SQLITE_OK, or notes
// the problem and returns its code.
template <typename Work>
int guarded(Connection* connection, const Work& work) noexcept {
  try {
    work();
    return SQLITE_OK;
  } catch (const Problem& problem) {
    connection->note_problem(problem.what());
    sqlite3_log(problem.code(), "khitai: %s", problem.what());
    return problem.code();
  } catch (...) {
    return SQLITE_NOMEM;
  }
}

// Of SQL functions: the problem is the error of the call.
template <typename Work>
void answer(sqlite3_context* context, const Work& work) noexcept {
  try {
    work();
  } catch (const Problem& problem) {
    const std::string line = std::string("khitai: ") + problem.what();
    sqlite3_result_error(context, line.c_str(), -1);
  } catch (...) {
    sqlite3_result_error_nomem(context);
  }
}

// What is registered with a connection; each returns a code of SQLite.
int add_tokenizer(const std::shared_ptr<Connection>& connection);
int add_functions(const std::shared_ptr<Connection>& connection);
int add_tables(const std::shared_ptr<Connection>& connection);

}  // namespace khitai::sqlite

#endif  // KHITAI_BINDINGS_SQLITE_CONNECTION_H_
