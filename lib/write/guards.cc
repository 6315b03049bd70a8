// SPDX-License-Identifier: Apache-2.0
//
// Guards that marks tell: quotation marks, emphasis, backticks.

#include "write/guards.h"

#include <algorithm>
#include <iterator>

#include "write/utf8.h"

namespace khitai::write {
namespace {

// Pairs of quotation marks, in use in some language. A mark may open in one
// language and close in another: what closes is told by what was opened.
struct Pair {
  char32_t open, close, also;  // `also` closes too; 0: none
  Guard guard;
};
constexpr Pair kPairs[] = {
    {U'"', U'"', 0, Guard::kQuotation},
    {U'\'', U'\'', 0, Guard::kQuotation},
    {0x201C, 0x201D, 0, Guard::kQuotation},       // English, Chinese
    {0x201D, 0x201D, 0, Guard::kQuotation},       // Swedish, Finnish
    {0x201E, 0x201C, 0x201D, Guard::kQuotation},  // German; Polish
    {0x2018, 0x2019, 0, Guard::kQuotation},
    {0x201A, 0x2018, 0x2019, Guard::kQuotation},
    {0x00AB, 0x00BB, 0, Guard::kQuotation},  // French, Russian, Persian
    {0x00BB, 0x00AB, 0, Guard::kQuotation},  // German, Danish
    {0x2039, 0x203A, 0, Guard::kQuotation},
    {0x203A, 0x2039, 0, Guard::kQuotation},
    {0x300C, 0x300D, 0, Guard::kQuotation},  // corner brackets
    {0x300E, 0x300F, 0, Guard::kQuotation},
    {0xFE41, 0xFE42, 0, Guard::kQuotation},
    {0xFE43, 0xFE44, 0, Guard::kQuotation},
    {0x301D, 0x301E, 0x301F, Guard::kQuotation},
    {0xFF02, 0xFF02, 0, Guard::kQuotation},
    {0x300A, 0x300B, 0, Guard::kTitle},  // double angle brackets
    {0x3008, 0x3009, 0, Guard::kTitle},
};

const Pair* opened_by(char32_t code) {
  const auto* found =
      std::find_if(std::begin(kPairs), std::end(kPairs),
                   [&](const Pair& pair) { return pair.open == code; });
  return found == std::end(kPairs) ? nullptr : found;
}

bool is_space(char32_t code) {
  return code <= 0x20 || code == 0xA0 || code == 0x202F || code == 0x3000 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0xFEFF;
}

// Punctuation after which a mark may open.
bool is_opening(char32_t code) {
  return is_space(code) || code == '(' || code == '[' || code == '-' ||
         code == 0x2013 || code == 0x2014 || code == '>' || code == '*' ||
         code == '_' || code == ':' || code == '/' ||
         opened_by(code) != nullptr;
}

// A mark that is also an apostrophe, or that opens and closes alike, is read
// by what stands beside it.
bool must_look(char32_t code) {
  return code == '"' || code == '\'' || code == 0x2018 || code == 0x2019 ||
         code == 0x201D;
}

bool is_letter_like(char32_t code) {
  return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
         (code >= 'A' && code <= 'Z') ||
         (code >= 0xC0 && code < 0x2000 && code != 0xD7 && code != 0xF7) ||
         (code >= 0x3040 && code < 0xFB00);
}

size_t line_end(std::string_view source, size_t at) {
  return std::min(source.find('\n', at), source.size());
}

// Where the code that covers `at` ends; `at` when none does. `*next` walks on.
size_t past_code(const std::vector<Guarded>& code, size_t at, size_t* next) {
  while (*next < code.size() && code[*next].end <= at) ++*next;
  return *next < code.size() && code[*next].begin <= at ? code[*next].end : at;
}

// Whether a blank line begins behind the newline at `at`.
bool ends_paragraph(std::string_view source, size_t at) {
  const size_t next = source.find_first_not_of(" \t\r>", at + 1);
  return next == std::string_view::npos || source[next] == '\n';
}

class Quotes {
 public:
  Quotes(std::string_view source, std::vector<Guarded>* out)
      : source_(source), out_(out) {}

  void run(const std::vector<Guarded>& code) {
    size_t next_code = 0;
    for (size_t at = 0; at < source_.size();) {
      const size_t past = past_code(code, at, &next_code);
      if (past > at) {
        at = past;
        before_ = U'x';
        continue;
      }
      const text::CodePoint point = code_point_at(source_, at);
      if (point.code == '\n' && ends_paragraph(source_, at)) {
        end_paragraph(at);
      }
      read(point, at);
      before_ = point.code;
      at += point.size;
    }
    end_paragraph(source_.size());
  }

 private:
  struct Open {
    const Pair* pair;
    size_t at;
  };

