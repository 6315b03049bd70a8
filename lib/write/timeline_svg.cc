// SPDX-License-Identifier: Apache-2.0
//
// A timeline drawn: spellings on the left, in the middle a bar for the years of
// a sense (an end that is not known fades out) and a mark for each work that
// has the spelling, the works on the right. The entity's own years are a band
// behind all rows.

#include <algorithm>
#include <cmath>

#include "write/graph_notes.h"
#include "write/svg.h"
#include "write/timeline.h"
#include "write/timeline_axis.h"
#include "write/words.h"

namespace khitai::write {
namespace {

constexpr double kEdge = 24;
constexpr double kLabels = 218;  // width of the column of labels
constexpr double kYears = 560;   // ... of the axis
constexpr double kWorks = 236;   // ... of the works
constexpr double kPageWidth = 2 * kEdge + kLabels + kYears + kWorks + 32;
constexpr double kRow = 24;
constexpr double kFade = 100;  // of a bar with one end
constexpr double kSmall = 10.5;

constexpr std::string_view kTimelineLooks =
    ".k-sheet{fill:#fff}\n"
    ".k-band{fill:#f3f1ec}\n"
    ".k-grid{stroke:#e2ddd2;stroke-width:1}\n"
    ".k-rule{stroke:#b5aea1;stroke-width:1}\n"
    ".k-title{font-size:18px;font-weight:600}\n"
    ".k-label{font-size:14px}\n"
    ".k-small{font-size:10.5px}\n"
    ".k-soft{fill:#6a645a}\n"
    ".k-head{font-size:11px;font-weight:600}\n"
    ".k-year{font-size:10.5px;fill:#6a645a}\n"
    ".k-range{stroke-width:1.4}\n"
    ".k-mark{stroke:#fff;stroke-width:1}\n"
    ".k-usage{font-size:9.5px}\n"
    ".k-bar{fill-opacity:.42}\n";

// "from 1221", "until 1220", "1124-1218"
std::string span_of_years(const TimelineRow& row) {
  if (!row.to && !row.from) return "";
  if (!row.to) return "from " + axis_words(*row.from);
  if (!row.from) return "until " + axis_words(*row.to);
  std::string words = axis_words(*row.from);
  if (row.from != row.to) words += "\u2013" + axis_words(*row.to);
  return words;
}

class TimelineDrawing {
 public:
  TimelineDrawing(const Timeline& timeline, std::string* out)
      : timeline_(timeline),
        out_(out),
        svg_(&body_),
        axis_(kEdge + kLabels + 16, kYears) {}

  void draw();

 private:
  void settle_axis();
  void draw_title();
  void draw_axis(double top, double bottom);
  void draw_rows();
  void draw_row(const TimelineRow& row);
  void draw_span(const TimelineRow& row);
  void draw_points(const TimelineRow& row);
  void draw_works_of(const TimelineRow& row);
  void draw_key();
  void draw_foot();
  void aside(std::string_view cls, const std::string& words);
  std::string fades() const;
  std::string style() const;
  std::string description() const;

