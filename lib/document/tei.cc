// SPDX-License-Identifier: Apache-2.0
//
// TEI, and any other XML, as running text (flow.h) with its structure. Where
// the vocabulary is another one, an element parts the text unless elements of
// its name are met within text: that is known after a first reading.

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/year.h"
#include "document/flow.h"
#include "document/mixed_tags.h"
#include "document/readers.h"
#include "document/structure.h"
#include "document/tei_elements.h"
#include "document/xml.h"

namespace khitai::document {
namespace {

// What an open element does.
struct OpenElement {
  uint32_t element = kNoElement;  // its own, or what is around it
  bool recorded = false;
  std::string_view tag;  // of `tags_`
  TeiRole role = TeiRole::kOther;
  bool skips = false;    // it and what is in it
  bool aside = false;    // opened one
  bool has_run = false;  // a reading of this choice is in the text
  bool keeps_spaces = false;
  size_t stream = 0;
  std::string lang;
  size_t entry = SIZE_MAX;     // of Structure::listed
  size_t existing = SIZE_MAX;  // of Structure::existing
  bool is_collecting = false;  // the name of an entry, or its idno
};

class TeiReader : public XmlHandler {
 public:
  explicit TeiReader(const MixedTags& mixed) : mixed_(mixed) {
    structure_->is_tei = mixed.is_tei();
  }

  Document finish() {
    std::vector<Part> streams;
    Document document = flow_.finish(&streams);
    for (size_t i = 0; i < structure_->existing.size(); ++i) {
      ExistingName& name = structure_->existing[i];
      const Element& element = structure_->elements[name.element];
      name.text = document.plain_of(
          streams[streams_[i]],
          {element.start_tag.end,
           std::max(element.start_tag.end, element.end_tag.begin)});
    }
    document.set_structure(structure_);
    document.set_written(written_);
    return document;
  }

  void start(std::string_view tag, const XmlAttributes& attributes, Span span,
             bool from_entity) override {
    OpenElement open = opened(tag, attributes);
    open.recorded = !from_entity;
    if (open.recorded) record(span, &open);
    if (!open.skips) begin_text(attributes, &open);
    if (open.recorded) begin_names(attributes, &open);
    if (tag == "date" && !open_.empty() && open_.back().tag == "creation") {
      note_written(attributes);
    }
    open_.push_back(std::move(open));
  }

  void end(std::string_view, Span span, bool) override {
    OpenElement open = std::move(open_.back());
    open_.pop_back();
    if (open.recorded) structure_->elements[open.element].end_tag = span;
    if (open.is_collecting) end_name();
    if (open.skips) return;
    end_kept(open);
    if (is_break(open)) {
      flow_.block();
    } else if (open.role == TeiRole::kVerse) {
      flow_.line();
    }
    if (open.aside) flow_.close_aside();
    const std::string_view lang = lang_around();
    if (lang != open.lang) flow_.begin_lang(lang);
  }

  void text(std::string_view text, Span span, bool is_source) override {
    if (open_.empty()) return;
    if (collecting_ != nullptr) collecting_->append(text);
    const OpenElement& open = open_.back();
    if (open.skips) return;
    const bool between = open.role == TeiRole::kChoice || open.tag == "subst";
    if (between && is_blank_xml(text)) return;
    if (!is_source) {
      flow_.text_for(text, span);
    } else if (open.keeps_spaces) {
      flow_.kept_text(text, span.begin);
    } else {
      flow_.text(text, span.begin);
    }
  }

  void start_cdata(Span span) override {
    Element section;
    section.start_tag = section.end_tag = span;
    section.parent = open_.back().element;
    section.opaque = true;
    cdata_ = structure_->elements.size();
    structure_->elements.push_back(section);
  }
  void end_cdata(Span span) override {
    structure_->elements[cdata_].end_tag = span;
  }

 private:
  // When the text was made, by the header; of a range the end.
  void note_written(const XmlAttributes& attributes) {
    for (const char* name : {"when", "notAfter", "to", "when-iso",
                             "notAfter-iso", "to-iso", "notBefore", "from"}) {
      const auto years = base::parse_year_range(attributes.find(name));
      if (!years.ok() || years->last == base::kNoYearAfter) continue;
      written_ = years->last;
      return;
    }
  }

  std::string_view lang_around() const {
    if (open_.empty()) return {};
    return open_.back().lang;
  }

  // The element as its parent and its tag make it.
  OpenElement opened(std::string_view tag, const XmlAttributes& attributes) {
    OpenElement open;
    open.tag = *tags_.emplace(tag).first;
    open.role = role_of(tag);
    if (!open_.empty()) {
      const OpenElement& parent = open_.back();
      open.element = parent.element;
      open.lang = parent.lang;
      open.skips = parent.skips;
      open.keeps_spaces = parent.keeps_spaces;
    }
    open.skips = open.skips || open.role == TeiRole::kSkip;
    const std::string_view lang = attributes.find("xml:lang");
    if (!lang.empty()) open.lang = lang;
    const std::string_view space = attributes.find("xml:space");
    if (!space.empty()) open.keeps_spaces = space == "preserve";
    return open;
  }

  TeiRole role_of(std::string_view tag) const {
    const TeiRole role = tei_role(tag);
    if (structure_->is_tei) return role;
    const bool is_standoff = role == TeiRole::kSkip && tag != "script" &&
                             tag != "style" && tag != "teiHeader";
    if (role == TeiRole::kInline || role == TeiRole::kOther || is_standoff) {
      return mixed_.contains(tag) ? TeiRole::kInline : TeiRole::kBlock;
    }
    return role;
  }

