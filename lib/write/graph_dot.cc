// SPDX-License-Identifier: Apache-2.0
//
// A graph in Graphviz's language, for users who have Graphviz and their own
// wishes: plain labels, few attributes, all of them easy to change. Graphviz
// reads \n and HTML's entities in plain labels, so both are escaped. Long texts
// are cut; JSON has them whole.

#include "write/graph.h"
#include "write/graph_notes.h"
#include "write/svg.h"

namespace khitai::write {
namespace {

// Graphviz reads no string of more than 16 KiB. Each character may take five
// bytes once it is escaped, and a label has five of these texts.
constexpr size_t kLongestLine = 400;  // bytes
constexpr size_t kLongestTip = 2500;

std::string shortened(std::string line, size_t most) {
  if (line.size() <= most) return line;
  size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) {
    --end;
  }
  line.resize(end);
  return line + "\u2026";
}

void append_dot(std::string_view text, std::string* out,
                size_t most = kLongestLine) {
  for (char c : shortened(picture_line(text), most)) {
    if (c == '&') {
      *out += "&amp;";
    } else {
      if (c == '"' || c == '\\') *out += '\\';
      *out += c;
    }
  }
}

void append_dot_attribute(std::string_view name, std::string_view value,
                          std::string* out) {
  out->append(", ").append(name).append("=\"");
  append_dot(value, out, kLongestTip);
  *out += '"';
}

void append_dot_line(std::string_view text, std::string* out) {
  if (picture_line(text).empty()) return;
  *out += "\\n";
  append_dot(text, out);
}

void write_dot_node(const Graph& graph, size_t number,
                    const GraphLanguages& languages, std::string* out) {
  const GraphNode& node = graph.nodes[number];
  *out += "  n" + std::to_string(number) + " [label=\"";
  append_dot(node_label(graph, number), out);
  append_dot_line(languages.words[languages.of_node[number]], out);
  const std::string gloss = picture_line(node.gloss);
  if (!gloss.empty()) append_dot_line("'" + gloss + "'", out);
  append_dot_line(node.when, out);
  append_dot_line(node.marks, out);
  *out += '"';
  append_dot_attribute("color", language_colour(languages.of_node[number]),
                       out);
  if (!node.id.empty()) append_dot_attribute("tooltip", node.id, out);
  if (node.asked) *out += ", penwidth=\"3\"";
  *out += "];\n";
}

std::string_view dot_looks(const GraphEdge& edge) {
  switch (edge.kind) {
    case GraphEdge::Kind::kOrigin:
      return edge.directed ? "" : ", dir=\"none\"";
    case GraphEdge::Kind::kElement:
      return ", color=\"#24211c:#24211c\", arrowhead=\"odiamond\"";
    case GraphEdge::Kind::kBeside:
      break;
  }
  return edge.directed ? ", color=\"#8a8378\", arrowhead=\"vee\""
                       : ", color=\"#8a8378\", dir=\"none\"";
}

void write_dot_edge(const GraphEdge& edge, const GraphNote& note,
                    std::string* out) {
  *out += "  n" + std::to_string(edge.from) + " -> n" +
          std::to_string(edge.to) + " [label=\"";
  append_dot(note.short_type, out);
  *out += note.short_type.empty() ? "(" : " (";
  *out += std::to_string(note.number) + note.mark + ")\"";
  std::string told = note.heading;
  if (!note.claim.empty()) told += ". " + note.claim;
  if (!note.standing.empty()) told += " (" + note.standing + ")";
  append_dot_attribute("tooltip", told, out);
  *out += dot_looks(edge);
  if (edge.doubtful) *out += ", style=\"dashed\"";
  *out += "];\n";
}

}  // namespace

void write_graph_dot(const Graph& graph, std::string* out) {
  const GraphLanguages languages = languages_of(graph);
  *out += "digraph names {\n  graph [charset=\"UTF-8\", rankdir=\"LR\"";
  append_dot_attribute("label", graph.title, out);
  *out +=
      ", labelloc=\"t\", fontname=\"Noto Serif\", nodesep=\"0.3\", "
      "ranksep=\"0.8\"];\n"
      "  node [shape=\"box\", style=\"rounded\", fontname=\"Noto Serif\", "
      "fontsize=\"14\"];\n"
      "  edge [fontname=\"Noto Sans\", fontsize=\"10\", "
      "color=\"#24211c\"];\n";
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    write_dot_node(graph, i, languages, out);
  }
  for (const GraphNote& note : notes_of(graph).notes) {
    write_dot_edge(graph.edges[note.edge], note, out);
  }
  *out += "}\n";
}

}  // namespace khitai::write