  const Timeline& timeline_;
  std::string* out_;
  std::string body_;
  Svg svg_;
  YearAxis axis_;
  std::vector<std::string> languages_;
  size_t language_ = 0;
  bool fades_left_ = false;  // some bar does
  bool fades_right_ = false;
  double y_ = 0;
};

void TimelineDrawing::settle_axis() {
  if (timeline_.from) axis_.take(*timeline_.from);
  if (timeline_.to) axis_.take(*timeline_.to);
  for (const TimelineRow& row : timeline_.rows) {
    if (row.from) axis_.take(*row.from);
    if (row.to) axis_.take(*row.to);
    for (const TimelinePoint& point : row.points) {
      axis_.take(point.first);
      axis_.take(point.last);
    }
  }
  axis_.settle();
}

// The axis stands behind the rows, and is as high as they are.
void TimelineDrawing::draw() {
  settle_axis();
  draw_title();
  if (timeline_.rows.empty()) {
    aside("k-sans k-small", "No name of it has a date in the lexicon.");
  } else {
    const double top = y_;
    std::string head;
    head.swap(body_);
    y_ += 26;
    draw_rows();
    std::string rows;
    rows.swap(body_);
    draw_axis(top, y_ + 4);
    body_ = head + body_ + rows;
    y_ += 16;
    draw_key();
  }
  draw_foot();
  Svg root(out_);
  const double height = std::ceil(y_ + 14);
  root.open(kPageWidth, height, timeline_.title, description(), style(),
            " role=\"img\"");
  if (fades_left_ || fades_right_) root.raw(fades());
  root.rect("k-sheet", 0, 0, kPageWidth, height);
  root.raw(body_);
  root.close();
}

void TimelineDrawing::aside(std::string_view cls, const std::string& words) {
  for (const std::string& line :
       wrapped_lines(picture_line(words), kSmall, kPageWidth - 2 * kEdge, 40)) {
    y_ += 14.5;
    svg_.plain(cls, kEdge, y_, line);
  }
}

void TimelineDrawing::draw_title() {
  y_ = 14;
  const std::string title = picture_line(timeline_.title);
  for (const std::string& line :
       wrapped_lines(title, 18, kPageWidth - 2 * kEdge, 3, true)) {
    y_ += 23;
    svg_.text("k-serif k-title", kEdge, y_, line);
  }
  aside("k-sans k-small k-soft", timeline_.words);
  y_ += 14;
}

std::string TimelineDrawing::description() const {
  std::string words =
      counted(timeline_.rows.size(), "name", "names") + " over time.";
  for (const TimelineRow& row : timeline_.rows) {
    words += " " + row.label;
    append_joined(", ", row.lang_words, &words);
    for (const TimelinePoint& point : row.points) {
      words += ", " + point.words + " (" + point.source + ")";
    }
    words += ".";
  }
  return words;
}

void TimelineDrawing::draw_axis(double top, double bottom) {
  if (!axis_.any()) return;
  if (timeline_.from || timeline_.to) {
    const double left =
        timeline_.from ? axis_.x(*timeline_.from) : axis_.left();
    const double right = timeline_.to ? axis_.x(*timeline_.to) : axis_.right();
    svg_.rect("k-band", left, top + 20, std::max(right - left, 1.5),
              bottom - top - 20);
  }
  for (const int64_t year : axis_.ticks()) {
    svg_.line("k-grid", axis_.x(year), top + 20, axis_.x(year), bottom);
    svg_.text("k-sans k-year", axis_.x(year), top + 14, axis_words(year), 1);
  }
  svg_.line("k-rule", axis_.left(), top + 20, axis_.right(), top + 20);
}

void TimelineDrawing::draw_rows() {
  for (const TimelineRow& row : timeline_.rows) {
    const std::string words = picture_line(row.lang_words);
    const std::string named = words.empty() ? "Language not known" : words;
    if (languages_.empty() || languages_.back() != named) {
      languages_.push_back(named);
      language_ = languages_.size() - 1;
      y_ += 20;
      svg_.rect("k-lang" + std::to_string(language_ % kLanguageColours), kEdge,
                y_ - 9, 10, 10, 2);
      for (const std::string& line :
           wrapped_lines(named, 11, kLabels - 18, 2, true)) {
        svg_.plain("k-sans k-head", kEdge + 16, y_, line);
        y_ += 13;
      }
      y_ -= 10;
    }
    draw_row(row);
  }
}

void TimelineDrawing::draw_row(const TimelineRow& row) {
  svg_.open_group("k-row");
  const std::string label = picture_line(row.label);
  std::string told = label;
  append_joined(", ", picture_line(row.lang_words), &told);
  append_joined(", ", picture_line(row.name), &told);
  append_joined(", ", picture_line(row.usage), &told);
  svg_.title(told);
  std::string usage = picture_line(row.name);
  append_joined(", ", picture_line(row.usage), &usage);
  const double right = kEdge + kLabels;
  const std::vector<std::string> lines =
      wrapped_lines(label, 14, kLabels - 16, 3);
  double y = y_;
  for (const std::string& line : lines) {
    y += 18;
    svg_.text("k-serif k-label", right, y, line, 2, row.lang);
  }
  for (const std::string& line : wrapped_lines(usage, 9.5, kLabels - 16, 2)) {
    if (usage.empty()) break;
    y += 12;
    svg_.text("k-sans k-usage k-soft", right, y, line, 2);
  }
  const double top = y_;
  y_ = top + 12;
  draw_span(row);
  draw_points(row);
  y_ = top;
  draw_works_of(row);
  y_ = std::max({y_, y, top + kRow - 5}) + 5;
  svg_.close_group();
}

// What a sense says: an end that it does not tell fades out.
void TimelineDrawing::draw_span(const TimelineRow& row) {
  if (!row.has_span || (!row.from && !row.to)) return;
  const double left = row.from
                          ? axis_.x(*row.from)
                          : std::max(axis_.x(*row.to) - kFade, axis_.left());
  const double right =
      row.to ? axis_.x(*row.to)
             : std::min(axis_.x(*row.from) + kFade, axis_.right());
  const std::string cls =
      "k-bar k-lang" + std::to_string(language_ % kLanguageColours);
  std::string mask;
  if (!row.from) mask = " mask=\"url(#k-from-left)\"";
  if (!row.to) mask = " mask=\"url(#k-to-right)\"";
  fades_left_ |= !row.from;
  fades_right_ |= !row.to;
  svg_.rect(cls, left, y_ - 5, std::max(right - left, 3.0), 10, 2, mask);
}

void TimelineDrawing::draw_points(const TimelineRow& row) {
  if (row.points.empty()) return;
  const std::string lang =
      "k-lang" + std::to_string(language_ % kLanguageColours);
  int32_t last = row.points.front().last;
  for (const TimelinePoint& point : row.points) {
    last = std::max(last, point.last);
  }
  const double begin = axis_.x(row.points.front().first);
  if (axis_.x(last) > begin) {
    svg_.line(lang + "-line k-range", begin, y_, axis_.x(last), y_);
  }
  for (const TimelinePoint& point : row.points) {
    svg_.open_group("k-point");
    svg_.title(point.words + ", " + point.source);
    const double x =
        (axis_.x(point.first) + axis_.x(std::max(point.first, point.last))) / 2;
    svg_.circle(lang + " k-mark", x, y_, 4.6);
    svg_.close_group();
  }
}

void TimelineDrawing::draw_works_of(const TimelineRow& row) {
  std::string words = row.has_span ? span_of_years(row) : "";
  for (const TimelinePoint& point : row.points) {
    append_joined("; ", picture_line(point.words + " " + point.source), &words);
  }
  y_ += 1.5;
  for (const std::string& line : wrapped_lines(words, kSmall, kWorks, 8)) {
    y_ += 14.5;
    svg_.plain("k-sans k-small k-soft", axis_.right() + 16, y_, line);
  }
}

void TimelineDrawing::draw_key() {
  const double y = y_ + 8;
  double x = kEdge;
  const auto say = [&](double sign, const std::string& words) {
    svg_.plain("k-sans k-small", x + sign + 6, y + 4, words);
    x += sign + 6 + text_width(words, kSmall) + 20;
  };
  const std::string lang = languages_.empty() ? "" : "k-lang0";
  svg_.line("k-rule", kEdge, y_ - 6, kPageWidth - kEdge, y_ - 6);
  svg_.circle(lang + " k-mark", x + 5, y, 4.6);
  say(10, "a work that has the name, when it was composed");
  svg_.rect(lang + " k-bar", x, y - 5, 26, 10, 2);
  say(26, "in use, fading where an end is not known");
  if (timeline_.from || timeline_.to) {
    svg_.rect("k-band", x, y - 6, 20, 12);
    say(20, "what is named");
  }
  y_ += 16;
}

void TimelineDrawing::draw_foot() {
  if (timeline_.undated > 0) {
    y_ += 4;
    aside(
        "k-sans k-small k-soft",
        counted(timeline_.undated, "more spelling has", "more spellings have") +
            " no date and " + (timeline_.undated == 1 ? "is" : "are") +
            " not shown.");
  }
  if (timeline_.works.empty()) return;
  y_ += 22;
  svg_.plain("k-sans k-head", kEdge, y_, "Sources");
  y_ += 2;
  for (const Timeline::Work& work : timeline_.works) {
    aside("k-sans k-small", work.id + ": " + work.citation);
  }
}

std::string TimelineDrawing::fades() const {
  const auto mask = [](const std::string& name, std::string_view begin,
                       std::string_view end) {
    std::string text = "<linearGradient id=\"" + name + "-g\"";
    text.append(begin).append("><stop offset=\".2\" stop-color=\"#fff\"/>");
    text.append("<stop offset=\"1\" stop-color=\"#000\"/></linearGradient>\n");
    text.append("<mask id=\"" + name + "\"").append(end);
    return text + "><rect width=\"1\" height=\"1\" fill=\"url(#" + name +
           "-g)\"/></mask>\n";
  };
  constexpr std::string_view kUnits = " maskContentUnits=\"objectBoundingBox\"";
  std::string all = "<defs>\n";
  if (fades_left_) all += mask("k-from-left", " x1=\"1\" x2=\"0\"", kUnits);
  if (fades_right_) all += mask("k-to-right", " x1=\"0\" x2=\"1\"", kUnits);
  return all + "</defs>\n";
}

std::string TimelineDrawing::style() const {
  std::string all = ".k-serif{font-family:";
  all.append(svg_serif()).append(";fill:#24211c}\n.k-sans{font-family:");
  all.append(svg_sans()).append(";fill:#24211c}\n").append(kTimelineLooks);
  for (size_t i = 0; i < std::min(languages_.size(), kLanguageColours); ++i) {
    const std::string cls = "k-lang" + std::to_string(i);
    const std::string colour(language_colour(i));
    all += "." + cls + "{fill:" + colour + "}\n." + cls +
           "-line{stroke:" + colour + "}\n";
  }
  return all;
}

}  // namespace

void write_timeline_svg(const Timeline& timeline, std::string* out) {
  TimelineDrawing(timeline, out).draw();
}

}  // namespace khitai::write
