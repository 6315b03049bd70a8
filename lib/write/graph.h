// SPDX-License-Identifier: Apache-2.0
//
// Names and what ties them, ready to be drawn: the shape that every writer of
// pictures takes (dot, Mermaid, JSON, SVG, HTML). Texts are finished words in
// UTF-8, nothing is escaped yet; numbers are places in `nodes`.

#ifndef KHITAI_WRITE_GRAPH_H_
#define KHITAI_WRITE_GRAPH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace khitai::write {

struct GraphNode {
  std::string id;               // of the name, unique
  std::string label;            // the name as it is written
  std::string lang;             // BCP 47; "" not known
  std::string lang_words;       // "Old Uyghur"
  std::string gloss;            // what it means; "" not known
  std::string when;             // "from 1298"; "" not known
  std::optional<int32_t> year;  // its place in time
  std::string marks;            // "pejorative"; "" nothing of the kind
  bool asked = false;           // what the question was about
};

// From the older name to the younger one, where that is known.
struct GraphEdge {
  enum class Kind {
    kOrigin,   // handed on: borrowed, inherited, transcribed, ...
    kElement,  // the first is an element of the second
    kBeside,   // no step of origin: calque, counterpart, misreading, cognate
  };
  size_t from = 0;
  size_t to = 0;
  Kind kind = Kind::kOrigin;
  std::string type;       // as the table has it: "borrowed"
  std::string words;      // "borrowed, through Arabic, 1221"
  bool directed = true;   // else the two stand side by side
  bool doubtful = false;  // possible only, or contested: dashed
  std::string certainty;  // certain, likely, possible
  std::string stance;     // asserted, suggested, disputed
  std::string claim;      // what the source says
  std::string source;     // as the table has it
  std::string account;    // rows of one account hold together
};

struct Graph {
  std::string title;
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
  // The works cited, in the order of first use: id and citation.
  struct Work {
    std::string id, citation;
  };
  std::vector<Work> works;
};

// Writers of formats that other programs draw (docs/format.md). Each appends to
// a string. An edge that names no node of the graph is left out. Linear;
// thread-safe.

// Graphviz: `dot -Tsvg`.
void write_graph_dot(const Graph& graph, std::string* out);
// A flow chart of Mermaid.
void write_graph_mermaid(const Graph& graph, std::string* out);
// One object with all that the graph has, on one line.
void write_graph_json(const Graph& graph, std::string* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_GRAPH_H_
