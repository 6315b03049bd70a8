// SPDX-License-Identifier: Apache-2.0
//
// ICU's NFKC_Casefold as one would use it before matching: UTF-8 in and out,
// line by line, with the way back to the original (icu::Edits). It leaves
// marks, Arabic letters and Han variants as they are.

#ifndef KHITAI_BENCH_SPEED_ICU_FOLD_H_
#define KHITAI_BENCH_SPEED_ICU_FOLD_H_

#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::bench {

class IcuFold {
 public:
  IcuFold();
  bool ok() const { return normalizer_ != nullptr; }
  // What it returns, and edits(), hold until the next call.
  std::string_view fold(std::string_view line);
  const icu::Edits& edits() const { return edits_; }
  // The same by way of UTF-16, without the way back: its oracle.
  std::string plain(std::string_view line) const;

 private:
  const icu::Normalizer2* normalizer_ = nullptr;
  icu::Edits edits_;
  std::vector<char> room_;
};

// Calls visit(line, begin) for each line that is not empty, without its end.
template <typename Visit>
void each_line(std::string_view text, const Visit& visit) {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) visit(text.substr(begin, end - begin), begin);
    begin = end + 1;
  }
}

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_ICU_FOLD_H_
