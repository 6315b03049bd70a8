// SPDX-License-Identifier: Apache-2.0
//
// Graphs to draw: the names of Cathay, and others that nobody would draw.

#ifndef KHITAI_TESTS_WRITE_GRAPH_FIXTURE_H_
#define KHITAI_TESTS_WRITE_GRAPH_FIXTURE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "write/graph.h"

namespace khitai::tests {

// tests/cases/graph_cathay_*.tsv
write::Graph cathay_graph();
// Its first part, small enough to be read in a golden file.
write::Graph small_graph();

// Nodes "name 0", "name 1", ... without a year and these edges.
write::Graph plain_graph(size_t nodes,
                         const std::vector<std::pair<size_t, size_t>>& edges);

// As many nodes with years, edges, kinds and accounts by chance.
write::Graph random_graph(uint32_t seed, size_t nodes, size_t edges);

// A graph of two nodes and an edge, every text of which is this.
write::Graph graph_saying(const std::string& text);

// Texts that would break a picture: markup, quotes, controls, ends of lines,
// directions, 4,000 letters, bytes that are no UTF-8.
std::vector<std::string> hostile_texts();

// What XML a text is: where expat finds it wrong; "" if it is well-formed.
std::string xml_problem(const std::string& text);

// How often a string stands in a text.
size_t times_in(const std::string& text, const std::string& wanted);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_WRITE_GRAPH_FIXTURE_H_
