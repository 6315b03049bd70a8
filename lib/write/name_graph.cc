// SPDX-License-Identifier: Apache-2.0

#include "write/name_graph.h"

#include <algorithm>
#include <map>
#include <set>

#include "etymology/ties.h"
#include "write/link_words.h"
#include "write/sources.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai::write {
namespace {

GraphEdge::Kind kind_of(std::string_view type) {
  switch (etymology::tie_of(type)) {
    case etymology::Tie::kStep:
      return GraphEdge::Kind::kOrigin;
    case etymology::Tie::kElement:
      return GraphEdge::Kind::kElement;
    case etymology::Tie::kCognate:
    case etymology::Tie::kBeside:
      break;
  }
  return GraphEdge::Kind::kBeside;
}

class GraphMaker {
 public:
  explicit GraphMaker(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Where the name stands in the graph; added if it is new.
  size_t add_name(uint32_t name) {
    const auto [found, is_new] = places_.emplace(name, graph_.nodes.size());
    if (is_new) graph_.nodes.push_back(node_of(name));
    if (is_new) by_text_.push_back(first_use_of(lexicon_, name).by_text);
    return found->second;
  }

  // A word that is none of the names has no place.
  void mark_asked(uint32_t name) {
    if (name != kNoRow) graph_.nodes[add_name(name)].asked = true;
  }

  void add_link(uint32_t row) {
    if (!links_.insert(row).second) return;
    const Link link = lexicon_.link(row);
    if (link.from == kNoRow || link.to == kNoRow) return;
    GraphEdge edge;
    edge.from = add_name(link.from);
    edge.to = add_name(link.to);
    edge.kind = kind_of(link.type);
    edge.type = link.type;
    edge.words = spaced(link.type);
    append_joined(", ", link_details(link), &edge.words);
    edge.directed = etymology::is_directed(link.type);
    edge.doubtful = etymology::is_doubtful(link.certainty, link.stance);
    edge.certainty = link.certainty;
    edge.stance = link.stance;
    edge.claim = link.claim;
    edge.source = link.source;
    edge.account = link.account;
    works_.add(link.source);
    graph_.edges.push_back(std::move(edge));
  }

  // Links between names that stand in the graph, of at most so many a name.
  void add_links_between() {
    constexpr size_t kMostOfName = 400;
    std::set<uint32_t> rows;
    for (const auto& [name, place] : places_) {
      const std::vector<uint32_t> links = lexicon_.links_to_name(name);
      for (size_t i = 0; i < std::min(links.size(), kMostOfName); ++i) {
        const Link link = lexicon_.link(links[i]);
        if (places_.contains(link.from) && places_.contains(link.to)) {
          rows.insert(links[i]);
        }
      }
    }
    for (const uint32_t row : rows) add_link(row);
  }

  Graph finish(std::string title) {
    graph_.title = std::move(title);
    drop_late_texts();
    for (const std::string_view id : works_.ids()) {
      graph_.works.push_back({std::string(id), citation_of(lexicon_, id)});
    }
    return std::move(graph_);
  }

 private:
  GraphNode node_of(uint32_t name) const {
    const Name row = lexicon_.name(name);
    GraphNode node;
    node.id = row.id;
    node.label = name_label(lexicon_, name);
    node.lang = first_tag(row.lang);
    node.lang_words = language_words(row.lang);
    node.gloss = row.gloss;
    const FirstUse first = first_use_of(lexicon_, name);
    node.when = first.words;
    node.year = first.year;
    node.marks = row.register_;
    return node;
  }

  // A name is older than what was made of it, however late the first text is
  // that has it.
  void drop_late_texts() {
    for (const GraphEdge& edge : graph_.edges) {
      GraphNode& from = graph_.nodes[edge.from];
      const GraphNode& to = graph_.nodes[edge.to];
      const bool made_of = edge.kind != GraphEdge::Kind::kBeside;
      if (made_of && by_text_[edge.from] && from.year && to.year &&
          *from.year > *to.year) {
        from.year.reset();
      }
    }
  }

  const Lexicon& lexicon_;
  Graph graph_;
  std::vector<bool> by_text_;  // nodes that are dated so
  std::map<uint32_t, size_t> places_;
  std::set<uint32_t> links_;
  Bibliography works_;
};

}  // namespace

Graph graph_of(const Lexicon& lexicon, const WhyQuestion& question,
               const Why& why) {
  GraphMaker maker(lexicon);
  maker.mark_asked(why.a.name);
  for (const Path& path : why.paths) {
    for (const Hop& hop : path.hops) maker.add_link(hop.link);
  }
  maker.mark_asked(why.b.name);
  for (const uint32_t row : why.rivals) maker.add_link(row);
  return maker.finish(question.a + ", " + question.b);
}

Graph graph_of(const Lexicon& lexicon, const std::string& title,
               const std::vector<Etymology>& all) {
  GraphMaker maker(lexicon);
  for (const Etymology& one : all) maker.mark_asked(one.name);
  for (const Etymology& one : all) {
    for (const TreeName& name : one.sources) maker.add_name(name.name);
    for (const TreeName& name : one.descendants) maker.add_name(name.name);
    for (const uint32_t row : one.beside) maker.add_link(row);
  }
  maker.add_links_between();
  return maker.finish(title);
}

}  // namespace khitai::write
