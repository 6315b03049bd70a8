// SPDX-License-Identifier: Apache-2.0

#include "context/sentences.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "text/casing.h"

namespace khitai::context {
namespace {

using base::is_digit;

// Marks other than ? and ! that always end a sentence: the same in other
// scripts, the full stops of Han and Urdu, the danda.
constexpr std::string_view kEnds[] = {
    "\xE3\x80\x82", "\xEF\xBC\x9F", "\xEF\xBC\x81", "\xD8\x9F",
    "\xDB\x94",     "\xE0\xA5\xA4", "\xEF\xBD\xA1", "\xEF\xBC\x8E",
};

// Bytes between two words of which one ends a sentence: a mark and a blank, or
// a mark of three bytes.
constexpr uint32_t kLeastGap = 2;

// Code points of a word.
size_t letters(std::string_view word) {
  return static_cast<size_t>(
      std::count_if(word.begin(), word.end(),
                    [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// Whether a full stop between two words ends a sentence.
bool stop_ends(std::string_view before, std::string_view gap,
               std::string_view after) {
  const size_t stop = gap.rfind('.');
  if (stop + 1 == gap.size()) return false;  // 1.5, www.x.org
  if (letters(before) <= 2 && !before.empty()) return false;
  if (!after.empty() && is_digit(after[0])) return letters(before) > 3;
  return text::casing_of(after) != text::Casing::kLower;
}

bool parts(std::string_view before, std::string_view gap,
           std::string_view after) {
  bool stop = false;  // a full stop
  bool wide = false;  // something that is not ASCII
  for (const char byte : gap) {
    if (byte == '?' || byte == '!') return true;
    stop |= byte == '.';
    wide |= (byte & 0x80) != 0;
  }
  if (wide) {
    for (std::string_view mark : kEnds) {
      if (gap.find(mark) != std::string_view::npos) return true;
    }
  }
  return stop && stop_ends(before, gap, after);
}

}  // namespace

std::vector<uint32_t> sentences_of(std::string_view text,
                                   const fold::Units& units) {
  std::vector<uint32_t> begins = {0};
  for (size_t i = 1; i < units.units.size(); ++i) {
    const fold::Unit& last = units.units[i - 1];
    const fold::Unit& next = units.units[i];
    if (next.gap == fold::Gap::kNone || next.begin < last.end) continue;
    const bool barrier = next.gap == fold::Gap::kBarrier;
    if (!barrier && next.begin - last.end < kLeastGap) continue;
    if (barrier || parts(text.substr(last.begin, last.end - last.begin),
                         text.substr(last.end, next.begin - last.end),
                         text.substr(next.begin, next.end - next.begin))) {
      begins.push_back(next.begin);
    }
  }
  return begins;
}

Sentence sentence_at(const std::vector<uint32_t>& sentences, uint32_t at) {
  Sentence sentence;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), at);
  if (after != sentences.begin()) sentence.begin = *std::prev(after);
  if (after != sentences.end()) sentence.end = *after;
  return sentence;
}

}  // namespace khitai::context
