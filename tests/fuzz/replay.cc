// SPDX-License-Identifier: Apache-2.0
//
// Runs a fuzz target over the files named, each whole, cut short and with a
// byte changed here and there: what a fuzzer's seeds would do, as a test.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "support/cases.h"
#include "support/sanitized.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

// In a buffer of exactly its size, so that a read beyond it is seen.
void run(const std::string& bytes) {
  const auto exact = std::make_unique<uint8_t[]>(bytes.size());
  for (size_t i = 0; i < bytes.size(); ++i) {
    exact[i] = static_cast<uint8_t>(bytes[i]);
  }
  LLVMFuzzerTestOneInput(exact.get(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  run("");
  for (int i = 1; i < argc; ++i) {
    std::string bytes = khitai::tests::read_file(argv[i]);
    const size_t most = khitai::tests::kSanitized ? 1 << 12 : 1 << 16;
    bytes.resize(std::min(bytes.size(), most));
    run(bytes);
    for (size_t cut = 1; cut < bytes.size(); cut = cut * 3 + 1) {
      run(bytes.substr(0, cut));
    }
    for (size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 7) {
      bytes[at] = static_cast<char>(bytes[at] ^ 0xA5);
      run(bytes);
    }
  }
  std::printf("%d files\n", argc - 1);
  return 0;
}
