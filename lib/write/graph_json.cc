// SPDX-License-Identifier: Apache-2.0
//
// A graph as JSON, all of it: texts as they are, every member always there.

#include "write/graph.h"
#include "write/graph_notes.h"
#include "write/json.h"

namespace khitai::write {
namespace {

std::string_view kind_word(GraphEdge::Kind kind) {
  switch (kind) {
    case GraphEdge::Kind::kOrigin:
      return "origin";
    case GraphEdge::Kind::kElement:
      return "element";
    case GraphEdge::Kind::kBeside:
      break;
  }
  return "beside";
}

void write_json_node(const GraphNode& node, Json* json) {
  json->open_object();
  json->member("id", node.id);
  json->member("label", node.label);
  json->member("lang", node.lang);
  json->member("language", node.lang_words);
  json->member("gloss", node.gloss);
  json->member("when", node.when);
  json->key("year");
  if (node.year) {
    json->signed_number(*node.year);
  } else {
    json->null();
  }
  json->member("marks", node.marks);
  json->key("asked");
  json->boolean(node.asked);
  json->close_object();
}

void write_json_edge(const Graph& graph, const GraphNote& note, Json* json) {
  const GraphEdge& edge = graph.edges[note.edge];
  json->open_object();
  json->member("from", graph.nodes[edge.from].id);
  json->member("to", graph.nodes[edge.to].id);
  json->member("kind", kind_word(edge.kind));
  json->member("type", edge.type);
  json->member("words", edge.words);
  json->key("directed");
  json->boolean(edge.directed);
  json->key("doubtful");
  json->boolean(edge.doubtful);
  json->member("certainty", edge.certainty);
  json->member("stance", edge.stance);
  json->member("claim", edge.claim);
  json->member("source", edge.source);
  json->member("account", edge.account);
  json->key("contested");
  json->boolean(note.contested);
  json->close_object();
}

}  // namespace

void write_graph_json(const Graph& graph, std::string* out) {
  Json json(out);
  json.open_object();
  json.member("title", graph.title);
  json.key("nodes");
  json.open_array();
  for (const GraphNode& node : graph.nodes) write_json_node(node, &json);
  json.close_array();
  json.key("edges");
  json.open_array();
  for (const GraphNote& note : notes_of(graph).notes) {
    write_json_edge(graph, note, &json);
  }
  json.close_array();
  json.key("works");
  json.open_array();
  for (const Graph::Work& work : graph.works) {
    json.open_object();
    json.member("id", work.id);
    json.member("citation", work.citation);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  json.end_line();
}

}  // namespace khitai::write
