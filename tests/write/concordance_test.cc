// SPDX-License-Identifier: Apache-2.0
//
// Passages by hand and by chance: their context, order, columns, and what they
// are written as.

#include "write/concordance.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "support/cases.h"
#include "text/grapheme.h"
#include "write/fixture.h"
#include "write/passages.h"
#include "write/plain_text.h"
#include "write/utf8.h"
#include "write/width.h"

namespace khitai::write {
namespace {

using tests::sample;
using tests::small_lexicon;

PassageWish wish_for(std::string_view entity) {
  PassageWish wish;
  wish.entities = {tests::entity_of(entity)};
  return wish;
}

std::vector<std::string> lines_of_rows(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string joined_texts(const std::vector<Passage>& rows) {
  std::string out;
  for (const Passage& one : rows) {
    out += (out.empty() ? "" : "|") + one.text;
  }
  return out;
}

TEST(PassagesTest, ContextInColumns) {
  for (const tests::Case& row : tests::read_cases("write_context.tsv")) {
    const size_t columns = std::stoul(row["columns"]);
    const std::string got(row["end"] == "last"
                              ? last_columns(row["text"], columns)
                              : first_columns(row["text"], columns));
    EXPECT_EQ(got, row["shown"]) << row.where << ": " << row["note"];
  }
}

TEST(PassagesTest, ContextFitsAndCutsNoCharacter) {
  std::mt19937 random(1124);
  const char* const pieces[] = {"a",      " ",      "\u897F", "\u0633",
                                "\u064E", "\u200C", "word",   "\U0001F42B"};
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (size_t n = random() % 30; n > 0; --n) {
      text += pieces[random() % std::size(pieces)];
    }
    const size_t width = random() % 20;
    const std::string_view first = first_columns(text, width);
    const std::string_view last = last_columns(text, width);
    EXPECT_LE(display_width(first), width) << text;
    EXPECT_LE(display_width(last), width) << text;
    EXPECT_EQ(text.substr(0, first.size()), first);
    EXPECT_EQ(text.substr(text.size() - last.size()), last);
    EXPECT_TRUE(text::may_cut(text, first.size())) << text;
    EXPECT_TRUE(text::may_cut(text, text.size() - last.size())) << text;
  }
}

TEST(PassagesTest, WhiteSpaceIsOneLine) {
  EXPECT_EQ(in_running_line("a\n b\t\tc\r\n\r\nd "), "a b c d ");
  EXPECT_EQ(in_running_line("\u897F\n\u9063"), "\u897F\u9063");
  EXPECT_EQ(in_running_line("\u897F\uFF0C\r\n\u9063"), "\u897F\uFF0C\u9063");
  EXPECT_EQ(in_running_line("\u897F \u9063"), "\u897F \u9063");
  EXPECT_EQ(in_running_line("\u897F\nLiao"), "\u897F Liao");
  EXPECT_EQ(in_running_line("\uAC70\n\uB780"), "\uAC70 \uB780");  // hangul
  EXPECT_EQ(in_running_line("a\xFF"), "a\uFFFD");
}

TEST(PassagesTest, EveryFormOfTheEntity) {
  const Annotation page = sample();
  const Passages found =
      passages_of(small_lexicon(), page, wish_for("qara-khitai"));
  ASSERT_EQ(found.rows.size(), 5u);
  EXPECT_EQ(found.ambiguous, 0u);
  EXPECT_EQ(found.rows[0].text, "Qara Khitai");
  EXPECT_EQ(found.rows[0].line, 3u);
  EXPECT_EQ(found.rows[0].column, 70u);
  EXPECT_EQ(found.rows[0].after.substr(0, 8), ", lasted");
  EXPECT_FALSE(found.rows[0].right_to_left);
  EXPECT_TRUE(found.rows[2].right_to_left);
  EXPECT_EQ(found.rows[4].text, "Qara Khitai");  // over a line end
  for (const Passage& one : found.rows) {
    EXPECT_LE(display_width(one.before), 40u);
    EXPECT_LE(display_width(one.after), 40u);
  }
}

TEST(PassagesTest, UndecidedOnesOnlyWhenAskedFor) {
  const Annotation page = sample();
  PassageWish wish = wish_for("sanjar-bukhara");
  EXPECT_EQ(passages_of(small_lexicon(), page, wish).rows.size(), 0u);
  EXPECT_EQ(passages_of(small_lexicon(), page, wish).ambiguous, 1u);
  wish.ambiguous = true;
  const Passages found = passages_of(small_lexicon(), page, wish);
  ASSERT_EQ(found.rows.size(), 1u);
  EXPECT_EQ(found.ambiguous, 0u);
  EXPECT_EQ(found.rows[0].decision, Decision::kAmbiguous);
  EXPECT_NEAR(found.rows[0].probability, 0.45, 1e-9);
  // What is decided to be nothing is no passage.
  EXPECT_EQ(passages_of(small_lexicon(), page, wish_for("kuchlug")).rows.size(),
            0u);
}

TEST(PassagesTest, OnlyThatSpelling) {
  const Annotation page = sample();
  PassageWish wish = wish_for("qara-khitai");
  wish.forms = {"qara khitai"};
  EXPECT_EQ(joined_texts(passages_of(small_lexicon(), page, wish).rows),
            "Qara Khitai|Qara Khitai");
  wish.forms = {"qara"};
  EXPECT_TRUE(passages_of(small_lexicon(), page, wish).rows.empty());
}

// Each mention of the entity has its passage, with the text it has.
TEST(PassagesTest, AsManyAsMentionsByChance) {
  std::mt19937 random(1141);
  const PassageWish wish = wish_for("qara-khitai");
  for (int i = 0; i < 300; ++i) {
    Annotation page = tests::random_annotation(&random);
    size_t matched = 0;
    for (Mention& one : page.mentions) {
      one.decision = random() % 2 == 0 ? Decision::kMatch : Decision::kNone;
      if (one.decision == Decision::kMatch) ++matched;
    }
    const Passages found = passages_of(small_lexicon(), page, wish);
    ASSERT_EQ(found.rows.size(), matched);
    for (const Passage& one : found.rows) {
      EXPECT_EQ(clean(one.before + one.text + one.after),
                one.before + one.text + one.after);
    }
  }
}

Passage passage_of(std::string before, std::string text, std::string after) {
  Passage one;
  one.document = "d";
  one.before = std::move(before);
  one.text = std::move(text);
  one.after = std::move(after);
  one.decision = Decision::kMatch;
  one.entity = tests::entity_of("qara-khitai");
  one.right_to_left = runs_from_right(one.before, one.text, one.after);
  return one;
}

std::string sorted(PassageOrder order, std::vector<Passage> rows) {
  sort_passages(order, &rows);
  return joined_texts(rows);
}

TEST(ConcordanceTest, Orders) {
  const std::vector<Passage> rows = {
      passage_of("the great ", "C", " won"),
      passage_of("a small ", "a", " Lost"),
      passage_of("one great ", "b", " and"),
      passage_of("", "B", ""),
  };
  EXPECT_EQ(sorted(PassageOrder::kPlace, rows), "C|a|b|B");
  // Folded; what is the same then by its spelling.
  EXPECT_EQ(sorted(PassageOrder::kForm, rows), "a|B|b|C");
  // Away from the name: great one, great the, small a.
  EXPECT_EQ(sorted(PassageOrder::kBefore, rows), "B|b|C|a");
  EXPECT_EQ(sorted(PassageOrder::kLeft, rows), "B|b|C|a");
  EXPECT_EQ(sorted(PassageOrder::kAfter, rows), "B|b|a|C");
  EXPECT_EQ(sorted(PassageOrder::kRight, rows), "B|b|a|C");
}

TEST(ConcordanceTest, LeftOfWhatRunsFromTheRightIsWhatFollows) {
  // Alef and beh before, teh and jeem after.
  const std::vector<Passage> rows = {
      passage_of("\u0628 ", "\u0633", " \u062A"),
      passage_of("\u0627 ", "\u0634", " \u062C"),
  };
  EXPECT_EQ(sorted(PassageOrder::kLeft, rows), "\u0633|\u0634");
  EXPECT_EQ(sorted(PassageOrder::kAfter, rows), "\u0633|\u0634");
  EXPECT_EQ(sorted(PassageOrder::kRight, rows), "\u0634|\u0633");
  EXPECT_EQ(sorted(PassageOrder::kBefore, rows), "\u0634|\u0633");
}

TEST(ConcordanceTest, TheNameStandsAtOneColumn) {
  const Annotation page = sample();
  ConcordanceOptions options;
  for (size_t context : {8, 20, 40}) {
    options.context = context;
    std::string out;
    write_passages_text(
        small_lexicon(),
        passages_of(small_lexicon(), page, wish_for("qara-khitai")).rows,
        options, &out);
    const std::vector<std::string> lines = lines_of_rows(out);
    ASSERT_EQ(lines.size(), 6u);
    EXPECT_EQ(lines[0], "sample.txt  English, 5 passages");
    for (size_t i = 1; i < lines.size(); ++i) {
      const std::string left = lines[i].substr(0, lines[i].find('['));
      EXPECT_EQ(display_width(left), 9 + 2 + context) << lines[i];
    }
  }
}

TEST(ConcordanceTest, WhatFollowsStandsOnTheLeftOfArabic) {
  const std::vector<Passage> rows = {
      passage_of("\u0628 ", "\u0633", " \u062A")};
  ConcordanceOptions options;
  options.context = 6;
  std::string out;
  write_passages_text(small_lexicon(), rows, options, &out);
  const std::string row = lines_of_rows(out).at(1);
  const size_t name = row.find("[\u2067\u0633\u2069]");
  ASSERT_NE(name, std::string::npos) << row;
  EXPECT_LT(row.find("\u2067 \u062A\u2069"), name) << row;
  EXPECT_GT(row.find("\u2067\u0628 \u2069"), name) << row;
}

TEST(ConcordanceTest, ControlsOfDirectionDoNotLeaveTheirCell) {
  EXPECT_EQ(without_bidi_controls("a\u202Eb\u2069c\u2067"), "abc");
  EXPECT_EQ(without_bidi_controls("a\u200Cb\u200E"), "a\u200Cb\u200E");
}

TEST(ConcordanceTest, WideTerminalsAndNarrowOnes) {
  const Annotation page = sample();
  ConcordanceOptions options;
  for (size_t width : {60, 80, 120}) {
    options.write.width = width;
    std::string out;
    write_passages_text(
        small_lexicon(),
        passages_of(small_lexicon(), page, wish_for("qara-khitai")).rows,
        options, &out);
    for (const std::string& line : lines_of_rows(out)) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(ConcordanceTest, WrittenAsPromised) {
  const Annotation page = sample();
  PassageWish wish = wish_for("qara-khitai");
  wish.width = 24;
  const std::vector<Passage> rows =
      passages_of(small_lexicon(), page, wish).rows;
  std::string csv;
  write_passages_csv_header(&csv);
  write_passages_csv(small_lexicon(), rows, &csv);
  tests::expect_golden("concordance.csv", csv);
  std::string jsonl;
  write_passages_jsonl(small_lexicon(), rows, &jsonl);
  tests::expect_golden("concordance.jsonl", jsonl);
  std::string html;
  begin_passages_html("Concordance: <Qara Khitai>", &html);
  write_passages_html(small_lexicon(), rows, &html);
  end_passages_html(&html);
  tests::expect_golden("concordance.html", html);
}

}  // namespace
}  // namespace khitai::write
