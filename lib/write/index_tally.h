// SPDX-License-Identifier: Apache-2.0
//
// The names of all documents added up: what is the same entity, and the same
// spelling whatever its capitals. Linear in the names of the documents, but for
// sorting.

#ifndef KHITAI_WRITE_INDEX_TALLY_H_
#define KHITAI_WRITE_INDEX_TALLY_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "write/index.h"

namespace khitai::write {

using PlacesByDocument = std::map<size_t, std::vector<CitedPlace>>;

// A spelling, whatever its capitals.
struct SpellingTally {
  std::map<std::string, size_t> texts;
  std::string lang;
  size_t count = 0;
  PlacesByDocument places;
};
struct KeyTally {
  size_t count = 0;
  PlacesByDocument places;
  std::map<std::string, SpellingTally> spellings;  // by small letters
};
using KeyTallies = std::map<IndexKey, KeyTally>;

KeyTallies tally_names(const std::vector<GatheredNames>& documents);

// The most frequent one; of several the one with fewest capitals, but some.
std::string usual_text(const SpellingTally& tally);

// What each document is cited as; where two would be cited alike, by path.
std::vector<IndexedDocument> cited_documents(
    const std::vector<GatheredNames>& documents, CiteBy cite);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_INDEX_TALLY_H_
