// SPDX-License-Identifier: Apache-2.0
//
// Which entity of the lexicon an entry of a document's own list is about: the
// one that most of its names resolve to. A resolution a name. Thread-safe.

#ifndef KHITAI_ANNOTATE_OWN_LINKS_H_
#define KHITAI_ANNOTATE_OWN_LINKS_H_

#include <cstdint>
#include <string_view>

#include "document/structure.h"
#include "khitai/lexicon.h"

namespace khitai::annotate {

// kNoRow: none, or it cannot be told.
uint32_t entity_of_entry(const Lexicon& lexicon,
                         const document::ListedEntity& entry);

// "person", "place", "org", ... of <person>, <personGrp>, <place>, <org>.
std::string_view type_of_entry(std::string_view tag);

// Whether what an entry lists can be an entity of that type.
bool may_be_listed(std::string_view tag, std::string_view entity_type);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_OWN_LINKS_H_
