// SPDX-License-Identifier: Apache-2.0

#include "match/near_terms.h"

#include <algorithm>

#include "text/utf8.h"

namespace khitai::match {
namespace {

constexpr uint64_t kMixer = 0x9E3779B97F4A7C15ull;
constexpr uint64_t kBackwards = 0xC2B2AE3D27D4EB4Full;

uint64_t with_letter(uint64_t hash, char32_t letter) {
  hash = (hash ^ letter) * kMixer;
  return hash ^ (hash >> 32);
}

uint32_t finished(uint64_t hash) {
  return static_cast<uint32_t>((hash * kMixer) >> 32);
}

uint64_t with_letters(uint64_t hash, std::u32string_view letters) {
  for (char32_t letter : letters) hash = with_letter(hash, letter);
  return hash;
}

}  // namespace

void read_letters(std::string_view key, std::u32string* letters) {
  letters->clear();
  const char* at = key.data();
  const char* const end = at + key.size();
  while (at < end) {
    const text::CodePoint one = text::decode(at, end);
    letters->push_back(one.code);
    at += one.size;
  }
}

uint64_t signature_of(std::u32string_view letters) {
  uint64_t signature = 0;
  for (char32_t letter : letters) {
    const uint64_t bit = uint64_t{1} << (letter * 2654435761u >> 27);
    signature |= (signature & bit) == 0 ? bit : bit << 32;
  }
  return signature;
}

void add_near_terms(std::u32string_view letters, NearSide side, size_t left_out,
                    bool ended, NearTerms* terms) {
  const std::u32string_view all = letters.substr(0, kNearPrefix);
  if (left_out > all.size()) return;
  const size_t first = terms->count;
  const auto size = static_cast<uint32_t>(all.size() - left_out);
  const auto add = [&](uint64_t hash) {
    const uint32_t done = finished(hash);
    const bool known =
        std::any_of(terms->terms + first, terms->terms + terms->count,
                    [&](const NearTerm& one) { return one.hash == done; });
    if (!known) terms->terms[terms->count++] = {done, size};
  };
  const uint64_t seed = side == NearSide::kFirst ? 0 : kBackwards;
  if (left_out == 0) return add(with_letters(seed, all));
  const std::u32string_view end =
      ended ? letters.substr(letters.size() - kNearEnd) : std::u32string_view();
  uint64_t before = seed;
  for (size_t i = 0; i < all.size(); ++i) {
    if (left_out == 1) {
      add(with_letters(before, all.substr(i + 1)));
    } else {
      uint64_t between = before;
      for (size_t j = i + 1; j < all.size(); ++j) {
        add(with_letters(with_letters(between, all.substr(j + 1)), end));
        between = with_letter(between, all[j]);
      }
    }
    before = with_letter(before, all[i]);
  }
}

size_t near_distance(std::u32string_view a, std::u32string_view b,
                     size_t most) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) {
    return most + 1;
  }
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return std::max(a.size(), b.size());
  if (most == 0) return 1;
  // One edit, and what it leads to.
  const size_t change = near_distance(a.substr(1), b.substr(1), most - 1);
  if (change == 0) return 1;
  const size_t shorter = near_distance(a.substr(1), b, most - 1);
  if (shorter == 0) return 1;
  const size_t longer = near_distance(a, b.substr(1), most - 1);
  return 1 + std::min({change, shorter, longer});
}

}  // namespace khitai::match
