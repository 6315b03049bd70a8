// SPDX-License-Identifier: Apache-2.0
//
// The lexicon as its editors write it: folders of tab-separated tables, read
// whole into memory. Reading never stops at the first error: what can be read
// is in the tables, what cannot is in the list of problems. The columns of
// each table stand in schema.h; what the cells must say is check.h's matter.
//
// Tab-separated means: UTF-8 in NFC, one header row, no quoting, LF at the end
// of every line. Cost: linear; about twice the size of the files in memory.
// Tables are plain data: read-only use from several threads is safe.

#ifndef KHITAI_COMPILE_TABLES_H_
#define KHITAI_COMPILE_TABLES_H_

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compile/schema.h"
#include "compile/texts.h"

namespace khitai::compile {

// One row; `cells` has exactly the columns of its table, in schema order.
struct Row {
  std::vector<Text> cells;  // of Tables::texts
  uint32_t file = 0;        // index into Tables::files
  uint32_t line = 0;        // counted from 1; the header is line 1
  const std::string& operator[](size_t column) const { return *cells[column]; }
};

// Whether the cells of one come before those of the other.
bool comes_before(const Row& a, const Row& b);

struct Table {
  std::vector<Row> rows;  // in the order of files (sorted by path) and lines
};

struct Problem {
  std::string file;
  uint32_t line = 0;  // 0: the file as a whole
  std::string message;
  bool warning = false;
  bool note = false;   // a warning that is told unasked
  bool aside = false;  // nothing to repair: counted, told when asked for
};

// "lexicon/forms/khitan.tsv:214: 5 columns, expected 11"
std::string format_problem(const Problem& problem);

// By file and line, as an editor would go through them.
void sort_problems(std::vector<Problem>* problems);

struct File {
  std::string path;      // as it was given: folder + "/" + table
  uint32_t folder = 0;   // which of the folders, counted from 0
  bool names = false;    // a user's table of names (read_names_table)
  bool damaged = false;  // its header is wrong: cells may be missing
};

// A table of rules with columns of its own: morphology/, conventions/, and the
// generated ones in tables/. Several folders' files of one path are joined
// when their columns agree.
struct RuleTable {
  std::vector<std::string> columns;
  Table table;
};

struct Tables {
  std::shared_ptr<Texts> texts = std::make_shared<Texts>();  // of a copy, too
  std::vector<File> files;
  std::array<Table, kTableCount> tables;
  std::map<std::string, Table, std::less<>> vocabulary;  // by file stem
  std::map<std::string, RuleTable, std::less<>> rules;   // "tables/simplified"

  Table& of(TableKind kind) { return tables[static_cast<size_t>(kind)]; }
  const Table& of(TableKind kind) const {
    return tables[static_cast<size_t>(kind)];
  }
  const std::string& path(const Row& row) const { return files[row.file].path; }
};

// Reads every table under `folders`, in that order. Appends to *problems what
// is wrong with files, lines and headers.
Tables read_tables(const std::vector<std::string>& folders,
                   std::vector<Problem>* problems);

// Lays a user's table of names over `*tables`: columns `id` and `form`, and
// any of `lang use type from to label`, in any order. An id that is new becomes
// an entity (its type may stay empty; its label is the first label or form); a
// known id gains a form. A type other than the known one is a problem, and so
// is one that vocabulary/types.tsv lacks if `known_types`. Spaces at the ends
// of cells, CR LF, a byte order mark and marks of direction are taken as meant,
// forms come out in NFC, and the rows' source is `names:<file>`. Other columns
// are not read; a note says so. On `jobs` threads (0: as many as processors).
void read_names_text(const std::string& path, std::string_view bytes,
                     Tables* tables, std::vector<Problem>* problems,
                     bool known_types = true, unsigned jobs = 0);
// The same of a file, or of standard input ("-").
void read_names_table(const std::string& path, Tables* tables,
                      std::vector<Problem>* problems, bool known_types = true,
                      unsigned jobs = 0);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_TABLES_H_
