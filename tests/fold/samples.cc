// SPDX-License-Identifier: Apache-2.0

#include "fold/samples.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <random>

#include "support/cases.h"
#include "text/utf8.h"

namespace khitai::tests {
namespace {

struct SampleRange {
  uint32_t first;
  uint32_t last;
};
using Ranges = std::vector<SampleRange>;

const std::map<std::string, Ranges>& tables() {
  static const std::map<std::string, Ranges> kRows = [] {
    std::map<std::string, Ranges> out;
    for (const Case& row : read_cases("fold_alphabets.tsv")) {
      const auto code = [&row](const char* column) {
        return static_cast<uint32_t>(std::stoul(row[column], nullptr, 16));
      };
      out[row["alphabet"]].push_back({code("first"), code("last")});
    }
    return out;
  }();
  return kRows;
}

}  // namespace

std::vector<std::string> alphabets() {
  std::vector<std::string> names;
  for (const auto& [name, ranges] : tables()) {
    if (name != "common") names.push_back(name);
  }
  return names;
}

std::vector<std::string> random_strings(const std::string& alphabet, int count,
                                        int length, uint32_t seed) {
  const Ranges& own = tables().at(alphabet);
  const Ranges& common = tables().at("common");
  std::mt19937 random(seed);
  const auto below = [&random](size_t n) {
    return static_cast<uint32_t>(random() % n);
  };
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) {
    std::string text;
    const uint32_t size = below(static_cast<size_t>(length)) + 1;
    for (uint32_t j = 0; j < size; ++j) {
      const Ranges& ranges =
          alphabet != "bytes" && below(4) == 0 ? common : own;
      const SampleRange range = ranges[below(ranges.size())];
      const uint32_t code = range.first + below(range.last - range.first + 1);
      if (alphabet == "bytes") {
        text.push_back(static_cast<char>(code));
      } else {
        text::append(code, &text);
      }
    }
    out.push_back(text);
  }
  return out;
}

std::vector<std::string> beginnings(const std::string& folder, size_t bytes) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end;
       !error && at != end; at.increment(error)) {
    if (at->is_regular_file()) paths.push_back(at->path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::string text = read_file(path).substr(0, bytes);
    const size_t newline = text.rfind('\n');
    if (newline != std::string::npos) text.resize(newline + 1);
    out.push_back(text);
  }
  return out;
}

std::string spell(const std::string& text) {
  std::string out;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const text::CodePoint point = text::decode(at, end);
    char hex[16];
    if (point.valid) {
      std::snprintf(hex, sizeof hex, "%04X ",
                    static_cast<unsigned>(point.code));
    } else {
      std::snprintf(hex, sizeof hex, "x%02X ", static_cast<uint8_t>(*at));
    }
    out += hex;
    at += point.valid ? point.size : 1;
  }
  return out;
}

}  // namespace khitai::tests
