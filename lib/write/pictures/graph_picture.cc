// SPDX-License-Identifier: Apache-2.0

#include "write/pictures/graph_picture.h"

#include <algorithm>

#include "write/pictures/pictures.h"
#include "write/svg.h"

namespace khitai::write {
namespace {

constexpr double kNameSize = 15;
constexpr double kSmallSize = 10.5;
constexpr double kWidest = 108;  // of the text in a box
constexpr double kWidestType = 66;
constexpr double kNarrowest = 44;
constexpr double kInner = 7;  // between the text and the edge of its box

class BoxMaker {
 public:
  BoxMaker(const Graph& graph, const GraphPicture& picture, size_t node)
      : graph_(graph), picture_(picture), node_(node) {}

  NameBox make() {
    const GraphNode& node = graph_.nodes[node_];
    y_ = 5;
    const std::string name = node_label(graph_, node_);
    add(BoxLine::Kind::kName, name, kNameSize, 4, node.asked);
    y_ += 1;
    const GraphLanguages& languages = picture_.languages;
    add(BoxLine::Kind::kLanguage, languages.words[languages.of_node[node_]],
        kSmallSize, 2);
    const std::string gloss = picture_line(node.gloss);
    if (!gloss.empty()) {
      add(BoxLine::Kind::kGloss, "\u2018" + gloss + "\u2019", kSmallSize, 4);
    }
    std::string when = picture_line(node.when);
    const bool axis = !picture_.columns.bands.empty();
    if (when.empty() && axis && !node.year) when = "undated";
    add(BoxLine::Kind::kWhen, when, kSmallSize, 2);
    add(BoxLine::Kind::kMarks, picture_line(node.marks), kSmallSize, 2);
    box_.width = std::max(widest_, kNarrowest) + 2 * kInner + kStripe;
    box_.height = y_ + 7;
    return std::move(box_);
  }

 private:
  void add(BoxLine::Kind kind, const std::string& text, double size,
           size_t most_lines, bool bold = false) {
    if (text.empty()) return;
    for (std::string& line :
         wrapped_lines(text, size, kWidest, most_lines, bold)) {
      widest_ = std::max(widest_, text_width(line, size, bold));
      y_ += size * 1.28;
      box_.lines.push_back({kind, std::move(line), y_});
    }
  }

  const Graph& graph_;
  const GraphPicture& picture_;
  const size_t node_;
  NameBox box_;
  double y_ = 0;
  double widest_ = 0;
};

// Arcs for Graphviz run from an earlier column to a later one, whichever way
// the edge goes.
struct ArcsOfNotes {
  std::vector<LayoutArc> arcs;
  std::vector<size_t> notes;
  std::vector<bool> turned;
};

ArcsOfNotes arcs_of(const Graph& graph, GraphPicture* picture) {
  ArcsOfNotes all;
  for (size_t i = 0; i < picture->notes.notes.size(); ++i) {
    const GraphNote& note = picture->notes.notes[i];
    const GraphEdge& edge = graph.edges[note.edge];
    TieLine& tie = picture->ties[i];
    tie.type = wrapped_lines(note.short_type, kLabelSize, kWidestType, 3);
    if (note.short_type.empty()) tie.type.clear();
    tie.label_width = note_sign_width(note);
    for (const std::string& line : tie.type) {
      tie.label_width = std::max(tie.label_width, text_width(line, kLabelSize));
    }
    tie.label_height =
        static_cast<double>(tie.type.size()) * kTypeLine + kSignHeight;
    if (edge.from == edge.to) {
      picture->boxes[edge.from].loops.push_back(i);
      continue;
    }
    const std::vector<size_t>& column = picture->columns.of_node;
    const bool turned = column[edge.from] > column[edge.to];
    all.arcs.push_back({turned ? edge.to : edge.from,
                        turned ? edge.from : edge.to, tie.label_width + 4,
                        tie.label_height + 3});
    all.notes.push_back(i);
    all.turned.push_back(turned);
  }
  return all;
}

void take_places(const PlacedGraph& placed, const ArcsOfNotes& arcs,
                 GraphPicture* picture) {
  picture->width = placed.width;
  picture->height = placed.height;
  for (size_t i = 0; i < picture->boxes.size(); ++i) {
    picture->boxes[i].middle = placed.boxes[i];
  }
  for (size_t i = 0; i < arcs.arcs.size(); ++i) {
    TieLine& tie = picture->ties[arcs.notes[i]];
    tie.points = placed.arcs[i].points;
    tie.label = placed.arcs[i].label;
    if (arcs.turned[i]) std::reverse(tie.points.begin(), tie.points.end());
  }
}

}  // namespace

std::string note_sign(const GraphNote& note) {
  return std::to_string(note.number) + note.mark;
}

double note_sign_width(const GraphNote& note) {
  return text_width(note_sign(note), kNoteSize) + 7;
}

Result<GraphPicture> lay_out(const Graph& graph) {
  GraphPicture picture;
  picture.notes = notes_of(graph);
  if (graph.nodes.size() > kMostNodes ||
      picture.notes.notes.size() > kMostEdges) {
    return Error{
        "too large for a picture: " + std::to_string(graph.nodes.size()) +
        " names and " + std::to_string(picture.notes.notes.size()) +
        " links, expected at most " + std::to_string(kMostNodes) + " and " +
        std::to_string(kMostEdges) + " (ask for less, or for json)"};
  }
  picture.languages = languages_of(graph);
  picture.columns = columns_of(graph);
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    picture.boxes.push_back(BoxMaker(graph, picture, i).make());
  }
  picture.ties.resize(picture.notes.notes.size());
  const ArcsOfNotes arcs = arcs_of(graph, &picture);
  std::vector<LayoutBox> boxes;
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    NameBox& box = picture.boxes[i];
    const double loops = static_cast<double>(box.loops.size()) * kLoopHeight;
    for (size_t note : box.loops) {
      box.width = std::max(box.width, picture.ties[note].label_width + 8);
    }
    boxes.push_back({box.width, box.height + 2 * loops,
                     picture.columns.of_node[i], !box.loops.empty()});
  }
  auto placed = place_graph(boxes, arcs.arcs);
  if (!placed.ok()) return placed.error();
  take_places(*placed, arcs, &picture);
  return picture;
}

}  // namespace khitai::write
