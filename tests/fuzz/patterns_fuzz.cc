// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a table of patterns, and as expressions over themselves, from a
// buffer of exactly their size. Hits are whole characters of the text.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "context/patterns.h"
#include "khitai/annotate.h"
#include "support/small_lexicon.h"

namespace {

constexpr size_t kMostText = 4096;
constexpr size_t kMostExpressions = 8;

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << "\n";
  std::abort();
}

bool is_inside(std::string_view text, size_t at) {
  return at < text.size() && (text[at] & 0xC0) == 0x80;
}

void check_expressions(std::string_view text) {
  khitai::context::PatternSet set;
  size_t count = 0;
  for (size_t begin = 0; begin < text.size() && count < kMostExpressions;) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    count += set.add("x", text.substr(begin, end - begin), 0).ok();
    begin = end + 1;
  }
  std::vector<khitai::context::PatternHit> hits;
  set.find(text, &hits);
  size_t last = 0;
  for (const khitai::context::PatternHit& hit : hits) {
    require(hit.begin < hit.end && hit.end <= text.size(), "a stretch of text");
    require(hit.pattern < count, "a pattern of the set");
    require(last <= hit.begin, "by begin");
    require(!is_inside(text, hit.begin), "whole characters");
    last = hit.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const size_t used = std::min(size, kMostText);
  const std::unique_ptr<char[]> exact(new char[used]);
  all.copy(exact.get(), used);
  const std::string_view text(exact.get(), used);
  check_expressions(text);
  const khitai::Lexicon& lexicon = khitai::tests::example_lexicon();
  for (const char* head : {"", "label\tregex\n", "label\tregex\tentity\n"}) {
    const auto read =
        khitai::read_patterns(lexicon, "p.tsv", head + std::string(text));
    require(read.ok() || !read.error().message.empty(), "an error says what");
  }
  return 0;
}
