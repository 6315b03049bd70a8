// SPDX-License-Identifier: Apache-2.0
//
// Any two lines as names, from buffers of exactly their size: each line with
// the one before it. The answer is the same in either order.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "khitai/resolve.h"
#include "support/small_lexicon.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << "\n";
  std::abort();
}

void check(const std::string& a, const std::string& b) {
  const khitai::Lexicon& lexicon = khitai::tests::shipped_lexicon();
  const auto one = khitai::compare_names(lexicon, {a, b, "", ""});
  const auto other = khitai::compare_names(lexicon, {b, a, "", ""});
  require(one.probability >= 0 && one.probability <= 1, "a probability");
  require(one.probability == other.probability, "symmetric");
  require(one.decision == other.decision, "one decision");
  require(!one.features.empty(), "there is a reason");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string before;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line(text.substr(begin, end - begin));
    check(before, line);
    before = line;
    begin = end + 1;
  }
  return 0;
}
