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

class Measure {
 public:
  Measure(const std::string& lexicon, std::string folder,
          const Options& options, ToldByScripts* reliability)
      : place_(lexicon),
        folder_(std::move(folder)),
        options_(options),
        reliability_(*reliability) {}

  Figures run(const std::string& set) {
    set_ = set;
    candidates_ = read_candidates(folder_, set);
    const std::vector<Query> queries = read_queries(folder_, set);
    const auto fitted = fitted_sets();
    const bool folds =
        std::find(fitted.begin(), fitted.end(), set) != fitted.end();
    Figures figures;
    for (int fold = 0; fold < (folds ? kFolds : 1); ++fold) {
      std::vector<Query> these;
      for (const Query& query : queries) {
        if (!folds || query.fold == fold) these.push_back(query);
      }
      std::ofstream(place_.lexicon() / "tables/costs.tsv")
          << fit_costs(training_pairs(folder_, set, folds ? fold : -2));
      these = sampled(these, options_.sample);
      ask(these, false, &figures);
      ask(these, true, &figures);
    }
    return figures;
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

  void ask(const std::vector<Query>& queries, bool out, Figures* figures) {
    std::set<std::string> answers;
    std::vector<khitai::Query> asked;
    for (const Query& query : queries) {
      if (out) answers.insert(query.entity);
      asked.emplace_back();
      asked.back().name = query.name;
      asked.back().lang = text::usual_tag(query.lang);
    }
    const auto lexicon = without(answers);
    const auto found = ask_all(*lexicon, asked, options_.jobs);
    for (size_t i = 0; i < queries.size(); ++i) {
      const auto right = [&](const khitai::Candidate& candidate) {
        return is_right(*lexicon, queries[i], candidate);
      };
      figures->note(outcome_of(*lexicon, set_, asked[i], found[i], right,
                               &reliability_, options_.dump),
                    out);
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
  std::string folder_, set_;
  const Options& options_;
  ToldByScripts& reliability_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::span<const char* const> all_sets() { return kSets; }

FiguresByRow measure_outside(const std::string& lexicon,
                             const std::string& folder, const Options& options,
                             ToldByScripts* reliability) {
  Measure measure(lexicon, folder, options, reliability);
  FiguresByRow rows;
  for (const std::string& set : options.sets) {
    rows.emplace_back(set, measure.run(set));
    std::fprintf(stderr, "accuracy: %s done\n", set.c_str());
  }
  return rows;
}

}  // namespace khitai::bench
