// SPDX-License-Identifier: Apache-2.0
//
// What make_texts was asked for.

#ifndef KHITAI_BENCH_SPEED_WISH_H_
#define KHITAI_BENCH_SPEED_WISH_H_

#include <cstddef>
#include <string>
#include <vector>

#include "khitai/result.h"
#include "speed/texts.h"

namespace khitai::bench {

inline constexpr size_t kMostNames = 1000000;
inline constexpr size_t kLeastPlanted = 1000;

struct Wish {
  bool names = false;         // the list, and no text
  size_t count = kMostNames;  // of the names listed, or planted
  TextWish text;
  std::string from;        // a file; empty: corpora/
  std::string repository;  // empty: this one
};

// Of the arguments behind the program's name. An error says which of them is
// wrong, and what was expected.
Result<Wish> read_wish(const std::vector<std::string>& arguments);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_WISH_H_
