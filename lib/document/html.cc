// SPDX-License-Identifier: Apache-2.0
//
// HTML as running text (flow.h). What a reader of the page sees is text, what
// only the browser reads is not:
//
// - Attributes, comments, scripts, styles and templates are no text; of <head>
//   only <title> is. Reserve content for old browsers (<iframe>, <noframes>)
//   is none either.
// - <pre> is text: verse, inscriptions and charters stand in it. <code> is
//   none, as in Markdown: it holds programs and identifiers.
// - <rt> (how characters are read) and footnote numbers in <sup> would cut the
//   names they stand in: readings follow behind the text, numbers are left out.
//
// No tree is built: open elements are a stack, end tags close what is open.

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/flow.h"
#include "document/html_elements.h"
#include "document/html_references.h"
#include "document/html_tokens.h"
#include "document/readers.h"

namespace khitai::document {
namespace {

// Whether a <sup> whose content begins at `at` holds but the number or the
// mark of a footnote.
bool is_footnote_number(std::string_view source, size_t at) {
  constexpr size_t kReach = 400;
  constexpr std::string_view kMarks = "0123456789 []()*,.;\t\r\n";
  constexpr std::string_view kDaggers[] = {"\xE2\x80\xA0", "\xE2\x80\xA1",
                                           "\xC2\xA7", "\xC2\xB6"};
  const std::string_view rest = source.substr(at, kReach);
  const std::string_view inside = rest.substr(0, rest.find("</sup"));
  if (inside.size() == rest.size()) return false;
  for (size_t i = 0; i < inside.size();) {
    if (inside[i] == '<') {
      i = inside.find('>', i);
      if (i == inside.npos) return false;
      ++i;
      continue;
    }
    const auto dagger = std::find_if(
        std::begin(kDaggers), std::end(kDaggers), [&](std::string_view one) {
          return inside.compare(i, one.size(), one) == 0;
        });
    if (dagger != std::end(kDaggers)) {
      i += dagger->size();
    } else if (kMarks.find(inside[i]) != kMarks.npos) {
      ++i;
    } else {
      return false;
    }
  }
  return true;
}

struct OpenTag {
  std::string tag;
  unsigned traits = 0;
  bool hides = false;  // it and what is in it
  bool keeps_spaces = false;
  bool aside = false;
  size_t begin = 0;  // of its start tag
  std::string lang;
};

using HtmlCounts = std::unordered_map<std::string, size_t>;

// How far out a start tag may end an element, so that no page takes long.
constexpr size_t kImpliedReach = 256;

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view source)
      : source_(source), tokens_(source) {
    open_.emplace_back();  // around all
  }

  Document run() {
    HtmlToken token;
    while (tokens_.next(&token)) {
      if (token.what == HtmlToken::What::kText) {
        text(token);
      } else if (token.what == HtmlToken::What::kStart) {
        start(token);
      } else {
        end(token);
      }
    }
    close_to(1, source_.size());
    std::vector<Part> streams;
    return flow_.finish(&streams);
  }

 private:
  void text(const HtmlToken& token) {
    const OpenTag& open = open_.back();
    if (open.hides) return;
    size_t done = token.span.begin;
    std::string character;
    for (size_t at = done; token.references;) {
      at = source_.find('&', at);
      if (at >= token.span.end) break;
      const size_t size = read_html_reference(
          source_.substr(at, token.span.end - at), &character);
      if (size > 0) {
        piece(done, at);
        flow_.text_for(character, {at, at + size});
        done = at + size;
      }
      at += std::max<size_t>(size, 1);
    }
    piece(done, token.span.end);
  }

  void piece(size_t begin, size_t end) {
    const std::string_view text = source_.substr(begin, end - begin);
    if (open_.back().keeps_spaces) {
      flow_.kept_text(text, begin);
    } else {
      flow_.text(text, begin);
    }
  }

  void start(const HtmlToken& token) {
    const unsigned traits = html_traits(token.tag);
    if (traits & kHtmlClosesP) close_last("p", token.span.begin);
    close_implied(token);
    if (!open_.back().hides) mark(token, traits);
    const bool is_foreign = foreign_ > 0 || (traits & kHtmlForeign);
    if ((traits & kHtmlVoid) || (is_foreign && token.closes)) return;
    push(token, traits);
  }

