// SPDX-License-Identifier: Apache-2.0

#include "romanize/skeleton.h"

#include <algorithm>
#include <cstdint>

namespace khitai::romanize {
namespace {

constexpr char kUnwritten = '?';  // what an abjad leaves out
constexpr uint8_t kLow = 1;       // heights of vowels: a
constexpr uint8_t kFront = 2;     // i
constexpr uint8_t kRound = 4;     // u

std::string apply(const Tables& tables, const char* set,
                  std::string_view text) {
  std::vector<std::string> texts = {std::string(text)};
  const Passes* const passes = tables.set(set);
  if (passes != nullptr) passes->apply(&texts);
  return texts[0];
}

// The heights that the vowels of a slot may have between them.
uint8_t heights(const Tables& tables, std::string_view slot) {
  uint8_t bits = 0;
  for (char vowel : slot) bits |= tables.sound(vowel).vowels;
  return bits;
}

bool has_glide(std::string_view slot) {
  return slot.find_first_of("yv") != std::string_view::npos;
}

// In halves: 0 the same, 4 never the same.
int slot_cost(const Tables& tables, std::string_view a, std::string_view b,
              bool first, bool last) {
  constexpr std::string_view kAny(&kUnwritten, 1);
  if (a == b) return 0;
  if (first && (a == kAny || b == kAny)) return 0;  // initial alef
  if (a == kAny) return has_glide(b) ? 2 : 0;
  if (b == kAny) return has_glide(a) ? 2 : 0;
  if (a.empty() || b.empty()) return first || last ? 2 : 1;
  const uint8_t of_a = heights(tables, a);
  const uint8_t of_b = heights(tables, b);
  const auto only = [](uint8_t bits, uint8_t has, uint8_t lacks) {
    return (bits & has) != 0 && (bits & lacks) == 0;
  };
  if ((only(of_a, kFront, kRound) && only(of_b, kRound, kFront)) ||
      (only(of_b, kFront, kRound) && only(of_a, kRound, kFront))) {
    return 4;
  }
  if ((of_a & of_b) != 0) return 0;
  const bool low_and_front =
      (of_a == kLow && of_b == kFront) || (of_a == kFront && of_b == kLow);
  return low_and_front ? 2 : 4;
}

int slots_cost(const Tables& tables, const Skeleton& a, const Skeleton& b) {
  const size_t last = a.consonants.size();
  int cost = 0;
  for (size_t i = 0; i <= last; ++i) {
    cost += slot_cost(tables, a.slots[i], b.slots[i], i == 0, i == last);
  }
  return cost;
}

}  // namespace

Skeleton skeleton_of(const Tables& tables, char family, std::string_view body) {
  const bool abjad = family == 'a';
  Skeleton out;
  out.family = family;
  out.slots.emplace_back();
  const std::string key =
      apply(tables, abjad ? "skeleton-abjad" : "skeleton", body);
  for (char letter : key) {
    const Sound& sound = tables.sound(letter);
    if (sound.consonant != 0) {
      const bool merges = !out.consonants.empty() &&
                          out.consonants.back() == sound.consonant &&
                          out.slots.back().empty();
      if (merges) continue;
      out.consonants += sound.consonant;
      out.fine += sound.fine;
      out.slots.emplace_back();
    } else if (sound.vowels != 0) {
      out.slots.back() += letter;
    }
  }
  if (!abjad) return out;
  for (size_t i = 1; i + 1 < out.slots.size(); ++i) {
    if (out.slots[i].empty()) out.slots[i] = kUnwritten;
  }
  if (out.slots[0].starts_with('a')) out.slots[0][0] = kUnwritten;
  return out;
}

bool compatible(const Tables& tables, const Skeleton& a, const Skeleton& b) {
  if (a.family == 'z' || b.family == 'z') {
    return a.family == b.family && a.consonants == b.consonants;
  }
  if (a.family == 'a' && b.family == 'a') return a == b;
  if (a.consonants != b.consonants) return false;
  const size_t count = a.consonants.size();
  if (count < 2) return false;
  if (count == 2) {
    if (a.fine != b.fine) return false;
    const bool abjad = a.family == 'a' || b.family == 'a';
    return abjad ? slots_cost(tables, a, b) == 0 : a.slots == b.slots;
  }
  return slots_cost(tables, a, b) <= (count == 3 ? 1 : 2);
}

std::string shown(const Skeleton& skeleton) {
  std::string out(1, skeleton.family);
  out += ':';
  if (skeleton.family == 'z') return out + skeleton.consonants;
  out += skeleton.slots[0];
  for (size_t i = 0; i < skeleton.consonants.size(); ++i) {
    if (skeleton.consonants[i] == 'C') {
      out += "\xC4\x8C";
    } else {
      out += skeleton.consonants[i];
    }
    out += skeleton.slots[i + 1];
  }
  return out;
}

}  // namespace khitai::romanize
