// SPDX-License-Identifier: Apache-2.0

#include "write/index.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "text/casing.h"
#include "write/fixture.h"
#include "write/index_headings.h"
#include "write/index_links.h"

namespace khitai::write {
namespace {

using tests::candidate_of;
using tests::random_annotation;
using tests::small_lexicon;

// Small letters in byte order: enough for what does not ask for a language.
IndexOrder plain_order() {
  IndexOrder order;
  order.key = [](std::string_view text) { return text::lower(text); };
  order.letters = order.key;
  return order;
}

IndexWish plain_wish() {
  IndexWish wish;
  wish.marks = document::usual_locus_patterns();
  wish.collation = "en";
  return wish;
}

// A text in which `[Name]`... stand for decided mentions: entity and form.
struct Named {
  const char* text;
  const char* entity;
  const char* form;
};
Annotation document_of(const std::string& name, const std::string& source,
                       const std::vector<Named>& names) {
  Annotation annotation;
  annotation.name = name;
  annotation.source = source;
  size_t from = 0;
  for (const Named& one : names) {
    Mention mention;
    mention.begin = source.find(one.text, from);
    EXPECT_NE(mention.begin, std::string::npos) << one.text;
    mention.end = mention.begin + std::string(one.text).size();
    mention.core_begin = mention.begin;
    mention.core_end = mention.end;
    mention.decision = Decision::kMatch;
    mention.candidates = {candidate_of(one.entity, one.form, 0.9)};
    annotation.mentions.push_back(mention);
    from = mention.end;
  }
  return annotation;
}

NameIndex index_of(const std::vector<Annotation>& documents,
                   const IndexWish& wish) {
  std::vector<GatheredNames> gathered;
  for (const Annotation& one : documents) {
    gathered.push_back(gather_names(small_lexicon(), one, wish));
  }
  return build_index(small_lexicon(), gathered, plain_order(), wish);
}

std::string text_of_index(const NameIndex& index) {
  std::string out;
  write_index_text(index, {}, &out);
  return out;
}

Annotation book() {
  return document_of("book.txt",
                     "[p. ix] Yel\u00FC Dashi. [p. 12] Kara-Khitay [p. 13] "
                     "QARA KHITAI and Qara Khitai [p. 15] Sanjar, Balasagun "
                     "[p. 16] Dashi",
                     {{"Yel\u00FC Dashi", "yelu-dashi", "Yel\u00FC Dashi"},
                      {"Kara-Khitay", "qara-khitai", "Kara-Khitay"},
                      {"QARA KHITAI", "qara-khitai", "Qara Khitai"},
                      {"Qara Khitai", "qara-khitai", "Qara Khitai"},
                      {"Sanjar", "sanjar", "Sanjar"},
                      {"Balasagun", "balasagun", "Balasagun"},
                      {"Dashi", "yelu-dashi", "Dashi"}});
}

TEST(IndexTest, HeadingsSpellingsAndWhatLeadsOn) {
  EXPECT_EQ(text_of_index(index_of({book()}, plain_wish())),
            "B\n"
            "Balasagun, 15\n"
            "    see also Qara Khitai\n"
            "\n"
            "D\n"
            "Dashi, see Yel\u00FC Dashi\n"
            "\n"
            "K\n"
            "Kara-Khitay, see Qara Khitai\n"
            "\n"
            "Q\n"
            "Qara Khitai, 12\u201313\n"
            "    Qara Khitai, 13\n"
            "    Kara-Khitay, 12\n"
            "    rulers: Yel\u00FC Dashi\n"
            "    capitals: Balasagun\n"
            "\n"
            "S\n"
            "Sanjar, 15\n"
            "\n"
            "Y\n"
            "Yel\u00FC Dashi, ix, 16\n"
            "    Dashi, 16\n"
            "    Yel\u00FC Dashi, ix\n"
            "    see also Qara Khitai\n");
}

TEST(IndexTest, ALineEndIsNoPartOfASpelling) {
  const Annotation annotation = document_of(
      "a.txt", "\u9ED1\n\u5951\u4E39 Western\n Liao",
      {{"\u9ED1\n\u5951\u4E39", "qara-khitai", "\u9ED1\u5951\u4E39"},
       {"Western\n Liao", "qara-khitai", "Western Liao"}});
  std::multiset<std::string> spellings;
  for (const NameAt& one :
       gather_names(small_lexicon(), annotation, plain_wish()).names) {
    spellings.insert(one.spelling);
  }
  EXPECT_EQ(spellings,
            (std::multiset<std::string>{"\u9ED1\u5951\u4E39", "Western Liao"}));
}

TEST(IndexTest, NothingIsAnEmptyIndex) {
  const NameIndex index =
      index_of({document_of("a.txt", "none", {})}, plain_wish());
  EXPECT_EQ(text_of_index(index), "");
  std::string out;
  write_index_json(index, &out);
  rapidjson::Document json;
  EXPECT_FALSE(json.Parse(out.c_str()).HasParseError()) << out;
}

TEST(IndexTest, WhatIsNotDecidedIsCountedAndListed) {
  Annotation annotation = book();
  annotation.mentions[4].decision = Decision::kAmbiguous;
  annotation.mentions[5].decision = Decision::kNone;
  IndexWish wish = plain_wish();
  GatheredNames names = gather_names(small_lexicon(), annotation, wish);
  EXPECT_EQ(names.ambiguous, 1u);
  EXPECT_EQ(names.matched, 5u);
  EXPECT_TRUE(names.list.empty());
  for (const NameAt& one : names.names) {
    EXPECT_NE(one.spelling, "Sanjar");
    EXPECT_NE(one.spelling, "Balasagun");
  }
  wish.list_ambiguous = true;
  names = gather_names(small_lexicon(), annotation, wish);
  std::string out;
  write_ambiguous(small_lexicon(), names, wish, &out);
  EXPECT_EQ(out, "book.txt\t15\tSanjar\tsanjar 0.9\n");
}

TEST(IndexTest, SeveralDocumentsAreToldApart) {
  Annotation other = document_of(
      "x/other.txt", "[p. 3] Sanjar [p. 12] Sanjar",
      {{"Sanjar", "sanjar", "Sanjar"}, {"Sanjar", "sanjar", "Sanjar"}});
  IndexWish wish = plain_wish();
  NameIndex index = index_of({book(), other}, wish);
  const auto find = [&](const std::string& heading) -> const IndexEntry& {
    for (const IndexEntry& one : index.entries) {
      if (one.heading == heading) return one;
    }
    static const IndexEntry kNone;
    return kNone;
  };
  ASSERT_EQ(find("Sanjar").cited.size(), 2u);
  EXPECT_EQ(find("Sanjar").cited[1].places,
            (std::vector<std::string>{"3", "12"}));
  EXPECT_EQ(index.documents[1].cited_as, "other");
  wish.cite = CiteBy::kNumber;
  index = index_of({book(), other}, wish);
  EXPECT_EQ(index.documents[1].cited_as, "2");
  // Two of one name are told apart by their paths.
  other.name = "y/book.txt";
  index = index_of({book(), other}, plain_wish());
  EXPECT_EQ(index.documents[0].cited_as, "book.txt");
  EXPECT_EQ(index.documents[1].cited_as, "y/book.txt");
}

TEST(IndexTest, LocatorsAreThoseAskedFor) {
  const auto unit_of_wish = [&](const std::vector<std::string>& locator) {
    IndexWish wish = plain_wish();
    wish.locator = locator;
    return gather_names(small_lexicon(), book(), wish);
  };
  EXPECT_EQ(unit_of_wish({}).unit, "page");
  EXPECT_EQ(unit_of_wish({"line"}).unit, "line");
  EXPECT_EQ(unit_of_wish({"paragraph"}).unit, "paragraph");
  EXPECT_EQ(unit_of_wish({"document"}).unit, "");
  const GatheredNames none = unit_of_wish({"juan"});
  EXPECT_EQ(none.unit, "line");
  EXPECT_EQ(none.remark,
            "no juan is marked, expected page, paragraph, line or document");
  EXPECT_EQ(unit_of_wish({"volume", "page"}).unit, "page");
}

TEST(IndexTest, PagesThatAreNumberedTwiceAreTold) {
  const Annotation annotation = document_of(
      "a.txt", "[p. 1] Sanjar [p. 1] Sanjar",
      {{"Sanjar", "sanjar", "Sanjar"}, {"Sanjar", "sanjar", "Sanjar"}});
  EXPECT_EQ(gather_names(small_lexicon(), annotation, plain_wish()).remark,
            "page 1 is marked more than once, expected --locator with what "
            "tells them apart, such as volume+page");
}

TEST(IndexTest, WhatStandsBeforeTheFirstMarkIsCounted) {
  const Annotation annotation = document_of(
      "a.txt", "one\nSanjar [p. 1] Sanjar",
      {{"Sanjar", "sanjar", "Sanjar"}, {"Sanjar", "sanjar", "Sanjar"}});
  const NameIndex index = index_of({annotation}, plain_wish());
  ASSERT_EQ(index.entries.size(), 1u);
  EXPECT_EQ(index.entries[0].cited[0].places,
            (std::vector<std::string>{"l. 2", "1"}));
}

TEST(IndexHeadingsTest, SortTextIsWhatAnIndexSortsBy) {
  const std::vector<std::array<const char*, 3>> rows = {
      {"al-Biruni", "en", "Biruni"},
      {"The Secret History", "en", "Secret History"},
      {"The Secret History", "de", "The Secret History"},
      {"Kara-Khitay", "en", "Kara Khitay"},
      {"Mahmud IX", "en", "Mahmud 0009"},
      {"Mahmud I of Ghazna", "en", "Mahmud 0001 of Ghazna"},
      {"Mahmud C", "en", "Mahmud C"},
      {"XI", "en", "XI"},
      {"\u02BFAla\u02BE al-Din", "en", "Ala al Din"},
      {"\u0627\u0644\u062E\u0637\u0627", "ar", "\u062E\u0637\u0627"},
      {"\u0627\u0644\u062E\u0637\u0627", "fa",
       "\u0627\u0644\u062E\u0637\u0627"},
      {"'", "en", "'"},
      {"", "en", ""}};
  for (const auto& [heading, lang, expected] : rows) {
    EXPECT_EQ(sort_text(heading, lang), expected) << heading;
  }
}

TEST(IndexLinksTest, RelationsAndNamesTieEntities) {
  const uint32_t qara_khitai = tests::entity_of("qara-khitai");
  std::map<std::string, std::string> ties;
  for (const EntityTie& tie : ties_of(small_lexicon(), qara_khitai)) {
    ties[std::string(small_lexicon().entity(tie.to).id)] = tie.why;
  }
  EXPECT_EQ(ties["balasagun"], "has-capital");
  EXPECT_EQ(ties["yelu-dashi"], "ruled-by");
  EXPECT_EQ(ties["liao"], "successor-of");
  EXPECT_EQ(ties.count("qatwan"), 0u);
  EXPECT_EQ(ties.count("qara-khitai"), 0u);
}

// Any bytes: nothing crashes, JSON is JSON, every name leads somewhere.
TEST(IndexTest, AnyBytes) {
  std::mt19937 random(1124);
  for (int round = 0; round < 100; ++round) {
    std::vector<Annotation> documents;
    for (size_t i = 1 + random() % 3; i > 0; --i) {
      documents.push_back(random_annotation(&random));
      for (Mention& mention : documents.back().mentions) {
        mention.decision = Decision::kMatch;
      }
    }
    const NameIndex index = index_of(documents, plain_wish());
    size_t covered = 0;
    for (const IndexGroup& group : index.groups) {
      EXPECT_EQ(group.begin, covered);
      covered = group.end;
    }
    EXPECT_EQ(covered, index.entries.size());
    for (const IndexEntry& entry : index.entries) {
      for (const IndexLink& link : entry.see) {
        ASSERT_LT(link.entry, index.entries.size());
        EXPECT_TRUE(index.entries[link.entry].see.empty());
      }
    }
    std::string json, text;
    write_index_json(index, &json);
    rapidjson::Document parsed;
    parsed.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str(),
                                                        json.size());
    EXPECT_FALSE(parsed.HasParseError()) << json;
    write_index_text(index, {}, &text);
    write_index_markdown(index, &text);
  }
}

}  // namespace
}  // namespace khitai::write
