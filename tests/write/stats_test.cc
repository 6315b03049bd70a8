// SPDX-License-Identifier: Apache-2.0

#include "write/stats.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <map>
#include <random>
#include <sstream>
#include <tuple>
#include <vector>

#include "write/fixture.h"
#include "write/found.h"

namespace khitai::write {
namespace {

using tests::random_annotation;
using tests::sample;
using tests::small_lexicon;

std::vector<std::string> cells_of(const std::string& text, char end) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, end);) parts.push_back(part);
  if (!text.empty() && text.back() == end && end == '\t') parts.emplace_back();
  return parts;
}

std::string table_of(const std::vector<Annotation>& documents,
                     std::optional<int32_t> year, StatsShape shape) {
  StatsTable table(shape);
  std::string out;
  table.begin(&out);
  for (const Annotation& document : documents) {
    table.add(table.rows_of(small_lexicon(), document, year), &out);
  }
  table.end(&out);
  return out;
}

TEST(StatsTest, Centuries) {
  const std::vector<std::pair<int32_t, int32_t>> known = {
      {1, 1},  {100, 1},  {101, 2},   {1141, 12}, {1200, 12},  {1201, 13},
      {0, -1}, {-99, -1}, {-100, -2}, {-320, -4}, {9999, 100}, {-9999, -100}};
  for (const auto& [year, century] : known) {
    EXPECT_EQ(century_of(year), century) << year;
  }
}

TEST(StatsTest, ShapeIsToldByTheName) {
  EXPECT_EQ(stats_shape_of("a.csv"), StatsShape::kCsv);
  EXPECT_EQ(stats_shape_of("a.json"), StatsShape::kJson);
  for (const char* name : {"a.tsv", "a", "-", "", "csv", "a.csv.txt"}) {
    EXPECT_EQ(stats_shape_of(name), StatsShape::kTsv) << name;
  }
}

TEST(StatsTest, WrittenAsPromised) {
  Annotation none;
  none.name = "none.txt";
  const std::vector<Annotation> documents = {sample(), none, sample()};
  tests::expect_golden("stats.tsv",
                       table_of(documents, 1141, StatsShape::kTsv));
  tests::expect_golden("stats.csv", table_of(documents, {}, StatsShape::kCsv));
  tests::expect_golden("stats.json",
                       table_of(documents, -320, StatsShape::kJson));
}

TEST(StatsTest, NoDocumentsAreATableWithoutRows) {
  EXPECT_EQ(table_of({}, {}, StatsShape::kTsv),
            "document\tyear\tcentury\tentity\ttype\tlabel\tform\tmentions\t"
            "matched\tambiguous\n");
  EXPECT_EQ(table_of({}, {}, StatsShape::kCsv),
            "document,year,century,entity,type,label,form,mentions,matched,"
            "ambiguous\r\n");
  EXPECT_EQ(table_of({}, {}, StatsShape::kJson), "[]\n");
}

using Key = std::pair<std::string, std::string>;  // entity, form
struct Tallied {
  size_t matched = 0, ambiguous = 0;
  bool operator==(const Tallied& other) const {
    return matched == other.matched && ambiguous == other.ambiguous;
  }
};

// White space of ASCII as one space, cell by cell as a person would do it.
std::string naive_form(const Annotation& annotation, const Mention& mention) {
  std::istringstream words(
      annotation.source.substr(mention.begin, mention.end - mention.begin));
  std::string form, word;
  while (words >> word) form += (form.empty() ? "" : " ") + word;
  return tests::naive_clean(form);
}

std::map<Key, Tallied> naive_counts(const Annotation& annotation) {
  std::map<Key, Tallied> counts;
  for (const Mention& mention : annotation.mentions) {
    if (mention.decision == Decision::kNone) continue;
    const Entity entity =
        small_lexicon().entity(mention.candidates.at(0).entity);
    Tallied& one =
        counts[{std::string(entity.id), naive_form(annotation, mention)}];
    ++(mention.decision == Decision::kMatch ? one.matched : one.ambiguous);
  }
  return counts;
}

std::string text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

// With decisions and entities by chance.
Annotation decided_annotation(std::mt19937* random) {
  constexpr Decision kDecisions[] = {Decision::kMatch, Decision::kAmbiguous,
                                     Decision::kNone};
  Annotation annotation = random_annotation(random);
  for (Mention& mention : annotation.mentions) {
    mention.decision = kDecisions[(*random)() % 3];
    if ((*random)() % 2 == 0) continue;
    mention.candidates = {tests::candidate_of("sanjar", "Sanjar", 0.5)};
  }
  return annotation;
}

TEST(StatsTest, CountsAreThoseOfCountingByHand) {
  std::mt19937 random(1124);
  for (int i = 0; i < 200; ++i) {
    const Annotation annotation = decided_annotation(&random);
    const std::string json = table_of({annotation}, {}, StatsShape::kJson);
    rapidjson::Document rows;
    rows.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str(),
                                                      json.size());
    ASSERT_FALSE(rows.HasParseError()) << json;
    std::map<Key, Tallied> counts;
    for (const auto& row : rows.GetArray()) {
      const Tallied one = {row["matched"].GetUint64(),
                           row["ambiguous"].GetUint64()};
      EXPECT_EQ(row["mentions"].GetUint64(), one.matched + one.ambiguous);
      const bool fresh =
          counts
              .emplace(Key{row["entity"].GetString(), text_of(row["form"])},
                       one)
              .second;
      EXPECT_TRUE(fresh) << json;
    }
    EXPECT_EQ(counts, naive_counts(annotation)) << json;
  }
}

TEST(StatsTest, EveryRowHasItsColumns) {
  std::mt19937 random(1218);
  for (int i = 0; i < 200; ++i) {
    const std::string table =
        table_of({decided_annotation(&random)}, {}, StatsShape::kTsv);
    for (const std::string& line : cells_of(table, '\n')) {
      EXPECT_EQ(cells_of(line, '\t').size(), 10u) << line;
    }
  }
}

}  // namespace
}  // namespace khitai::write
