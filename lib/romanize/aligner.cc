// SPDX-License-Identifier: Apache-2.0

#include "romanize/aligner.h"

#include <algorithm>

namespace khitai::romanize {
namespace {

constexpr float kNone = std::numeric_limits<float>::infinity();  // no way
constexpr double kRounding = 1e-3;  // of sums of floats

}  // namespace

Aligner::Aligner(const Model& model, const Letters& from)
    : model_(model), width_(model.to_.count() + 1) {
  from_ = known(from, model.from_);
  rows_.assign(width_, kNone);
  nothing_ = add_row(0);
  for (size_t i = 0; i < from_.size(); ++i) {
    Group group;
    group.one = add_row(model_.from_.number(from_.data() + i, 1));
    if (i + 1 < from_.size()) {
      group.two = add_row(model_.from_.number(from_.data() + i, 2));
    }
    const float dropped = row_of(group.one)[0];
    group.dropped = dropped == kNone ? Model::kUnseen : dropped;
    groups_.push_back(group);
  }
}

size_t Aligner::add_row(uint16_t group) {
  const auto [first, last] = model_.steps_of(group);
  if (first == last) return 0;
  const size_t row = rows_.size();
  rows_.resize(row + width_, kNone);
  for (const Model::Slot* step = first; step != last; ++step) {
    rows_[row + (step->key & 0xFFFF)] = step->cost;
  }
  return row;
}

Letters Aligner::known(const Letters& letters, const Model::Groups& groups) {
  Letters out;
  for (char32_t letter : letters) {
    if (groups.number(&letter, 1) != Model::kUnknown) {
      out += letter;
      continue;
    }
    const auto found =
        std::find_if(others_.begin(), others_.end(),
                     [&](const auto& one) { return one.first == letter; });
    if (found != others_.end()) {
      out += found->second;
      continue;
    }
    others_.emplace_back(letter, Model::known({letter}, groups));
    out += others_.back().second;
  }
  return out;
}

float Aligner::look_at(const Letters& to) {
  to_ = known(to, model_.to_);
  places_.resize(to_.size());
  const auto unknown = static_cast<uint16_t>(width_ - 1);
  float alone = 0;
  for (size_t j = 0; j < to_.size(); ++j) {
    Place& place = places_[j];
    for (size_t m = 1; m <= kMostTo; ++m) {
      const uint16_t group = j + m <= to_.size()
                                 ? model_.to_.number(to_.data() + j, m)
                                 : Model::kUnknown;
      place.groups[m] = group == Model::kUnknown ? unknown : group;
    }
    const float added = row_of(nothing_)[place.groups[1]];
    place.added = added == kNone ? Model::kUnseen : added;
    alone += model_.alone(to_[j]);
  }
  return alone;
}

float Aligner::step(size_t i, float* here) {
  const size_t size = to_.size();
  float* const next = here + stride_;
  float* const after = next + stride_;
  const Group& group = groups_[i];
  const float* const one = row_of(group.one);
  const float* const two = row_of(group.two);
  const auto lower = [](float* cell, float cost) {
    *cell = std::min(*cell, cost);
  };
  float cost = here[0];
  float least = kNone;
  for (size_t j = 0; j < size; ++j) {
    const Place& place = places_[j];
    float swap = one[place.groups[1]];
    if (swap == kNone) {
      swap = from_[i] == to_[j] ? Model::kUnseenSame : Model::kUnseen;
    }
    lower(next + j, cost + group.dropped);
    lower(next + j + 1, cost + swap);
    lower(next + j + 2, cost + one[place.groups[2]]);
    lower(next + j + 3, cost + one[place.groups[3]]);
    if (two != rows_.data()) {
      lower(after + j + 1, cost + two[place.groups[1]]);
      lower(after + j + 2, cost + two[place.groups[2]]);
      least = std::min(least, after[j + 1]);
    }
    least = std::min(least, next[j]);
    cost = std::min(here[j + 1], cost + place.added);
  }
  lower(next + size, cost + group.dropped);
  return std::min(least, next[size]);
}

double Aligner::distance(const Letters& to, double most) {
  const float alone = look_at(to);
  if (model_.slots_.empty()) return Model::kFar;
  const double enough = most + kRounding + double{Model::kAlone * alone};
  const bool bounded = model_.bounded_;
  if (bounded && enough < 0) return Model::kFar;
  stride_ = to_.size() + kMostTo + 1;  // groups that end behind it cost kNone
  best_.assign((from_.size() + 2) * stride_, kNone);
  best_[0] = 0;
  for (size_t i = 0; i < from_.size(); ++i) {
    const float least = step(i, best_.data() + i * stride_);
    if (bounded && double{least} > enough) return Model::kFar;
  }
  float* const last = best_.data() + from_.size() * stride_;
  for (size_t j = 0; j < to_.size(); ++j) {
    last[j + 1] = std::min(last[j + 1], last[j] + places_[j].added);
  }
  return last[to_.size()] - Model::kAlone * alone;
}

}  // namespace khitai::romanize
