// SPDX-License-Identifier: Apache-2.0
//
// Rules for single characters are safe: no text that they change has another
// key.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "khitai/keys.h"
#include "khitai/search.h"
#include "support/cases.h"
#include "text/utf8.h"

namespace khitai {
namespace {

using tests::Case;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// Without quotes there are no quotes to escape.
std::map<char32_t, std::string> mapping_rules(const MappingOptions& options) {
  std::string text;
  MappingOptions plain = options;
  plain.quotes = false;
  write_mapping(plain, &text);
  const auto side = [](const std::string& raw) {
    std::string out;
    uint32_t high = 0;
    for (size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '\\') {
        out += raw[i];
        continue;
      }
      const auto unit =
          static_cast<uint32_t>(std::stoul(raw.substr(i + 2, 4), nullptr, 16));
      i += 5;
      if (unit >= 0xD800 && unit < 0xDC00) {
        high = unit;
      } else {
        text::append(unit >= 0xDC00 && unit < 0xE000
                         ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)
                         : unit,
                     &out);
      }
    }
    return out;
  };
  std::map<char32_t, std::string> rules;
  for (const std::string& line : lines_of(text)) {
    if (line.empty() || line[0] == '#') continue;
    const size_t arrow = line.find(" =>");
    const std::string from = side(line.substr(0, arrow));
    rules[text::decode(from.data(), from.data() + from.size()).code] =
        side(line.substr(std::min(arrow + 4, line.size())));
  }
  return rules;
}

std::string mapped(const std::map<char32_t, std::string>& rules,
                   std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint point =
        text::decode(text.data() + at, text.data() + text.size());
    const auto rule = rules.find(point.code);
    if (rule != rules.end()) {
      out += rule->second;
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

// Whether it has letters that Uyghur only has, or keeps apart. No rule can do
// that (docs/search.md).
bool is_uyghur(const std::string& text) {
  for (const char* const letter : {"\u06D5", "\u06D0", "\u06C7", "\u06C6",
                                   "\u06C8", "\u06CB", "\u06AD", "\u0649"}) {
    if (l1_key(text).find(letter) != text.npos ||
        (text.find(letter) != text.npos && letter != std::string("\u0649"))) {
      return true;
    }
  }
  return false;
}

// Texts of many scripts, and the spellings that folding is tested with.
std::vector<std::string> mapping_texts() {
  std::vector<std::string> texts;
  for (const auto& entry :
       std::filesystem::directory_iterator(KHITAI_SOURCE_DIR "/corpora")) {
    if (entry.path().extension() != ".txt") continue;
    for (std::string& line : lines_of(tests::read_file(entry.path()))) {
      texts.push_back(std::move(line));
    }
  }
  for (const std::string name :
       {"latin", "cyrillic", "arabic", "han", "other"}) {
    for (const Case& row : tests::read_cases("fold_" + name + ".tsv")) {
      texts.push_back(row["a"]);
      texts.push_back(row["b"]);
    }
  }
  return texts;
}

// What the rules change, folding would have changed: they are never seen.
TEST(MappingTest, KeysOfMappedTextsAreTheSame) {
  const auto rules = mapping_rules({});
  size_t changed = 0;
  for (const std::string& text : mapping_texts()) {
    if (is_uyghur(text)) continue;
    const std::string other = mapped(rules, text);
    changed += other != text;
    EXPECT_EQ(l1_key(other), l1_key(text)) << text << "\n" << other;
  }
  EXPECT_GT(changed, 200u);
}

TEST(MappingTest, WhatARuleGivesIsNoSourceOfAnother) {
  const auto rules = mapping_rules({});
  ASSERT_GT(rules.size(), 5000u);
  for (const auto& [from, to] : rules) {
    EXPECT_GE(from, 0x80u);
    EXPECT_EQ(mapped(rules, to), to) << static_cast<uint32_t>(from);
  }
}

TEST(MappingTest, WhatDependsOnItsNeighboursHasNoRule) {
  const auto rules = mapping_rules({});
  for (const char32_t code :
       {U'\u00FC', U'\u00F6', U'\u0439', U'\u1E25', U'\u0301', U'\u0308',
        U'\u2019', U'\u02BF', U'\u02BE', U'\u0415', U'\u06D5', U'\u06D0',
        U'\u3099', U'\u1100', U'\uFF9E', U'\u3002', U'\u2028', U'\uD7FF'}) {
    EXPECT_EQ(rules.count(code), 0u) << static_cast<uint32_t>(code);
  }
}

TEST(MappingTest, ScriptsAreAskedForApart) {
  const auto latin = mapping_rules({true, {"latin"}});
  EXPECT_EQ(latin.at(U'\u0101'), "a");
  EXPECT_EQ(latin.count(U'\u064E'), 0u);
  const auto arabic = mapping_rules({true, {"arabic"}});
  EXPECT_EQ(arabic.at(U'\u064E'), "");
  EXPECT_EQ(arabic.at(U'\u0640'), "");
  EXPECT_EQ(arabic.count(U'\u200C'), 0u);
  EXPECT_EQ(mapping_rules({true, {"spaces"}}).at(U'\u200C'), " ");
  EXPECT_EQ(mapping_rules({true, {"invisible"}}).at(U'\U000E0100'), "");
}

}  // namespace
}  // namespace khitai
