// SPDX-License-Identifier: Apache-2.0
//
// How well `compare` tells the same name from another (compare_pairs.h):
//
//   compare LEXICON.klex FOLDER [--dump]
//
// Prints a row of figures a set; with --dump the measures of all pairs, for
// bench/fit_compare.py. Give a lexicon without entities (`khitai compile
// --no-lexicon`) to measure what the spellings alone say.

#include <cstdio>
#include <string>

#include "compare_pairs.h"

int main(int argc, char** argv) {
  using namespace khitai;  // NOLINT: a program
  const bool dump = argc == 4 && std::string(argv[3]) == "--dump";
  if (argc != 3 && !dump) {
    std::fprintf(stderr, "usage: compare LEXICON.klex FOLDER [--dump]\n");
    return 2;
  }
  const auto lexicon = Lexicon::open(argv[1]);
  if (!lexicon.ok()) {
    std::fprintf(stderr, "%s\n", lexicon.error().message.c_str());
    return 3;
  }
  if (bench::read_judged(argv[2]).empty()) {
    std::fprintf(stderr, "compare: skipped: no pairs in %s\n", argv[2]);
    return 0;
  }
  bench::dump_measures(**lexicon, argv[2], stdout);
  return 0;
}
