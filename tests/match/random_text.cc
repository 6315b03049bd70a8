// SPDX-License-Identifier: Apache-2.0

#include "match/random_text.h"

#include <unordered_set>

#include "fold/fold.h"

namespace khitai::match {
namespace {

using Strings = std::vector<std::string>;

const Strings kLatin = {"qa", "ra", "khi", "tai", "\u0101",
                        "y",  "'",  "ta",  "sh"};
const Strings kCyrillic = {"\u043a\u0430", "\u0440\u0430", "\u0445\u0438",
                           "\u0442\u0430", "\u0439"};
const Strings kArabic = {"\u0642",       "\u0631\u0627", "\u062e",
                         "\u062a\u0627", "\u06cc",       "\u0647"};
const Strings kHan = {"\u897f", "\u907c", "\u8fbd", "\u5951",
                      "\u4e39", "\u9655", "\u967d", "\u570b"};
const Strings kOther = {"\u30ad\u30bf\u30a4", "\u306e", "\uac70\ub780",
                        "\U00017000", "\U00018b00"};
const Strings kJoints = {" ", " ",  " ",  "-",      "\u200c", "\n",
                         "",  ", ", ". ", "\u00b7", " \n",    "  "};
const Strings kBreaks = {" ",        " ",      ", ",     ". ",   "\n",
                         "\n\n",     "\u3002", "\u3001", "\xff", "\x01",
                         "\xe8\xa5", " \n \n", "",       "\r\n"};
const Strings kSuffixes = {"'s", "\u2019\u0131n", "'", "\u2019", "s", "'i'n"};
const Strings kPrefixes = {"l'", "d\u2019", "'", "\u2018", "d'l'", "al-"};

}  // namespace

std::string RandomText::row_of(const Strings& symbols, uint32_t count) {
  std::string row;
  for (uint32_t i = 0; i < count; ++i) row += any_of(symbols);
  return row;
}

std::string RandomText::word() {
  const uint32_t script = below(10);
  if (script < 4) return row_of(kLatin, 1 + below(4));
  if (script < 5) return row_of(kCyrillic, 1 + below(3));
  if (script < 6) return row_of(kArabic, 1 + below(3));
  if (script < 9) return row_of(kHan, 1 + below(4));
  return row_of(kOther, 1 + below(2));
}

std::string RandomText::name() {
  std::string name = word();
  while (below(2) == 0) name += any_of(kJoints) + word();
  return name;
}

Strings RandomText::keys(size_t count) {
  std::unordered_set<std::string> seen;
  Strings keys;
  while (keys.size() < count) {
    std::string key = fold::match_key(name());
    if (!key.empty() && seen.insert(key).second) keys.push_back(key);
  }
  return keys;
}

// The key as it might stand in a text, often still equal to it.
std::string RandomText::respelt(const std::string& key) {
  std::string out;
  if (below(8) == 0) out += any_of(kPrefixes);
  for (const char c : key) {
    if (c == ' ' && below(2) == 0) {
      out += any_of(kJoints);
    } else if (c >= 'a' && c <= 'z' && below(8) == 0) {
      out += static_cast<char>(c - 'a' + 'A');
    } else if (c == '\'' && below(2) == 0) {
      out += "\u2019";
    } else {
      out += c;
    }
  }
  if (below(8) == 0) out += any_of(kSuffixes);
  return out;
}

std::string RandomText::text(const Strings& keys, size_t size) {
  std::string text;
  while (text.size() < size) {
    const uint32_t kind = below(4);
    if (kind == 0) {
      text += name();
    } else if (kind == 1) {
      text += word();
    } else {
      text += respelt(any_of(keys));
    }
    if (below(16) == 0) text.resize(text.size() - 1);
    text += any_of(kBreaks);
  }
  return text;
}

}  // namespace khitai::match
