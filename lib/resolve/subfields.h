// SPDX-License-Identifier: Apache-2.0
//
// A heading with the subfields of MARC 21 marked: "$a Mahmud $b II, $c Sultan,
// $d d. 1164". The mark is a dollar sign, a double dagger, a letter that looks
// like one (U+01C2), a bar, or the control character U+001F of the records.

#ifndef KHITAI_RESOLVE_SUBFIELDS_H_
#define KHITAI_RESOLVE_SUBFIELDS_H_

#include <string_view>
#include <vector>

namespace khitai::resolve {

struct Subfield {
  char code = 'a';
  std::string_view text;  // a slice of the heading
};

// Empty where the text has no marked subfields. What stands before the first
// mark is subfield a, unless it is a field's tag and its indicators. Linear.
std::vector<Subfield> subfields_of(std::string_view text);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_SUBFIELDS_H_
