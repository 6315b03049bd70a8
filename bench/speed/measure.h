// SPDX-License-Identifier: Apache-2.0
//
// Engines built, checked and timed, and the rows that tell of it.

#ifndef KHITAI_BENCH_SPEED_MEASURE_H_
#define KHITAI_BENCH_SPEED_MEASURE_H_

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "speed/clock.h"
#include "speed/engine.h"

namespace khitai::bench {

size_t heap_bytes();  // in use, of the whole process

// An engine that was built, and what that took.
struct Built {
  std::unique_ptr<Engine> engine;
  double seconds = 0;
  size_t heap = 0;  // bytes it holds
};
Result<Built> build_measured(std::unique_ptr<Engine> engine,
                             const Names& names);

// A figure of one engine on one text.
struct Row {
  Facts facts;
  std::string names;  // how many, or which
  std::string text;
  size_t bytes = 0;
  double seconds = 0;
  size_t hits = 0;
  double build_seconds = 0;
  size_t heap = 0;
  std::string wrong;  // then nothing was timed
};

struct LabelledText {
  std::string label;
  std::string_view bytes;
};

// The beginning of a text of about so many bytes: up to the end of the line
// in which they end, or, with `within`, of the last that ends before.
std::string_view beginning(std::string_view text, size_t bytes, bool within);

struct HowToMeasure {
  std::string names;         // for the rows
  int runs = 5;              // the best counts
  size_t checked = 1000000;  // bytes of the text
};

// Checks every engine, then times those that are right in turns, so that what
// disturbs one disturbs all.
std::vector<Row> measure(const LabelledText& text, const HowToMeasure& how,
                         const ExactOracle& exact, const FoldedOracle& folded,
                         const std::vector<Built>& engines);

// Tab-separated; columns as in the head.
void write_head(std::FILE* out);
void write_row(const Row& row, std::FILE* out);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_MEASURE_H_
