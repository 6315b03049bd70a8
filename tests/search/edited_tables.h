// SPDX-License-Identifier: Apache-2.0
//
// The tables of the small lexicon, with the endings of the shipped one, to be
// changed row by row and compiled. What does not compile aborts the test.

#ifndef KHITAI_TESTS_SEARCH_EDITED_TABLES_H_
#define KHITAI_TESTS_SEARCH_EDITED_TABLES_H_

#include <cstddef>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai::tests {

std::vector<std::string> split(const std::string& text, char separator);

class EditedTables {
 public:
  EditedTables();

  // Sorted, behind the header.
  const std::vector<std::string>& rows(const std::string& table) const;
  // A row, with | between its cells.
  void add(const std::string& table, const std::string& row);
  // All rows that begin so, at least one.
  void remove(const std::string& table, const std::string& beginning);
  // Any row but the header.
  void remove_any(const std::string& table, std::mt19937* random);
  // Cells of the rows of that id, from the cell `from` on.
  void set(const std::string& table, const std::string& id, size_t from,
           const std::vector<std::string>& cells);

  std::shared_ptr<const Lexicon> compiled() const;

 private:
  void read(const std::string& folder, const std::string& within);

  std::map<std::string, std::vector<std::string>> rows_;
};

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SEARCH_EDITED_TABLES_H_
