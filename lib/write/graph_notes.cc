// SPDX-License-Identifier: Apache-2.0

#include "write/graph_notes.h"

#include <algorithm>
#include <map>
#include <set>

#include "write/sources.h"
#include "write/svg.h"
#include "write/words.h"

namespace khitai::write {
namespace {

bool joins_nodes(const Graph& graph, const GraphEdge& edge) {
  return edge.from < graph.nodes.size() && edge.to < graph.nodes.size();
}

// a, b, ... z, aa, ab, ...
std::string letters_of(size_t number) {
  std::string letters(1, static_cast<char>('a' + number % 26));
  return number < 26 ? letters : letters_of(number / 26 - 1) + letters;
}

bool leads(const GraphEdge& edge) {
  return edge.directed && !edge.account.empty() &&
         edge.kind != GraphEdge::Kind::kBeside;
}

// Of each name to which several accounts lead, these accounts.
using Contested = std::map<size_t, std::set<std::string_view>>;
Contested contested_names(const Graph& graph) {
  Contested all;
  for (const GraphEdge& edge : graph.edges) {
    if (leads(edge) && joins_nodes(graph, edge)) {
      all[edge.to].insert(edge.account);
    }
  }
  std::erase_if(all, [](const auto& one) { return one.second.size() < 2; });
  return all;
}

// The mark of left to right keeps the arrow from turning between two names
// that run from the right.
std::string note_heading(const Graph& graph, const GraphEdge& edge) {
  constexpr std::string_view kTurn = "\u200E";
  std::string words = node_label(graph, edge.from);
  words.append(kTurn).append(edge.directed ? " \u2192 " : " \u2013 ");
  words.append(node_label(graph, edge.to)).append(kTurn);
  const std::string how =
      picture_line(edge.words.empty() ? edge.type : edge.words);
  if (!how.empty()) words += ": " + how;
  return words;
}

std::string note_standing(const GraphEdge& edge, const std::string& mark) {
  std::string words = picture_line(edge.certainty);
  append_joined(", ", picture_line(edge.stance), &words);
  append_joined("; ", picture_line(cited_words(edge.source)), &words);
  if (!mark.empty()) append_joined("; ", "account " + mark, &words);
  return words;
}

}  // namespace

std::string node_label(const Graph& graph, size_t node) {
  std::string label = picture_line(graph.nodes[node].label);
  if (label.empty()) label = picture_line(graph.nodes[node].id);
  return label.empty() ? "name " + std::to_string(node + 1) : label;
}

GraphNotes notes_of(const Graph& graph) {
  GraphNotes all;
  const Contested contested = contested_names(graph);
  std::set<std::string_view> rivals;
  for (const auto& [node, accounts] : contested) {
    rivals.insert(accounts.begin(), accounts.end());
  }
  std::map<std::string_view, std::string> marks;
  for (size_t i = 0; i < graph.edges.size(); ++i) {
    const GraphEdge& edge = graph.edges[i];
    if (!joins_nodes(graph, edge)) continue;
    GraphNote note;
    note.edge = i;
    note.number = all.notes.size() + 1;
    if (rivals.count(edge.account) != 0) {
      std::string& mark = marks[edge.account];
      if (mark.empty()) {
        mark = letters_of(all.rivals.size());
        all.rivals.push_back({mark, picture_line(edge.account)});
      }
      note.mark = mark;
      note.contested = leads(edge) && contested.count(edge.to) != 0;
    }
    note.short_type = picture_line(spaced(edge.type));
    note.heading = note_heading(graph, edge);
    note.claim = picture_line(edge.claim);
    note.standing = note_standing(edge, note.mark);
    all.notes.push_back(std::move(note));
  }
  return all;
}

GraphLanguages languages_of(const Graph& graph) {
  GraphLanguages all;
  std::map<std::string, size_t> known;
  std::vector<std::string> words;
  for (const GraphNode& node : graph.nodes) {
    words.push_back(
        picture_line(node.lang_words.empty() ? node.lang : node.lang_words));
    if (words.back().empty() || known.count(words.back()) != 0) continue;
    known[words.back()] = all.words.size();
    all.words.push_back(words.back());
  }
  if (std::count(words.begin(), words.end(), "") > 0) {
    known[""] = all.words.size();
    all.words.push_back("");
  }
  for (const std::string& one : words) all.of_node.push_back(known[one]);
  return all;
}

std::string_view language_colour(size_t language) {
  constexpr std::string_view kColours[kLanguageColours] = {
      "#332288", "#cc6677", "#44aa99", "#999933", "#882255",
      "#88ccee", "#117733", "#aa4499", "#ddcc77"};
  return kColours[language % kLanguageColours];
}

}  // namespace khitai::write
