// SPDX-License-Identifier: Apache-2.0
//
// Pictures by Graphviz. What depends on the version of Graphviz is told apart.

#include <gtest/gtest.h>

#include <thread>

#include "support/sanitized.h"
#include "write/fixture.h"
#include "write/graph_fixture.h"
#include "write/graph_notes.h"
#include "write/pictures/graph_layout.h"
#include "write/pictures/pictures.h"
#include "write/svg.h"

namespace khitai::write {
namespace {

using tests::cathay_graph;
using tests::graph_saying;
using tests::plain_graph;
using tests::random_graph;
using tests::small_graph;
using tests::times_in;

std::string svg_of(const Graph& graph, const PictureOptions& options = {}) {
  std::string out;
  const Status status = write_graph_svg(graph, options, &out);
  EXPECT_TRUE(status.ok()) << status.error().message;
  return out;
}

std::string html_page(const Graph& graph) {
  std::string out;
  const Status status = write_graph_html(graph, {}, &out);
  EXPECT_TRUE(status.ok()) << status.error().message;
  return out;
}

// The picture within a page.
std::string figure_of(const std::string& page) {
  const size_t begin = page.find("<svg");
  return page.substr(begin, page.find("</svg>") + 7 - begin);
}

// Well-formed, and with an element for every node and every edge.
void expect_whole(const Graph& graph) {
  const size_t notes = notes_of(graph).notes.size();
  const std::string svg = svg_of(graph);
  EXPECT_EQ(tests::xml_problem(svg), "");
  EXPECT_EQ(times_in(svg, " id=\"name-"), graph.nodes.size());
  EXPECT_EQ(times_in(svg, " id=\"tie-"), notes);
  EXPECT_EQ(times_in(svg, " id=\"note-"), notes);
  const size_t body = std::min(svg.find("k-legend"), svg.size());
  EXPECT_EQ(times_in(svg.substr(0, body), "class=\"k-touch\""), notes);
  const std::string page = html_page(graph);
  EXPECT_EQ(tests::xml_problem(figure_of(page)), "");
  EXPECT_EQ(times_in(page, "<li id=\"note-"), notes);
  EXPECT_EQ(times_in(page, "<th scope=\"row\">"), graph.nodes.size());
}

TEST(GraphPictureTest, CathayIsWhole) {
  const Graph graph = cathay_graph();
  expect_whole(graph);
  const std::string svg = svg_of(graph);
  for (const GraphNode& node : graph.nodes) {
    for (const std::string& word : wrapped_lines(node.label, 1, 1, 99)) {
      EXPECT_NE(svg.find(word), std::string::npos) << node.id;
    }
  }
  EXPECT_NE(svg.find(">1200\u20131299</text>"), std::string::npos);
  EXPECT_EQ(times_in(svg, "class=\"k-name k-asked\""), 2U);
}

TEST(GraphPictureTest, StandsOnItsOwn) {
  for (const std::string& text :
       {svg_of(cathay_graph()), html_page(cathay_graph())}) {
    EXPECT_EQ(times_in(text, "<script"), 0U);
    EXPECT_EQ(times_in(text, "<image"), 0U);
    EXPECT_EQ(times_in(text, "@import"), 0U);
    EXPECT_EQ(times_in(text, "url("), 0U);
    EXPECT_EQ(times_in(text, "http"),
              times_in(text, "http://www.w3.org/2000/svg") +
                  times_in(text, "http://www.w3.org/1999/xlink") +
                  times_in(text, "http-equiv"));
  }
}

TEST(GraphPictureTest, OddGraphsAreWhole) {
  expect_whole(Graph{});
  expect_whole(plain_graph(1, {}));
  expect_whole(plain_graph(5, {}));
  expect_whole(plain_graph(1, {{0, 0}, {0, 0}, {0, 0}}));
  expect_whole(plain_graph(3, {{0, 1}, {1, 2}, {2, 0}}));
  expect_whole(plain_graph(2, {{0, 1}, {1, 0}, {0, 1}, {0, 1}}));
  expect_whole(plain_graph(2, {{0, 9}, {9, 0}, {0, 1}}));
}

TEST(GraphPictureTest, AnyTextIsWellFormed) {
  for (const std::string& text : tests::hostile_texts()) {
    SCOPED_TRACE(text.substr(0, 40));
    expect_whole(graph_saying(text));
  }
}

TEST(GraphPictureTest, GraphsByChanceAreWhole) {
  const uint32_t most = tests::kSanitized ? 6 : 25;
  for (uint32_t seed = 1; seed <= most; ++seed) {
    SCOPED_TRACE(seed);
    expect_whole(random_graph(seed, 1 + seed % 30, seed * 7 % 45));
  }
}

TEST(GraphPictureTest, ManyNodesAreWhole) {
  Graph graph = random_graph(5, 300, 0);
  for (size_t i = 1; i < graph.nodes.size(); ++i) {
    GraphEdge edge;
    edge.from = i * 7 % i;
    edge.to = i;
    edge.type = "borrowed";
    graph.edges.push_back(edge);
  }
  const std::string svg = svg_of(graph);
  EXPECT_EQ(tests::xml_problem(svg), "");
  EXPECT_EQ(times_in(svg, " id=\"name-"), 300U);
  EXPECT_EQ(times_in(svg, " id=\"tie-"), 299U);
}

TEST(GraphPictureTest, TooManyNodesAreAnError) {
  std::string out = "kept";
  const Status status =
      write_graph_svg(plain_graph(kMostNodes + 1, {}), {}, &out);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().message,
            "too large for a picture: 501 names and 0 links, expected at most "
            "500 and 1000 (ask for less, or for json)");
  EXPECT_EQ(out, "kept");
}

TEST(GraphPictureTest, NotesMayBeLeftOut) {
  PictureOptions options;
  options.notes = false;
  const std::string svg = svg_of(small_graph(), options);
  EXPECT_EQ(times_in(svg, " id=\"note-"), 0U);
  EXPECT_EQ(times_in(svg, " id=\"tie-"), small_graph().edges.size());
}

// The same from several threads, and after other pictures.
TEST(GraphPictureTest, IsTheSameEachTime) {
  const Graph graph = cathay_graph();
  const std::string first = svg_of(graph);
  svg_of(random_graph(3, 20, 30));
  std::vector<std::string> all(4);
  std::vector<std::thread> threads;
  for (std::string& one : all) {
    threads.emplace_back([&one, &graph] { one = svg_of(graph); });
  }
  for (std::thread& one : threads) one.join();
  for (const std::string& one : all) EXPECT_EQ(one, first);
}

TEST(GraphPictureTest, NothingIsPrinted) {
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  for (const std::string& text : tests::hostile_texts()) {
    svg_of(graph_saying(text));
  }
  svg_of(random_graph(8, 25, 60));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

// No two boxes on one place, none outside the sheet, and columns in order.
TEST(GraphLayoutTest, BoxesStandApart) {
  const std::vector<LayoutBox> boxes = {{100, 40, 0}, {80, 60, 1}, {120, 30, 1},
                                        {90, 40, 2},  {70, 40, 4}, {70, 40, 3}};
  const auto placed =
      place_graph(boxes, {{0, 1, 40, 12}, {0, 3, 0, 0}, {2, 4, 60, 24}});
  ASSERT_TRUE(placed.ok());
  ASSERT_EQ(placed->boxes.size(), boxes.size());
  for (size_t i = 0; i < boxes.size(); ++i) {
    const Point& one = placed->boxes[i];
    EXPECT_GE(one.x - boxes[i].width / 2, -1);
    EXPECT_LE(one.x + boxes[i].width / 2, placed->width + 1);
    for (size_t k = 0; k < i; ++k) {
      const Point& other = placed->boxes[k];
      if (boxes[i].column == boxes[k].column) {
        EXPECT_NEAR(one.x, other.x, 1);
        EXPECT_GE(std::abs(one.y - other.y),
                  (boxes[i].height + boxes[k].height) / 2);
      } else {
        EXPECT_EQ(boxes[i].column < boxes[k].column, one.x < other.x);
      }
    }
  }
}

TEST(GraphPictureTest, SmallGraphIsAsInTheGoldenFile) {
  if (layout_version() != "2.43.0") {
    GTEST_SKIP() << "the golden file is of Graphviz 2.43.0, this is "
                 << layout_version();
  }
  tests::expect_golden("graph_small.svg", svg_of(small_graph()));
}

}  // namespace
}  // namespace khitai::write
