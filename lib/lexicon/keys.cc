// SPDX-License-Identifier: Apache-2.0
//
// L2 and L3 keys by the conventions of a lexicon.

#include "romanize/keys.h"

#include "khitai/keys.h"
#include "khitai/lexicon.h"
#include "text/tag.h"

namespace khitai {

std::vector<std::string> l2_keys(const Lexicon& lexicon, std::string_view form,
                                 std::string_view lang) {
  return romanize::l2_keys(lexicon.conventions(), form, text::usual_tag(lang));
}

std::vector<std::string> l3_keys(const Lexicon& lexicon, std::string_view form,
                                 std::string_view lang) {
  std::vector<std::string> keys;
  for (const romanize::Skeleton& one :
       romanize::l3_keys(lexicon.conventions(), form, text::usual_tag(lang))) {
    keys.push_back(romanize::shown(one));
  }
  return keys;
}

}  // namespace khitai
