// SPDX-License-Identifier: Apache-2.0
//
// What pictures of a graph have in common: the notes, one for each edge, with
// their numbers; the letters of accounts that rival; the colours of languages.
// Linear; thread-safe.

#ifndef KHITAI_WRITE_GRAPH_NOTES_H_
#define KHITAI_WRITE_GRAPH_NOTES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/graph.h"

namespace khitai::write {

// All texts are one line (write/svg.h).
struct GraphNote {
  size_t edge = 0;         // its place in Graph::edges
  size_t number = 0;       // from 1
  std::string mark;        // "a": of an account that has a rival
  bool contested = false;  // another account leads to the same name
  std::string short_type;  // "sound change"
  std::string heading;     // "Xitay -> Khitai: borrowed, c. 1100"
  std::string claim;
  std::string standing;  // "likely, asserted; marco-polo 1; account a"
};

// Accounts rival where two of them lead to one name.
struct RivalAccount {
  std::string mark;
  std::string account;
};

struct GraphNotes {
  std::vector<GraphNote> notes;  // none for edges that name no node
  std::vector<RivalAccount> rivals;
};
GraphNotes notes_of(const Graph& graph);

// A label that is never empty: else the id, else the number.
std::string node_label(const Graph& graph, size_t node);

// The languages of a graph in the order of its nodes, and which each node has.
struct GraphLanguages {
  std::vector<std::string> words;  // "Old Uyghur"; "" last, when not known
  std::vector<size_t> of_node;
};
GraphLanguages languages_of(const Graph& graph);

// "#332288": told apart by those who see few colours, too (Paul Tol's muted
// scheme). After kLanguageColours they begin again, with another pattern.
inline constexpr size_t kLanguageColours = 9;
std::string_view language_colour(size_t language);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_GRAPH_NOTES_H_
