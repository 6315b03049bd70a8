// SPDX-License-Identifier: Apache-2.0

#include "cli/pairs.h"

#include <utility>

#include "cli/batch.h"
#include "cli/command.h"
#include "cli/messages.h"

namespace khitai::cli {

Result<Pairs> Pairs::open(const std::string& path,
                          const std::string& first_lines) {
  Pairs out;
  out.path_ = path;
  const auto lines = lines_of(first_lines.substr(0, first_lines.find('\n')));
  if (!lines.empty()) out.columns_ = cells_of(lines[0]);
  const std::pair<const char*, size_t*> wanted[] = {{"a", &out.a_},
                                                    {"b", &out.b_},
                                                    {"lang_a", &out.lang_a_},
                                                    {"lang_b", &out.lang_b_}};
  for (size_t i = 0; i < out.columns_.size(); ++i) {
    for (const auto& [name, column] : wanted) {
      if (out.columns_[i] != name) continue;
      if (*column != kNone) {
        return Error{path +
                     ":1: " + tr("two columns '{1}', expected one", name)};
      }
      *column = i;
    }
  }
  for (const auto& [name, column] : {wanted[0], wanted[1]}) {
    if (*column != kNone) continue;
    return Error{path + ":1: " +
                 tr("no column '{1}', expected a header with a and b, and "
                    "perhaps lang_a and lang_b, tabs between",
                    name)};
  }
  return out;
}

Result<std::vector<ComparedPair>> Pairs::read(const base::LineBlock& block,
                                              const std::string& lang) const {
  std::vector<ComparedPair> pairs;
  const std::vector<std::string> lines = lines_of(block.text);
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t line = block.first_line + i;
    if (line <= 1) continue;
    ComparedPair pair;
    pair.pair.lang_a = pair.pair.lang_b = lang;
    const std::string problem = fill(lines[i], &pair);
    if (!problem.empty()) {
      return Error{path_ + ":" + std::to_string(line) + ": " + problem};
    }
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

// Returns what is wrong with the line, "" if nothing.
std::string Pairs::fill(const std::string& line, ComparedPair* pair) const {
  pair->cells = cells_of(line);
  const size_t count = pair->cells.size();
  if (count != columns_.size()) {
    return tr_n("{1} column, expected {2}", "{1} columns, expected {2}", count,
                columns_.size());
  }
  for (size_t i = 0; i < count; ++i) {
    const std::string problem = cell_problem(pair->cells[i]);
    if (!problem.empty()) return columns_[i] + ": " + problem;
  }
  pair->pair.a = pair->cells[a_];
  pair->pair.b = pair->cells[b_];
  for (const auto& [column, lang] : {std::pair(lang_a_, &pair->pair.lang_a),
                                     std::pair(lang_b_, &pair->pair.lang_b)}) {
    if (column == kNone || pair->cells[column].empty()) continue;
    *lang = pair->cells[column];
    const std::string problem = lang_problem(*lang);
    if (!problem.empty()) return columns_[column] + ": " + problem;
  }
  return "";
}

}  // namespace khitai::cli
