// SPDX-License-Identifier: Apache-2.0
//
// The `source` cells of the lexicon: `id` or `id:locus`, several joined by
// `;`. Short where a fact stands, in full at the end of a card.

#ifndef KHITAI_WRITE_SOURCES_H_
#define KHITAI_WRITE_SOURCES_H_

#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai::write {

struct Cited {
  std::string_view id;
  std::string_view locus;  // may be empty
};

std::vector<Cited> cited(std::string_view cell);

// "juvayni 2:88; liaoshi 30"
std::string cited_words(std::string_view cell);

// The sources of many cells, in the order in which they were first named.
class Bibliography {
 public:
  void add(std::string_view cell);
  void add(const Bibliography& other);
  const std::vector<std::string_view>& ids() const { return ids_; }
  // The places in a source that the cells name, each once, in that order.
  const std::vector<std::string_view>& loci(std::string_view id) const;

 private:
  std::vector<std::string_view>* add_id(std::string_view id);

  std::vector<std::string_view> ids_;
  std::vector<std::vector<std::string_view>> loci_;  // of each id
};

// The kind of what is no work: the editors themselves.
inline constexpr std::string_view kEditorialKind = "editorial";
bool is_editorial(const Lexicon& lexicon, std::string_view id);

// The citation of a source, or its id when the lexicon does not know it.
std::string citation_of(const Lexicon& lexicon, std::string_view id);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_SOURCES_H_
