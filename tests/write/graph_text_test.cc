// SPDX-License-Identifier: Apache-2.0
//
// The formats that other programs draw, read back by small readers.

#include <gtest/gtest.h>
#include <rapidjson/document.h>

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

// A statement of dot: nodes and edges, and the attributes of the lists.
struct DotStatement {
  std::vector<std::string> ids;  // one, or two with an arrow between
  std::map<std::string, std::string> attributes;
};

// Reads what write_graph_dot may write: `digraph ID {`, statements that end in
// `;`, each with a list of quoted attributes. "" in `problem` when all is read.
class DotReader {
 public:
  explicit DotReader(const std::string& text) : text_(text) {}

  std::vector<DotStatement> read(std::string* problem) {
    std::vector<DotStatement> all;
    if (!take("digraph") || word().empty() || !take("{")) {
      *problem = "no digraph";
      return all;
    }
    while (!take("}")) {
      DotStatement statement;
      statement.ids.push_back(word());
      if (take("->")) statement.ids.push_back(word());
      if (!take("[") || statement.ids.back().empty() || !list(&statement)) {
        *problem = "at byte " + std::to_string(at_);
        return all;
      }
      all.push_back(std::move(statement));
    }
    space();
    if (at_ != text_.size()) *problem = "more behind the end";
    return all;
  }

 private:
  void space() {
    while (at_ < text_.size() && std::isspace(text_[at_]) != 0) ++at_;
  }
  bool take(const std::string& wanted) {
    space();
    if (text_.compare(at_, wanted.size(), wanted) != 0) return false;
    at_ += wanted.size();
    return true;
  }
  std::string word() {
    space();
    const size_t begin = at_;
    while (at_ < text_.size() && std::isalnum(text_[at_]) != 0) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  bool list(DotStatement* statement) {
    do {
      const std::string name = word();
      if (name.empty() || !take("=") || !take("\"")) return false;
      std::string value;
      for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
        if (text_[at_] == '\n') return false;
        if (text_[at_] == '\\') {
          value += text_[++at_] == 'n' ? '\n' : text_[at_];
        } else {
          value += text_[at_];
        }
      }
      ++at_;
      statement->attributes[name] = value;
    } while (take(","));
    return take("]") && take(";");
  }

  const std::string& text_;
  size_t at_ = 0;
};

std::string replaced(std::string text, const std::string& from,
                     const std::string& to) {
  for (size_t at = text.find(from); at != text.npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
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
  const std::string text = written(write_graph_dot, graph);
  std::string problem;
  const auto statements = DotReader(text).read(&problem);
  EXPECT_EQ(problem, "");
  size_t nodes = 0;
  size_t edges = 0;
  for (const DotStatement& one : statements) {
    if (one.ids.size() == 2) {
      const GraphEdge& edge = graph.edges[edges++];
      EXPECT_EQ(one.ids[0], "n" + std::to_string(edge.from));
      EXPECT_EQ(one.ids[1], "n" + std::to_string(edge.to));
      EXPECT_EQ(one.attributes.count("style"), edge.doubtful ? 1U : 0U);
    } else if (one.ids[0][0] == 'n' && one.ids[0] != "node") {
      const std::string label = one.attributes.at("label");
      EXPECT_EQ(label.substr(0, label.find('\n')), graph.nodes[nodes].label);
      ++nodes;
    }
  }
  EXPECT_EQ(nodes, graph.nodes.size());
  EXPECT_EQ(edges, graph.edges.size());
}

TEST(GraphDotTest, AnyTextComesThrough) {
  for (const std::string& text : hostile_texts()) {
    const std::string dot = written(write_graph_dot, graph_saying(text));
    std::string problem;
    const auto statements = DotReader(dot).read(&problem);
    ASSERT_EQ(problem, "") << dot;
    ASSERT_EQ(statements.size(), 6U);
    const std::string label = statements[4].attributes.at("label");
    EXPECT_EQ(replaced(label, "&amp;", "&"), node_label(graph_saying(text), 1));
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
