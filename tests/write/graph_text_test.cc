// SPDX-License-Identifier: Apache-2.0
//
// The formats that other programs draw, read back: by Graphviz's own
// reader, by a JSON reader, by a small one of Mermaid's references.

#include <cgraph.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "support/cases.h"
#include "write/fixture.h"
#include "write/graph_fixture.h"
#include "write/graph_notes.h"
#include "write/svg.h"

namespace khitai::write {
namespace {

using tests::cathay_graph;
using tests::graph_saying;
using tests::hostile_texts;

using Writer = void (*)(const Graph&, std::string*);

std::string written(Writer writer, const Graph& graph) {
  std::string out;
  writer(graph, &out);
  return out;
}

// A graph as Graphviz's own reader has it; null when it is no graph.
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using ReadGraph = std::unique_ptr<Agraph_t, CloseGraph>;

ReadGraph read_dot(const std::string& text) {
  return ReadGraph(agmemread(text.c_str()));
}

std::string dot_attribute(void* object, std::string name) {
  const char* const value = agget(object, name.data());
  return value == nullptr ? "" : value;
}

// The first line of a label as it is drawn: of what the reader leaves escaped.
std::string first_line(const std::string& label) {
  std::string line;
  for (size_t at = 0; at < label.size(); ++at) {
    if (label[at] == '\\' && label[++at] == 'n') return line;
    line += label[at];
    if (label.compare(at, 5, "&amp;") == 0) at += 4;
  }
  return line;
}

Agnode_t* dot_node(const ReadGraph& graph, size_t number) {
  std::string name = "n" + std::to_string(number);
  return agnode(graph.get(), name.data(), 0);
}

// The character references of Mermaid: #34;
std::string mermaid_text(const std::string& text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '#') {
      out += text[at];
      continue;
    }
    const size_t end = text.find(';', at);
    out += static_cast<char>(std::stoi(text.substr(at + 1, end - at - 1)));
    at = end;
  }
  return out;
}

TEST(GraphDotTest, EveryNodeAndEdgeOfCathayIsThere) {
  const Graph graph = cathay_graph();
  const ReadGraph read = read_dot(written(write_graph_dot, graph));
  ASSERT_NE(read, nullptr);
  ASSERT_EQ(agnnodes(read.get()), static_cast<int>(graph.nodes.size()));
  ASSERT_EQ(agnedges(read.get()), static_cast<int>(graph.edges.size()));
  EXPECT_EQ(dot_attribute(read.get(), "label"), graph.title);
  std::multiset<std::tuple<std::string, std::string, bool>> wanted, got;
  for (const GraphEdge& edge : graph.edges) {
    wanted.emplace(graph.nodes[edge.from].label, graph.nodes[edge.to].label,
                   edge.doubtful);
  }
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    Agnode_t* const node = dot_node(read, i);
    ASSERT_NE(node, nullptr);
    EXPECT_EQ(first_line(dot_attribute(node, "label")), graph.nodes[i].label);
    EXPECT_EQ(dot_attribute(node, "tooltip"), graph.nodes[i].id);
    for (Agedge_t* edge = agfstout(read.get(), node); edge != nullptr;
         edge = agnxtout(read.get(), edge)) {
      got.emplace(first_line(dot_attribute(agtail(edge), "label")),
                  first_line(dot_attribute(aghead(edge), "label")),
                  dot_attribute(edge, "style") == "dashed");
    }
  }
  EXPECT_EQ(got, wanted);
}

TEST(GraphDotTest, AnyTextComesThrough) {
  for (const std::string& text : hostile_texts()) {
    const Graph graph = graph_saying(text);
    const ReadGraph read = read_dot(written(write_graph_dot, graph));
    ASSERT_NE(read, nullptr) << text;
    EXPECT_EQ(agnnodes(read.get()), 2);
    EXPECT_EQ(agnedges(read.get()), 1);
    const std::string label = node_label(graph, 1);
    std::string drawn = first_line(dot_attribute(dot_node(read, 1), "label"));
    if (label.size() > 400) {
      ASSERT_TRUE(drawn.ends_with("\u2026"));
      drawn.resize(drawn.size() - 3);
      EXPECT_GT(drawn.size(), 390U);
      EXPECT_EQ(drawn, label.substr(0, drawn.size()));
    } else {
      EXPECT_EQ(drawn, label);
    }
  }
}

