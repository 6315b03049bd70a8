// SPDX-License-Identifier: Apache-2.0
//
// One spelling compared with many, letter by letter: what a model says of its
// letter groups is laid out once, and a comparison ends as soon as it can no
// longer come out near enough. Same numbers as Model::distance (costs.h).

#ifndef KHITAI_ROMANIZE_ALIGNER_H_
#define KHITAI_ROMANIZE_ALIGNER_H_

#include <array>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "romanize/costs.h"

namespace khitai::romanize {

class Aligner {
 public:
  // The model must outlive it. Linear in the letters and in the groups of the
  // model's other side.
  Aligner(const Model& model, const Letters& from);

  // As Model::distance; what is above `most` may come out as any other number
  // above it. Keeps buffers: for one thread.
  double distance(const Letters& to,
                  double most = std::numeric_limits<double>::infinity());

 private:
  // By place in `to`: the groups of one to three letters that begin there, as
  // columns of the rows below, and what that letter costs when it is added.
  struct Place {
    std::array<uint16_t, kMostTo + 1> groups = {};
    float added = 0;
  };
  // By place in `from`: the rows of its groups of one and two letters, and what
  // that letter costs when it is dropped.
  struct Group {
    size_t one = 0;
    size_t two = 0;
    float dropped = 0;
  };
  // As Model::known.
  Letters known(const Letters& letters, const Model::Groups& groups);
  // A row: what a group of `from` costs for each group of the other side. Row
  // 0 is that of groups without steps.
  size_t add_row(uint16_t group);
  const float* row_of(size_t row) const { return rows_.data() + row; }
  // Returns what the letters cost alone.
  float look_at(const Letters& to);
  // From the letter at `i` of `from` to the next ones. Returns the least that
  // any way costs that far.
  float step(size_t i, float* here);

  const Model& model_;
  Letters from_, to_;
  size_t width_;  // of a row: groups, and one for those that are none
  std::vector<float> rows_;
  size_t nothing_ = 0;  // the row of no letters
  std::vector<Group> groups_;
  std::vector<Place> places_;
  size_t stride_ = 0;  // of best_
  std::vector<float> best_;
  std::vector<std::pair<char32_t, Letters>> others_;  // as they are known
};

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_ALIGNER_H_
