// SPDX-License-Identifier: Apache-2.0
//
// L0 and L1 keys, and which bytes of the source each of their bytes was made
// from. Everything goes through the careful pass: keys are made of names.

#include "khitai/keys.h"

#include <algorithm>

#include "fold/careful.h"
#include "fold/fold.h"
#include "fold/scan.h"

namespace khitai {
namespace fold {
namespace {

enum class PieceKind : uint8_t { kWord, kHan, kOther, kApostrophe };

struct Piece {
  PieceKind kind;
  bool spaced;  // something stands between it and the piece before
  uint32_t begin;
  uint32_t end;
};

// The words, characters and apostrophes of a form in reading order.
class PiecesSink {
 public:
  explicit PiecesSink(size_t size) : room_(size / 2 * 3 + 16, '\0') {}

  std::vector<Piece> take() { return std::move(pieces_); }

  char* out() { return room_.data(); }
  void word(const Word& word, char*) {
    push(PieceKind::kWord, word.core_begin, word.core_end);
  }
  void single(uint32_t begin, uint32_t end, uint32_t, uint32_t entry) {
    const bool han = class_of(entry) == Class::kHan;
    push(han ? PieceKind::kHan : PieceKind::kOther, begin, end);
  }
  void extend(uint32_t end) { pieces_.back().end = end; }
  void apostrophe(uint32_t begin, uint32_t end, bool) {
    push(PieceKind::kApostrophe, begin, end);
  }
  void space() { spaced_ = true; }
  void newline() { spaced_ = true; }
  void mark() { spaced_ = true; }
  void barrier() { spaced_ = true; }
  void stop() { spaced_ = true; }

 private:
  void push(PieceKind kind, uint32_t begin, uint32_t end) {
    pieces_.push_back({kind, spaced_, begin, end});
    spaced_ = false;
  }

  std::string room_;
  std::vector<Piece> pieces_;
  bool spaced_ = false;
};

// A character of an unspaced script; the marks on it vanish.
void fold_single(std::string_view bytes, uint32_t begin, Level level,
                 std::vector<Glyph>* glyphs) {
  const text::CodePoint point =
      text::decode(bytes.data(), bytes.data() + bytes.size());
  const uint32_t end = begin + static_cast<uint32_t>(bytes.size());
  if (level == Level::kL1) {
    glyphs->assign(1, {folded(entry_of(point.code), point.code), begin, end});
    return;
  }
  fold_word(bytes.substr(0, point.size), begin, level, glyphs);
  for (Glyph& glyph : *glyphs) glyph.end = end;
}

// The way back is only kept where it is wanted.
void append_glyph(const Glyph& glyph, bool mapped, Mapped* out) {
  text::append(glyph.code, &out->text);
  if (!mapped) return;
  out->begin.resize(out->text.size(), glyph.begin);
  out->end.resize(out->text.size(), glyph.end);
}

// Renders the pieces of a form one after the other.
class Renderer {
 public:
  Renderer(std::string_view source, Level level, bool mapped)
      : source_(source), level_(level), mapped_(mapped) {}

  Mapped run(const std::vector<Piece>& pieces) {
    alone_ = std::count_if(pieces.begin(), pieces.end(), [](const Piece& one) {
               return one.kind != PieceKind::kApostrophe;
             }) == 1;
    for (const Piece& piece : pieces) render(piece);
    if (level_ == Level::kL1) number_last_token();
    return std::move(out_);
  }

 private:
  void render(const Piece& piece) {
    fold(piece);
    spaced_ = spaced_ || piece.spaced;
    if (glyphs_.empty()) {  // a hamza alone
      spaced_ = true;
      return;
    }
    const bool between_han = level_ == Level::kL1 &&
                             piece.kind == PieceKind::kHan &&
                             last_ == PieceKind::kHan;
    if (spaced_ && !out_.text.empty() && !between_han) {
      token_ = out_.text.size() + 1;
      const uint32_t before = mapped_ ? out_.end.back() : 0;
      append_glyph({' ', before, piece.begin}, mapped_, &out_);
    }
    for (const Glyph& glyph : glyphs_) append_glyph(glyph, mapped_, &out_);
    spaced_ = false;
    last_ = piece.kind;
  }

  void fold(const Piece& piece) {
    const std::string_view bytes =
        source_.substr(piece.begin, piece.end - piece.begin);
    switch (piece.kind) {
      case PieceKind::kApostrophe:
        glyphs_.assign(1, {'\'', piece.begin, piece.end});
        return;
      case PieceKind::kWord:
        if (level_ == Level::kL0) {
          fold_word(bytes, piece.begin, level_, &glyphs_);
        } else {  // a numeral numbers a name; alone it is a word: Vi
          fold_unit(bytes, piece.begin, !alone_, &glyphs_);
        }
        return;
      case PieceKind::kHan:
      case PieceKind::kOther:
        fold_single(bytes, piece.begin, level_, &glyphs_);
        return;
    }
  }

