// SPDX-License-Identifier: Apache-2.0
//
// Puts down the units that the scanner finds (scan.h): folded bytes, places,
// hashes, and what stands before each.

#ifndef KHITAI_FOLD_UNITS_SINK_H_
#define KHITAI_FOLD_UNITS_SINK_H_

#include <string_view>
#include <vector>

#include "fold/between.h"
#include "fold/careful.h"
#include "fold/fold.h"
#include "fold/scan.h"
#include "fold/unit_hash.h"

namespace khitai::fold {

// How many code points of a word a full stop may abbreviate.
inline constexpr uint32_t kMaxAbbreviation = 3;
// Whether a full stop behind a word with this key may mark an abbreviation.
bool may_abbreviate(std::string_view key);

class UnitsSink {
 public:
  UnitsSink(std::string_view text, Units* units)
      : text_(text),
        units_(*units),
        used_(units->key.size()),
        count_(units->units.size()) {
    make_room(text.size(), 0);
  }
  ~UnitsSink() { units_.resize(count_, used_); }
  UnitsSink(const UnitsSink&) = delete;
  UnitsSink& operator=(const UnitsSink&) = delete;

  // What the scanner calls.
  char* out() { return units_.key.data() + used_; }
  void word(const Word& word, char* key_end);
  void single(uint32_t begin, uint32_t end, uint32_t code, uint32_t entry);
  void extend(uint32_t end) { units_.units[count_ - 1].end = end; }
  void apostrophe(uint32_t, uint32_t, bool after_word) {
    between_.apostrophe(after_word);
  }
  void space() { between_.space(); }
  void newline() { between_.new_line(); }
  void mark() { between_.mark(); }
  void barrier() { between_.barrier(); }
  void stop() {
    between_.stop(count_ > 0 &&
                  may_abbreviate(units_.key_of(units_.units[count_ - 1])));
  }

  // For those who put down units themselves: where the next ones go, how many
  // units and bytes of keys are there once they have, and what stands between.
  struct Room {
    const Unit* first;  // of all
    Unit* unit;
    uint64_t* hash;
    char* keys;  // of all
    char* key;
    uint32_t key_begin() const { return static_cast<uint32_t>(key - keys); }
  };
  // REQUIRES: at most `units` more units are put down.
  Room room(size_t units);
  void take(const Room& room);
  const Between& between() const { return between_; }
  void set_between(const Between& between) { between_ = between; }

 private:
  bool after_han() const {
    return count_ > 0 && units_.units[count_ - 1].kind == UnitKind::kHan;
  }
  size_t write_carefully(const Word& word, std::string_view core);
  void push(uint32_t begin, uint32_t end, size_t key_begin, UnitKind kind,
            bool apostrophe);
  // For the keys of `rest` more bytes of text, and `units` more units.
  void make_room(size_t rest, size_t units);

  const std::string_view text_;
  Units& units_;
  size_t used_;   // bytes of units_.key that are keys; the rest is room
  size_t count_;  // of units_.units that are units; the rest is room
  Between between_;
  std::vector<Glyph> glyphs_;
};

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_UNITS_SINK_H_
