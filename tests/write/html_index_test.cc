// SPDX-License-Identifier: Apache-2.0
//
// What leads from a mention to others: every link of a page has a target, the
// mentions of an entity are one chain, the index counts what is found.

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "support/small_lexicon.h"
#include "write/fixture.h"
#include "write/found.h"
#include "write/html_places.h"

namespace khitai {
namespace {

using tests::candidate_of;
using tests::sample;
using tests::small_lexicon;

std::string linked_page(const std::vector<Annotation>& annotations,
                        const Lexicon& lexicon = small_lexicon()) {
  std::string out;
  write_html(lexicon, annotations, {}, &out);
  return out;
}

// The values of an attribute, in order.
std::vector<std::string> values_of(const std::string& html,
                                   const std::string& attribute) {
  std::vector<std::string> all;
  const std::string begin = " " + attribute + "=\"";
  for (size_t at = html.find(begin); at != std::string::npos;
       at = html.find(begin, at)) {
    at += begin.size();
    all.push_back(html.substr(at, html.find('"', at) - at));
  }
  return all;
}

void expect_links_have_targets(const std::string& page) {
  const auto ids = values_of(page, "id");
  const std::set<std::string> once(ids.begin(), ids.end());
  EXPECT_EQ(once.size(), ids.size());
  for (const std::string& link : values_of(page, "href")) {
    ASSERT_EQ(link.substr(0, 1), "#");
    EXPECT_EQ(once.count(link.substr(1)), 1u) << link;
  }
}

// From an entity's first place along the links to the next one, and back.
void expect_chains(const std::string& page) {
  std::map<std::string, std::pair<std::string, std::string>> hops;
  std::map<std::string, std::string> entry;
  const std::string mark = "<mark class=\"";
  for (size_t at = page.find(mark); at != std::string::npos;
       at = page.find(mark, at + 1)) {
    const std::string tag = page.substr(at, page.find('>', at) - at);
    const size_t after = at + tag.size() + 1;
    if (page.compare(after, 15, "<i class=\"hop\">") != 0) continue;
    const std::string inside =
        page.substr(after, page.find("</i>", after) - after);
    const std::string id = values_of(tag, "id").at(0);
    for (const std::string& link : values_of(inside, "href")) {
      if (link[1] == 'c') entry[id] = link;
    }
    auto& [before, next] = hops[id];
    const size_t prev = inside.find("rel=\"prev\"");
    if (prev != std::string::npos) {
      before = values_of(inside.substr(prev), "href").at(0).substr(1);
    }
    const size_t follow = inside.find("rel=\"next\"");
    if (follow != std::string::npos) {
      next = values_of(inside.substr(follow), "href").at(0).substr(1);
    }
  }
  std::set<std::string> visited;
  for (const auto& [id, hop] : hops) {
    if (!hop.first.empty()) continue;
    std::string last;
    for (std::string one = id; !one.empty(); one = hops.at(one).second) {
      EXPECT_TRUE(visited.insert(one).second) << one;
      EXPECT_EQ(hops.at(one).first, last);
      EXPECT_EQ(entry.at(one), "#c" + id.substr(1));
      last = one;
    }
  }
  EXPECT_EQ(visited.size(), hops.size());
}

TEST(HtmlIndexTest, LinksOfTheSample) {
  const std::string page = linked_page({sample(), sample()});
  expect_links_have_targets(page);
  expect_chains(page);
  EXPECT_NE(page.find("rel=\"next\""), std::string::npos);
}

TEST(HtmlIndexTest, LinksOfAnyDocuments) {
  std::mt19937 random(21);
  for (int round = 0; round < 400; ++round) {
    std::vector<Annotation> all;
    for (size_t i = 0; i <= random() % 3; ++i) {
      all.push_back(tests::random_annotation(&random));
      auto& mentions = all.back().mentions;
      if (!mentions.empty() && random() % 2 == 0) {
        mentions[random() % mentions.size()].decision = Decision::kNone;
      }
    }
    const std::string page = linked_page(all);
    expect_links_have_targets(page);
    expect_chains(page);
  }
}

// The part of the index that is about one entity, by its label.
std::string entry_of(const std::string& page, const std::string& label) {
  const size_t index = page.find("<section class=\"index\"");
  const size_t at = page.find("<h3><bdi>" + label + "</bdi>", index);
  if (index == std::string::npos || at == std::string::npos) return {};
  return page.substr(at, page.find("</section>", at) - at);
}

TEST(HtmlIndexTest, CountsWhatIsFoundDocumentByDocument) {
  const std::vector<Annotation> both = {sample(), sample()};
  const std::string page = linked_page(both);
  const auto found = write::found_entities(small_lexicon(), {&both[0], 1});
  ASSERT_GT(found.size(), 5u);
  for (const write::Found& one : found) {
    const std::string entry =
        entry_of(page, std::string(small_lexicon().entity(one.entity).label));
    for (const char* document : {"1", "2"}) {
      const std::string list =
          "<ul class=\"variants\" data-d=\"" + std::string(document) + "\">";
      const size_t begin = entry.find(list);
      ASSERT_NE(begin, std::string::npos);
      const std::string part =
          entry.substr(begin, entry.find("</ul>", begin) - begin);
      for (const write::Spelling& spelling : one.spellings) {
        const size_t unsure = spelling.count - spelling.matched;
        const std::string count =
            unsure == 0 ? std::to_string(spelling.matched)
                        : std::to_string(unsure) + "?";  // never both here
        EXPECT_NE(
            part.find("<bdi>" + spelling.text +
                      "</bdi></a> <span class=\"count\">" + count + "</span>"),
            std::string::npos)
            << spelling.text << " " << count << " in " << part;
      }
    }
  }
}

TEST(HtmlIndexTest, WhatIsRejectedOrUnlikelyIsNoPlace) {
  Annotation annotation = sample();
  const std::string all = linked_page({annotation});
  Mention liao = annotation.mentions[1];
  annotation.mentions[1].decision = Decision::kNone;
  EXPECT_EQ(entry_of(linked_page({annotation}), "Liao"), "");
  annotation.mentions.erase(annotation.mentions.begin() + 1);
  liao.reviewed = true;
  annotation.rejected = {liao};
  EXPECT_EQ(entry_of(linked_page({annotation}), "Liao"), "");
  EXPECT_NE(entry_of(all, "Liao"), "");
  EXPECT_EQ(linked_page({}).find("id=\"index\""), std::string::npos);
}

Annotation named(const std::string& text, std::string_view entity,
                 std::string_view form) {
  Annotation annotation;
  annotation.name = "one.txt";
  annotation.source = text;
  Mention mention;
  mention.end = mention.core_end = text.size();
  mention.decision = Decision::kMatch;
  mention.candidates = {candidate_of(entity, form, 0.9)};
  annotation.mentions = {mention};
  return annotation;
}

// The convention that the index names for the only spelling of a page.
std::string told_by(const std::string& page) {
  const std::string begin = "<small class=\"convention\">";
  const size_t at = page.find(begin);
  if (at == std::string::npos) return {};
  return page.substr(at + begin.size(),
                     page.find('<', at + 1) - at - begin.size());
}

// ... of a text in which a form was found.
std::string told(const std::string& text, std::string_view entity,
                 std::string_view form) {
  return told_by(linked_page({named(text, entity, form)}));
}

TEST(HtmlIndexTest, ConventionWhereTheTagOfTheFormTellsIt) {
  EXPECT_EQ(told("Hsi Liao", "qara-khitai", "Hsi Liao"), "Wade-Giles");
  EXPECT_EQ(told("HSI-LIAO", "qara-khitai", "Hsi Liao"), "Wade-Giles");
  EXPECT_EQ(
      told("Qar\u0101 Khit\u0101y", "qara-khitai", "Qar\u0101 Khit\u0101y"),
      "IJMES");
  // Without the marks it is another spelling, and IJMES does not write so.
  EXPECT_EQ(told("Qara Khitay", "qara-khitai", "Qar\u0101 Khit\u0101y"), "");
  EXPECT_EQ(told("Qara Khitai", "qara-khitai", "Qara Khitai"), "");
  EXPECT_EQ(told("\u897F\u907C", "qara-khitai", "\u897F\u907C"), "");
}

// What rules make of the names of the shipped lexicon tells it as well, where
// it is no accident.
TEST(HtmlIndexTest, ConventionWhereAFormThatARuleMadeTellsIt) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  const auto convention = [&](const std::string& text,
                              std::string_view entity) {
    Annotation annotation = named(text, "sanjar", "Sanjar");
    annotation.mentions[0].candidates[0] = {};
    annotation.mentions[0].candidates[0].entity = *lexicon.find_entity(entity);
    return told_by(linked_page({annotation}, lexicon));
  };
  EXPECT_EQ(convention("Hsi Liao", "qara-khitai"), "Wade-Giles");
  EXPECT_EQ(convention("Si Leao", "qara-khitai"), "EFEO");
  EXPECT_EQ(convention("Xi Liao", "qara-khitai"), "pinyin, without tones");
  EXPECT_EQ(convention("Yeh-l\u00FC Ta-shih", "yelu-dashi"), "Wade-Giles");
  EXPECT_EQ(convention("Yel\u00FC Dashi", "yelu-dashi"),
            "pinyin, without tones");
  EXPECT_EQ(convention("Qar\u0101 Khi\u1E6D\u0101y", "qara-khitai"), "EI3");
  for (const char* plain : {"Western Liao", "Qara Khitai", "Kara-Khitay"}) {
    EXPECT_EQ(convention(plain, "qara-khitai"), "") << plain;
  }
  EXPECT_EQ(convention("Bukhara", "bukhara"), "");
  EXPECT_EQ(convention("Samarkand", "samarkand"), "");
}

TEST(HtmlIndexTest, ABigPageHasTheIndexAndNoLinksInTheText) {
  Annotation annotation;
  annotation.name = "big.txt";
  for (size_t i = 0; i < 2000; ++i) {
    Mention mention;
    annotation.source += std::string(600, 'x') + " ";
    mention.begin = mention.core_begin = annotation.source.size();
    annotation.source += "Sanjar";
    mention.end = mention.core_end = annotation.source.size();
    mention.decision = Decision::kMatch;
    mention.candidates = {candidate_of("sanjar", "Sanjar", 0.9)};
    annotation.mentions.push_back(mention);
    annotation.source += "\n\n";
  }
  const std::string page = linked_page({annotation});
  expect_links_have_targets(page);
  EXPECT_EQ(page.find("<i class=\"hop\">"), std::string::npos);
  const std::string entry = entry_of(page, "Sanjar");
  EXPECT_NE(entry.find(">2000</span>"), std::string::npos) << entry;
  EXPECT_NE(entry.find(" and 1997 more"), std::string::npos) << entry;
}

TEST(PagePlacesTest, AChainForEachEntity) {
  write::PagePlaces places;
  for (size_t entity : {4u, 0u, 4u, 4u}) places.add({entity});
  EXPECT_EQ(places.of_entity(4), (std::vector<size_t>{0, 2, 3}));
  EXPECT_EQ(places.of_entity(0), (std::vector<size_t>{1}));
  EXPECT_TRUE(places.of_entity(3).empty());
  EXPECT_TRUE(places.of_entity(99).empty());
  EXPECT_EQ(places.id(0), "e4");
  EXPECT_EQ(places.link(3), "#m3");
  EXPECT_TRUE(places.all()[3].linked);
  EXPECT_FALSE(places.all()[2].linked);
  EXPECT_EQ(places.all()[2].before, 0u);
  EXPECT_EQ(places.all()[2].after, 3u);
}

}  // namespace
}  // namespace khitai
