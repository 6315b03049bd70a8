// SPDX-License-Identifier: Apache-2.0
//
// A graph as a flow chart of Mermaid, which many editors and forges draw within
// Markdown. Its texts are HTML with references of its own (#quot;), and a label
// that begins with a grave accent would be Markdown.

#include "write/graph.h"
#include "write/graph_notes.h"
#include "write/json.h"
#include "write/svg.h"

namespace khitai::write {
namespace {

void append_mermaid(std::string_view text, std::string* out) {
  constexpr std::string_view kMarks = "#&<>\"`\\;|{}[]";
  for (char c : picture_line(text)) {
    if (kMarks.find(c) == kMarks.npos) {
      *out += c;
    } else {
      *out += "#" + std::to_string(static_cast<int>(c)) + ";";
    }
  }
}

void append_mermaid_line(std::string_view text, std::string* out) {
  if (picture_line(text).empty()) return;
  *out += "<br/>";
  append_mermaid(text, out);
}

void write_mermaid_node(const Graph& graph, size_t number,
                        const GraphLanguages& languages, std::string* out) {
  const GraphNode& node = graph.nodes[number];
  *out += "  n" + std::to_string(number) + "[\"";
  append_mermaid(node_label(graph, number), out);
  append_mermaid_line(languages.words[languages.of_node[number]], out);
  const std::string gloss = picture_line(node.gloss);
  if (!gloss.empty()) append_mermaid_line("'" + gloss + "'", out);
  append_mermaid_line(node.when, out);
  append_mermaid_line(node.marks, out);
  *out += "\"]\n";
}

std::string_view mermaid_arrow(const GraphEdge& edge) {
  if (edge.kind == GraphEdge::Kind::kElement) {
    return edge.doubtful ? " -.-o" : " --o";
  }
  if (!edge.directed) return edge.doubtful ? " -.-" : " ---";
  if (edge.doubtful) return " -.->";
  return edge.kind == GraphEdge::Kind::kOrigin ? " ==>" : " -->";
}

void write_mermaid_edge(const GraphEdge& edge, const GraphNote& note,
                        std::string* out) {
  *out += "  n" + std::to_string(edge.from);
  *out += mermaid_arrow(edge);
  *out += "|\"";
  append_mermaid(note.short_type, out);
  *out += note.short_type.empty() ? "(" : " (";
  *out += std::to_string(note.number) + note.mark + ")\"| n" +
          std::to_string(edge.to) + "\n";
}

void write_mermaid_classes(const Graph& graph, const GraphLanguages& languages,
                           std::string* out) {
  for (size_t i = 0; i < languages.words.size(); ++i) {
    const std::string name = "lang" + std::to_string(i);
    *out += "  classDef " + name + " stroke:";
    *out += language_colour(i);
    *out += ",stroke-width:2px;\n";
    for (size_t node = 0; node < graph.nodes.size(); ++node) {
      if (languages.of_node[node] != i) continue;
      *out += "  class n" + std::to_string(node) + " " + name + ";\n";
    }
  }
  bool any = false;
  for (size_t node = 0; node < graph.nodes.size(); ++node) {
    if (!graph.nodes[node].asked) continue;
    if (!any) *out += "  classDef asked stroke-width:4px,font-weight:bold;\n";
    any = true;
    *out += "  class n" + std::to_string(node) + " asked;\n";
  }
}

}  // namespace

void write_graph_mermaid(const Graph& graph, std::string* out) {
  const std::string title = picture_line(graph.title);
  if (!title.empty()) {
    *out += "---\ntitle: ";  // a string of JSON is one of YAML
    Json json(out);
    json.text(title);
    *out += "\n---\n";
  }
  const GraphLanguages languages = languages_of(graph);
  *out += "flowchart LR\n";
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    write_mermaid_node(graph, i, languages, out);
  }
  for (const GraphNote& note : notes_of(graph).notes) {
    write_mermaid_edge(graph.edges[note.edge], note, out);
  }
  write_mermaid_classes(graph, languages, out);
}

}  // namespace khitai::write
