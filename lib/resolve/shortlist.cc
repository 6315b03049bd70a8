// SPDX-License-Identifier: Apache-2.0

#include "resolve/shortlist.h"

#include <algorithm>
#include <unordered_set>

namespace khitai::resolve {
namespace {

constexpr size_t kMostListed = 100000;  // entries looked at of all terms
constexpr size_t kTermsOfOne = 4;       // that one form may be met by

}  // namespace

void Shortlist::add(const match::HashIndex& index, std::string_view term,
                    uint32_t penalty) {
  const match::HashIndex::Range range = index.find(match::term_hash(term));
  const uint32_t end = range.begin + std::min(range.size(), kLongestList);
  if (found_.size() > kMostListed) return;
  const uint32_t mark = marks_.of(term);
  for (uint32_t i = range.begin; i < end; ++i) {
    const uint32_t unlike =
        penalty + romanize::unlike(mark, index.mark(i), vowels_);
    found_.push_back(uint64_t{unlike} << 32 | index.number(i));
  }
}

void Shortlist::add_alike(const match::NearIndex& index, std::string_view l1,
                          size_t edits) {
  index.each_alike(l1, edits, kLongestList, [&](uint32_t form) {
    const uint32_t unlike =
        romanize::unlike(marks_.sounds, index.mark(form), vowels_);
    found_.push_back(uint64_t{unlike} << 32 | form);
  });
}

std::vector<uint32_t> Shortlist::best(size_t most) {
  // A form may be there under several terms: some more are put in order.
  const size_t enough = most * kTermsOfOne;
  if (found_.size() > enough) {
    const auto end = found_.begin() + static_cast<std::ptrdiff_t>(enough);
    std::nth_element(found_.begin(), end, found_.end());
    found_.resize(enough);
  }
  std::sort(found_.begin(), found_.end());
  std::vector<uint32_t> forms;
  std::unordered_set<uint32_t> seen;
  for (uint64_t one : found_) {
    const auto form = static_cast<uint32_t>(one);
    if (forms.size() == most) break;
    if (seen.insert(form).second) forms.push_back(form);
  }
  return forms;
}

}  // namespace khitai::resolve