  void read(const text::CodePoint& point, size_t at) {
    const size_t end = at + point.size;
    const char32_t after =
        end < source_.size() ? code_point_at(source_, end).code : U' ';
    if (closes(point.code, after)) {
      while (!(stack_.back().pair->close == point.code ||
               stack_.back().pair->also == point.code)) {
        stack_.pop_back();
      }
      out_->push_back({stack_.back().at, end, stack_.back().pair->guard});
      stack_.pop_back();
      return;
    }
    const Pair* pair = opened_by(point.code);
    if (pair == nullptr || stack_.size() >= kDeepest) return;
    if (must_look(point.code) && (!is_opening(before_) || is_space(after))) {
      return;
    }
    stack_.push_back({pair, at});
  }

  bool closes(char32_t code, char32_t after) const {
    if (must_look(code) && is_letter_like(after)) return false;
    return std::any_of(stack_.begin(), stack_.end(), [&](const Open& open) {
      return open.pair->close == code || open.pair->also == code;
    });
  }

  // A double mark that is never closed in its paragraph is one of a quotation
  // of several paragraphs, each of which begins with the mark.
  void end_paragraph(size_t at) {
    for (const Open& open : stack_) {
      const char32_t mark = open.pair->open;
      if (mark == '\'' || mark == 0x2018 || mark == 0x201A) continue;
      out_->push_back({open.at, at, open.pair->guard});
    }
    stack_.clear();
    before_ = U' ';
  }

  static constexpr size_t kDeepest = 8;
  std::string_view source_;
  std::vector<Guarded>* out_;
  std::vector<Open> stack_;
  char32_t before_ = U' ';
};

}  // namespace

std::string_view guard_word(Guard guard) {
  constexpr std::string_view kWords[] = {"quotation", "title", "bibliography",
                                         "address",   "code",  "tag"};
  return kWords[static_cast<size_t>(guard)];
}

void add_quotes(std::string_view source, const std::vector<Guarded>& code,
                std::vector<Guarded>* out) {
  Quotes(source, out).run(code);
}

void add_code(std::string_view source, std::vector<Guarded>* out) {
  for (size_t at = 0; at < source.size();) {
    const size_t begin = source.find('`', at);
    if (begin == std::string_view::npos) return;
    size_t open = source.find_first_not_of('`', begin);
    if (open == std::string_view::npos) return;
    const size_t ticks = open - begin;
    size_t close = open;
    // A run of as many ticks ends it; a fence ends at the document's end too.
    for (;;) {
      close = source.find('`', close);
      if (close == std::string_view::npos) break;
      const size_t past =
          std::min(source.find_first_not_of('`', close), source.size());
      if (past - close == ticks) break;
      close = past;
    }
    const bool fence = ticks >= 3;
    if (close == std::string_view::npos && !fence) {
      at = open;
      // No later run of so many ticks: another search would be as vain.
      if (ticks == 1) return;
      continue;
    }
    const size_t end =
        close == std::string_view::npos ? source.size() : close + ticks;
    out->push_back({begin, end, Guard::kCode});
    at = end;
  }
}

void add_emphasis(std::string_view source, const std::vector<Guarded>& code,
                  std::vector<Guarded>* out) {
  size_t next_code = 0;
  size_t open = std::string_view::npos;
  for (size_t at = 0; at < source.size(); ++at) {
    const size_t past = past_code(code, at, &next_code);
    if (past > at) at = past;
    if (at >= source.size()) break;
    const char mark = source[at];
    if (mark == '\n' && ends_paragraph(source, at)) {
      open = std::string_view::npos;
    }
    if (mark != '*' && mark != '_') continue;
    const size_t run = source.find_first_not_of(mark, at) == source.npos
                           ? source.size() - at
                           : source.find_first_not_of(mark, at) - at;
    const size_t end = at + run;
    const bool single = run == 1 || run == 3;
    const bool can_open = end < source.size() && !is_space(source[end]);
    const bool can_close = at > 0 && !is_space(source[at - 1]);
    if (single && open != source.npos && can_close && source[open] == mark) {
      out->push_back({open, end, Guard::kTitle});
      open = source.npos;
    } else if (single && open == source.npos && can_open) {
      open = at;
    }
    at = std::min(end, line_end(source, at)) - 1;
  }
}

std::vector<Guarded> guards_of(std::string_view source, bool markdown) {
  std::vector<Guarded> code;
  if (markdown) add_code(source, &code);
  std::vector<Guarded> all = code;
  add_quotes(source, code, &all);
  if (markdown) add_emphasis(source, code, &all);
  add_addresses(source, &all);
  add_citations(source, &all);
  add_lines(source, markdown, &all);
  std::stable_sort(
      all.begin(), all.end(),
      [](const Guarded& a, const Guarded& b) { return a.begin < b.begin; });
  return all;
}

}  // namespace khitai::write
