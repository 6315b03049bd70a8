// SPDX-License-Identifier: Apache-2.0

#include "context/language.h"

#include <algorithm>
#include <map>

namespace khitai::context {
namespace {

// A common word tells more than a letter does, since a letter may be in a
// foreign name.
constexpr double kWordWeight = 3;
constexpr double kLetterWeight = 1;

size_t character_size(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
  return end - at;
}

}  // namespace

LanguageGuesser::LanguageGuesser(const Lexicon& lexicon) {
  for (uint32_t i = 0; i < lexicon.cue_count(); ++i) {
    const Lexicon::Cue cue = lexicon.cue(i);
    if (cue.type != "language") continue;
    if (cue.position == "letter") {
      letters_[std::string(cue.cue)].push_back(cue.lang);
    } else if (cue.position == "word") {
      words_[fold::match_key(cue.cue)].push_back(cue.lang);
    }
  }
}

std::string LanguageGuesser::guess(std::string_view text,
                                   const fold::Units& units) const {
  std::map<std::string_view, double> votes;
  const size_t count = std::min(units.units.size(), kMaxUnits);
  std::string buffer;
  for (size_t i = 0; i < count; ++i) {
    const fold::Unit& unit = units.units[i];
    buffer = units.key_of(unit);
    const auto word = words_.find(buffer);
    if (word != words_.end()) {
      for (std::string_view lang : word->second) votes[lang] += kWordWeight;
    }
    const std::string_view written =
        text.substr(unit.begin, unit.end - unit.begin);
    for (size_t at = 0; at < written.size();) {
      const size_t size = character_size(written, at);
      if (static_cast<unsigned char>(written[at]) >= 0x80) {
        buffer = written.substr(at, size);
        const auto letter = letters_.find(buffer);
        if (letter != letters_.end()) {
          for (std::string_view lang : letter->second) {
            votes[lang] += kLetterWeight;
          }
        }
      }
      at += size;
    }
  }
  std::string_view best;
  double most = 0;
  for (const auto& [lang, vote] : votes) {
    if (vote > most) {
      best = lang;
      most = vote;
    }
  }
  return std::string(best);
}

}  // namespace khitai::context
