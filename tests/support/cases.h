// SPDX-License-Identifier: Apache-2.0
//
// Reads the tables of cases under tests/cases: tab-separated, a header row,
// lines that start with # are notes. In cells \u{X} stands for a code point
// (bidi controls and zero-width characters are always written so), \x{HH} for
// one byte.

#ifndef KHITAI_TESTS_SUPPORT_CASES_H_
#define KHITAI_TESTS_SUPPORT_CASES_H_

#include <map>
#include <string>
#include <vector>

namespace khitai::tests {

struct Case {
  std::string where;  // file:line, for messages
  std::map<std::string, std::string> cells;
  const std::string& operator[](const std::string& column) const {
    return cells.at(column);
  }
};

// All rows of tests/cases/<name>. Aborts with a message when the file is
// missing or a row has the wrong number of cells.
std::vector<Case> read_cases(const std::string& name);

// The whole of a file; aborts with a message when it cannot be read.
std::string read_file(const std::string& path);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_CASES_H_
