// SPDX-License-Identifier: Apache-2.0
//
// Where a card is written to, and lines of it; shared by the files that write
// its sections.

#ifndef KHITAI_WRITE_CARD_PAGE_H_
#define KHITAI_WRITE_CARD_PAGE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "khitai/write.h"
#include "write/card.h"
#include "write/terminal.h"

namespace khitai::write {

struct CardPage {
  const Lexicon& lexicon;
  const WriteOptions& options;
  Terminal* terminal;

  // A blank line and the heading of a section.
  void section(std::string_view title) const;
  // Nothing when both are empty.
  void line(size_t indent, std::string_view words,
            std::string_view aside = {}) const;
};

// "certain; juvayni 2:88"
std::string standing(std::string_view certainty, std::string_view source);

// The names of the card: what they are in use as and when, since when they are
// attested, and their spellings by script, language and convention.
void write_card_names(const CardPage& page, const Card& card);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_CARD_PAGE_H_
