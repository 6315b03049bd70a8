// SPDX-License-Identifier: Apache-2.0
//
// Texts and their mentions, as a table.

#include "support/cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "khitai/annotate.h"
#include "support/expect_row.h"
#include "support/options.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;

// "slice=entity|decision" of a mention, as far as `wanted` says one.
std::string words_of(const Lexicon& lexicon, const Annotation& page,
                     const Mention& mention, const std::string& wanted) {
  std::string text =
      page.source.substr(mention.begin, mention.end - mention.begin);
  const bool any = wanted.find("=*") != std::string::npos;
  const bool decided = wanted.find('|') != std::string::npos;
  text +=
      "=" + (any ? "*" : tests::id_of(lexicon, mention.candidates[0].entity));
  if (!decided) return text;
  return text + "|" + std::string(decision_word(mention.decision));
}

std::vector<std::string> split(const std::string& cell) {
  std::vector<std::string> parts;
  for (size_t at = 0; at < cell.size();) {
    const size_t end = std::min(cell.find("; ", at), cell.size());
    parts.push_back(cell.substr(at, end - at));
    at = end + 2;
  }
  return parts;
}

TEST(AnnotateTest, ATextHasTheMentionsOfItsRow) {
  for (const Case& row : tests::read_cases("annotate_cases.tsv")) {
    const Lexicon& lexicon = tests::lexicon_named(row["lexicon"]);
    const Annotation page =
        annotate_document(lexicon, "t.txt", row["text"],
                          tests::annotate_options(row["options"]))
            .value();
    const std::vector<std::string> wanted = split(row["mentions"]);
    std::string got;
    for (size_t i = 0; i < page.mentions.size(); ++i) {
      got +=
          (i == 0 ? "" : "; ") + words_of(lexicon, page, page.mentions[i],
                                          i < wanted.size() ? wanted[i] : "|");
    }
    expect_row(row, row["mentions"], got);
  }
}

}  // namespace
}  // namespace khitai
