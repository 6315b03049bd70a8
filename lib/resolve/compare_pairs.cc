// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_pairs.h"

#include <algorithm>
#include <string_view>

#include "romanize/syllables.h"

namespace khitai::resolve {
namespace {

using romanize::Letters;

constexpr double kVowel = 0.8;      // a vowel for another
constexpr double kDoubled = 0.5;    // a letter written twice
constexpr double kLookAlike = 0.4;  // a digit for the letter it looks like
constexpr double kSwapped = 1;      // neighbours
constexpr double kSound = 1.25;     // letters, for a unit of sounds
constexpr double kAnother = 0.25;   // letters that another script counts for
constexpr double kReadAlike = 0.2;  // ... that another convention does
constexpr double kWiderPair = 0.3;  // ... a reading that only L3 takes in
constexpr double kSyllable = 2;     // letters, for a unit of syllables
constexpr double kTones = 1.5;      // letters that other tones count for
constexpr double kHan = 2.5;        // letters that a character counts for
constexpr double kModel = 0.355;    // of the letter model, as in near.h
constexpr double kPerLetter = 0.97;
constexpr double kFar = 1e6;

bool is_vowel(char32_t letter) {
  return letter < 128 &&
         std::string_view("aeiouy").find(static_cast<char>(letter)) !=
             std::string_view::npos;
}

bool look_alike(char32_t a, char32_t b) {
  constexpr std::u32string_view kPairs = U"0o1i1l3e5s8b9g";
  for (size_t i = 0; i + 1 < kPairs.size(); i += 2) {
    if ((a == kPairs[i] && b == kPairs[i + 1]) ||
        (b == kPairs[i] && a == kPairs[i + 1])) {
      return true;
    }
  }
  return false;
}

double swap_cost(char32_t a, char32_t b) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return kVowel;
  return look_alike(a, b) ? kLookAlike : 1;
}

double drop_cost(const Letters& letters, size_t at) {
  return at > 0 && letters[at] == letters[at - 1] ? kDoubled : 1;
}

bool has_family(const Token& token, char family) {
  return std::any_of(token.spelling.readings.begin(),
                     token.spelling.readings.end(),
                     [&](const std::string& key) { return key[0] == family; });
}

bool share_reading(const Token& a, const Token& b) {
  const auto& all = b.spelling.readings;
  return std::any_of(a.spelling.readings.begin(), a.spelling.readings.end(),
                     [&](const std::string& key) {
                       return std::find(all.begin(), all.end(), key) !=
                              all.end();
                     });
}

// Whose characters say as much as several letters.
bool writes_syllables(std::string_view script) {
  return script == "Hani" || script == "Hang";
}

class Comparer {
 public:
  Comparer(const romanize::Tables& tables, const Token& a, const Token& b)
      : tables_(tables), a_(a), b_(b) {}

  Nearness run() {
    Nearness out;
    out.size =
        static_cast<double>(std::max(a_.letters.size(), b_.letters.size()));
    if (out.size == 0) return out;
    if (a_.spelling.script == b_.spelling.script &&
        writes_syllables(a_.spelling.script)) {
      return of_characters(out);
    }
    if (other_tones()) {
      out.met = Meeting::kVariant;
      out.cost = kTones;
      return out;
    }
    if (a_.letters == b_.letters && !parted_otherwise()) {
      out.met = Meeting::kSame;
      return out;
    }
    if (share_reading(a_, b_)) {
      out.met = Meeting::kReading;
      out.cost = kReadAlike;
      return out;
    }
    out.met = Meeting::kVariant;
    out.cost = variant_cost();
    out.model = model_odds();
    return out;
  }

 private:
  // Characters that differ; one that is only read alike is another.
  Nearness of_characters(Nearness out) const {
    out.cost = letter_distance(a_.letters, b_.letters) * kHan;
    out.size *= kHan;
    out.met = out.cost == 0 ? Meeting::kSame : Meeting::kVariant;
    return out;
  }

  // Whether both are Mandarin and nothing else, in other syllables: the
  // letters of Xi'an and Xian are the same.
  bool parted_otherwise() const {
    return has_family(a_, 'z') && has_family(b_, 'z') &&
           (!has_family(a_, 'w') || !has_family(b_, 'w')) &&
           !share_reading(a_, b_);
  }

