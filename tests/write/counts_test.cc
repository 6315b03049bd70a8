// SPDX-License-Identifier: Apache-2.0
//
// Counts against counting by hand over annotations by chance, and figures.

#include "write/counts.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <tuple>

#include "support/cases.h"
#include "write/fixture.h"
#include "write/plain_text.h"
#include "write/plot.h"
#include "write/stats.h"

namespace khitai::write {
namespace {

using tests::sample;
using tests::small_lexicon;

CountTable count_of(const std::vector<Annotation>& pages,
                    const std::vector<std::optional<int32_t>>& years,
                    const CountWish& wish, size_t least = 1, size_t most = 0) {
  Counts counts(wish);
  for (size_t i = 0; i < pages.size(); ++i) {
    counts.add(count_document(small_lexicon(), pages[i], years[i], wish));
  }
  return counts.table(least, most);
}

CountWish by(std::vector<CountBy> columns) {
  CountWish wish;
  wish.by = std::move(columns);
  return wish;
}

std::string rows_of_table(const CountTable& table) {
  std::string out;
  for (const CountRow& row : table.rows) {
    for (const std::string& cell : row.cells) out += cell + " ";
    out += std::to_string(row.mentions()) + "\n";
  }
  return out;
}

TEST(CountsTest, WordsOfColumns) {
  for (const std::string& word : all_count_words()) {
    const auto column = count_by(word);
    ASSERT_TRUE(column.has_value()) << word;
    EXPECT_EQ(count_word(*column), word);
  }
  EXPECT_FALSE(count_by("forms").has_value());
  EXPECT_FALSE(count_by("").has_value());
}

TEST(CountsTest, CenturiesInWords) {
  const std::pair<const char*, const char*> known[] = {
      {"1", "1st"},   {"2", "2nd"},    {"3", "3rd"},      {"4", "4th"},
      {"11", "11th"}, {"12", "12th"},  {"13", "13th"},    {"21", "21st"},
      {"22", "22nd"}, {"", "unknown"}, {"-4", "4th BCE"}, {"x", "unknown"}};
  for (const auto& [cell, words] : known) {
    EXPECT_EQ(century_words(cell), words);
  }
}

TEST(CountsTest, Hundredths) {
  EXPECT_EQ(hundredths(0), "0.00");
  EXPECT_EQ(hundredths(1.005), "1.00");
  EXPECT_EQ(hundredths(12.345678), "12.35");
  EXPECT_EQ(hundredths(0.999), "1.00");
}

// The pages of several documents, decisions and years by chance.
struct ByChance {
  std::vector<Annotation> pages;
  std::vector<std::optional<int32_t>> years;
};

ByChance by_chance(std::mt19937* random) {
  ByChance out;
  for (size_t i = 0; i < 1 + (*random)() % 5; ++i) {
    Annotation page = tests::random_annotation(random);
    page.name = std::string(1, static_cast<char>('a' + i));
    page.lang = (*random)() % 2 == 0 ? "fa" : "";
    for (Mention& one : page.mentions) {
      constexpr Decision kAll[] = {Decision::kMatch, Decision::kAmbiguous,
                                   Decision::kNone};
      one.decision = kAll[(*random)() % 3];
      if ((*random)() % 2 == 0) {
        one.candidates = {tests::candidate_of("sanjar", "Sanjar", 0.5)};
      }
    }
    std::optional<int32_t> year;
    if ((*random)() % 3 != 0) {
      year = 900 + static_cast<int32_t>((*random)() % 500);
    }
    out.pages.push_back(std::move(page));
    out.years.push_back(year);
  }
  return out;
}

TEST(CountsTest, AsCountedByHand) {
  std::mt19937 random(1218);
  for (int i = 0; i < 200; ++i) {
    const ByChance chance = by_chance(&random);
    CountWish wish =
        by({CountBy::kEntity, CountBy::kCentury, CountBy::kDocument,
            CountBy::kForm, CountBy::kText, CountBy::kLang});
    wish.decided = i % 2 == 0;
    std::map<CountKey, std::pair<size_t, size_t>> counts;
    for (size_t d = 0; d < chance.pages.size(); ++d) {
      const Annotation& page = chance.pages[d];
      const auto year = chance.years[d];
      for (const Mention& one : page.mentions) {
        if (one.decision == Decision::kNone) continue;
        const bool match = one.decision == Decision::kMatch;
        if (wish.decided && !match) continue;
        const Candidate& best = one.candidates[0];
        const CountKey key = {
            std::string(small_lexicon().entity(best.entity).id),
            year ? std::to_string((*year + 99) / 100) : "",
            page.name,
            std::string(small_lexicon().form(best.form).text),
            in_running_line(std::string_view(page.source)
                                .substr(one.begin, one.end - one.begin)),
            page.lang};
        ++(match ? counts[key].first : counts[key].second);
      }
    }
    const CountTable table = count_of(chance.pages, chance.years, wish);
    ASSERT_EQ(table.rows.size(), counts.size());
    size_t mentions = 0;
    for (const CountRow& row : table.rows) {
      ASSERT_TRUE(counts.count(row.cells) == 1) << rows_of_table(table);
      EXPECT_EQ(row.matched, counts[row.cells].first);
      EXPECT_EQ(row.ambiguous, counts[row.cells].second);
      EXPECT_EQ(row.documents, 1u);
      mentions += row.mentions();
    }
    EXPECT_EQ(table.mentions, mentions);
  }
}

// Fewer columns add up what more columns tell apart.
TEST(CountsTest, ColumnsAddUp) {
  std::mt19937 random(1137);
  for (int i = 0; i < 100; ++i) {
    const ByChance chance = by_chance(&random);
    const CountTable fine =
        count_of(chance.pages, chance.years,
                 by({CountBy::kCentury, CountBy::kEntity, CountBy::kText}));
    const CountTable coarse =
        count_of(chance.pages, chance.years, by({CountBy::kCentury}));
    std::map<std::string, size_t> sums;
    for (const CountRow& row : fine.rows) sums[row.cells[0]] += row.mentions();
    ASSERT_EQ(sums.size(), coarse.rows.size());
    for (const CountRow& row : coarse.rows) {
      EXPECT_EQ(sums[row.cells[0]], row.mentions());
    }
  }
}

TEST(CountsTest, CenturiesInTimeUnknownLastFormsByFrequency) {
  std::vector<Annotation> pages(4, sample());
  for (size_t i = 0; i < pages.size(); ++i) {
    pages[i].name = std::string(1, static_cast<char>('d' - i));
  }
  const std::vector<std::optional<int32_t>> years = {1300, {}, -50, 1124};
  CountWish wish = by({CountBy::kCentury});
  wish.entities = {tests::entity_of("qara-khitai")};
  EXPECT_EQ(rows_of_table(count_of(pages, years, wish)),
            "-1 5\n12 5\n13 5\n 5\n");
  // Documents in their order, whatever they are called.
  wish.by = {CountBy::kDocument};
  EXPECT_EQ(rows_of_table(count_of(pages, years, wish)),
            "d 5\nc 5\nb 5\na 5\n");
  wish.by = {CountBy::kEntity};
  const CountTable table = count_of(pages, years, wish);
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].documents, 4u);
}

