// SPDX-License-Identifier: Apache-2.0
//
// What the small lexicon says, asked through the public calls.

#include "khitai/lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lexicon/options.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

const Lexicon& lexicon() { return tests::example_lexicon(); }

uint32_t entity(std::string_view id) { return *lexicon().find_entity(id); }

// The number of the form of `name` with this text.
uint32_t form_of(std::string_view name, std::string_view text) {
  for (uint32_t number : lexicon().forms_of_name(*lexicon().find_name(name))) {
    if (lexicon().form(number).text == text) return number;
  }
  return kNoRow;
}

TEST(LexiconTest, AnEntityHasItsCellsAndYears) {
  const Entity sanjar = lexicon().entity(entity("ahmad-sanjar"));
  EXPECT_EQ(sanjar.id, "ahmad-sanjar");
  EXPECT_EQ(sanjar.type, "person");
  EXPECT_EQ(sanjar.label, "Ahmad Sanjar");
  EXPECT_EQ(sanjar.from, "[1084,1086]");
  EXPECT_EQ(sanjar.to, "1157");
  EXPECT_EQ(sanjar.years.from, 1084);
  EXPECT_EQ(sanjar.years.to, 1157);
  EXPECT_FALSE(sanjar.years.open());
  EXPECT_TRUE(lexicon().entity(entity("china")).years.open());
}

TEST(LexiconTest, AnEntitysIdIsItsMainName) {
  const auto name = lexicon().find_name("ahmad-sanjar");
  ASSERT_TRUE(name.has_value());
  ASSERT_EQ(lexicon().senses_of_name(*name).size(), 1u);
  const Sense sense = lexicon().sense(lexicon().senses_of_name(*name)[0]);
  EXPECT_EQ(sense.entity, entity("ahmad-sanjar"));
  EXPECT_EQ(lexicon().name(*name).label, "Ahmad Sanjar");
}

TEST(LexiconTest, ANameMayMeanAnEntityOfAnotherId) {
  const auto name = lexicon().find_name("western-liao");
  ASSERT_TRUE(name.has_value());
  EXPECT_FALSE(lexicon().find_entity("western-liao").has_value());
  const uint32_t form = form_of("western-liao", "Hsi Liao");
  ASSERT_NE(form, kNoRow);
  ASSERT_EQ(lexicon().senses_of_form(form).size(), 1u);
  EXPECT_EQ(lexicon().sense(lexicon().senses_of_form(form)[0]).entity,
            entity("qara-khitai"));
}

TEST(LexiconTest, UnknownIdsAreNotFound) {
  for (const char* id :
       {"", "a", "qara-khita", "qara-khitaii", "zzz", "\xFF"}) {
    EXPECT_FALSE(lexicon().find_entity(id).has_value()) << id;
    EXPECT_FALSE(lexicon().find_name(id).has_value()) << id;
    EXPECT_FALSE(lexicon().find_source(id).has_value()) << id;
  }
}

TEST(LexiconTest, ANumberOutOfRangeIsAnEmptyRecord) {
  for (uint32_t number : {lexicon().entity_count(), uint32_t{99999}, kNoRow}) {
    EXPECT_TRUE(lexicon().entity(number).id.empty());
    EXPECT_TRUE(lexicon().senses_of_entity(number).empty());
    EXPECT_EQ(lexicon().display_form(number, "en"), "");
  }
  EXPECT_EQ(lexicon().form(kNoRow).name, kNoRow);
  EXPECT_EQ(lexicon().sense(kNoRow).entity, kNoRow);
  EXPECT_EQ(lexicon().relation(kNoRow).subject, kNoRow);
}

TEST(LexiconTest, AGeneratedFormKnowsItsRuleAndBase) {
  const uint32_t plural = form_of("khitan-people", "Khitans");
  ASSERT_NE(plural, kNoRow);
  const Form form = lexicon().form(plural);
  EXPECT_TRUE(form.generated());
  EXPECT_EQ(form.rule, "en-plural");
  EXPECT_EQ(lexicon().form(form.base).text, "Khitan");
  EXPECT_FALSE(lexicon().form(form.base).generated());
  EXPECT_EQ(lexicon().senses_of_form(plural).size(), 1u);
}

TEST(LexiconTest, UseIsASetOfBits) {
  EXPECT_EQ(lexicon().form(form_of("jin-dynasty", "Jin")).use,
            kUseCased | kUseLabel);
  EXPECT_EQ(lexicon().form(form_of("yelu-dashi", "Dashi")).use, kUsePart);
  EXPECT_EQ(lexicon().form(form_of("china", "Cina")).use, kUseLang);
  EXPECT_EQ(lexicon().form(form_of("liao-dynasty", "Great")).use, kUseNever);
}

