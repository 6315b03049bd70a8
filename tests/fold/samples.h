// SPDX-License-Identifier: Apache-2.0
//
// Texts to compare folding on: random strings of each script with what makes
// folding hard, the same every run, and real files where there are any.

#ifndef KHITAI_TESTS_FOLD_SAMPLES_H_
#define KHITAI_TESTS_FOLD_SAMPLES_H_

#include <cstdint>
#include <string>
#include <vector>

namespace khitai::tests {

// Names of the alphabets, such as "latin", "arabic", "bytes".
std::vector<std::string> alphabets();

// `count` strings of up to `length` characters. Valid UTF-8, except those of
// the alphabet "bytes".
std::vector<std::string> random_strings(const std::string& alphabet, int count,
                                        int length, uint32_t seed);

// Up to `bytes` from the beginning of each file under `folder`, cut at a line
// end where there is one. Empty when there is no such folder.
std::vector<std::string> beginnings(const std::string& folder, size_t bytes);

// As hexadecimal code points, for messages.
std::string spell(const std::string& text);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_FOLD_SAMPLES_H_
