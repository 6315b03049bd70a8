// SPDX-License-Identifier: Apache-2.0

#include "fold/naive_fold.h"

#include <algorithm>

#include "fold/naive_letters.h"
#include "fold/naive_words.h"
#include "text/utf8.h"

namespace khitai::tests {
namespace {

std::string utf8_of(const std::u32string& text) {
  std::string out;
  for (char32_t c : text) text::append(c, &out);
  return out;
}

std::u32string slice(const std::vector<Character>& text, const Piece& piece) {
  std::u32string out;
  for (size_t i = piece.first; i < piece.last; ++i) {
    out.push_back(static_cast<char32_t>(text[i].code));
  }
  return out;
}

std::u32string with_number(const std::u32string& key) {
  const std::u32string numerals[] = {U"ii",  U"iii",  U"iv", U"vi",
                                     U"vii", U"viii", U"ix"};
  const std::u32string digits = U"2346789";
  const size_t head = std::min(key.find(U'\''), key.size());
  for (size_t i = 0; i < digits.size(); ++i) {
    if (key.substr(0, head) == numerals[i]) {
      return digits.substr(i, 1) + key.substr(head);
    }
  }
  return key;
}

// Key of a piece at L1, apostrophes at its edges gone; a word alone is no
// number.
std::u32string key_of(const std::vector<Character>& text, const Piece& piece,
                      bool alone = false) {
  if (piece.kind == '\'') return U"'";
  if (piece.kind != 'w') return single_l1(text[piece.first].code);
  std::u32string key = word_l1(slice(text, piece));
  while (!key.empty() && key.front() == '\'') key.erase(0, 1);
  while (!key.empty() && key.back() == '\'') key.pop_back();
  return alone ? key : with_number(key);
}

class NaiveUnits {
 public:
  explicit NaiveUnits(std::string_view source)
      : text_(characters_of(source)), pieces_(pieces_of(text_)) {}

  std::vector<NaiveUnit> run() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.kind == '-' || piece.kind == '\'') continue;
      const std::string key = utf8_of(key_of(text_, piece));
      if (key.empty()) continue;
      const fold::UnitKind kind = piece.kind == 'H'   ? fold::UnitKind::kHan
                                  : piece.kind == 'O' ? fold::UnitKind::kOther
                                                      : fold::UnitKind::kWord;
      fold::Gap gap = out_.empty() ? fold::Gap::kBarrier : gap_before(i);
      if (!out_.empty() && kind == fold::UnitKind::kHan &&
          out_.back().kind == kind && gap == fold::Gap::kSpace) {
        gap = fold::Gap::kNone;
      }
      out_.push_back({begin_of(i), end_of(i), key, gap, kind});
      last_ = i;
    }
    return out_;
  }

 private:
  char role(size_t piece) const { return text_[pieces_[piece].first].role; }

  uint32_t begin_of(size_t i) const {
    uint32_t begin = text_[pieces_[i].first].begin;
    for (size_t j = i; pieces_[i].kind == 'w' && j-- > 0;) {
      if (pieces_[j].kind != '-' && role(j) != 'm') break;
      if (pieces_[j].kind == '-' && !is_any(role(j), "xi")) break;
      if (role(j) == 'm' && !owned_by_word_before(j)) {
        begin = text_[pieces_[j].first].begin;
      }
    }
    return begin;
  }

  // Whether the apostrophe `j` comes after a word with nothing between.
  bool owned_by_word_before(size_t j) const {
    while (j-- > 0) {
      if (pieces_[j].kind == 'w') return true;
      if (pieces_[j].kind != '\'' && !is_any(role(j), "cxi")) return false;
    }
    return false;
  }

  uint32_t end_of(size_t i) const {
    uint32_t end = text_[pieces_[i].last - 1].end;
    for (size_t j = i + 1; pieces_[i].kind == 'w' && j < pieces_.size(); ++j) {
      if (pieces_[j].kind == '\'' && role(j) == 'm') {
        end = text_[pieces_[j].first].end;
      } else if (pieces_[j].kind != '-' || !is_any(role(j), "cxi")) {
        break;
      }
    }
    return end;
  }

  // Whether the apostrophe `j` touches a word on either side.
  bool touches_word(size_t j) const {
    if (owned_by_word_before(j)) return true;
    for (++j; j < pieces_.size(); ++j) {
      if (pieces_[j].kind == 'w') return true;
      if (pieces_[j].kind != '\'' && !is_any(role(j), "cxi")) return false;
    }
    return false;
  }

  fold::Gap gap_before(size_t i) const {
    fold::Gap gap = fold::Gap::kNone;
    bool newline = false;
    const auto raise = [&gap](fold::Gap to) { gap = std::max(gap, to); };
    for (size_t j = last_ + 1; j < i; ++j) {
      const Piece& piece = pieces_[j];
      if (piece.kind != '-') {
        if (piece.kind == '\'' && !touches_word(j)) {
          raise(fold::Gap::kMark);
          newline = false;
        } else if (piece.kind == 'w') {
          raise(fold::Gap::kSpace);
          newline = false;
        }
        continue;
      }
      const char kind = role(j);
      const bool crlf = kind == 'R' && j + 1 < pieces_.size() &&
                        text_[pieces_[j + 1].first].code == '\n';
      if (crlf || is_any(kind, "cxi")) continue;
      if (kind == 's') {
        raise(fold::Gap::kSpace);
      } else if (kind == 'n' || kind == 'R') {
        raise(newline ? fold::Gap::kBarrier : fold::Gap::kSpace);
        newline = true;
      } else if (kind == 'b') {
        raise(fold::Gap::kBarrier);
      } else if (kind == '.' && abbreviates(j)) {
        raise(fold::Gap::kSpace);
      } else {
        raise(fold::Gap::kMark);
        newline = false;
      }
    }
    return gap;
  }

  // A full stop right after a short word.
  bool abbreviates(size_t j) const {
    for (size_t k = j; k-- > last_;) {
      const bool invisible =
          (pieces_[k].kind == '-' && is_any(role(k), "cxi")) ||
          (pieces_[k].kind == 'w' && key_of(text_, pieces_[k]).empty());
      const bool edge = pieces_[k].kind == '\'' && role(k) == 'm';
      if (edge) return false;
      if (!invisible) {
        return pieces_[k].kind == 'w' && key_of(text_, pieces_[k]).size() <= 3;
      }
    }
    return false;
  }

  const std::vector<Character> text_;
  const std::vector<Piece> pieces_;
  std::vector<NaiveUnit> out_;
  size_t last_ = 0;
};

