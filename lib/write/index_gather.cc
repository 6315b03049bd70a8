// SPDX-License-Identifier: Apache-2.0
//
// The names of one document with their places.

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "annotate/inputs.h"
#include "document/read.h"
#include "fold/fold.h"
#include "text/script.h"
#include "text/utf8.h"
#include "write/found.h"
#include "write/index.h"
#include "write/index_words.h"
#include "write/shown.h"

namespace khitai::write {
namespace {

using document::Kind;
using document::Loci;
using document::LocusLevel;
using document::LocusMark;

// Cited by: levels, outermost first. What is before the first mark, or where
// nothing is marked, is cited by counting.
class Locators {
 public:
  Locators(const Annotation& annotation, const IndexWish& wish)
      : annotation_(annotation),
        kind_(annotate::kind_of(annotation.input).value_or(Kind::kText)),
        words_(index_words(wish.lang)) {
    auto read = document::read_loci(annotation.name, annotation.source, kind_,
                                    wish.marks);
    if (read.ok()) loci_ = std::move(read).value();  // it was read before
    choose(wish);
  }

  const std::string& title() const { return loci_.title; }
  const std::string& unit() const { return unit_; }
  std::string remark() const { return remark_; }

  CitedPlace place_of(size_t offset) {
    CitedPlace place;
    if (levels_.empty() && counted_ == Counted::kNone) return place;
    for (const LocusLevel* level : levels_) {
      const LocusMark* mark = level->find(offset);
      if (mark == nullptr || mark->label.empty()) continue;
      place.push_back(place_step(mark->label, mark->at));
    }
    if (place.empty()) place.push_back(counted_place(offset));
    return place;
  }

 private:
  enum class Counted { kNone, kUsual, kParagraph, kLine };

  void choose(const IndexWish& wish) {
    if (wish.locator.empty()) {
      choose_best();
      return;
    }
    for (const std::string& unit : wish.locator) {
      if (unit == "document") return;
      if (unit == "paragraph" || unit == "line") {
        counted_ = unit == "line" ? Counted::kLine : Counted::kParagraph;
      }
      const LocusLevel* level = loci_.level(unit);
      if (level != nullptr && unit != "paragraph") {
        levels_.push_back(level);
        unit_ += (unit_.empty() ? "" : "+") + unit;
      } else if (counted_ == Counted::kNone) {
        remark_ = "no " + unit + " is marked, expected " + there_is();
      }
    }
    if (counted_ == Counted::kNone) counted_ = Counted::kUsual;
    if (levels_.empty()) unit_ = counted_unit();
  }

  void choose_best() {
    counted_ = Counted::kUsual;
    const LocusLevel* best = loci_.level("page");
    for (const LocusLevel& one : loci_.levels) {
      if (best == nullptr && one.milestone) best = &one;
    }
    if (best == nullptr) best = loci_.level("juan");
    if (best == nullptr) best = sections();
    if (best == nullptr) {
      unit_ = counted_unit();
      return;
    }
    levels_.push_back(best);
    unit_ = best->unit;
    note_twice(*best);
  }

  // Where there is more than one.
  const LocusLevel* sections() const {
    const LocusLevel* level = loci_.level("section");
    if (level == nullptr) return nullptr;
    std::set<std::string_view> labels;
    for (const LocusMark& mark : level->marks) {
      if (!mark.label.empty()) labels.insert(mark.label);
    }
    return labels.size() > 1 ? level : nullptr;
  }

  // Pages that are numbered anew in each volume.
  void note_twice(const LocusLevel& level) {
    if (level.unit == "section") return;
    std::set<std::string_view> labels;
    for (const LocusMark& mark : level.marks) {
      if (mark.label.empty() || labels.insert(mark.label).second) continue;
      remark_ = level.unit + " " + mark.label +
                " is marked more than once, expected --locator with what tells "
                "them apart, such as volume+" +
                level.unit;
      return;
    }
  }

  std::string there_is() const {
    std::string all;
    for (const LocusLevel& one : loci_.levels) {
      if (!one.marks.empty()) all += one.unit + ", ";
    }
    return all + "paragraph, line or document";
  }

  bool has_records() const {
    return kind_ == Kind::kJsonl || kind_ == Kind::kCsv || kind_ == Kind::kTsv;
  }

  std::string counted_unit() const {
    if (counted_ == Counted::kLine) return "line";
    if (counted_ == Counted::kParagraph) return "paragraph";
    if (has_records()) return "record";
    return kind_ == Kind::kText ? "line" : "paragraph";
  }

