// SPDX-License-Identifier: Apache-2.0

#include "ask.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>

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
    if (feature.id == "beside") return "beside";
  }
  return "spelling";
}

void dump_one(const Lexicon& lexicon, const Asked& asked, bool right,
              const khitai::Candidate& one, std::string* dump) {
  dump->append(asked.set).append(asked.out ? "-out" : "");
  dump->append(right ? "\t1\t" : "\t0\t");
  dump->append(scripts_of(lexicon, asked.query, one)).append("\t");
  dump->append(level_of(one)).append("\t").append(asked.query.name);
  dump->append("\t").append(lexicon.form(one.form).text);
  for (const Feature& feature : one.features) {
    char weight[32];
    std::snprintf(weight, sizeof weight, "=%.4f", feature.weight);
    dump->append("\t").append(feature.id).append(weight);
  }
  dump->append("\n");
}

// One folder a process, one in it a copy.
fs::path parent() {
  return fs::temp_directory_path() /
         ("khitai-accuracy-" + std::to_string(::getpid()));
}

}  // namespace

Workplace::Workplace(const std::string& lexicon) {
  static std::atomic<size_t> count = 0;
  folder_ = parent() / std::to_string(count++);
  fs::create_directories(folder_);
  fs::copy(lexicon, this->lexicon(), fs::copy_options::recursive);
}

Workplace::~Workplace() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  fs::remove(parent(), ignored);  // when empty
}

std::shared_ptr<const Lexicon> Workplace::compiled(
    const std::string& names) const {
  compile::CompileOptions options;
  options.folders = {lexicon().string()};
  if (!names.empty()) {
    options.names = {names};
    options.shipped_entities = false;
  }
  return compiled_with(options);
}

std::shared_ptr<const Lexicon> Workplace::rules() const {
  compile::CompileOptions options;
  options.folders = {lexicon().string()};
  options.shipped_entities = false;
  return compiled_with(options);
}

std::shared_ptr<const Lexicon> Workplace::compiled_with(
    const compile::CompileOptions& options) const {
  compile::CompileReport report;
  auto bytes = compile::compile(options, &report);
  if (!bytes.ok()) {
    for (const auto& line : report.errors) {
      std::fprintf(stderr, "%s\n", line.c_str());
    }
    std::error_code ignored;
    fs::remove_all(parent(), ignored);
    std::_Exit(3);
  }
  return Lexicon::from_bytes(std::move(bytes).value()).value();
}

void Run::add(const Run& other) {
  for (const auto& [row, figures] : other.rows) rows[row].add(figures);
  for (const auto& [scripts, some] : other.told) {
    Told& to = told[scripts];
    to.insert(to.end(), some.begin(), some.end());
  }
  dump += other.dump;
}

void ask(const Lexicon& lexicon, const Asked& asked, const IsRight& is_right,
         Run* run) {
  const Resolution found = resolve_name(lexicon, asked.query);
  Outcome outcome;
  outcome.matched = found.decision == Decision::kMatch;
  if (!found.candidates.empty()) {
    const khitai::Candidate& best = found.candidates[0];
    outcome.any = true;
    outcome.right = is_right(best);
    outcome.said = best.probability;
    run->told[scripts_of(lexicon, asked.query, best)].emplace_back(
        outcome.said, outcome.right);
  }
  run->rows[asked.row].note(outcome, asked.out);
  if (!asked.dump) return;
  for (const khitai::Candidate& one : found.candidates) {
    dump_one(lexicon, asked, is_right(one), one, &run->dump);
  }
  run->dump += "\n";
}

}  // namespace khitai::bench
