// SPDX-License-Identifier: Apache-2.0
//
// What `speed` was asked for, and the files it was given.

#ifndef KHITAI_BENCH_SPEED_OPTIONS_H_
#define KHITAI_BENCH_SPEED_OPTIONS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "khitai/result.h"
#include "speed/measure.h"

namespace khitai::bench {

struct Options {
  std::string names;        // a file, a name a line
  size_t count = SIZE_MAX;  // of its names, the first ones
  Strings texts;            // files
  Strings only;             // engines whose names begin so; none: all
  HowToMeasure how;
};

// Of the arguments behind the program's name. An error is one line.
Result<Options> read_options(const Strings& arguments);

// The first `count` names of a file: distinct, of two bytes at least, valid
// UTF-8; else an error says the line.
Result<Strings> read_names(const std::string& path, size_t count);
// A whole file of less than 2 GiB, not empty, valid UTF-8.
Result<std::string> read_text(const std::string& path);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_OPTIONS_H_
