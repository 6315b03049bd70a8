// SPDX-License-Identifier: Apache-2.0

#include "compile/klex_writer.h"

#include <algorithm>
#include <cassert>

#include "base/bytes.h"
#include "base/checksum.h"
#include "khitai/version.h"

namespace khitai::compile {

using base::append;

uint32_t Strings::number(std::string_view text) {
  const auto [place, inserted] = numbers_.try_emplace(
      std::string(text), static_cast<uint32_t>(numbers_.size()));
  if (inserted) {
    bytes_.append(text);
    offsets_.push_back(static_cast<uint32_t>(bytes_.size()));
  }
  return place->second;
}

uint32_t CellTable::add(std::span<const uint32_t> cells) {
  assert(cells.size() == columns_);
  cells_.insert(cells_.end(), cells.begin(), cells.end());
  return rows() - 1;
}

std::string CellTable::bytes() const {
  std::string out;
  out.reserve(8 + cells_.size() * 4);
  append(rows(), &out);
  append(columns_, &out);
  out.append(reinterpret_cast<const char*>(cells_.data()), cells_.size() * 4);
  return out;
}

std::string postings_bytes(
    uint32_t count, const std::vector<std::pair<uint32_t, uint32_t>>& pairs) {
  std::vector<uint32_t> offsets(size_t{count} + 1, 0);
  for (const auto& pair : pairs) {
    assert(pair.first < count);
    ++offsets[pair.first + 1];
  }
  for (size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
  std::vector<uint32_t> values(pairs.size());
  std::vector<uint32_t> next(offsets.begin(), offsets.end() - 1);
  for (const auto& pair : pairs) values[next[pair.first]++] = pair.second;
  std::string out;
  out.reserve((2 + count + values.size()) * 4);
  append(count, &out);
  out.append(reinterpret_cast<const char*>(offsets.data()), offsets.size() * 4);
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * 4);
  return out;
}

void KlexWriter::add(lexicon::Section id, std::string bytes) {
  const auto number = static_cast<uint32_t>(id);
  const auto place = std::find_if(
      sections_.begin(), sections_.end(),
      [&](const auto& section) { return section.first >= number; });
  assert(place == sections_.end() || place->first != number);
  sections_.emplace(place, number, std::move(bytes));
}

std::string KlexWriter::finish() const {
  std::string table;
  uint64_t offset = lexicon::kHeaderSize +
                    sections_.size() * uint64_t{lexicon::kSectionEntrySize};
  auto align = [](uint64_t value) {
    const uint64_t unit = lexicon::kSectionAlignment;
    return (value + unit - 1) / unit * unit;
  };
  for (const auto& [id, bytes] : sections_) {
    offset = align(offset);
    append(id, &table);
    append(uint32_t{0}, &table);
    append(offset, &table);
    append(static_cast<uint64_t>(bytes.size()), &table);
    append(base::checksum(bytes), &table);
    offset += bytes.size();
  }
  std::string out(lexicon::kMagic, sizeof(lexicon::kMagic));
  append(kFormatVersion, &out);
  append(kSchemaVersion, &out);
  append(kFoldVersion, &out);
  append(static_cast<uint32_t>(sections_.size()), &out);
  append(offset, &out);  // size of the file: the last section is not padded
  append(base::checksum(table), &out);
  base::pad_to(lexicon::kHeaderSize, &out);
  out.reserve(offset);
  out += table;
  for (const auto& [id, bytes] : sections_) {
    base::pad_to(lexicon::kSectionAlignment, &out);
    out += bytes;
  }
  assert(out.size() == offset);
  return out;
}

}  // namespace khitai::compile
