// SPDX-License-Identifier: Apache-2.0

#include "write/graph_columns.h"

#include <gtest/gtest.h>

#include "write/graph_fixture.h"

namespace khitai::write {
namespace {

using tests::cathay_graph;
using tests::plain_graph;
using tests::random_graph;

size_t column(const Graph& graph, const GraphColumns& columns,
              const std::string& id) {
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].id == id) return columns.of_node[i];
  }
  ADD_FAILURE() << "no node " << id;
  return 0;
}

TEST(GraphColumnsTest, OlderNamesOfCathayStandLeft) {
  const Graph graph = cathay_graph();
  const GraphColumns columns = columns_of(graph);
  const char* const kChain[] = {"khitan-word", "qitan-word",  "qitay-word",
                                "xitay-word",  "khitai-word", "cathay"};
  for (size_t i = 1; i < std::size(kChain); ++i) {
    EXPECT_LT(column(graph, columns, kChain[i - 1]),
              column(graph, columns, kChain[i]))
        << kChain[i];
  }
}

TEST(GraphColumnsTest, HundredsOfYearsHaveColumnsOfTheirOwn) {
  const GraphColumns columns = columns_of(cathay_graph());
  ASSERT_EQ(columns.bands.size(), 5U);
  EXPECT_EQ(columns.bands.front().label, "400\u2013499");
  EXPECT_EQ(columns.bands.back().label, "1200\u20131299");
  for (size_t i = 1; i < columns.bands.size(); ++i) {
    EXPECT_LT(columns.bands[i - 1].last, columns.bands[i].first);
  }
}

TEST(GraphColumnsTest, NamesWithoutYearStandOutsideTheHundreds) {
  const Graph graph = cathay_graph();
  const GraphColumns columns = columns_of(graph);
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].year) continue;
    for (const TimeBand& band : columns.bands) {
      const bool within =
          columns.of_node[i] >= band.first && columns.of_node[i] <= band.last;
      EXPECT_FALSE(within) << graph.nodes[i].id << " in " << band.label;
    }
  }
}

TEST(GraphColumnsTest, NameBetweenTwoOfOneHundredStandsWithin) {
  Graph graph = plain_graph(4, {{0, 1}, {1, 2}, {2, 3}});
  graph.nodes[0].year = 1210;
  graph.nodes[2].year = 1290;
  const GraphColumns columns = columns_of(graph);
  ASSERT_EQ(columns.bands.size(), 1U);
  EXPECT_EQ(columns.of_node, (std::vector<size_t>{0, 1, 2, 3}));
  EXPECT_EQ(columns.bands[0].first, 0U);
  EXPECT_EQ(columns.bands[0].last, 2U);
}

TEST(GraphColumnsTest, NameWithoutYearStandsCloseToWhatComesOfIt) {
  Graph graph = plain_graph(6, {{0, 1}, {1, 2}, {2, 3}, {5, 4}, {4, 3}});
  graph.nodes[0].year = 700;
  graph.nodes[1].year = 900;
  graph.nodes[3].year = 1200;
  const GraphColumns columns = columns_of(graph);
  EXPECT_EQ(columns.of_node[4] + 1, columns.of_node[3]);
  EXPECT_EQ(columns.of_node[5] + 2, columns.of_node[3]);
}

TEST(GraphColumnsTest, OneYearIsNoAxis) {
  Graph graph = plain_graph(2, {{0, 1}});
  graph.nodes[0].year = 1200;
  EXPECT_TRUE(columns_of(graph).bands.empty());
  graph.nodes[1].year = 1200;
  EXPECT_EQ(columns_of(graph).bands.size(), 1U);
}

TEST(GraphColumnsTest, YearsRuleOverEdges) {
  Graph graph = plain_graph(2, {{0, 1}});
  graph.nodes[0].year = 1300;
  graph.nodes[1].year = 1200;
  EXPECT_EQ(columns_of(graph).of_node, (std::vector<size_t>{1, 0}));
}

TEST(GraphColumnsTest, HundredsInWords) {
  EXPECT_EQ(hundred_words(1), "1\u201399");
  EXPECT_EQ(hundred_words(99), "1\u201399");
  EXPECT_EQ(hundred_words(100), "100\u2013199");
  EXPECT_EQ(hundred_words(1200), "1200\u20131299");
  // Year 0 is 1 BCE, -99 is 100 BCE, -100 is 101 BCE.
  EXPECT_EQ(hundred_words(0), "100\u20131 BCE");
  EXPECT_EQ(hundred_words(-99), "100\u20131 BCE");
  EXPECT_EQ(hundred_words(-100), "200\u2013101 BCE");
}

// Whatever the edges and years: every column has a name, years never run
// backwards, and an edge joins two columns.
TEST(GraphColumnsTest, HoldsForGraphsByChance) {
  for (uint32_t seed = 1; seed <= 300; ++seed) {
    const size_t nodes = 1 + seed % 40;
    const Graph graph = random_graph(seed, nodes, seed % 90);
    const GraphColumns columns = columns_of(graph);
    std::vector<bool> used(columns.count);
    ASSERT_EQ(columns.of_node.size(), nodes);
    for (size_t one : columns.of_node) {
      ASSERT_LT(one, columns.count);
      used[one] = true;
    }
    EXPECT_EQ(std::count(used.begin(), used.end(), false), 0);
    for (const GraphEdge& edge : graph.edges) {
      if (edge.from == edge.to) continue;
      EXPECT_NE(columns.of_node[edge.from], columns.of_node[edge.to])
          << "seed " << seed;
    }
    for (size_t i = 1; i < columns.bands.size(); ++i) {
      EXPECT_LT(columns.bands[i - 1].last, columns.bands[i].first)
          << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace khitai::write
