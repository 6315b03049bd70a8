// SPDX-License-Identifier: Apache-2.0
//
// How long one `resolve` takes, over a compiled lexicon of any size:
//
//   latency FILE.klex QUERIES.txt
//
// One name a line; each is resolved once before the clock runs, so that the
// pages it needs are there.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/resolve.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: latency FILE.klex QUERIES.txt\n");
    return 2;
  }
  const auto lexicon = khitai::Lexicon::open(argv[1]);
  if (!lexicon.ok()) {
    std::fprintf(stderr, "latency: %s\n", lexicon.error().message.c_str());
    return 3;
  }
  std::vector<std::string> names;
  std::ifstream file(argv[2]);
  for (std::string line; std::getline(file, line);) names.push_back(line);
  std::vector<double> times;
  size_t decided = 0;
  for (const bool timed : {false, true}) {
    for (const std::string& name : names) {
      khitai::Query query;
      query.name = name;
      const auto begin = std::chrono::steady_clock::now();
      const auto found = khitai::resolve_name(**lexicon, query);
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - begin;
      if (!timed) continue;
      times.push_back(took.count());
      decided += found.decision == khitai::Decision::kMatch;
    }
  }
  if (times.empty()) return 0;
  std::sort(times.begin(), times.end());
  std::printf("forms %u queries %zu decided %zu p50 %.3f ms p99 %.3f ms\n",
              (*lexicon)->form_count(), times.size(), decided,
              times[times.size() / 2], times[times.size() * 99 / 100]);
  return 0;
}
