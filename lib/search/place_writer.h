// SPDX-License-Identifier: Apache-2.0
//
// The tokens of a place, and what one unit of a text has for tokens.

#ifndef KHITAI_SEARCH_PLACE_WRITER_H_
#define KHITAI_SEARCH_PLACE_WRITER_H_

#include <cstdint>
#include <string_view>

#include "fold/fold.h"
#include "khitai/search.h"

namespace khitai::search {

// Appends places to Tokens; each token of a place once, none empty, each cut to
// kMostTokenBytes between code points.
class PlaceWriter {
 public:
  explicit PlaceWriter(Tokens* tokens) : tokens_(*tokens) {}

  void begin(TokenPlace::Kind kind, uint32_t from, uint32_t to);
  // The token that is both together.
  void add(std::string_view sign, std::string_view text);
  // A place without tokens is none.
  void end();

 private:
  Tokens& tokens_;
  TokenPlace place_;
};

// What an index holds of a unit: its key; of a word with an inner apostrophe
// its parts, what stands before each, and all without apostrophes; of a
// character the pair with the one behind it.
void add_unit(const fold::Units& units, uint32_t number, PlaceWriter* writer);

// Writes what a query of the units first..last (half-open) asks for, place by
// place: of each word its key, with and without apostrophes; of characters that
// follow each other the pairs. The last character of several is a place of its
// own only where a unit follows. `offset` is added to its bytes.
void ask_units(const fold::Units& units, uint32_t first, uint32_t last,
               uint32_t offset, PlaceWriter* writer);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_PLACE_WRITER_H_
