// SPDX-License-Identifier: Apache-2.0

#include "romanize/name_words.h"

#include <algorithm>
#include <utility>

#include "khitai/keys.h"

namespace khitai::romanize {
namespace {

constexpr std::pair<std::string_view, WordKind> kKinds[] = {
    {"particle", WordKind::kParticle},    {"article", WordKind::kArticle},
    {"son-letter", WordKind::kSonLetter}, {"title", WordKind::kTitle},
    {"legal", WordKind::kLegal},          {"number", WordKind::kNumber},
    {"ordinal", WordKind::kOrdinal},      {"same", WordKind::kSame},
    {"short", WordKind::kShort},          {"common", WordKind::kCommon},
};

}  // namespace

void NameWords::add(std::string_view word, std::string_view kind,
                    std::string_view value) {
  const auto known =
      std::find_if(std::begin(kKinds), std::end(kKinds),
                   [&](const auto& one) { return one.first == kind; });
  std::string key = l1_key(word);
  if (known == std::end(kKinds) || key.empty()) return;
  const auto spaces = std::count(key.begin(), key.end(), ' ');
  longest_ = std::max(longest_, static_cast<size_t>(spaces) + 1);
  entries_[std::move(key)].push_back({known->second, l1_key(value)});
}

const std::vector<NameWords::Entry>& NameWords::find(
    std::string_view l1) const {
  static const std::vector<Entry> kNone;
  const auto found = entries_.find(std::string(l1));
  return found == entries_.end() ? kNone : found->second;
}

const NameWords::Entry* NameWords::find(std::string_view l1,
                                        WordKind kind) const {
  for (const Entry& entry : find(l1)) {
    if (entry.kind == kind) return &entry;
  }
  return nullptr;
}

}  // namespace khitai::romanize
