// SPDX-License-Identifier: Apache-2.0

#include "context/date_tokens.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "fold/fold.h"
#include "text/utf8.h"

namespace khitai::context {
namespace {

using base::is_digit;

constexpr size_t kMostTokens = 24;
constexpr size_t kMostDigits = 4;
constexpr size_t kMostOfDate = 4;  // of one expression: "before the year of"

// A run of digits or of other letters within a unit.
struct Piece {
  std::string key;
  bool number = false;
  bool spaced = false;  // a space stands before it
};

class Lexer {
 public:
  Lexer(std::string_view text, const DateWords& words)
      : text_(text), words_(words) {}

  std::optional<DateTokens> run() {
    fold::Units units;
    fold::append_units(text_, &units);
    size_t end = 0;
    for (const fold::Unit& unit : units.units) {
      if (!add_marks(text_.substr(end, unit.begin - end))) return std::nullopt;
      add_pieces(units.key_of(unit), unit.gap != fold::Gap::kNone);
      end = unit.end;
      if (out_.tokens.size() + pieces_.size() > kMostTokens) {
        return std::nullopt;
      }
    }
    if (!add_marks(text_.substr(end)) || !flush()) return std::nullopt;
    return std::move(out_);
  }

 private:
  // Signs between the words. A dash and a slash are tokens.
  bool add_marks(std::string_view marks) {
    const char* at = marks.data();
    const char* const end = at + marks.size();
    while (at < end) {
      const text::CodePoint point = text::decode(at, end);
      if (!add_mark(point.code)) return false;
      at += point.size;
    }
    return true;
  }

  bool add_mark(char32_t code) {
    constexpr std::u32string_view kSilent =
        U" .,:[]<>\u00A0\u060C\uFF0C\u3000"
        U"\u200E\u200F";
    constexpr std::u32string_view kDashes =
        U"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D\uFF5E\u301C";
    if (kSilent.find(code) != std::u32string_view::npos) return true;
    if (code == U'?' || code == U'\u061F' || code == U'\uFF1F' ||
        code == U'~') {
      out_.about = true;
      return true;
    }
    if (!flush()) return false;
    if (kDashes.find(code) != std::u32string_view::npos) {
      return add({DateToken::Kind::kDash, 0, 0, 0});
    }
    return code == U'/' && add({DateToken::Kind::kSlash, 0, 0, 0});
  }

  bool add(const DateToken& token) {
    out_.tokens.push_back(token);
    return true;
  }

  void add_pieces(std::string_view key, bool spaced) {
    for (size_t begin = 0; begin < key.size();) {
      size_t end = begin;
      const bool number = is_digit(key[begin]);
      while (end < key.size() && is_digit(key[end]) == number) ++end;
      pieces_.push_back({std::string(key.substr(begin, end - begin)), number,
                         spaced && begin == 0});
      begin = end;
    }
  }

  // Turns the pieces so far into numbers and words, the longest words first.
  bool flush() {
    for (size_t i = 0; i < pieces_.size();) {
      if (pieces_[i].number) {
        if (!add_number(pieces_[i].key)) return false;
        ++i;
        continue;
      }
      const size_t taken = add_words(i);
      if (taken == 0) return false;
      i += taken;
    }
    pieces_.clear();
    return true;
  }

  bool add_number(const std::string& digits) {
    if (digits.size() > kMostDigits) return false;
    DateToken token;
    token.digits = digits.size();
    for (char digit : digits) token.value = token.value * 10 + (digit - '0');
    return add(token);
  }

  size_t add_words(size_t first) {
    size_t taken = 0;
    unsigned roles = 0;
    std::string key;
    for (size_t n = 0; n < kMostOfDate && first + n < pieces_.size(); ++n) {
      const Piece& piece = pieces_[first + n];
      if (piece.number) break;
      if (n > 0 && piece.spaced) key += ' ';
      key += piece.key;
      const unsigned found = words_.roles_of(key) & ~DateWords::kRelator;
      if (found == 0) continue;
      roles = found;
      taken = n + 1;
    }
    if (taken > 0) add({DateToken::Kind::kWord, 0, 0, roles});
    return taken;
  }

  std::string_view text_;
  const DateWords& words_;
  std::vector<Piece> pieces_;
  DateTokens out_;
};

// Digits of the Arabic script, U+0660 to U+0669 and U+06F0 to U+06F9.
bool has_arabic_digits(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const text::CodePoint point = text::decode(at, end);
    if ((point.code >= 0x660 && point.code <= 0x669) ||
        (point.code >= 0x6F0 && point.code <= 0x6F9)) {
      return true;
    }
    at += point.size;
  }
  return false;
}

}  // namespace

std::optional<DateTokens> date_tokens(std::string_view text,
                                      const DateWords& words) {
  constexpr size_t kMostBytes = 160;
  if (text.size() > kMostBytes) return std::nullopt;
  std::optional<DateTokens> tokens = Lexer(text, words).run();
  if (tokens) tokens->arabic = has_arabic_digits(text);
  return tokens;
}

}  // namespace khitai::context
