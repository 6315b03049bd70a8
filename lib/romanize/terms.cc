// SPDX-License-Identifier: Apache-2.0

#include "romanize/terms.h"

#include <algorithm>
#include <bit>

#include "romanize/mandarin.h"
#include "romanize/split.h"

namespace khitai::romanize {
namespace {

// Sounds of the longest skeleton that is filed, and looked for, with one or
// two left out as well; no name is as long, and there would be too many.
constexpr size_t kLongestShortened = 64;
constexpr size_t kLongestDistant = 40;

void add_term(std::string term, std::vector<std::string>* terms) {
  if (std::find(terms->begin(), terms->end(), term) == terms->end()) {
    terms->push_back(std::move(term));
  }
}

void add_consonants(const Skeleton& skeleton, std::vector<std::string>* terms) {
  const std::string whole = "s:" + skeleton.consonants;
  const size_t count = skeleton.consonants.size();
  add_term(whole, terms);
  if (count < 2 || count > kLongestShortened) return;
  for (size_t at = whole.size() - count; at < whole.size(); ++at) {
    std::string term = whole;
    term.erase(at, 1);
    add_term(std::move(term), terms);
  }
}

// Of characters for a foreign name, of which there are many: whole only, and
// only where it tells something. What is looked for has its left out.
void add_foreign(const Skeleton& skeleton, std::string_view characters,
                 std::vector<std::string>* terms) {
  constexpr size_t kTwo = 6;  // bytes of two characters
  const size_t fewest = characters.size() > kTwo ? 2 : 3;
  if (skeleton.consonants.size() < fewest) return;
  add_term("s:" + skeleton.consonants, terms);
}

void add_syllables(const Skeleton& skeleton, std::vector<std::string>* terms) {
  add_term("z:" + skeleton.consonants, terms);
  const std::vector<std::string_view> parts = split(skeleton.consonants, '-');
  if (parts.size() < 3 || parts.size() > kLongestShortened) return;
  for (size_t left = 0; left < parts.size(); ++left) {
    std::string term = "z:";
    for (size_t i = 0; i < parts.size(); ++i) {
      if (i == left) continue;
      if (term.size() > 2) term += '-';
      term += parts[i];
    }
    add_term(std::move(term), terms);
  }
}

bool is_vowel(char c) {
  return std::string_view("aeiouyv").find(c) != std::string_view::npos;
}

// Vowels by height.
char coarse(char c) {
  switch (c) {
    case 'e':
      return 'a';
    case 'y':
      return 'i';
    case 'o':
    case 'v':
      return 'u';
    default:
      return c;
  }
}

uint32_t bit_of(char a, char b) {
  const uint32_t mixed =
      static_cast<uint8_t>(a) * 31u + static_cast<uint8_t>(b);
  return mixed * 2654435761u >> 28;
}

}  // namespace

std::vector<std::string> skeleton_terms(const Tables& tables,
                                        const Spelling& spelling) {
  std::vector<std::string> terms;
  bool any = false;
  for (const Skeleton& skeleton : spelling.skeletons) {
    if (skeleton.family == 'z') {
      add_syllables(skeleton, &terms);
    } else {
      add_consonants(skeleton, &terms);
      any = true;
    }
  }
  for (const std::string& reading : spelling.wider) {
    const std::string_view body = std::string_view(reading).substr(2);
    if (reading[0] == 'z') {
      Skeleton skeleton;
      skeleton.consonants = bare_key(tables, body);
      add_syllables(skeleton, &terms);
    } else if (spelling.script == "Hani") {
      add_foreign(skeleton_of(tables, reading[0], body), spelling.l1, &terms);
    } else {
      add_consonants(skeleton_of(tables, reading[0], body), &terms);
    }
  }
  for (const std::string& reading : spelling.readings) {
    if (any || (reading[0] != 'w' && reading[0] != 'a')) continue;
    add_consonants(skeleton_of(tables, reading[0], reading.substr(2)), &terms);
  }
  return terms;
}

std::vector<std::string> syllable_terms(const Tables& tables,
                                        std::string_view syllables) {
  std::vector<std::string> terms;
  Skeleton skeleton;
  skeleton.consonants = bare_key(tables, syllables);
  add_syllables(skeleton, &terms);
  return terms;
}

std::vector<std::string> distant_terms(const Spelling& spelling) {
  constexpr size_t kFewest = 5;
  std::vector<std::string> terms;
  for (const Skeleton& skeleton : spelling.skeletons) {
    const std::string& all = skeleton.consonants;
    if (skeleton.family == 'z' || all.size() < kFewest ||
        all.size() > kLongestDistant) {
      continue;
    }
    for (size_t i = 0; i < all.size(); ++i) {
      for (size_t j = i + 1; j < all.size(); ++j) {
        add_term("s:" + all.substr(0, i) + all.substr(i + 1, j - i - 1) +
                     all.substr(j + 1),
                 &terms);
      }
    }
  }
  return terms;
}

size_t edits_for(size_t letters, size_t most) {
  constexpr size_t kFewest = 4;
  constexpr size_t kMany = 8;
  if (letters < kFewest) return 0;
  return letters < kMany ? std::min<size_t>(most, 1) : most;
}

namespace {

uint32_t syllable_mark(const Spelling& spelling) {
  uint32_t mark = 0;
  for (const Skeleton& skeleton : spelling.skeletons) {
    if (skeleton.family != 'z') continue;
    for (std::string_view syllable : split(skeleton.consonants, '-')) {
      uint32_t mixed = 0;
      for (char c : syllable) mixed = mixed * 31 + static_cast<uint8_t>(c);
      mark |= uint32_t{1} << (mixed * 2654435761u >> 27);
    }
  }
  return mark;
}

// Consonants that follow each other in the lower half, vowels and what stands
// before them in the upper one.
uint32_t sound_mark(std::string_view body) {
  uint32_t mark = 0;
  char last = '^';
  char consonant = '^';
  for (char c : body) {
    if (is_vowel(c)) {
      mark |= uint32_t{1} << (16 + bit_of(consonant, coarse(c)));
    } else {
      mark |= uint32_t{1} << bit_of(consonant, c);
      consonant = c;
    }
    last = c;
  }
  return mark | uint32_t{1} << (16 + bit_of(coarse(last), '$'));
}

}  // namespace

const std::string* vowelled(const Spelling& spelling) {
  const auto find = [](const std::vector<std::string>& readings) {
    const auto found = std::find_if(
        readings.begin(), readings.end(),
        [](const std::string& reading) { return reading[0] == 'w'; });
    return found == readings.end() ? nullptr : &*found;
  };
  const std::string* const own = find(spelling.readings);
  const bool wider = spelling.script == "Hani" || spelling.script == "Arab";
  return own == nullptr && wider ? find(spelling.wider) : own;
}

Marks marks_of(const Spelling& spelling) {
  Marks marks;
  marks.syllables = syllable_mark(spelling);
  const std::string* sounds = vowelled(spelling);
  for (const std::string& reading : spelling.readings) {
    if (sounds != nullptr) break;
    if (reading[0] == 'w' || reading[0] == 'a') sounds = &reading;
  }
  if (sounds != nullptr) {
    marks.sounds = sound_mark(std::string_view(*sounds).substr(2));
  }
  return marks;
}

uint32_t unlike(uint32_t a, uint32_t b, bool vowels) {
  const uint32_t differ = a ^ b;
  return static_cast<uint32_t>(
      std::popcount(vowels ? differ : differ & 0xFFFF));
}

}  // namespace khitai::romanize
