// SPDX-License-Identifier: Apache-2.0
//
// How long one `why` takes, over a compiled lexicon of any size:
//
//   why FILE.klex QUESTIONS.tsv
//
// Two names a line. Each question is asked once before the clock runs, so that
// the pages it needs are there.

#include "khitai/why.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "khitai/lexicon.h"

namespace {

using Question = std::pair<std::string, std::string>;

std::vector<Question> read_questions(const char* path) {
  std::vector<Question> questions;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const size_t tab = line.find('\t');
    if (tab == line.npos) continue;
    questions.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return questions;
}

struct Timed {
  std::vector<double> milliseconds;
  size_t answered[4] = {};  // by origin
  size_t hops = 0;
};

void ask_all(const khitai::Lexicon& lexicon,
             const std::vector<Question>& questions, bool all, Timed* timed) {
  for (const auto& [a, b] : questions) {
    const auto begin = std::chrono::steady_clock::now();
    const khitai::Why why =
        khitai::explain_names(lexicon, khitai::names_spelled(lexicon, a),
                              khitai::names_spelled(lexicon, b), {all});
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - begin;
    timed->milliseconds.push_back(took.count());
    ++timed->answered[static_cast<size_t>(why.origin)];
    for (const khitai::Path& path : why.paths) {
      timed->hops = std::max(timed->hops, path.hops.size());
    }
  }
}

void report(const char* what, Timed timed) {
  auto& times = timed.milliseconds;
  std::sort(times.begin(), times.end());
  std::printf(
      "%s: questions %zu p50 %.3f ms p99 %.3f ms most %.3f ms; one name %zu, "
      "one origin %zu, an element %zu, neither %zu; longest path %zu\n",
      what, times.size(), times[times.size() / 2],
      times[times.size() * 99 / 100], times.back(), timed.answered[0],
      timed.answered[1], timed.answered[2], timed.answered[3], timed.hops);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: why FILE.klex QUESTIONS.tsv\n");
    return 2;
  }
  const auto lexicon = khitai::Lexicon::open(argv[1]);
  if (!lexicon.ok()) {
    std::fprintf(stderr, "why: %s\n", lexicon.error().message.c_str());
    return 3;
  }
  const std::vector<Question> questions = read_questions(argv[2]);
  if (questions.empty()) return 0;
  std::printf("names %u\n", (*lexicon)->name_count());
  for (const bool all : {false, true}) {
    Timed cold, warm;
    ask_all(**lexicon, questions, all, &cold);
    ask_all(**lexicon, questions, all, &warm);
    report(all ? "--all" : "best", std::move(warm));
  }
  return 0;
}
