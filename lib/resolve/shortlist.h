// SPDX-License-Identifier: Apache-2.0
//
// Which of the forms that terms lead to are worth comparing in full: those
// whose digests are least unlike. Not thread-safe; cost: linear in the entries.

#ifndef KHITAI_RESOLVE_SHORTLIST_H_
#define KHITAI_RESOLVE_SHORTLIST_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/hash_index.h"
#include "match/near_index.h"
#include "romanize/terms.h"

namespace khitai::resolve {

inline constexpr uint32_t kLongestList =
    20000;  // entries looked at of one term

class Shortlist {
 public:
  // `vowels`: whether the digests' vowels count.
  Shortlist(romanize::Marks marks, bool vowels)
      : marks_(marks), vowels_(vowels) {}

  // The forms of a term, each `penalty` bits more unlike.
  void add(const match::HashIndex& index, std::string_view term,
           uint32_t penalty);

  // A form that is worth comparing whatever else is.
  void add(uint32_t form) { found_.push_back(form); }

  // The forms whose L1 keys begin like one, but for `edits` letters at most.
  void add_alike(const match::NearIndex& index, std::string_view l1,
                 size_t edits);

  // The least unlike first, each once; the rest is dropped.
  std::vector<uint32_t> best(size_t most);

 private:
  romanize::Marks marks_;
  bool vowels_;
  std::vector<uint64_t> found_;
};

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_SHORTLIST_H_
