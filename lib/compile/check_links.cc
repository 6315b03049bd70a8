// SPDX-License-Identifier: Apache-2.0
//
// Etymological links: within one account no name descends from itself.
//
// Rows of one account hold together, rows of different accounts rival; rows
// without an account hold in every one of them. So each account is looked at
// together with the rows that have none.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "compile/check_index.h"

namespace khitai::compile {
namespace {

// Links that say two names belong together, not which comes of which.
constexpr std::array<std::string_view, 2> kMutual = {"cognate", "counterpart"};

bool is_mutual(const Row& row) {
  const std::string& type = row[links::kType];
  return std::find(kMutual.begin(), kMutual.end(), type) != kMutual.end();
}

// The names that links lead to, from each name.
using Graph = std::map<std::string_view, std::vector<const Row*>>;

// Finds cycles by depth-first search, without recursion: a chain of links is
// as long as an editor makes it.
class CycleFinder {
 public:
  explicit CycleFinder(const Graph& graph) : graph_(graph) {}

  // Calls `found(path)` once for each link that closes a cycle; the path is
  // the links of the cycle in order, the closing one last.
  template <typename Found>
  void run(const Found& found) {
    for (const auto& [name, links] : graph_) {
      if (state_[name] == State::kNew) walk(name, found);
    }
  }

 private:
  enum class State { kNew, kOpen, kDone };
  struct Step {
    std::string_view name;
    size_t next = 0;  // of the name's links
  };

  template <typename Found>
  void walk(std::string_view start, const Found& found) {
    steps_ = {Step{start}};
    state_[start] = State::kOpen;
    while (!steps_.empty()) {
      Step& step = steps_.back();
      const auto links = graph_.find(step.name);
      if (links == graph_.end() || step.next == links->second.size()) {
        state_[step.name] = State::kDone;
        steps_.pop_back();
        continue;
      }
      const Row* link = links->second[step.next++];
      const std::string_view to = (*link)[links::kTo];
      State& state = state_[to];
      if (state == State::kOpen) found(cycle_from(to));
      if (state == State::kNew) {
        state = State::kOpen;
        steps_.push_back(Step{to});
      }
    }
  }

  std::vector<const Row*> cycle_from(std::string_view name) const {
    std::vector<const Row*> cycle;
    auto step = std::find_if(steps_.begin(), steps_.end(),
                             [&](const Step& s) { return s.name == name; });
    for (; step != steps_.end(); ++step) {
      cycle.push_back(graph_.at(step->name)[step->next - 1]);
    }
    return cycle;
  }

  const Graph& graph_;
  std::map<std::string_view, State> state_;
  std::vector<Step> steps_;
};

// Turns a circle so that the row an editor added last closes it.
void turn(std::vector<const Row*>* cycle) {
  const auto last = std::max_element(cycle->begin(), cycle->end());
  std::rotate(cycle->begin(), last + 1, cycle->end());
}

std::string show(const std::vector<const Row*>& cycle) {
  std::string text = (*cycle.front())[links::kFrom];
  for (const Row* link : cycle) text += " > " + (*link)[links::kTo];
  return text;
}

void check_account(std::string_view account, const Graph& graph,
                   Findings* findings) {
  CycleFinder(graph).run([&](std::vector<const Row*> cycle) {
    turn(&cycle);
    const bool its_own =
        account.empty() ||
        std::any_of(cycle.begin(), cycle.end(), [&](const Row* link) {
          return (*link)[links::kAccount] == account;
        });
    if (!its_own) return;  // told under the rows without an account
    std::string where = account.empty()
                            ? std::string("rows without an account")
                            : "account '" + std::string(account) + "'";
    findings->error(*cycle.back(), "the link closes a circle: " + show(cycle) +
                                       " (" + where +
                                       "), expected every name older than "
                                       "what comes of it");
  });
}

}  // namespace

void check_links(const Index& index, Findings* findings) {
  std::map<std::string_view, Graph> accounts;
  accounts[""];
  for (const Row& row : index.rows(TableKind::kLinks)) {
    if (row[links::kFrom] == row[links::kTo]) {
      findings->error(row, "'" + row[links::kFrom] +
                               "' is linked to itself, "
                               "expected two names");
    } else if (!is_mutual(row)) {
      accounts[row[links::kAccount]][row[links::kFrom]].push_back(&row);
    }
  }
  const Graph common = accounts[""];
  for (auto& [account, graph] : accounts) {
    if (!account.empty()) {
      for (const auto& [name, rows] : common) {
        std::vector<const Row*>& all = graph[name];
        all.insert(all.end(), rows.begin(), rows.end());
      }
    }
    check_account(account, graph, findings);
  }
}

}  // namespace khitai::compile
