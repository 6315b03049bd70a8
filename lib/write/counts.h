// SPDX-License-Identifier: Apache-2.0
//
// How often names stand in documents, added up by what is asked for: forms by
// century, conventions by document, ... A document is counted by itself, on any
// thread; what is kept grows with the rows of the table, not with the
// documents' text. `annotate --stats` (stats.h) counts the same mentions, but
// always by document, entity and spelling. Linear, but for sorting.

#ifndef KHITAI_WRITE_COUNTS_H_
#define KHITAI_WRITE_COUNTS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"

namespace khitai::write {

enum class CountBy {
  kForm,        // the lexicon's spelling that met
  kText,        // as the document writes it, in one line
  kName,        // id
  kEntity,      // id
  kType,        // of the entity
  kConvention,  // the one that most likely writes it so
  kDocument,    // path
  kYear,        // of the document, as the three below
  kCentury,
  kLang
};
// "form", "text", ...; all of them in that order; the one that is called so.
std::string_view count_word(CountBy by);
std::vector<std::string> all_count_words();
std::optional<CountBy> count_by(std::string_view word);

struct CountWish {
  std::vector<CountBy> by;         // the columns; each at most once
  std::vector<uint32_t> entities;  // only these; empty: all
  bool decided = false;            // only mentions decided as a match
  bool relative = false;           // characters are counted, too
};

using CountKey = std::vector<std::string>;  // cells; "": not known

struct DocumentCount {
  struct Mentions {
    size_t matched = 0;
    size_t ambiguous = 0;  // of which it is the best candidate
  };
  std::map<CountKey, Mentions> rows;
  std::string name;
  CountKey about;  // the cells that are of the document; "" in the others
  size_t characters = 0;  // without white space, if these are asked for
};

// `year`: of the document; nothing: what it says of itself. Mentions decided
// as `none` are not counted. Thread-safe.
DocumentCount count_document(const Lexicon& lexicon,
                             const Annotation& annotation,
                             std::optional<int32_t> year,
                             const CountWish& wish);

struct CountRow {
  CountKey cells;
  size_t matched = 0;
  size_t ambiguous = 0;
  size_t documents = 0;
  size_t characters = 0;  // of all documents it may stand in
  size_t mentions() const { return matched + ambiguous; }
  double per_10000() const;
};

struct CountTable {
  std::vector<CountBy> by;
  bool relative = false;
  std::vector<CountRow> rows;
  // Of all rows, those left out too.
  size_t mentions = 0;
  size_t ambiguous = 0;
  size_t documents = 0;      // with a mention
  size_t all_documents = 0;  // that were read
  size_t left_out = 0;       // rows
};

class Counts {
 public:
  explicit Counts(CountWish wish) : wish_(std::move(wish)) {}

  // In the order of the documents.
  void add(const DocumentCount& document);

  // Rows with `least` mentions or more; of these the `most` frequent, 0: all.
  // By the first column, then by the next: years and centuries in time,
  // unknown ones last; documents in their order; all else by how often, then
  // by code points.
  CountTable table(size_t least, size_t most) const;

 private:
  void sort_rows(std::vector<CountRow>* rows) const;

  CountWish wish_;
  std::map<CountKey, CountRow> rows_;
  std::map<CountKey, size_t> characters_;  // by what is of documents
  std::map<std::string, size_t> order_;    // of documents
  size_t documents_ = 0;                   // with a mention
  size_t all_documents_ = 0;
};

// "12th", "4th BCE"; "unknown".
std::string century_words(std::string_view century);
// A cell for people: centuries in words, "unknown" for what is not known.
std::string count_cell_words(CountBy by, std::string_view cell);

// The table: for a terminal, with totals below; CSV; TSV; JSON Lines.
void write_counts_text(const CountTable& table, std::string* out);
void write_counts_csv(const CountTable& table, std::string* out);
void write_counts_tsv(const CountTable& table, std::string* out);
void write_counts_jsonl(const CountTable& table, std::string* out);

// "1.50": two decimals, whatever the locale.
std::string hundredths(double value);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_COUNTS_H_
