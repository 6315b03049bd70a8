// SPDX-License-Identifier: Apache-2.0

#include "write/tokens.h"

#include <algorithm>

#include "context/sentences.h"
#include "fold/fold.h"
#include "text/grapheme.h"
#include "write/line_ends.h"
#include "write/utf8.h"

namespace khitai::write {
namespace {

// Cuts stretches of text into tokens, from left to right.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, const std::vector<size_t>& cuts)
      : text_(text), cuts_(cuts) {}

  // One token, but for white space and cuts in it.
  void add_word(size_t begin, size_t end) {
    size_t from = begin;
    for (size_t at = begin; at < end;) {
      if (is_cut(at)) from = flush(from, at);
      const text::CodePoint point = code_point_at(text_, at);
      if (is_white(point.code)) {
        flush(from, at);
        from = at + point.size;
      }
      at += point.size;
    }
    flush(from, end);
  }

  // A token for each character.
  void add_marks(size_t begin, size_t end) {
    while (begin < end) {
      size_t next = begin + code_point_at(text_, begin).size;
      while (next < end && !text::may_cut(text_, next)) {
        next += code_point_at(text_, next).size;
      }
      add_word(begin, next);
      begin = next;
    }
  }

  std::vector<Token> take() { return std::move(tokens_); }

 private:
  bool is_cut(size_t at) {
    while (next_ < cuts_.size() && cuts_[next_] < at) ++next_;
    return next_ < cuts_.size() && cuts_[next_] == at;
  }
  size_t flush(size_t begin, size_t end) {
    if (begin < end) tokens_.push_back({begin, end, false});
    return std::max(begin, end);
  }

  std::string_view text_;
  const std::vector<size_t>& cuts_;
  size_t next_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text,
                             const std::vector<size_t>& cuts) {
  fold::Units units;
  fold::append_units(text, &units);
  Tokenizer tokenizer(text, cuts);
  size_t done = 0;
  for (const fold::Unit& unit : units.units) {
    if (unit.begin < done) continue;
    tokenizer.add_marks(done, unit.begin);
    tokenizer.add_word(unit.begin, unit.end);
    done = unit.end;
  }
  tokenizer.add_marks(done, text.size());
  std::vector<Token> tokens = tokenizer.take();
  size_t next = 0;
  for (const uint32_t begin : context::sentences_of(text, units)) {
    while (next < tokens.size() && tokens[next].begin < begin) ++next;
    if (next < tokens.size()) tokens[next].opens = true;
  }
  return tokens;
}

}  // namespace khitai::write
