// SPDX-License-Identifier: Apache-2.0
//
// Numerals that pages are numbered with. Thread-safe.

#ifndef KHITAI_WRITE_INDEX_NUMERALS_H_
#define KHITAI_WRITE_INDEX_NUMERALS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace khitai::write {

// A Roman numeral, all of the text, in capitals or small letters, written as
// usual (iv, not iiii): 1 to 3999. 0: it is none.
uint64_t roman_value(std::string_view text);
// A Chinese numeral, all of the text: with ten, hundred and thousand, or digit
// by digit. 0: it is none.
uint64_t han_value(std::string_view text);

// Whether the text begins with a decimal digit, European, Arabic or Persian.
bool begins_with_decimal(std::string_view text);
// Reads decimal digits at `*at` and moves it behind them. False: there are
// none, or more than eighteen.
bool read_decimal(std::string_view text, size_t* at, uint64_t* value);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_INDEX_NUMERALS_H_
