// SPDX-License-Identifier: Apache-2.0

#include "romanize/mandarin.h"

#include "romanize/split.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

using Pieces = std::vector<std::string_view>;

std::string apply(const Tables& tables, std::string_view set,
                  std::string_view text) {
  std::vector<std::string> texts = {std::string(text)};
  const Passes* const passes = tables.set(set);
  if (passes != nullptr) passes->apply(&texts);
  return texts.empty() ? std::string() : texts[0];
}

void join(std::string_view syllable, char separator, std::string* out) {
  if (!out->empty()) *out += separator;
  *out += syllable;
}

// The syllables of one word without apostrophes; "" when it has none.
std::string pinyin_word(const Tables& tables, std::string_view word) {
  const Inventory& pinyin = tables.syllables().pinyin();
  std::string usual = apply(tables, "pinyin-spelling", word);
  auto pieces = pinyin.segment(usual);
  if (!pieces) {
    usual = apply(tables, "pinyin-bare", usual);
    pieces = pinyin.segment(usual);
    if (!pieces) return "";
  }
  std::string out;
  for (std::string_view piece : *pieces) join(piece, '.', &out);
  return out;
}

}  // namespace

std::optional<std::string> read_pinyin(const Tables& tables,
                                       std::string_view l1) {
  std::string out;
  for (std::string_view token : split(l1, ' ')) {
    for (std::string_view part : split(token, '\'')) {
      const std::string syllables = pinyin_word(tables, part);
      if (syllables.empty()) return std::nullopt;
      join(syllables, '.', &out);
    }
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::optional<std::string> read_careful_pinyin(const Tables& tables,
                                               std::string_view word) {
  const std::string usual = apply(tables, "pinyin-spelling", word);
  const auto pieces = tables.syllables().pinyin().segment(usual, breaks_pinyin);
  if (!pieces) return std::nullopt;
  std::string out;
  for (std::string_view piece : *pieces) join(piece, '.', &out);
  return out;
}

std::optional<std::string> read_wade_giles(const Tables& tables,
                                           std::string_view l1) {
  const Inventory& inventory = tables.syllables().wade_giles();
  std::string out;
  for (std::string_view token : split(l1, ' ')) {
    const std::string word = apply(tables, "wade-giles-spelling", token);
    const auto pieces = inventory.segment(word);
    if (!pieces) return std::nullopt;
    for (std::string_view piece : *pieces) {
      join(inventory.find(piece)->front(), '.', &out);
    }
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::vector<std::string> read_syllables(const Inventory& inventory,
                                        std::string_view l1,
                                        Inventory::MayBreak may_break) {
  std::vector<std::string> all(1);
  for (std::string_view token : split(l1, ' ')) {
    const auto pieces = inventory.segment(token, may_break);
    if (!pieces) return {};
    for (std::string_view piece : *pieces) {
      std::vector<std::string> longer;
      for (const std::string& begun : all) {
        for (const std::string& pinyin : *inventory.find(piece)) {
          std::string one = begun;
          join(pinyin, '.', &one);
          add_alternative(std::move(one), &longer);
        }
      }
      all = std::move(longer);
    }
  }
  if (all[0].empty()) return {};
  return all;
}

std::vector<std::string> read_palladius(const Tables& tables,
                                        std::string_view l1) {
  return read_syllables(tables.syllables().palladius(),
                        apply(tables, "palladius-spelling", l1));
}

namespace {

// A space for each `sign`.
std::string parted(std::string_view text, std::string_view sign) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const bool here = text.substr(at).starts_with(sign);
    out += here ? ' ' : text[at];
    at += here ? sign.size() : 1;
  }
  return out;
}

}  // namespace

std::vector<std::string> read_column(const Tables& tables,
                                     std::string_view column,
                                     std::string_view l1) {
  constexpr std::string_view kHardSign = "\xD1\x8A";
  const Syllables& syllables = tables.syllables();
  if (column == "wade-giles" || column == "efeo") {
    const Inventory& inventory =
        column == "efeo" ? syllables.efeo() : syllables.wade_giles();
    return read_syllables(inventory, apply(tables, "wade-giles-spelling", l1));
  }
  const bool cyrillic = column == "palladius";
  const std::string text = parted(l1, cyrillic ? kHardSign : "'");
  const Inventory& inventory =
      cyrillic ? syllables.palladius() : syllables.yale();
  std::vector<std::string> all = read_syllables(
      inventory, text, cyrillic ? breaks_palladius : breaks_pinyin);
  for (std::string& one : read_syllables(inventory, text)) {
    add_alternative(std::move(one), &all);
  }
  return all;
}

std::optional<std::string> read_han(const Tables& tables, std::string_view l1) {
  std::string out;
  for (size_t at = 0; at < l1.size();) {
    std::string reading;
    size_t size = tables.han_name(l1.substr(at), &reading);
    if (size == 0) {
      size = text::decode(l1.data() + at, l1.data() + l1.size()).size;
      reading = tables.han_reading(l1.substr(at, size));
    }
    if (reading.empty()) return std::nullopt;
    join(reading, '.', &out);
    at += size;
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::vector<std::string> read_han_widely(const Tables& tables,
                                         std::string_view l1) {
  std::vector<std::string> all(1);
  for (size_t at = 0; at < l1.size();) {
    std::string name;
    size_t size = tables.han_name(l1.substr(at), &name);
    std::vector<std::string> readings = {name};
    if (size == 0) {
      size = text::decode(l1.data() + at, l1.data() + l1.size()).size;
      readings = tables.han_readings(l1.substr(at, size));
    }
    std::vector<std::string> longer;
    for (const std::string& reading : readings) {
      for (const std::string& begun : all) {
        std::string one = begun;
        join(reading, '.', &one);
        add_alternative(std::move(one), &longer);
      }
    }
    if (longer.empty()) return {};
    all = std::move(longer);
    at += size;
  }
  return all;
}

std::optional<std::string> read_bare(const Tables& tables,
                                     std::string_view l1) {
  const Inventory& inventory = tables.syllables().bare();
  const std::string text = apply(tables, "wade-giles-bare", l1);
  std::string out;
  for (std::string_view token : split(text, ' ')) {
    const auto pieces = inventory.segment(token);
    if (!pieces) return std::nullopt;
    for (std::string_view piece : *pieces) {
      join(inventory.find(piece)->front(), '-', &out);
    }
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::string bare_key(const Tables& tables, std::string_view syllables) {
  std::string out;
  for (std::string_view pinyin : split(syllables, '.')) {
    join(tables.syllables().bare_of(pinyin), '-', &out);
  }
  return out;
}

bool has_mandarin_initial(const Tables& tables, std::string_view syllables) {
  for (std::string_view pinyin : split(syllables, '.')) {
    const SyllableRow* const row = tables.syllables().find(pinyin);
    if (row != nullptr && tables.has_member("mandarin-initial", row->initial)) {
      return true;
    }
  }
  return false;
}

bool is_marked_pinyin(const Tables& tables, std::string_view l1,
                      std::string_view syllables) {
  if (has_mandarin_initial(tables, syllables)) return true;
  for (std::string_view pinyin : split(syllables, '.')) {
    const SyllableRow* const row = tables.syllables().find(pinyin);
    if (row != nullptr && row->initial != "0" && row->initial != "-" &&
        tables.has_member("mandarin-final", row->final)) {
      return true;
    }
  }
  return apply(tables, "pinyin-marks", l1) != l1;
}

bool is_marked_wade_giles(const Tables& tables, std::string_view l1) {
  return apply(tables, "wade-giles-marks", l1) != l1;
}

}  // namespace khitai::romanize
