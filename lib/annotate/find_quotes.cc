// SPDX-License-Identifier: Apache-2.0

#include "annotate/find_quotes.h"

#include <array>
#include <cstring>
#include <string_view>
#include <unordered_map>

namespace khitai::annotate {
namespace {

// Quotes are told apart by up to so many bytes of their beginning.
constexpr size_t kHead = 4;

uint32_t head_of(const char* bytes, size_t size) {
  uint32_t head = 0;
  std::memcpy(&head, bytes, size);
  return head;
}

// Quotes by their heads, by the size of the head.
using Heads =
    std::array<std::unordered_map<uint32_t, std::vector<uint32_t>>, kHead + 1>;

Heads heads_of(const std::vector<std::string>& quotes) {
  Heads heads;
  for (size_t i = 0; i < quotes.size(); ++i) {
    const size_t size = std::min(quotes[i].size(), kHead);
    if (size == 0) continue;
    heads[size][head_of(quotes[i].data(), size)].push_back(
        static_cast<uint32_t>(i));
  }
  return heads;
}

}  // namespace

std::vector<std::vector<uint32_t>> find_quotes(
    const text::Quoted& text, const std::vector<std::string>& quotes) {
  std::vector<std::vector<uint32_t>> places(quotes.size());
  const Heads heads = heads_of(quotes);
  const std::string_view form = text.form();
  for (size_t at = 0; at < form.size(); ++at) {
    for (size_t size = 1; size <= kHead; ++size) {
      if (heads[size].empty() || at + size > form.size()) continue;
      const auto found = heads[size].find(head_of(form.data() + at, size));
      if (found == heads[size].end()) continue;
      for (uint32_t quote : found->second) {
        const std::string_view words = quotes[quote];
        if (form.substr(at, words.size()) == words && text.is_boundary(at) &&
            text.is_boundary(at + words.size())) {
          places[quote].push_back(static_cast<uint32_t>(at));
        }
      }
    }
  }
  return places;
}

}  // namespace khitai::annotate
