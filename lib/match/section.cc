// SPDX-License-Identifier: Apache-2.0

#include "match/section.h"

#include "base/bytes.h"
#include "khitai/version.h"

namespace khitai::match {
namespace {

constexpr uint32_t kParts = kFilters + 5;
constexpr uint32_t kWords = kFilters + 2;  // and firsts and pairs behind it

Error damaged(const std::string& what) {
  return Error{"matcher section: " + what};
}

std::optional<std::string_view> part_of(std::string_view bytes,
                                        uint32_t number) {
  const uint64_t at = kAtParts + uint64_t{16} * number;
  const auto offset = base::load<uint64_t>(bytes, at);
  const auto size = base::load<uint64_t>(bytes, at + 8);
  if (offset > bytes.size() || size > bytes.size() - offset) return {};
  return bytes.substr(offset, size);
}

// Whether `part` is an array of things of `size` bytes, at least one, and few
// enough for a place among them to fit 32 bits.
bool is_array(std::string_view part, uint64_t size) {
  return !part.empty() && part.size() % size == 0 &&
         part.size() / size < (uint64_t{1} << 32);
}

}  // namespace

Result<Section> Section::open(std::string_view bytes) {
  if (bytes.size() < kHeaderSize ||
      bytes.substr(kAtMagic, sizeof kMagic) !=
          std::string_view(kMagic, sizeof kMagic)) {
    return damaged("not one");
  }
  if (base::load<uint32_t>(bytes, kAtVersion) != kVersion) {
    return damaged("unknown version, expected " + std::to_string(kVersion));
  }
  if (base::load<uint32_t>(bytes, kAtFold) != kFoldVersion) {
    return damaged("made by other folding rules, compile again");
  }
  std::string_view parts[kParts];
  for (uint32_t i = 0; i < kParts; ++i) {
    const auto part = part_of(bytes, i);
    if (!part) return damaged("a part lies outside");
    parts[i] = *part;
  }
  for (uint32_t i = 0; i < kFilters; ++i) {
    if (!is_array(parts[i], 8)) return damaged("a filter has no such size");
  }
  for (uint32_t i = kWords; i < kParts; ++i) {
    if (!is_array(parts[i], 8)) {
      return damaged("a filter of words has no such size");
    }
  }
  if (!is_array(parts[kFilters], kBucketSize)) {
    return damaged("the table has no such size");
  }
  Section section{base::load<uint32_t>(bytes, kAtMaxUnits),
                  base::load<uint32_t>(bytes, kAtMaxUnitSize),
                  base::load<uint32_t>(bytes, kAtMaxProbes),
                  Filter(parts[0]),
                  Filter(parts[1]),
                  Filter(parts[2]),
                  parts[kFilters],
                  parts[kFilters + 1],
                  Filter(parts[kWords]),
                  Filter(parts[kWords + 1]),
                  Filter(parts[kWords + 2])};
  if (section.max_units > kMaxUnits || section.max_unit_size > kMaxKeySize ||
      section.max_probes > kMaxProbes) {
    return damaged("a bound is too large");
  }
  return section;
}

std::optional<Name> Section::name_at(uint32_t offset) const {
  if (offset > names.size() || names.size() - offset < kNameHeaderSize) {
    return {};
  }
  const auto size = base::load<uint16_t>(names, uint64_t{offset} + 4);
  const std::string_view key = names.substr(offset + kNameHeaderSize);
  if (size > key.size()) return {};
  return Name{base::load<uint32_t>(names, offset), key.substr(0, size)};
}

}  // namespace khitai::match
