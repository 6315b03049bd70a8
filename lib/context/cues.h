// SPDX-License-Identifier: Apache-2.0
//
// Words beside a name that tell what kind of thing it names: "Sultan" before a
// person, "river" after a place, U+670D after a dynasty (lexicon/cues.tsv).

#ifndef KHITAI_CONTEXT_CUES_H_
#define KHITAI_CONTEXT_CUES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fold/fold.h"
#include "khitai/lexicon.h"

namespace khitai::context {

class CueFinder {
 public:
  explicit CueFinder(const Lexicon& lexicon);

  // The entity types that the words just before or just after the bytes
  // begin..end of the text call for. A paragraph's end is never crossed, and
  // no punctuation either.
  std::vector<std::string_view> around(const fold::Units& units, uint32_t begin,
                                       uint32_t end) const;

 private:
  static constexpr size_t kMaxUnits = 4;
  using Types = std::unordered_map<std::string, std::vector<std::string_view>>;
  static void add(const Types& types, const std::string& key,
                  std::vector<std::string_view>* found);
  Types before_, after_;
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_CUES_H_
