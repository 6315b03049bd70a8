// SPDX-License-Identifier: Apache-2.0
//
// The picture of a graph, from top to bottom: title, centuries, names with
// their ties, legend, notes in columns, works cited.

#include "write/pictures/graph_svg.h"

#include <algorithm>
#include <cmath>

#include "write/pictures/graph_picture.h"
#include "write/svg.h"
#include "write/words.h"

namespace khitai::write {
namespace {

constexpr double kMargin = 24;
constexpr double kLeast = 560;  // width of the sheet
constexpr double kBandHead = 34;

class GraphDrawing {
 public:
  GraphDrawing(const Graph& graph, const PictureOptions& options,
               const GraphPicture& picture, const SvgPlace& place,
               std::string* out)
      : graph_(graph),
        options_(options),
        picture_(picture),
        place_(place),
        out_(out),
        svg_(&body_) {}

  void draw();

 private:
  void draw_title();
  void draw_bands();
  void draw_ties();
  void draw_tie(size_t note);
  void draw_loop(size_t note, size_t number);
  double loop_rise(size_t note, size_t number) const;
  void draw_label(size_t note);
  void open_link(size_t note);
  void draw_boxes();
  void draw_box(size_t node);
  std::string description() const;
  // The left and right ends of the boxes in a column.
  std::pair<double, double> ends_of(size_t column) const;
  double edge_of(size_t column) const;

