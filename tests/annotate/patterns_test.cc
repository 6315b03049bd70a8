// SPDX-License-Identifier: Apache-2.0
//
// Users' patterns: a table of one pattern each, and what two do together.

#include "context/patterns.h"

#include <gtest/gtest.h>

#include <string>

#include "khitai/annotate.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/options.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;

Result<Patterns> patterns_of(const std::string& table) {
  return read_patterns(tests::example_lexicon(), "p.tsv", table);
}

std::string slice(const Annotation& page, size_t begin, size_t end) {
  return page.source.substr(begin, end - begin);
}

std::string found_in(const std::string& text, const AnnotateOptions& options) {
  const Lexicon& lexicon = tests::example_lexicon();
  const Annotation page =
      annotate_document(lexicon, "t.txt", text, options).value();
  std::string out;
  const auto add = [&](const std::string& words) {
    out += (out.empty() ? "" : "; ") + words;
  };
  for (const Mention& one : page.mentions) {
    add(slice(page, one.begin, one.end) + "=" +
        tests::id_of(lexicon, one.candidates[0].entity) + "|" +
        std::string(decision_word(one.decision)));
  }
  for (const Mark& one : page.marks) {
    add("~" + slice(page, one.begin, one.end));
  }
  return out;
}

TEST(PatternsTest, ATextHasWhatItsRowSays) {
  for (const Case& row : tests::read_cases("patterns.tsv")) {
    const auto patterns = patterns_of("label\tregex\tentity\nit\t" +
                                      row["regex"] + "\t" + row["entity"]);
    if (!patterns.ok()) {
      expect_row(row, row["found"], "!");
      continue;
    }
    AnnotateOptions options = tests::annotate_options(row["options"]);
    options.patterns = *patterns;
    expect_row(row, row["found"], found_in(row["text"], options));
  }
}

std::string found_by(const std::string& rows, const std::string& text,
                     bool overlaps = false) {
  AnnotateOptions options;
  options.patterns = patterns_of("label\tregex\tentity\n" + rows).value();
  options.overlaps = overlaps;
  return found_in(text, options);
}

TEST(PatternsTest, OfTwoTheFirstAndLongestCounts) {
  const std::string rows = "a\tb c\tchina\nb\ta b\tjin-dynasty\n";
  EXPECT_EQ(found_by(rows, "a b c"), "a b=jin-dynasty|match");
  EXPECT_EQ(found_by(rows, "a b c", true),
            "a b=jin-dynasty|match; b c=china|match");
  EXPECT_EQ(found_by("a\ta\tchina\nb\ta b\tjin-dynasty\n", "a b"),
            "a b=jin-dynasty|match");
}

TEST(PatternsTest, OfTheSameBytesTheEarlierRowCounts) {
  EXPECT_EQ(found_by("a\ta\tchina\nb\ta\tjin-dynasty\n", "a"), "a=china|match");
}

TEST(PatternsTest, ATableMayLackEntitiesAndHaveOtherColumns) {
  const auto patterns =
      patterns_of("\xEF\xBB\xBFnote\tregex\tlabel\r\nx\t\\d+\tnumber\r\n\r\n");
  ASSERT_TRUE(patterns.ok()) << patterns.error().message;
  EXPECT_TRUE(patterns->marks);
  AnnotateOptions options;
  options.patterns = *patterns;
  EXPECT_EQ(found_in("5 of 12", options), "~5; ~12");
}

void expect_error(const std::string& table, const std::string& message) {
  const auto patterns = patterns_of(table);
  ASSERT_FALSE(patterns.ok()) << table;
  EXPECT_EQ(patterns.error().message, message);
}

TEST(PatternsTest, ErrorsSayWhereAndWhat) {
  expect_error("", "p.tsv:1: nothing, expected a header with label and regex");
  expect_error("label\tentity\n",
               "p.tsv:1: expected a header with label, regex and, if wanted, "
               "entity, tabs between");
  expect_error("label\tregex\tregex\n",
               "p.tsv:1: two columns 'regex', expected one");
  expect_error("label\tregex\nx\n\nx\t(\ny\t\n",
               "p.tsv:2: 1 column, expected 2\n"
               "p.tsv:4: regex: missing ): (, expected an RE2 expression\n"
               "p.tsv:5: regex: empty, expected a regular expression");
  expect_error("label\tregex\tentity\nx\ta\tnobody\n",
               "p.tsv:2: entity: 'nobody', expected the id of an entity of "
               "this lexicon, or nothing");
  expect_error("label\tregex\nx\ta*\n",
               "p.tsv:2: regex: matches an empty text, expected one that does "
               "not");
}

TEST(PatternsTest, AnExpressionHasABound) {
  const auto huge = patterns_of("label\tregex\nx\t((a{100}){100}){100}\n");
  ASSERT_FALSE(huge.ok());
  EXPECT_NE(huge.error().message.find("p.tsv:2: regex: "), std::string::npos);
  EXPECT_FALSE(
      patterns_of("label\tregex\nx\t" + std::string(5000, 'a') + "\n").ok());
}

// A paragraph that is too long is cut at a space, and hits stand where they
// should behind the cut.
TEST(PatternsTest, LongParagraphsAreReadInPieces) {
  context::PatternSet set;
  ASSERT_TRUE(set.add("x", "needle", kNoRow).ok());
  std::string text;
  while (text.size() < 5 * context::kPieceSize) text += "needle hay ";
  std::vector<context::PatternHit> hits;
  set.find(text, &hits);
  ASSERT_EQ(hits.size(), text.size() / 11);
  for (size_t i = 0; i < hits.size(); ++i) EXPECT_EQ(hits[i].begin, 11 * i);
}

TEST(PatternsTest, SayWhyTheyDecided) {
  AnnotateOptions options;
  options.patterns =
      patterns_of("label\tregex\tentity\nmine\tBahadur\tahmad-sanjar\n")
          .value();
  const Annotation page =
      annotate_document(tests::example_lexicon(), "t.txt", "Bahadur", options)
          .value();
  ASSERT_EQ(page.mentions.size(), 1u);
  const Candidate& top = page.mentions[0].candidates.at(0);
  EXPECT_EQ(top.probability, 1);
  ASSERT_EQ(top.features.size(), 1u);
  EXPECT_EQ(top.features[0].words, "pattern mine");
}

}  // namespace
}  // namespace khitai
