// SPDX-License-Identifier: Apache-2.0
//
// The bytes of a compiled lexicon behind checked accessors. Opening checks the
// header, the section table and the bounds of sections: constant time. Every
// number stored inside a section is checked where it is used.

#ifndef KHITAI_LEXICON_STORE_H_
#define KHITAI_LEXICON_STORE_H_

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/mapped_file.h"
#include "khitai/result.h"
#include "lexicon/klex.h"
#include "match/matcher.h"

namespace khitai::romanize {
class Detector;
class Tables;
}  // namespace khitai::romanize

namespace khitai::morphology {
class Tables;
}

namespace khitai::lexicon {

class Spellings;

class Store {
 public:
  ~Store();
  // `where` names the file in errors.
  static Result<std::unique_ptr<Store>> open(
      std::shared_ptr<const base::MappedFile> file, const std::string& where);
  static Result<std::unique_ptr<Store>> open(std::string bytes,
                                             const std::string& where);

  Status verify() const;
  const std::string& hash() const { return hash_; }
  const match::Matcher& matcher() const { return *matcher_; }
  // Made at the first call, about two milliseconds.
  const romanize::Tables& conventions() const;
  const Spellings& spellings() const { return *spellings_; }
  // Likewise, about one.
  const morphology::Tables& morphology() const;
  // Made by the first call's `make`.
  const romanize::Detector& detector(
      const std::function<std::unique_ptr<romanize::Detector>()>& make) const;

  // Made by the first call's `make` for its place.
  const void* kept(
      size_t place,
      const std::function<std::shared_ptr<const void>()>& make) const;

  // Its bytes; empty when the file has none.
  std::string_view section(Section id) const {
    return sections_[static_cast<uint32_t>(id)];
  }
  std::string_view text(uint32_t number) const {
    const std::string_view offsets = section(Section::kStringOffsets);
    const std::string_view strings = section(Section::kStringBytes);
    const uint64_t at = uint64_t{number} * 4;
    if (at + 8 > offsets.size()) return {};
    const uint32_t begin = base::load<uint32_t>(offsets, at);
    const uint32_t end = base::load<uint32_t>(offsets, at + 4);
    if (begin > end || end > strings.size()) return {};
    return strings.substr(begin, end - begin);
  }
  uint32_t rows(Section table) const { return shape(table).rows; }
  uint32_t columns(Section table) const { return shape(table).columns; }
  // 0 when out of range.
  uint32_t cell(Section table, uint32_t row, uint32_t column) const {
    const Shape& size = shape(table);
    if (column >= size.columns || row >= size.rows) return 0;
    return base::load<uint32_t>(
        section(table), 8 + (uint64_t{row} * size.columns + column) * 4);
  }
  std::string_view text(Section table, uint32_t row, uint32_t column) const {
    return text(cell(table, row, column));
  }
  std::vector<uint32_t> list(Section postings, uint32_t number) const;
  // The row of a table sorted by its text column 0.
  std::optional<uint32_t> find(Section table, std::string_view id) const;

 private:
  // How large a table is, by what it says and what there is room for.
  struct Shape {
    uint32_t rows = 0;
    uint32_t columns = 0;
  };
  Store();
  const Shape& shape(Section table) const {
    return shapes_[static_cast<uint32_t>(table)];
  }
  void measure_tables();
  Status check_layout();
  std::shared_ptr<const base::MappedFile> file_;
  std::string owned_;
  std::string_view bytes_;
  std::string where_;
  std::string hash_;
  std::string_view sections_[kMaxSections];
  Shape shapes_[kMaxSections];
  std::optional<match::Matcher> matcher_;
  std::unique_ptr<const Spellings> spellings_;
  mutable std::once_flag conventions_read_;
  mutable std::unique_ptr<const romanize::Tables> conventions_;
  mutable std::once_flag morphology_read_;
  mutable std::unique_ptr<const morphology::Tables> morphology_;
  mutable std::once_flag detector_made_;
  mutable std::unique_ptr<const romanize::Detector> detector_;
  static constexpr size_t kMostKept = 3;
  mutable std::once_flag kept_made_[kMostKept];
  mutable std::shared_ptr<const void> kept_[kMostKept];
};

}  // namespace khitai::lexicon

#endif  // KHITAI_LEXICON_STORE_H_
