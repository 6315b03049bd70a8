// SPDX-License-Identifier: Apache-2.0
//
// A graph laid out: its boxes with their lines of text, its columns, where all
// of it stands. What graph_svg.cc draws.

#ifndef KHITAI_WRITE_PICTURES_GRAPH_PICTURE_H_
#define KHITAI_WRITE_PICTURES_GRAPH_PICTURE_H_

#include <string>
#include <vector>

#include "khitai/result.h"
#include "write/graph_columns.h"
#include "write/graph_notes.h"
#include "write/pictures/graph_layout.h"

namespace khitai::write {

struct BoxLine {
  enum class Kind { kName, kLanguage, kGloss, kWhen, kMarks };
  Kind kind = Kind::kName;
  std::string text;
  double y = 0;  // of its letters' foot, from the top of the box
};

struct NameBox {
  std::vector<BoxLine> lines;
  double width = 0;
  double height = 0;
  Point middle;
  std::vector<size_t> loops;  // notes of edges to itself
};

// A note's line. Without points for an edge to itself.
struct TieLine {
  std::vector<Point> points;  // a Bezier curve from `from` to `to`
  Point label;
  std::vector<std::string> type;  // its words, the number under them
  double label_width = 0;
  double label_height = 0;
};

struct GraphPicture {
  GraphNotes notes;
  GraphLanguages languages;
  GraphColumns columns;
  std::vector<NameBox> boxes;  // of the nodes
  std::vector<TieLine> ties;   // of the notes
  double width = 0;
  double height = 0;
};

Result<GraphPicture> lay_out(const Graph& graph);

// The stripe of colour at the left of a box.
inline constexpr double kStripe = 7;
inline constexpr double kLabelSize = 10;
inline constexpr double kNoteSize = 8.5;  // of the number on a line
inline constexpr double kTypeLine = 11.5;
inline constexpr double kSignHeight = 12.5;
inline constexpr double kLoopHeight = 44;

// "3a"
std::string note_sign(const GraphNote& note);
double note_sign_width(const GraphNote& note);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PICTURES_GRAPH_PICTURE_H_