TEST(CountsTest, LeastAndMost) {
  const std::vector<Annotation> pages = {sample()};
  CountWish wish = by({CountBy::kEntity});
  const CountTable all = count_of(pages, {{}}, wish);
  const CountTable some = count_of(pages, {{}}, wish, 2);
  EXPECT_LT(some.rows.size(), all.rows.size());
  EXPECT_EQ(some.rows.size() + some.left_out, all.rows.size());
  EXPECT_EQ(some.mentions, all.mentions);
  for (const CountRow& row : some.rows) EXPECT_GE(row.mentions(), 2u);
  for (size_t most = 1; most <= all.rows.size(); ++most) {
    const CountTable few = count_of(pages, {{}}, wish, 1, most);
    ASSERT_EQ(few.rows.size(), most);
    EXPECT_EQ(few.rows[0].cells, all.rows[0].cells);
  }
}

TEST(CountsTest, PerCharactersOfTheDocumentsThatARowIsAbout) {
  Annotation page = sample();
  Annotation other;  // without names: it counts, too
  other.name = "b";
  other.source = "a b\n\u897F\u9063 ";
  CountWish wish = by({CountBy::kForm});
  wish.relative = true;
  const size_t characters =
      count_document(small_lexicon(), page, {}, wish).characters;
  EXPECT_EQ(count_document(small_lexicon(), other, {}, wish).characters, 4u);
  for (const CountRow& row : count_of({page, other}, {{}, {}}, wish).rows) {
    EXPECT_EQ(row.characters, characters + 4);
    EXPECT_DOUBLE_EQ(row.per_10000(), 1e4 *
                                          static_cast<double>(row.mentions()) /
                                          static_cast<double>(characters + 4));
  }
  wish.by = {CountBy::kForm, CountBy::kDocument};
  for (const CountRow& row : count_of({page, other}, {{}, {}}, wish).rows) {
    EXPECT_EQ(row.characters, characters);
  }
}

