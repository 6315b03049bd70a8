// SPDX-License-Identifier: Apache-2.0
//
// What a card says beyond the rows: since when a name is attested, and how to
// cite the entry.

#include "write/card.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <sstream>

#include "base/year.h"
#include "support/cases.h"
#include "support/small_lexicon.h"
#include "write/attested.h"
#include "write/cite.h"
#include "write/fixture.h"

namespace khitai::write {
namespace {

using tests::cards_lexicon;
using tests::Case;
using tests::read_cases;

Attested attested_name(const Lexicon& lexicon, std::string_view name) {
  return attested_of(lexicon, lexicon.forms_of_name(*lexicon.find_name(name)));
}

std::string joined_ids(const std::vector<std::string_view>& ids) {
  std::string all;
  for (std::string_view id : ids)
    all += (all.empty() ? "" : " ") + std::string(id);
  return all;
}

TEST(AttestedTest, FromTheEarliestDatedWork) {
  for (const Case& row : read_cases("write_attested.tsv")) {
    const Attested found = attested_name(cards_lexicon(), row["name"]);
    EXPECT_EQ(found.composed, row["from"]) << row.where;
    EXPECT_EQ(cards_lexicon().form(found.form).text, row["form"]) << row.where;
    EXPECT_EQ(found.work.id, row["source"]) << row.where;
    EXPECT_EQ(found.work.locus, row["locus"]) << row.where;
    EXPECT_EQ(joined_ids(found.undated), row["undated"]) << row.where;
  }
}

// The same, made the long way: over all pairs of a form and a source.
TEST(AttestedTest, NoWorkOfTheShippedLexiconIsEarlier) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  size_t dated = 0;
  for (uint32_t name = 0; name < lexicon.name_count(); name += 7) {
    const auto forms = lexicon.forms_of_name(name);
    const Attested found = attested_of(lexicon, forms);
    int32_t earliest = kLatest;
    for (uint32_t number : forms) {
      const Form form = lexicon.form(number);
      std::istringstream cells{std::string(form.source)};
      std::string cell;
      while (form.rule.empty() && form.basis != "editorial" &&
             std::getline(cells, cell, ';')) {
        const auto source = lexicon.find_source(cell.substr(0, cell.find(':')));
        ASSERT_TRUE(source) << cell;
        const std::string_view composed = lexicon.source(*source).composed;
        if (composed.empty()) continue;
        earliest = std::min(earliest, base::parse_year_range(composed)->first);
      }
    }
    EXPECT_EQ(found.year, earliest) << lexicon.name(name).id;
    dated += earliest != kLatest;
  }
  EXPECT_GT(dated, 20u);
}

std::string cite(std::string_view id) {
  const Lexicon& lexicon = cards_lexicon();
  const uint32_t entity = *lexicon.find_entity(id);
  return citation_of_card(lexicon, gather_card(lexicon, entity),
                          lexicon.entity(entity).label);
}

TEST(CiteTest, TheEntryAndTheWorksWithPlacesInOrder) {
  const std::string words = cite("alpha");
  const std::string begin =
      "\u201CAlpha\u201D (alpha), khitai lexicon, version " +
      cards_lexicon().hash() +
      "; resting on B. Author, A Study, City, 2, 3, 7, 10, "
      "11, 12; ";
  EXPECT_EQ(words.substr(0, begin.size()), begin);
  EXPECT_NE(words.find("; The Chronicle, 2.12, 2.13;"), std::string::npos)
      << words;
  EXPECT_EQ(words.find("The editors"), std::string::npos) << words;
  EXPECT_EQ(words.back(), '.');
}

TEST(CiteTest, EditorsAreNoWork) {
  EXPECT_EQ(cite("omega"),
            "\u201COmega\u201D (omega), khitai lexicon, version " +
                cards_lexicon().hash() +
                "; no work is named, its editors vouch for it.");
}

TEST(CardFactsTest, TextSaysUsageTimeAndWhatIsNotKnown) {
  std::string out;
  write_card_text(cards_lexicon(), *cards_lexicon().find_entity("alpha"), {},
                  &out);
  for (const char* line :
       {"\n  Alpha\n    certain; study 3\n"
        "    usage and time of use not said; attested from c. 1260 as "
        "Alphas, chronicle 2.12\n",
        "\n  Beta  Persian, register: pejorative, 'black'\n"
        "    exonym, pejorative; in use 1130\u20131211  certain; study 10\n"
        "    attested from c. 91 BCE as Beta, annals 3\n",
        "\n      Persian (IJMES)         Bheta\n",
        "    time of use not said; no dated attestation, cited from undated, "
        "study, paper, page, printed\n",
        "\n  Delta\n    certain; editors\n"
        "    usage and time of use not said; no work cited for a spelling\n"}) {
    EXPECT_NE(out.find(line), std::string::npos) << line << out;
  }
}

TEST(CardFactsTest, JsonHasTheSame) {
  std::string out;
  write_card_json(cards_lexicon(), *cards_lexicon().find_entity("alpha"), {},
                  &out);
  rapidjson::Document card;
  card.Parse(out.c_str());
  ASSERT_FALSE(card.HasParseError());
  EXPECT_EQ(card["cite"].GetString(), cite("alpha"));
  for (const auto& name : card["names"].GetArray()) {
    const Attested found =
        attested_name(cards_lexicon(), name["id"].GetString());
    ASSERT_EQ(name["attested"].IsNull(), found.form == kNoRow);
    EXPECT_EQ(name["undated"].Size(), found.undated.size());
    if (found.form == kNoRow) continue;
    EXPECT_EQ(name["attested"]["from"].GetString(), found.composed);
    EXPECT_EQ(name["attested"]["source"].GetString(), found.work.id);
    EXPECT_EQ(name["attested"]["locus"].GetString(), found.work.locus);
  }
}

TEST(CardFactsTest, FormsHaveScriptAndConvention) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  std::string out;
  write_card_json(lexicon, *lexicon.find_entity("qara-khitai"), {}, &out);
  rapidjson::Document card;
  card.Parse(out.c_str());
  ASSERT_FALSE(card.HasParseError());
  std::map<std::string, std::string> conventions;
  for (const auto& name : card["names"].GetArray()) {
    for (const auto& form : name["forms"].GetArray()) {
      EXPECT_STRNE(form["script"].GetString(), "") << form["form"].GetString();
      conventions[form["lang"].GetString()] = form["convention"].GetString();
    }
  }
  EXPECT_EQ(conventions["fa-Latn-x-ijmes"], "ijmes");
  EXPECT_EQ(conventions["ar-Latn-x-ei2"], "ei2");
  EXPECT_EQ(conventions["fa-Latn-x-eir"], "iranica");
  EXPECT_EQ(conventions["en"], "");
  EXPECT_EQ(conventions["fa"], "");
  EXPECT_EQ(conventions["zh-Hant"], "");
}

}  // namespace
}  // namespace khitai::write
