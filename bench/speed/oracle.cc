// SPDX-License-Identifier: Apache-2.0

#include "speed/oracle.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "fold/fold.h"
#include "text/utf8.h"

namespace khitai::bench {
namespace {

// Of every code point of a text, whether it may be of a word with others.
std::vector<std::pair<size_t, bool>> characters(std::string_view text) {
  std::vector<std::pair<size_t, bool>> all;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const text::CodePoint point = text::decode(at, end);
    const char32_t code = point.code;
    const bool digit = code >= U'0' && code <= U'9';
    const bool letter =
        (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z');
    all.push_back({static_cast<size_t>(at - text.data()),
                   digit || letter || (code >= 0x80 && code < 0x800)});
    at += point.size;
  }
  return all;
}

std::string shown(std::string_view text, const Hits& hits, size_t number) {
  if (number >= hits.size()) return "nothing more";
  const Hit& hit = hits[number];
  return "\"" + std::string(text.substr(hit.begin, hit.end - hit.begin)) +
         "\" at " + std::to_string(hit.begin) + " (name " +
         std::to_string(hit.name) + ")";
}

}  // namespace

void sort_hits(Hits* hits) {
  std::sort(hits->begin(), hits->end(), [](const Hit& a, const Hit& b) {
    return std::make_tuple(a.begin, ~a.end, a.name) <
           std::make_tuple(b.begin, ~b.end, b.name);
  });
}

Hits longest_of(const Hits& sorted) {
  Hits kept;
  for (const Hit& hit : sorted) {
    if (kept.empty() || hit.begin >= kept.back().end) kept.push_back(hit);
  }
  return kept;
}

Hits at_words(std::string_view text, const Hits& hits) {
  std::vector<bool> within(text.size() + 1);  // a word, at that byte
  bool before = false;
  for (const auto& [at, of_word] : characters(text)) {
    within[at] = before && of_word;
    before = of_word;
  }
  Hits kept;
  for (const Hit& hit : hits) {
    if (!within[hit.begin] && !within[hit.end]) kept.push_back(hit);
  }
  return kept;
}

std::string difference(std::string_view text, const Hits& got,
                       const Hits& want) {
  if (got == want) return "";
  size_t at = 0;
  while (at < got.size() && at < want.size() && got[at] == want[at]) ++at;
  return std::to_string(got.size()) + " hits, expected " +
         std::to_string(want.size()) + "; first difference: found " +
         shown(text, got, at) + ", expected " + shown(text, want, at);
}

ExactOracle::ExactOracle(const Strings& names) {
  std::set<size_t, std::greater<>> sizes;
  for (const std::string& name : names) sizes.insert(name.size());
  sizes_.assign(sizes.begin(), sizes.end());
  least_ = sizes_.empty() ? 0 : sizes_.back();
  for (uint32_t i = 0; i < names.size(); ++i) {
    numbers_.emplace(names[i], i);
    beginnings_.insert(std::string_view(names[i]).substr(0, least_));
  }
}

Hits ExactOracle::all(std::string_view text) const {
  Hits hits;
  for (size_t at = 0; at + least_ <= text.size(); ++at) {
    if (beginnings_.count(text.substr(at, least_)) == 0) continue;
    for (const size_t size : sizes_) {
      if (at + size > text.size()) continue;
      const auto found = numbers_.find(text.substr(at, size));
      if (found == numbers_.end()) continue;
      hits.push_back({static_cast<uint32_t>(at),
                      static_cast<uint32_t>(at + size), found->second});
    }
  }
  return hits;
}

FoldedOracle::FoldedOracle(const Strings& names) {
  std::unordered_set<std::string> seen;
  for (uint32_t i = 0; i < names.size(); ++i) {
    const std::string key = fold::match_key(names[i]);
    if (!key.empty() && seen.insert(key).second) matcher_.add(key, i);
  }
}

Hits FoldedOracle::all(std::string_view text) const {
  Hits hits;
  for (const match::Match& match : matcher_.scan(text)) {
    hits.push_back({match.begin, match.end, match.pattern});
  }
  return hits;
}

}  // namespace khitai::bench
