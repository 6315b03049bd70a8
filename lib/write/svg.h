// SPDX-License-Identifier: Apache-2.0
//
// What all pictures share: how wide a text will be, where its lines break, and
// SVG that any reader takes: no scripts, nothing from elsewhere, text as text.
// Widths are estimated by a table of letters, not asked of a font, so that a
// picture is the same on every machine; they are rather too large than too
// small. Thread-safe.

#ifndef KHITAI_WRITE_SVG_H_
#define KHITAI_WRITE_SVG_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::write {

// A text for one line of a picture: valid UTF-8, white space and controls as
// single spaces, without embeddings and isolates (their ends may be missing),
// what XML does not take as U+FFFD. Linear.
std::string picture_line(std::string_view text);

// The same, with the characters that XML and HTML read as marks escaped.
void append_line_text(std::string_view text, std::string* out);

// In the units of `size`, the height of the letters. REQUIRES: picture_line.
double text_width(std::string_view text, double size, bool bold = false);

// Lines no wider than `width`, but for single characters; broken at spaces,
// between characters of East Asia, and elsewhere where nothing else helps. What
// is beyond `most_lines` is an ellipsis. At least one line. Linear.
// REQUIRES: picture_line.
std::vector<std::string> wrapped_lines(std::string_view text, double size,
                                       double width, size_t most_lines,
                                       bool bold = false);

// Whether the text is written from the right: by its first letter.
bool from_right(std::string_view text);

// "-12.5": at most one decimal, whatever the locale.
std::string svg_number(double value);

// Faces that cover the scripts of this field, for `font-family`: letters with
// serifs for names, without for all else.
std::string_view svg_serif();
std::string_view svg_sans();

// Elements appended to a string, one a line.
class Svg {
 public:
  explicit Svg(std::string* out) : out_(out) {}

  // The root, with what a screen reader says; no XML declaration. `place` is
  // further attributes, ready to stand.
  void open(double width, double height, std::string_view title,
            std::string_view description, std::string_view style,
            std::string_view place = {});
  void close() { raw("</svg>\n"); }

  void raw(std::string_view text) { out_->append(text); }
  void open_group(std::string_view cls, std::string_view attributes = {});
  void close_group() { raw("</g>\n"); }
  // Shown by viewers when the pointer rests on the group.
  void title(std::string_view text);

  void rect(std::string_view cls, double x, double y, double width,
            double height, double radius = 0, std::string_view more = {});
  void line(std::string_view cls, double x1, double y1, double x2, double y2);
  void path(std::string_view cls, std::string_view data,
            std::string_view more = {});
  void circle(std::string_view cls, double x, double y, double radius,
              std::string_view more = {});
  // One line; `anchor` is the place of x: 0 left, 1 middle, 2 right, whichever
  // way the text runs. `lang` is one BCP 47 tag or "".
  void text(std::string_view cls, double x, double y, std::string_view words,
            int anchor = 0, std::string_view lang = {});
  // A line that begins at x and runs from left to right, whatever it has.
  void plain(std::string_view cls, double x, double y, std::string_view words);

 private:
  void attribute(std::string_view name, std::string_view value);
  void attribute(std::string_view name, double value);

  std::string* out_;
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_SVG_H_