// The same numbers as the table of `annotate --stats`.
TEST(CountsTest, AgreesWithTheTableOfAnnotate) {
  const Annotation page = sample();
  const StatsTable stats(StatsShape::kTsv);
  const std::string rows = stats.rows_of(small_lexicon(), page, {});
  size_t mentions = 0;
  for (size_t at = 0; at < rows.size(); at = rows.find('\n', at) + 1) {
    size_t cell = at;
    for (int i = 0; i < 7; ++i) cell = rows.find('\t', cell) + 1;
    mentions += std::stoul(rows.substr(cell));
  }
  EXPECT_EQ(count_of({page}, {{}}, by({CountBy::kText})).mentions, mentions);
}

TEST(CountsTest, WrittenAsPromised) {
  CountWish wish = by({CountBy::kEntity, CountBy::kForm, CountBy::kCentury});
  wish.relative = true;
  wish.entities = {tests::entity_of("qara-khitai"), tests::entity_of("sanjar")};
  std::vector<Annotation> pages = {sample(), sample()};
  pages[1].name = "other";
  const CountTable table = count_of(pages, {1141, {}}, wish);
  std::string text, csv, tsv, jsonl;
  write_counts_text(table, &text);
  write_counts_csv(table, &csv);
  write_counts_tsv(table, &tsv);
  write_counts_jsonl(table, &jsonl);
  tests::expect_golden("counts.txt", text);
  tests::expect_golden("counts.csv", csv);
  tests::expect_golden("counts.tsv", tsv);
  tests::expect_golden("counts.jsonl", jsonl);
}

std::string drawn(const Plot& plot) {
  std::string out;
  write_plot_svg(plot, &out);
  return out;
}

TEST(PlotTest, FormsByCentury) {
  std::vector<Annotation> pages(3, sample());
  CountWish wish = by({CountBy::kForm, CountBy::kCentury});
  wish.entities = {tests::entity_of("qara-khitai")};
  const CountTable table = count_of(pages, {1141, 1350, {}}, wish, 0);
  PlotWish look;
  look.title = "Qara Khitai <&>";
  look.source = "khitai";
  const Plot plot = plot_of(small_lexicon(), table, look);
  // The 13th century has a place, though nothing is counted there.
  EXPECT_EQ(plot.places,
            (std::vector<std::string>{"12th", "13th", "14th", "unknown"}));
  EXPECT_TRUE(plot.apart);
  EXPECT_FALSE(plot.sideways);
  double sum = 0;
  for (const PlotSeries& one : plot.series) {
    for (double value : one.values) sum += value;
    EXPECT_EQ(one.values[1], 0);
  }
  EXPECT_EQ(sum, static_cast<double>(table.mentions));
  tests::expect_golden("plot_centuries.svg", drawn(plot));
  look.grouped = true;
  tests::expect_golden("plot_grouped.svg",
                       drawn(plot_of(small_lexicon(), table, look)));
}

TEST(PlotTest, DocumentsFromTopToBottomWithTheRestInGrey) {
  std::vector<Annotation> pages(2, sample());
  pages[1].name = "second <page>.txt";
  const CountTable table =
      count_of(pages, {{}, {}}, by({CountBy::kDocument, CountBy::kEntity}), 0);
  PlotWish look;
  look.title = "Names";
  look.series = 2;
  const Plot plot = plot_of(small_lexicon(), table, look);
  EXPECT_TRUE(plot.sideways);
  ASSERT_EQ(plot.series.size(), 3u);
  EXPECT_TRUE(plot.series[2].rest);
  double sum = 0;
  for (const PlotSeries& one : plot.series) {
    for (double value : one.values) sum += value;
  }
  EXPECT_EQ(sum, static_cast<double>(table.mentions));
  tests::expect_golden("plot_documents.svg", drawn(plot));
}

TEST(PlotTest, NothingIsAFigureToo) {
  const std::string svg = drawn(Plot{});
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  EXPECT_EQ(svg.find("inf"), std::string::npos);
  EXPECT_NE(svg.find("</svg>"), std::string::npos);
}

}  // namespace
}  // namespace khitai::write
