// SPDX-License-Identifier: Apache-2.0

#include "annotate/rank_names.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <unordered_set>
#include <utility>

#include "annotate/near_words.h"
#include "base/ordered_pool.h"
#include "fold/fold.h"

namespace khitai::annotate {
namespace {

constexpr double kNearEnough = 0.6;  // probability that speaks for a name alone
constexpr double kLeastFramed = 0.3;  // of a word's places are beside cues
constexpr size_t kLeastTimes = 2;     // beside a cue, of words without case
constexpr double kLeastSounds = 3.5;  // nats, cues and repetition included
constexpr double kCueSounds = 1.5;    // what a cue is worth of these
constexpr double kMostRepeated = 3;

double times(size_t count) { return std::log2(1 + static_cast<double>(count)); }

double share(size_t part, size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

std::string often(size_t count) {
  return count == 1 ? "once" : std::to_string(count) + " times";
}

// The type most cues call for.
std::string type_of(const SeenName& seen) {
  std::map<std::string, size_t> types;
  for (const SeenCue& cue : seen.cues) types[cue.type] += cue.count;
  if (seen.fathered > 0) types["person"] += seen.fathered;
  return most_frequent(types);
}

// Whether the texts tell that it is a word: usually written small, or with a
// number behind it.
bool is_word(const SeenNames& names, const std::string& key,
             const SeenName& seen) {
  constexpr size_t kShare = 4;
  if (2 * seen.numbered > seen.count) return true;
  const auto small = names.small.find(key);
  return small != names.small.end() && seen.framed == 0 &&
         kShare * small->second >= seen.capital;
}

bool has_case(const SeenName& seen) { return seen.capital + seen.opening > 0; }

}  // namespace

std::string most_frequent(const std::map<std::string, size_t>& counts) {
  std::string best;
  size_t most = 0;
  for (const auto& [text, count] : counts) {
    if (count > most) {
      best = text;
      most = count;
    }
  }
  return best;
}

double NameRanker::points_of_capitals(const SeenName& seen) const {
  const bool shown = seen.capital > 0 && !seen.nouns;
  if (!shown && seen.framed == 0) return 0;
  return times(seen.capital) + times(seen.framed) + (seen.words > 1 ? 0.5 : 0);
}

double NameRanker::points_of_words(const SeenName& seen) const {
  if (seen.sounds > 0) {
    const double sum = seen.sounds +
                       std::min(times(seen.count) - 1, kMostRepeated) +
                       (seen.framed > 0 ? kCueSounds : 0);
    return sum < kLeastSounds ? 0 : sum / kLeastSounds + times(seen.count);
  }
  if (seen.foreign_script) return times(seen.count);
  if (seen.fathered > 0 && share(seen.fathered, seen.total) >= kLeastFramed) {
    return 1 + times(seen.fathered);
  }
  // Behind "the city of" a verb is rarer than behind "the sultan".
  const size_t least = type_of(seen) == "place" ? 1 : kLeastTimes;
  if (seen.framed >= least && share(seen.framed, seen.total) >= kLeastFramed) {
    return times(seen.framed);
  }
  return 0;
}

// False: nothing speaks for it.
bool NameRanker::judge(const SeenNames& names, Judged* one) const {
  const SeenName& seen = *one->seen;
  const bool cased = has_case(seen);
  if (cased && is_word(names, one->key, seen)) return false;
  one->points = cased ? points_of_capitals(seen) : points_of_words(seen);
  if (one->points > 0) {
    one->points += share(seen.company, seen.count);
    return true;
  }
  one->doubtful = cased ? seen.nouns || seen.company > 0
                        : seen.framed > 0 || (seen.near && seen.company > 0);
  return one->doubtful;
}

void NameRanker::look_up(Judged* one) const {
  constexpr double kLeast = 0.05;
  Query query;
  query.name = most_frequent(one->seen->texts);
  query.lang = most_frequent(one->seen->langs);
  constexpr size_t kLeastConsonants = 3;
  const bool worth = one->doubtful
                         ? is_spelled_nearly(lexicon_, query.name, query.lang,
                                             kLeastConsonants)
                         : may_be_near(lexicon_, query.name, query.lang);
  if (!worth) return;
  query.year = options_.year;
  query.written = options_.written;
  one->nearest = resolve_name(lexicon_, query).candidates;
  std::erase_if(one->nearest, [](const Candidate& candidate) {
    return candidate.probability < kLeast;
  });
  if (one->nearest.empty()) return;
  one->nearness = one->nearest[0].probability;
}

std::vector<std::string> NameRanker::why(const Judged& one) const {
  const SeenName& seen = *one.seen;
  std::vector<std::string> words;
  if (seen.capital > 0 && !seen.nouns) {
    words.push_back("capitalized " + often(seen.capital));
  }
  for (const SeenCue& cue : seen.cues) {
    words.push_back(std::string(cue.before ? "behind" : "before") +
                    " the cue \xE2\x80\x98" + cue.words + "\xE2\x80\x99" +
                    (cue.count > 1 ? " " + often(cue.count) : ""));
  }
  if (seen.fathered > 0) {
    words.push_back("beside a word for child " + often(seen.fathered));
  }
  if (seen.sounds > 0) words.push_back("characters that write foreign sounds");
  if (seen.foreign_script) words.push_back("in katakana");
  if (one.nearness >= 0.5) {
    char number[16];
    std::snprintf(number, sizeof number, "%.2f", one.nearness);
    words.push_back("near " +
                    std::string(lexicon_.entity(one.nearest[0].entity).id) +
                    " " + number);
  }
  if (seen.company > 0) {
    words.push_back("close to known names " + often(seen.company));
  }
  return words;
}

Suggestion NameRanker::suggestion_of(const Judged& one) const {
  const SeenName& seen = *one.seen;
  Suggestion out;
  out.text = most_frequent(seen.texts);
  out.lang = most_frequent(seen.langs);
  out.type = type_of(seen);
  out.count = seen.count;
  out.documents = seen.documents;
  out.places = seen.places;
  out.context = seen.context;
  out.why = why(one);
  out.nearest = one.nearest;
  if (out.nearest.size() > options_.nearest) {
    out.nearest.resize(options_.nearest);
  }
  const double points =
      one.doubtful ? one.nearness : one.points + 2 * one.nearness;
  out.score = 1 - 1 / (1 + points);
  return out;
}

std::vector<NameRanker::Judged> NameRanker::judged(
    const SeenNames& names) const {
  std::unordered_set<std::string> decided;
  for (const std::string& text : options_.decided) {
    decided.insert(fold::match_key(text));
  }
  std::vector<Judged> all;
  for (const auto& [key, seen] : names.names) {
    Judged one;
    one.key = key;
    one.seen = &seen;
    if (decided.contains(key) || !judge(names, &one)) continue;
    const std::string type = type_of(seen);
    const bool other = !type.empty() && type != options_.type;
    if (options_.type.empty() || !other) all.push_back(std::move(one));
  }
  return all;
}

// A look-up takes a millisecond: of very many only the best are worth it, and
// those that nothing else speaks for.
void NameRanker::look_up_all(std::vector<Judged>* all) const {
  constexpr size_t kMost = 1000;
  std::vector<size_t> wanted;
  std::vector<size_t> others;
  for (size_t i = 0; i < all->size(); ++i) {
    ((*all)[i].doubtful ? wanted : others).push_back(i);
  }
  std::stable_sort(others.begin(), others.end(), [&](size_t a, size_t b) {
    return (*all)[a].points > (*all)[b].points;
  });
  others.resize(std::min(others.size(), kMost));
  wanted.insert(wanted.end(), others.begin(), others.end());
  size_t next = 0;
  base::run_in_order(
      options_.jobs,
      [&]() -> std::optional<size_t> {
        if (next == wanted.size()) return std::nullopt;
        return wanted[next++];
      },
      [&](size_t number) {
        look_up(&(*all)[number]);
        return number;
      },
      [](size_t) { return true; });
}

// Ids that neither the lexicon nor a better suggestion has.
void NameRanker::give_ids(std::vector<Suggestion>* all) const {
  std::unordered_set<std::string> ids;
  for (Suggestion& one : *all) {
    const std::string stem = ascii_id(lexicon_, one.text, one.lang);
    one.id = stem;
    for (size_t n = 2; lexicon_.find_entity(one.id) ||
                       lexicon_.find_name(one.id) || !ids.insert(one.id).second;
         ++n) {
      one.id = stem + "-" + std::to_string(n);
    }
  }
}

std::vector<Suggestion> NameRanker::run(SeenNames names) const {
  join_inflected(lexicon_, &names);
  std::vector<Judged> candidates = judged(names);
  look_up_all(&candidates);
  std::vector<Suggestion> all;
  for (const Judged& one : candidates) {
    if (!one.doubtful || one.nearness >= kNearEnough) {
      all.push_back(suggestion_of(one));
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Suggestion& a, const Suggestion& b) {
                     return a.score > b.score;
                   });
  give_ids(&all);
  return all;
}

}  // namespace khitai::annotate
