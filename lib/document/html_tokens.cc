// SPDX-License-Identifier: Apache-2.0

#include "document/html_tokens.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "document/html_references.h"

namespace khitai::document {
namespace {

constexpr std::string_view kHtmlSpaces = " \t\r\n\f";

bool is_html_space(char c) { return kHtmlSpaces.find(c) != kHtmlSpaces.npos; }
bool is_letter(char c) { return base::is_lower(c) || base::is_upper(c); }
char small(char c) { return base::is_upper(c) ? static_cast<char>(c + 32) : c; }

bool is_one_of(std::string_view tag,
               std::initializer_list<std::string_view> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

// Elements whose content is no markup; in the first two, references are read.
bool is_raw(std::string_view tag) {
  return is_one_of(tag, {"title", "textarea", "script", "style", "xmp",
                         "iframe", "noembed", "noframes", "plaintext"});
}

// The value of an attribute, with its references read.
std::string value_text(std::string_view raw) {
  std::string out, character;
  for (size_t at = 0; at < raw.size();) {
    const size_t size =
        raw[at] == '&' ? read_html_reference(raw.substr(at), &character) : 0;
    out += size == 0 ? std::string(1, raw[at]) : character;
    at += std::max<size_t>(size, 1);
  }
  return out;
}

}  // namespace

bool HtmlTokens::next(HtmlToken* token) {
  while (at_ < source_.size()) {
    if (at_ < cdata_end_) return take_text(cdata_end_, false, token);
    if (!raw_.empty()) {
      if (take_raw(token)) return true;
      continue;
    }
    if (!is_markup(at_)) {
      size_t end = at_ + 1;
      while (end < source_.size() && !is_markup(end)) {
        end = std::min(source_.find('<', end + 1), source_.size());
      }
      return take_text(end, true, token);
    }
    const bool is_end = source_[at_ + 1] == '/';
    const size_t name = at_ + (is_end ? 2 : 1);
    if (name < source_.size() && is_letter(source_[name])) {
      if (take_tag(name, is_end, token)) return true;
      continue;
    }
    if (foreign_ && source_.compare(at_, 9, "<![CDATA[") == 0) {
      at_ += 9;
      cdata_end_ = std::min(source_.find("]]>", at_), source_.size());
      continue;
    }
    if (source_.compare(at_, 3, "]]>") == 0 && at_ == cdata_end_) {
      at_ += 3;
      continue;
    }
    at_ = end_of_markup(at_);
  }
  return false;
}

bool HtmlTokens::take_text(size_t end, bool references, HtmlToken* token) {
  token->what = HtmlToken::What::kText;
  token->span = {at_, end};
  token->references = references;
  at_ = end;
  return true;
}

// The raw text of an element up to its end tag. False: there is none.
bool HtmlTokens::take_raw(HtmlToken* token) {
  const std::string tag = std::exchange(raw_, {});
  const size_t end = tag == "plaintext" ? source_.size()
                     : tag == "script"  ? end_of_script(at_)
                                        : end_of_raw(at_, tag);
  if (end == at_) return false;
  return take_text(end, tag == "title" || tag == "textarea", token);
}

// Whether a tag, a comment or a declaration begins at `at`, or a CDATA
// section ends there.
bool HtmlTokens::is_markup(size_t at) const {
  if (source_[at] == ']') {
    return at == cdata_end_ && source_.compare(at, 3, "]]>") == 0 && at > 0;
  }
  if (source_[at] != '<' || at + 1 >= source_.size()) return false;
  const char c = source_[at + 1];
  if (c == '/') return at + 2 < source_.size();
  return is_letter(c) || c == '!' || c == '?';
}

// The end of what is neither text nor a tag.
size_t HtmlTokens::end_of_markup(size_t at) const {
  if (source_.compare(at, 4, "<!--") == 0) return end_of_comment(at + 4);
  const size_t end = source_.find('>', at + 2);
  return end == source_.npos ? source_.size() : end + 1;
}

size_t HtmlTokens::end_of_comment(size_t at) const {
  if (source_.compare(at, 1, ">") == 0) return at + 1;
  if (source_.compare(at, 2, "->") == 0) return at + 2;
  for (at = source_.find("--", at); at != source_.npos;
       at = source_.find("--", at + 1)) {
    if (source_.compare(at + 2, 1, ">") == 0) return at + 3;
    if (source_.compare(at + 2, 2, "!>") == 0) return at + 4;
  }
  return source_.size();
}

bool HtmlTokens::has_tag(size_t at, std::string_view opening,
                         std::string_view tag) const {
  if (source_.compare(at, opening.size(), opening) != 0) return false;
  at += opening.size();
  if (source_.size() - at <= tag.size()) return false;
  for (size_t i = 0; i < tag.size(); ++i) {
    if (small(source_[at + i]) != tag[i]) return false;
  }
  const char c = source_[at + tag.size()];
  return is_html_space(c) || c == '/' || c == '>';
}

size_t HtmlTokens::end_of_raw(size_t at, std::string_view tag) const {
  for (at = source_.find('<', at); at != source_.npos;
       at = source_.find('<', at + 1)) {
    if (has_tag(at, "</", tag)) return at;
  }
  return source_.size();
}

// A script within a comment within a script may hold </script>.
size_t HtmlTokens::end_of_script(size_t at) const {
  enum { kPlain, kEscaped, kDouble } state = kPlain;
  for (at = source_.find_first_of("<-", at); at != source_.npos;
       at = source_.find_first_of("<-", at + 1)) {
    if (source_[at] == '-') {
      if (source_.compare(at, 3, "-->") == 0) state = kPlain;
    } else if (state == kPlain && source_.compare(at, 4, "<!--") == 0) {
      state = kEscaped;
      ++at;  // the mark's own dashes may end it: <!-->
    } else if (state == kEscaped && has_tag(at, "<", "script")) {
      state = kDouble;
    } else if (has_tag(at, "</", "script")) {
      if (state != kDouble) return at;
      state = kEscaped;
    }
  }
  return source_.size();
}

// A tag whose name begins at `name`. False: the source ends within it.
bool HtmlTokens::take_tag(size_t name, bool is_end, HtmlToken* token) {
  token->what = is_end ? HtmlToken::What::kEnd : HtmlToken::What::kStart;
  token->tag.clear();
  token->lang.clear();
  token->title.clear();
  token->page_break = false;
  token->closes = false;
  size_t at = name;
  for (; at < source_.size() && !is_html_space(source_[at]) &&
         source_[at] != '/' && source_[at] != '>';
       ++at) {
    token->tag += small(source_[at]);
  }
  while (at < source_.size() && source_[at] != '>') {
    if (source_[at] == '/') {
      token->closes = at + 1 < source_.size() && source_[at + 1] == '>';
      ++at;
    } else if (is_html_space(source_[at])) {
      ++at;
    } else if (!take_attribute(&at, token)) {
      at = source_.size();
    }
  }
  if (at >= source_.size()) {
    at_ = source_.size();
    return false;
  }
  token->span = {at_, at + 1};
  at_ = at + 1;
  if (!is_end && is_raw(token->tag) && !(foreign_ && token->closes)) {
    raw_ = token->tag;
  }
  return true;
}

// False: the source ends within it.
bool HtmlTokens::take_attribute(size_t* at, HtmlToken* token) {
  const size_t begin = *at;
  size_t end = begin + 1;  // even a first = is part of the name
  while (end < source_.size() && !is_html_space(source_[end]) &&
         source_[end] != '/' && source_[end] != '>' && source_[end] != '=') {
    ++end;
  }
  *at = end;
  const size_t equals =
      std::min(source_.find_first_not_of(kHtmlSpaces, end), source_.size());
  if (equals == source_.size() || source_[equals] != '=') {
    return equals < source_.size();
  }
  const size_t value = source_.find_first_not_of(kHtmlSpaces, equals + 1);
  if (value == source_.npos) return false;
  Span span{value, value};
  const char quote = source_[value];
  if (quote == '"' || quote == '\'') {
    span.begin = value + 1;
    span.end = source_.find(quote, span.begin);
    if (span.end == source_.npos) return false;
    *at = span.end + 1;
  } else {
    span.end =
        std::min(source_.find_first_of(" \t\r\n\f>", value), source_.size());
    *at = span.end;
  }
  std::string attribute(source_.substr(begin, end - begin));
  std::transform(attribute.begin(), attribute.end(), attribute.begin(), small);
  const std::string_view text =
      source_.substr(span.begin, span.end - span.begin);
  if (token->lang.empty() && (attribute == "lang" || attribute == "xml:lang")) {
    token->lang = value_text(text);
  } else if (attribute == "title" || attribute == "aria-label") {
    if (token->title.empty()) token->title = value_text(text);
  } else if (attribute == "role" || attribute == "epub:type") {
    token->page_break =
        token->page_break || text.find("pagebreak") != text.npos;
  }
  return true;
}

}  // namespace khitai::document
