// SPDX-License-Identifier: Apache-2.0
//
// Texts that are not UTF-8 and say so in their first bytes.

#ifndef KHITAI_TEXT_ENCODING_H_
#define KHITAI_TEXT_ENCODING_H_

#include <string_view>

namespace khitai::text {

// The encoding that a byte order mark tells ("UTF-16"), or "" for UTF-8 and
// what has no mark.
std::string_view other_encoding(std::string_view bytes);

}  // namespace khitai::text

#endif  // KHITAI_TEXT_ENCODING_H_
