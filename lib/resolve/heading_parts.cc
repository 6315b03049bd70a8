// SPDX-License-Identifier: Apache-2.0

#include "resolve/heading_parts.h"

#include <span>
#include <utility>

namespace khitai::resolve {
namespace {

using Marks = std::span<const std::string_view>;

constexpr std::string_view kCommas[] = {",", "\xD8\x8C", "\xEF\xBC\x8C"};
constexpr std::string_view kOpening[] = {
    "(", "\xEF\xBC\x88", "[", "\xEF\xBC\xBB", "\xE3\x80\x94", "\xE3\x80\x90"};
constexpr std::string_view kClosing[] = {
    ")", "\xEF\xBC\x89", "]", "\xEF\xBC\xBD", "\xE3\x80\x95", "\xE3\x80\x91"};
constexpr std::string_view kEnding[] = {" ",
                                        "\xC2\xA0",
                                        "\xE3\x80\x80",
                                        ",",
                                        ";",
                                        ":",
                                        "/",
                                        "=",
                                        ".",
                                        "\xD8\x8C",
                                        "\xEF\xBC\x8C",
                                        "\xE3\x80\x82",
                                        "\xD8\x9B"};
constexpr std::string_view kSpaces[] = {" ", "\xC2\xA0", "\xE3\x80\x80", "\t"};

// The bytes of the mark at `at`, or 0.
size_t mark_at(std::string_view text, size_t at, Marks marks) {
  for (std::string_view mark : marks) {
    if (text.substr(at, mark.size()) == mark) return mark.size();
  }
  return 0;
}

void trim_front(std::string_view* text) {
  while (const size_t size = mark_at(*text, 0, kSpaces)) {
    text->remove_prefix(size);
  }
}

void trim_back(std::string_view* text, Marks marks) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::string_view mark : marks) {
      if (text->size() < mark.size() || !text->ends_with(mark)) continue;
      text->remove_suffix(mark.size());
      changed = true;
    }
  }
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  HeadingParts run() {
    for (size_t at = 0; at < text_.size();) {
      if (const size_t comma = mark_at(text_, at, kCommas)) {
        add_part(text_.substr(begin_, at - begin_));
        at = begin_ = at + comma;
      } else if (const size_t size = mark_at(text_, at, kOpening)) {
        at = skip_brackets(at, size);
      } else {
        ++at;
      }
    }
    add_part(text_.substr(begin_));
    return std::move(out_);
  }

 private:
  // The end of the brackets that open at `at`; where they stand before or
  // behind a part, it ends or begins here.
  size_t skip_brackets(size_t at, size_t size) {
    size_t end = at + size;
    while (end < text_.size() && mark_at(text_, end, kClosing) == 0) ++end;
    if (end == text_.size()) return end;  // never closed
    const std::string_view inside = text_.substr(at + size, end - at - size);
    end += mark_at(text_, end, kClosing);
    std::string_view before = text_.substr(begin_, at - begin_);
    std::string_view behind = text_.substr(end);
    trim_back(&before, kEnding);
    trim_front(&behind);
    const bool first = before.empty() && out_.parts.empty();
    const bool last = behind.empty() || mark_at(behind, 0, kEnding) > 0 ||
                      mark_at(behind, 0, kOpening) > 0;
    if (!first && !last) return end;
    add_part(before);
    out_.brackets.emplace_back(trimmed_heading(inside));
    begin_ = end;
    return end;
  }

  void add_part(std::string_view part) {
    part = trimmed_heading(part);
    if (!part.empty()) out_.parts.emplace_back(part);
  }

  std::string_view text_;
  size_t begin_ = 0;  // of the part at hand
  HeadingParts out_;
};

}  // namespace

std::string_view trimmed_heading(std::string_view text) {
  trim_front(&text);
  trim_back(&text, kEnding);
  return text;
}

HeadingParts parts_of(std::string_view heading) {
  return Splitter(heading).run();
}

fold::Units units_of(std::string_view text) {
  fold::Units units;
  fold::append_units(text, &units);
  return units;
}

std::string_view written(std::string_view text, const fold::Unit& unit) {
  return text.substr(unit.begin, unit.end - unit.begin);
}

}  // namespace khitai::resolve
