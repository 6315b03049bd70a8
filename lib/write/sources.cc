// SPDX-License-Identifier: Apache-2.0

#include "write/sources.h"

#include <algorithm>

#include "write/words.h"

namespace khitai::write {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<Cited> cited(std::string_view cell) {
  std::vector<Cited> all;
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(';'), cell.size());
    const std::string_view one = trimmed(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
    if (one.empty()) continue;
    const size_t colon = std::min(one.find(':'), one.size());
    all.push_back({one.substr(0, colon),
                   trimmed(one.substr(std::min(colon + 1, one.size())))});
  }
  return all;
}

std::string cited_words(std::string_view cell) {
  std::string words;
  for (const Cited& one : cited(cell)) {
    append_joined("; ", one.id, &words);
    if (!one.locus.empty()) words += " " + std::string(one.locus);
  }
  return words;
}

void Bibliography::add(std::string_view cell) {
  for (const Cited& one : cited(cell)) {
    if (std::find(ids_.begin(), ids_.end(), one.id) == ids_.end()) {
      ids_.push_back(one.id);
    }
  }
}

std::string citation_of(const Lexicon& lexicon, std::string_view id) {
  const auto found = lexicon.find_source(id);
  if (!found) return std::string(id);
  const std::string_view citation = lexicon.source(*found).citation;
  return std::string(citation.empty() ? id : citation);
}

}  // namespace khitai::write
