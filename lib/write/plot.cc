// SPDX-License-Identifier: Apache-2.0

#include "write/plot.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "text/grapheme.h"
#include "write/concordance.h"
#include "write/escape.h"
#include "write/passages.h"
#include "write/script.h"
#include "write/width.h"

namespace khitai::write {
namespace {

// Units of the figure; a column of text is about half its height wide.
constexpr double kFigureWidth = 960;
constexpr double kPlotMargin = 28;
constexpr double kColumnShare = 0.56;
constexpr double kLabelSize = 13;
constexpr double kPlotSmall = 11;
constexpr double kPlotHeight = 340;
constexpr double kLegendLine = 22;
constexpr double kSidewaysRow = 26;
constexpr double kMostLabel = 300;
constexpr double kTicks = 5;

struct Ink {
  const char* fill;
  const char* text;  // of numbers on it
};
constexpr Ink kInks[kMostSeries] = {{"#0072B2", "#fff"}, {"#E69F00", "#000"},
                                    {"#009E73", "#fff"}, {"#CC79A7", "#000"},
                                    {"#56B4E9", "#000"}, {"#D55E00", "#fff"},
                                    {"#F0E442", "#000"}};
constexpr Ink kRestInk = {"#999999", "#000"};

// With one decimal at most, whatever the locale.
std::string units(double value) {
  const long long tenths = std::llround(std::fabs(value) * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return value < 0 && tenths != 0 ? "-" + text : text;
}

double text_width(std::string_view text, double size) {
  return static_cast<double>(display_width(text)) * size * kColumnShare;
}

// The text in so much room; an ellipsis where it is cut.
std::string fitted(std::string_view text, double room, double size) {
  if (text_width(text, size) <= room) return std::string(text);
  const auto columns = static_cast<size_t>(room / (size * kColumnShare));
  return std::string(first_columns(text, columns > 1 ? columns - 1 : 1)) +
         "\u2026";
}

// 1, 2 or 5 times a power of ten, so that about five make up `most`.
double tick_of(double most, bool fractions) {
  if (!(most > 0)) return 1;
  const double rough = most / kTicks;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double tick = 10 * power;
  for (double step : {1.0, 2.0, 5.0}) {
    if (step * power >= rough) {
      tick = step * power;
      break;
    }
  }
  return fractions ? tick : std::max(tick, 1.0);
}

// "0.05", "2": no zeros at the end.
std::string tick_words(double value) {
  std::string text = hundredths(value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

class Figure {
 public:
  Figure(const Plot& plot, std::string* out) : plot_(plot), out_(out) {
    measure();
  }

  void write() {
    open();
    write_head();
    write_legend();
    write_axes();
    for (size_t i = 0; i < plot_.places.size(); ++i) write_place(i);
    write_axis_labels();
    if (!plot_.source.empty()) {
      text(kPlotMargin, height_ - 12, plot_.source, "class=\"s\"");
    }
    *out_ += "</svg>\n";
  }

 private:
  const Ink& ink_of(size_t series) const {
    if (plot_.series[series].rest) return kRestInk;
    return kInks[series % kMostSeries];
  }

  double sum_at(size_t place) const {
    double sum = 0;
    for (const PlotSeries& one : plot_.series) sum += one.values[place];
    return sum;
  }

  void measure() {
    double most = 0;
    for (size_t i = 0; i < plot_.places.size(); ++i) {
      if (!plot_.grouped) most = std::max(most, sum_at(i));
      for (const PlotSeries& one : plot_.series) {
        if (plot_.grouped) most = std::max(most, one.values[i]);
      }
    }
    tick_ = tick_of(most, plot_.fractions);
    most_ = std::max(std::ceil(most / tick_ - 1e-9), 1.0) * tick_;
    place_legend();
    top_ = 84 + kLegendLine * static_cast<double>(legend_lines_);
    if (plot_.sideways) top_ += 14;  // for the label of the axis
    const size_t places = std::max<size_t>(plot_.places.size(), 1);
    if (plot_.sideways) {
      double label = 0;
      for (const std::string& one : plot_.places) {
        label = std::max(label, text_width(one, kLabelSize));
      }
      left_ = kPlotMargin + 14 + std::min(label, kMostLabel);
      row_ = plot_.grouped
                 ? std::max(kSidewaysRow,
                            13.0 * static_cast<double>(plot_.series.size()) + 8)
                 : kSidewaysRow;
      plot_height_ = row_ * static_cast<double>(places);
    } else {
      left_ = kPlotMargin + 52;
      plot_height_ = kPlotHeight;
    }
    plot_width_ =
        kFigureWidth - left_ - kPlotMargin - (plot_.sideways ? 36 : 0);
    if (!plot_.sideways) row_ = plot_width_ / static_cast<double>(places);
    height_ = top_ + plot_height_ + 58 + (plot_.source.empty() ? 0 : 24);
  }

  // Where the entries of the legend stand.
  void place_legend() {
    if (plot_.series.size() < 2) return;
    double x = kPlotMargin;
    legend_lines_ = 1;
    for (const PlotSeries& one : plot_.series) {
      const double width = 22 + text_width(one.label, kLabelSize) + 22;
      if (x > kPlotMargin && x + width > kFigureWidth - kPlotMargin) {
        ++legend_lines_;
        x = kPlotMargin;
      }
      legend_.push_back({x, legend_lines_ - 1});
      x += width;
    }
  }

  void open() {
    const std::string width = units(kFigureWidth);
    const std::string height = units(height_);
    *out_ +=
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width +
        "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height +
        "\" role=\"img\" aria-labelledby=\"t d\" font-family=\"'Noto Sans',"
        "'Noto Naskh Arabic','Noto Sans Arabic','Noto Sans CJK SC',"
        "'DejaVu Sans',sans-serif\" font-size=\"13\" fill=\"#222\">\n"
        "<title id=\"t\">";
    append_html(plot_.title, out_);
    *out_ += "</title>\n<desc id=\"d\">";
    append_html(plot_.subtitle, out_);
    *out_ +=
        "</desc>\n<style>.h{font-size:18px;font-weight:600}"
        ".m{font-size:13px;fill:#555}.s{font-size:11px;fill:#777}"
        ".n{font-size:11px}.g{stroke:#ddd}.a{stroke:#444}"
        ".b{stroke:#fff;stroke-width:1}</style>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
  }

  void write_head() {
    text(kPlotMargin, 36,
         fitted(plot_.title, kFigureWidth - 2 * kPlotMargin, 18),
         "class=\"h\"");
    text(kPlotMargin, 58, plot_.subtitle, "class=\"m\"");
  }

  void write_legend() {
    for (size_t i = 0; i < legend_.size(); ++i) {
      const double y = 70 + kLegendLine * static_cast<double>(legend_[i].line);
      rect(legend_[i].x, y, 14, 14, ink_of(i).fill, "");
      text(legend_[i].x + 20, y + 12, plot_.series[i].label, "");
    }
  }

  void write_axes() {
    const auto ticks = static_cast<size_t>(std::llround(most_ / tick_));
    for (size_t i = 0; i <= ticks; ++i) {
      const double value = tick_ * static_cast<double>(i);
      const std::string number =
          plot_.fractions ? tick_words(value) : units(value);
      if (plot_.sideways) {
        const double x = left_ + length_of(value);
        line(x, top_, x, top_ + plot_height_, i == 0 ? "a" : "g");
        text(x, top_ + plot_height_ + 18, number,
             "class=\"n\" text-anchor=\"middle\"");
      } else {
        const double y = top_ + plot_height_ - length_of(value);
        line(left_, y, left_ + plot_width_, y, i == 0 ? "a" : "g");
        text(left_ - 8, y + 4, number, "class=\"n\" text-anchor=\"end\"");
      }
    }
  }

  double length_of(double value) const {
    return value / most_ * (plot_.sideways ? plot_width_ : plot_height_);
  }

  // A place: its label, its bars, its number.
  void write_place(size_t place) {
    const double at = row_ * static_cast<double>(place);
    write_place_label(place, at);
    const double gap = std::min(row_ * 0.15, 24.0);
    const double room = std::min(row_ - 2 * gap, plot_.sideways ? row_ : 110.0);
    double begin = at + (row_ - room) / 2;
    double base = 0;
    const double thick =
        plot_.grouped ? room / static_cast<double>(plot_.series.size()) : room;
    for (size_t i = 0; i < plot_.series.size(); ++i) {
      const double value = plot_.series[i].values[place];
      if (value > 0) write_bar(place, i, begin, thick, base, value);
      if (plot_.grouped) {
        begin += thick;
      } else {
        base += value;
      }
    }
    const bool several = plot_.series.size() > 1;
    if (!plot_.grouped && base > 0 && (several || row_ >= 24)) {
      write_number(at + row_ / 2, base, base);
    }
  }

  void write_place_label(size_t place, double at) {
    const std::string& label = plot_.places[place];
    if (plot_.sideways) {
      text(left_ - 8, top_ + at + row_ / 2 + 4.5,
           fitted(label, kMostLabel, kLabelSize), "text-anchor=\"end\"");
      return;
    }
    // As many as have room.
    double widest = 0;
    for (const std::string& one : plot_.places) {
      widest = std::max(widest, text_width(one, kLabelSize));
    }
    const auto step = static_cast<size_t>(std::ceil((widest + 8) / row_));
    const bool last = place + 1 == plot_.places.size();
    if (place % step != 0 && !(last && plot_.apart)) return;
    text(left_ + at + row_ / 2, top_ + plot_height_ + 20, label,
         "text-anchor=\"middle\"");
    if (last && plot_.apart && plot_.places.size() > 1) {
      *out_ += "<path class=\"g\" stroke-dasharray=\"3 3\" d=\"M" +
               units(left_ + at) + " " + units(top_) + "V" +
               units(top_ + plot_height_) + "\"/>\n";
    }
  }

  void write_bar(size_t place, size_t series, double begin, double thick,
                 double base, double value) {
    const double length = length_of(value);
    const double from = length_of(base);
    const std::string title = plot_.series[series].label + ", " +
                              plot_.places[place] + ": " + number_of(value);
    const double x = plot_.sideways ? left_ + from : left_ + begin;
    const double y =
        plot_.sideways ? top_ + begin : top_ + plot_height_ - from - length;
    const double width = plot_.sideways ? length : thick;
    const double height = plot_.sideways ? thick : length;
    rect(x, y, width, height, ink_of(series).fill, title);
    const std::string number = number_of(value);
    if (plot_.grouped) {
      if (plot_.sideways || thick >= text_width(number, kPlotSmall)) {
        write_number(begin + thick / 2, base + value, value);
      }
      return;
    }
    // What is the whole bar has its number at the end.
    if (plot_.series.size() < 2 || height < 13 ||
        width < text_width(number, kPlotSmall) + 4) {
      return;
    }
    text(x + width / 2, y + height / 2 + 4, number,
         "class=\"n\" text-anchor=\"middle\" fill=\"" +
             std::string(ink_of(series).text) + "\"");
  }

  // At the end of a bar in the middle of its place.
  void write_number(double middle, double end, double value) {
    if (plot_.sideways) {
      text(left_ + length_of(end) + 6, top_ + middle + 4, number_of(value),
           "class=\"n\"");
    } else {
      text(left_ + middle, top_ + plot_height_ - length_of(end) - 5,
           number_of(value), "class=\"n\" text-anchor=\"middle\"");
    }
  }

  void write_axis_labels() {
    const double below = top_ + plot_height_ + 44;
    const double middle = left_ + plot_width_ / 2;
    const std::string& under =
        plot_.sideways ? plot_.value_label : plot_.place_label;
    text(middle, below, under, "class=\"m\" text-anchor=\"middle\"");
    if (plot_.sideways) {
      text(left_ - 8, top_ - 6, plot_.place_label,
           "class=\"m\" text-anchor=\"end\"");
      return;
    }
    const std::string x = units(kPlotMargin + 4);
    const std::string y = units(top_ + plot_height_ / 2);
    text(kPlotMargin + 4, top_ + plot_height_ / 2, plot_.value_label,
         "class=\"m\" text-anchor=\"middle\" transform=\"rotate(-90 " + x +
             " " + y + ")\"");
  }

  std::string number_of(double value) const {
    return plot_.fractions ? hundredths(value) : units(value);
  }

  // Words that run from the right do not turn what stands beside them.
  void text(double x, double y, std::string_view words,
            const std::string& attributes) {
    if (words.empty()) return;
    *out_ += "<text x=\"" + units(x) + "\" y=\"" + units(y) + "\"";
    if (!attributes.empty()) *out_ += " " + attributes;
    *out_ += ">";
    append_html(words, out_);
    *out_ += "</text>\n";
  }

  void rect(double x, double y, double width, double height,
            std::string_view fill, std::string_view title) {
    *out_ += "<rect class=\"b\" x=\"" + units(x) + "\" y=\"" + units(y) +
             "\" width=\"" + units(width) + "\" height=\"" + units(height) +
             "\" fill=\"" + std::string(fill) + "\"";
    if (title.empty()) {
      *out_ += "/>\n";
      return;
    }
    *out_ += "><title>";
    append_html(title, out_);
    *out_ += "</title></rect>\n";
  }

  void line(double x, double y, double to_x, double to_y,
            std::string_view name) {
    *out_ += "<path class=\"" + std::string(name) + "\" d=\"M" + units(x) +
             " " + units(y) + "L" + units(to_x) + " " + units(to_y) + "\"/>\n";
  }

  struct LegendPlace {
    double x;
    size_t line;
  };
  const Plot& plot_;
  std::string* const out_;
  std::vector<LegendPlace> legend_;
  size_t legend_lines_ = 0;
  double top_ = 0, left_ = 0, height_ = 0;
  double plot_width_ = 0, plot_height_ = 0;
  double row_ = 0;  // what a place takes of the axis
  double tick_ = 1, most_ = 1;
};

}  // namespace

void write_plot_svg(const Plot& plot, std::string* out) {
  Figure(plot, out).write();
}

}  // namespace khitai::write
