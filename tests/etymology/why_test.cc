// SPDX-License-Identifier: Apache-2.0
//
// Paths between names, on graphs made for it, and against all paths there are.

#include "khitai/why.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "etymology/ascent.h"
#include "etymology/linked_lexicon.h"
#include "etymology/ties.h"

namespace khitai {
namespace {

using tests::linked_lexicon;
using tests::LinkRow;

uint32_t number_of(const Lexicon& lexicon, size_t name) {
  return *lexicon.find_name(tests::name_id(name));
}

Why why_of(const Lexicon& lexicon, size_t a, size_t b, bool all = false) {
  return explain_names(lexicon, {{number_of(lexicon, a), kNoRow}},
                       {{number_of(lexicon, b), kNoRow}}, {all});
}

// "0<1<2>3": `<` up to the source, `>` down, `~` neither.
std::string path_words(const Lexicon& lexicon, const Path& path) {
  const auto number = [&](uint32_t name) {
    return std::to_string(
        std::stoul(std::string(lexicon.name(name).id.substr(1))));
  };
  std::string words = number(path.begin);
  for (const Hop& hop : path.hops) {
    const bool directed = etymology::is_directed(lexicon.link(hop.link).type);
    words += hop.up ? "<" : directed ? ">" : "~";
    words += number(hop.to);
  }
  return words;
}

std::string best_path(const Lexicon& lexicon, size_t a, size_t b) {
  const Why why = why_of(lexicon, a, b);
  std::string words(origin_word(why.origin));
  if (!why.paths.empty()) {
    words += " " + path_words(lexicon, why.paths.front());
  }
  return words;
}

TEST(WhyTest, GoesUpAndDownAgainButNeverDownAndUp) {
  // 0 > 1 > 2, 0 > 3; 2 and 3 are elements of nothing, 4 > 2 is a rival.
  const auto lexicon =
      linked_lexicon(6, {{0, 1}, {1, 2}, {0, 3}, {4, 2}, {4, 5}});
  EXPECT_EQ(best_path(*lexicon, 2, 0), "one-origin 2<1<0");
  EXPECT_EQ(best_path(*lexicon, 0, 2), "one-origin 0>1>2");
  EXPECT_EQ(best_path(*lexicon, 2, 3), "one-origin 2<1<0>3");
  // Two sources that are proposed for one name have no common origin.
  EXPECT_EQ(best_path(*lexicon, 1, 4), "none 1>2<4");
  EXPECT_EQ(best_path(*lexicon, 3, 5), "none");
  EXPECT_EQ(best_path(*lexicon, 3, 3), "one-name 3");
}

TEST(WhyTest, AnElementOnBothSidesIsNoOrigin) {
  const auto lexicon = linked_lexicon(6, {{0, 1, "part-of"},
                                          {0, 2, "part-of"},
                                          {0, 3},
                                          {4, 1, "part-of"},
                                          {4, 5}});
  EXPECT_EQ(best_path(*lexicon, 1, 2), "element 1<0>2");
  EXPECT_EQ(best_path(*lexicon, 1, 3), "one-origin 1<0>3");
  EXPECT_EQ(best_path(*lexicon, 1, 0), "one-origin 1<0");
  // Two elements of one name.
  EXPECT_EQ(best_path(*lexicon, 0, 4), "none 0>1<4");
  EXPECT_EQ(best_path(*lexicon, 5, 1), "one-origin 5<4>1");
}

TEST(WhyTest, OneOriginGoesBeforeACheaperSharedElement) {
  const auto lexicon = linked_lexicon(4, {{0, 1, "part-of", "certain"},
                                          {0, 2, "part-of", "certain"},
                                          {3, 1, "borrowed", "possible"},
                                          {3, 2, "part-of", "possible"}});
  EXPECT_EQ(best_path(*lexicon, 1, 2), "one-origin 1<3>2");
}

TEST(WhyTest, WhatIsNoOriginIsCrossedButSaysNothingOfIt) {
  const auto lexicon = linked_lexicon(7, {{0, 1, "calque"},
                                          {1, 2},
                                          {3, 4, "counterpart"},
                                          {3, 5},
                                          {4, 6, "misread-as"}});
  EXPECT_EQ(best_path(*lexicon, 0, 2), "none 0>1>2");
  EXPECT_EQ(best_path(*lexicon, 5, 4), "none 5<3~4");
  // Once on either side.
  EXPECT_EQ(best_path(*lexicon, 6, 5), "none 6<4~3>5");
  EXPECT_EQ(best_path(*lexicon, 2, 6), "none");
}

TEST(WhyTest, CognatesAreOfOneOriginWhicheverWayTheyStand) {
  const auto lexicon =
      linked_lexicon(5, {{0, 1, "cognate"}, {2, 1}, {3, 0}, {3, 4}});
  EXPECT_EQ(best_path(*lexicon, 0, 1), "one-origin 0~1");
  EXPECT_EQ(best_path(*lexicon, 1, 0), "one-origin 1~0");
  EXPECT_EQ(best_path(*lexicon, 1, 4), "one-origin 1~0<3>4");
  EXPECT_EQ(best_path(*lexicon, 2, 0), "one-origin 2>1~0");
  // Both are sources of cognates; no path of origin goes down and up.
  EXPECT_EQ(best_path(*lexicon, 2, 4), "none");
}

TEST(WhyTest, TheMoreCertainOfTwoPathsIsTaken) {
  const auto lexicon = linked_lexicon(4, {{0, 3, "borrowed", "possible"},
                                          {0, 1, "borrowed", "certain"},
                                          {1, 3, "borrowed", "certain"},
                                          {2, 3, "borrowed", "certain"}});
  EXPECT_EQ(best_path(*lexicon, 3, 0), "one-origin 3<1<0");
  const Why why = why_of(*lexicon, 3, 0, true);
  ASSERT_EQ(why.paths.size(), 2u);
  EXPECT_EQ(path_words(*lexicon, why.paths[1]), "3<0");
  EXPECT_GT(why.paths[0].trust, why.paths[1].trust);
  // 0 and 2 are said to be its source as well.
  EXPECT_EQ(why.rivals.size(), 2u);
}

TEST(WhyTest, TwoAccountsOfOneStepAreTwoPaths) {
  const auto lexicon =
      linked_lexicon(3, {{0, 1, "borrowed", "likely", "one"},
                         {0, 1, "borrowed", "possible", "other", "disputed"},
                         {1, 2, "inherited", "certain", "one"}});
  const Why one = why_of(*lexicon, 0, 2);
  EXPECT_EQ(one.paths.size(), 1u);
  ASSERT_EQ(one.rivals.size(), 1u);
  EXPECT_EQ(lexicon->link(one.rivals[0]).account, "other");
  const Why all = why_of(*lexicon, 0, 2, true);
  ASSERT_EQ(all.paths.size(), 2u);
  EXPECT_EQ(lexicon->link(all.paths[1].hops[0].link).stance, "disputed");
}

TEST(WhyTest, TheReferentIsAnotherQuestionThanTheOrigin) {
  const auto lexicon = linked_lexicon(5, {{0, 1}, {0, 2}},
                                      {"", "here", "there", "here", "here"});
  const auto referent = [&](size_t a, size_t b) {
    return std::string(referent_word(why_of(*lexicon, a, b).referent));
  };
  EXPECT_EQ(referent(1, 2), "different");
  EXPECT_EQ(referent(1, 3), "shared");
  EXPECT_EQ(referent(3, 4), "shared");
  EXPECT_EQ(referent(0, 1), "none");
  const Why why = why_of(*lexicon, 1, 3);
  EXPECT_EQ(why.origin, Origin::kNone);
  EXPECT_EQ(why.shared.size(), 1u);
  EXPECT_TRUE(why.only_a.empty() && why.only_b.empty());
}

// A name that is met first where the tree ends is followed where it stands
// nearer.
TEST(EtymologyTest, ATreeThatEndsEarlyLosesNoSource) {
  // 3 is made of 2 and of 1; 2 of 1; 1 of 0.
  const auto lexicon = linked_lexicon(
      4, {{0, 1}, {1, 2}, {2, 3, "borrowed", "certain"}, {1, 3}});
  TreeOptions options;
  options.depth = 2;
  std::set<uint32_t> names;
  for (const TreeName& one :
       etymology_of(*lexicon, number_of(*lexicon, 3), options).sources) {
    names.insert(one.name);
  }
  EXPECT_EQ(names.size(), 4u);
}

// A doubted statement about the two goes before what certain ones add up to.
TEST(WhyTest, WhatIsSaidOfTheTwoComesFirst) {
  const auto lexicon =
      linked_lexicon(4, {{0, 1, "part-of", "certain"},
                         {0, 2, "counterpart", "certain"},
                         {1, 2, "misread-as", "possible", "x", "disputed"}});
  EXPECT_EQ(best_path(*lexicon, 2, 1), "none 2<1");
  EXPECT_EQ(best_path(*lexicon, 1, 2), "none 1>2");
}

TEST(WhyTest, NothingAskedIsNothingAnswered) {
  const auto lexicon = linked_lexicon(2, {{0, 1}});
  const Why why = explain_names(*lexicon, {}, {{0, kNoRow}}, {});
  EXPECT_TRUE(why.paths.empty());
  EXPECT_EQ(why.referent, Referent::kNone);
  // Numbers that are no names lead nowhere.
  const Why wild =
      explain_names(*lexicon, {{7777, kNoRow}}, {{kNoRow, kNoRow}}, {true});
  EXPECT_TRUE(wild.paths.empty());
}

// All paths up from one name and down to another, by exhaustion: the best one
// by what it says of the origin, then by cost.
class AllPaths {
 public:
  AllPaths(const Lexicon& lexicon, uint32_t goal)
      : lexicon_(lexicon), goal_(goal) {}

