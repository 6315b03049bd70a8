// SPDX-License-Identifier: Apache-2.0
//
// Where a name comes from and what was made of it, as trees (khitai/why.h).

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "etymology/ties.h"
#include "khitai/why.h"

namespace khitai {
namespace {

using etymology::Tie;
using etymology::tie_of;
using etymology::trust_of;

// Of a name that a hundred thousand others have as an element, a few.
constexpr size_t kMostOfOne = 400;

class TreeGrower {
 public:
  TreeGrower(const Lexicon& lexicon, const TreeOptions& options, bool up)
      : lexicon_(lexicon), options_(options), up_(up) {}

  std::vector<TreeName> grow(uint32_t root) {
    struct Waiting {
      TreeName name;
      size_t parent;
    };
    std::vector<Waiting> waiting = {{TreeName{root}, 0}};
    while (!waiting.empty()) {
      Waiting next = waiting.back();
      waiting.pop_back();
      if (tree_.size() >= options_.names) {
        ++tree_[next.parent].left_out;
        continue;
      }
      // One that stands where the tree ends is followed where it stands nearer.
      next.name.repeated = next.name.depth < options_.depth
                               ? !seen_.insert(next.name.name).second
                               : seen_.contains(next.name.name);
      const size_t place = tree_.size();
      tree_.push_back(next.name);
      if (next.name.repeated) continue;
      const std::vector<uint32_t> links = links_at(place);
      for (auto link = links.rbegin(); link != links.rend(); ++link) {
        waiting.push_back({child(next.name, *link), place});
      }
    }
    return std::move(tree_);
  }

 private:
  TreeName child(const TreeName& parent, uint32_t row) const {
    const Link link = lexicon_.link(row);
    TreeName name;
    name.name = up_ ? link.from : link.to;
    name.link = row;
    name.depth = parent.depth + 1;
    return name;
  }

  // The links that lead on, in the order in which they are shown: elements as
  // the table has them, then the accounts of the whole, the best first.
  std::vector<uint32_t> links_at(size_t place) {
    TreeName& at = tree_[place];
    std::vector<uint32_t> links = up_ ? lexicon_.links_to_name(at.name)
                                      : lexicon_.links_from_name(at.name);
    std::erase_if(links, [&](uint32_t row) {
      const LinkStep link = lexicon_.link_step(row);
      return !etymology::is_directed(link.type) ||
             (up_ ? link.to : link.from) != at.name;
    });
    if (links.size() > kMostOfOne) {
      at.left_out += links.size() - kMostOfOne;
      links.resize(kMostOfOne);
    }
    if (at.depth >= options_.depth) {
      at.left_out += links.size();
      return {};
    }
    const auto rank = [&](uint32_t row) {
      const Link link = lexicon_.link(row);
      return std::tuple(tie_of(link.type) != Tie::kElement,
                        -trust_of(link.certainty, link.stance), row);
    };
    std::sort(links.begin(), links.end(),
              [&](uint32_t x, uint32_t y) { return rank(x) < rank(y); });
    return links;
  }

  const Lexicon& lexicon_;
  const TreeOptions& options_;
  const bool up_;
  std::vector<TreeName> tree_;
  std::unordered_set<uint32_t> seen_;
};

}  // namespace

Etymology etymology_of(const Lexicon& lexicon, uint32_t name,
                       const TreeOptions& options) {
  Etymology etymology;
  etymology.name = name;
  etymology.sources = TreeGrower(lexicon, options, true).grow(name);
  etymology.descendants = TreeGrower(lexicon, options, false).grow(name);
  for (const uint32_t row : lexicon.links_of_name(name)) {
    if (etymology.beside.size() >= options.names) break;
    if (!etymology::is_directed(lexicon.link(row).type)) {
      etymology.beside.push_back(row);
    }
  }
  return etymology;
}

}  // namespace khitai
