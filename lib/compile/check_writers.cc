// SPDX-License-Identifier: Apache-2.0
//
// The tables of conventions: rules name classes there are, readers and writers
// sets of rules there are, what is made of forms a writer and a rule, and a
// convention that writes syllables has a
// spelling for each (Shaanxi's first, which is spelled so to stay apart, has
// none but in pinyin).

#include <algorithm>

#include "compile/check_index.h"
#include "compile/conventions.h"
#include "romanize/elsewhere.h"

namespace khitai::compile {
namespace {

constexpr std::string_view kOneVowel = "one-vowel:";
constexpr std::string_view kReading = "reading:";
constexpr std::string_view kApart = "shaan";

class WriterChecker {
 public:
  WriterChecker(const Index& index, Findings* findings)
      : index_(index),
        findings_(*findings),
        classes_(index.ids(TableKind::kClasses)) {
    sets_ = index.ids(TableKind::kRules);
  }
  void check_rules() {
    for (const Row& row : index_.rows(TableKind::kRules)) {
      if (!index_.judged(row)) continue;
      check_context(row, "before", row[rules::kBefore]);
      check_context(row, "after", row[rules::kAfter]);
    }
  }
  void check_readers() {
    for (const Row& row : index_.rows(TableKind::kReaders)) {
      if (index_.judged(row)) check_sets(row, "steps", row[readers::kSteps]);
    }
  }
  void check_writers() {
    for (const Row& row : index_.rows(TableKind::kWriters)) {
      if (!index_.judged(row)) continue;
      check_sets(row, "steps", row[writers::kSteps]);
      check_sets(row, "back", row[writers::kBack]);
      check_word(row, "tones", row[writers::kTones], {"", "digits", "marks"});
      check_word(row, "case", row[writers::kCase], {"", "dotted"});
      check_word(row, "syllables", row[writers::kSyllables],
                 {"", "efeo", "palladius", "pinyin", "wade-giles", "yale"});
      const bool mandarin = row[writers::kFrom] == "pinyin";
      if (mandarin != row[writers::kSyllables].empty()) continue;
      findings_.error(row, "syllables: '" + row[writers::kSyllables] +
                               "' with from '" + row[writers::kFrom] +
                               "', expected a column of syllables.tsv where "
                               "from is pinyin and nowhere else");
    }
  }
  void check_generated() {
    const Words* const rules = index_.list("rules");
    for (const Row& row : index_.rows(TableKind::kGenerated)) {
      if (!index_.judged(row)) continue;
      const std::string& convention = row[generated::kConvention];
      const auto& writers = index_.rows(TableKind::kWriters);
      const bool written =
          std::any_of(writers.begin(), writers.end(), [&](const Row& writer) {
            return writer[writers::kConvention] == convention &&
                   writer[writers::kLang] == row[generated::kLang];
          });
      if (!written) {
        findings_.error(row, "convention: '" + convention + "' for '" +
                                 row[generated::kLang] +
                                 "', expected a row of writers.tsv");
      }
      const std::string& lang = row[generated::kLang];
      if (convention_tag(index_.tables(), convention, lang).empty()) {
        findings_.error(row, "convention: '" + convention +
                                 "' has no tag for '" + lang +
                                 "', expected one in "
                                 "vocabulary/conventions.tsv");
      }
      if (rules != nullptr && rules->count(convention) == 0) {
        findings_.error(row, "convention: '" + convention +
                                 "' is no rule, expected one of "
                                 "vocabulary/rules.tsv" +
                                 Index::suggestion(convention, *rules));
      }
    }
  }
  void check_syllables() {
    constexpr size_t kColumns[] = {syllables::kWadeGiles, syllables::kPalladius,
                                   syllables::kEfeo, syllables::kYale};
    const auto columns = schema_of(TableKind::kSyllables).columns;
    for (const Row& row : index_.rows(TableKind::kSyllables)) {
      if (!index_.judged(row) || row[syllables::kPinyin] == kApart) continue;
      for (size_t column : kColumns) {
        if (!row[column].empty()) continue;
        findings_.error(row, std::string(columns[column].name) +
                                 ": nothing for '" + row[syllables::kPinyin] +
                                 "', expected its spelling");
      }
    }
  }

 private:
  void check_sets(const Row& row, const std::string& column,
                  std::string_view cell) {
    for (std::string_view set : split(cell, ' ')) {
      if (set.substr(0, kOneVowel.size()) == kOneVowel) {
        set.remove_prefix(kOneVowel.size());
      }
      if (set.starts_with(kReading)) {
        set.remove_prefix(kReading.size());
        if (romanize::is_read_elsewhere(set)) continue;
      }
      if (set.empty() || sets_.count(set) > 0) continue;
      findings_.error(row, column + ": '" + std::string(set) +
                               "' is no set of rules, expected one of "
                               "conventions/rules/" +
                               Index::suggestion(set, sets_));
    }
  }
  void check_context(const Row& row, const std::string& column,
                     std::string_view cell) {
    for (size_t at = cell.find('<'); at != std::string_view::npos;
         at = cell.find('<', at + 1)) {
      const size_t end = cell.find('>', at);
      const std::string_view name = cell.substr(at + 1, end - at - 1);
      if (end != std::string_view::npos && classes_.count(name) > 0) continue;
      findings_.error(row, column + ": '" + std::string(name) +
                               "' is no class, expected one of "
                               "conventions/classes.tsv" +
                               Index::suggestion(name, classes_));
    }
  }
  void check_word(const Row& row, const std::string& column,
                  std::string_view word,
                  const std::vector<std::string_view>& words) {
    if (std::find(words.begin(), words.end(), word) != words.end()) return;
    std::string list;
    for (std::string_view one : words) {
      if (!one.empty()) list += (list.empty() ? "" : ", ") + std::string(one);
    }
    findings_.error(row, column + ": '" + std::string(word) +
                             "', expected nothing or one of " + list);
  }

  const Index& index_;
  Findings& findings_;
  Words classes_, sets_;
};

}  // namespace

void check_writers(const Index& index, Findings* findings) {
  WriterChecker checker(index, findings);
  checker.check_rules();
  checker.check_readers();
  checker.check_writers();
  checker.check_generated();
  checker.check_syllables();
}

}  // namespace khitai::compile