  void record(Span span, OpenElement* open) {
    Element element;
    element.start_tag = element.end_tag = span;
    element.parent = open->element;
    element.opaque = structure_->is_tei &&
                     (is_opaque_tag(open->tag) ||
                      open->role == TeiRole::kChoice || open->tag == "subst");
    open->element = static_cast<uint32_t>(structure_->elements.size());
    if (structure_->root == kNoElement) structure_->root = open->element;
    structure_->elements.push_back(element);
  }

  // Names in an entry of a list stand one by one.
  bool is_break(const OpenElement& open) const {
    if (open.role == TeiRole::kBlock) return true;
    return !open_.empty() && is_entry_tag(open_.back().tag) &&
           open.role == TeiRole::kInline;
  }

  // Whether a reading stands beside the text: all but one of each place.
  bool stands_beside(const OpenElement& open) {
    if (open.role == TeiRole::kAside) return true;
    if (open_.empty() || open_.back().role != TeiRole::kChoice) return false;
    OpenElement& choice = open_.back();
    const bool second = choice.tag == "choice" && open.role == TeiRole::kSecond;
    if (choice.has_run || second) return true;
    choice.has_run = true;
    return false;
  }

  void begin_text(const XmlAttributes& attributes, OpenElement* open) {
    if (stands_beside(*open)) {
      flow_.open_aside();
      open->aside = true;
    }
    open->stream = flow_.stream();
    const bool joins = attributes.find("break") == "no";
    if (is_break(*open)) {
      flow_.block();
    } else if (open->role == TeiRole::kLine) {
      joins ? flow_.join() : flow_.line();
    } else if (open->role == TeiRole::kVerse) {
      flow_.line();
    } else if (open->role == TeiRole::kGap) {
      flow_.gap();
    }
    const std::string_view around = lang_around();
    if (open->lang != around) flow_.begin_lang(open->lang);
  }

  void begin_names(const XmlAttributes& attributes, OpenElement* open) {
    if (is_entry_tag(open->tag)) {
      open->entry = structure_->listed.size();
      ListedEntity entry;
      entry.element = open->element;
      entry.tag = open->tag;
      entry.id = attributes.find("xml:id");
      entry.type = attributes.find("type");
      structure_->listed.push_back(std::move(entry));
    } else if (!open_.empty() && open_.back().entry != SIZE_MAX) {
      begin_entry_name(attributes, open_.back().entry, open);
    }
    if (open->skips || !is_name_tag(open->tag)) return;
    ExistingName name;
    name.element = open->element;
    name.tag = open->tag;
    name.ref = attributes.find("ref");
    name.key = attributes.find("key");
    name.id = attributes.find("xml:id");
    name.type = attributes.find("type");
    structure_->existing.push_back(std::move(name));
    streams_.push_back(open->stream);
  }

  // A child of an entry: a name of what it is about, or a number of it.
  void begin_entry_name(const XmlAttributes& attributes, size_t number,
                        OpenElement* open) {
    ListedEntity& entry = structure_->listed[number];
    const bool is_name =
        is_name_tag(open->tag) || open->tag == "form" || open->tag == "label";
    if ((!is_name && open->tag != "idno") || collecting_ != nullptr) return;
    if (is_name) {
      entry.names.emplace_back();
      entry.langs.push_back(open->lang);
      collecting_ = &entry.names.back();
    } else {
      const std::string_view type = attributes.find("type");
      entry.idnos.push_back(type.empty() ? "" : std::string(type) + ":");
      collecting_ = &entry.idnos.back();
    }
    open->is_collecting = true;
  }

  // The name at hand is whole: its spaces become single ones.
  void end_name() {
    std::string clean;
    for (char c : *collecting_) {
      const bool is_space = kXmlSpaces.find(c) != kXmlSpaces.npos;
      if (is_space && (clean.empty() || clean.back() == ' ')) continue;
      clean += is_space ? ' ' : c;
    }
    if (!clean.empty() && clean.back() == ' ') clean.pop_back();
    *collecting_ = std::move(clean);
    collecting_ = nullptr;
  }

  void end_kept(const OpenElement& open) {
    const int keep = kept_by_tag(open.tag);
    if (keep < 0 || !open.recorded) return;
    const Element& element = structure_->elements[open.element];
    flow_.keep({{element.start_tag.begin, element.end_tag.end},
                static_cast<Keep>(keep)});
  }

  const MixedTags& mixed_;
  Flow flow_{true};
  const std::shared_ptr<Structure> structure_ = std::make_shared<Structure>();
  std::vector<size_t> streams_;  // of each existing name
  std::set<std::string, std::less<>> tags_;
  std::vector<OpenElement> open_;
  size_t cdata_ = 0;
  std::optional<int32_t> written_;
  std::string* collecting_ = nullptr;
};

}  // namespace

Result<Document> read_tei(const std::string& name, std::string_view source) {
  MixedTags mixed;
  const Status first = parse_xml(name, source, &mixed);
  if (!first.ok()) return first.error();
  TeiReader reader(mixed);
  const Status second = parse_xml(name, source, &reader);
  if (!second.ok()) return second.error();
  return reader.finish();
}

}  // namespace khitai::document
