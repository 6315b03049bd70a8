// SPDX-License-Identifier: Apache-2.0
//
// Where boxes and the lines between them stand on a sheet: Graphviz (`dot`)
// orders the boxes of each column so that few lines cross, and bends the lines
// around them. The columns are the caller's, so are all sizes; no font is
// asked, so the same graph has the same layout on every machine with the same
// Graphviz. Its plug-in is linked in: no configuration of it is read.
//
// Graphviz has global state: calls wait for each other. Nothing is printed.

#ifndef KHITAI_WRITE_PICTURES_GRAPH_LAYOUT_H_
#define KHITAI_WRITE_PICTURES_GRAPH_LAYOUT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "khitai/result.h"

namespace khitai::write {

// Sizes and places are pixels, y grows downwards.
struct Point {
  double x = 0;
  double y = 0;
};

struct LayoutBox {
  double width = 0;
  double height = 0;
  size_t column = 0;
  bool sides = false;  // lines end at the middles of its sides only
};

// REQUIRES: numbers of boxes, `from` in an earlier column than `to`.
struct LayoutArc {
  size_t from = 0;
  size_t to = 0;
  double label_width = 0;
  double label_height = 0;
};

// A Bezier curve: 3n + 1 points.
struct LayoutCurve {
  std::vector<Point> points;
  Point label;  // its middle
};

struct PlacedGraph {
  double width = 0;
  double height = 0;
  std::vector<Point> boxes;  // their middles
  std::vector<LayoutCurve> arcs;
};

// REQUIRES: no column without a box. Error: what Graphviz said.
Result<PlacedGraph> place_graph(const std::vector<LayoutBox>& boxes,
                                const std::vector<LayoutArc>& arcs);

// "2.43.0": the Graphviz that does it.
std::string layout_version();

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PICTURES_GRAPH_LAYOUT_H_