std::string render(std::string_view form, bool l1) {
  const std::vector<Character> text = characters_of(form);
  std::string out;
  bool spaced = false;
  char before = 0;
  size_t words = 0;
  for (const Piece& piece : pieces_of(text)) {
    words += piece.kind != '-' && piece.kind != '\'';
  }
  for (const Piece& piece : pieces_of(text)) {
    if (piece.kind == '-') {
      spaced = spaced || !is_any(text[piece.first].role, "cxi");
      continue;
    }
    std::u32string key;
    if (piece.kind == '\'') {
      key = U"'";
    } else if (l1) {
      key = key_of(text, piece, words == 1);
    } else {
      const Piece first = {piece.kind, piece.first, piece.first + 1};
      key = word_l0(slice(text, piece.kind == 'w' ? piece : first));
    }
    if (key.empty()) {
      spaced = true;
      continue;
    }
    const bool han = l1 && before == 'H' && piece.kind == 'H';
    if (spaced && !out.empty() && !han) out += ' ';
    out += utf8_of(key);
    spaced = false;
    before = piece.kind;
  }
  return out;
}

}  // namespace

std::vector<NaiveUnit> naive_units(std::string_view text) {
  return NaiveUnits(text).run();
}

std::string naive_l0(std::string_view form) { return render(form, false); }

std::string naive_l1(std::string_view form) {
  std::string out = render(form, true);
  const size_t space = out.rfind(' ');
  if (space == std::string::npos) return out;
  size_t begin = space + 1;
  size_t end = out.size();
  while (begin < end && out[begin] == '\'') ++begin;
  while (end > begin && out[end - 1] == '\'') --end;
  if (end - begin != 1) return out;
  const std::string letters = "ivx";
  const char* const numbers[] = {"1", "5", "10"};
  const size_t which = letters.find(out[begin]);
  if (which == std::string::npos) return out;
  return out.replace(begin, 1, numbers[which]);
}

}  // namespace khitai::tests
