// SPDX-License-Identifier: Apache-2.0

#include "match/near_index.h"

#include <algorithm>
#include <bit>

#include "match/near_layout.h"

namespace khitai::match {
namespace {

constexpr size_t kInOrder = 256;  // candidates put in order at first

void fetch(std::string_view bytes, uint64_t at) {
  if (at < bytes.size()) __builtin_prefetch(bytes.data() + at);
}

}  // namespace

NearIndex::NearIndex(std::string_view section) {
  const auto field = [&](uint64_t i) {
    return base::load<uint32_t>(section, i * 4);
  };
  const uint32_t edits = field(0);
  const uint32_t bits = field(1);
  const uint64_t count = field(2);
  const uint64_t names = field(3);
  const uint32_t width = field(4);
  if (edits < 1 || edits > kMostEdits || bits > kNearMostBits) return;
  if (width != 3 && width != 4) return;
  const uint64_t directory = ((uint64_t{1} << bits) + 1) * 4;
  const uint64_t sizes[] = {kNearHeader, directory, names * 8,
                            names * 4,   count * 2, count * width};
  uint64_t sum = 0;
  for (uint64_t size : sizes) sum += size;  // each under 2^35
  if (section.size() < sum) return;
  edits_ = edits;
  bits_ = bits;
  count_ = static_cast<uint32_t>(count);
  names_ = static_cast<uint32_t>(names);
  width_ = width;
  turned_ = field(5);
  section.remove_prefix(kNearHeader);
  std::string_view* const parts[] = {&directory_, &signatures_, &marks_, &tags_,
                                     &numbers_};
  for (size_t i = 0; i < std::size(parts); ++i) {
    *parts[i] = section.substr(0, sizes[i + 1]);
    section.remove_prefix(sizes[i + 1]);
  }
}

NearIndex::Range NearIndex::bucket(uint32_t hash) const {
  const uint64_t at = uint64_t{near_bucket(hash, bits_)} * 4;
  const uint32_t begin = std::min(base::load<uint32_t>(directory_, at), count_);
  const uint32_t end =
      std::min(base::load<uint32_t>(directory_, at + 4), count_);
  return {begin, std::max(begin, end)};
}

NearIndex::Range NearIndex::within(const Range& bucket, const Ask& ask) const {
  // The first entry whose tag is `tag` at least.
  const auto first = [&](uint32_t begin, uint32_t end, uint32_t tag) {
    while (begin < end) {
      const uint32_t middle = begin + (end - begin) / 2;
      if (tag_at(middle) < tag) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    return begin;
  };
  const uint32_t begin =
      first(bucket.begin, bucket.end, near_tag(ask.hash, bits_, ask.least));
  return {begin,
          first(begin, bucket.end, near_tag(ask.hash, bits_, ask.most) + 1)};
}

void NearIndex::find_ranges(std::vector<Ask>* asks) const {
  for (const Ask& ask : *asks) {
    fetch(directory_, uint64_t{near_bucket(ask.hash, bits_)} * 4);
  }
  for (Ask& ask : *asks) {
    ask.range = bucket(ask.hash);
    fetch(tags_, uint64_t{ask.range.begin} * 2);
  }
  for (Ask& ask : *asks) {
    ask.range = within(ask.range, ask);
    fetch(numbers_, uint64_t{ask.range.begin} * width_);
  }
}

uint32_t NearIndex::number_at(uint32_t entry) const {
  const uint64_t at = uint64_t{entry} * width_;
  if (width_ == 4) return base::load<uint32_t>(numbers_, at);
  const uint32_t low = base::load<uint16_t>(numbers_, at);
  return low | uint32_t{base::load<uint8_t>(numbers_, at + 2)} << 16;
}

// One look-up.
class NearIndex::Search {
 public:
  Search(const NearIndex& index, std::string_view key, const KeyOf& key_of)
      : index_(index), key_of_(key_of) {
    read_letters(key, &letters_);
    signature_ = signature_of(letters_);
    backwards_.assign(letters_.rbegin(), letters_.rend());
  }

  std::vector<Near> run(size_t edits, size_t most) {
    if (letters_.empty()) return {};
    const size_t allowed =
        edits_of_size(letters_.size(), std::min(edits, index_.edits_));
    // With fewer edits first: what then is new has exactly so many.
    for (size_t now = 0; now <= allowed && found_.size() < most; ++now) {
      gather(now);
      take(now, most);
    }
    return std::move(found_);
  }

 private:
  void gather(size_t edits) {
    asks_.clear();
    ask_side(NearSide::kFirst, edits, 1);
    if (index_.turned_ > 0) ask_side(NearSide::kLast, edits, kNearPrefix);
    index_.find_ranges(&asks_);
    candidates_.clear();
    const int most = static_cast<int>(2 * edits);
    const uint32_t size = near_length(letters_.size());
    for (const Ask& one : asks_) {
      for (uint32_t i = one.range.begin; i < one.range.end; ++i) {
        const uint32_t number = index_.number_at(i);
        if (number >= index_.names_) continue;
        const auto theirs =
            base::load<uint64_t>(index_.signatures_, uint64_t{number} * 8);
        if (std::popcount(signature_ ^ theirs) > most) continue;
        const uint32_t length = index_.tag_at(i) & kNearLongest;
        const uint32_t differ = std::max(length, size) - std::min(length, size);
        candidates_.push_back(uint64_t{differ} << 32 | number);
      }
    }
  }

  void ask_side(NearSide side, size_t edits, size_t shortest) {
    for (size_t left_out = 0; left_out <= edits; ++left_out) {
      const bool ended = left_out == kMostEdits;
      const size_t longest = ended ? kEnded - 1 : SIZE_MAX;
      ask(side, edits, left_out, false, shortest, longest);
      if (ended) ask(side, edits, left_out, true, kEnded, SIZE_MAX);
    }
  }

  // For keys of `shortest` to `longest` letters, as far as they can be meant.
  void ask(NearSide side, size_t edits, size_t left_out, bool ended,
           size_t shortest, size_t longest) {
    const size_t size = letters_.size();
    shortest = std::max(shortest, size > edits ? size - edits : 1);
    longest = std::min(longest, size + edits);
    if (shortest > longest) return;
    NearTerms terms;
    add_near_terms(side == NearSide::kFirst ? letters_ : backwards_, side,
                   left_out, ended, &terms);
    for (const NearTerm& term : terms) {
      // On their side, too, no more letters are left out.
      const size_t all = term.size + edits;
      const size_t end = all < kNearPrefix ? std::min(longest, all) : longest;
      if (shortest > end) continue;
      asks_.push_back({term.hash, near_length(shortest), near_length(end), {}});
    }
  }

  // Those of the candidates that are exactly so many edits away, in order; of
  // long lists only as many are put in order as are needed.
  void take(size_t edits, size_t most) {
    auto begin = candidates_.begin();
    auto chunk = static_cast<std::ptrdiff_t>(kInOrder);
    uint64_t last = UINT64_MAX;
    while (begin != candidates_.end()) {
      auto end = candidates_.end();
      if (end - begin > chunk) {
        end = begin + chunk;
        std::nth_element(begin, end, candidates_.end());
      }
      std::sort(begin, end);
      for (; begin != end; ++begin) {
        if (*begin == last) continue;
        last = *begin;
        const auto number = static_cast<uint32_t>(last);
        if (edits_to(number, edits) != edits) continue;
        found_.push_back({number, static_cast<uint32_t>(edits)});
        if (found_.size() == most) return;
      }
      chunk *= 4;
    }
  }

  size_t edits_to(uint32_t number, size_t most) {
    read_letters(key_of_(number), &theirs_);
    return near_distance(letters_, theirs_, most);
  }

  const NearIndex& index_;
  const KeyOf& key_of_;
  std::u32string letters_, backwards_, theirs_;
  uint64_t signature_ = 0;
  std::vector<Ask> asks_;
  std::vector<uint64_t> candidates_;  // difference in length, number
  std::vector<Near> found_;
};

std::vector<Near> NearIndex::find(std::string_view key, size_t edits,
                                  size_t most, const KeyOf& key_of) const {
  if (count_ == 0) return {};
  return Search(*this, key, key_of).run(edits, most);
}

void NearIndex::each_alike(
    std::string_view key, size_t edits, uint32_t most,
    const std::function<void(uint32_t number)>& tell) const {
  if (count_ == 0) return;
  std::u32string letters;
  read_letters(key, &letters);
  std::vector<Ask> asks;
  for (const NearSide side : {NearSide::kFirst, NearSide::kLast}) {
    if (side == NearSide::kLast && turned_ == 0) break;
    NearTerms terms;
    add_near_terms(letters, side, 0, false, &terms);
    if (edits > 0) add_near_terms(letters, side, 1, false, &terms);
    for (const NearTerm& term : terms) {
      asks.push_back({term.hash, 0, kNearLongest, {}});
    }
    std::reverse(letters.begin(), letters.end());
  }
  find_ranges(&asks);
  for (const Ask& ask : asks) {
    const uint32_t size = ask.range.end - ask.range.begin;
    for (uint32_t i = 0; i < std::min(size, most); ++i) {
      tell(number_at(ask.range.begin + i));
    }
  }
}

}  // namespace khitai::match
