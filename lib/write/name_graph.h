// SPDX-License-Identifier: Apache-2.0
//
// Answers about names as graphs to be drawn (graph.h). Linear in the answer.
// Thread-safe.

#ifndef KHITAI_WRITE_NAME_GRAPH_H_
#define KHITAI_WRITE_NAME_GRAPH_H_

#include <string>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/why.h"
#include "khitai/write.h"
#include "write/graph.h"

namespace khitai::write {

// All paths of the answer, and the rivals of the best one.
Graph graph_of(const Lexicon& lexicon, const WhyQuestion& question,
               const Why& why);

// The names of both trees, and every link between any two of them.
Graph graph_of(const Lexicon& lexicon, const std::string& title,
               const std::vector<Etymology>& all);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_NAME_GRAPH_H_