  // What the tag alone does to the text.
  void mark(const HtmlToken& token, unsigned traits) {
    if (traits & kHtmlBlock) flow_.block();
    if (traits & kHtmlCode) flow_.gap();
    if (token.tag == "br") flow_.line();
  }

  void push(const HtmlToken& token, unsigned traits) {
    OpenTag open;
    open.tag = token.tag;
    open.traits = traits;
    open.begin = token.span.begin;
    open.lang = token.lang.empty() ? open_.back().lang : token.lang;
    open.keeps_spaces = open_.back().keeps_spaces || (traits & kHtmlPre);
    open.hides =
        open_.back().hides || (traits & kHtmlHidden) ||
        (token.tag == "sup" && is_footnote_number(source_, token.span.end));
    if ((traits & kHtmlAside) && !open.hides) {
      flow_.open_aside();
      open.aside = true;
    }
    if (open.lang != open_.back().lang) flow_.begin_lang(open.lang);
    ++counts_.back()[open.tag];
    if (traits & kHtmlForeign) ++foreign_;
    if (is_wall(open)) {
      walls_.push_back(open_.size());
      counts_.emplace_back();
    }
    tokens_.set_foreign(foreign_ > 0);
    open_.push_back(std::move(open));
  }

  void end(const HtmlToken& token) {
    const unsigned traits = html_traits(token.tag);
    if (token.tag == "br") {
      if (!open_.back().hides) flow_.line();
    } else if (!close_last(token.tag, token.span.end)) {
      // It closes nothing; a paragraph's end is one all the same.
      if ((traits & kHtmlBlock) && !open_.back().hides) flow_.block();
    }
  }

  // What is in a template, or in SVG, ends nothing outside of it.
  static bool is_wall(const OpenTag& open) {
    return open.tag == "template" || (open.traits & kHtmlForeign);
  }

  size_t count_of(const std::string& tag, const HtmlCounts& counts) const {
    const auto found = counts.find(tag);
    return found == counts.end() ? 0 : found->second;
  }

  // Closes the last open element of a tag and all that are open within.
  bool close_last(const std::string& tag, size_t at) {
    if (count_of(tag, counts_.back()) == 0) return close_wall(tag, at);
    size_t size = open_.size();
    while (open_[size - 1].tag != tag) --size;
    close_to(size - 1, at);
    return true;
  }

  // The end tag of the innermost wall closes what is open in it.
  bool close_wall(const std::string& tag, size_t at) {
    if (walls_.empty() || open_[walls_.back()].tag != tag) return false;
    close_to(walls_.back(), at);
    return true;
  }

  void close_to(size_t size, size_t at) {
    while (open_.size() > size) close(at);
  }

  void close(size_t at) {
    const OpenTag open = std::move(open_.back());
    open_.pop_back();
    if (is_wall(open)) {
      walls_.pop_back();
      counts_.pop_back();
    }
    --counts_.back()[open.tag];
    if (open.traits & kHtmlForeign) --foreign_;
    tokens_.set_foreign(foreign_ > 0);
    if (open.traits & kHtmlQuote) {
      flow_.keep({{open.begin, at}, Keep::kQuotation});
    } else if (open.traits & kHtmlWork) {
      flow_.keep({{open.begin, at}, Keep::kTitle});
    }
    if (!open.hides && (open.traits & kHtmlBlock)) flow_.block();
    if (open.aside) flow_.close_aside();
    if (open.lang != open_.back().lang) flow_.begin_lang(open_.back().lang);
  }

  void close_implied(const HtmlToken& token) {
    const ImpliedEnd* rule = implied_end(token.tag);
    if (rule == nullptr) return;
    const size_t least =
        open_.size() > kImpliedReach + 1 ? open_.size() - kImpliedReach : 1;
    for (size_t size = open_.size(); size > least; --size) {
      const OpenTag& open = open_[size - 1];
      if (is_wall(open) || is_word_of(open.tag, rule->until)) return;
      if (!is_word_of(open.tag, rule->closes)) continue;
      close_to(size - 1, token.span.begin);
      return;
    }
  }

  const std::string_view source_;
  HtmlTokens tokens_;
  Flow flow_{false};
  std::vector<OpenTag> open_;
  // Open elements by tag, within each wall; where the walls are in `open_`.
  std::vector<HtmlCounts> counts_{1};
  std::vector<size_t> walls_;
  size_t foreign_ = 0;
};

}  // namespace

Document read_html(std::string_view source) { return HtmlReader(source).run(); }

}  // namespace khitai::document
