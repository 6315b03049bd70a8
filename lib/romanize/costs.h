// SPDX-License-Identifier: Apache-2.0
//
// What it costs to take one spelling for another, letter by letter: the
// alignment behind `resolve` and `compare`. A model serves a pair of scripts
// ("Cyrl-Latn"): one or two letters of the one stand for up to three of the
// other, at minus the logarithm of their joint probability, fitted by
// expectation-maximization on pairs of names (Ristad and Yianilos 1998, with
// letter groups as in joint-sequence models, Bisani and Ney 2008). What the
// spelling on the right costs by itself, letter for letter, is taken off in
// part, so that long candidates do not lose for being long. Beside it, sounds:
// a distance between L2 readings, from a table made by hand.
//
// Tables: lexicon/tables/costs.tsv (fitted; its first line has the command),
// lexicon/conventions/sound_costs.tsv. Built once, then thread-safe.

#ifndef KHITAI_ROMANIZE_COSTS_H_
#define KHITAI_ROMANIZE_COSTS_H_

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace khitai::romanize {

using Letters = std::u32string;
Letters letters_of(std::string_view utf8);

inline constexpr size_t kMostFrom = 2;  // letters that one step takes
inline constexpr size_t kMostTo = 3;

// Costs of one pair of scripts, for L0 keys.
class Model {
 public:
  // Steps of up to kMostFrom to kMostTo letters, one of both may be none.
  void add(const Letters& from, const Letters& to, double cost);
  void add_letter(char32_t letter, double cost);
  void finish();  // once, after the last

  // The cheapest way from `a` to `b`, less a part of what `b` costs alone.
  // Time: size of a times size of b. Of one with many: aligner.h.
  double distance(const Letters& a, const Letters& b) const;

 private:
  friend class Aligner;
  static constexpr float kFar = 1e9f;        // no way
  static constexpr float kUnseen = 16;       // a step that was never fitted
  static constexpr float kUnseenSame = 6;    // ... of a letter for itself
  static constexpr float kUnseenLetter = 9;  // a letter that was never fitted
  static constexpr float kAlone = 0.85f;     // part of b's own cost, taken off

  static constexpr uint16_t kUnknown = 0xFFFF;
  // Numbers of the letter groups of one side; "" is 0.
  class Groups {
   public:
    uint16_t number(const char32_t* letters, size_t size) const;
    uint16_t make(const Letters& letters);
    size_t count() const { return count_; }  // "" among them

   private:
    struct Place {
      uint64_t key = 0;  // 0: none
      uint16_t number = 0;
    };
    Place* place(uint64_t key);
    std::vector<Place> places_;  // a power of two, open addressing
    size_t count_ = 1;
  };
  struct Slot {
    uint32_t key = UINT32_MAX;
    float cost = 0;
  };
  // Letters that the fitting never saw give way to their L1 keys.
  static Letters known(const Letters& letters, const Groups& groups);
  float cost(uint16_t from, uint16_t to) const;
  // Of a letter of the right side by itself.
  float alone(char32_t letter) const;
  // The steps of a group of the left side.
  std::pair<const Slot*, const Slot*> steps_of(uint16_t from) const;

  Groups from_, to_;
  std::vector<Slot> added_;  // by group, once all are there
  std::vector<Slot> slots_;  // a power of two, open addressing
  bool bounded_ = true;      // no step costs less than nothing
  std::unordered_map<char32_t, float> letters_;
};

// Distances between L2 readings.
class SoundCosts {
 public:
  SoundCosts();
  // Of a letter for another; `b` empty: of a letter that is left out.
  void add(std::string_view a, std::string_view b, double cost);
  // `unwritten`: `a` is an abjad's, vowels of `b` come nearly free.
  // What is above `most` may come out as any other number above it.
  double distance(std::string_view a, std::string_view b, bool unwritten,
                  double most = std::numeric_limits<double>::infinity()) const;

 private:
  float drop(std::string_view word, size_t at, bool free) const;

  std::array<std::array<float, 128>, 128> swap_;
  std::array<float, 128> drop_;
};

class Costs {
 public:
  // `from` "*": what `to` costs alone.
  void add_step(std::string_view pair, std::string_view from,
                std::string_view to, std::string_view cost);
  void add_sound(std::string_view a, std::string_view b, std::string_view cost);
  void finish();
  // Null when no such pair was fitted.
  const Model* model(std::string_view from_script,
                     std::string_view to_script) const;
  const SoundCosts& sounds() const { return sounds_; }

 private:
  std::map<std::string, Model, std::less<>> models_;
  SoundCosts sounds_;
};

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_COSTS_H_
