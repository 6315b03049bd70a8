// SPDX-License-Identifier: Apache-2.0
//
// Strokes, heads and colours. Kinds of ties differ by stroke and head, doubt by
// dashes, languages by colour and pattern and by their names: nothing by colour
// alone, so that a picture may be printed in grey.

#include <algorithm>
#include <cmath>

#include "write/pictures/graph_svg.h"
#include "write/tags.h"

namespace khitai::write {
namespace {

constexpr std::string_view kLooks =
    ".k-sheet{fill:#fff}\n"
    ".k-band{fill:#f3f1ec}\n"
    ".k-axis{stroke:#b5aea1;stroke-width:1}\n"
    ".k-century{font-size:11px;font-weight:600;fill:#6a645a}\n"
    ".k-title{font-size:18px;font-weight:600}\n"
    ".k-label{font-size:15px}\n"
    ".k-strong{font-weight:700}\n"
    ".k-small{font-size:10.5px;fill:#4c473f}\n"
    ".k-gloss{font-size:10.5px;font-style:italic}\n"
    ".k-when{font-size:10.5px;fill:#6a645a}\n"
    ".k-marks{font-size:10.5px;font-weight:600;fill:#8a3b22}\n"
    ".k-type{font-size:10px;stroke:#fff;stroke-opacity:.75;"
    "stroke-width:3px;paint-order:stroke}\n"
    ".k-number{font-size:8.5px;font-weight:600}\n"
    ".k-light{fill:#fff}\n"
    ".k-head{font-size:11.5px;font-weight:600}\n"
    ".k-note{font-size:10.5px}\n"
    ".k-soft{fill:#6a645a}\n"
    ".k-box{fill:#fff;stroke-width:1.2}\n"
    ".k-bold{stroke-width:2.6}\n"
    ".k-hollow{fill:#fff;stroke-width:1.2}\n"
    ".k-bars{stroke:#fff;stroke-width:2;fill:none}\n"
    ".k-line{fill:none;stroke:#24211c}\n"
    ".k-origin{stroke-width:1.5}\n"
    ".k-element{stroke-width:3.6}\n"
    ".k-core{stroke:#fff;stroke-width:1.4}\n"
    ".k-beside{stroke:#8a8378;stroke-width:1.2}\n"
    ".k-doubt{stroke-dasharray:6 4}\n"
    ".k-touch{fill:none;stroke:none;stroke-width:12;pointer-events:stroke}\n"
    ".k-tip{fill:#24211c}\n"
    ".k-open{fill:#fff;stroke:#24211c;stroke-width:1.1}\n"
    ".k-vee{fill:none;stroke:#8a8378;stroke-width:1.3}\n"
    ".k-dot{fill:#8a8378}\n"
    ".k-sign{fill:#fff;stroke:#8a8378;stroke-width:.8}\n"
    ".k-rival{fill:#24211c;stroke:#24211c}\n"
    ".k-rule{stroke:#d8d2c5;stroke-width:1}\n";

// A point so far from `at` along and beside a direction.
Point step(Point at, Point along, double ahead, double aside) {
  return {at.x + along.x * ahead - along.y * aside,
          at.y + along.y * ahead + along.x * aside};
}

std::string at(Point point) {
  return svg_number(point.x) + " " + svg_number(point.y);
}

// Of the end of a curve; to the right where it has none.
Point direction_at_end(const std::vector<Point>& points) {
  const Point end = points.back();
  for (size_t i = points.size() - 1; i-- > 0;) {
    const double x = end.x - points[i].x;
    const double y = end.y - points[i].y;
    const double length = std::hypot(x, y);
    if (length > 0.5) return {x / length, y / length};
  }
  return {1, 0};
}

std::string polygon(std::string_view cls, const std::vector<Point>& points,
                    bool closed) {
  std::string data = "M" + at(points[0]);
  for (size_t i = 1; i < points.size(); ++i) data += "L" + at(points[i]);
  if (closed) data += "Z";
  std::string element;
  Svg(&element).path(cls, data);
  return element;
}

std::string dot_at(Point point) {
  std::string element;
  Svg(&element).circle("k-dot", point.x, point.y, 2.6);
  return element;
}

}  // namespace

std::string language_class(size_t language) {
  return "k-lang" + std::to_string(language % kLanguageColours);
}

std::string picture_style(size_t languages) {
  std::string style = ".k-serif{font-family:";
  style.append(svg_serif()).append(";fill:#24211c}\n.k-sans{font-family:");
  style.append(svg_sans()).append(";fill:#24211c}\n").append(kLooks);
  for (size_t i = 0; i < std::min(languages, kLanguageColours); ++i) {
    style += "." + language_class(i) + "{stroke:";
    style.append(language_colour(i)).append("}\n");
    style += "." + language_class(i) + "-fill{fill:";
    style.append(language_colour(i)).append("}\n");
  }
  return style;
}

std::string_view box_line_class(BoxLine::Kind kind) {
  switch (kind) {
    case BoxLine::Kind::kName:
      return "k-serif k-label";
    case BoxLine::Kind::kLanguage:
      return "k-sans k-small";
    case BoxLine::Kind::kGloss:
      return "k-serif k-gloss";
    case BoxLine::Kind::kWhen:
      return "k-sans k-when";
    case BoxLine::Kind::kMarks:
      break;
  }
  return "k-sans k-marks";
}

std::string_view picture_tag(std::string_view tags) {
  const std::string_view tag = first_tag(tags);
  for (char c : tag) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == '-';
    if (!plain) return {};
  }
  return tag;
}

