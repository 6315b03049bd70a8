// SPDX-License-Identifier: Apache-2.0
//
// The first reading of XML: whether it is TEI and, if it is not, the tags of
// elements that stand within text somewhere.

#ifndef KHITAI_DOCUMENT_MIXED_TAGS_H_
#define KHITAI_DOCUMENT_MIXED_TAGS_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/xml.h"

namespace khitai::document {

inline constexpr std::string_view kXmlSpaces = " \t\r\n";

inline bool is_blank_xml(std::string_view text) {
  return text.find_first_not_of(kXmlSpaces) == text.npos;
}

inline bool is_tei_root(std::string_view tag, std::string_view name_space) {
  return tag == "TEI" || tag == "TEI.2" || tag == "teiCorpus" ||
         tag == "teiCorpus.2" ||
         name_space.find("tei-c.org") != name_space.npos;
}

// Which tags stand beside text. Of TEI only the root is read.
class MixedTags : public XmlHandler {
 public:
  void start(std::string_view tag, const XmlAttributes& attributes, Span,
             bool) override {
    if (open_.empty()) {
      is_tei_ = is_tei_root(tag, attributes.find("xmlns"));
    } else if (!is_tei_ && mixed_.find(tag) == mixed_.end()) {
      open_.back().tags.emplace(tag);
    }
    open_.emplace_back();
  }
  void end(std::string_view, Span, bool) override {
    if (open_.back().has_text) mixed_.merge(open_.back().tags);
    open_.pop_back();
  }
  void text(std::string_view text, Span, bool) override {
    if (!is_blank_xml(text)) open_.back().has_text = true;
  }
  void start_cdata(Span) override {}
  void end_cdata(Span) override {}
  bool is_done() const override { return is_tei_; }

  bool is_tei() const { return is_tei_; }
  bool contains(std::string_view tag) const {
    return mixed_.find(tag) != mixed_.end();
  }

 private:
  using Tags = std::set<std::string, std::less<>>;
  struct Frame {
    Tags tags;
    bool has_text = false;
  };
  bool is_tei_ = false;
  Tags mixed_;
  std::vector<Frame> open_;
};

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_MIXED_TAGS_H_
