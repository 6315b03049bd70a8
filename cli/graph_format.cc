// SPDX-License-Identifier: Apache-2.0

#include "cli/graph_format.h"

namespace khitai::cli {

std::vector<std::string> graph_formats() { return {"text", "json"}; }

Status draw_graph(const write::Graph&, const std::string& format,
                  std::string*) {
  return Error{"no picture in format " + format};
}

}  // namespace khitai::cli
