// SPDX-License-Identifier: Apache-2.0

#include "write/graph_fixture.h"

#include <expat.h>

#include <random>

#include "support/cases.h"

namespace khitai::tests {
namespace {

size_t place_of(const write::Graph& graph, const std::string& id) {
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].id == id) return i;
  }
  return graph.nodes.size();  // no node: left out
}

write::GraphEdge::Kind kind_of(const std::string& word) {
  if (word == "element") return write::GraphEdge::Kind::kElement;
  if (word == "beside") return write::GraphEdge::Kind::kBeside;
  return write::GraphEdge::Kind::kOrigin;
}

write::GraphEdge edge_of(const write::Graph& graph, const Case& row) {
  write::GraphEdge edge;
  edge.from = place_of(graph, row["from"]);
  edge.to = place_of(graph, row["to"]);
  edge.kind = kind_of(row["kind"]);
  edge.type = row["type"];
  edge.words = row["words"];
  edge.directed = row["directed"] == "1";
  edge.doubtful = row["doubtful"] == "1";
  edge.certainty = row["certainty"];
  edge.stance = row["stance"];
  edge.claim = row["claim"];
  edge.source = row["source"];
  edge.account = row["account"];
  return edge;
}

}  // namespace

write::Graph cathay_graph() {
  write::Graph graph;
  graph.title = "From Khitan to Cathay";
  for (const Case& row : read_cases("graph_cathay_nodes.tsv")) {
    write::GraphNode node;
    node.id = row["id"];
    node.label = row["label"];
    node.lang = row["lang"];
    node.lang_words = row["language"];
    node.gloss = row["gloss"];
    node.when = row["when"];
    if (!row["year"].empty()) node.year = std::stoi(row["year"]);
    node.marks = row["marks"];
    node.asked = row["asked"] == "1";
    graph.nodes.push_back(std::move(node));
  }
  for (const Case& row : read_cases("graph_cathay_edges.tsv")) {
    graph.edges.push_back(edge_of(graph, row));
  }
  for (const Case& row : read_cases("graph_cathay_works.tsv")) {
    graph.works.push_back({row["id"], row["citation"]});
  }
  return graph;
}

write::Graph small_graph() {
  write::Graph all = cathay_graph();
  write::Graph graph;
  graph.title = all.title;
  std::vector<size_t> place(all.nodes.size(), SIZE_MAX);
  for (const char* id : {"khitan-word", "qitan-word", "qitay-word",
                         "xitay-word", "khitai-word", "cathay"}) {
    place[place_of(all, id)] = graph.nodes.size();
    graph.nodes.push_back(all.nodes[place_of(all, id)]);
  }
  for (write::GraphEdge edge : all.edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
    if (edge.from == SIZE_MAX || edge.to == SIZE_MAX) continue;
    graph.edges.push_back(edge);
  }
  graph.works = all.works;
  graph.works.resize(2);
  return graph;
}

write::Graph plain_graph(size_t nodes,
                         const std::vector<std::pair<size_t, size_t>>& edges) {
  write::Graph graph;
  graph.title = "A graph";
  for (size_t i = 0; i < nodes; ++i) {
    write::GraphNode node;
    node.id = "id" + std::to_string(i);
    node.label = "name " + std::to_string(i);
    graph.nodes.push_back(std::move(node));
  }
  for (const auto& [from, to] : edges) {
    write::GraphEdge edge;
    edge.from = from;
    edge.to = to;
    edge.type = "borrowed";
    graph.edges.push_back(std::move(edge));
  }
  return graph;
}

write::Graph random_graph(uint32_t seed, size_t nodes, size_t edges) {
  std::mt19937 random(seed);
  const auto below = [&](size_t most) { return random() % most; };
  std::vector<std::pair<size_t, size_t>> pairs;
  for (size_t i = 0; i < edges; ++i) {
    pairs.emplace_back(below(nodes), below(nodes));
  }
  write::Graph graph = plain_graph(nodes, pairs);
  for (write::GraphNode& node : graph.nodes) {
    node.lang_words = "Language " + std::to_string(below(30));
    if (below(3) != 0) node.year = static_cast<int32_t>(below(2500)) - 500;
  }
  for (write::GraphEdge& edge : graph.edges) {
    edge.kind = static_cast<write::GraphEdge::Kind>(below(3));
    edge.directed = below(4) != 0;
    edge.doubtful = below(3) == 0;
    edge.account = "account " + std::to_string(below(5));
  }
  return graph;
}

write::Graph graph_saying(const std::string& text) {
  write::Graph graph;
  graph.title = text;
  graph.nodes.push_back({text, text, text, text, text, text, 1200, text, true});
  graph.nodes.push_back({"", text, "", "", "", "", 1300, "", false});
  write::GraphEdge edge;
  edge.to = 1;
  edge.type = edge.words = edge.certainty = edge.stance = edge.claim =
      edge.source = edge.account = text;
  graph.edges.push_back(edge);
  graph.works.push_back({text, text});
  return graph;
}

std::vector<std::string> hostile_texts() {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  std::string wide;
  for (int i = 0; i < 1300; ++i) wide += "\u5951 ";
  return {"",
          "\"quoted\" and 'so', \\ and \\n and \\\"",
          "</text></svg><script>alert(1)</script>",
          "&amp; &lt; &#60; &nbsp; #quot; ]]> <!-- -->",
          "two\nlines\r\nand\ttabs \u2028 more",
          "\u202Eturned \u2067 and \u2066 not back",
          "\uFFFE \uFFFF \uFDD0",
          "`**Markdown**` [link](x) | {a} ; end",
          "%%{init: {}}%% end subgraph click n0",
          std::string(4000, 'W'),
          wide,
          "bad \xFF\xC3 \xED\xA0\x80 utf-8 \xE2\x82",
          bytes};
}

std::string xml_problem(const std::string& text) {
  XML_Parser parser = XML_ParserCreate("UTF-8");
  const XML_Status status =
      XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1);
  std::string problem;
  if (status != XML_STATUS_OK) {
    problem = XML_ErrorString(XML_GetErrorCode(parser)) + std::string(" at ") +
              std::to_string(XML_GetCurrentByteIndex(parser));
  }
  XML_ParserFree(parser);
  return problem;
}

size_t times_in(const std::string& text, const std::string& wanted) {
  size_t times = 0;
  for (size_t at = text.find(wanted); at != std::string::npos;
       at = text.find(wanted, at + 1)) {
    ++times;
  }
  return times;
}

}  // namespace khitai::tests