void draw_language(size_t language, Point corner, Point size, Svg* svg) {
  const size_t pattern = language / kLanguageColours % 3;
  const std::string cls = language_class(language);
  if (pattern == 2) {
    svg->rect(cls + " k-hollow", corner.x, corner.y, size.x, size.y, 3);
    return;
  }
  svg->rect(cls + "-fill", corner.x, corner.y, size.x, size.y, 3);
  if (pattern == 0) return;
  std::string bars;
  for (double y = corner.y + 5; y < corner.y + size.y - 1; y += 5) {
    bars += "M" + at({corner.x, y}) + "H" + svg_number(corner.x + size.x);
  }
  if (!bars.empty()) svg->path("k-bars", bars);
}

void draw_stroke(const GraphEdge& edge, const std::string& data, Svg* svg) {
  const std::string dashed = edge.doubtful ? " k-doubt" : "";
  svg->path("k-touch", data);
  if (edge.kind == GraphEdge::Kind::kElement) {
    svg->path("k-line k-element" + dashed, data);
    svg->path("k-line k-core", data);
  } else if (edge.kind == GraphEdge::Kind::kOrigin) {
    svg->path("k-line k-origin" + dashed, data);
  } else {
    svg->path("k-line k-beside" + dashed, data);
  }
}

std::string curve_data(const std::vector<Point>& points) {
  std::string data = "M" + at(points[0]);
  for (size_t i = 1; i < points.size(); ++i) {
    data += i % 3 == 1 ? "C" : " ";
    data += at(points[i]);
  }
  return data;
}

std::string arrow_head(const GraphEdge& edge, std::vector<Point>* points) {
  const Point tip = points->back();
  const Point along = direction_at_end(*points);
  const Point left = step(tip, along, -9, 4);
  const Point right = step(tip, along, -9, -4);
  if (!edge.directed) return dot_at(points->front()) + dot_at(tip);
  if (edge.kind == GraphEdge::Kind::kElement) {
    points->back() = step(tip, along, -12, 0);
    return polygon("k-open",
                   {tip, step(tip, along, -6.5, 4), points->back(),
                    step(tip, along, -6.5, -4)},
                   true);
  }
  if (edge.kind == GraphEdge::Kind::kBeside) {
    return polygon("k-vee", {left, tip, right}, false);
  }
  points->back() = step(tip, along, -7, 0);
  return polygon("k-tip", {tip, left, step(tip, along, -7, 0), right}, true);
}

}  // namespace khitai::write
