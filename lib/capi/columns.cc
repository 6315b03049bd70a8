// SPDX-License-Identifier: Apache-2.0

#include "capi/columns.h"

#include <string_view>

#include "capi/handles.h"

namespace khitai::capi {
namespace {

// What an empty buffer points at.
alignas(8) constexpr char kNothing[8] = {};

template <typename Value>
const Value* buffer_of(const std::vector<Value>& values) {
  return values.empty() ? reinterpret_cast<const Value*>(kNothing)
                        : values.data();
}

}  // namespace

int32_t Columns::place_of(uint32_t entity) {
  const auto [at, inserted] =
      places_.try_emplace(entity, static_cast<int32_t>(numbers_.size()));
  if (!inserted) return at->second;
  const std::string_view id = lexicon_.entity(entity).id;
  if (!id_offsets_.add(id.size())) {
    places_.erase(at);
    return -1;
  }
  ids_ += id;
  numbers_.push_back(entity);
  return at->second;
}

bool Columns::add(const Mention& mention) {
  const Candidate& best = mention.candidates.front();
  const int32_t place = place_of(best.entity);
  if (place < 0) return false;
  begin_.push_back(static_cast<int32_t>(mention.begin));
  end_.push_back(static_cast<int32_t>(mention.end));
  core_begin_.push_back(static_cast<int32_t>(mention.core_begin));
  core_end_.push_back(static_cast<int32_t>(mention.core_end));
  entity_.push_back(place);
  decision_.push_back(static_cast<int8_t>(decision_code(mention.decision)));
  probability_.push_back(best.probability);
  return true;
}

void Columns::add_validity(bool valid) {
  if (rows_ % 8 == 0) validity_.push_back(0);
  if (valid) {
    validity_.back() =
        static_cast<uint8_t>(validity_.back() | (1u << (rows_ % 8)));
  } else {
    ++nulls_;
  }
  ++rows_;
}

void Columns::show(khitai_columns* shown) const {
  shown->rows = rows_;
  shown->mentions = begin_.size();
  shown->row_validity = nulls_ == 0 ? nullptr : validity_.data();
  shown->row_nulls = nulls_;
  shown->begin = buffer_of(begin_);
  shown->end = buffer_of(end_);
  shown->core_begin = buffer_of(core_begin_);
  shown->core_end = buffer_of(core_end_);
  shown->decision = buffer_of(decision_);
  shown->probability = buffer_of(probability_);
  shown->entity = buffer_of(entity_);
  shown->entities = numbers_.size();
  shown->id_offsets = buffer_of(id_offsets_.offsets());
  shown->id_data =
      reinterpret_cast<const uint8_t*>(ids_.empty() ? kNothing : ids_.data());
  shown->entity_numbers = buffer_of(numbers_);
}

}  // namespace khitai::capi