TEST(LexiconTest, RelationsAreFoundFromBothEnds) {
  const auto of_state = lexicon().relations_of_entity(entity("qara-khitai"));
  const auto of_ruler = lexicon().relations_of_entity(entity("yelu-yilie"));
  ASSERT_EQ(of_ruler.size(), 1u);
  EXPECT_NE(std::find(of_state.begin(), of_state.end(), of_ruler[0]),
            of_state.end());
  const Relation relation = lexicon().relation(of_ruler[0]);
  EXPECT_EQ(relation.relation, "ruler-of");
  EXPECT_EQ(relation.inverse, "ruler");
  EXPECT_EQ(relation.years.from, 1150);
  EXPECT_EQ(relation.years.to, 1163);
}

TEST(LexiconTest, DatingsLinksDistinctionsAndPartsBelongToTheirOwners) {
  EXPECT_EQ(lexicon().datings_of_entity(entity("qara-khitai")).size(), 2u);
  EXPECT_TRUE(lexicon().datings_of_entity(entity("china")).empty());
  const auto name = *lexicon().find_name("khitan-people");
  ASSERT_EQ(lexicon().links_of_name(name).size(), 1u);
  EXPECT_EQ(lexicon().link(lexicon().links_of_name(name)[0]).type, "compound");
  EXPECT_EQ(lexicon().distinctions_of_entity(entity("sanjar-malik")).size(),
            1u);
  EXPECT_EQ(lexicon().parts_of_entity(entity("yelu-yilie")).size(), 5u);
}

TEST(LexiconTest, TheDisplayFormIsTheLabelOfTheLanguageOrOneAboveIt) {
  struct Row {
    const char* entity;
    const char* lang;
    const char* form;
  };
  for (const Row& row :
       {Row{"qara-khitai", "en", "Qara Khitai"},
        Row{"qara-khitai", "en-GB-x-old", "Qara Khitai"},
        Row{"qara-khitai", "de", "Qara Khitai"},
        Row{"qara-khitai", "", "Qara Khitai"}, Row{"jin-dynasty", "en", "Jin"},
        Row{"qatwan", "fa", "Qatwan"}}) {
    EXPECT_EQ(lexicon().display_form(entity(row.entity), row.lang), row.form)
        << row.entity << " " << row.lang;
  }
  const std::string_view russian =
      lexicon().display_form(entity("qara-khitai"), "ru-RU");
  EXPECT_EQ(russian, lexicon().form(form_of("qara-khitai", russian)).text);
  EXPECT_EQ(lexicon().form(form_of("qara-khitai", russian)).lang, "ru");
  EXPECT_EQ(lexicon().display_form(entity("qara-khitai"), "ru_RU"), russian);
  EXPECT_EQ(lexicon().display_form(entity("qara-khitai"), "rus"), russian);
}

TEST(DisplayFormTest, ALanguageIsWrittenAsItIsAndRomanizedOnRequest) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  const uint32_t entity = *lexicon.find_entity("qara-khitai");
  EXPECT_EQ(lexicon.display_form(entity, "fa"),
            "\u0642\u0631\u0627\u062e\u062a\u0627\u06cc");
  EXPECT_EQ(lexicon.display_form(entity, "fa-Latn-x-ijmes"),
            "Qar\u0101 Khit\u0101y");
}

// The title that he is called by has labels of its own.
TEST(DisplayFormTest, TheOwnNameIsShownNotOneThatIsShared) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  const uint32_t dashi = *lexicon.find_entity("yelu-dashi");
  EXPECT_EQ(lexicon.display_form(dashi, "en"), "Yel\u00FC Dashi");
  const std::string_view chinese = "\u8036\u5F8B\u5927\u77F3";
  EXPECT_EQ(lexicon.display_form(dashi, "zh-Hant"), chinese);
  EXPECT_EQ(lexicon.display_form(dashi, "zh-Hans"), chinese);
}

TEST(HasLangTest, ATagIsBelowItsBeginnings) {
  using lexicon::has_lang;
  EXPECT_TRUE(has_lang("zh-Hant", "zh"));
  EXPECT_TRUE(has_lang("zh-Hant", "zh-Hant"));
  EXPECT_TRUE(has_lang("lzh-Hant zh-Hant", "zh"));
  EXPECT_FALSE(has_lang("zh-Hant", "zh-Hans"));
  EXPECT_FALSE(has_lang("lzh-Hant", "zh"));
  EXPECT_FALSE(has_lang("zh", "zh-Hant"));
  EXPECT_FALSE(has_lang("enm", "en"));
  EXPECT_FALSE(has_lang("", "en"));
}

}  // namespace
}  // namespace khitai
