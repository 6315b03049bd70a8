// SPDX-License-Identifier: Apache-2.0

#include "cli/run_words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/messages.h"

namespace khitai::cli {
namespace {

constexpr double kMegabyte = 1e6;
// A shorter time is taken for this one: no speed is beyond measure.
constexpr double kLeastSeconds = 1e-3;

std::string one_decimal(double value) {
  char buffer[64];
  std::snprintf(buffer, sizeof(buffer), "%.1f", value);
  return buffer;
}

double speed_of(uint64_t bytes, double seconds) {
  return static_cast<double>(bytes) / std::max(seconds, kLeastSeconds);
}

std::string megabytes(double bytes) { return one_decimal(bytes / kMegabyte); }

// "7 s", "2 min 5 s", "3 h 10 min".
std::string duration_words(double seconds) {
  constexpr uint64_t kMinute = 60, kHour = 3600, kMost = kHour * 1000;
  const auto whole = static_cast<uint64_t>(
      std::ceil(std::clamp(seconds, 0.0, static_cast<double>(kMost))));
  if (whole < kMinute) return tr("{1} s", whole);
  if (whole < kHour)
    return tr("{1} min {2} s", whole / kMinute, whole % kMinute);
  return tr("{1} h {2} min", whole / kHour, whole % kHour / kMinute);
}

}  // namespace

std::string summary_words(const RunCounts& counts, double seconds) {
  std::string out = tr_n("{1} document annotated", "{1} documents annotated",
                         counts.documents);
  if (counts.done_before > 0) {
    out += tr_n(", {1} was done already", ", {1} were done already",
                counts.done_before);
  }
  if (counts.errors > 0)
    out += tr_n(", {1} error", ", {1} errors", counts.errors);
  if (counts.documents == 0) return out;
  return out +
         tr_n(": {1} mention ({2} matched, {3} ambiguous)",
              ": {1} mentions ({2} matched, {3} ambiguous)", counts.mentions,
              counts.matched, counts.ambiguous) +
         tr_n(", {1} entity", ", {1} entities", counts.entities) +
         tr("; {1} MB in {2} s, {3} MB/s",
            megabytes(static_cast<double>(counts.bytes)), one_decimal(seconds),
            megabytes(speed_of(counts.bytes, seconds)));
}

std::string progress_words(uint64_t done, uint64_t idle, uint64_t all,
                           double seconds) {
  const std::string read = megabytes(static_cast<double>(done));
  std::string out =
      all == 0 ? tr("{1} MB", read)
               : tr("{1} of {2} MB", read,
                    megabytes(static_cast<double>(std::max(done, all))));
  const double speed = speed_of(done - std::min(done, idle), seconds);
  if (speed <= 0) return out;
  out += tr(", {1} MB/s", megabytes(speed));
  if (all > done) {
    out += tr(", {1} left",
              duration_words(static_cast<double>(all - done) / speed));
  }
  return out;
}

}  // namespace khitai::cli
