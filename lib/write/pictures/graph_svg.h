// SPDX-License-Identifier: Apache-2.0
//
// The parts of a picture, drawn on their own: looks, arrows, legend, notes.

#ifndef KHITAI_WRITE_PICTURES_GRAPH_SVG_H_
#define KHITAI_WRITE_PICTURES_GRAPH_SVG_H_

#include <string>
#include <string_view>
#include <vector>

#include "write/graph.h"
#include "write/pictures/graph_picture.h"
#include "write/pictures/pictures.h"
#include "write/svg.h"

namespace khitai::write {

// On its own, or within a page that has title and notes itself.
struct SvgPlace {
  bool in_page = false;
  std::string_view attributes;  // of the root
};
Status draw_graph(const Graph& graph, const PictureOptions& options,
                  const SvgPlace& place, std::string* out);

// The rules of style of a picture with so many languages.
std::string picture_style(size_t languages);
std::string language_class(size_t language);
std::string_view box_line_class(BoxLine::Kind kind);
// The tag for an attribute `lang`: the first of several, "" for what is none.
std::string_view picture_tag(std::string_view tags);

// A field in the colour and the pattern of a language.
void draw_language(size_t language, Point corner, Point size, Svg* svg);

// "M0 0C1 1 2 2 3 3"
std::string curve_data(const std::vector<Point>& points);

// The stroke of an edge, for what curve_data says.
void draw_stroke(const GraphEdge& edge, const std::string& data, Svg* svg);

// The head at the end of a curve, which is made as much shorter.
std::string arrow_head(const GraphEdge& edge, std::vector<Point>* points);

// Both return where they end.
double draw_legend(const Graph& graph, const GraphPicture& picture, Point at,
                   double width, Svg* svg);
double draw_notes(const Graph& graph, const GraphPicture& picture, Point at,
                  double width, Svg* svg);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PICTURES_GRAPH_SVG_H_
