// SPDX-License-Identifier: Apache-2.0
//
// Two names word by word, in any order: which words meet, also one written
// apart on one side and together on the other; which stand against each other
// (another father, another given name); and which one side leaves out.

#ifndef KHITAI_RESOLVE_COMPARE_ALIGN_H_
#define KHITAI_RESOLVE_COMPARE_ALIGN_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "resolve/compare_meet.h"
#include "resolve/compare_tokens.h"

namespace khitai::resolve {

struct Alignment {
  std::vector<WordPair> met;
  std::vector<WordPair> against;  // nothing joins the two
  std::vector<size_t> only_a, only_b;
  bool moved = false;   // the order is another
  bool turned = false;  // son and father have changed places
};

// Time: the pairs of words times their letters, at most 24 words each; words
// that are the same go first. Thread-safe. Symmetric but for order.
Alignment align(const romanize::Tables& tables, const NameParts& a,
                const NameParts& b, std::string_view lang_a,
                std::string_view lang_b);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_ALIGN_H_
