// SPDX-License-Identifier: Apache-2.0

#include "context/language.h"

#include <algorithm>

#include "text/utf8.h"

namespace khitai::context {
namespace {

// A common word tells more than a letter does, since a letter may be in a
// foreign name.
constexpr double kWordWeight = 3;
constexpr double kLetterWeight = 1;

}  // namespace

LanguageGuesser::LanguageGuesser(const Lexicon& lexicon) {
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    if (cue.type != "language" || cue.cue.empty()) continue;
    if (cue.position == "letter") {
      const text::CodePoint letter =
          text::decode(cue.cue.data(), cue.cue.data() + cue.cue.size());
      if (!letter.valid || letter.size != cue.cue.size()) continue;
      letters_[letter.code].push_back(number_of(cue.lang));
      if (letter.code < kLowLetters) is_letter_[letter.code] = true;
    } else if (cue.position == "word") {
      add_word(cue.cue, number_of(cue.lang));
    }
  }
}

void LanguageGuesser::add_word(std::string_view word, uint32_t lang) {
  fold::Units units;
  fold::append_units(word, &units);
  if (units.units.size() != 1) return;
  const std::string_view key = units.key_of(units.units[0]);
  const uint32_t* const known = words_.find(key, units.hashes[0]);
  if (known != nullptr) return word_langs_[*known].push_back(lang);
  words_.add(key, units.hashes[0], static_cast<uint32_t>(word_langs_.size()));
  word_langs_.push_back({lang});
}

uint32_t LanguageGuesser::number_of(std::string_view lang) {
  const auto known = std::find(langs_.begin(), langs_.end(), lang);
  const auto number = static_cast<uint32_t>(known - langs_.begin());
  if (known == langs_.end()) langs_.push_back(lang);
  return number;
}

void LanguageGuesser::vote(const Langs& langs, double weight,
                           std::vector<double>* votes) const {
  for (const uint32_t lang : langs) (*votes)[lang] += weight;
}

void LanguageGuesser::vote_for_letters(std::string_view written,
                                       std::vector<double>* votes) const {
  for (size_t at = 0; at < written.size();) {
    if (static_cast<unsigned char>(written[at]) < 0x80) {
      ++at;
      continue;
    }
    const text::CodePoint letter =
        text::decode(written.data() + at, written.data() + written.size());
    at += letter.size;
    if (!letter.valid ||
        (letter.code < kLowLetters && !is_letter_[letter.code])) {
      continue;
    }
    const auto langs = letters_.find(letter.code);
    if (langs != letters_.end()) vote(langs->second, kLetterWeight, votes);
  }
}

// Of languages with as many votes the first by its tag.
std::string LanguageGuesser::guess(std::string_view text,
                                   const fold::Units& units) const {
  std::vector<double> votes(langs_.size());
  const size_t count = std::min(units.units.size(), kMaxUnits);
  for (size_t i = 0; i < count; ++i) {
    const fold::Unit& unit = units.units[i];
    const uint32_t* const word =
        words_.find(units.key_of(unit), units.hashes[i]);
    if (word != nullptr) vote(word_langs_[*word], kWordWeight, &votes);
    vote_for_letters(text.substr(unit.begin, unit.end - unit.begin), &votes);
  }
  std::string_view best;
  double most = 0;
  for (size_t lang = 0; lang < votes.size(); ++lang) {
    const double got = votes[lang];
    if (got > most || (got > 0 && got == most && langs_[lang] < best)) {
      best = langs_[lang];
      most = got;
    }
  }
  return std::string(best);
}

}  // namespace khitai::context