  std::optional<std::pair<Origin, double>> best_from(uint32_t name) {
    visited_ = {name};
    walk(name, kNoRow, false, false, false, 0, 0);
    return best_;
  }

 private:
  // Whether, seen from below, a doubted origin follows a cognate.
  bool is_cut(uint32_t below, uint32_t above) const {
    if (below == kNoRow || above == kNoRow) return false;
    const Link link = lexicon_.link(above);
    return lexicon_.link(below).type == "cognate" && is_origin(link.type) &&
           etymology::is_doubtful(link.certainty, link.stance);
  }

  void walk(uint32_t at, uint32_t by, bool falling, bool up, bool down,
            double cost, size_t hops) {
    if (at == goal_) {
      const Origin origin = hops == 0    ? Origin::kOneName
                            : up && down ? Origin::kElement
                                         : Origin::kOne;
      const std::pair<Origin, double> one(origin, cost);
      if (!best_ || one < *best_) best_ = one;
      return;
    }
    for (const uint32_t row : lexicon_.links_of_name(at)) {
      const Link link = lexicon_.link(row);
      const etymology::Tie tie = etymology::tie_of(link.type);
      if (tie == etymology::Tie::kBeside) continue;
      const bool equal = !etymology::is_directed(link.type);
      const bool rises = !equal && link.to == at;
      const uint32_t next = link.to == at ? link.from : link.to;
      if (rises && falling) continue;
      // From either end a cognate comes before what is above it.
      if (rises && is_cut(by, row)) continue;
      if (equal && by != kNoRow && falling && is_cut(row, by)) continue;
      if (!visited_.insert(next).second) continue;
      const bool element = tie == etymology::Tie::kElement;
      walk(next, row, falling || (!equal && !rises), up || (element && rises),
           down || (element && !equal && !rises),
           cost + etymology::cost_of(lexicon_.link_step(row)), hops + 1);
      visited_.erase(next);
    }
  }

