// SPDX-License-Identifier: Apache-2.0

#include "write/html_body.h"

#include <algorithm>

#include "write/escape.h"
#include "write/script.h"
#include "write/shown.h"
#include "write/words.h"

namespace khitai::write {
namespace {

// Deeper nesting is not shown; it keeps the work per mention bounded.
constexpr size_t kDeepest = 8;
constexpr size_t kLongestHeading = 160;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

// Level of a Markdown heading, 0 when it is none.
size_t heading_level(std::string_view paragraph) {
  const size_t marks = paragraph.find_first_not_of('#');
  const bool heading = marks != std::string_view::npos && marks > 0 &&
                       marks <= 6 && paragraph[marks] == ' ';
  return heading ? marks : 0;
}

// A document often begins with its title: one line, no stop at its end.
bool looks_like_title(std::string_view paragraph) {
  if (paragraph.size() > kLongestHeading ||
      paragraph.find('\n') != std::string_view::npos) {
    return false;
  }
  for (std::string_view stop : {".", ":", ";", ",", "\u3002", "\u06D4"}) {
    if (paragraph.ends_with(stop)) return false;
  }
  return true;
}

std::string_view script_class(std::string_view text) {
  const Script script = script_of(text);
  if (script.right_to_left) return "rtl";
  if (script.code == "Hani" || script.code == "Kana" || script.code == "Hang") {
    return "cjk";
  }
  return "";
}

}  // namespace

std::string type_class(std::string_view type) {
  std::string name = "t-";
  for (char c : type) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    name.push_back(plain ? c : '-');
  }
  return name;
}

void HtmlBody::find_places(const Annotation& annotation) {
  finding_ = true;
  begin(annotation);
  for (const Paragraph& paragraph : paragraphs_of(annotation.source)) {
    ++paragraph_;
    write_inline(paragraph);
  }
  finding_ = false;
  ++document_;
}

void HtmlBody::write(const Annotation& annotation) {
  begin(annotation);
  bool first = true;
  for (const Paragraph& paragraph : paragraphs_of(annotation.source)) {
    write_paragraph(paragraph, first);
    first = false;
  }
}

void HtmlBody::begin(const Annotation& annotation) {
  annotation_ = &annotation;
  shown_ = shown_of(annotation);
  next_ = 0;
  open_.clear();
  paragraph_ = 0;
}

std::vector<HtmlBody::Shown> HtmlBody::shown_of(const Annotation& annotation) {
  std::vector<Shown> all;
  for (const Mention& one : annotation.mentions) all.push_back({&one, false});
  const size_t kept = all.size();
  for (const Mention& one : annotation.rejected) all.push_back({&one, true});
  std::inplace_merge(all.begin(), all.begin() + static_cast<ptrdiff_t>(kept),
                     all.end(), [](const Shown& a, const Shown& b) {
                       return a.mention->begin != b.mention->begin
                                  ? a.mention->begin < b.mention->begin
                                  : a.mention->end > b.mention->end;
                     });
  return all;
}

std::vector<HtmlBody::Paragraph> HtmlBody::paragraphs_of(
    std::string_view source) {
  std::vector<Paragraph> all;
  bool inside = false;
  for (size_t at = 0; at < source.size();) {
    const size_t end = std::min(source.find('\n', at), source.size());
    if (is_blank(source.substr(at, end - at))) {
      inside = false;
    } else if (inside) {
      all.back().end = end;
    } else {
      all.push_back({at, end});
      inside = true;
    }
    at = end + 1;
  }
  return all;
}

void HtmlBody::write_paragraph(const Paragraph& paragraph, bool first) {
  const std::string_view text =
      std::string_view(annotation_->source)
          .substr(paragraph.begin, paragraph.end - paragraph.begin);
  std::string classes(script_class(text));
  const bool markdown = annotation_->name.ends_with(".md") ||
                        annotation_->name.ends_with(".markdown");
  const size_t level = markdown ? heading_level(text) : 0;
  if (level > 0) {
    append_joined(" ", "h h" + std::to_string(level), &classes);
  } else if (first && looks_like_title(text)) {
    append_joined(" ", "h h1", &classes);
  }
  out_->append("<p dir=\"auto\"");
  if (!classes.empty()) out_->append(" class=\"" + classes + "\"");
  out_->append(">");
  write_inline(paragraph);
  out_->append("</p>\n");
}

void HtmlBody::write_inline(const Paragraph& paragraph) {
  const std::string_view source = annotation_->source;
  std::erase_if(open_, [&](const Open& open) {
    return open.mention->end <= paragraph.begin;
  });
  for (const Open& open : open_) open_mark(open, true);
  for (size_t at = paragraph.begin; at < paragraph.end;) {
    close_mentions(at);
    open_mentions(at);
    const size_t stop = next_stop(at, paragraph.end);
    if (!finding_) append_html(source.substr(at, stop - at), out_);
    at = stop;
  }
  close_mentions(paragraph.end);
  for (size_t i = 0; i < open_.size(); ++i) append("</mark>");
}

