// SPDX-License-Identifier: Apache-2.0

#include "write/cite.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "write/words.h"

namespace khitai::write {
namespace {

std::string_view take_digits(std::string_view* text) {
  size_t size = 0;
  while (size < text->size() && base::is_digit((*text)[size])) ++size;
  const std::string_view digits = text->substr(0, size);
  text->remove_prefix(size);
  return digits.substr(std::min(digits.find_first_not_of('0'), size));
}

// "2:9" before "2:88" before "30".
bool comes_before(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (base::is_digit(a.front()) && base::is_digit(b.front())) {
      const std::string_view one = take_digits(&a);
      const std::string_view other = take_digits(&b);
      if (one.size() != other.size()) return one.size() < other.size();
      if (one != other) return one < other;
    } else {
      if (a.front() != b.front()) return a.front() < b.front();
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return a.size() < b.size();
}

// "Juvayni, Tarikh-i jahan-gusha, 2:88, 2:90"
std::string work_words(const Lexicon& lexicon, const Bibliography& all,
                       std::string_view id) {
  std::string words = citation_of(lexicon, id);
  std::vector<std::string_view> loci = all.loci(id);
  std::stable_sort(loci.begin(), loci.end(), comes_before);
  for (std::string_view locus : loci) append_joined(", ", locus, &words);
  return words;
}

}  // namespace

std::string citation_of_card(const Lexicon& lexicon, const Card& card,
                             std::string_view label) {
  std::string words = "\u201C" + std::string(label) + "\u201D (" +
                      std::string(lexicon.entity(card.entity).id) +
                      "), khitai lexicon, version " + lexicon.hash();
  const Bibliography all = sources_of(lexicon, card);
  std::string works;
  for (std::string_view id : all.ids()) {
    if (is_editorial(lexicon, id)) continue;
    append_joined("; ", work_words(lexicon, all, id), &works);
  }
  words += works.empty() ? "; no work is named, its editors vouch for it"
                         : "; resting on " + works;
  if (words.back() != '.') words += '.';
  return words;
}

}  // namespace khitai::write