  // Whether both are Mandarin with tone marks, and the tones differ.
  bool other_tones() const {
    if (a_.letters != b_.letters || !has_family(a_, 'z') ||
        has_family(a_, 'w') || a_.spelling.l0 == b_.spelling.l0) {
      return false;
    }
    return has_tone(a_) && has_tone(b_);
  }

  bool has_tone(const Token& token) const {
    const auto& toned = tables_.members("toned-letter");
    return std::any_of(toned.begin(), toned.end(), [&](const auto& letter) {
      return token.spelling.l0.find(letter) != std::string::npos;
    });
  }

  double variant_cost() const {
    const double sounds = sound_cost();
    if (a_.spelling.script != b_.spelling.script) {
      return std::min(kAnother + sounds, kFar);
    }
    const double letters = letter_distance(a_.letters, b_.letters);
    if (parted_otherwise()) return std::max(letters, 1 + syllable_cost());
    return std::min(letters, kReadAlike + sounds);
  }

  // What the letter model of two scripts says for them; it knows one way.
  double model_odds() const {
    const std::string_view one = a_.spelling.script;
    const std::string_view other = b_.spelling.script;
    if (one == other) return 0;
    const auto& costs = tables_.costs();
    if (const auto* const model = costs.model(one, other)) {
      return odds_of(*model, a_, b_);
    }
    if (const auto* const model = costs.model(other, one)) {
      return odds_of(*model, b_, a_);
    }
    return 0;
  }

  static double odds_of(const romanize::Model& model, const Token& from,
                        const Token& to) {
    const Letters one = romanize::letters_of(from.spelling.l0);
    const double cost =
        model.distance(one, romanize::letters_of(to.spelling.l0));
    const auto size = static_cast<double>(one.size());
    return std::clamp(kPerLetter * size - kModel * cost, -10.0, 10.0);
  }

  // Between the readings that are nearest.
  double sound_cost() const {
    double least = kFar;
    const auto compare = [&](const auto& ours, const auto& theirs,
                             double penalty) {
      for (std::string_view one : ours) {
        for (std::string_view other : theirs) {
          least = std::min(least, penalty + between(one, other));
        }
      }
    };
    compare(a_.spelling.readings, b_.spelling.readings, 0);
    compare(a_.spelling.wider, b_.spelling.readings, kWiderPair);
    compare(a_.spelling.readings, b_.spelling.wider, kWiderPair);
    return least;
  }

  double syllable_cost() const {
    double least = kFar;
    for (std::string_view one : a_.spelling.readings) {
      for (std::string_view other : b_.spelling.readings) {
        if (one[0] == 'z' && other[0] == 'z') {
          least = std::min(least, between(one, other));
        }
      }
    }
    return least;
  }

  double between(std::string_view ours, std::string_view theirs) const {
    if (ours.size() < 2 || theirs.size() < 2) return kFar;
    const char from = ours[0];
    const char to = theirs[0];
    ours.remove_prefix(2);
    theirs.remove_prefix(2);
    if (from == 'z' && to == 'z') {
      return kSyllable *
             romanize::syllable_distance(tables_.syllables(), ours, theirs);
    }
    const auto sounding = [](char family) {
      return family == 'w' || family == 'a';
    };
    if (!sounding(from) || !sounding(to)) return kFar;
    const auto& costs = tables_.costs().sounds();
    // The vowels that an abjad leaves out come free on the other side only.
    if (to == 'a' && from == 'w') {
      return kSound * costs.distance(theirs, ours, true);
    }
    return kSound * costs.distance(ours, theirs, from != to);
  }

  const romanize::Tables& tables_;
  const Token& a_;
  const Token& b_;
};

}  // namespace

double letter_distance(const Letters& a, const Letters& b) {
  // Optimal string alignment: neighbours may change places.
  std::vector<double> before(b.size() + 1), above(b.size() + 1),
      row(b.size() + 1);
  for (size_t j = 1; j <= b.size(); ++j) {
    above[j] = above[j - 1] + drop_cost(b, j - 1);
  }
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = above[0] + drop_cost(a, i - 1);
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + drop_cost(a, i - 1),
                         row[j - 1] + drop_cost(b, j - 1),
                         above[j - 1] + swap_cost(a[i - 1], b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + kSwapped);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

Nearness nearness(const romanize::Tables& tables, const Token& a,
                  const Token& b) {
  return Comparer(tables, a, b).run();
}

}  // namespace khitai::resolve
