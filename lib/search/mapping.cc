// SPDX-License-Identifier: Apache-2.0
//
// The table of folding as rules of Lucene's MappingCharFilter. What a letter
// becomes beside others (marks that combine, hamza and yeh of Uyghur, letters
// of another alphabet within a word) no such rule can say, and none tries.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fold/careful.h"
#include "fold/table.h"
#include "khitai/search.h"
#include "text/casing.h"
#include "text/script.h"
#include "text/utf8.h"

namespace khitai {
namespace {

using fold::Class;

// Beyond the table there are only variation selectors to speak of.
constexpr uint32_t kTableEnd = 0x40000;
constexpr uint32_t kSelectors = 0xE0100;
constexpr uint32_t kSelectorsEnd = 0xE01F0;

constexpr std::pair<std::string_view, std::string_view> kScripts[] = {
    {"Arab", "arabic"}, {"Cyrl", "cyrillic"}, {"Grek", "greek"},
    {"Hang", "hangul"}, {"Hani", "han"},      {"Hebr", "hebrew"},
    {"Hira", "kana"},   {"Kana", "kana"},     {"Latn", "latin"}};
constexpr std::string_view kOtherScript = "other";
constexpr std::string_view kInvisible = "invisible";
constexpr std::string_view kSpaces = "spaces";

struct MappingRule {
  uint32_t from = 0;
  std::vector<uint32_t> to;
  bool is_letter = true;  // else both are written as escapes
};

bool is_letter_class(Class kind) {
  return kind <= Class::kDigit || kind == Class::kHan || kind == Class::kOther;
}

// What a letter becomes alone, as its word is made of nothing but it.
std::vector<uint32_t> fold_alone(uint32_t code, uint32_t entry) {
  if ((entry & fold::kComplexFlag) == 0) return {fold::folded(entry, code)};
  std::string letter;
  text::append(code, &letter);
  std::vector<fold::Glyph> glyphs;
  fold::fold_word(letter, 0, fold::Level::kL1, &glyphs);
  std::vector<uint32_t> to;
  for (const fold::Glyph& glyph : glyphs) to.push_back(glyph.code);
  return to;
}

// Jamo and marks join what stands beside them; an apostrophe is no letter
// everywhere.
bool stands_alone(uint32_t code) {
  return !(code >= 0x1100 && code < 0x1200) && code != '\'' &&
         fold::class_of(fold::entry_of(code)) != Class::kCombining;
}

// The same letter but for its case, which engines fold anyway.
bool is_case_only(uint32_t code, const std::vector<uint32_t>& to) {
  std::string letter, folded;
  text::append(code, &letter);
  for (const uint32_t one : to) text::append(one, &folded);
  return text::lower(letter) == folded;
}

// False: it stays, or no rule can say what it becomes.
bool rule_of_code(uint32_t code, MappingRule* rule) {
  const uint32_t entry = fold::entry_of(code);
  const Class kind = fold::class_of(entry);
  rule->from = code;
  rule->is_letter = is_letter_class(kind);
  rule->to.clear();
  if (kind == Class::kDropped || kind == Class::kIgnored) return true;
  if (kind == Class::kSpace) {
    rule->to = {' '};
    return true;
  }
  if (!rule->is_letter) return false;
  rule->to = fold_alone(code, entry);
  if (rule->to.empty()) return kind == Class::kArabic;
  return rule->to[0] != code &&
         std::all_of(rule->to.begin(), rule->to.end(), stands_alone) &&
         !is_case_only(code, rule->to);
}

bool is_no_character(uint32_t code) {
  return code >= 0xD800 && code < 0xF900;  // surrogates, private use
}

std::string_view script_of_rule(const MappingRule& rule) {
  // Marks and digits that stand among the Arabic letters are theirs.
  if (rule.from >= 0x600 && rule.from < 0x700) return "arabic";
  std::string letter;
  text::append(rule.from, &letter);
  const std::string_view code = text::script_of(letter);
  for (const auto& [iso, word] : kScripts) {
    if (iso == code) return word;
  }
  if (rule.is_letter) return kOtherScript;
  if (!rule.to.empty()) return kSpaces;
  return code == "Zyyy" || code == "Zinh" ? kInvisible : kOtherScript;
}

void append_escape(uint32_t unit, std::string* out) {
  constexpr char kHex[] = "0123456789ABCDEF";
  *out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) *out += kHex[unit >> shift & 15];
}

void append_side(const std::vector<uint32_t>& codes, bool escaped, bool quotes,
                 std::string* out) {
  if (quotes) *out += '"';
  for (const uint32_t code : codes) {
    if (!escaped) {
      text::append(code, out);
    } else if (code < 0x10000) {
      append_escape(code, out);
    } else {
      append_escape(0xD800 + ((code - 0x10000) >> 10), out);
      append_escape(0xDC00 + ((code - 0x10000) & 0x3FF), out);
    }
  }
  if (quotes) *out += '"';
}

void append_rule(const MappingRule& rule, bool quotes, std::string* out) {
  append_side({rule.from}, !rule.is_letter, quotes, out);
  *out += " =>";
  if (quotes || !rule.to.empty()) *out += ' ';
  append_side(rule.to, !rule.is_letter, quotes, out);
  *out += '\n';
}

}  // namespace

std::vector<std::string> mapping_scripts() {
  std::vector<std::string> all;
  for (const auto& [iso, word] : kScripts) {
    if (all.empty() || all.back() != word) all.emplace_back(word);
  }
  for (const std::string_view one : {kOtherScript, kInvisible, kSpaces}) {
    all.emplace_back(one);
  }
  return all;
}

void write_mapping(const MappingOptions& options, std::string* out) {
  MappingRule rule;
  const auto add = [&](uint32_t begin, uint32_t end) {
    for (uint32_t code = begin; code < end; ++code) {
      if (is_no_character(code) || !rule_of_code(code, &rule)) continue;
      const auto& wanted = options.scripts;
      if (wanted.empty() || std::find(wanted.begin(), wanted.end(),
                                      script_of_rule(rule)) != wanted.end()) {
        append_rule(rule, options.quotes, out);
      }
    }
  };
  *out += "# Written by khitai mapping: characters that fold by themselves.\n";
  add(0x80, kTableEnd);
  add(kSelectors, kSelectorsEnd);
}

}  // namespace khitai
