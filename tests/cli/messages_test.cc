// SPDX-License-Identifier: Apache-2.0

#include "cli/messages.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/catalogues.h"

namespace khitai::cli {
namespace {

constexpr char kOne[] = "{1} document annotated";
constexpr char kMany[] = "{1} documents annotated";

// Rows of a table: "language<TAB>count<TAB>what is said".
TEST(MessagesTest, PluralsAreThoseOfTheLanguage) {
  std::ifstream table(KHITAI_SOURCE_DIR "/tests/cases/messages_plural.tsv");
  ASSERT_TRUE(table);
  size_t rows = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string language, count, expected;
    std::getline(cells, language, '\t');
    std::getline(cells, count, '\t');
    std::getline(cells, expected, '\t');
    if (language != "C" && embedded_catalogues().empty()) continue;
    const Messages said(language);
    EXPECT_EQ(filled(said.of_count(kOne, kMany, std::stoull(count)), {count}),
              expected)
        << line;
    ++rows;
  }
  EXPECT_GE(rows, 5U);
}

TEST(MessagesTest, WhatHasNoTranslationIsEnglish) {
  for (const char* language : {"", "ru", "zh_CN", "xx"}) {
    const Messages said(language);
    EXPECT_EQ(said.one("no such message"), "no such message") << language;
    EXPECT_EQ(said.of_count("one such", "many such", 1), "one such");
    EXPECT_EQ(said.of_count("one such", "many such", 0), "many such");
    // Not the head of a catalogue.
    EXPECT_EQ(said.one(""), "") << language;
  }
  EXPECT_EQ(Messages("xx").one("Names"), "Names");
  EXPECT_EQ(Messages("").one("Names"), "Names");
}

TEST(MessagesTest, ACatalogueSpeaksItsLanguage) {
  if (embedded_catalogues().empty()) GTEST_SKIP() << "no msgfmt";
  EXPECT_EQ(embedded_catalogues().size(), 2U);
  for (const EmbeddedCatalogue& one : embedded_catalogues()) {
    EXPECT_NE(Messages(std::string(one.language)).one("Names"), "Names");
  }
}

// LC_ALL, LC_MESSAGES, LANG, LANGUAGE -> the language spoken.
TEST(MessagesTest, TheLanguageIsThatOfTheEnvironment) {
  if (embedded_catalogues().empty()) GTEST_SKIP() << "no msgfmt";
  const auto told = [](const char* all, const char* messages, const char* lang,
                       const char* language) {
    return language_of({all, messages, lang, language});
  };
  EXPECT_EQ(told("", "", "", ""), "");
  EXPECT_EQ(told("", "", "ru_RU.UTF-8", ""), "ru");
  EXPECT_EQ(told("", "", "ru", ""), "ru");
  EXPECT_EQ(told("", "", "ru_UA.utf8", ""), "ru");
  EXPECT_EQ(told("", "", "zh_CN.UTF-8@pinyin", ""), "zh_CN");
  EXPECT_EQ(told("", "", "zh_TW.UTF-8", ""), "zh_CN");
  EXPECT_EQ(told("", "", "fr_FR.UTF-8", ""), "");
  EXPECT_EQ(told("", "", "rue_UA.UTF-8", ""), "");
  // The first that is set counts.
  EXPECT_EQ(told("C", "", "ru_RU.UTF-8", ""), "");
  EXPECT_EQ(told("C.UTF-8", "", "ru_RU.UTF-8", "ru"), "");
  EXPECT_EQ(told("POSIX", "", "ru_RU.UTF-8", "ru"), "");
  EXPECT_EQ(told("", "zh_CN.UTF-8", "ru_RU.UTF-8", ""), "zh_CN");
  EXPECT_EQ(told("", "en_US.UTF-8", "ru_RU.UTF-8", ""), "");
  // LANGUAGE goes before them, unless no language is wanted at all.
  EXPECT_EQ(told("", "", "en_US.UTF-8", "ru"), "ru");
  EXPECT_EQ(told("", "", "en_US.UTF-8", "fr:zh_CN:ru"), "zh_CN");
  EXPECT_EQ(told("", "", "ru_RU.UTF-8", "en:ru"), "");
  EXPECT_EQ(told("", "", "ru_RU.UTF-8", "fr"), "");
  EXPECT_EQ(told("", "", "", "ru"), "");
  // What is said is UTF-8.
  EXPECT_EQ(told("", "", "ru_RU.KOI8-R", ""), "");
  EXPECT_EQ(told("", "", "zh_CN.GB18030", "zh_CN"), "");
}

TEST(MessagesTest, PlacesAreFilledOnceAndOthersStay) {
  EXPECT_EQ(filled("{2} and {1}", {"a", "b"}), "b and a");
  EXPECT_EQ(filled("{1}{1}", {"a"}), "aa");
  EXPECT_EQ(filled("{1}", {"{1}"}), "{1}");
  EXPECT_EQ(filled("{1}, {2}", {"{2}", "x"}), "{2}, x");
  EXPECT_EQ(filled("{2} {0} {x} {1 {}", {"a"}), "{2} {0} {x} {1 {}");
  EXPECT_EQ(filled("{9}{1}", {}), "{9}{1}");
  EXPECT_EQ(filled("{1", {"a"}), "{1");
  EXPECT_EQ(filled("", {"a"}), "");
}

}  // namespace
}  // namespace khitai::cli