  // "Muhammad I" is "muhammad 1": a last token I, V or X, apostrophes aside.
  void number_last_token() {
    if (token_ == 0) return;
    size_t begin = token_;
    size_t end = out_.text.size();
    while (begin < end && out_.text[begin] == '\'') ++begin;
    while (begin < end && out_.text[end - 1] == '\'') --end;
    if (end - begin != 1) return;
    const char letter = out_.text[begin];
    const char* number = letter == 'i'   ? "1"
                         : letter == 'v' ? "5"
                         : letter == 'x' ? "10"
                                         : nullptr;
    if (number == nullptr) return;
    out_.text.replace(begin, 1, number);
    if (letter != 'x' || !mapped_) return;
    const auto at = static_cast<std::ptrdiff_t>(begin);
    out_.begin.insert(out_.begin.begin() + at, out_.begin[begin]);
    out_.end.insert(out_.end.begin() + at, out_.end[begin]);
  }

  const std::string_view source_;
  const Level level_;
  const bool mapped_;
  Mapped out_;
  std::vector<Glyph> glyphs_;
  size_t token_ = 0;    // where the last token of out_ begins, 0 for the first
  bool alone_ = false;  // one word is all there is
  bool spaced_ = false;
  PieceKind last_ = PieceKind::kOther;
};

Mapped map_key(std::string_view source, Level level, bool mapped) {
  PiecesSink sink(source.size());
  Scanner<PiecesSink>(source, &sink).run();
  return Renderer(source, level, mapped).run(sink.take());
}

// The glyphs of a unit's key.
std::vector<Glyph> glyphs_of(std::string_view text, const Unit& unit) {
  const std::string_view bytes = text.substr(unit.begin, unit.end - unit.begin);
  std::vector<Glyph> glyphs;
  if (unit.kind == UnitKind::kWord) {
    fold_unit(bytes, unit.begin, true, &glyphs);
  } else {
    fold_single(bytes, unit.begin, Level::kL1, &glyphs);
  }
  return glyphs;
}

uint32_t size_of(uint32_t code) {
  char bytes[4];
  return static_cast<uint32_t>(text::encode(code, bytes) - bytes);
}

}  // namespace

Mapped map_l0(std::string_view source) {
  return map_key(source, Level::kL0, true);
}
Mapped map_l1(std::string_view source) {
  return map_key(source, Level::kL1, true);
}

uint32_t source_end(std::string_view text, const Units& units, const Unit& unit,
                    uint32_t key_bytes) {
  if (key_bytes == 0) return unit.begin;
  if (key_bytes >= units.key_of(unit).size()) return unit.end;
  uint32_t end = unit.begin;
  uint32_t at = 0;
  for (const Glyph& glyph : glyphs_of(text, unit)) {
    if (at >= key_bytes) break;
    at += size_of(glyph.code);
    end = glyph.end;
  }
  return end;
}

uint32_t source_begin(std::string_view text, const Units& units,
                      const Unit& unit, uint32_t key_bytes) {
  if (key_bytes == 0) return unit.begin;
  if (key_bytes >= units.key_of(unit).size()) return unit.end;
  uint32_t at = 0;
  for (const Glyph& glyph : glyphs_of(text, unit)) {
    if (at >= key_bytes) return glyph.begin;
    at += size_of(glyph.code);
  }
  return unit.end;
}

}  // namespace fold

namespace {

// A word of these letters alone may be a number.
bool is_numeral(char letter) {
  return letter == 'i' || letter == 'v' || letter == 'x' || letter == 'l' ||
         letter == 'c' || letter == 'd' || letter == 'm';
}

// Words of the letters a to z, none a number, with one space between: of both
// keys nothing but the case is folded. False: there is something else in it.
bool fold_plain(std::string_view form, std::string* key) {
  bool numeral = true;  // the word so far
  key->resize(form.size());
  for (size_t i = 0; i < form.size(); ++i) {
    const char letter = static_cast<char>(form[i] | 0x20);
    (*key)[i] = letter;
    if (form[i] == ' ') {
      if (numeral) return false;  // or no word at all
      numeral = true;
    } else if (letter < 'a' || letter > 'z') {
      return false;
    } else {
      numeral = numeral && is_numeral(letter);
    }
  }
  return !numeral;
}

std::string plain_key(std::string_view form, fold::Level level) {
  std::string key;
  if (fold_plain(form, &key)) return key;
  return fold::map_key(form, level, false).text;
}

}  // namespace

std::string l0_key(std::string_view form) {
  return plain_key(form, fold::Level::kL0);
}
std::string l1_key(std::string_view form) {
  return plain_key(form, fold::Level::kL1);
}

}  // namespace khitai
