// SPDX-License-Identifier: Apache-2.0
//
// What stands between two units, as it is read, one character at a time.

#ifndef KHITAI_FOLD_BETWEEN_H_
#define KHITAI_FOLD_BETWEEN_H_

#include <algorithm>

#include "fold/fold.h"

namespace khitai::fold {

struct Between {
  Gap gap = Gap::kBarrier;
  bool newline = false;     // one since the last unit, with only blanks after
  bool stray = false;       // an apostrophe just before
  bool after_word = false;  // the last unit, a word, ended just before

  void add(Gap more) {
    settle_stray();
    gap = std::max(gap, more);
    after_word = false;
  }
  void space() { add(Gap::kSpace); }
  void mark() {
    add(Gap::kMark);
    newline = false;
  }
  void barrier() { add(Gap::kBarrier); }
  void new_line() {
    settle_stray();
    add(newline ? Gap::kBarrier : Gap::kSpace);
    newline = true;
  }
  // A full stop; `abbreviates`: the word before it, if it stands there, is so
  // short that it may be an abbreviation.
  void stop(bool abbreviates) { after_word&& abbreviates ? space() : mark(); }
  void apostrophe(bool behind_word) {
    if (!behind_word) stray = true;
    after_word = false;
  }
  // An apostrophe that touches no word is punctuation.
  void settle_stray() {
    if (!stray) return;
    stray = false;
    newline = false;
    gap = std::max(gap, Gap::kMark);
  }
  // Once a unit is put down.
  void begin(bool word) {
    gap = Gap::kNone;
    newline = false;
    after_word = word;
  }
};

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_BETWEEN_H_
