// SPDX-License-Identifier: Apache-2.0

#include "sqlite/connection.h"

#include <dlfcn.h>

#include <cstdlib>

namespace khitai::sqlite {
namespace {

// Where a build or an installation has its lexica, from the folder of this
// library.
constexpr const char* kShares[] = {
    "", "/../share/khitai", "/../../share/khitai", "/../../../share/khitai"};

// The folder of the library that this code is in, or of the program.
std::string own_folder() {
  Dl_info info;
  static const char inside = 0;
  if (dladdr(&inside, &info) == 0 || info.dli_fname == nullptr) return "";
  const std::string path = info.dli_fname;
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

bool is_key(std::string_view word) {
  if (word.empty() || word.size() > 64) return false;
  for (const char c : word) {
    const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                      (c >= 'A' && c <= 'Z') || c == '_';
    if (!good) return false;
  }
  return true;
}

}  // namespace

bool is_hash(std::string_view word) {
  return word.size() == 16 &&
         word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void check(int code, const khitai_error& error) {
  if (code == KHITAI_OK) return;
  throw Problem(error.message, code == KHITAI_MEMORY ? SQLITE_NOMEM
                               : code == KHITAI_IO   ? SQLITE_CANTOPEN
                                                     : SQLITE_ERROR);
}

Index read_index(const std::vector<std::string>& words) {
  Index index;
  std::vector<std::string> rest = words;
  if (!rest.empty() && rest.back() == "decided") {
    index.decided = true;
    rest.pop_back();
  }
  if (rest.size() != 3 || !is_hash(rest[0]) || !is_key(rest[2])) {
    throw Problem(
        "tokenize = 'khitai ...': expected the hash of a lexicon, the version "
        "of tokens and a key, as SELECT khitai_tokenizer() gives them");
  }
  const std::string version = std::to_string(khitai_tokens_version());
  if (rest[1] != version) {
    throw Problem("the index has tokens of version " + rest[1] +
                  ", this library makes version " + version +
                  "; open it with the library it was made with, or make it "
                  "anew");
  }
  index.created = rest[0];
  index.key = rest[2];
  return index;
}

std::string Connection::folders() const {
  std::string all;
  const auto add = [&](const std::string& folder) {
    if (!folder.empty()) all += (all.empty() ? "" : ":") + folder;
  };
  for (const std::string& folder : folders_) add(folder);
  const char* const given = std::getenv("KHITAI_LEXICA");
  if (given != nullptr) add(given);
  const std::string own = own_folder();
  if (!own.empty()) {
    for (const char* share : kShares) add(own + share);
  }
  add("/usr/local/share/khitai");
  add("/usr/share/khitai");
  return all;
}

const khitai_lexicon* Connection::lexicon(const std::string& hash) {
  const std::string wanted = hash.empty() ? default_hash_ : hash;
  const auto known = lexica_.find(wanted);
  if (known != lexica_.end()) return known->second.get();
  khitai_lexicon* opened = nullptr;
  khitai_error error;
  check(khitai_lexicon_find(folders().c_str(), wanted.c_str(), &opened, &error),
        error);
  std::unique_ptr<khitai_lexicon, FreeLexicon> owned(opened);
  const std::string found = khitai_lexicon_hash(opened);
  if (wanted.empty()) default_hash_ = found;
  return (lexica_[found] = std::move(owned)).get();
}

std::string Connection::default_hash() {
  return khitai_lexicon_hash(lexicon(""));
}

std::vector<std::string> Connection::schemas() const {
  std::vector<std::string> names;
  Statement list(db_, "PRAGMA database_list");
  while (list.step()) names.emplace_back(list.text(1));
  return names;
}

std::string Connection::adopt(khitai_lexicon* opened) {
  const std::string hash = khitai_lexicon_hash(opened);
  lexica_[hash].reset(opened);
  if (default_hash_.empty()) default_hash_ = hash;
  return hash;
}

std::string Connection::current(const Index& index) {
  const auto other = read_as_.find(index.key);
  if (other != read_as_.end()) return other->second;
  std::string found;
  for (const std::string& schema : schemas()) {
    if (!has_index(schema, index.key)) continue;
    const std::string noted = noted_in(schema, index);
    if (!found.empty() && found != noted) {
      throw Problem("two databases have an index of the key " + index.key +
                    ", of the lexica " + found + " and " + noted +
                    "; detach one of them");
    }
    found = noted;
  }
  return found.empty() ? index.created : found;
}

// Only the database that an index is in says what it is of.
bool Connection::has_index(const std::string& schema,
                           const std::string& key) const {
  Statement there(db_, "SELECT 1 FROM " + identifier(schema) +
                           ".sqlite_schema WHERE type = 'table' AND sql LIKE "
                           "'create virtual table%' AND instr(sql, ?1)");
  there.bind(1, key);
  return there.step();
}

std::string Connection::noted_in(const std::string& schema,
                                 const Index& index) const {
  const std::string in = identifier(schema);
  Statement there(db_, "SELECT 1 FROM " + in +
                           ".sqlite_schema WHERE type = 'table' AND name = "
                           "'khitai_upgrades'");
  if (!there.step()) return index.created;
  Statement row(db_, "SELECT lexicon, tokens FROM " + in +
                         ".khitai_upgrades WHERE \"index\" = ?1");
  row.bind(1, index.key);
  if (!row.step()) return index.created;
  if (row.number(1) != khitai_tokens_version() || !is_hash(row.text(0))) {
    throw Problem("the index " + index.key + " is of the lexicon '" +
                  std::string(row.text(0)) + "' and tokens of version " +
                  std::string(row.text(1)) + ", expected version " +
                  std::to_string(khitai_tokens_version()));
  }
  return std::string(row.text(0));
}

void Connection::set_current(const std::string& schema, const Index& index,
                             const std::string& hash) {
  const std::string table = identifier(schema) + ".khitai_upgrades";
  execute(db_, "CREATE TABLE IF NOT EXISTS " + table +
                   " (\"index\" TEXT PRIMARY KEY, lexicon TEXT NOT NULL, "
                   "tokens INTEGER NOT NULL)");
  Statement row(db_,
                "INSERT OR REPLACE INTO " + table + " VALUES (?1, ?2, ?3)");
  row.bind(1, index.key);
  row.bind(2, hash);
  row.bind(3, int64_t{khitai_tokens_version()});
  row.step();
  renew();
}

uint64_t Connection::generation() {
  uint64_t sum = own_changes_ << 32;
  const char* name;
  for (int i = 0; (name = sqlite3_db_name(db_, i)) != nullptr; ++i) {
    unsigned version = 0;
    if (sqlite3_file_control(db_, name, SQLITE_FCNTL_DATA_VERSION, &version) ==
        SQLITE_OK) {
      sum += uint64_t{version} * (2 * static_cast<uint64_t>(i) + 1);
    }
  }
  return sum;
}

}  // namespace khitai::sqlite
