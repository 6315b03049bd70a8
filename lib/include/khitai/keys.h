// SPDX-License-Identifier: Apache-2.0
//
// Keys: what two spellings are compared by. L0 undoes differences of encoding
// (normal forms, case, width, invisible characters); L1 differences of
// spelling within one script (marks on vowels, Arabic letter shapes, variant
// and simplified Han). Neither crosses scripts: only the lexicon joins a
// Chinese name to its Latin one. Functions of the characters alone.
//
//   "Qara Khit\u0101y"   L0 "qara khit\u0101y"   L1 "qara khitay"
//
// Never fail: bytes that are not valid UTF-8 separate words and leave no trace.
// Time is linear in the text. Thread-safe.

#ifndef KHITAI_KEYS_H_
#define KHITAI_KEYS_H_

#include <string>
#include <string_view>

namespace khitai {

// Same string but for its encoding. Keeps tones, length and other marks.
std::string l0_key(std::string_view form);

// Same spelling.
std::string l1_key(std::string_view form);

}  // namespace khitai

#endif  // KHITAI_KEYS_H_
