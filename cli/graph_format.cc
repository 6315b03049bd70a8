// SPDX-License-Identifier: Apache-2.0

#include "cli/graph_format.h"

#include "write/pictures/pictures.h"

namespace khitai::cli {

std::vector<std::string> graph_formats() {
  return {"text", "json", "svg", "html", "dot", "mermaid", "graph"};
}

Status draw_graph(const write::Graph& graph, const std::string& format,
                  std::string* out) {
  if (format == "svg") return write::write_graph_svg(graph, {}, out);
  if (format == "html") return write::write_graph_html(graph, {}, out);
  if (format == "dot") {
    write::write_graph_dot(graph, out);
  } else if (format == "mermaid") {
    write::write_graph_mermaid(graph, out);
  } else {
    write::write_graph_json(graph, out);
  }
  return Done{};
}

}  // namespace khitai::cli
