// SPDX-License-Identifier: Apache-2.0

#include "lexicon/spellings.h"

#include "romanize/split.h"

namespace khitai::lexicon {

Spellings::Spellings(const Store& store)
    : store_(store),
      by_reading_(store.section(Section::kReadingIndex)),
      by_skeleton_(store.section(Section::kSkeletonIndex)),
      by_letters_(store.section(Section::kNearIndex)) {}

std::string_view Spellings::text(uint32_t form, uint32_t column) const {
  return store_.text(Section::kSpellings, form, column);
}

std::string_view Spellings::l0(uint32_t form) const {
  return text(form, SpellingColumn::kL0);
}

std::string_view Spellings::l1(uint32_t form) const {
  return text(form, SpellingColumn::kL1);
}

std::vector<match::Near> Spellings::near(std::string_view key, size_t edits,
                                         size_t most) const {
  return by_letters_.find(key, edits, most,
                          [this](uint32_t form) { return l1(form); });
}

std::vector<std::string_view> Spellings::readings(uint32_t form) const {
  return romanize::split(text(form, SpellingColumn::kReadings), '\n');
}

std::vector<std::string_view> Spellings::wider(uint32_t form) const {
  return romanize::split(text(form, SpellingColumn::kWider), '\n');
}

}  // namespace khitai::lexicon
