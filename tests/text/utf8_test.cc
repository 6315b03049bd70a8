// SPDX-License-Identifier: Apache-2.0

#include "text/utf8.h"

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <random>
#include <string>

namespace khitai::text {
namespace {

// Decodes `bytes` with ICU and with decode(), from an exactly sized buffer.
void expect_as_icu(const std::string& bytes) {
  const std::vector<char> exact(bytes.begin(), bytes.end());
  const char* const end = exact.data() + exact.size();
  const auto* icu = reinterpret_cast<const uint8_t*>(exact.data());
  const int32_t size = static_cast<int32_t>(exact.size());
  int32_t next = 0;
  for (const char* at = exact.data(); at < end;) {
    UChar32 code = 0;
    U8_NEXT(icu, next, size, code);
    const CodePoint point = decode(at, end);
    at += point.size;
    ASSERT_EQ(next, at - exact.data());
    ASSERT_EQ(code >= 0, point.valid);
    ASSERT_EQ(code >= 0 ? static_cast<char32_t>(code) : 0xFFFD, point.code);
  }
}

TEST(Utf8Test, DecodesAndEncodesEveryScalarValue) {
  for (char32_t code = 0; code < 0x110000; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string bytes;
    append(code, &bytes);
    const CodePoint point = decode(bytes.data(), bytes.data() + bytes.size());
    ASSERT_TRUE(point.valid);
    ASSERT_EQ(code, point.code);
    ASSERT_EQ(bytes.size(), point.size);
  }
}

TEST(Utf8Test, CutsEveryPairOfBytesAsIcuDoes) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const char pair[] = {static_cast<char>(first), static_cast<char>(second)};
      expect_as_icu({pair, 1});
      expect_as_icu({pair, 2});
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Utf8Test, CutsRandomBytesAsIcuDoes) {
  // Bytes that are hard to tell apart: leads, continuations, their limits.
  const std::string hard =
      "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF"
      "\xF0\xF1\xF3\xF4\xF5\xFF";
  std::mt19937 random(11);
  for (int i = 0; i < 200000; ++i) {
    std::string bytes;
    for (uint32_t n = random() % 8 + 1; n > 0; --n) {
      bytes.push_back(hard[random() % hard.size()]);
    }
    expect_as_icu(bytes);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace khitai::text
