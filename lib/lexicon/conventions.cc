// SPDX-License-Identifier: Apache-2.0
//
// The conventions that a compiled lexicon carries, read when first asked for.

#include <string_view>
#include <vector>

#include "lexicon/store.h"
#include "romanize/detect.h"
#include "romanize/tables.h"

namespace khitai::lexicon {
namespace {

std::unique_ptr<romanize::Tables> read_conventions(const Store& store) {
  auto out = std::make_unique<romanize::Tables>();
  for (size_t i = 0; i < romanize::kPartCount; ++i) {
    const Section section = kConventionSections[i];
    const uint32_t rows = store.rows(section);
    std::vector<std::string_view> cells(store.columns(section));
    for (uint32_t row = 0; row < rows; ++row) {
      for (uint32_t column = 0; column < cells.size(); ++column) {
        cells[column] = store.text(section, row, column);
      }
      out->add(static_cast<romanize::Part>(i), cells);
    }
  }
  out->finish();
  return out;
}

}  // namespace

Store::Store() = default;
Store::~Store() = default;

const romanize::Tables& Store::conventions() const {
  std::call_once(conventions_read_,
                 [this] { conventions_ = read_conventions(*this); });
  return *conventions_;
}

const romanize::Detector& Store::detector(
    const std::function<std::unique_ptr<romanize::Detector>()>& make) const {
  std::call_once(detector_made_, [&] { detector_ = make(); });
  return *detector_;
}

}  // namespace khitai::lexicon
