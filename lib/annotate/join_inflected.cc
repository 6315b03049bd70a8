// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "annotate/rank_names.h"
#include "fold/fold.h"
#include "morphology/analyze.h"

namespace khitai::annotate {
namespace {

using Roots = std::map<std::string, std::string>;  // key -> key it belongs to

// What is seen of a name in another spelling; its own stays first.
void take_over(const SeenName& inflected, SeenName* name) {
  SeenName more = inflected;
  more.texts.clear();
  name->add(more);
}

// A name seen that another may be an inflected spelling of.
struct Stem {
  std::string key;
  int cost = 0;
};
using Stems = std::map<std::string, std::vector<Stem>>;

// The stems among the names seen; *likeliest is the first stem of all, seen or
// not.
std::vector<Stem> stems_of(const Lexicon& lexicon, const SeenNames& names,
                           const std::string& key, const std::string& lang,
                           std::string* likeliest) {
  std::vector<Stem> stems;
  for (const morphology::Analysis& one :
       morphology::analyze_name(lexicon.morphology(), key, lang)) {
    std::string stem = fold::match_key(one.stem);
    if (likeliest->empty()) *likeliest = stem;
    if (stem != key && names.names.contains(stem)) {
      stems.push_back({std::move(stem), one.cost});
    }
  }
  return stems;
}

// Whether the way back is the likelier one: "Anna" may be an inflected "Anny",
// but "Anny" is rather one of "Anna".
bool leads_back(const Stems& all, const std::string& key, const Stem& stem) {
  const auto others = all.find(stem.key);
  if (others == all.end()) return false;
  return std::any_of(
      others->second.begin(), others->second.end(), [&](const Stem& back) {
        return back.key == key && (back.cost < stem.cost ||
                                   (back.cost == stem.cost && key < stem.key));
      });
}

Roots roots_of(const Lexicon& lexicon, const SeenNames& names) {
  Roots roots;
  Roots firsts;  // by language and likeliest stem
  Stems all;
  for (const auto& [key, seen] : names.names) {
    const std::string lang = most_frequent(seen.langs);
    std::string likeliest;
    std::vector<Stem> stems = stems_of(lexicon, names, key, lang, &likeliest);
    if (!stems.empty()) {
      all[key] = std::move(stems);
    } else if (!likeliest.empty()) {
      const auto [place, fresh] =
          firsts.try_emplace(lang + "\n" + likeliest, key);
      if (!fresh) roots[key] = place->second;
    }
  }
  for (const auto& [key, stems] : all) {
    const auto stem = std::find_if(
        stems.begin(), stems.end(),
        [&](const Stem& one) { return !leads_back(all, key, one); });
    if (stem != stems.end()) roots[key] = stem->key;
  }
  return roots;
}

// Where the way of a key ends; empty where it goes round in a circle.
std::string end_of(const Roots& roots, const std::string& key) {
  constexpr int kMostSteps = 4;
  std::string last = key;
  for (int n = 0; n < kMostSteps; ++n) {
    const auto next = roots.find(last);
    if (next == roots.end()) return last;
    last = next->second;
  }
  return "";
}

}  // namespace

// A dictionary form may itself be taken for inflected.
void join_inflected(const Lexicon& lexicon, SeenNames* names) {
  const Roots roots = roots_of(lexicon, *names);
  std::vector<std::string> joined;
  for (const auto& [key, root] : roots) {
    const std::string end = end_of(roots, key);
    if (end.empty() || end == key) continue;
    take_over(names->names[key], &names->names[end]);
    joined.push_back(key);
  }
  for (const std::string& key : joined) names->names.erase(key);
}

}  // namespace khitai::annotate
