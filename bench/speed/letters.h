// SPDX-License-Identifier: Apache-2.0
//
// Letters of the four scripts that texts and names by chance are made of.

#ifndef KHITAI_BENCH_SPEED_LETTERS_H_
#define KHITAI_BENCH_SPEED_LETTERS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::bench {

enum class Script : uint8_t { kLatin, kHan, kArabic, kCyrillic };
inline constexpr size_t kScripts = 4;

// One of each script.
template <typename T>
using PerScript = std::array<T, kScripts>;

// Nothing for what is no letter, or of another script.
std::optional<Script> script_of(char32_t letter);

// Runs of letters of one script, as they stand, in order. Marks (category Mn)
// break no run.
struct Run {
  Script script;
  std::string_view letters;
};
std::vector<Run> runs_of(std::string_view text);

// By ICU, for texts of any length; nothing else is changed.
std::string lowered(std::string_view text);
std::string raised(std::string_view text);
// With its first letter raised.
std::string with_capital(std::string_view word);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_LETTERS_H_
