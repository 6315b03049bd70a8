// SPDX-License-Identifier: Apache-2.0
//
// The places of a page where entities are named, in the order of the page, so
// that each can lead to the place before and after it that names the same.
// What no decision speaks for, or a reader rejected, is no place.

#ifndef KHITAI_WRITE_HTML_PLACES_H_
#define KHITAI_WRITE_HTML_PLACES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "khitai/annotate.h"

namespace khitai::write {

inline constexpr size_t kNoPlace = SIZE_MAX;

struct Place {
  size_t entity = 0;  // the page's number of it
  const Mention* mention = nullptr;
  size_t document = 0;   // from 0
  size_t paragraph = 0;  // in the document, from 1
  size_t before = kNoPlace;
  size_t after = kNoPlace;
  bool linked = false;  // something leads there: it needs an id
};

class PagePlaces {
 public:
  void add(const Place& place);
  const std::vector<Place>& all() const { return all_; }
  // Of an entity, in order.
  std::vector<size_t> of_entity(size_t entity) const;
  // The id of the element: "e3" for the first place of entity 3, else "m17".
  std::string id(size_t place) const;
  // The same as a fragment, "#m17"; the element will have the id.
  std::string link(size_t place);

 private:
  std::vector<Place> all_;
  std::vector<size_t> first_;  // by entity
  std::vector<size_t> last_;
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_HTML_PLACES_H_
