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
#include "fold/read.h"
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

  // For those who read simple stretches of the text themselves (wide_scan.h):
  // where it is, whether what it has read has no bearing on what comes but for
  // the sink, and that they have read up to `at`, the last a single character.
  const char* at() const { return at_; }
  bool is_plain() const { return lead_ == nullptr; }
  bool after_single() const { return after_single_; }
  void go_to(const char* at, bool after_single) {
    at_ = at;
    after_single_ = after_single;
  }

  // Reads one character that is part of no word, or one word.
  void step() {
    const Read read = read_at(at_, end_);
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

 private:
  uint32_t offset(const char* at) const {
    return static_cast<uint32_t>(at - start_);
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

  // A word that is being read.
  struct Reading {
    const char* begin;
    const char* end;  // of its last letter and the marks on it
    char* out;
    Class group;  // the class of its letters
    uint32_t flags = 0;
    int apostrophes = 0;  // that turn out to be inside if a letter follows
  };

  // One word, from its first letter to its last.
  void word() {
    const Class first = read_at(at_, end_).kind();
    Reading word = {at_, at_, sink_.out(),
                    first == Class::kKanaMark ? Class::kKatakana : first};
    for (const char* at = at_; at < end_;) {
      const Read read = read_at(at, end_);
      if (read.kind() <= Class::kDigit) {
        if (at > at_ && !joins(read.kind(), &word.group)) break;
        add_letter(read, &word);
        at = letters(at + read.size, &word);
        word.end = at;
      } else {
        if (!passes(read, at, &word)) break;
        at += read.size;
      }
    }
    finish(word);
  }

  static void add_letter(const Read& read, Reading* word) {
    if (word->apostrophes > 0) word->flags |= kApostropheFlag;
    for (; word->apostrophes > 0; --word->apostrophes) *word->out++ = '\'';
    if (read.kind() == Class::kDigit && (word->flags & kLatinFlag)) {
      word->flags |= kDigitFlag;
    }
    word->flags |= read.entry;
    word->out = text::encode(folded(read.entry, read.code), word->out);
  }

  // Whether what is no letter may still be inside the word.
  bool passes(const Read& read, const char* at, Reading* word) const {
    const bool after_letter = word->apostrophes == 0;
    switch (read.kind()) {
      case Class::kModifier:
      case Class::kQuote:
        ++word->apostrophes;
        return true;
      case Class::kIgnored:
        return true;
      case Class::kCombining:
        word->flags |= kComplexFlag;
        [[fallthrough]];
      case Class::kDropped:
        if (after_letter) word->end = at + read.size;
        return true;
      case Class::kColon:
        if (!after_letter || !is_umlaut_colon(word->begin, at)) return false;
        word->flags |= kComplexFlag;
        word->end = at + read.size;
        return true;
      case Class::kCaret:
        if (!after_letter || !is_inner_caret(word->group, at)) return false;
        *word->out++ = '^';
        word->end = at + read.size;
        return true;
      default:
        return false;
    }
  }

  // The letters of one group from `at` on, as far as they take one or two
  // bytes each: most of most texts.
  const char* letters(const char* at, Reading* word) const {
    const uint32_t group = entry_of_class(word->group);
    char* to = word->out;
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
    word->out = to;
    word->flags |= seen;
    return at;
  }

  // Whether a letter of class `kind` goes on with a word of `group`. Digits
  // are letters of the alphabets; beside other scripts they are words.
  static bool joins(Class kind, Class* group) {
    if (kind == *group) return true;
    switch (*group) {
      case Class::kLetter:
        return kind == Class::kDigit;
      case Class::kDigit:
        if (kind != Class::kLetter) return false;
        *group = kind;
        return true;
      case Class::kHiragana:
      case Class::kKatakana:
        return kind == Class::kKanaMark;
      default:
        return false;
    }
  }

  // "Yelu:" stands for Yel\u00FC; that of "Liu: " is punctuation.
  bool is_umlaut_colon(const char* begin, const char* at) const {
    return *at == ':' && ends_in_umlaut_syllable(begin, at);
  }

  // "Kh^w\u0101razm", where EI2 prints the w raised.
  bool is_inner_caret(Class group, const char* at) const {
    return *at == '^' && group == Class::kLetter && at + 1 < end_ &&
           read_at(at + 1, end_).kind() == Class::kLetter;
  }

  // Gives the word to the sink, then the apostrophes behind it.
  void finish(const Reading& read) {
    Word word = {offset(lead_ != nullptr ? lead_ : read.begin),
                 offset(read.end), offset(read.begin), offset(read.end),
                 read.flags};
    lead_ = nullptr;
    after_single_ = false;
    at_ = read.end;
    if (read.apostrophes == 0) return sink_.word(word, read.out);
    word.end = offset(modifiers_end(at_));
    sink_.word(word, read.out);
    while (at_ < end_) {
      const Read next = read_at(at_, end_);
      const bool apostrophe =
          next.kind() == Class::kModifier || next.kind() == Class::kQuote;
      if (!apostrophe && !vanishes(next.kind())) return;
      const char* begin = at_;
      at_ += next.size;
      if (apostrophe) sink_.apostrophe(offset(begin), offset(at_), true);
    }
  }

  // The end of the modifier letters from `at` on.
  const char* modifiers_end(const char* at) const {
    const char* end = at;
    while (at < end_) {
      const Read next = read_at(at, end_);
      at += next.size;
      if (next.kind() == Class::kModifier) {
        end = at;
      } else if (!vanishes(next.kind())) {
        break;
      }
    }
    return end;
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
