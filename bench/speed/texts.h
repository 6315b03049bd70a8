// SPDX-License-Identifier: Apache-2.0
//
// Texts by chance with names planted in them: words spread as in a language
// (Ranks), sentences, paragraphs with a blank line between. Deterministic.

#ifndef KHITAI_BENCH_SPEED_TEXTS_H_
#define KHITAI_BENCH_SPEED_TEXTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "speed/names.h"
#include "speed/vocabulary.h"

namespace khitai::bench {

enum class Kind : uint8_t { kEnglish, kChinese, kArabic, kRussian, kMixed };

// "en", "zh", "ar", "ru", "mixed".
std::optional<Kind> kind_of(std::string_view name);

struct TextWish {
  Kind kind = Kind::kEnglish;
  size_t bytes = 0;        // at least; the last paragraph is whole
  double hits_per_kb = 3;  // names planted in 1,024 bytes
};

struct Planted {
  size_t begin;  // bytes of the text
  size_t end;
  uint32_t name;  // its number
  bool variant;   // spelled otherwise than in the list
};

struct Text {
  std::string bytes;
  std::vector<Planted> planted;  // in order
};

// `names` are those planted, six in seven in the text's own script. The first
// thousand, ten thousand, ... and all of them are equally often drawn from, so
// that a list of any size finds some. REQUIRES: names of each script.
Text make_text(const TextWish& wish, const PerScript<Words>& words,
               const std::vector<Name>& names, const Variants& variants);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_TEXTS_H_
