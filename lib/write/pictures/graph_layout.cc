// SPDX-License-Identifier: Apache-2.0

#include "write/pictures/graph_layout.h"

#include <gvc.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>

extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace khitai::write {
namespace {

// Boxes and lines up to which all care is taken, and up to which lines are bent
// around boxes. Without these limits a graph of 300 names takes half a minute.
constexpr size_t kFine = 200;
constexpr size_t kCurved = 250;

// What Graphviz has said since a layout began; under `layout_mutex`.
std::string& layout_talk() {
  static std::string talk;
  return talk;
}

int keep_layout_talk(char* words) {
  std::string& talk = layout_talk();
  if (talk.size() < 400) talk += words;
  return 0;
}

std::mutex& layout_mutex() {
  static std::mutex mutex;
  return mutex;
}

// One for the process: Graphviz does not give back all that a context takes.
GVC_t* layout_context() {
  static const lt_symlist_t kPlugins[] = {
      {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
      {nullptr, nullptr}};
  static GVC_t* const kContext = gvContextPlugins(kPlugins, 0);
  return kContext;
}

// Graphviz takes char* for what it only reads.
char* mutable_text(const char* text) { return const_cast<char*>(text); }

void set(void* object, const char* name, const std::string& value) {
  agsafeset(object, mutable_text(name), mutable_text(value.c_str()),
            mutable_text(""));
}

// "1.25": inches without a locale's comma.
std::string inches(double pixels) {
  const long parts = std::lround(pixels * 1000 / 72);
  std::string digits = std::to_string(1000 + parts % 1000);
  digits.replace(0, 1, std::to_string(parts / 1000) + ".");
  return digits;
}

class LayoutRun {
 public:
  LayoutRun(const std::vector<LayoutBox>& boxes,
            const std::vector<LayoutArc>& arcs)
      : boxes_(boxes), arcs_(arcs) {}
  LayoutRun(const LayoutRun&) = delete;
  LayoutRun& operator=(const LayoutRun&) = delete;
  ~LayoutRun() {
    if (graph_ == nullptr) return;
    if (laid_out_) gvFreeLayout(layout_context(), graph_);
    agclose(graph_);
  }

  Result<PlacedGraph> run();

 private:
  void build();
  void build_boxes();
  void build_columns();
  void build_arcs();
  void tie_columns();
  void set_label(Agedge_t* edge, const LayoutArc& arc);
  Point place(const pointf& at) const {
    return {at.x - GD_bb(graph_).LL.x, GD_bb(graph_).UR.y - at.y};
  }
  PlacedGraph read() const;

  const std::vector<LayoutBox>& boxes_;
  const std::vector<LayoutArc>& arcs_;
  Agraph_t* graph_ = nullptr;
  bool laid_out_ = false;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
};

void LayoutRun::build() {
  graph_ = agopen(mutable_text("g"), Agdirected, nullptr);
  set(graph_, "rankdir", "LR");
  set(graph_, "nodesep", "0.2");
  set(graph_, "ranksep", "0.3");
  const size_t size = boxes_.size() + arcs_.size();
  set(graph_, "nslimit", size <= kFine ? "20" : "1");
  set(graph_, "mclimit", size <= kFine ? "2" : "0.2");
  set(graph_, "splines", size <= kCurved ? "spline" : "line");
  agattr(graph_, AGRAPH, mutable_text("rank"), mutable_text(""));
  build_boxes();
  build_columns();
  build_arcs();
  tie_columns();
}

void LayoutRun::build_boxes() {
  for (const auto& [name, value] : {std::pair("shape", "box"),
                                    {"fixedsize", "true"},
                                    {"label", ""},
                                    {"width", "1"},
                                    {"height", "1"}}) {
    agattr(graph_, AGNODE, mutable_text(name), mutable_text(value));
  }
  for (size_t i = 0; i < boxes_.size(); ++i) {
    const std::string name = "n" + std::to_string(i);
    nodes_.push_back(agnode(graph_, mutable_text(name.c_str()), 1));
    set(nodes_[i], "width", inches(boxes_[i].width));
    set(nodes_[i], "height", inches(boxes_[i].height));
  }
}

void LayoutRun::build_columns() {
  std::vector<Agraph_t*> columns;
  for (size_t i = 0; i < boxes_.size(); ++i) {
    const size_t column = boxes_[i].column;
    if (columns.size() <= column) columns.resize(column + 1);
    if (columns[column] == nullptr) {
      const std::string name = "c" + std::to_string(column);
      columns[column] = agsubg(graph_, mutable_text(name.c_str()), 1);
      set(columns[column], "rank", "same");
    }
    agsubnode(columns[column], nodes_[i], 1);
  }
}

void LayoutRun::build_arcs() {
  for (const auto& [name, value] : {std::pair("dir", "none"),

                                    {"tailport", ""},
                                    {"headport", ""},
                                    {"label", ""},
                                    {"minlen", "1"},
                                    {"weight", "1"},
                                    {"style", ""}}) {
    agattr(graph_, AGEDGE, mutable_text(name), mutable_text(value));
  }
  for (size_t i = 0; i < arcs_.size(); ++i) {
    const LayoutArc& arc = arcs_[i];
    const std::string name = "e" + std::to_string(i);
    Agedge_t* const edge = agedge(graph_, nodes_[arc.from], nodes_[arc.to],
                                  mutable_text(name.c_str()), 1);
    set(edge, "minlen",
        std::to_string(boxes_[arc.to].column - boxes_[arc.from].column));
    if (boxes_[arc.from].sides) set(edge, "tailport", "e");
    if (boxes_[arc.to].sides) set(edge, "headport", "w");
    if (arc.label_width > 0) set_label(edge, arc);
    edges_.push_back(edge);
  }
}

// A table of that size, so that no font is asked.
void LayoutRun::set_label(Agedge_t* edge, const LayoutArc& arc) {
  const std::string table =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
      "CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"" +
      std::to_string(std::lround(std::ceil(arc.label_width))) + "\" HEIGHT=\"" +
      std::to_string(std::lround(std::ceil(arc.label_height))) +
      "\"><TR><TD></TD></TR></TABLE>";
  char* const html = agstrdup_html(graph_, mutable_text(table.c_str()));
  agsafeset(edge, mutable_text("label"), html, mutable_text(""));
  agstrfree(graph_, html);
}

// Columns keep their distance where no arc ties them: one that nobody sees
// joins each part to the one before it.
void LayoutRun::tie_columns() {
  size_t count = 0;
  for (const LayoutBox& box : boxes_) count = std::max(count, box.column + 1);
  std::vector<size_t> part(count);
  std::iota(part.begin(), part.end(), size_t{0});
  const auto root = [&](size_t one) {
    while (part[one] != one) one = part[one] = part[part[one]];
    return one;
  };
  std::vector<size_t> first(count);
  for (size_t i = boxes_.size(); i-- > 0;) first[boxes_[i].column] = i;
  for (const LayoutArc& arc : arcs_) {
    part[root(boxes_[arc.from].column)] = root(boxes_[arc.to].column);
  }
  for (size_t column = 1; column < count; ++column) {
    if (root(column) == root(column - 1)) continue;
    part[root(column)] = root(column - 1);
    const std::string name = "t" + std::to_string(column);
    Agedge_t* const edge =
        agedge(graph_, nodes_[first[column - 1]], nodes_[first[column]],
               mutable_text(name.c_str()), 1);
    set(edge, "style", "invis");
    set(edge, "weight", "0");
  }
}

PlacedGraph LayoutRun::read() const {
  PlacedGraph placed;
  placed.width = GD_bb(graph_).UR.x - GD_bb(graph_).LL.x;
  placed.height = GD_bb(graph_).UR.y - GD_bb(graph_).LL.y;
  for (Agnode_t* node : nodes_) placed.boxes.push_back(place(ND_coord(node)));
  for (Agedge_t* edge : edges_) {
    LayoutCurve curve;
    const splines* const drawn = ED_spl(edge);
    if (drawn != nullptr && drawn->size > 0) {
      const bezier& line = drawn->list[0];
      for (int i = 0; i < line.size; ++i) {
        curve.points.push_back(place(line.list[i]));
      }
    }
    if (ED_label(edge) != nullptr) curve.label = place(ED_label(edge)->pos);
    placed.arcs.push_back(std::move(curve));
  }
  return placed;
}

Result<PlacedGraph> LayoutRun::run() {
  if (layout_context() == nullptr) return Error{"Graphviz does not start"};
  build();
  laid_out_ = true;
  if (gvLayout(layout_context(), graph_, "dot") != 0) {
    laid_out_ = false;
    return Error{"no layout: " + layout_talk()};
  }
  return read();
}

}  // namespace

Result<PlacedGraph> place_graph(const std::vector<LayoutBox>& boxes,
                                const std::vector<LayoutArc>& arcs) {
  if (boxes.empty()) return PlacedGraph{};
  const std::lock_guard<std::mutex> lock(layout_mutex());
  layout_talk().clear();
  agseterrf(keep_layout_talk);
  Result<PlacedGraph> placed = LayoutRun(boxes, arcs).run();
  agseterrf(nullptr);
  return placed;
}

std::string layout_version() {
  const std::lock_guard<std::mutex> lock(layout_mutex());
  GVC_t* const context = layout_context();
  return context == nullptr ? "" : gvcVersion(context);
}

}  // namespace khitai::write
