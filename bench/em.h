// SPDX-License-Identifier: Apache-2.0
//
// Fits how letters of one script stand for letters of another, from pairs of
// names: expectation-maximization over alignments of up to two letters to
// three. Deterministic.

#ifndef KHITAI_BENCH_EM_H_
#define KHITAI_BENCH_EM_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "romanize/costs.h"

namespace khitai::bench {

using romanize::Letters;
using Step = std::pair<Letters, Letters>;
using Pairs = std::vector<Step>;

// By the scripts of both sides: "Cyrl-Latn".
using PairsByScripts = std::map<std::string, Pairs>;

// The rows of a table of costs (pair, from, to, cost) for all script pairs
// with enough pairs of names, with its header.
std::string fit_costs(const PairsByScripts& pairs);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_EM_H_
