// SPDX-License-Identifier: Apache-2.0
//
// What stands under a picture: the legend of what occurs in it, the notes in
// columns, the works cited.

#include <algorithm>
#include <cmath>

#include "write/pictures/graph_svg.h"
#include "write/svg.h"
#include "write/words.h"

namespace khitai::write {
namespace {

constexpr double kFootSize = 10.5;
constexpr double kFootLine = 14.5;
constexpr double kColumn = 330;  // of notes, at least
constexpr double kGutter = 26;

// Signs with words beside them, in rows.
class LegendRow {
 public:
  LegendRow(Point at, double width, Svg* svg)
      : left_(at.x), right_(at.x + width), x_(at.x), y_(at.y), svg_(svg) {}

  // Room for a sign of that width; its left middle.
  Point next(double sign, const std::string& words) {
    const std::vector<std::string> lines = wrapped_lines(
        picture_line(words), kFootSize, right_ - left_ - sign - 6, 1);
    const double width = sign + 6 + text_width(lines[0], kFootSize);
    if (x_ > left_ && x_ + width > right_) end_row();
    const Point place = {x_, y_};
    svg_->text("k-sans k-note", x_ + sign + 6, y_ + 3.8, lines[0]);
    x_ += width + 20;
    return place;
  }

  void end_row() {
    if (x_ > left_) y_ += 18;
    x_ = left_;
  }
  double y() const { return y_; }

 private:
  const double left_, right_;
  double x_, y_;
  Svg* svg_;
};

// An example of a stroke.
void draw_sample(const GraphEdge& edge, const std::string& words,
                 LegendRow* row, Svg* svg) {
  const Point from = row->next(38, words);
  std::vector<Point> points = {from,
                               {from.x + 12, from.y},
                               {from.x + 24, from.y},
                               {from.x + 36, from.y}};
  const std::string head = arrow_head(edge, &points);
  draw_stroke(edge, curve_data(points), svg);
  svg->raw(head);
}

struct StrokeSample {
  GraphEdge edge;
  std::string_view words;
};

std::vector<StrokeSample> stroke_samples() {
  std::vector<StrokeSample> all(5);
  all[0].words = "origin";
  all[1].edge.kind = GraphEdge::Kind::kElement;
  all[1].words = "element of a name";
  all[2].edge.kind = GraphEdge::Kind::kBeside;
  all[2].words = "model or relative, no step of origin";
  all[3].edge.kind = GraphEdge::Kind::kBeside;
  all[3].edge.directed = false;
  all[3].words = "side by side";
  all[4].edge.doubtful = true;
  all[4].words = "dashed: only possible, or disputed";
  return all;
}

bool has_stroke(const Graph& graph, const GraphPicture& picture,
                const GraphEdge& sample) {
  for (const GraphNote& note : picture.notes.notes) {
    const GraphEdge& edge = graph.edges[note.edge];
    if (sample.doubtful
            ? edge.doubtful
            : edge.kind == sample.kind && edge.directed == sample.directed) {
      return true;
    }
  }
  return false;
}

void draw_language_signs(const GraphPicture& picture, LegendRow* row,
                         Svg* svg) {
  for (size_t i = 0; i < picture.languages.words.size(); ++i) {
    const std::string& words = picture.languages.words[i];
    const Point at = row->next(11, words.empty() ? "not known" : words);
    draw_language(i, {at.x, at.y - 5.5}, {11, 11}, svg);
  }
  row->end_row();
}

void draw_rivals(const GraphPicture& picture, LegendRow* row, Svg* svg) {
  for (const RivalAccount& rival : picture.notes.rivals) {
    const double width = text_width(rival.mark, kNoteSize) + 9;
    const Point at = row->next(width, "account " + rival.account);
    svg->rect("k-sign k-rival", at.x, at.y - 6.2, width, 12.5, 6.2);
    svg->text("k-sans k-number k-light", at.x + width / 2, at.y + 2.8,
              rival.mark, 1);
  }
  row->end_row();
}

// A note, or a work, broken into lines.
struct FootEntry {
  std::string id;  // of the element
  std::string sign;
  struct Line {
    std::string_view cls;
    std::string text;
  };
  std::vector<Line> lines;
};

void add_lines(std::string_view cls, const std::string& text, double width,
               FootEntry* entry) {
  if (text.empty()) return;
  for (std::string& line : wrapped_lines(text, kFootSize, width, 60)) {
    entry->lines.push_back({cls, std::move(line)});
  }
}

// Entries in columns of about the same height.
class FootColumns {
 public:
  FootColumns(Point at, double width, Svg* svg) : at_(at), svg_(svg) {
    count_ = std::max(1.0, std::floor((width + kGutter) / (kColumn + kGutter)));
    width_ = (width - (count_ - 1) * kGutter) / count_;
  }