  PlaceStep counted_place(size_t offset) {
    if (!counts_) {
      const std::string unit = counted_unit();
      if (unit == "line") {
        counts_ = document::count_lines(annotation_.source);
        sign_ = words_.line;
      } else {
        const auto document = document::read_document(
            annotation_.name, annotation_.source, kind_, annotation_.field);
        counts_ = LocusLevel{};
        if (document.ok()) {
          counts_ = unit == "record" ? document::count_records(*document)
                                     : document::count_paragraphs(*document);
        }
        sign_ = unit == "record" ? "#" : "\u00B6";
      }
    }
    const LocusMark* mark = counts_->find(offset);
    return counted_step(sign_ + (mark == nullptr ? "1" : mark->label), offset);
  }

  const Annotation& annotation_;
  const Kind kind_;
  const IndexWords& words_;
  Loci loci_;
  std::vector<const LocusLevel*> levels_;
  Counted counted_ = Counted::kNone;
  std::optional<LocusLevel> counts_;
  std::string sign_;  // before what is counted
  std::string unit_, remark_;
};

// Whether markup stands within a name.
bool has_markup(const Annotation& annotation, std::string_view text) {
  switch (annotation.input) {
    case Input::kTei:
    case Input::kHtml:
      return text.find_first_of("<&") != text.npos;
    case Input::kMarkdown:
      return text.find_first_of("*_\\<&[") != text.npos;
    default:
      return false;
  }
}

// Without the spaces that line ends leave between Chinese characters.
std::string joined_characters(const std::string& line) {
  std::string out;
  bool after_character = false;
  for (const std::string_view one : text::code_points_of(line)) {
    const bool is_character = text::script_of(one) == "Hani";
    if (is_character && out.ends_with(' ') && after_character) out.pop_back();
    out += one;
    if (one != " ") after_character = is_character;
  }
  return out;
}

// The name as the document spells it. Of an inflected one, which is no spelling
// of a form, the lexicon's form, for an index lists names, not cases; and of
// one with markup within.
std::string spelling_of(const Lexicon& lexicon, const Annotation& annotation,
                        const Mention& mention, const Candidate& best) {
  const std::string_view text = text_of(annotation, mention);
  std::string line = joined_characters(one_line(text));
  if (best.form == kNoRow) return line;
  const std::string_view form = lexicon.form(best.form).text;
  if (form.empty()) return line;
  const bool differs = has_markup(annotation, text) ||
                       fold::match_key(line) != fold::match_key(form);
  return differs ? std::string(form) : line;
}

IndexKey key_of(const Annotation& annotation, const Candidate& best) {
  IndexKey key;
  key.entity = best.entity;
  if (best.entity != kNoRow) return key;
  const Own* own = own_of(annotation, best);
  if (own == nullptr) return key;
  key.own_label = own->label.empty() ? own->ref : own->label;
  key.own_type = own->type;
  return key;
}

bool names_something(const IndexKey& key) {
  return key.entity != kNoRow || !key.own_label.empty();
}

}  // namespace

GatheredNames gather_names(const Lexicon& lexicon, const Annotation& annotation,
                           const IndexWish& wish) {
  GatheredNames out;
  out.doc = annotation.name;
  Locators locators(annotation, wish);
  std::map<std::pair<IndexKey, std::string>, NameAt> names;
  for (const Mention& mention : annotation.mentions) {
    if (mention.decision == Decision::kAmbiguous) {
      ++out.ambiguous;
      if (!wish.list_ambiguous) continue;
      AmbiguousAt one;
      one.text = one_line(text_of(annotation, mention));
      one.place = locators.place_of(mention.begin);
      one.candidates = mention.candidates;
      for (Candidate& candidate : one.candidates) candidate.features.clear();
      out.list.push_back(std::move(one));
    }
    if (mention.decision != Decision::kMatch) continue;
    const Candidate& best = top(mention.candidates);
    IndexKey key = key_of(annotation, best);
    if (!names_something(key)) continue;
    ++out.matched;
    std::string spelling = spelling_of(lexicon, annotation, mention, best);
    NameAt& name = names[{key, spelling}];
    if (name.count++ == 0) {
      name.key = std::move(key);
      name.spelling = std::move(spelling);
      if (best.form != kNoRow) name.lang = lexicon.form(best.form).lang;
    }
    CitedPlace place = locators.place_of(mention.begin);
    if (name.places.empty() || !is_same(name.places.back(), place)) {
      name.places.push_back(std::move(place));
    }
  }
  for (auto& [key, name] : names) out.names.push_back(std::move(name));
  out.title = one_line(locators.title());
  out.unit = locators.unit();
  out.remark = locators.remark();
  return out;
}

}  // namespace khitai::write
