// SPDX-License-Identifier: Apache-2.0

#include "lexicon/store.h"

#include <cstring>
#include <utility>

#include "base/bytes.h"
#include "base/checksum.h"
#include "khitai/version.h"
#include "lexicon/spellings.h"

namespace khitai::lexicon {

using base::load;

Result<std::unique_ptr<Store>> Store::open(
    std::shared_ptr<const base::MappedFile> file, const std::string& where) {
  std::unique_ptr<Store> store(new Store);
  store->bytes_ = file->bytes();
  store->file_ = std::move(file);
  store->where_ = where;
  const Status checked = store->check_layout();
  if (!checked.ok()) return checked.error();
  return store;
}

Result<std::unique_ptr<Store>> Store::open(std::string bytes,
                                           const std::string& where) {
  std::unique_ptr<Store> store(new Store);
  store->owned_ = std::move(bytes);
  store->bytes_ = store->owned_;
  store->where_ = where;
  const Status checked = store->check_layout();
  if (!checked.ok()) return checked.error();
  return store;
}

namespace {

// What is wrong with the header, or "".
std::string header_problem(std::string_view bytes) {
  if (bytes.size() < kHeaderSize ||
      std::memcmp(bytes.data(), kMagic, sizeof(kMagic)) != 0) {
    return "not a compiled lexicon; make one with `khitai compile`";
  }
  struct Version {
    const char* what;
    uint32_t at;
    uint32_t expected;
  };
  const Version versions[] = {{"format", kAtFormat, kFormatVersion},
                              {"schema", kAtSchema, kSchemaVersion},
                              {"folding rules", kAtFold, kFoldVersion}};
  for (const Version& version : versions) {
    const uint32_t found = load<uint32_t>(bytes, version.at);
    if (found == version.expected) continue;
    return std::string(version.what) + " version " + std::to_string(found) +
           ", expected " + std::to_string(version.expected) +
           "; compile the lexicon again with this program";
  }
  if (load<uint64_t>(bytes, kAtFileSize) != bytes.size()) {
    return "damaged: " + std::to_string(bytes.size()) + " bytes, expected " +
           std::to_string(load<uint64_t>(bytes, kAtFileSize)) +
           "; compile it again";
  }
  return "";
}

}  // namespace

Status Store::check_layout() {
  const std::string problem = header_problem(bytes_);
  if (!problem.empty()) return Error{where_ + ": " + problem};
  const Error damaged{where_ + ": damaged section table; compile it again"};
  const uint64_t count = load<uint32_t>(bytes_, kAtSectionCount);
  const uint64_t table_size = count * kSectionEntrySize;
  if (count > kMaxSections || bytes_.size() - kHeaderSize < table_size) {
    return damaged;
  }
  const std::string_view table = bytes_.substr(kHeaderSize, table_size);
  const uint64_t hash = load<uint64_t>(bytes_, kAtHash);
  if (hash != base::checksum(table)) return damaged;
  hash_ = base::hex64(hash);
  for (uint64_t i = 0; i < count; ++i) {
    const uint64_t entry = i * kSectionEntrySize;
    const uint32_t id = load<uint32_t>(table, entry + kAtId);
    const uint64_t offset = load<uint64_t>(table, entry + kAtOffset);
    const uint64_t size = load<uint64_t>(table, entry + kAtSize);
    if (id >= kMaxSections || offset > bytes_.size() ||
        bytes_.size() - offset < size) {
      return damaged;
    }
    sections_[id] = bytes_.substr(offset, size);
  }
  measure_tables();
  auto matcher = match::Matcher::open(section(Section::kMatcher));
  if (!matcher.ok()) return Error{where_ + ": " + matcher.error().message};
  matcher_ = std::move(matcher).value();
  spellings_ = std::make_unique<const Spellings>(*this);
  return Done{};
}

Status Store::verify() const {
  const uint64_t count = load<uint32_t>(bytes_, kAtSectionCount);
  for (uint64_t i = 0; i < count; ++i) {
    const uint64_t entry = kHeaderSize + i * kSectionEntrySize;
    const uint32_t id = load<uint32_t>(bytes_, entry + kAtId);
    const std::string_view content =
        bytes_.substr(load<uint64_t>(bytes_, entry + kAtOffset),
                      load<uint64_t>(bytes_, entry + kAtSize));
    if (base::checksum(content) != load<uint64_t>(bytes_, entry + kAtChecksum))
      return Error{where_ + ": section " + std::to_string(id) +
                   " is damaged (its checksum differs); compile it again"};
  }
  return Done{};
}

void Store::measure_tables() {
  for (uint32_t i = 0; i < kMaxSections; ++i) {
    const std::string_view bytes = sections_[i];
    const uint64_t count = load<uint32_t>(bytes, 0);
    const uint64_t columns = load<uint32_t>(bytes, 4);
    if (columns == 0 || columns > 64 || bytes.size() < 8) continue;
    const uint64_t room = (bytes.size() - 8) / (4 * columns);
    shapes_[i] = {static_cast<uint32_t>(count < room ? count : room),
                  static_cast<uint32_t>(columns)};
  }
}

std::vector<uint32_t> Store::list(Section postings, uint32_t number) const {
  const std::string_view bytes = section(postings);
  const uint64_t count = load<uint32_t>(bytes, 0);
  if (number >= count || bytes.size() / 4 < count + 2) return {};
  const uint64_t values = 4 * (count + 2);
  const uint64_t begin = load<uint32_t>(bytes, 4 + uint64_t{number} * 4);
  const uint64_t end = load<uint32_t>(bytes, 8 + uint64_t{number} * 4);
  if (begin > end || end > (bytes.size() - values) / 4) return {};
  std::vector<uint32_t> out(end - begin);
  if (!out.empty()) {
    std::memcpy(out.data(), bytes.data() + values + begin * 4, out.size() * 4);
  }
  return out;
}

std::optional<uint32_t> Store::find(Section table, std::string_view id) const {
  uint32_t low = 0;
  uint32_t high = rows(table);
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    const std::string_view found = text(table, middle, 0);
    if (found == id) return middle;
    if (found < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::nullopt;
}

}  // namespace khitai::lexicon