  const Graph& graph_;
  const PictureOptions& options_;
  const GraphPicture& picture_;
  const SvgPlace& place_;
  std::string* out_;
  std::string body_;
  Svg svg_;
  double width_ = 0;
  double y_ = 0;
  Point origin_;  // of the layout on the sheet
};

void GraphDrawing::draw() {
  width_ = std::max(picture_.width + 2 * kMargin, kLeast);
  draw_title();
  if (!picture_.columns.bands.empty()) y_ += kBandHead;
  origin_ = {std::round((width_ - picture_.width) / 2), y_ + 12};
  draw_bands();
  draw_ties();
  draw_boxes();
  y_ = origin_.y + picture_.height + 22;
  y_ =
      draw_legend(graph_, picture_, {kMargin, y_}, width_ - 2 * kMargin, &svg_);
  if (options_.notes && !place_.in_page) {
    y_ = draw_notes(graph_, picture_, {kMargin, y_}, width_ - 2 * kMargin,
                    &svg_);
  }
  Svg root(out_);
  root.open(std::ceil(width_), std::ceil(y_ + 12), graph_.title, description(),
            picture_style(picture_.languages.words.size()), place_.attributes);
  root.rect("k-sheet", 0, 0, std::ceil(width_), std::ceil(y_ + 12));
  root.raw(body_);
  root.close();
}

void GraphDrawing::draw_title() {
  y_ = 14;
  if (place_.in_page) return;
  const std::string title = picture_line(graph_.title);
  if (title.empty()) return;
  for (const std::string& line :
       wrapped_lines(title, 18, width_ - 2 * kMargin, 3, true)) {
    y_ += 23;
    svg_.text("k-serif k-title", kMargin, y_, line);
  }
  y_ += 10;
}

std::string GraphDrawing::description() const {
  std::string words = counted(graph_.nodes.size(), "name", "names") + " and " +
                      counted(picture_.notes.notes.size(), "link", "links");
  if (!picture_.notes.notes.empty()) words += ", older names on the left";
  words += ".";
  for (const GraphNote& note : picture_.notes.notes) {
    words += " " + std::to_string(note.number) + ". " + note.heading + ".";
  }
  return words;
}

std::pair<double, double> GraphDrawing::ends_of(size_t column) const {
  std::pair<double, double> ends = {picture_.width, 0};
  for (size_t i = 0; i < picture_.boxes.size(); ++i) {
    if (picture_.columns.of_node[i] != column) continue;
    const NameBox& box = picture_.boxes[i];
    ends.first = std::min(ends.first, box.middle.x - box.width / 2);
    ends.second = std::max(ends.second, box.middle.x + box.width / 2);
  }
  return {ends.first + origin_.x, ends.second + origin_.x};
}

// How far a band reaches out between a column and the one before it.
double GraphDrawing::edge_of(size_t column) const {
  if (column == 0 || column >= picture_.columns.count) return 10;
  const double gap = ends_of(column).first - ends_of(column - 1).second;
  return std::clamp(gap / 2 - 1.5, 0.0, 10.0);
}

void GraphDrawing::draw_bands() {
  if (picture_.columns.bands.empty()) return;
  svg_.open_group("k-bands");
  const double top = origin_.y - kBandHead;
  for (const TimeBand& band : picture_.columns.bands) {
    double left = ends_of(band.first).first - edge_of(band.first);
    double right = ends_of(band.last).second + edge_of(band.last + 1);
    const double least = text_width(band.label, 11, true) + 8;
    if (right - left < least) {
      left = (left + right - least) / 2;
      right = left + least;
    }
    svg_.rect("k-band", left, top, right - left,
              picture_.height + kBandHead + 10, 3);
    svg_.line("k-axis", left, top + 22, right, top + 22);
    svg_.text("k-sans k-century", (left + right) / 2, top + 15, band.label, 1);
  }
  svg_.close_group();
}

// Labels over all strokes.
void GraphDrawing::draw_ties() {
  for (size_t i = 0; i < picture_.notes.notes.size(); ++i) draw_tie(i);
  for (size_t i = 0; i < picture_.notes.notes.size(); ++i) {
    open_link(i);
    draw_label(i);
    svg_.raw("</a>\n");
  }
}

// What is in it leads to the note.
void GraphDrawing::open_link(size_t number) {
  const std::string sign = std::to_string(picture_.notes.notes[number].number);
  svg_.raw("<a href=\"#note-" + sign + "\" xlink:href=\"#note-" + sign +
           "\">\n");
}

void GraphDrawing::draw_tie(size_t number) {
  const GraphNote& note = picture_.notes.notes[number];
  const GraphEdge& edge = graph_.edges[note.edge];
  const TieLine& tie = picture_.ties[number];
  const std::string sign = std::to_string(note.number);
  open_link(number);
  svg_.open_group("k-tie", " id=\"tie-" + sign + "\"");
  std::string told = sign + ". " + note.heading;
  if (!note.claim.empty()) told += ". " + note.claim;
  if (!note.standing.empty()) told += " (" + note.standing + ")";
  svg_.title(told);
  if (edge.from == edge.to) {
    draw_loop(number, edge.from);
  } else if (tie.points.size() >= 4) {
    std::vector<Point> points = tie.points;
    for (Point& one : points) one = {one.x + origin_.x, one.y + origin_.y};
    const std::string head = arrow_head(edge, &points);
    draw_stroke(edge, curve_data(points), &svg_);
    svg_.raw(head);
  }
  svg_.close_group();
  svg_.raw("</a>\n");
}

// How far above its box the loop of an edge rises.
double GraphDrawing::loop_rise(size_t number, size_t node) const {
  const std::vector<size_t>& loops = picture_.boxes[node].loops;
  const auto place = std::find(loops.begin(), loops.end(), number);
  return static_cast<double>(place - loops.begin() + 1) * kLoopHeight - 24;
}

void GraphDrawing::draw_loop(size_t number, size_t node) {
  const NameBox& box = picture_.boxes[node];
  const double rise = loop_rise(number, node);
  const double x = box.middle.x + origin_.x;
  const double y = box.middle.y - box.height / 2 + origin_.y;
  const double half = 9 + (rise - 20) / kLoopHeight * 26;
  std::vector<Point> points = {
      {x - half, y}, {x - half, y - rise}, {x + half, y - rise}, {x + half, y}};
  const GraphEdge& edge = graph_.edges[picture_.notes.notes[number].edge];
  const std::string head = arrow_head(edge, &points);
  draw_stroke(edge, curve_data(points), &svg_);
  svg_.raw(head);
}

void GraphDrawing::draw_label(size_t number) {
  const GraphNote& note = picture_.notes.notes[number];
  const GraphEdge& edge = graph_.edges[note.edge];
  const TieLine& tie = picture_.ties[number];
  Point at = tie.label;
  if (edge.from == edge.to) {
    const NameBox& box = picture_.boxes[edge.from];
    at = box.middle;
    at.y -= box.height / 2 + loop_rise(number, edge.from) * 0.75 + 14;
  }
  const double x = at.x + origin_.x;
  double y = at.y + origin_.y - tie.label_height / 2;
  for (const std::string& line : tie.type) {
    svg_.text("k-sans k-type", x, y + 8.5, line, 1);
    y += kTypeLine;
  }
  const double width = note_sign_width(note);
  svg_.rect(note.contested ? "k-sign k-rival" : "k-sign", x - width / 2, y,
            width, kSignHeight, kSignHeight / 2);
  svg_.text(note.contested ? "k-sans k-number k-light" : "k-sans k-number", x,
            y + 9.3, note_sign(note), 1);
}

void GraphDrawing::draw_boxes() {
  for (size_t i = 0; i < picture_.boxes.size(); ++i) draw_box(i);
}

void GraphDrawing::draw_box(size_t node) {
  const GraphNode& name = graph_.nodes[node];
  const NameBox& box = picture_.boxes[node];
  const size_t language = picture_.languages.of_node[node];
  const double left = origin_.x + box.middle.x - box.width / 2;
  const double top = origin_.y + box.middle.y - box.height / 2;
  svg_.open_group(name.asked ? "k-name k-asked" : "k-name",
                  " id=\"name-" + std::to_string(node + 1) + "\"");
  std::string told = node_label(graph_, node);
  append_joined(", ", picture_.languages.words[language], &told);
  append_joined(", ", picture_line(name.gloss), &told);
  append_joined(", ", picture_line(name.when), &told);
  svg_.title(told);
  svg_.rect(
      language_class(language) + (name.asked ? " k-box k-bold" : " k-box"),
      left, top, box.width, box.height, 4);
  draw_language(language, {left, top}, {kStripe, box.height}, &svg_);
  const double middle = left + kStripe + (box.width - kStripe) / 2;
  const std::string_view lang = picture_tag(name.lang);
  for (const BoxLine& line : box.lines) {
    if (line.kind == BoxLine::Kind::kName) {
      svg_.text(name.asked ? "k-serif k-label k-strong" : "k-serif k-label",
                middle, top + line.y, line.text, 1, lang);
    } else {
      svg_.text(box_line_class(line.kind), middle, top + line.y, line.text, 1);
    }
  }
  svg_.close_group();
}

}  // namespace

Status draw_graph(const Graph& graph, const PictureOptions& options,
                  const SvgPlace& place, std::string* out) {
  const Result<GraphPicture> picture = lay_out(graph);
  if (!picture.ok()) return picture.error();
  GraphDrawing(graph, options, *picture, place, out).draw();
  return Done{};
}

Status write_graph_svg(const Graph& graph, const PictureOptions& options,
                       std::string* out) {
  return draw_graph(graph, options, {false, " role=\"img\""}, out);
}

}  // namespace khitai::write