  const Lexicon& lexicon_;
  uint32_t goal_;
  std::set<uint32_t> visited_;
  std::optional<std::pair<Origin, double>> best_;
};

double cost_of_path(const Lexicon& lexicon, const Path& path) {
  double cost = 0;
  for (const Hop& hop : path.hops) {
    cost += etymology::cost_of(lexicon.link_step(hop.link));
  }
  return cost;
}

std::vector<LinkRow> random_links(std::mt19937* random, size_t names) {
  const std::vector<std::string> types = {"borrowed", "part-of", "part-of",
                                          "part-of",  "cognate", "derived",
                                          "calque"};
  const std::vector<std::string> certainties = {"certain", "likely",
                                                "possible"};
  std::vector<LinkRow> links;
  std::set<std::tuple<size_t, size_t, std::string>> seen;
  for (size_t i = 0; i < names + names / 3; ++i) {
    LinkRow link;
    link.from = (*random)() % names;
    link.to = (*random)() % names;
    if (link.from == link.to) continue;
    link.type = types[(*random)() % types.size()];
    link.certainty = certainties[(*random)() % certainties.size()];
    if (!seen.emplace(link.from, link.to, link.type).second) continue;
    links.push_back(link);
  }
  return links;
}

TEST(WhyTest, FindsTheBestOfAllPathsByChance) {
  std::mt19937 random(20261129);
  size_t found = 0, none = 0, elements = 0;
  for (int round = 0; round < 30; ++round) {
    const size_t names = 5 + random() % 5;
    const auto lexicon = linked_lexicon(names, random_links(&random, names));
    for (size_t a = 0; a < names; ++a) {
      for (size_t b = 0; b < names; ++b) {
        const auto best = AllPaths(*lexicon, number_of(*lexicon, b))
                              .best_from(number_of(*lexicon, a));
        const Why why = why_of(*lexicon, a, b);
        const std::string where = "round " + std::to_string(round) + ": " +
                                  std::to_string(a) + ", " + std::to_string(b);
        ++(best ? found : none);
        if (!best) {
          EXPECT_EQ(why.origin, Origin::kNone) << where;
          continue;
        }
        if (best->first == Origin::kElement) ++elements;
        ASSERT_EQ(origin_word(why.origin), origin_word(best->first)) << where;
        EXPECT_NEAR(cost_of_path(*lexicon, why.paths[0]), best->second, 1e-9)
            << where << " " << path_words(*lexicon, why.paths[0]);
        const Why back = why_of(*lexicon, b, a);
        EXPECT_EQ(back.origin, why.origin) << where;
        EXPECT_NEAR(cost_of_path(*lexicon, back.paths[0]), best->second, 1e-9)
            << where;
      }
    }
  }
  EXPECT_GT(found, 300u);
  EXPECT_GT(none, 100u);
  EXPECT_GT(elements, 20u);
}

// Every path of --all is one: its links join, no name comes twice.
TEST(WhyTest, AllPathsAreWhole) {
  std::mt19937 random(7);
  size_t several = 0;
  for (int round = 0; round < 20; ++round) {
    const size_t names = 6 + random() % 5;
    const auto lexicon = linked_lexicon(names, random_links(&random, names));
    for (size_t a = 0; a < names; ++a) {
      const Why why = why_of(*lexicon, a, (a + 1) % names, true);
      if (why.paths.size() > 1) ++several;
      std::set<std::string> told;
      for (const Path& path : why.paths) {
        std::set<uint32_t> seen = {path.begin};
        uint32_t at = path.begin;
        EXPECT_EQ(at, number_of(*lexicon, a));
        for (const Hop& hop : path.hops) {
          const Link link = lexicon->link(hop.link);
          EXPECT_EQ(hop.from, at);
          EXPECT_TRUE((link.from == hop.from && link.to == hop.to) ||
                      (link.to == hop.from && link.from == hop.to));
          EXPECT_TRUE(seen.insert(hop.to).second);
          at = hop.to;
        }
        EXPECT_EQ(at, number_of(*lexicon, (a + 1) % names));
        std::string rows;
        for (const Hop& hop : path.hops) rows += std::to_string(hop.link) + ",";
        EXPECT_TRUE(told.insert(rows).second);
      }
    }
  }
  EXPECT_GT(several, 10u);
}

// A word within a hundred thousand names is no burden to those.
TEST(WhyTest, AWordOfManyNamesIsLookedAtFromBelow) {
  constexpr size_t kNames = 20000;
  std::vector<LinkRow> links;
  for (size_t i = 2; i < kNames; ++i) {
    links.push_back({0, i, "part-of", "certain"});
    links.push_back({1, i, "counterpart", "possible"});
  }
  const auto lexicon = linked_lexicon(kNames, links);
  EXPECT_EQ(best_path(*lexicon, 5, kNames - 1), "element 5<0>19999");
  const etymology::Ascent ascent(*lexicon, {{number_of(*lexicon, 5), kNoRow}},
                                 true);
  EXPECT_LE(ascent.reached().size(), 1000u);
  const Etymology tree = etymology_of(*lexicon, number_of(*lexicon, 0));
  EXPECT_EQ(tree.descendants.size(), TreeOptions{}.names);
  EXPECT_GT(tree.descendants[0].left_out, kNames - 1000);
}

}  // namespace
}  // namespace khitai
