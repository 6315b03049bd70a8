// SPDX-License-Identifier: Apache-2.0
//
// The conventions and the morphology that a compiled lexicon carries, read
// when first asked for.

#include <memory>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "lexicon/spellings.h"
#include "lexicon/store.h"
#include "morphology/tables.h"
#include "romanize/detect.h"
#include "romanize/tables.h"

namespace khitai::lexicon {
namespace {

// Calls `add` with the cells of each row.
template <typename Add>
void for_each_row(const Store& store, Section section, Add add) {
  const uint32_t rows = store.rows(section);
  std::vector<std::string_view> cells(store.columns(section));
  for (uint32_t row = 0; row < rows; ++row) {
    for (uint32_t column = 0; column < cells.size(); ++column) {
      cells[column] = store.text(section, row, column);
    }
    add(cells);
  }
}

template <typename Tables, typename Part, size_t kCount>
std::unique_ptr<Tables> read_tables(const Store& store,
                                    const Section (&sections)[kCount]) {
  auto out = std::make_unique<Tables>();
  for (size_t i = 0; i < kCount; ++i) {
    for_each_row(store, sections[i],
                 [&](const std::vector<std::string_view>& cells) {
                   out->add(static_cast<Part>(i), cells);
                 });
  }
  return out;
}

}  // namespace

Store::Store() = default;
Store::~Store() = default;

const romanize::Tables& Store::conventions() const {
  std::call_once(conventions_read_, [this] {
    auto tables = read_tables<romanize::Tables, romanize::Part>(
        *this, kConventionSections);
    tables->finish();
    conventions_ = std::move(tables);
  });
  return *conventions_;
}

const morphology::Tables& Store::morphology() const {
  std::call_once(morphology_read_, [this] {
    morphology_ = read_tables<morphology::Tables, morphology::Part>(
        *this, kMorphologySections);
  });
  return *morphology_;
}

const romanize::Detector& Store::detector(
    const std::function<std::unique_ptr<romanize::Detector>()>& make) const {
  std::call_once(detector_made_, [&] { detector_ = make(); });
  return *detector_;
}

const void* Store::kept(
    size_t place,
    const std::function<std::shared_ptr<const void>()>& make) const {
  std::call_once(kept_made_[place], [&] { kept_[place] = make(); });
  return kept_[place].get();
}

}  // namespace khitai::lexicon

namespace khitai {

const void* Lexicon::kept(Kept kind, const Make& make) const {
  return store_->kept(static_cast<size_t>(kind), make);
}

}  // namespace khitai
