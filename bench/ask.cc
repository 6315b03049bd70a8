// SPDX-License-Identifier: Apache-2.0

#include "ask.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "compile/compile.h"
#include "text/script.h"

namespace khitai::bench {
namespace {

namespace fs = std::filesystem;

std::string scripts_of(const Lexicon& lexicon, const khitai::Query& query,
                       const khitai::Candidate& candidate) {
  return std::string(text::script_of(query.name)) + "-" +
         std::string(text::script_of(lexicon.form(candidate.form).text));
}

// How the candidate's form was met, by the features that say it.
const char* level_of(const khitai::Candidate& candidate) {
  for (const Feature& feature : candidate.features) {
    if (feature.id == "near") return "near";
    if (feature.id == "reading") return "reading";
    if (feature.id == "inflected") return "inflected";
  }
  return "spelling";
}

void dump_one(const Lexicon& lexicon, const std::string& set, bool right,
              const khitai::Query& query, const khitai::Candidate& one,
              std::FILE* dump) {
  const std::string form(lexicon.form(one.form).text);
  std::fprintf(dump, "%s\t%d\t%s\t%s\t%s\t%s", set.c_str(), right,
               scripts_of(lexicon, query, one).c_str(), level_of(one),
               query.name.c_str(), form.c_str());
  for (const Feature& feature : one.features) {
    std::fprintf(dump, "\t%.*s=%.4f", static_cast<int>(feature.id.size()),
                 feature.id.data(), feature.weight);
  }
  std::fprintf(dump, "\n");
}

}  // namespace

Workplace::Workplace(const std::string& lexicon)
    : folder_(fs::temp_directory_path() /
              ("khitai-accuracy-" + std::to_string(::getpid()))) {
  fs::create_directories(folder_);
  fs::copy(lexicon, this->lexicon(), fs::copy_options::recursive);
}

Workplace::~Workplace() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::shared_ptr<const Lexicon> Workplace::compiled(
    const std::string& names) const {
  compile::CompileOptions options;
  options.folders = {lexicon().string()};
  if (!names.empty()) {
    options.names = {names};
    options.shipped_entities = false;
  }
  compile::CompileReport report;
  auto bytes = compile::compile(options, &report);
  if (!bytes.ok()) {
    for (const auto& line : report.errors) {
      std::fprintf(stderr, "%s\n", line.c_str());
    }
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    std::exit(3);
  }
  return Lexicon::from_bytes(std::move(bytes).value()).value();
}

std::vector<Resolution> ask_all(const Lexicon& lexicon,
                                const std::vector<khitai::Query>& queries,
                                size_t jobs) {
  std::vector<Resolution> found(queries.size());
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < queries.size(); i = next++) {
      found[i] = resolve_name(lexicon, queries[i]);
    }
  };
  std::vector<std::thread> others;
  for (size_t i = 1; i < jobs; ++i) others.emplace_back(work);
  work();
  for (std::thread& one : others) one.join();
  return found;
}

Outcome outcome_of(const Lexicon& lexicon, const std::string& set,
                   const khitai::Query& query, const Resolution& found,
                   const IsRight& is_right, ToldByScripts* reliability,
                   std::FILE* dump) {
  Outcome outcome;
  outcome.matched = found.decision == Decision::kMatch;
  if (!found.candidates.empty()) {
    const khitai::Candidate& best = found.candidates[0];
    outcome.any = true;
    outcome.right = is_right(best);
    outcome.said = best.probability;
    outcome.scripts = scripts_of(lexicon, query, best);
    (*reliability)[outcome.scripts].emplace_back(outcome.said, outcome.right);
  }
  if (dump == nullptr) return outcome;
  for (const khitai::Candidate& one : found.candidates) {
    dump_one(lexicon, set, is_right(one), query, one, dump);
  }
  std::fprintf(dump, "\n");
  return outcome;
}

}  // namespace khitai::bench
