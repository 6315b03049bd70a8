// SPDX-License-Identifier: Apache-2.0

#include "write/passages.h"

#include <algorithm>

#include "fold/fold.h"
#include "text/grapheme.h"
#include "write/offsets.h"
#include "write/plain_text.h"
#include "write/script.h"
#include "write/shown.h"
#include "write/utf8.h"
#include "write/width.h"

namespace khitai::write {
namespace {

using document::Part;

// Bytes of text that are looked at for a column, marks and white space too.
constexpr size_t kBytesPerColumn = 16;

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Lines and columns of places that only go forward.
class PlaceCursor {
 public:
  explicit PlaceCursor(std::string_view source) : source_(source) {}
  void advance(size_t at, Passage* passage) {
    if (at < at_) at_ = 0, line_ = column_ = 1;
    while (at_ < at) {
      const text::CodePoint next = code_point_at(source_, at_);
      at_ += next.size;
      ++column_;
      if (next.code == '\n') ++line_, column_ = 1;
    }
    passage->line = line_;
    passage->column = column_;
  }

 private:
  std::string_view source_;
  size_t at_ = 0;
  size_t line_ = 1;
  size_t column_ = 1;
};

// The candidate that is asked for; null: it may not be.
const Candidate* wanted_candidate(const Mention& mention,
                                  const PassageWish& wish) {
  if (mention.decision == Decision::kNone) return nullptr;
  for (const Candidate& one : mention.candidates) {
    const auto& wanted = wish.entities;
    if (std::find(wanted.begin(), wanted.end(), one.entity) != wanted.end()) {
      return &one;
    }
    if (mention.decision == Decision::kMatch) break;
  }
  return nullptr;
}

bool is_wanted_form(const Lexicon& lexicon, const Candidate& candidate,
                    std::string_view text, const PassageWish& wish) {
  if (wish.forms.empty()) return true;
  const std::string written = fold::match_key(text);
  const std::string listed = fold::match_key(lexicon.form(candidate.form).text);
  return std::any_of(
      wish.forms.begin(), wish.forms.end(),
      [&](const std::string& key) { return key == written || key == listed; });
}

class PassageReader {
 public:
  PassageReader(const Annotation& annotation, const PassageWish& wish)
      : annotation_(annotation),
        wish_(wish),
        plain_(annotation),
        places_(annotation.source),
        offsets_(annotation, wish.offsets) {}

  std::string line_of(const Mention& mention) const {
    return plain_.line_of(mention);
  }

  Passage read(const Mention& mention, const Candidate& candidate,
               std::string text) {
    Passage out;
    out.document = annotation_.name;
    out.lang = annotation_.lang;
    places_.advance(mention.begin, &out);
    out.start = offsets_.advance(mention.begin);
    out.end = offsets_.advance(mention.end);
    out.text = std::move(text);
    read_around(mention, &out);
    out.right_to_left = runs_from_right(out.before, out.text, out.after);
    out.decision = mention.decision;
    out.entity = candidate.entity;
    out.form = candidate.form;
    out.probability = candidate.probability;
    return out;
  }

 private:
  void read_around(const Mention& mention, Passage* out) const {
    const Part part = plain_.of(mention);
    if (part.begin >= part.end) return;
    const Part around = plain_.around(part);
    const std::string_view all = plain_.all();
    const size_t most = (wish_.width + 4) * kBytesPerColumn;
    size_t from = part.begin - std::min(most, part.begin - around.begin);
    while (from < part.begin && continues(all[from])) ++from;
    size_t to = part.end + std::min(most, around.end - part.end);
    while (to > part.end && to < all.size() && continues(all[to])) --to;
    out->before = last_columns(
        in_running_line(all.substr(from, part.begin - from)), wish_.width);
    out->after = first_columns(
        in_running_line(all.substr(part.end, to - part.end)), wish_.width);
  }

  const Annotation& annotation_;
  const PassageWish& wish_;
  PlainText plain_;
  PlaceCursor places_;
  OffsetCursor offsets_;
};

// Whether a cut at `at` would part a word of a script that has spaces.
bool parts_word(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const char32_t left =
      code_point_at(text, text::code_point_before(text, at)).code;
  const char32_t right = code_point_at(text, at).code;
  return left != ' ' && right != ' ' && display_width(left) < 2 &&
         display_width(right) < 2;
}

}  // namespace

std::string_view first_columns(std::string_view text, size_t width) {
  size_t columns = 0;
  size_t cut = 0;
  for (size_t at = 0;;) {
    if (text::may_cut(text, at)) cut = at;
    if (at == text.size()) break;
    const text::CodePoint next = code_point_at(text, at);
    columns += display_width(next.code);
    if (columns > width) break;
    at += next.size;
  }
  if (parts_word(text, cut)) {
    const size_t space = text.substr(0, cut).rfind(' ');
    if (space != std::string_view::npos && space * 2 >= cut) cut = space;
  }
  text = text.substr(0, cut);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string_view last_columns(std::string_view text, size_t width) {
  size_t columns = 0;
  size_t cut = text.size();
  for (size_t at = text.size();;) {
    if (text::may_cut(text, at)) cut = at;
    if (at == 0) break;
    at = text::code_point_before(text, at);
    columns += display_width(code_point_at(text, at).code);
    if (columns > width) break;
  }
  if (parts_word(text, cut)) {
    const size_t space = text.find(' ', cut);
    if (space != std::string_view::npos &&
        (space - cut) * 2 <= text.size() - cut) {
      cut = space;
    }
  }
  // A space that has a mark on it stays.
  while (cut < text.size() && text[cut] == ' ' &&
         text::may_cut(text, cut + 1)) {
    ++cut;
  }
  return text.substr(cut);
}

bool runs_from_right(std::string_view a, std::string_view b,
                     std::string_view c) {
  size_t right = 0;
  size_t left = 0;
  for (std::string_view text : {a, b, c}) {
    for (size_t at = 0; at < text.size();) {
      const text::CodePoint next = code_point_at(text, at);
      const Script script = script_of(next.code);
      if (!script.code.empty()) ++(script.right_to_left ? right : left);
      at += next.size;
    }
  }
  if (right != left) return right > left;
  return script_of(b).right_to_left;
}

Passages passages_of(const Lexicon& lexicon, const Annotation& annotation,
                     const PassageWish& wish) {
  Passages out;
  const auto& mentions = annotation.mentions;
  const bool any =
      std::any_of(mentions.begin(), mentions.end(), [&](const Mention& one) {
        return wanted_candidate(one, wish) != nullptr;
      });
  if (!any) return out;
  PassageReader reader(annotation, wish);
  for (const Mention& mention : mentions) {
    const Candidate* const candidate = wanted_candidate(mention, wish);
    if (candidate == nullptr) continue;
    std::string text = reader.line_of(mention);
    if (!is_wanted_form(lexicon, *candidate, text, wish)) continue;
    if (mention.decision != Decision::kMatch && !wish.ambiguous) {
      ++out.ambiguous;
      continue;
    }
    out.rows.push_back(reader.read(mention, *candidate, std::move(text)));
  }
  return out;
}

}  // namespace khitai::write
