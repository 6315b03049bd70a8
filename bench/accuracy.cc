// SPDX-License-Identifier: Apache-2.0
//
// How often `resolve` finds the right name among thousands, on sets of pairs
// made by others (pairs.h):
//
//   accuracy LEXICON FOLDER [--set SET]... [--dump FILE]
//
// Each candidate is an entity of its own; a query is right when the best one
// is labelled as its answer. Costs are fitted anew for each fold of a set, on
// everything but that fold. Then all right answers of a fold are taken out and
// the lexicon is compiled again: whatever is decided then is wrong. --dump
// writes the features of all candidates, for fitting weights.

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "pairs.h"
#include "text/tag.h"

namespace khitai::bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSets[] = {"ar_place_dmg",        "latn_dmg_to_ascii",
                                 "zh_hant_pinyin",      "zh_hant_hans",
                                 "interscript_systems", "persian_latn",
                                 "turkic_mongol_en",    "ru_person_en"};

struct Figures {
  size_t queries = 0, right = 0, matched = 0, matched_right = 0;
  size_t without = 0, without_matched = 0;
  std::vector<std::pair<double, bool>> told;  // probability of the best, right
};

// Expected calibration error over bins of equal mass.
double calibration_error(std::vector<std::pair<double, bool>> told) {
  constexpr size_t kBins = 10;
  std::sort(told.begin(), told.end());
  double error = 0;
  for (size_t bin = 0; bin < kBins; ++bin) {
    const size_t begin = told.size() * bin / kBins;
    const size_t end = told.size() * (bin + 1) / kBins;
    double said = 0;
    double right = 0;
    for (size_t i = begin; i < end; ++i) {
      said += told[i].first;
      right += told[i].second;
    }
    error += said > right ? said - right : right - said;
  }
  return told.empty() ? 0 : error / static_cast<double>(told.size());
}

class Measure {
 public:
  Measure(std::string lexicon, std::string folder, std::FILE* dump)
      : lexicon_(std::move(lexicon)), folder_(std::move(folder)), dump_(dump) {
    work_ = fs::temp_directory_path() /
            ("khitai-accuracy-" + std::to_string(::getpid()));
    fs::create_directories(work_);
    fs::copy(lexicon_, work_ / "lexicon", fs::copy_options::recursive);
  }
  ~Measure() { fs::remove_all(work_); }

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
      std::ofstream(work_ / "lexicon/tables/costs.tsv")
          << fit_costs(training_pairs(folder_, set, folds ? fold : -2));
      ask(these, false, &figures);
      ask(these, true, &figures);
    }
    return figures;
  }

 private:
  std::shared_ptr<const Lexicon> compiled(const std::set<std::string>& out) {
    const std::string names = (work_ / "names.tsv").string();
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
    compile::CompileOptions options;
    options.folders = {(work_ / "lexicon").string()};
    options.names = {names};
    options.shipped_entities = false;
    compile::CompileReport report;
    auto bytes = compile::compile(options, &report);
    if (!bytes.ok()) {
      for (const auto& line : report.problems) {
        std::fprintf(stderr, "%s\n", line.c_str());
      }
      std::exit(3);
    }
    return Lexicon::from_bytes(std::move(bytes).value()).value();
  }

  void ask(const std::vector<Query>& queries, bool without, Figures* figures) {
    std::set<std::string> out;
    if (without) {
      for (const Query& query : queries) out.insert(query.entity);
    }
    const auto lexicon = compiled(out);
    for (const Query& query : queries) {
      khitai::Query asked;
      asked.name = query.name;
      asked.lang = text::usual_tag(query.lang);
      const Resolution found = resolve_name(*lexicon, asked);
      note(*lexicon, query, found, without, figures);
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

  void note(const Lexicon& lexicon, const Query& query, const Resolution& found,
            bool without, Figures* figures) {
    const bool matched = found.decision == Decision::kMatch;
    const bool right = !found.candidates.empty() &&
                       is_right(lexicon, query, found.candidates[0]);
    if (!found.candidates.empty()) {
      figures->told.emplace_back(found.candidates[0].probability, right);
    }
    if (without) {
      ++figures->without;
      figures->without_matched += matched;
    } else {
      ++figures->queries;
      figures->right += right;
      figures->matched += matched;
      figures->matched_right += matched && right;
    }
    if (dump_ != nullptr) dump(lexicon, query, found);
  }

  // One candidate a line, an empty line behind each query.
  void dump(const Lexicon& lexicon, const Query& query,
            const Resolution& found) {
    for (const khitai::Candidate& one : found.candidates) {
      std::fprintf(dump_, "%s\t%d", set_.c_str(),
                   is_right(lexicon, query, one));
      for (const Feature& feature : one.features) {
        std::fprintf(dump_, "\t%.*s=%.4f", static_cast<int>(feature.id.size()),
                     feature.id.data(), feature.weight);
      }
      std::fprintf(dump_, "\n");
    }
    std::fprintf(dump_, "\n");
  }

  std::string lexicon_, folder_, set_;
  std::FILE* dump_;
  fs::path work_;
  std::vector<Candidate> candidates_;
};

double share(size_t part, size_t of) {
  return of == 0 ? 0 : static_cast<double>(part) / static_cast<double>(of);
}

void print(const std::string& set, const Figures& one) {
  std::printf(
      "| %s | %zu | %.3f | %.3f | %.3f | %.3f | %.3f |\n", set.c_str(),
      one.queries, share(one.right, one.queries),
      share(one.matched, one.queries), share(one.matched_right, one.matched),
      share(one.without_matched, one.without), calibration_error(one.told));
  std::fflush(stdout);
}

}  // namespace
}  // namespace khitai::bench

int main(int argc, char** argv) {
  std::vector<std::string> sets;
  std::FILE* dump = nullptr;
  for (int i = 3; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    if (option == "--set") sets.emplace_back(argv[i + 1]);
    if (option == "--dump") dump = std::fopen(argv[i + 1], "w");
  }
  if (argc < 3) {
    std::fprintf(stderr,
                 "usage: accuracy LEXICON FOLDER [--set SET]... [--dump F]\n");
    return 2;
  }
  if (sets.empty()) {
    sets.assign(std::begin(khitai::bench::kSets),
                std::end(khitai::bench::kSets));
  }
  if (khitai::bench::read_queries(argv[2], sets[0]).empty()) {
    std::fprintf(stderr, "accuracy: skipped: no pairs in %s\n", argv[2]);
    return 0;
  }
  std::printf(
      "| set | queries | recall@1 | decided | right of these | decided with "
      "the answer out | calibration error |\n|---|---|---|---|---|---|---|\n");
  khitai::bench::Measure measure(argv[1], argv[2], dump);
  for (const std::string& set : sets) {
    khitai::bench::print(set, measure.run(set));
  }
  if (dump != nullptr) std::fclose(dump);
  return 0;
}
