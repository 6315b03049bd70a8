// SPDX-License-Identifier: Apache-2.0
//
// Classes of ASCII bytes, whatever the locale.
#ifndef KHITAI_BASE_ASCII_H_
#define KHITAI_BASE_ASCII_H_

namespace khitai::base {

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }

}  // namespace khitai::base

#endif  // KHITAI_BASE_ASCII_H_
