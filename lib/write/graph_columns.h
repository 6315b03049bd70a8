// SPDX-License-Identifier: Apache-2.0
//
// The columns of a picture, older ones on the left: a hundred years have
// columns of their own, no name stands left of one that it comes from, and a
// name without a year stands next to its neighbours, outside these columns but
// where names of the same hundred come before and after it. Edges that would
// close a circle, or that run against the years, are drawn from right to left
// and move nothing.
//
// Quadratic in the edges at worst; thread-safe.

#ifndef KHITAI_WRITE_GRAPH_COLUMNS_H_
#define KHITAI_WRITE_GRAPH_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "write/graph.h"

namespace khitai::write {

// Columns of a hundred years.
struct TimeBand {
  std::string label;  // "1200-1299"
  size_t first = 0;   // columns, both included
  size_t last = 0;
};

struct GraphColumns {
  size_t count = 0;
  std::vector<size_t> of_node;
  std::vector<TimeBand> bands;  // none without two nodes that have a year
};

// Edges between nodes that do not exist, and from a node to itself, count for
// nothing. After it no other edge joins two nodes of one column.
GraphColumns columns_of(const Graph& graph);

// "1200-1299" (with U+2013), "400-301 BCE".
std::string hundred_words(int32_t year);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_GRAPH_COLUMNS_H_
