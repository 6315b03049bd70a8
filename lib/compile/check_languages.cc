// SPDX-License-Identifier: Apache-2.0
//
// Language tags: well-formed after BCP 47, written the usual way, and of a
// language, script and convention that the vocabulary knows.

#include <algorithm>

#include "base/ascii.h"
#include "compile/check_index.h"

namespace khitai::compile {
namespace {

using base::is_digit;
using base::is_lower;
using base::is_upper;

template <typename Test>
bool all(std::string_view text, Test test) {
  return std::all_of(text.begin(), text.end(), test);
}

bool is_letters(std::string_view text) {
  return all(text, [](char c) { return is_lower(c) || is_upper(c); });
}

// The parts of a tag, as views into it. `rest` holds variants and private
// subtags: what tells conventions apart.
struct Tag {
  std::string_view language, script, region;
  std::vector<std::string_view> rest;  // "pinyin"; "x-ijmes" without the x
};

bool is_script(std::string_view subtag) {
  return subtag.size() == 4 && is_letters(subtag);
}

bool is_region(std::string_view subtag) {
  return (subtag.size() == 2 && is_letters(subtag)) ||
         (subtag.size() == 3 && all(subtag, is_digit));
}

bool is_variant(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag[0]));
}

// What is wrong with the subtags after language, script and region, or
// nothing.
std::string read_rest(const std::vector<std::string_view>& subtags, size_t at,
                      Tag* tag) {
  bool is_private = false;
  for (; at < subtags.size(); ++at) {
    const std::string subtag(subtags[at]);
    if (!is_private && subtag == "x") {
      is_private = true;
      if (at + 1 == subtags.size()) {
        return "nothing after x, expected a private subtag";
      }
      continue;
    }
    if (!is_private && !is_variant(subtag)) {
      return "'" + subtag +
             "' stands where no such subtag can, expected "
             "language-Script-REGION-variant-x-private";
    }
    tag->rest.push_back(subtags[at]);
  }
  return "";
}

// Reads `text`; returns what is wrong with it, or nothing.
std::string read_tag(std::string_view text, Tag* tag) {
  const std::vector<std::string_view> subtags = split(text, '-');
  for (std::string_view subtag : subtags) {
    if (subtag.empty() || subtag.size() > 8 || !all(subtag, [](char c) {
          return is_lower(c) || is_upper(c) || is_digit(c);
        })) {
      return "the subtag '" + std::string(subtag) +
             "', expected 1 to 8 letters or digits between hyphens";
    }
  }
  tag->language = subtags[0];
  if (tag->language.size() < 2 || tag->language.size() > 3 ||
      !is_letters(tag->language)) {
    return "it begins with '" + std::string(tag->language) +
           "', expected a language of two or three letters";
  }
  size_t at = 1;
  if (at < subtags.size() && is_script(subtags[at]))
    tag->script = subtags[at++];
  if (at < subtags.size() && is_region(subtags[at]))
    tag->region = subtags[at++];
  return read_rest(subtags, at, tag);
}

// zh-Hant-TW: the usual case of letters.
bool is_usual(const Tag& tag) {
  if (!all(tag.language, is_lower)) return false;
  if (!tag.script.empty() &&
      !(is_upper(tag.script[0]) && all(tag.script.substr(1), is_lower))) {
    return false;
  }
  if (!all(tag.region, [](char c) { return !is_lower(c); })) return false;
  return std::all_of(tag.rest.begin(), tag.rest.end(),
                     [](std::string_view subtag) {
                       return all(subtag, [](char c) { return !is_upper(c); });
                     });
}

class TagChecker {
 public:
  TagChecker(const Index& index, Findings* findings)
      : index_(index), findings_(*findings) {
    const auto& vocabulary = index.tables().vocabulary;
    const auto conventions = vocabulary.find("conventions");
    if (conventions == vocabulary.end()) return;
    for (const Row& row : conventions->second.rows) {
      add_convention(row[vocabulary_conventions::kTag]);
      for (std::string_view alias :
           split(row[vocabulary_conventions::kAliases], ',')) {
        add_convention(alias);
      }
    }
  }

  void check_table(const Schema& schema) {
    for (size_t i = 0; i < schema.columns.size(); ++i) {
      if (schema.columns[i].cell != Cell::kLang) continue;
      for (const Row& row : index_.rows(schema.kind)) {
        if (index_.judged(row) && !row[i].empty()) {
          check(row, schema.columns[i].name, row[i]);
        }
      }
    }
  }

 private:
  void check(const Row& row, std::string_view column, std::string_view cell) {
    Words seen;
    for (std::string_view text : split(cell, ' ')) {
      std::string problem = tag_problem(text);
      if (problem.empty() && !seen.insert(text).second) {
        problem = "it stands twice, expected each tag once";
      }
      if (problem.empty()) continue;
      findings_.error(row, std::string(column) + ": '" + std::string(text) +
                               "': " + problem);
    }
  }
  // A convention may write a language in a script that is not its own.
  void add_convention(std::string_view text) {
    Tag tag;
    if (!read_tag(text, &tag).empty() || tag.script.empty()) return;
    conventions_.insert(tag.rest.begin(), tag.rest.end());
    const size_t end = tag.script.data() + tag.script.size() - text.data();
    written_.insert(text.substr(0, end));
  }
  std::string tag_problem(std::string_view text) const;
  bool is_written(std::string_view text, const Tag& tag,
                  std::string_view scripts) const;

  const Index& index_;
  Findings& findings_;
  Words conventions_;  // "ijmes"
  Words written_;      // "zh-Cyrl"
};

bool TagChecker::is_written(std::string_view text, const Tag& tag,
                            std::string_view scripts) const {
  if (tag.script.empty()) return true;
  const std::vector<std::string_view> known = split(scripts, ' ');
  if (std::find(known.begin(), known.end(), tag.script) != known.end()) {
    return true;
  }
  const size_t end = tag.script.data() + tag.script.size() - text.data();
  return written_.count(text.substr(0, end)) > 0;
}

std::string TagChecker::tag_problem(std::string_view text) const {
  Tag tag;
  std::string problem = read_tag(text, &tag);
  if (!problem.empty()) return problem;
  if (!is_usual(tag)) {
    return "letters in unusual case, expected as in zh-Hant-TW-x-private";
  }
  const Words* languages = index_.list("languages");
  if (languages == nullptr) return "";  // told once, by check_languages()
  const Row* language = index_.vocabulary_row("languages", tag.language);
  if (language == nullptr) {
    return "the language '" + std::string(tag.language) +
           "' is not known, expected one of vocabulary/languages.tsv" +
           Index::suggestion(tag.language, *languages);
  }
  const std::string& scripts = (*language)[vocabulary_languages::kScripts];
  if (!is_written(text, tag, scripts)) {
    return "the script '" + std::string(tag.script) +
           "' is not one of its language, expected one of " + scripts;
  }
  for (std::string_view subtag : tag.rest) {
    if (conventions_.count(subtag) > 0) continue;
    return "the subtag '" + std::string(subtag) +
           "' is not known, expected one of the tags in "
           "vocabulary/conventions.tsv" +
           Index::suggestion(subtag, conventions_);
  }
  return "";
}

}  // namespace

void check_languages(const Index& index, Findings* findings) {
  if (index.list("languages") == nullptr) {
    findings->error("vocabulary/languages.tsv",
                    "missing or empty, expected the languages of the tags");
  }
  TagChecker checker(index, findings);
  for (const Schema& schema : all_schemas()) checker.check_table(schema);
}

}  // namespace khitai::compile
