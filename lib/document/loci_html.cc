// SPDX-License-Identifier: Apache-2.0
//
// The headings of a page, its title, and the page breaks that digital editions
// keep: role="doc-pagebreak" or epub:type="pagebreak", whose number is in the
// title, the label or the text. A single <h1> is the title of the page, and no
// section to cite by.

#include <algorithm>
#include <string>

#include "document/html_references.h"
#include "document/html_tokens.h"
#include "document/loci.h"

namespace khitai::document {
namespace {

std::string html_text(std::string_view text, bool references) {
  std::string out, character;
  for (size_t at = 0; at < text.size();) {
    const size_t size = references && text[at] == '&'
                            ? read_html_reference(text.substr(at), &character)
                            : 0;
    if (size > 0) {
      out += character;
    } else {
      out += text[at];
    }
    at += std::max<size_t>(size, 1);
  }
  return out;
}

bool is_heading_tag(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

class HtmlLoci {
 public:
  explicit HtmlLoci(std::string_view source)
      : source_(source), tokens_(source) {}

  Loci run() {
    HtmlToken token;
    while (tokens_.next(&token)) {
      if (token.what == HtmlToken::What::kText) {
        if (!inside_.empty()) {
          text_ += html_text(source_.substr(token.span.begin,
                                            token.span.end - token.span.begin),
                             token.references);
        }
      } else if (token.what == HtmlToken::What::kStart) {
        start(token);
      } else if (token.tag == inside_) {
        finish();
      }
    }
    finish();
    settle_title();
    return std::move(loci_);
  }

 private:
  void start(const HtmlToken& token) {
    if (token.page_break) {
      if (!token.title.empty()) {
        page(token.span.begin, token.title);
      } else if (inside_.empty()) {
        open(token);
      }
    } else if (is_heading_tag(token.tag) ||
               (token.tag == "title" && loci_.title.empty())) {
      finish();
      open(token);
    }
  }

  void open(const HtmlToken& token) {
    inside_ = token.tag;
    is_page_ = token.page_break;
    begin_ = token.span.begin;
    text_.clear();
  }

  void page(size_t at, std::string_view label) {
    loci_.add("page")->marks.push_back({at, label_text(label)});
  }

  void finish() {
    if (inside_.empty()) return;
    if (is_page_) {
      page(begin_, text_);
    } else if (inside_ == "title") {
      loci_.title = label_text(text_);
    } else {
      if (inside_ == "h1") {
        ++first_level_;
        first_title_ = text_;
        first_at_ = begin_;
      }
      loci_.add("section")->marks.push_back({begin_, heading_label(text_)});
    }
    inside_.clear();
  }

  void settle_title() {
    if (first_level_ != 1) return;
    if (loci_.title.empty()) loci_.title = label_text(first_title_);
    for (LocusMark& mark : loci_.add("section")->marks) {
      if (mark.at == first_at_) mark.label.clear();
    }
  }

  const std::string_view source_;
  HtmlTokens tokens_;
  Loci loci_;
  std::string inside_;  // the tag whose text is gathered
  std::string text_, first_title_;
  size_t begin_ = 0;
  size_t first_at_ = 0;
  size_t first_level_ = 0;
  bool is_page_ = false;
};

}  // namespace

Loci read_html_loci(std::string_view source) { return HtmlLoci(source).run(); }

}  // namespace khitai::document
