// SPDX-License-Identifier: Apache-2.0
//
// The formats in which answers about names are told and drawn.

#ifndef KHITAI_CLI_GRAPH_FORMAT_H_
#define KHITAI_CLI_GRAPH_FORMAT_H_

#include <string>
#include <vector>

#include "khitai/result.h"
#include "write/graph.h"

namespace khitai::cli {

// text and json, which each command writes by itself, and those of pictures.
std::vector<std::string> graph_formats();

// Appends the graph in a format of pictures. Error: it cannot be laid out.
Status draw_graph(const write::Graph& graph, const std::string& format,
                  std::string* out);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_GRAPH_FORMAT_H_
