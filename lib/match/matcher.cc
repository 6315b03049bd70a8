// SPDX-License-Identifier: Apache-2.0

#include "match/matcher.h"

#include <algorithm>
#include <cstring>

#include "base/bytes.h"
#include "match/hash.h"

namespace khitai::match {

Result<Matcher> Matcher::open(std::string_view bytes) {
  Result<Section> section = Section::open(bytes);
  if (!section) return section.error();
  return Matcher(*section);
}

namespace {

uint64_t hash_of(std::string_view word) {
  char padded[kMaxCutWord + kHashPadding];
  const size_t size = std::min<size_t>(word.size(), kMaxCutWord);
  std::memcpy(padded, word.data(), size);
  std::memset(padded + size, 0, kHashPadding);
  return unit_hash(padded, size);
}

}  // namespace

bool Matcher::may_have_word(std::string_view word) const {
  return section_.words.may_have(hash_of(word));
}

bool Matcher::may_inflect(std::string_view word) const {
  for (size_t letters = 3; letters <= 5; ++letters) {
    const size_t size = start_size(word, letters);
    if (section_.words.may_have(start_hash(hash_of(word.substr(0, size))))) {
      return true;
    }
    if (size == word.size()) break;
  }
  return false;
}

std::optional<uint32_t> Matcher::find(std::string_view key) const {
  fold::Units units;
  fold::append_units(key, &units);
  if (units.units.empty() || units.units.size() > section_.max_units) return {};
  uint64_t row = units.hashes[0];
  for (size_t i = 1; i < units.units.size(); ++i) {
    row = join(row, units.units[i].gap, units.hashes[i]);
  }
  return find_row(key, row).pattern;
}

Matcher::RowNames Matcher::find_row(std::string_view key, uint64_t row) const {
  RowNames names;
  names.goes_on = section_.look_up(row, [&](uint32_t offset) {
    const std::optional<Name> name = section_.name_at(offset);
    if (name && name->key == key) names.pattern = name->number;
  });
  return names;
}

void Matcher::each(
    const std::function<void(std::string_view, uint32_t)>& visit) const {
  for (uint32_t bucket = 0; bucket < section_.bucket_count(); ++bucket) {
    for (uint32_t slot = 0; slot < kSlots; ++slot) {
      const uint64_t at = uint64_t{bucket} * kBucketSize + (kSlots + slot) * 4;
      const auto offset = base::load<uint32_t>(section_.buckets, at);
      const std::optional<Name> name =
          offset == 0 ? std::nullopt : section_.name_at(offset);
      if (name) visit(name->key, name->number);
    }
  }
}

void keep_longest(const std::function<bool(const Match&)>& accept,
                  std::vector<Match>* matches) {
  size_t kept = 0;
  uint32_t end = 0;
  for (const Match& match : *matches) {
    if (match.begin < end || !accept(match)) continue;
    end = match.end;
    (*matches)[kept++] = match;
  }
  matches->resize(kept);
}

}  // namespace khitai::match
