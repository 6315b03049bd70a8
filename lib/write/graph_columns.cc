// SPDX-License-Identifier: Apache-2.0

#include "write/graph_columns.h"

#include <algorithm>
#include <map>

namespace khitai::write {
namespace {

// Hundreds of years; those before year 1 are centuries: -1 ends in 1 BCE.
int64_t hundred_of(int32_t year) {
  const int64_t wide = year;
  return wide > 0 ? wide / 100 : (wide - 100) / 100;
}

// Places in time: 2b is within band b, 2b + 1 between it and the next one, -1
// before all of them.
constexpr int64_t kUnplaced = INT64_MIN;

// Nodes, and two gates for each band: what is within stands behind the first
// and before the second.
class ColumnFinder {
 public:
  explicit ColumnFinder(const Graph& graph) : graph_(graph) {}
  GraphColumns find();

 private:
  struct Step {
    size_t to = 0;
    size_t length = 0;
  };

  void add_bands();
  void add_edges(GraphEdge::Kind kind);
  void add_undated();
  std::vector<int64_t> places(const std::vector<size_t>& order) const;
  bool reaches(size_t from, size_t to);
  std::vector<size_t> in_order() const;
  void push_right(const std::vector<size_t>& order);
  void pull(const std::vector<size_t>& order);
  void tell_bands(GraphColumns* columns) const;
  bool is_node(size_t at) const { return at < graph_.nodes.size(); }
  size_t begin_of(size_t band) const { return graph_.nodes.size() + 2 * band; }
  size_t end_of(size_t band) const { return begin_of(band) + 1; }
  // Keeps a node between two gates.
  void hold(size_t node, int64_t place);

