// SPDX-License-Identifier: Apache-2.0
//
// How fast is the matcher beside other engines, on the same names and texts,
// in one process, by thread time? Every engine is first compared with a naive
// one on the beginning of each text; one that differs is told as WRONG, is not
// timed, and the program ends with 1. `speed --names FILE TEXT...` writes rows;
// tools/bench runs it for all sizes.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "speed/engine.h"
#include "speed/measure.h"
#include "speed/options.h"

namespace khitai::bench {
namespace {

int fail(const Error& error, int code) {
  std::fprintf(stderr, "speed: %s\n", error.message.c_str());
  return code;
}

void skip(const std::string& engine, const std::string& why) {
  std::fprintf(stderr, "skipped: %s: %s\n", engine.c_str(), why.c_str());
}

Engines all_engines() {
  Engines engines;
  add_khitai(&engines);
#ifdef KHITAI_RUST
  add_rust_engines(&engines);
#else
  skip("daachorse, aho-corasick", "built without Rust");
#endif
#ifdef KHITAI_HYPERSCAN
  add_hyperscan(&engines);
#else
  skip("Hyperscan", "built without libhs");
#endif
  add_exact(&engines);
  add_icu_engines(&engines);
  add_floors(&engines);
  return engines;
}

bool wanted(const std::string& name, const Strings& only) {
  return only.empty() ||
         std::any_of(only.begin(), only.end(), [&](const std::string& begin) {
           return name.compare(0, begin.size(), begin) == 0;
         });
}

std::vector<Built> build_all(const Options& options, const Names& names) {
  std::vector<Built> built;
  for (auto& engine : all_engines()) {
    const Facts facts = engine->facts();
    if (!wanted(facts.name, options.only)) continue;
    if (names.list.size() > facts.most_names) {
      skip(facts.name,
           "not for over " + std::to_string(facts.most_names) + " names");
      continue;
    }
    Result<Built> one = build_measured(std::move(engine), names);
    if (one) {
      built.push_back(std::move(*one));
    } else {
      skip(facts.name, one.error().message);
    }
  }
  return built;
}

int run(Options options) {
  Names names;
  Result<Strings> list = read_names(options.names, options.count);
  if (!list) return fail(list.error(), 3);
  names.list = std::move(*list);
  if (options.how.names.empty()) {
    options.how.names = std::to_string(names.list.size());
  }
  std::vector<std::string> texts;
  for (const std::string& path : options.texts) {
    Result<std::string> text = read_text(path);
    if (!text) return fail(text.error(), 3);
    names.sample += beginning(*text, 1u << 18, false);
    texts.push_back(std::move(*text));
  }
  const std::vector<Built> engines = build_all(options, names);
  if (engines.empty()) return fail({"no engine left to measure"}, 2);
  const ExactOracle exact(names.list);
  const FoldedOracle folded(names.list);
  bool right = true;
  write_head(stdout);
  for (size_t i = 0; i < texts.size(); ++i) {
    const auto label = std::filesystem::path(options.texts[i]).stem().string();
    for (const Row& row :
         measure({label, texts[i]}, options.how, exact, folded, engines)) {
      write_row(row, stdout);
      right = right && row.wrong.empty();
    }
  }
  return right ? 0 : 1;
}

}  // namespace
}  // namespace khitai::bench

int main(int argc, char** argv) {
  const auto options = khitai::bench::read_options({argv + 1, argv + argc});
  if (!options) return khitai::bench::fail(options.error(), 2);
  return khitai::bench::run(*options);
}
