// SPDX-License-Identifier: Apache-2.0

#include "outside_pairs.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "pairs.h"
#include "text/tag.h"

namespace khitai::bench {
namespace {

constexpr const char* kSets[] = {"ar_place_dmg",        "latn_dmg_to_ascii",
                                 "zh_hant_pinyin",      "zh_hant_hans",
                                 "interscript_systems", "persian_latn",
                                 "turkic_mongol_en",    "ru_person_en"};

// One fold of a set.
struct Part {
  std::string set;
  int fold = -1;  // -1: the whole set, whose costs are fitted on others
};

class Measure {
 public:
  Measure(const std::string& lexicon, const std::string& folder,
          const Part& part, const Options& options)
      : place_(lexicon),
        set_(part.set),
        options_(options),
        candidates_(read_candidates(folder, part.set)) {
    for (const Query& query : read_queries(folder, set_)) {
      if (part.fold < 0 || query.fold == part.fold) queries_.push_back(query);
    }
    queries_ = sampled(queries_, options.sample);
    // -2: no fold of any set is left out.
    const int fold = part.fold < 0 ? -2 : part.fold;
    std::ofstream(place_.lexicon() / "tables/costs.tsv")
        << fit_costs(training_pairs(folder, set_, fold));
  }

  Run run() {
    Run run;
    ask_all(false, &run);
    ask_all(true, &run);
    return run;
  }

 private:
  std::shared_ptr<const Lexicon> without(const std::set<std::string>& out) {
    const std::string names = (place_.folder() / "names.tsv").string();
    {
      std::ofstream file(names);
      file << "id\tform\tlang\n";
      for (size_t i = 0; i < candidates_.size(); ++i) {
        const Candidate& one = candidates_[i];
        const bool leave = std::any_of(
            one.entities.begin(), one.entities.end(),
            [&](const std::string& id) { return out.contains(id); });
        if (leave) continue;
        file << "r" << i << "\t" << one.name << "\t"
             << text::usual_tag(one.lang) << "\n";
      }
    }
    return place_.compiled(names);
  }

  void ask_all(bool out, Run* run) {
    std::set<std::string> answers;
    for (const Query& query : queries_) {
      if (out) answers.insert(query.entity);
    }
    const auto lexicon = without(answers);
    for (const Query& query : queries_) {
      Asked asked = {set_, set_, {}, out, options_.dump};
      asked.query.name = query.name;
      asked.query.lang = text::usual_tag(query.lang);
      const auto right = [&](const khitai::Candidate& candidate) {
        return is_right(*lexicon, query, candidate);
      };
      ask(*lexicon, asked, right, run);
    }
  }

  bool is_right(const Lexicon& lexicon, const Query& query,
                const khitai::Candidate& candidate) const {
    const auto id = lexicon.entity(candidate.entity).id;
    const auto& entities =
        candidates_[std::stoul(std::string(id.substr(1)))].entities;
    return std::find(entities.begin(), entities.end(), query.entity) !=
           entities.end();
  }

  Workplace place_;
  std::string set_;
  const Options& options_;
  std::vector<Candidate> candidates_;
  std::vector<Query> queries_;
};

std::vector<Part> parts_of(const std::vector<std::string>& sets) {
  const auto fitted = fitted_sets();
  std::vector<Part> parts;
  for (const std::string& set : sets) {
    if (std::find(fitted.begin(), fitted.end(), set) == fitted.end()) {
      parts.push_back({set, -1});
      continue;
    }
    for (int fold = 0; fold < kFolds; ++fold) parts.push_back({set, fold});
  }
  return parts;
}

}  // namespace

std::span<const char* const> all_sets() { return kSets; }

Run measure_outside(const std::string& lexicon, const std::string& folder,
                    const Options& options) {
  const std::vector<Part> parts = parts_of(options.sets);
  const auto task = [&](size_t i) {
    return Measure(lexicon, folder, parts[i], options).run();
  };
  Run all;
  for (const Run& one : run_tasks(parts.size(), options.jobs, task)) {
    all.add(one);
  }
  return all;
}

}  // namespace khitai::bench
