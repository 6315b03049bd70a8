// SPDX-License-Identifier: Apache-2.0
//
// What no matcher can be faster than on this machine: to copy a text, and to
// decode it code point by code point without looking at any.

#include <unicode/utf8.h>

#include <cstring>

#include "speed/engine.h"

namespace khitai::bench {
namespace {

class Copy : public Engine {
 public:
  Facts facts() const override { return {"memcpy", "libc", "copies"}; }
  Status build(const Names&) override { return Done{}; }
  size_t scan(std::string_view text) override {
    if (room_.size() < text.size()) room_.resize(text.size());
    std::memcpy(room_.data(), text.data(), text.size());
    asm volatile("" : : "r"(room_.data()) : "memory");  // it is wanted
    return 0;
  }
  std::string wrong(std::string_view text, const Expected&) override {
    scan(text);
    return text == std::string_view(room_.data(), text.size()) ? ""
                                                               : "not copied";
  }

 private:
  std::string room_;
};

class Decode : public Engine {
 public:
  Facts facts() const override {
    return {"decode only", U_ICU_VERSION, "U8_NEXT, sums code points"};
  }
  Status build(const Names&) override { return Done{}; }
  size_t scan(std::string_view text) override {
    const auto* const bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto size = static_cast<int32_t>(text.size());
    uint64_t sum = 0;
    count_ = 0;
    for (int32_t at = 0; at < size; ++count_) {
      UChar32 code;
      U8_NEXT(bytes, at, size, code);
      sum += static_cast<uint64_t>(code);
    }
    asm volatile("" : : "r"(sum));
    return 0;
  }
  std::string wrong(std::string_view text, const Expected&) override {
    scan(text);
    size_t begun = 0;  // by bytes that do not go on
    for (const char byte : text) begun += (byte & 0xC0) != 0x80;
    return begun == count_ ? "" : "another number of code points";
  }

 private:
  size_t count_ = 0;
};

}  // namespace

void add_floors(Engines* engines) {
  engines->push_back(std::make_unique<Copy>());
  engines->push_back(std::make_unique<Decode>());
}

}  // namespace khitai::bench
