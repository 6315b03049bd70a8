// SPDX-License-Identifier: Apache-2.0

#include "pairs.h"

#include <fstream>

#include "khitai/keys.h"
#include "text/script.h"

namespace khitai::bench {
namespace {

constexpr const char* kFitted[] = {"ar_place_dmg",      "interscript_systems",
                                   "latn_dmg_to_ascii", "persian_latn",
                                   "ru_person_en",      "turkic_mongol_en"};

}  // namespace

std::span<const char* const> fitted_sets() { return kFitted; }

std::vector<std::string> cells_of(const std::string& line, char separator) {
  std::vector<std::string> cells;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find(separator, begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

std::vector<Query> read_queries(const std::string& folder,
                                const std::string& set) {
  std::ifstream file(folder + "/" + set + ".tsv");
  std::vector<Query> queries;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto cells = cells_of(line, '\t');
    if (cells.size() < 6) continue;
    const int fold = static_cast<int>(queries.size()) % kFolds;
    queries.push_back({cells[1], cells[2], cells[3], cells[4], cells[5], fold});
  }
  return queries;
}

std::vector<Candidate> read_candidates(const std::string& folder,
                                       const std::string& set) {
  std::ifstream file(folder + "/" + set + ".cands.tsv");
  std::vector<Candidate> candidates;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto cells = cells_of(line, '\t');
    if (cells.size() < 3) continue;
    candidates.push_back({cells[0], cells[1], cells_of(cells[2], '|')});
  }
  return candidates;
}

PairsByScripts training_pairs(const std::string& folder,
                              const std::string& without, int fold) {
  PairsByScripts pairs;
  for (const char* set : kFitted) {
    for (const Query& query : read_queries(folder, set)) {
      if (set == without && query.fold == fold) continue;
      const std::string a = l0_key(query.name);
      const std::string b = l0_key(query.target);
      const std::string scripts = std::string(text::script_of(a)) + "-" +
                                  std::string(text::script_of(b));
      pairs[scripts].emplace_back(romanize::letters_of(a),
                                  romanize::letters_of(b));
    }
  }
  return pairs;
}

}  // namespace khitai::bench
