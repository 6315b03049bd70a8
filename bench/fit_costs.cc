// SPDX-License-Identifier: Apache-2.0
//
// Fits lexicon/tables/costs.tsv on sets of pairs (pairs.h):
//
//   fit_costs FOLDER > lexicon/tables/costs.tsv

#include <cstdio>
#include <iostream>

#include "em.h"
#include "pairs.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: fit_costs FOLDER\n");
    return 2;
  }
  const auto pairs = khitai::bench::training_pairs(argv[1], "", -1);
  if (pairs.empty()) {
    std::fprintf(stderr, "fit_costs: no sets of pairs in %s\n", argv[1]);
    return 3;
  }
  std::cout << khitai::bench::fit_costs(pairs);
  return 0;
}
