// SPDX-License-Identifier: Apache-2.0

#include "write/index_headings.h"

#include <algorithm>

#include "lexicon/options.h"
#include "text/casing.h"
#include "text/script.h"
#include "text/tag.h"
#include "text/utf8.h"
#include "write/index_numerals.h"
#include "write/index_words.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai::write {
namespace {

std::string_view primary_of(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

// The part of that kind whose text ends or begins the name.
std::string inverted(const Lexicon& lexicon, uint32_t entity,
                     std::string_view label) {
  for (const uint32_t row : lexicon.parts_of_entity(entity)) {
    const Part part = lexicon.part(row);
    if (part.part != "surname" || part.text.size() + 1 >= label.size() ||
        !label.ends_with(part.text)) {
      continue;
    }
    const size_t cut = label.size() - part.text.size();
    if (label[cut - 1] != ' ') continue;
    return std::string(part.text) + ", " +
           std::string(label.substr(0, cut - 1));
  }
  return std::string(label);
}

// What a Latin or Arabic article takes at the begin; 0: there is none.
size_t article_size(std::string_view text, std::string_view lang) {
  for (const std::string_view one : {"al-", "Al-", "al-\u02BF"}) {
    if (text.starts_with(one)) return one.size();
  }
  const std::string_view primary = primary_of(lang);
  if (primary == "en") {
    for (const std::string_view one : {"The ", "the ", "A ", "An "}) {
      if (text.starts_with(one)) return one.size();
    }
  }
  constexpr std::string_view kArabic = "\u0627\u0644";
  return primary == "ar" && text.starts_with(kArabic) ? kArabic.size() : 0;
}

bool is_dropped(char32_t code) {
  constexpr std::u32string_view kQuotes =
      U"'\"()[]\u2018\u2019\u201C\u201D\u00AB\u00BB\u00B7";
  // Modifier letters: the ayn, the hamza and what stands for them.
  return kQuotes.find(code) != kQuotes.npos || (code >= 0x2B9 && code <= 0x2BF);
}

bool is_hyphen(char32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2014);
}

// A word behind the first one that is a ruler's number.
bool is_ordinal(std::string_view word) {
  if (word.size() == 1 && word != "I" && word != "V" && word != "X") {
    return false;
  }
  return word[0] >= 'A' && word[0] <= 'Z' && roman_value(word) > 0;
}

std::string with_numbers(const std::string& text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = std::string_view(text).substr(at, end - at);
    if (at > 0) out += ' ';
    if (at > 0 && !word.empty() && is_ordinal(word)) {
      const std::string digits = std::to_string(roman_value(word));
      out += std::string(4 - digits.size(), '0') + digits;
    } else {
      out += word;
    }
    at = end + 1;
  }
  return out;
}

constexpr char32_t kBoundary = 0xFDD0;  // begins ICU's marks of groups
constexpr char32_t kStrokeMark = 0x2800;
constexpr int kMostStrokes = 64;

std::string boundary(char32_t mark) {
  std::string text;
  text::append(kBoundary, &text);
  text::append(mark, &text);
  return text;
}

// One letter with its marks.
std::string_view first_letter(std::string_view text) {
  if (text.empty()) return text;
  size_t size = text::decode(text.data(), text.data() + text.size()).size;
  while (size < text.size()) {
    const auto next =
        text::decode(text.data() + size, text.data() + text.size());
    if (next.code < 0x300 || next.code > 0x36F) break;
    size += next.size;
  }
  return text.substr(0, size);
}

bool is_han(char32_t code) {
  return (code >= 0x3400 && code <= 0x9FFF) ||
         (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF) || code == 0x3007;
}

// The tag whose labels a reader of that language sees: Chinese without a script
// is in simplified characters, as its words are.
std::string label_tag(const std::string& tag) {
  for (const std::string_view simplified : {"zh", "zh-CN", "zh-SG"}) {
    if (tag == simplified) return "zh-Hans";
  }
  for (const std::string_view full : {"lzh", "zh-TW", "zh-HK", "zh-MO"}) {
    if (tag == full) return "zh-Hant";
  }
  return tag;
}

}  // namespace

