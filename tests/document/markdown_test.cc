// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "khitai/annotate.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai::document {
namespace {

using tests::Case;
using tests::expect_row;
using tests::read_cases;

// Runs of line ends that are longer than two cut to two; none at the ends.
std::string trimmed(std::string_view plain) {
  std::string out;
  for (char c : plain) {
    const bool blank = out.size() >= 2 && out.substr(out.size() - 2) == "\n\n";
    if (c == '\n' && (out.empty() || blank)) continue;
    out += c;
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

TEST(MarkdownTest, ASourceHasTheTextOfItsRow) {
  for (const Case& row : read_cases("document_markdown.tsv")) {
    const Document document = Document::of_markdown(row["source"]);
    expect_row(row, row["plain"], trimmed(document.plain()));
  }
}

Annotation annotate_markdown(const std::string& text) {
  AnnotateOptions options;
  options.input = Input::kMarkdown;
  return annotate_document(tests::example_lexicon(), "t", text, options)
      .value();
}

TEST(MarkdownTest, ASourceHasTheMentionsOfItsRow) {
  for (const Case& row : read_cases("document_mentions.tsv")) {
    const Annotation page = annotate_markdown(row["text"]);
    std::string mentions;
    for (const Mention& one : page.mentions) {
      mentions +=
          (mentions.empty() ? "" : " ") +
          page.source.substr(one.begin, one.end - one.begin) + "=" +
          tests::id_of(tests::example_lexicon(), one.candidates[0].entity);
    }
    expect_row(row, row["mentions"], mentions);
  }
}

TEST(MarkdownTest, FilesAreMarkdownByTheirName) {
  const std::string text = "`Sanjar` and **Qara** Khitai";
  const Lexicon& lexicon = tests::example_lexicon();
  for (const char* name : {"a.md", "b.markdown", "x/y.txt.md", "README.MD"}) {
    EXPECT_EQ(
        annotate_document(lexicon, name, text, {}).value().mentions.size(), 1u);
  }
  for (const char* name : {"a.txt", "md", "a.md.txt", "-"}) {
    EXPECT_EQ(
        annotate_document(lexicon, name, text, {}).value().mentions.size(), 2u);
  }
}

// Pieces that Markdown is made of, in any order.
const std::vector<std::string> kPieces = {"Qara Khitai",
                                          "Sanjar",
                                          "Qara",
                                          "Khitai",
                                          " ",
                                          " ",
                                          "\n",
                                          "\n",
                                          "\n\n",
                                          "**",
                                          "*",
                                          "_",
                                          "__",
                                          "~~",
                                          "`",
                                          "```\n",
                                          "# ",
                                          "## ",
                                          "- ",
                                          "1. ",
                                          "> ",
                                          "    ",
                                          "\t",
                                          "[",
                                          "](",
                                          ")",
                                          "](http://x.org/Sanjar)",
                                          "![",
                                          "][ref]",
                                          "\n[ref]: http://x.org \"Sanjar\"\n",
                                          "<b>",
                                          "</b>",
                                          "<div>\n",
                                          "</div>\n",
                                          "<!--",
                                          "-->",
                                          "<http://x.org/Sanjar>",
                                          "http://x.org/Sanjar",
                                          "www.x.org",
                                          "a@b.org",
                                          "|",
                                          "\n|---|---|\n",
                                          "| Sanjar | Khitai |\n",
                                          "---\n",
                                          "===\n",
                                          "\\",
                                          "\\*",
                                          "&amp;",
                                          "&nbsp;",
                                          "&#x41;",
                                          "&#0;",
                                          "\r\n",
                                          "\xE8\xA5\xBF\xE9\x81\xBC",
                                          "\xE8\xA5\xBF",
                                          "\xE9\x81\xBC",
                                          "\xCC\x81",
                                          "\xD8\xB3\xD9\x86\xD8\xAC\xD8\xB1",
                                          "\xFF",
                                          "\xE8\xA5",
                                          "\xEF\xBB\xBF",
                                          std::string(1, '\0'),
                                          "\x01",
                                          "word",
                                          "1141",
                                          "'",
                                          "\"",
                                          "'s"};

std::string random_markdown(std::mt19937* random) {
  std::string text;
  const size_t count = (*random)() % 40;
  for (size_t i = 0; i < count; ++i) {
    text += kPieces[(*random)() % kPieces.size()];
  }
  return text;
}

// Every byte of text is a byte of the source, in order, or the reader's own.
void check_map(const Document& document, const std::string& source) {
  const std::string_view plain = document.plain();
  size_t last = 0;
  for (size_t i = 0; i < plain.size(); ++i) {
    const size_t begin = document.source_begin(i);
    const size_t end = document.source_end(i + 1);
    ASSERT_GE(begin, last) << source;
    ASSERT_LE(end, source.size()) << source;
    last = begin;
    if (begin == end) continue;
    ASSERT_EQ(end, begin + 1) << source;
    ASSERT_EQ(plain[i], source[begin]) << source;
  }
}

TEST(MarkdownTest, EveryByteOfTextKnowsItsByteOfSource) {
  std::mt19937 random(1124);
  for (int round = 0; round < 4000; ++round) {
    const std::string source = random_markdown(&random);
    const Document document = Document::of_markdown(source);
    check_map(document, source);
    if (HasFatalFailure()) return;
  }
}

// What a mention spans begins and ends with the bytes that show its name.
TEST(MarkdownTest, MentionsBeginAndEndWithTheirNames) {
  std::mt19937 random(1218);
  size_t count = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string source = random_markdown(&random);
    const Annotation page = annotate_markdown(source);
    size_t last = 0;
    for (const Mention& one : page.mentions) {
      ++count;
      ASSERT_GE(one.begin, last) << source;
      ASSERT_LT(one.begin, one.end) << source;
      ASSERT_LE(one.end, source.size()) << source;
      const std::string_view form =
          tests::example_lexicon().form(one.candidates[0].form).text;
      ASSERT_EQ(source[one.begin], form.front()) << source;
      // It may end in another spelling of the letter (with a mark, say).
      if (static_cast<unsigned char>(source[one.end - 1]) < 0x80) {
        ASSERT_EQ(source[one.end - 1], form.back()) << source;
      }
      last = one.end;
    }
  }
  EXPECT_GT(count, 2000u);
}

TEST(TextTest, APlainTextIsItsOwnSource) {
  const std::string source = "a\n\n**b** \xFF";
  const Document document = Document::of_text(source);
  EXPECT_EQ(document.plain(), source);
  for (size_t i = 0; i <= source.size(); ++i) {
    EXPECT_EQ(document.source_begin(i), i);
    EXPECT_EQ(document.source_end(i), i);
  }
}

TEST(RunsTest, TextOfTheReadersOwnLeadsToTheSourceBeforeIt) {
  Document document;
  document.append_own("x");
  document.append_run("abc", 5);
  document.append_run("de", 8);  // goes on
  document.append_own("\n\n");
  document.append_run("f", 20);
  EXPECT_EQ(document.plain(), "xabcde\n\nf");
  EXPECT_EQ(document.source_begin(0), 0u);
  EXPECT_EQ(document.source_begin(1), 5u);
  EXPECT_EQ(document.source_end(4), 8u);
  EXPECT_EQ(document.source_end(6), 10u);
  EXPECT_EQ(document.source_begin(6), 10u);
  EXPECT_EQ(document.source_end(8), 10u);
  EXPECT_EQ(document.source_begin(8), 20u);
  EXPECT_EQ(document.source_end(9), 21u);
}

}  // namespace
}  // namespace khitai::document
