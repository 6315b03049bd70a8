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

std::vector<std::string_view>* Bibliography::add_id(std::string_view id) {
  const auto found = std::find(ids_.begin(), ids_.end(), id);
  const auto place = static_cast<size_t>(found - ids_.begin());
  if (found == ids_.end()) {
    ids_.push_back(id);
    loci_.emplace_back();
  }
  return &loci_[place];
}

void Bibliography::add(std::string_view cell) {
  for (const Cited& one : cited(cell)) {
    std::vector<std::string_view>* loci = add_id(one.id);
    if (!one.locus.empty() &&
        std::find(loci->begin(), loci->end(), one.locus) == loci->end()) {
      loci->push_back(one.locus);
    }
  }
}

void Bibliography::add(const Bibliography& other) {
  for (std::string_view id : other.ids()) {
    std::vector<std::string_view>* mine = add_id(id);
    for (std::string_view locus : other.loci(id)) {
      if (std::find(mine->begin(), mine->end(), locus) == mine->end()) {
        mine->push_back(locus);
      }
    }
  }
}

const std::vector<std::string_view>& Bibliography::loci(
    std::string_view id) const {
  static const std::vector<std::string_view> kNone;
  const auto found = std::find(ids_.begin(), ids_.end(), id);
  return found == ids_.end() ? kNone
                             : loci_[static_cast<size_t>(found - ids_.begin())];
}

bool is_editorial(const Lexicon& lexicon, std::string_view id) {
  const auto found = lexicon.find_source(id);
  return found && lexicon.source(*found).kind == kEditorialKind;
}

std::string citation_of(const Lexicon& lexicon, std::string_view id) {
  const auto found = lexicon.find_source(id);
  if (!found) return std::string(id);
  const std::string_view citation = lexicon.source(*found).citation;
  return std::string(citation.empty() ? id : citation);
}

}  // namespace khitai::write