  double text_width(double indent) const { return width_ - indent; }

  double draw(const std::string& head, const std::vector<FootEntry>& entries,
              double indent) {
    if (entries.empty()) return at_.y;
    svg_->text("k-sans k-head", at_.x, at_.y + 12, head);
    const double top = at_.y + 18;
    size_t lines = 0;
    for (const FootEntry& one : entries) lines += one.lines.size();
    const double gaps = static_cast<double>(entries.size()) * 5;
    const double all = static_cast<double>(lines) * kFootLine + gaps;
    double x = at_.x;
    double y = top;
    double lowest = top;
    for (const FootEntry& one : entries) {
      const double height = static_cast<double>(one.lines.size()) * kFootLine;
      if (y > top && y + height / 2 > top + all / count_) {
        x += width_ + kGutter;
        y = top;
      }
      draw_entry(one, x, y, indent);
      y += height + 5;
      lowest = std::max(lowest, y);
    }
    at_.y = lowest + 8;
    return at_.y;
  }

 private:
  void draw_entry(const FootEntry& entry, double x, double y, double indent) {
    svg_->open_group("k-entry", entry.id.empty() ? std::string()
                                                 : " id=\"" + entry.id + "\"");
    if (!entry.sign.empty()) {
      svg_->text("k-sans k-note k-strong", x + indent - 7, y + kFootLine,
                 entry.sign, 2);
    }
    for (const FootEntry::Line& line : entry.lines) {
      y += kFootLine;
      svg_->plain(line.cls, x + indent, y, line.text);
    }
    svg_->close_group();
  }

  Point at_;
  Svg* svg_;
  double count_ = 1;
  double width_ = 0;
};

}  // namespace

double draw_legend(const Graph& graph, const GraphPicture& picture, Point at,
                   double width, Svg* svg) {
  if (graph.nodes.empty()) return at.y;
  svg->open_group("k-legend");
  svg->line("k-rule", at.x, at.y, at.x + width, at.y);
  LegendRow row({at.x, at.y + 18}, width, svg);
  draw_language_signs(picture, &row, svg);
  for (const StrokeSample& sample : stroke_samples()) {
    if (!has_stroke(graph, picture, sample.edge)) continue;
    draw_sample(sample.edge, std::string(sample.words), &row, svg);
  }
  row.end_row();
  draw_rivals(picture, &row, svg);
  svg->close_group();
  return row.y() + 4;
}

double draw_notes(const Graph& graph, const GraphPicture& picture, Point at,
                  double width, Svg* svg) {
  if (picture.notes.notes.empty() && graph.works.empty()) return at.y;
  svg->line("k-rule", at.x, at.y, at.x + width, at.y);
  FootColumns columns({at.x, at.y + 8}, width, svg);
  const size_t count = picture.notes.notes.size();
  const double indent = count < 100 ? 27 : 34;
  std::vector<FootEntry> notes;
  for (const GraphNote& note : picture.notes.notes) {
    FootEntry entry;
    entry.id = "note-" + std::to_string(note.number);
    entry.sign = note_sign(note);
    const double room = columns.text_width(indent);
    add_lines("k-sans k-note k-strong", note.heading, room / 1.09, &entry);
    add_lines("k-sans k-note", note.claim, room, &entry);
    add_lines("k-sans k-note k-soft", note.standing, room, &entry);
    notes.push_back(std::move(entry));
  }
  double y = columns.draw("Notes", notes, indent);
  std::vector<FootEntry> works;
  for (const Graph::Work& work : graph.works) {
    FootEntry entry;
    add_lines("k-sans k-note",
              picture_line(work.id) + ": " + picture_line(work.citation),
              columns.text_width(0), &entry);
    works.push_back(std::move(entry));
  }
  y = columns.draw("Sources", works, 0);
  return y;
}

}  // namespace khitai::write
