// SPDX-License-Identifier: Apache-2.0

#include "write/html_places.h"

namespace khitai::write {

void PagePlaces::add(const Place& place) {
  const size_t number = all_.size();
  if (first_.size() <= place.entity) {
    first_.resize(place.entity + 1, kNoPlace);
    last_.resize(place.entity + 1, kNoPlace);
  }
  all_.push_back(place);
  size_t& last = last_[place.entity];
  if (last == kNoPlace) {
    first_[place.entity] = number;
    all_[number].linked = true;  // the list of names leads there
  } else {
    all_[number].before = last;
    all_[last].after = number;
  }
  last = number;
}

std::vector<size_t> PagePlaces::of_entity(size_t entity) const {
  std::vector<size_t> places;
  if (entity >= first_.size()) return places;
  for (size_t at = first_[entity]; at != kNoPlace; at = all_[at].after) {
    places.push_back(at);
  }
  return places;
}

std::string PagePlaces::id(size_t place) const {
  const Place& one = all_[place];
  return one.before == kNoPlace ? "e" + std::to_string(one.entity)
                                : "m" + std::to_string(place);
}

std::string PagePlaces::link(size_t place) {
  all_[place].linked = true;
  return "#" + id(place);
}

}  // namespace khitai::write
