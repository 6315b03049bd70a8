// SPDX-License-Identifier: Apache-2.0
//
// Marks of TEI and other XML: empty elements that begin a page, a column, a
// line or a unit of their own, and divisions. Where a division ends, what is
// around it goes on. A division without a number is cited by its heading.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/loci.h"
#include "document/xml.h"

namespace khitai::document {
namespace {

// An edition has a handful.
constexpr size_t kMostUnits = 100;

bool is_division(std::string_view tag) {
  return tag == "div" || tag == "section" || tag == "chapter" ||
         (tag.size() == 4 && tag.substr(0, 3) == "div" && tag[3] >= '0' &&
          tag[3] <= '7');
}

bool is_head(std::string_view tag) { return tag == "head" || tag == "title"; }

class TeiLoci : public XmlHandler {
 public:
  Loci finish() { return std::move(loci_); }

  void start(std::string_view tag, const XmlAttributes& attributes, Span span,
             bool) override {
    tags_.emplace_back(tag);
    if (is_division(tag)) {
      open_division(attributes, span);
    } else if (is_head(tag) && !divisions_.empty() &&
               divisions_.back().depth + 1 == tags_.size() &&
               divisions_.back().label.empty()) {
      heading_.emplace();
    } else if (tag == "title" && loci_.title.empty() && tags_.size() > 1 &&
               tags_[tags_.size() - 2] == "titleStmt") {
      title_.emplace();
    } else {
      mark(tag, attributes, span);
    }
  }

  void end(std::string_view tag, Span span, bool) override {
    tags_.pop_back();
    if (is_head(tag) && heading_ && !divisions_.empty() &&
        divisions_.back().depth == tags_.size()) {
      begin_division(&divisions_.back(), heading_label(*heading_));
      heading_.reset();
    } else if (tag == "title" && title_) {
      loci_.title = label_text(*title_);
      title_.reset();
    } else if (is_division(tag)) {
      close_division(span);
    }
  }

  void text(std::string_view text, Span, bool) override {
    if (title_) title_->append(text);
    if (heading_ && !is_in_note()) heading_->append(text);
  }
  void start_cdata(Span) override {}
  void end_cdata(Span) override {}

 private:
  struct Division {
    size_t depth = 0;  // of its tag
    size_t at = 0;
    std::vector<std::string> units;  // "section", and its type
    std::string label;
  };

  bool is_in_note() const {
    for (size_t i = tags_.size(); i-- > 0 && !is_head(tags_[i]);) {
      if (tags_[i] == "note") return true;
    }
    return false;
  }

  void put(const std::string& unit, size_t at, std::string label,
           bool milestone = false) {
    if (loci_.levels.size() >= kMostUnits && loci_.level(unit) == nullptr) {
      return;
    }
    LocusLevel* level = loci_.add(unit);
    level->milestone = level->milestone || milestone;
    level->marks.push_back({at, std::move(label)});
  }

  // Elements that begin something where they stand.
  void mark(std::string_view tag, const XmlAttributes& attributes, Span span) {
    std::string unit;
    if (tag == "pb") {
      unit = "page";
    } else if (tag == "cb") {
      unit = "column";
    } else if (tag == "lb" || tag == "l") {
      unit = "line";
    } else if (tag == "milestone") {
      unit = attributes.find("unit");
    }
    const std::string_view n = attributes.find("n");
    // Lines are numbered here and there only; a page without a number is one.
    if (unit.empty() || (unit == "line" && n.empty())) return;
    std::string_view edition = attributes.find("ed");
    if (edition.empty()) edition = attributes.find("edRef");
    if (!edition.empty()) unit += "@" + std::string(edition);
    put(unit, span.end, label_text(n), tag == "milestone");
  }

  void open_division(const XmlAttributes& attributes, Span span) {
    Division division;
    division.depth = tags_.size();
    division.at = span.begin;
    division.units.emplace_back("section");
    const std::string_view type = attributes.find("type");
    if (!type.empty() && type != "section") division.units.emplace_back(type);
    divisions_.push_back(std::move(division));
    const std::string_view n = attributes.find("n");
    if (!n.empty()) begin_division(&divisions_.back(), label_text(n));
  }

  // Its heading may stand behind what it holds already: the mark goes where it
  // began all the same, as long as no other stands there.
  void begin_division(Division* division, std::string label) {
    if (label.empty()) return;
    division->label = std::move(label);
    for (const std::string& unit : division->units) {
      put(unit, division->at, division->label);
    }
  }

  void close_division(Span span) {
    const Division closed = std::move(divisions_.back());
    divisions_.pop_back();
    if (closed.label.empty()) return;
    for (const std::string& unit : closed.units) {
      put(unit, span.end, label_around(unit));
    }
  }

  // Of the innermost open division of the unit that has a label.
  std::string label_around(const std::string& unit) const {
    for (size_t i = divisions_.size(); i-- > 0;) {
      const Division& one = divisions_[i];
      for (const std::string& its : one.units) {
        if (its == unit && !one.label.empty()) return one.label;
      }
    }
    return "";
  }

  Loci loci_;
  std::vector<std::string> tags_;
  std::vector<Division> divisions_;
  std::optional<std::string> heading_, title_;
};

}  // namespace

Result<Loci> read_tei_loci(const std::string& name, std::string_view source) {
  TeiLoci reader;
  const Status read = parse_xml(name, source, &reader);
  if (!read.ok()) return read.error();
  Loci loci = reader.finish();
  for (LocusLevel& level : loci.levels) {
    std::stable_sort(
        level.marks.begin(), level.marks.end(),
        [](const LocusMark& a, const LocusMark& b) { return a.at < b.at; });
  }
  return loci;
}

}  // namespace khitai::document
