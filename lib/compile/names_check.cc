// SPDX-License-Identifier: Apache-2.0

#include "compile/names_check.h"

#include <utility>

#include "base/year.h"
#include "compile/cells.h"
#include "compile/tables_text.h"
#include "text/tag.h"

namespace khitai::compile {

class NamesCheck::Report {
 public:
  Report(const std::string& path, uint32_t line, std::vector<Problem>* problems)
      : path_(path), line_(line), problems_(*problems) {}
  void add(std::string message) {
    problems_.push_back(Problem{path_, line_, std::move(message), false});
  }

 private:
  const std::string& path_;
  uint32_t line_;
  std::vector<Problem>& problems_;
};

void NamesCheck::row(uint32_t line, const given::Cells& cells,
                     std::vector<Problem>* problems) const {
  Report report(path_, line, problems);
  for (const size_t column : {given::kId, given::kForm}) {
    if (cells[column].empty()) {
      report.add("no " + std::string(given::kColumns[column]) +
                 ", expected one");
    }
  }
  for (size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    const std::string problem = cell_text_problem(cells[i]);
    if (!problem.empty()) {
      report.add(std::string(given::kColumns[i]) + ": " + problem);
    }
  }
  check_dates(cells, &report);
  check_words(cells, &report);
}

void NamesCheck::check_dates(const given::Cells& cells, Report* report) const {
  base::YearRange ends[2];
  for (const size_t column : {given::kFrom, given::kTo}) {
    if (cells[column].empty()) continue;
    const Result<base::YearRange> date = base::parse_year_range(cells[column]);
    if (!date.ok()) {
      report->add(date.error().message);
    } else {
      ends[column == given::kTo] = *date;
    }
  }
  if (ends[0].first > ends[1].last) {
    report->add("from " + cells[given::kFrom] + " to " + cells[given::kTo] +
                ", expected an end after the beginning");
  }
}

// Languages, types and uses.
void NamesCheck::check_words(const given::Cells& cells, Report* report) const {
  if (!cells[given::kLang].empty() && !text::is_tag(cells[given::kLang])) {
    report->add("lang: '" + cells[given::kLang] +
                "', expected a language tag such as fa or zh-Hant");
  }
  if (known_types_)
    check_word("types", given::kType, cells[given::kType], report);
  for (std::string_view use : words(cells[given::kUse])) {
    check_word("use", given::kUse, use, report);
  }
}

// A word that the vocabulary must have, if there is one.
void NamesCheck::check_word(std::string_view list, size_t column,
                            std::string_view word, Report* report) const {
  const auto found = tables_.vocabulary.find(list);
  if (word.empty() || found == tables_.vocabulary.end() ||
      found->second.rows.empty()) {
    return;
  }
  for (const Row& row : found->second.rows) {
    if (row[vocabulary::kId] == word) return;
  }
  std::string known;
  for (const Row& row : found->second.rows) {
    known += (known.empty() ? "" : ", ") + row[vocabulary::kId];
  }
  report->add(std::string(given::kColumns[column]) + ": '" + std::string(word) +
              "', expected one of " + known);
}

}  // namespace khitai::compile