// The nearest begin or end of a mention after `at`.
size_t HtmlBody::next_stop(size_t at, size_t end) const {
  size_t stop = end;
  for (const Open& open : open_) stop = std::min(stop, open.mention->end);
  if (next_ < shown_.size()) {
    stop = std::min(stop, shown_[next_].mention->begin);
  }
  return std::max(stop, at + 1);
}

void HtmlBody::open_mentions(size_t at) {
  for (; next_ < shown_.size() && shown_[next_].mention->begin <= at; ++next_) {
    const Mention& mention = *shown_[next_].mention;
    const bool rejected = shown_[next_].rejected;
    if (mention.end <= at || mention.candidates.empty()) continue;
    if (mention.end > annotation_->source.size()) continue;
    if (open_.size() == kDeepest) continue;
    const size_t record =
        finding_ ? 0 : data_->record(*annotation_, mention, rejected);
    open_.push_back({&mention, rejected, record, add_place(mention, rejected)});
    open_mark(open_.back(), false);
  }
}

// Marks nest; where mentions cross, the later one is closed and opened again.
void HtmlBody::close_mentions(size_t at) {
  const auto ended = [&](const Open& open) { return open.mention->end <= at; };
  const auto outermost = std::find_if(open_.begin(), open_.end(), ended);
  if (outermost == open_.end()) return;
  const auto place = outermost - open_.begin();
  for (auto i = outermost; i != open_.end(); ++i) append("</mark>");
  open_.erase(std::remove_if(outermost, open_.end(), ended), open_.end());
  for (size_t i = static_cast<size_t>(place); i < open_.size(); ++i) {
    open_mark(open_[i], true);
  }
}

// The number of a mention that is a place; the second time they are counted as
// the first time.
size_t HtmlBody::add_place(const Mention& mention, bool rejected) {
  if (rejected || mention.decision == Decision::kNone) return kNoPlace;
  if (!finding_) return next_place_++;
  Place place;
  place.entity = data_->entity(*annotation_, top(mention.candidates));
  place.mention = &mention;
  place.document = document_;
  place.paragraph = paragraph_;
  place.linked = hops_;
  places_->add(place);
  return places_->all().size() - 1;
}

void HtmlBody::open_mark(const Open& open, bool again) {
  if (finding_) return;
  const Candidate& best = top(open.mention->candidates);
  out_->append("<mark class=\"");
  out_->append(type_class(entity_of(lexicon_, *annotation_, best).type));
  if (open.mention->decision == Decision::kAmbiguous) out_->append(" unsure");
  if (open.mention->decision == Decision::kNone) out_->append(" unlikely");
  if (open.rejected) out_->append(" rejected");
  if (again) out_->append(" again");
  out_->append("\" data-m=\"" + std::to_string(open.record) + "\"");
  if (!again) append_place(open);
  append_title(open);
  out_->append(">");
  if (!again && hops_ && open.place != kNoPlace) append_hops(open.place);
}

void HtmlBody::append_place(const Open& open) {
  if (open.place == kNoPlace || !places_->all()[open.place].linked) return;
  out_->append(" id=\"" + places_->id(open.place) + "\"");
}

// Links without a text, which would be a text of the document; the looks have
// it. The page's script has keys for the same and hides them.
void HtmlBody::append_hops(size_t place) {
  const Place& here = places_->all()[place];
  out_->append("<i class=\"hop\">");
  if (here.before != kNoPlace) {
    out_->append("<a rel=\"prev\" href=\"" + places_->link(here.before) +
                 "\"></a>");
  }
  out_->append("<a href=\"#c" + std::to_string(here.entity) + "\"></a>");
  if (here.after != kNoPlace) {
    out_->append("<a rel=\"next\" href=\"" + places_->link(here.after) +
                 "\"></a>");
  }
  out_->append("</i>");
}

// For readers whose browser runs no scripts.
void HtmlBody::append_title(const Open& open) {
  if (open.rejected) return;
  const Mention& mention = *open.mention;
  const Candidate& best = top(mention.candidates);
  const Entity entity = entity_of(lexicon_, *annotation_, best);
  std::string title(best.entity == kNoRow
                        ? entity.label
                        : label_of(lexicon_, best.entity, options_));
  if (mention.decision != Decision::kMatch) title += "?";
  std::string facts(entity.type);
  append_joined(", ", span_words(entity.from, entity.to), &facts);
  if (!facts.empty()) title += " (" + facts + ")";
  out_->append(" title=\"");
  append_html(title, out_);
  out_->append("\"");
}

}  // namespace khitai::write
