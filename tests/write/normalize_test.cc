// SPDX-License-Identifier: Apache-2.0
//
// Names replaced by preferred forms: tables of cases, and what holds for any
// text: it can be undone, it is done once, what is not listed is untouched.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/conventions.h"
#include "khitai/write.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/options.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"
#include "write/guards.h"

namespace khitai {
namespace {

using tests::Case;

// A line break is written \n in the tables.
std::string unescaped(std::string text) {
  for (size_t at = 0; (at = text.find("\\n", at)) != text.npos;) {
    text.replace(at, 2, "\n");
  }
  return text;
}

std::string escaped(std::string text) {
  for (size_t at = 0; (at = text.find('\n', at)) != text.npos;) {
    text.replace(at, 1, "\\n");
  }
  return text;
}

struct Wish {
  std::string doc = "t.txt";
  AnnotateOptions annotate;
  NormalizeOptions normalize;
};

std::vector<std::string> split(const std::string& cell, char mark) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= cell.size();) {
    const size_t end = std::min(cell.find(mark, at), cell.size());
    parts.push_back(cell.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// "level=name prefer=wade-giles also=quotes style=id:form_with_spaces lang=en"
Wish run_of(const std::string& cell) {
  Wish run;
  std::string rest;
  for (const auto& [key, value] : tests::read_options(cell)) {
    if (key == "level") {
      run.normalize.level = value == "name" ? Level::kName : Level::kEntity;
    } else if (key == "prefer") {
      run.normalize.prefer = convention_tags(tests::shipped_lexicon(), value);
      if (run.normalize.prefer.empty()) run.normalize.prefer = {value};
    } else if (key == "also") {
      run.normalize.quotes = value == "quotes";
      run.normalize.titles = value == "titles";
      run.normalize.bibliography = value == "bibliography";
    } else if (key == "style") {
      std::vector<std::string> parts = split(value, ':');
      std::replace(parts[1].begin(), parts[1].end(), '_', ' ');
      run.normalize.style.push_back({parts[0], parts[1], ""});
    } else if (key == "doc") {
      run.doc = value;
    } else {
      rest += (rest.empty() ? "" : " ") + key + "=" + value;
    }
  }
  run.annotate = tests::annotate_options(rest);
  return run;
}

Normalized normalized(const Lexicon& lexicon, const Wish& run,
                      const std::string& text) {
  return normalize(
      lexicon,
      {annotate_document(lexicon, run.doc, text, run.annotate).value()},
      run.normalize)[0];
}

TEST(NormalizeTest, ATextBecomesWhatItsRowSays) {
  for (const Case& row : tests::read_cases("normalize.tsv")) {
    const Lexicon& lexicon = tests::lexicon_named(row["lexicon"]);
    const Normalized got =
        normalized(lexicon, run_of(row["options"]), unescaped(row["input"]));
    const std::string wanted =
        row["output"] == "=" ? row["input"] : row["output"];
    expect_row(row, wanted, escaped(got.text));
  }
}

TEST(NormalizeTest, GuardsStandWhereTheTableSays) {
  for (const Case& row : tests::read_cases("normalize_guards.tsv")) {
    const std::string text = unescaped(row["text"]);
    std::string got;
    for (const write::Guarded& one :
         write::guards_of(text, row["format"] == "md")) {
      if (one.begin == one.end) continue;
      got += (got.empty() ? "" : "; ") +
             std::string(write::guard_word(one.guard)) + "=" +
             text.substr(one.begin, one.end - one.begin);
    }
    expect_row(row, row["guards"], escaped(got));
  }
}

std::string list_of(const Lexicon& lexicon, const std::string& doc, Level level,
                    const Normalized& result) {
  std::string list;
  write_changes_header(&list);
  write_changes(lexicon, doc, level, result, &list);
  return list;
}

// What every result keeps to. Returns how many names were replaced.
size_t expect_sound(const Lexicon& lexicon, const Wish& run,
                    const std::string& text, const std::string& where) {
  const Normalized once = normalized(lexicon, run, text);
  size_t from = 0, out_from = 0, replaced = 0;
  for (const Change& change : once.changes) {
    EXPECT_GE(change.begin, from) << where;
    EXPECT_EQ(text.substr(from, change.begin - from),
              once.text.substr(out_from, change.out_begin - out_from))
        << where << ": changed between the names";
    EXPECT_EQ(text.substr(change.begin, change.end - change.begin),
              change.old_text)
        << where;
    EXPECT_EQ(
        once.text.substr(change.out_begin, change.out_end - change.out_begin),
        change.new_text)
        << where;
    EXPECT_EQ(change.left, change.old_text == change.new_text) << where;
    from = change.end;
    out_from = change.out_end;
    replaced += change.left ? 0 : 1;
  }
  EXPECT_EQ(text.substr(from), once.text.substr(out_from)) << where;
  const auto back =
      undo_changes(run.doc, once.text, "list",
                   list_of(lexicon, run.doc, run.normalize.level, once));
  EXPECT_TRUE(back.ok()) << where << (back.ok() ? "" : back.error().message);
  if (back.ok()) {
    EXPECT_EQ(*back, text) << where;
  }
  return replaced;
}

std::vector<Wish> some_runs() {
  std::vector<Wish> runs;
  for (const char* options : {"", "level=entity", "level=name",
                              "prefer=wade-giles", "prefer=pinyin-notone"}) {
    runs.push_back(run_of(options));
  }
  return runs;
}

TEST(NormalizeTest, CorporaAndHostileTextsComeBack) {
  size_t replaced = 0, again = 0;
  for (const char* folder : {"/corpora", "/corpora/hostile"}) {
    for (const auto& entry : std::filesystem::directory_iterator(
             std::string(KHITAI_SOURCE_DIR) + folder)) {
      if (entry.path().extension() != ".txt") continue;
      const std::string text = tests::read_file(entry.path().string());
      // What is normalized is UTF-8.
      if (entry.path().filename().string().rfind("utf16", 0) == 0) continue;
      for (const Wish& run : some_runs()) {
        const Lexicon& lexicon = tests::shipped_lexicon();
        replaced += expect_sound(lexicon, run, text, entry.path().string());
        // Full names in place of short ones may decide others (docs/design.md).
        if (run.normalize.level == Level::kEntity) continue;
        const std::string once = normalized(lexicon, run, text).text;
        if (normalized(lexicon, run, once).text != once) {
          ++again;
          std::cout << entry.path() << " is not settled at once\n";
        }
      }
    }
  }
  EXPECT_GT(replaced, 50u);
  EXPECT_EQ(again, 0u);
}

TEST(NormalizeTest, TextsByChanceComeBackAndAreDoneAtOnce) {
  const char* const kPieces[] = {"Kara-Khitay",
                                 "Qara Khitai",
                                 "Hsi Liao",
                                 "Western Liao",
                                 "Yel\xC3\xBC",
                                 "Dashi",
                                 "\"",
                                 "'",
                                 "\n",
                                 "\n\n",
                                 "\r\n",
                                 " ",
                                 "*",
                                 "_",
                                 "`",
                                 "(",
                                 ")",
                                 "> ",
                                 "Balasaghun",
                                 "KARA-KHITAY",
                                 "\xFF",
                                 "\xE8\xA5",
                                 "\xE9\x81\xBC",
                                 "\xEF\xBB\xBF",
                                 "\x01",
                                 "References",
                                 "http://",
                                 "@",
                                 "<b>",
                                 "<",
                                 "1141",
                                 "\xE2\x80\x9C",
                                 "\xE2\x80\x9D",
                                 "\xC2\xAB",
                                 "\xC2\xBB"};
  std::mt19937 random(7);
  for (int i = 0; i < (tests::kSanitized ? 600 : 3000); ++i) {
    std::string text;
    for (size_t n = random() % 30; n > 0; --n) {
      text += kPieces[random() % std::size(kPieces)];
      if (random() % 2 == 0) text += ' ';
    }
    if (random() % 8 == 0) text += '\0';
    Wish run = run_of(i % 2 == 0 ? "lang=en" : "lang=en level=entity");
    if (i % 3 == 0) run.doc = "t.md";
    const std::string where = "text " + std::to_string(i) + ": " + text;
    expect_sound(tests::example_lexicon(), run, text, where);
    const std::string once =
        normalized(tests::example_lexicon(), run, text).text;
    EXPECT_EQ(normalized(tests::example_lexicon(), run, once).text, once)
        << where;
  }
}

TEST(NormalizeTest, UndoTellsWhereATextIsNotTheListed) {
  const Lexicon& lexicon = tests::example_lexicon();
  const Wish run = run_of("lang=en");
  const Normalized once =
      normalized(lexicon, run, "Balasaghun and Kara-Khitay");
  const std::string list = list_of(lexicon, "t.txt", Level::kForm, once);
  std::string other = once.text;
  other[0] = 'X';
  const auto back = undo_changes("t.txt", other, "list.tsv", list);
  ASSERT_FALSE(back.ok());
  EXPECT_EQ(back.error().message,
            "list.tsv:2: t.txt has 'Xalasagun' at byte 0, expected "
            "'Balasagun'");
  EXPECT_FALSE(undo_changes("t.txt", once.text, "x", "doc\n").ok());
}

}  // namespace
}  // namespace khitai
