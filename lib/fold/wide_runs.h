// SPDX-License-Identifier: Apache-2.0
//
// What the wide scanner (wide.h) knows of the words of a window before it looks
// at any of them. A *run* is a row of word bytes: ASCII letters and digits, and
// bytes from 0x80 on. 64 bytes of text are one number a question ("is this one
// a letter?"), and additions answer it for whole runs: added to the bytes that
// are of a kind, a run's first byte carries through to the byte behind the run
// if all of them are, as 0b0111 + 0b0001 = 0b1000. So answers about a run stand
// where it ends, answers about what stands before it where it begins.

#ifndef KHITAI_FOLD_WIDE_RUNS_H_
#define KHITAI_FOLD_WIDE_RUNS_H_

#include <cstddef>
#include <cstdint>

#include "base/wide.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

// Bytes whose words are looked for at a time.
inline constexpr size_t kWindow = 4096;

// Has the same bytes of the next window brought near: a window is run through
// faster than memory follows.
inline void fetch_ahead(const char* at) {
  __builtin_prefetch(
      reinterpret_cast<const void*>(reinterpret_cast<uintptr_t>(at) + kWindow));
}

// What each of 64 bytes is, a bit each, the first byte lowest.
struct Roles {
  uint64_t word;     // of a run
  uint64_t high;     // from 0x80 on
  uint64_t letter;   // an ASCII letter
  uint64_t numeral;  // I, V or X
  // Of bytes that are part of no run: blanks have no bit.
  uint64_t line;  // a line feed
  uint64_t mark;  // punctuation
  uint64_t stop;  // that is a full stop
  uint64_t hard;  // controls, carriage return, and behind which a word may go
                  // on: ' ` : ^
};

// Answers, a bit for each byte of a window.
class BitRow {
 public:
  bool at(size_t byte) const {
    return (words_[byte / 64] >> (byte % 64) & 1) != 0;
  }
  void put(size_t byte, uint64_t bits) { words_[byte / 64] = bits; }

 private:
  uint64_t words_[kWindow / 64 + 1];
};

struct Runs {
  // By the byte behind a run. A *plain* word has up to 16 ASCII letters, or
  // digits, cannot be a numeral of I, V and X, nor go on behind the run.
  BitRow plain;
  BitRow high;  // no ASCII in it, and it does not go on behind
  // The same, and blanks and punctuation alone before it, with no two line
  // feeds.
  BitRow plain_follows;
  BitRow high_follows;
  // By the first byte of a run: blanks alone before it; a full stop and blanks
  // alone; blanks alone, or a full stop behind a run of up to three bytes,
  // which may be an abbreviation, and blanks.
  BitRow after_space;
  BitRow after_stop;
  BitRow after_short;
};

// Reads the runs of a window, 64 bytes at a time.
class RunReader {
 public:
  // Takes the next 64 bytes, from byte `at` of the window on. Returns where
  // runs begin and end, a bit each.
  KHITAI_AVX2 uint64_t take(const Roles& roles, size_t at, Runs* runs);

 private:
  // Where runs begin, and where the bytes behind them are.
  struct Edges {
    uint64_t begins;
    uint64_t ends;
  };
  // Adds `from` to `kind`: set where what is of a kind from there on ends.
  KHITAI_AVX2 static uint64_t through(uint64_t kind, uint64_t from,
                                      unsigned char* carry) {
    unsigned long long sum = 0;
    *carry = _addcarry_u64(*carry, kind, from, &sum);
    return sum;
  }
  // The bits one further, that of the last byte into the next 64.
  static uint64_t shift(uint64_t bits, uint64_t* last) {
    const uint64_t shifted = bits << 1 | *last;
    *last = bits >> 63;
    return shifted;
  }
  KHITAI_AVX2 uint64_t take_gaps(const Roles& roles, const Edges& edges,
                                 size_t at, Runs* runs);
  uint64_t take_high(size_t at, Runs* runs);
  KHITAI_AVX2 uint64_t within_16(uint64_t begins);
  uint64_t within_3(uint64_t begins) const;

  unsigned char plain_ = 0, high_ = 0, plain_follows_ = 0, high_follows_ = 0,
                second_ = 0, space_ = 0, stop_ = 0, short_ = 0, clear_ = 0;
  uint64_t word_ = 0, letter_ = 0, line_ = 0, first_stop_ = 0, short_stop_ = 0;
  uint64_t begins_ = 0;  // all of the 64 bytes before
};

