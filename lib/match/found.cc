// SPDX-License-Identifier: Apache-2.0

#include "match/found.h"

#include <algorithm>
#include <bit>

#include "match/matcher.h"

namespace khitai::match {
namespace {

bool before(const Match& a, const Match& b) {
  if (a.begin != b.begin) return a.begin < b.begin;
  return a.end != b.end ? a.end > b.end : a.pattern < b.pattern;
}

// From `begin` on, each once.
void put_in_order(size_t begin, std::vector<Match>* matches) {
  const auto first = matches->begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, matches->end(), before);
  matches->erase(std::unique(first, matches->end()), matches->end());
}

}  // namespace

void Found::clear(uint32_t units) {
  found_.clear();
  before_.clear();
  marks_.assign(units / 64 + 1, 0);
  if (last_.size() < units) last_.resize(units);
}

void Found::add(uint32_t unit, const Match& match) {
  uint64_t& marks = marks_[unit / 64];
  const uint64_t mark = uint64_t{1} << unit % 64;
  before_.push_back((marks & mark) != 0 ? last_[unit] : kNone);
  last_[unit] = static_cast<uint32_t>(found_.size());
  marks |= mark;
  found_.push_back(match);
}

void Found::append_to(std::vector<Match>* matches) const {
  for (uint32_t i = 0; i < marks_.size(); ++i) {
    for (uint64_t marks = marks_[i]; marks != 0; marks &= marks - 1) {
      const size_t begin = matches->size();
      uint32_t at =
          last_[64 * i + static_cast<uint32_t>(std::countr_zero(marks))];
      for (; at != kNone; at = before_[at]) matches->push_back(found_[at]);
      if (matches->size() - begin > 1) put_in_order(begin, matches);
    }
  }
}

}  // namespace khitai::match
