// SPDX-License-Identifier: Apache-2.0
//
// Years, cues and languages as tables.

#include <gtest/gtest.h>

#include <string>

#include "context/cues.h"
#include "context/language.h"
#include "context/sentences.h"
#include "context/year_words.h"
#include "context/years.h"
#include "fold/fold.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai::context {
namespace {

using tests::Case;
using tests::expect_row;
using tests::read_cases;

fold::Units units_of(std::string_view text) {
  fold::Units units;
  fold::append_units(text, &units);
  return units;
}

void add_word(std::string_view word, std::string* list) {
  if (!list->empty()) *list += ' ';
  *list += word;
}

std::string guess(const std::string& text) {
  const LanguageGuesser guesser(tests::shipped_lexicon());
  return guesser.guess(text, units_of(text));
}

TEST(YearsTest, ATextHasTheYearsOfItsRow) {
  const YearWords words(tests::shipped_lexicon());
  for (const Case& row : read_cases("context_years.tsv")) {
    std::string years;
    const fold::Units units = units_of(row["text"]);
    for (const YearAt& year :
         years_in(row["text"], units, sentences_of(row["text"], units),
                  row["lang"], words)) {
      std::string word = std::to_string(year.years.from);
      if (!year.exact()) word += "-" + std::to_string(year.years.to);
      add_word(word, &years);
    }
    expect_row(row, row["years"], years);
  }
}

TEST(SentencesTest, ATextHasTheSentencesOfItsRow) {
  for (const Case& row : read_cases("context_sentences.tsv")) {
    const std::string text = row["text"];
    const fold::Units units = units_of(text);
    std::string begins;
    for (uint32_t at : sentences_of(text, units)) {
      if (at == 0) continue;
      for (const fold::Unit& unit : units.units) {
        if (unit.begin != at) continue;
        begins += (begins.empty() ? "" : "; ") +
                  text.substr(unit.begin, unit.end - unit.begin);
      }
    }
    expect_row(row, row["begins"], begins);
  }
}

TEST(CuesTest, ANameHasTheCuesOfItsRow) {
  const CueFinder finder(tests::example_lexicon());
  for (const Case& row : read_cases("context_cues.tsv")) {
    std::string text = row["text"];
    const size_t begin = text.find('[');
    text.erase(begin, 1);
    const size_t end = text.find(']');
    text.erase(end, 1);
    std::string types;
    for (std::string_view type :
         finder.around(units_of(text), static_cast<uint32_t>(begin),
                       static_cast<uint32_t>(end))) {
      add_word(type, &types);
    }
    expect_row(row, row["types"], types);
  }
}

TEST(LanguageTest, ATextIsInTheLanguageOfItsRow) {
  for (const Case& row : read_cases("context_language.tsv")) {
    expect_row(row, row["lang"], guess(row["text"]));
  }
}

TEST(LanguageTest, TheTextsOfTheCorporaAreKnown) {
  for (const Case& row : read_cases("context_corpora.tsv")) {
    const std::string path =
        std::string(KHITAI_SOURCE_DIR) + "/corpora/" + row["text"];
    expect_row(row, row["lang"], guess(tests::read_file(path)));
  }
}

// A paragraph should do: each of a text's, but for titles and very short ones.
TEST(LanguageTest, ParagraphsOfTheCorporaAreKnown) {
  size_t count = 0;
  size_t right = 0;
  for (const Case& row : read_cases("context_corpora.tsv")) {
    const std::string path =
        std::string(KHITAI_SOURCE_DIR) + "/corpora/" + row["text"];
    const std::string text = tests::read_file(path);
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find("\n\n", begin), text.size());
      const std::string paragraph = text.substr(begin, end - begin);
      begin = end + 2;
      if (paragraph.size() < 200) continue;
      ++count;
      if (guess(paragraph) == row["lang"]) ++right;
    }
  }
  EXPECT_GE(count, 30u);
  EXPECT_GE(static_cast<double>(right), 0.95 * static_cast<double>(count))
      << right << " of " << count;
}

}  // namespace
}  // namespace khitai::context
