// SPDX-License-Identifier: Apache-2.0
//
// How long a compiled lexicon takes to open, mapped and resident, and what a
// text costs the matcher in either:
//
//   open LEXICON TEXT
//
// Medians of 21 openings; the best of 5 scans, by the thread's time. Mapped,
// the pages are in the system's cache, as they are when another process has
// the lexicon open.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "base/input_file.h"
#include "khitai/lexicon.h"
#include "match/matcher.h"

namespace {

using khitai::Lexicon;
using khitai::Result;
using Opened = Result<std::shared_ptr<const Lexicon>>;

double wall() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

double of_thread() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) / 1e9;
}

template <typename Open>
double median_opening(const Open& open) {
  constexpr size_t kTimes = 21;
  std::vector<double> seconds;
  for (size_t i = 0; i < kTimes; ++i) {
    const double begin = wall();
    const Opened lexicon = open();
    if (!lexicon.ok()) return -1;
    seconds.push_back(wall() - begin);
  }
  std::sort(seconds.begin(), seconds.end());
  return seconds[kTimes / 2];
}

struct Scanned {
  double megabytes = 0;  // a second
  size_t matches = 0;
};

Scanned scan(const Lexicon& lexicon, const std::string& text) {
  constexpr int kRuns = 5;
  Scanned best;
  khitai::match::Scratch scratch;
  std::vector<khitai::match::Match> matches;
  for (int run = 0; run < kRuns; ++run) {
    matches.clear();
    const double begin = of_thread();
    lexicon.matcher().scan(text, &scratch, &matches);
    const double seconds = of_thread() - begin;
    best.megabytes = std::max(best.megabytes,
                              static_cast<double>(text.size()) / 1e6 / seconds);
  }
  best.matches = matches.size();
  return best;
}

void tell(const char* how, double opening, const Lexicon& lexicon,
          const std::string& text) {
  const Scanned scanned = scan(lexicon, text);
  std::printf("%s\t%.3f ms\t%.0f MB/s\t%zu matches\n", how, opening * 1e3,
              scanned.megabytes, scanned.matches);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: open LEXICON TEXT\n");
    return 2;
  }
  const std::string path = argv[1];
  const Result<std::string> text = khitai::base::read_whole(argv[2]);
  const Opened mapped = Lexicon::open(path);
  const Opened resident = Lexicon::open_resident(path);
  if (!text.ok() || !mapped.ok() || !resident.ok()) {
    const khitai::Error& error = !text.ok()     ? text.error()
                                 : !mapped.ok() ? mapped.error()
                                                : resident.error();
    std::fprintf(stderr, "%s\n", error.message.c_str());
    return 1;
  }
  tell("mapped", median_opening([&] { return Lexicon::open(path); }), **mapped,
       *text);
  tell("resident", median_opening([&] { return Lexicon::open_resident(path); }),
       **resident, *text);
  return 0;
}
