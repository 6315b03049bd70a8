// SPDX-License-Identifier: Apache-2.0

#include "compile/klex_writer.h"

#include <algorithm>
#include <cassert>

#include "base/bytes.h"
#include "base/checksum.h"
#include "khitai/version.h"

namespace khitai::compile {

using base::append;

namespace {

// The bytes of numbers, which are given back to the memory.
std::string taken(std::vector<uint32_t>* numbers, std::string head) {
  head.reserve(head.size() + numbers->size() * 4);
  head.append(reinterpret_cast<const char*>(numbers->data()),
              numbers->size() * 4);
  std::vector<uint32_t>().swap(*numbers);
  return head;
}

}  // namespace

uint32_t Strings::number(std::string_view text) {
  if (text.empty() && offsets_.size() > 1) return 0;
  const uint64_t hash = base::checksum(text);
  const uint32_t known = numbers_.find(
      hash, [&](uint32_t number) { return this->text(number) == text; });
  if (known != base::NumberTable::kNone) return known;
  if (text.size() > most_ - bytes_.size()) {
    fits_ = false;
    return 0;
  }
  const auto number = static_cast<uint32_t>(offsets_.size() - 1);
  numbers_.add(hash, number);
  bytes_.append(text);
  offsets_.push_back(static_cast<uint32_t>(bytes_.size()));
  return number;
}

std::string_view Strings::text(uint32_t number) const {
  const uint32_t begin = offsets_[number];
  return std::string_view(bytes_).substr(begin, offsets_[number + 1] - begin);
}

std::string Strings::take_bytes() {
  numbers_.clear();
  return std::move(bytes_);
}

std::string Strings::take_offsets() { return taken(&offsets_, {}); }

uint32_t CellTable::add(std::span<const uint32_t> cells) {
  assert(cells.size() == columns_);
  cells_.insert(cells_.end(), cells.begin(), cells.end());
  return rows() - 1;
}

std::string CellTable::take_bytes() {
  std::string head;
  append(rows(), &head);
  append(columns_, &head);
  return taken(&cells_, std::move(head));
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

std::string KlexWriter::finish() {
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
  for (auto& [id, bytes] : sections_) {
    base::pad_to(lexicon::kSectionAlignment, &out);
    out += bytes;
    std::string().swap(bytes);
  }
  assert(out.size() == offset);
  return out;
}

}  // namespace khitai::compile