[[gnu::always_inline]] inline uint64_t RunReader::take(const Roles& roles,
                                                       size_t at, Runs* runs) {
  if (roles.high == ~uint64_t{0}) return take_high(at, runs);
  const uint64_t behind = shift(roles.word, &word_);
  const Edges edges = {roles.word & ~behind, behind & ~roles.word};
  const uint64_t follows = take_gaps(roles, edges, at, runs);
  // Of what the next 64 bytes begin with, the worst is taken for granted.
  const uint64_t begins =
      edges.begins &
      ~(roles.numeral & (roles.numeral >> 1 | uint64_t{1} << 63));
  const uint64_t changes = roles.letter ^ shift(roles.letter, &letter_);
  const uint64_t ascii = roles.word & ~roles.high & (~changes | edges.begins);
  const uint64_t ends = edges.ends & ~roles.hard;
  const uint64_t plain_ends = ends & within_16(edges.begins);
  runs->plain.put(at, through(ascii, begins, &plain_) & plain_ends);
  runs->plain_follows.put(
      at, through(ascii, begins & follows, &plain_follows_) & plain_ends);
  runs->high.put(at, through(roles.high, edges.begins, &high_) & ends);
  runs->high_follows.put(at,
                         through(roles.high, follows, &high_follows_) & ends);
  return edges.begins | edges.ends;
}

// 64 bytes from 0x80 on, as of Chinese: no run ends in them, and one may begin
// with the first.
inline uint64_t RunReader::take_high(size_t at, Runs* runs) {
  const uint64_t begins = ~word_ & 1;
  runs->plain.put(at, 0);
  runs->plain_follows.put(at, 0);
  runs->high.put(at, 0);
  runs->high_follows.put(at, 0);
  runs->after_space.put(at, space_ & begins);
  runs->after_stop.put(at, (stop_ | first_stop_) & begins);
  runs->after_short.put(at, (short_ | short_stop_) & begins);
  high_ = static_cast<unsigned char>(high_ | begins);
  high_follows_ = static_cast<unsigned char>(high_follows_ | (clear_ & begins));
  plain_ = plain_follows_ = second_ = space_ = stop_ = short_ = clear_ = 0;
  letter_ = line_ = first_stop_ = short_stop_ = 0;
  word_ = 1;
  begins_ = begins;
  return begins;
}

// Returns where runs begin that have but blanks and punctuation before them.
[[gnu::always_inline]] inline uint64_t RunReader::take_gaps(const Roles& roles,
                                                            const Edges& edges,
                                                            size_t at,
                                                            Runs* runs) {
  const uint64_t gap = ~roles.word;
  // Line feeds behind another one of the same gap.
  const uint64_t second =
      through(gap & ~roles.line, shift(roles.line, &line_), &second_) &
      roles.line;
  const uint64_t clear = gap & ~(roles.hard | second);
  const uint64_t soft = clear & ~roles.mark;
  const uint64_t stops = edges.ends & roles.stop;
  const uint64_t first_stop = shift(stops, &first_stop_);
  const uint64_t short_stop =
      shift(stops & within_3(edges.begins), &short_stop_);
  runs->after_space.put(at, through(soft, edges.ends, &space_) & edges.begins);
  runs->after_stop.put(at, through(soft, first_stop, &stop_) & edges.begins);
  runs->after_short.put(
      at, through(soft, edges.ends | short_stop, &short_) & edges.begins);
  return through(clear, edges.ends, &clear_) & edges.begins;
}

// Places from one to three bytes behind one where a run begins, before
// within_16() is asked.
[[gnu::always_inline]] inline uint64_t RunReader::within_3(
    uint64_t begins) const {
  return (begins << 1 | begins_ >> 63) | (begins << 2 | begins_ >> 62) |
         (begins << 3 | begins_ >> 61);
}

// Places from one to sixteen bytes behind one where a run begins.
[[gnu::always_inline]] inline uint64_t RunReader::within_16(uint64_t begins) {
  __extension__ typedef unsigned __int128 Wide;
  Wide near = static_cast<Wide>(begins) << 64 | begins_;
  begins_ = begins;
  near |= near << 1;
  near |= near << 2;
  near |= near << 4;
  near |= near << 8;
  return static_cast<uint64_t>(near >> 63);
}

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_RUNS_H_
