// SPDX-License-Identifier: Apache-2.0

#include "write/run_words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "write/words.h"

namespace khitai::write {
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
  const auto two = [](uint64_t large, const char* one, uint64_t small,
                      const char* other) {
    return std::to_string(large) + one + std::to_string(small) + other;
  };
  if (whole < kMinute) return std::to_string(whole) + " s";
  if (whole < kHour)
    return two(whole / kMinute, " min ", whole % kMinute, " s");
  return two(whole / kHour, " h ", whole % kHour / kMinute, " min");
}

}  // namespace

std::string summary_words(const RunCounts& counts, double seconds) {
  std::string out =
      counted(counts.documents, "document", "documents") + " annotated";
  if (counts.done_before > 0) {
    out += ", " + std::to_string(counts.done_before) +
           (counts.done_before == 1 ? " was" : " were") + " done already";
  }
  if (counts.errors > 0)
    out += ", " + counted(counts.errors, "error", "errors");
  if (counts.documents == 0) return out;
  out += ": " + counted(counts.mentions, "mention", "mentions") + " (" +
         std::to_string(counts.matched) + " matched, " +
         std::to_string(counts.ambiguous) + " ambiguous), " +
         counted(counts.entities, "entity", "entities") + "; " +
         megabytes(static_cast<double>(counts.bytes)) + " MB in " +
         one_decimal(seconds) + " s, " +
         megabytes(speed_of(counts.bytes, seconds)) + " MB/s";
  return out;
}

std::string progress_words(uint64_t done, uint64_t idle, uint64_t all,
                           double seconds) {
  std::string out = megabytes(static_cast<double>(done)) + " of " +
                    megabytes(static_cast<double>(std::max(done, all))) + " MB";
  const double speed = speed_of(done - std::min(done, idle), seconds);
  if (speed <= 0) return out;
  out += ", " + megabytes(speed) + " MB/s";
  if (all > done) {
    out += ", " + duration_words(static_cast<double>(all - done) / speed) +
           " left";
  }
  return out;
}

}  // namespace khitai::write
