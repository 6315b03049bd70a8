// SPDX-License-Identifier: Apache-2.0

#include "document/flow.h"

#include <algorithm>
#include <utility>

#include "document/text.h"
#include "text/casing.h"
#include "text/utf8.h"

namespace khitai::document {
namespace {

constexpr std::string_view kFlowSpaces = " \t\r\n\f";

// Hyphens at the ends of lines: -, U+2010, U+2E17 and U+00AC of old prints.
constexpr std::string_view kHyphens[] = {"-", "\xE2\x80\x90", "\xE2\xB8\x97",
                                         "\xC2\xAC"};

std::string_view first_character(std::string_view text) {
  const size_t size = text::decode(text.data(), text.data() + text.size()).size;
  return text.substr(0, size);
}

}  // namespace

bool Flow::at_space() const {
  const std::string_view plain = open_.back().document.plain();
  return plain.empty() || plain.back() == ' ' || plain.back() == '\n';
}

void Flow::end_spaces() {
  Document& document = top().document;
  const std::string_view plain = document.plain();
  const size_t last = plain.find_last_not_of(" \n");
  document.shorten(last == plain.npos ? 0 : last + 1);
}

// What a parted word ended with, now that it is known how it goes on.
void Flow::resume(std::string_view text) {
  Stream& stream = top();
  if (!stream.joining) return;
  stream.joining = false;
  const size_t hyphen = std::exchange(stream.hyphen, std::string_view::npos);
  // A capital begins a word: the hyphen is that of a name such as Qara-Khitai.
  if (hyphen == std::string_view::npos ||
      text::has_capital(first_character(text))) {
    return;
  }
  stream.document.shorten(hyphen);
}

void Flow::word(std::string_view text, size_t from) {
  if (text.empty()) return;
  resume(text);
  top().document.append_run(text, from);
}

void Flow::space(std::string_view text, Span source) {
  Stream& stream = top();
  if (stream.joining) return;
  const bool line = text.find('\n') != text.npos;
  if (line && begin_joining(false)) return;
  if (at_space()) return;
  stream.document.append_for(" ", source);
}

void Flow::text(std::string_view text, size_t from) {
  size_t done = 0;
  for (size_t at = text.find_first_of(kFlowSpaces); at != text.npos;
       at = text.find_first_of(kFlowSpaces, at)) {
    const size_t end =
        std::min(text.find_first_not_of(kFlowSpaces, at), text.size());
    const bool is_plain = end == at + 1 && text[at] == ' ' && at > done;
    if (!is_plain) {
      word(text.substr(done, at - done), from + done);
      space(text.substr(at, end - at), {from + at, from + end});
      done = end;
    }
    at = end;
  }
  word(text.substr(done), from + done);
}

void Flow::kept_text(std::string_view text, size_t from) {
  if (text.empty()) return;
  if (top().joining) {
    // Only what follows the line end of a parted word is not kept.
    const size_t begin =
        std::min(text.find_first_not_of(kFlowSpaces), text.size());
    text.remove_prefix(begin);
    from += begin;
  }
  size_t done = 0;
  for (size_t at = text.find(kSoftHyphen); at != text.npos;
       at = text.find(kSoftHyphen, at + 1)) {
    const size_t next = broken_word_end(text, at);
    if (next == 0) continue;
    word(text.substr(done, at - done), from + done);
    done = next;
  }
  word(text.substr(done), from + done);
}

void Flow::text_for(std::string_view text, Span source) {
  if (text.empty()) return;
  if (text.find_first_not_of(kFlowSpaces) == text.npos) {
    space(text, source);
    return;
  }
  resume(text);
  top().document.append_for(text, source);
}

// Takes back a soft hyphen, or marks a hyphen, at the end of the text. False:
// no word is parted here.
bool Flow::begin_joining(bool hyphens) {
  Stream& stream = top();
  const std::string_view plain = stream.document.plain();
  const size_t soft = plain.size() - kSoftHyphen.size();
  if (plain.ends_with(kSoftHyphen) && ends_in_letter(plain.substr(0, soft))) {
    stream.document.shorten(soft);
    stream.joining = true;
    return true;
  }
  if (!hyphens) return false;
  for (std::string_view hyphen : kHyphens) {
    if (!plain.ends_with(hyphen)) continue;
    const size_t at = plain.size() - hyphen.size();
    if (!ends_in_letter(plain.substr(0, at))) return false;
    stream.hyphen = at;
    stream.joining = true;
    return true;
  }
  return false;
}

void Flow::line() {
  Stream& stream = top();
  if (stream.joining) return;
  const std::string_view plain = stream.document.plain();
  if (plain.empty() || plain.back() == '\n') return;
  if (plain.back() == ' ') stream.document.shorten(plain.size() - 1);
  if (!begin_joining(joins_at_hyphens_)) stream.document.append_own("\n");
}

void Flow::join() {
  Stream& stream = top();
  if (stream.joining) return;
  const std::string_view plain = stream.document.plain();
  if (plain.empty() || plain.ends_with("\n\n")) return;
  end_spaces();
  if (!begin_joining(true)) stream.joining = true;
}

void Flow::block() {
  Stream& stream = top();
  stream.joining = false;
  stream.hyphen = std::string_view::npos;
  if (stream.document.plain().ends_with("\n\n")) return;
  end_spaces();
  if (!stream.document.plain().empty()) stream.document.append_own("\n\n");
}

void Flow::gap() {
  resume(",");
  const std::string_view plain = top().document.plain();
  if (!plain.empty()) top().document.append_own(",");
}

void Flow::begin_lang(std::string_view tag) {
  top().lang = tag;
  top().document.begin_lang(tag);
}

void Flow::open_aside() {
  Stream stream;
  asides_.emplace_back();
  stream.number = asides_.size();
  stream.lang = top().lang;
  stream.document.begin_lang(stream.lang);
  open_.push_back(std::move(stream));
}

void Flow::close_aside() {
  if (open_.size() == 1) return;
  asides_[stream() - 1] = std::move(top().document);
  open_.pop_back();
}

Document Flow::finish(std::vector<Part>* streams) {
  while (open_.size() > 1) close_aside();
  end_spaces();
  Document all = std::exchange(top().document, {});
  streams->assign(1, {0, all.plain().size()});
  for (Document& aside : asides_) {
    const std::string_view plain = aside.plain();
    const size_t last = plain.find_last_not_of(" \n");
    aside.shorten(last == plain.npos ? 0 : last + 1);
    if (!aside.plain().empty() && !all.plain().empty()) all.append_own("\n\n");
    const size_t begin = all.plain().size();
    if (!aside.plain().empty()) all.append(aside);
    streams->push_back({begin, all.plain().size()});
    aside = {};
  }
  asides_.clear();
  return all;
}

}  // namespace khitai::document
