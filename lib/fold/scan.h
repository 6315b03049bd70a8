// SPDX-License-Identifier: Apache-2.0
//
// The fast pass: cuts a text into words, single characters and what stands
// between, in reading order, and folds words letter by letter on the way. What
// that means is up to the sink; append_units and the keys share this one pass.
//
// A sink has
//   char* out();                room for 3/2 of what is left of the text
//   void word(const Word&, char* key_end);   folded bytes: out()..key_end
//   void single(begin, end, code, entry);    Han or another unspaced script
//   void extend(end);           marks on the character just given
//   void apostrophe(begin, end, bool after_word);   not inside a word
//   void space() newline() mark() barrier() stop();    one each a character

#ifndef KHITAI_FOLD_SCAN_H_
#define KHITAI_FOLD_SCAN_H_

#include <string_view>

#include "fold/pinyin.h"
#include "fold/table.h"
#include "text/utf8.h"

namespace khitai::fold {

struct Word {
  uint32_t begin;       // bytes of the text, with the modifier letters
  uint32_t end;         // at its edges
  uint32_t core_begin;  // without
  uint32_t core_end;
  uint32_t flags;  // those of its entries, and:
};
inline constexpr uint32_t kApostropheFlag = 1u << 30;  // one inside
inline constexpr uint32_t kDigitFlag = 1u << 31;       // one after a letter

template <class Sink>
class Scanner {
 public:
  Scanner(std::string_view text, Sink* sink)
      : start_(text.data()),
        end_(text.data() + text.size()),
        at_(start_),
        sink_(*sink) {}

  void run() {
    while (at_ < end_) step();
  }

 private:
  struct Read {
    uint32_t code;
    uint32_t size;
    uint32_t entry;
    Class kind() const { return class_of(entry); }
  };

  // The usual one to three bytes are decoded here, the rest by the book.
  Read read(const char* at) const {
    const uint32_t first = static_cast<uint8_t>(at[0]);
    if (first < 0x80) return {first, 1, kEntries[first]};
    if (end_ - at >= 3) {
      const uint32_t second = static_cast<uint8_t>(at[1]) ^ 0x80u;
      const uint32_t third = static_cast<uint8_t>(at[2]) ^ 0x80u;
      if (first - 0xC2 < 0x1E && second < 0x40) {
        return {(first & 0x1F) << 6 | second, 2,
                kEntries[kEntriesBlocks[first & 0x1F] * 64 + second]};
      }
      if (first - 0xE1 < 0xC && (second | third) < 0x40) {
        const uint32_t block = (first & 0xF) << 6 | second;
        return {block << 6 | third, 3,
                kEntries[kEntriesBlocks[block] * 64 + third]};
      }
    }
    return read_any(at);
  }

  Read read_any(const char* at) const {
    const text::CodePoint point = text::decode(at, end_);
    if (!point.valid) {
      return {point.code, point.size, entry_of_class(Class::kBarrier)};
    }
    return {point.code, point.size, entry_of(point.code)};
  }

  uint32_t offset(const char* at) const {
    return static_cast<uint32_t>(at - start_);
  }

  void step() {
    const Read read = this->read(at_);
    const Class kind = read.kind();
    if (kind <= Class::kDigit) return word();
    const char* begin = at_;
    at_ += read.size;
    if (kind == Class::kModifier) {
      if (lead_ == nullptr) lead_ = begin;
    } else if (kind != Class::kDropped && kind != Class::kIgnored) {
      lead_ = nullptr;
    }
    switch (kind) {
      case Class::kHan:
      case Class::kOther:
        sink_.single(offset(begin), offset(at_), read.code, read.entry);
        after_single_ = true;
        return;
      case Class::kCombining:
      case Class::kDropped:
        if (after_single_) sink_.extend(offset(at_));
        return;
      case Class::kIgnored:
        return;
      case Class::kModifier:
      case Class::kQuote:
        sink_.apostrophe(offset(begin), offset(at_), false);
        break;
      default:
        between(kind);
    }
    after_single_ = false;
  }

  void between(Class kind) {
    switch (kind) {
      case Class::kSpace:
        return sink_.space();
      case Class::kNewline:
        return sink_.newline();
      case Class::kReturn:
        if (at_ == end_ || *at_ != '\n') sink_.newline();
        return;
      case Class::kBarrier:
        return sink_.barrier();
      case Class::kStop:
        return sink_.stop();
      default:
        return sink_.mark();
    }
  }

