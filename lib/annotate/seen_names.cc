// SPDX-License-Identifier: Apache-2.0

#include "annotate/seen_names.h"

#include <algorithm>
#include <utility>

namespace khitai::annotate {

void SeenName::add(const SeenName& later) {
  for (const auto& [text, times] : later.texts) texts[text] += times;
  for (const auto& [lang, times] : later.langs) langs[lang] += times;
  for (const SuggestedPlace& place : later.places) {
    if (places.size() == Suggestion::kMostPlaces) break;
    places.push_back(place);
  }
  if (context.empty()) context = later.context;
  for (const SeenCue& cue : later.cues) {
    const auto same =
        std::find_if(cues.begin(), cues.end(), [&](const SeenCue& one) {
          return one.words == cue.words && one.type == cue.type &&
                 one.before == cue.before;
        });
    if (same == cues.end()) {
      cues.push_back(cue);
    } else {
      same->count += cue.count;
    }
  }
  count += later.count;
  documents += later.documents;
  words = std::max(words, later.words);
  capital += later.capital;
  opening += later.opening;
  framed += later.framed;
  fathered += later.fathered;
  numbered += later.numbered;
  company += later.company;
  total += later.total;
  sounds = std::max(sounds, later.sounds);
  foreign_script |= later.foreign_script;
  near |= later.near;
  nouns |= later.nouns;
}

void SeenNames::add(SeenNames later) {
  for (auto& [key, name] : later.names) {
    const auto [place, fresh] = names.try_emplace(key, SeenName());
    if (fresh) {
      place->second = std::move(name);
    } else {
      place->second.add(name);
    }
  }
  for (const auto& [word, times] : later.small) small[word] += times;
}

}  // namespace khitai::annotate
