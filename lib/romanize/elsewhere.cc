// SPDX-License-Identifier: Apache-2.0

#include "romanize/elsewhere.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "khitai/keys.h"
#include "romanize/jamo.h"
#include "romanize/mandarin.h"
#include "romanize/split.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

constexpr std::string_view kColumns[] = {"tang", "cantonese", "korean", "on",
                                         "vietnamese"};

constexpr std::string_view kMandarin = "mandarin";

std::string_view first_of(std::string_view readings) {
  return readings.substr(0, readings.find(' '));
}

std::string_view initial_of(std::string_view jamo) {
  if (jamo.empty()) return jamo;
  return jamo.substr(0,
                     text::decode(jamo.data(), jamo.data() + jamo.size()).size);
}

// Without marks of tone; "vi" alone is no number.
std::string unmarked(std::string_view reading) {
  const std::string l1 = l1_key(reading);
  const bool number = !l1.empty() && l1[0] >= '0' && l1[0] <= '9';
  return number ? std::string(reading) : l1;
}

std::string read_marked(const Tables& tables, std::string_view l1) {
  const std::optional<std::string> pinyin = read_han(tables, l1);
  if (!pinyin) return "";
  const auto characters = text::code_points_of(l1);
  const auto syllables = split(*pinyin, '.');
  const bool each = characters.size() == syllables.size();
  std::string out;
  for (size_t i = 0; i < syllables.size(); ++i) {
    if (i > 0) out += '.';
    if (each) {
      const std::string_view korean = tables.elsewhere(characters[i], "korean");
      out += initial_of(jamo_of(first_of(korean)));
    }
    out += syllables[i];
  }
  return out;
}

}  // namespace

void Tables::add_elsewhere(Cells cells) {
  if (cells.size() < 1 + kColumnsElsewhere) return;
  Elsewhere row;
  row.character = cells[0];
  std::copy_n(cells.begin() + 1, kColumnsElsewhere, row.readings.begin());
  elsewhere_.push_back(row);
}

std::string_view Tables::elsewhere(std::string_view character,
                                   std::string_view column) const {
  const auto place =
      std::find(std::begin(kColumns), std::end(kColumns), column);
  const size_t row = place_of(character, elsewhere_characters_);
  if (place == std::end(kColumns) || row == elsewhere_characters_.size() ||
      elsewhere_[row].character != character) {
    return "";
  }
  return elsewhere_[row]
      .readings[static_cast<size_t>(place - std::begin(kColumns))];
}

bool is_read_elsewhere(std::string_view column) {
  return column == kMandarin ||
         std::find(std::begin(kColumns), std::end(kColumns), column) !=
             std::end(kColumns);
}

std::string read_elsewhere(const Tables& tables, std::string_view column,
                           std::string_view l1) {
  if (column == kMandarin) return read_marked(tables, l1);
  std::string out;
  for (std::string_view character : text::code_points_of(l1)) {
    const std::string_view reading =
        first_of(tables.elsewhere(character, column));
    if (reading.empty()) return "";
    if (column == "korean") {
      out += jamo_of(reading);
      continue;
    }
    if (!out.empty()) out += '.';
    out += column == "vietnamese" ? unmarked(reading) : std::string(reading);
  }
  return out;
}

}  // namespace khitai::romanize
