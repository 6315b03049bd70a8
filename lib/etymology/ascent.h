// SPDX-License-Identifier: Apache-2.0
//
// All that some names go back to, each by its best way: Dijkstra's search up
// the links, to sources and cognates, and once across what is no origin (a
// translation, a misreading). Only links that lead to a name are looked at, so
// that a word in a hundred thousand names costs no more than any other.
// Bounded in the names it visits. One thread.

#ifndef KHITAI_ETYMOLOGY_ASCENT_H_
#define KHITAI_ETYMOLOGY_ASCENT_H_

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/why.h"

namespace khitai::etymology {

// What a way has gone through, as bits.
enum Through : uint32_t {
  kThroughElement = 1,
  kThroughBeside = 2,
  kThroughAll = 4,  // how many sets of them there are
};

// A name, as it was reached.
struct Reached {
  uint32_t name = kNoRow;
  uint32_t through = 0;
  double cost = 0;          // negative logarithm of trust, and a little a hop
  uint32_t link = kNoRow;   // from the one before; kNoRow: begun with
  bool by_cognate = false;  // by that link
  size_t before = 0;
};

// What a link costs on a path.
double cost_of(const LinkStep& link);

// A path that costs more is none: one would trust it one time in four hundred.
inline constexpr double kMostCost = 6.0;

class Ascent {
 public:
  // `beside`: go across what is no origin, too. No way costs more than `most`.
  Ascent(const Lexicon& lexicon, const std::vector<AskedName>& names,
         bool beside, double most = kMostCost);

  // In the order of cost.
  const std::vector<Reached>& reached() const { return reached_; }
  // The best way to a name through just that; null when there is none.
  const Reached* find(uint32_t name, uint32_t through) const;
  // How many links were looked at.
  size_t looked_at() const { return looked_at_; }
  // The hops from the name begun with, and that name.
  std::vector<Hop> hops_to(const Reached& reached) const;
  uint32_t begin_of(const Reached& reached) const;

 private:
  static uint64_t key(uint32_t name, uint32_t through) {
    return uint64_t{name} * kThroughAll + through;
  }
  size_t looked_at_ = 0;
  std::vector<Reached> reached_;
  std::unordered_map<uint64_t, size_t> places_;
};

}  // namespace khitai::etymology

#endif  // KHITAI_ETYMOLOGY_ASCENT_H_
