// SPDX-License-Identifier: Apache-2.0

#include "write/svg.h"

#include <cmath>

#include "write/escape.h"
#include "write/script.h"
#include "write/utf8.h"

namespace khitai::write {

bool from_right(std::string_view text) { return script_of(text).right_to_left; }

std::string svg_number(double value) {
  if (!std::isfinite(value)) return "0";
  const long tenths = std::lround(value * 10);
  const long size = std::labs(tenths);
  std::string digits = tenths < 0 ? "-" : "";
  digits += std::to_string(size / 10);
  if (size % 10 != 0) digits += "." + std::to_string(size % 10);
  return digits;
}

std::string_view svg_serif() {
  return "'Noto Serif','Source Serif 4','Palatino Linotype',Palatino,"
         "Georgia,'Noto Naskh Arabic','Scheherazade New','Noto Sans Arabic',"
         "'Noto Serif CJK TC','Noto Serif CJK SC','Source Han Serif','Songti "
         "TC',SimSun,'Noto Serif Hebrew','Noto Sans Syriac','Noto Sans "
         "Mongolian','Noto Serif Khitan Small Script','Noto Sans Old "
         "Turkic',serif";
}

std::string_view svg_sans() {
  return "'Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans "
         "Arabic','Noto Sans CJK TC','Noto Sans CJK SC',sans-serif";
}

void Svg::attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out_->append(" ").append(name).append("=\"");
  append_line_text(value, out_);
  out_->append("\"");
}

void Svg::attribute(std::string_view name, double value) {
  attribute(name, std::string_view(svg_number(value)));
}

void Svg::open(double width, double height, std::string_view title,
               std::string_view description, std::string_view style,
               std::string_view place) {
  raw("<svg xmlns=\"http://www.w3.org/2000/svg\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  attribute("width", width);
  attribute("height", height);
  attribute("viewBox", "0 0 " + svg_number(width) + " " + svg_number(height));
  raw(place);
  raw(" lang=\"en\" xml:lang=\"en\">\n");
  this->title(title);
  raw("<desc>");
  append_line_text(description, out_);
  raw("</desc>\n<style>\n");
  raw(style);
  raw("</style>\n");
}

void Svg::open_group(std::string_view cls, std::string_view attributes) {
  raw("<g");
  attribute("class", cls);
  raw(attributes);
  raw(">\n");
}

void Svg::title(std::string_view text) {
  raw("<title>");
  append_line_text(text, out_);
  raw("</title>\n");
}

void Svg::rect(std::string_view cls, double x, double y, double width,
               double height, double radius, std::string_view more) {
  raw("<rect");
  attribute("class", cls);
  attribute("x", x);
  attribute("y", y);
  attribute("width", width);
  attribute("height", height);
  if (radius > 0) attribute("rx", radius);
  raw(more);
  raw("/>\n");
}

void Svg::line(std::string_view cls, double x1, double y1, double x2,
               double y2) {
  raw("<line");
  attribute("class", cls);
  attribute("x1", x1);
  attribute("y1", y1);
  attribute("x2", x2);
  attribute("y2", y2);
  raw("/>\n");
}

void Svg::path(std::string_view cls, std::string_view data,
               std::string_view more) {
  raw("<path");
  attribute("class", cls);
  attribute("d", data);
  raw(more);
  raw("/>\n");
}

void Svg::circle(std::string_view cls, double x, double y, double radius,
                 std::string_view more) {
  raw("<circle");
  attribute("class", cls);
  attribute("cx", x);
  attribute("cy", y);
  attribute("r", radius);
  raw(more);
  raw("/>\n");
}

void Svg::text(std::string_view cls, double x, double y, std::string_view words,
               int anchor, std::string_view lang) {
  const bool right = from_right(words);
  raw("<text");
  attribute("class", cls);
  attribute("x", x);
  attribute("y", y);
  // The start of a line that runs from the right is on its right.
  if (anchor == 1) attribute("text-anchor", "middle");
  if ((anchor == 2) != right && anchor != 1) attribute("text-anchor", "end");
  if (right) raw(" direction=\"rtl\" unicode-bidi=\"embed\"");
  if (!lang.empty()) {
    attribute("lang", lang);
    attribute("xml:lang", lang);
  }
  raw(">");
  append_line_text(words, out_);
  raw("</text>\n");
}

void Svg::plain(std::string_view cls, double x, double y,
                std::string_view words) {
  raw("<text");
  attribute("class", cls);
  attribute("x", x);
  attribute("y", y);
  raw(">");
  append_line_text(words, out_);
  raw("</text>\n");
}

}  // namespace khitai::write
