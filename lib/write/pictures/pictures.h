// SPDX-License-Identifier: Apache-2.0
//
// Pictures of names and what ties them, laid out by Graphviz: a library of its
// own (khitai_pictures), so that nobody else links Graphviz. Older names stand
// on the left; colours are languages; strokes are kinds of ties; numbers on
// them lead to notes that say on whose word. The same graph has the same
// picture on every machine with the same Graphviz: no font is asked.
//
// Calls from several threads wait for each other while Graphviz works. Nothing
// is printed.

#ifndef KHITAI_WRITE_PICTURES_PICTURES_H_
#define KHITAI_WRITE_PICTURES_PICTURES_H_

#include <string>

#include "khitai/result.h"
#include "write/graph.h"

namespace khitai::write {

struct PictureOptions {
  bool notes = true;  // and the works cited, at the foot
};

// More nodes or edges than these are an error: nobody could read the picture,
// and Graphviz would take long.
inline constexpr size_t kMostNodes = 500;
inline constexpr size_t kMostEdges = 1000;

// One SVG, for a browser, a word processor or a paper: no scripts, nothing from
// elsewhere, text as text. Any bytes may stand in the graph. Error: one line,
// when the graph is too large or Graphviz gives up.
Status write_graph_svg(const Graph& graph, const PictureOptions& options,
                       std::string* out);

// A self-contained page: the same picture, each of its lines a link to its
// note; notes, works cited, and all of it as tables. No scripts; in light or
// dark as the reader's system has it.
Status write_graph_html(const Graph& graph, const PictureOptions& options,
                        std::string* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PICTURES_PICTURES_H_