  // One word, from its first letter to its last.
  void word() {
    const char* begin = at_;
    const char* core_end = at_;
    char* out = sink_.out();
    uint32_t flags = 0;
    Class group = Class::kDigit;
    int waiting = 0;  // apostrophes that may turn out to be inside
    for (const char* at = at_; at < end_;) {
      const Read read = this->read(at);
      const Class kind = read.kind();
      if (kind <= Class::kDigit) {
        if (!joins(kind, &group)) break;
        if (waiting > 0) flags |= kApostropheFlag;
        for (; waiting > 0; --waiting) *out++ = '\'';
        if (kind == Class::kDigit && (flags & kLatinFlag)) flags |= kDigitFlag;
        flags |= read.entry;
        out = text::encode(folded(read.entry, read.code), out);
        at += read.size;
        at = letters(at, entry_of_class(group), &out, &flags);
        core_end = at;
        continue;
      } else if (kind == Class::kModifier || kind == Class::kQuote) {
        ++waiting;
      } else if (kind == Class::kCombining || kind == Class::kDropped) {
        if (kind == Class::kCombining) flags |= kComplexFlag;
        if (waiting == 0) core_end = at + read.size;
      } else if (kind == Class::kColon) {
        if (waiting > 0 || !is_umlaut_colon(begin, at)) break;
        flags |= kComplexFlag;
        core_end = at + 1;
      } else if (kind == Class::kCaret) {
        if (waiting > 0 || !is_inner_caret(group, at)) break;
        *out++ = '^';
        core_end = at + 1;
      } else if (kind != Class::kIgnored) {
        break;
      }
      at += read.size;
    }
    finish({offset(lead_ != nullptr ? lead_ : begin), offset(core_end),
            offset(begin), offset(core_end), flags},
           out, waiting > 0);
  }

  // The letters of one group from `at` on, as far as they take one or two
  // bytes each: most of most texts.
  const char* letters(const char* at, uint32_t group, char** out,
                      uint32_t* flags) const {
    char* to = *out;
    uint32_t seen = 0;
    while (end_ - at > 1) {
      const uint32_t first = static_cast<uint8_t>(at[0]);
      if (first < 0x80) {
        const uint32_t entry = kEntries[first];
        if ((entry & kClassMask) != group) break;
        seen |= entry;
        *to++ = static_cast<char>(folded(entry, first));
        ++at;
        continue;
      }
      const uint32_t second = static_cast<uint8_t>(at[1]);
      if (first < 0xC2 || first > 0xDF || (second & 0xC0) != 0x80) break;
      const uint32_t code = (first & 0x1F) << 6 | (second & 0x3F);
      const uint32_t entry =
          kEntries[kEntriesBlocks[first & 0x1F] * 64 + (second & 0x3F)];
      if ((entry & kClassMask) != group) break;
      seen |= entry;
      to = text::encode(folded(entry, code), to);
      at += 2;
    }
    *out = to;
    *flags |= seen;
    return at;
  }

  // Whether a letter of class `kind` goes on with a word of `group`.
  static bool joins(Class kind, Class* group) {
    if (kind == *group || kind == Class::kDigit) return true;
    const bool kana = *group == Class::kHiragana || *group == Class::kKatakana;
    if (kind == Class::kKanaMark && kana) return true;
    if (*group != Class::kDigit) return false;
    *group = kind == Class::kKanaMark ? Class::kKatakana : kind;
    return true;
  }

  // "Yelu:" stands for Yel\u00FC; that of "Liu: " is punctuation.
  bool is_umlaut_colon(const char* begin, const char* at) const {
    return *at == ':' && ends_in_umlaut_syllable(begin, at);
  }

  // "Kh^w\u0101razm", where EI2 prints the w raised.
  bool is_inner_caret(Class group, const char* at) const {
    return *at == '^' && group == Class::kLetter && at + 1 < end_ &&
           read(at + 1).kind() == Class::kLetter;
  }

  // Gives the word to the sink, then the apostrophes behind it.
  void finish(Word word, char* out, bool apostrophes) {
    const char* const core_end = start_ + word.core_end;
    lead_ = nullptr;
    after_single_ = false;
    at_ = core_end;
    if (!apostrophes) return sink_.word(word, out);
    const char* end = core_end;
    for (const char* at = core_end; at < end_;) {
      const Read read = this->read(at);
      at += read.size;
      if (read.kind() == Class::kModifier) end = at;
      if (!vanishes(read.kind()) && read.kind() != Class::kModifier) break;
    }
    word.end = offset(end);
    sink_.word(word, out);
    while (at_ < end_) {
      const Read read = this->read(at_);
      const bool apostrophe =
          read.kind() == Class::kModifier || read.kind() == Class::kQuote;
      if (!apostrophe && !vanishes(read.kind())) return;
      const char* begin = at_;
      at_ += read.size;
      if (apostrophe) sink_.apostrophe(offset(begin), offset(at_), true);
    }
  }

  static bool vanishes(Class kind) {
    return kind == Class::kCombining || kind == Class::kDropped ||
           kind == Class::kIgnored;
  }

  const char* const start_;
  const char* const end_;
  const char* at_;
  const char* lead_ = nullptr;  // first of the modifier letters just before
  bool after_single_ = false;
  Sink& sink_;
};

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_SCAN_H_