Heading heading_of(const Lexicon& lexicon, const IndexKey& key,
                   std::string_view lang,
                   const std::vector<IndexSpelling>& spellings) {
  if (key.entity == kNoRow) return {key.own_label, ""};
  const std::string_view label = lexicon.entity(key.entity).label;
  const std::string tag = label_tag(text::usual_tag(lang));
  const std::string_view shown = lexicon.display_form(key.entity, tag);
  const std::string_view primary = primary_of(tag);
  if (shown != label || primary == "en") {
    return {inverted(lexicon, key.entity, shown), tag};
  }
  for (const IndexSpelling& one : spellings) {
    if (!lexicon::is_of_language(one.lang, primary)) continue;
    return {one.text, std::string(first_tag(one.lang))};
  }
  return {inverted(lexicon, key.entity, label), "en"};
}

std::string qualifier_of(const Lexicon& lexicon, const IndexKey& key) {
  if (key.entity == kNoRow) return key.own_type;
  const Entity entity = lexicon.entity(key.entity);
  std::string words = span_words(entity.from, entity.to);
  if (words.empty()) words = entity.type;
  return words.empty() ? std::string(entity.id) : words;
}

std::string sort_text(std::string_view heading, std::string_view lang) {
  std::string out;
  const std::string_view text = heading.substr(article_size(heading, lang));
  for (const std::string_view one : text::code_points_of(text)) {
    const char32_t code =
        text::decode(one.data(), one.data() + one.size()).code;
    if (is_dropped(code)) continue;
    if (is_hyphen(code)) {
      out += ' ';
    } else {
      out += one;
    }
  }
  return out.empty() ? std::string(heading) : with_numbers(out);
}

IndexGroups::IndexGroups(const IndexOrder& order, std::string_view lang)
    : order_(order), lang_(lang) {
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    // ICU ends its keys by a zero.
    std::string key = order.letters(std::string(1, letter));
    while (!key.empty() && key.back() == '\0') key.pop_back();
    letters_.push_back(std::move(key));
    if (order.han == IndexOrder::Han::kPinyin) {
      han_.push_back(order.letters(boundary(static_cast<char32_t>(letter))));
    }
  }
  if (order.han != IndexOrder::Han::kStrokes) return;
  for (int i = 1; i <= kMostStrokes; ++i) {
    han_.push_back(
        order.letters(boundary(kStrokeMark + static_cast<char32_t>(i))));
  }
}

// The last group that begins before the text.
std::string IndexGroups::han_label(std::string_view sort_text) const {
  constexpr std::string_view kCharacters = "\u6F22\u5B57";
  const std::string key = order_.letters(sort_text);
  size_t group = han_.size();
  // No reading begins with I, U or V: their marks sort behind everything.
  for (size_t i = 0; i < han_.size(); ++i) {
    if (han_[i] <= key) group = i;
  }
  if (group == han_.size()) return std::string(kCharacters);
  if (order_.han == IndexOrder::Han::kPinyin) {
    return std::string(1, static_cast<char>('A' + group));
  }
  return std::to_string(group + 1) + std::string(index_words(lang_).stroke);
}

GroupOf IndexGroups::group_of(std::string_view sort_text) const {
  const auto named = [](std::string label) { return GroupOf{label, label}; };
  const std::string_view letter = first_letter(sort_text);
  if (letter.empty()) return named("#");
  const char32_t code =
      text::decode(letter.data(), letter.data() + letter.size()).code;
  if (is_han(code)) return named(han_label(sort_text));
  if (begins_with_decimal(letter)) return named("0\u20139");
  std::string key = order_.letters(letter);
  for (size_t i = 0; i < letters_.size(); ++i) {
    // Also of a letter that sorts as two: a with dots as ae.
    if (key.starts_with(letters_[i])) {
      return named(std::string(1, static_cast<char>('A' + i)));
    }
  }
  if (text::script_of(letter) == "Zyyy") return named("#");
  const std::string_view primary = primary_of(lang_);
  const bool dotted = primary == "tr" || primary == "az" || primary == "kk";
  return {std::move(key), text::with_capital(letter, dotted)};
}

}  // namespace khitai::write