TEST(GraphMermaidTest, AnyTextComesThrough) {
  for (const std::string& text : hostile_texts()) {
    const Graph graph = graph_saying(text);
    const std::string chart = written(write_graph_mermaid, graph);
    const std::string label = node_label(graph, 1);
    const size_t begin = chart.find("  n1[\"") + 6;
    const size_t end = chart.find('"', begin);
    ASSERT_LT(begin, end);
    EXPECT_EQ(mermaid_text(chart.substr(begin, end - begin)), label);
    EXPECT_EQ(chart.substr(end, 3), "\"]\n");
    EXPECT_EQ(tests::times_in(chart, "\n  n0 ==>|\""), 1U);
  }
}

TEST(GraphMermaidTest, EveryNodeAndEdgeOfCathayIsThere) {
  const Graph graph = cathay_graph();
  const std::string chart = written(write_graph_mermaid, graph);
  EXPECT_EQ(chart.find("---\ntitle: \"From Khitan to Cathay\"\n---\n"
                       "flowchart LR\n"),
            0U);
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    EXPECT_EQ(tests::times_in(chart, "\n  n" + std::to_string(i) + "[\""), 1U);
  }
  EXPECT_EQ(tests::times_in(chart, ")\"| n"), graph.edges.size());
}

TEST(GraphJsonTest, HasAllThatTheGraphHas) {
  const Graph graph = cathay_graph();
  const std::string text = written(write_graph_json, graph);
  rapidjson::Document json;
  ASSERT_FALSE(json.Parse(text.c_str()).HasParseError());
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  ASSERT_EQ(json["nodes"].Size(), graph.nodes.size());
  ASSERT_EQ(json["edges"].Size(), graph.edges.size());
  ASSERT_EQ(json["works"].Size(), graph.works.size());
  EXPECT_TRUE(json["nodes"][0]["year"].IsNull());
  EXPECT_EQ(json["nodes"][1]["year"].GetInt(), 400);
  for (size_t i = 0; i < graph.edges.size(); ++i) {
    const auto& edge = json["edges"][static_cast<rapidjson::SizeType>(i)];
    EXPECT_EQ(edge["from"].GetString(), graph.nodes[graph.edges[i].from].id);
    EXPECT_EQ(edge["claim"].GetString(), graph.edges[i].claim);
  }
}

TEST(GraphJsonTest, AnyBytesAreValid) {
  for (const std::string& text : hostile_texts()) {
    rapidjson::Document json;
    const std::string out = written(write_graph_json, graph_saying(text));
    ASSERT_FALSE(json.Parse(out.c_str()).HasParseError());
    EXPECT_EQ(json["nodes"][0]["label"].GetStringLength(),
              tests::naive_clean(text).size());
  }
}

TEST(GraphTextTest, EdgesOfNoNodeAreLeftOut) {
  const Graph graph = tests::plain_graph(2, {{0, 1}, {0, 2}, {7, 1}, {1, 1}});
  EXPECT_EQ(tests::times_in(written(write_graph_dot, graph), " -> n"), 2U);
  EXPECT_EQ(tests::times_in(written(write_graph_mermaid, graph), ")\"| n"), 2U);
  EXPECT_EQ(tests::times_in(written(write_graph_json, graph), "\"from\":"), 2U);
}

TEST(GraphTextTest, SmallGraphIsAsInTheGoldenFiles) {
  const Graph graph = tests::small_graph();
  tests::expect_golden("graph_small.dot", written(write_graph_dot, graph));
  tests::expect_golden("graph_small.mmd", written(write_graph_mermaid, graph));
  tests::expect_golden("graph_small.json", written(write_graph_json, graph));
}

TEST(GraphNotesTest, AccountsRivalWhereTwoLeadToOneName) {
  const GraphNotes notes = notes_of(cathay_graph());
  size_t contested = 0;
  for (const GraphNote& note : notes.notes) {
    const bool cathay = note.heading.find("\u2192 Cathay") != std::string::npos;
    if (cathay) {
      EXPECT_TRUE(note.contested) << note.heading;
      EXPECT_NE(note.mark, "") << note.heading;
    }
    contested += note.contested ? 1 : 0;
  }
  EXPECT_EQ(contested, 8U);
  EXPECT_EQ(notes.rivals.size(), 7U);
  EXPECT_EQ(notes.rivals[0].mark, "a");
}

TEST(GraphNotesTest, NoRivalWithoutASecondAccount) {
  Graph graph = tests::plain_graph(3, {{0, 2}, {1, 2}});
  EXPECT_TRUE(notes_of(graph).rivals.empty());
  graph.edges[0].account = graph.edges[1].account = "one";
  EXPECT_TRUE(notes_of(graph).rivals.empty());
  graph.edges[1].account = "other";
  EXPECT_EQ(notes_of(graph).rivals.size(), 2U);
  graph.edges[1].kind = GraphEdge::Kind::kBeside;
  EXPECT_TRUE(notes_of(graph).rivals.empty());
}

}  // namespace
}  // namespace khitai::write
