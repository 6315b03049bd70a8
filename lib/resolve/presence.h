// SPDX-License-Identifier: Apache-2.0
//
// What the other mentions of a text say of a candidate.

#ifndef KHITAI_RESOLVE_PRESENCE_H_
#define KHITAI_RESOLVE_PRESENCE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "resolve/score.h"

namespace khitai::resolve {

// Adds what speaks for an entity: that the text names it beyond doubt by
// another form, that it names related ones, each the more the nearer
// (Evidence::present); and that mentions which are decided mean it
// (Evidence::discourse). Linear in the entity's relations.
void add_presence(const Lexicon& lexicon, const Evidence& evidence,
                  uint32_t entity, std::vector<Feature>* features);

// Their labels, joined by commas.
std::string labels_of(const Lexicon& lexicon,
                      const std::vector<uint32_t>& entities);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_PRESENCE_H_