  const Graph& graph_;
  std::map<int64_t, size_t> bands_;  // by hundred, numbered in order
  std::vector<int64_t> place_;       // of nodes; kUnplaced without a year
  std::vector<std::vector<Step>> steps_;
  std::vector<size_t> column_;
  std::vector<size_t> seen_;
  size_t round_ = 0;
};

void ColumnFinder::hold(size_t node, int64_t place) {
  const bool within = place % 2 == 0;
  const int64_t band = place < 0 ? -1 : place / 2;
  if (within) {
    steps_[begin_of(static_cast<size_t>(band))].push_back({node, 0});
    steps_[node].push_back({end_of(static_cast<size_t>(band)), 1});
    return;
  }
  if (band >= 0) steps_[end_of(static_cast<size_t>(band))].push_back({node, 0});
  const size_t next = static_cast<size_t>(band + 1);
  if (next < bands_.size()) steps_[node].push_back({begin_of(next), 1});
}

void ColumnFinder::add_bands() {
  size_t dated = 0;
  for (const GraphNode& node : graph_.nodes) {
    if (!node.year) continue;
    ++dated;
    bands_[hundred_of(*node.year)] = 0;
  }
  if (dated < 2) bands_.clear();
  size_t count = 0;
  for (auto& [hundred, number] : bands_) number = count++;
  steps_.resize(graph_.nodes.size() + 2 * count);
  seen_.resize(steps_.size());
  place_.resize(graph_.nodes.size(), kUnplaced);
  for (size_t band = 1; band < count; ++band) {
    steps_[end_of(band - 1)].push_back({begin_of(band), 0});
  }
  for (size_t i = 0; count > 0 && i < graph_.nodes.size(); ++i) {
    if (!graph_.nodes[i].year) continue;
    const size_t band = bands_[hundred_of(*graph_.nodes[i].year)];
    place_[i] = 2 * static_cast<int64_t>(band);
    hold(i, place_[i]);
  }
}

bool ColumnFinder::reaches(size_t from, size_t to) {
  ++round_;
  std::vector<size_t> open = {from};
  seen_[from] = round_;
  while (!open.empty()) {
    const size_t at = open.back();
    open.pop_back();
    if (at == to) return true;
    for (const Step& step : steps_[at]) {
      if (seen_[step.to] == round_) continue;
      seen_[step.to] = round_;
      open.push_back(step.to);
    }
  }
  return false;
}

void ColumnFinder::add_edges(GraphEdge::Kind kind) {
  for (const GraphEdge& edge : graph_.edges) {
    if (edge.kind != kind || edge.from == edge.to) continue;
    if (!is_node(edge.from) || !is_node(edge.to)) continue;
    if (reaches(edge.to, edge.from)) continue;
    steps_[edge.from].push_back({edge.to, 1});
  }
}

// Where each node stands in time. Without a year: within a band when names of
// that band come before and after it, else behind the last one that comes
// before it, else before the first one that comes after it, else at the end.
std::vector<int64_t> ColumnFinder::places(
    const std::vector<size_t>& order) const {
  const size_t count = graph_.nodes.size();
  std::vector<int64_t> before(count, kUnplaced);  // the latest
  std::vector<int64_t> after(count, INT64_MAX);   // the earliest
  for (size_t at : order) {
    if (!is_node(at)) continue;
    const int64_t known = std::max(before[at], place_[at]);
    for (const Step& step : steps_[at]) {
      if (is_node(step.to)) before[step.to] = std::max(before[step.to], known);
    }
  }
  for (size_t i = order.size(); i-- > 0;) {
    const size_t at = order[i];
    if (!is_node(at)) continue;
    for (const Step& step : steps_[at]) {
      if (!is_node(step.to)) continue;
      const int64_t known =
          place_[step.to] == kUnplaced ? after[step.to] : place_[step.to];
      after[at] = std::min(after[at], known);
    }
  }
  const int64_t end = 2 * static_cast<int64_t>(bands_.size()) - 1;
  std::vector<int64_t> places = place_;
  for (size_t i = 0; i < count; ++i) {
    if (places[i] != kUnplaced) continue;
    if (before[i] != kUnplaced) {
      places[i] = before[i] == after[i] ? before[i] : before[i] + 1;
    } else {
      places[i] = after[i] == INT64_MAX ? end : after[i] - 1;
    }
  }
  return places;
}

void ColumnFinder::add_undated() {
  if (bands_.empty()) return;
  const std::vector<size_t> order = in_order();
  std::vector<int64_t> all = places(order);
  for (size_t at : order) {
    if (!is_node(at)) continue;
    for (const Step& step : steps_[at]) {
      if (!is_node(step.to) || place_[step.to] != kUnplaced) continue;
      all[step.to] = std::max(all[step.to], all[at]);
    }
  }
  for (size_t i = 0; i < all.size(); ++i) {
    if (place_[i] == kUnplaced) hold(i, all[i]);
  }
}

// Each before those it has a step to.
std::vector<size_t> ColumnFinder::in_order() const {
  std::vector<size_t> waiting(steps_.size());
  for (const auto& steps : steps_) {
    for (const Step& step : steps) ++waiting[step.to];
  }
  std::vector<size_t> order;
  for (size_t i = 0; i < steps_.size(); ++i) {
    if (waiting[i] == 0) order.push_back(i);
  }
  for (size_t next = 0; next < order.size(); ++next) {
    for (const Step& step : steps_[order[next]]) {
      if (--waiting[step.to] == 0) order.push_back(step.to);
    }
  }
  return order;
}

void ColumnFinder::push_right(const std::vector<size_t>& order) {
  column_.assign(steps_.size(), 0);
  for (size_t at : order) {
    for (const Step& step : steps_[at]) {
      column_[step.to] = std::max(column_[step.to], column_[at] + step.length);
    }
  }
}

// What has neither a year nor, before it, anything that has one stands close
// to what comes after it.
void ColumnFinder::pull(const std::vector<size_t>& order) {
  std::vector<bool> held(graph_.nodes.size());
  for (size_t at : order) {
    if (!is_node(at)) continue;
    if (graph_.nodes[at].year) held[at] = true;
    for (const Step& step : steps_[at]) {
      if (held[at] && is_node(step.to)) held[step.to] = true;
    }
  }
  for (size_t i = order.size(); i-- > 0;) {
    const size_t at = order[i];
    if (!is_node(at) || held[at] || steps_[at].empty()) continue;
    size_t nearest = column_[steps_[at].front().to];
    for (const Step& step : steps_[at]) {
      nearest = std::min(nearest, column_[step.to]);
    }
    column_[at] = std::max(column_[at], nearest - std::min<size_t>(nearest, 1));
  }
}

void ColumnFinder::tell_bands(GraphColumns* columns) const {
  for (size_t number = 0; number < bands_.size(); ++number) {
    columns->bands.push_back({"", columns->count, 0});
  }
  for (size_t i = 0; i < graph_.nodes.size(); ++i) {
    const std::optional<int32_t>& year = graph_.nodes[i].year;
    if (!year) continue;
    TimeBand& band = columns->bands[bands_.at(hundred_of(*year))];
    band.label = hundred_words(*year);
    band.first = std::min(band.first, columns->of_node[i]);
    band.last = std::max(band.last, columns->of_node[i]);
  }
}

GraphColumns ColumnFinder::find() {
  add_bands();
  add_edges(GraphEdge::Kind::kOrigin);
  add_edges(GraphEdge::Kind::kElement);
  add_edges(GraphEdge::Kind::kBeside);
  add_undated();
  const std::vector<size_t> order = in_order();
  push_right(order);
  pull(order);
  // Columns that nobody stands in fall out.
  std::map<size_t, size_t> used;
  for (size_t i = 0; i < graph_.nodes.size(); ++i) used[column_[i]] = 0;
  GraphColumns columns;
  for (auto& [column, number] : used) number = columns.count++;
  for (size_t i = 0; i < graph_.nodes.size(); ++i) {
    columns.of_node.push_back(used[column_[i]]);
  }
  if (!bands_.empty()) tell_bands(&columns);
  return columns;
}

}  // namespace

std::string hundred_words(int32_t year) {
  const int64_t hundred = hundred_of(year);
  if (hundred == 0) return "1\u201399";
  if (hundred > 0) {
    return std::to_string(hundred * 100) + "\u2013" +
           std::to_string(hundred * 100 + 99);
  }
  return std::to_string(-hundred * 100) + "\u2013" +
         std::to_string(-hundred * 100 - 99) + " BCE";
}

GraphColumns columns_of(const Graph& graph) {
  return ColumnFinder(graph).find();
}

}  // namespace khitai::write
