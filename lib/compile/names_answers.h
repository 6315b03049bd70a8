// SPDX-License-Identifier: Apache-2.0
//
// A table of suggestions (`khitai annotate --suggest`) that somebody answered:
// a user's table of names with the column `accept` in place of `id`. Its other
// columns say what the id of a new entity is, and where the name stands.

#ifndef KHITAI_COMPILE_NAMES_ANSWERS_H_
#define KHITAI_COMPILE_NAMES_ANSWERS_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "compile/tables.h"
#include "compile/tables_text.h"
#include "khitai/result.h"

namespace khitai::compile {

// Answers beside the id of an entity or a name, and nothing.
inline constexpr std::string_view kAnswerNew = "new";
inline constexpr std::string_view kAnswerNo = "no";

// Whether the header of a table of names has the column `accept`.
bool is_of_answers(std::string_view header);

// Whether a column is one of suggestions that says nothing to a compiler.
bool is_only_shown(std::string_view column);

// Spellings that were answered in a table, whatever with: what nobody wants to
// be asked again. Appends to *problems what cannot be read, and answers that
// are neither `no` nor `new` nor one of the ids that `is_known` or the table
// itself has.
std::vector<std::string> answered_forms(
    const std::string& path, std::string_view bytes,
    const std::function<bool(const std::string& id)>& is_known,
    std::vector<Problem>* problems);

// The documents that answered names stand in, each a source of its own.
class AnswerSources {
 public:
  explicit AnswerSources(Tables* tables) : tables_(tables) {}
  // "document-chapter.txt:byte 120"; its row is added where it is new. Empty
  // without a document.
  std::string source_of(std::string_view document, std::string_view start,
                        uint32_t file, uint32_t line);

 private:
  bool is_taken(const std::string& id) const;
  Tables* tables_;
  std::map<std::string, std::string, std::less<>> ids_;  // by document
};

// The ids that the names of a table can be said to be of: those of entities
// and names of the tables, and of the table's own rows answered `new`.
class AnswerIds {
 public:
  void read(const Tables& tables);
  void add_new(const std::string& id) { new_.insert(id); }
  // What an answer means: the id; empty where nothing is accepted. Error: what
  // was expected.
  Result<std::string> id_of(const std::string& accept,
                            const std::string& entity) const;

 private:
  std::unordered_set<std::string> known_;
  std::unordered_set<std::string> new_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_NAMES_ANSWERS_H_
