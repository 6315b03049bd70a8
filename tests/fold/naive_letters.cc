// SPDX-License-Identifier: Apache-2.0

#include "fold/naive_letters.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "fold/naive_roles.h"
#include "support/cases.h"

namespace khitai::tests {
namespace {

struct Cluster {
  char32_t base;  // 0 for marks at the beginning
  Text marks;
};

std::vector<Cluster> clusters_of(const Text& text) {
  std::vector<Cluster> out;
  for (char32_t c : text) {
    if (is_mark(static_cast<UChar32>(c)) && !out.empty()) {
      out.back().marks.push_back(c);
    } else if (is_mark(static_cast<UChar32>(c))) {
      out.push_back({0, {c}});
    } else {
      out.push_back({c, {}});
    }
  }
  return out;
}

Text joined(const std::vector<Cluster>& clusters) {
  Text out;
  for (const Cluster& cluster : clusters) {
    if (cluster.base != 0) out.push_back(cluster.base);
    for (char32_t mark : cluster.marks) out.push_back(mark);
  }
  return out;
}

void erase_mark(char32_t mark, Text* marks) {
  marks->erase(std::remove(marks->begin(), marks->end(), mark), marks->end());
}

// In canonical order, dotted i and iota below settled.
Text decomposed_l0(const Text& word) {
  Text parts;
  for (char32_t c : word) parts += character_l0(static_cast<UChar32>(c));
  parts = normalized(parts, "nfd");
  std::vector<Cluster> clusters = clusters_of(parts);
  for (Cluster& cluster : clusters) {
    if (cluster.base == 'i') erase_mark(0x307, &cluster.marks);
    std::replace(cluster.marks.begin(), cluster.marks.end(), char32_t{0x345},
                 char32_t{0x3B9});
  }
  return joined(clusters);
}

using Pairs = std::map<char32_t, char32_t>;

Pairs read_pairs(const std::string& name, size_t from, size_t to, bool hex,
                 const std::string& only) {
  std::map<char32_t, char32_t> out;
  std::istringstream in(
      read_file(std::string(KHITAI_SOURCE_DIR) + "/lib/fold/" + name));
  std::string line;
  for (int row = 0; std::getline(in, line);) {
    if (line.empty() || line[0] == '#' || row++ == 0) continue;
    std::vector<std::string> cells;
    std::istringstream fields(line);
    for (std::string cell; std::getline(fields, cell, '\t');) {
      cells.push_back(cell);
    }
    if (!only.empty() && cells[2] != only && cells[2] != "both") continue;
    const auto code = [&](size_t i) {
      return hex ? static_cast<char32_t>(std::stoul(cells[i], nullptr, 16))
                 : static_cast<char32_t>(
                       icu::UnicodeString::fromUTF8(cells[i]).char32At(0));
    };
    out[code(from)] = code(to);
  }
  return out;
}

char32_t han_fold(char32_t c) {
  static const std::map<char32_t, char32_t> kRows =
      read_pairs("han_variants.tsv", 0, 1, false, "");
  const auto found = kRows.find(c);
  return found == kRows.end() ? c : found->second;
}

void repair(std::vector<Cluster>* clusters) {
  const auto count = [&](UScriptCode script) {
    return std::count_if(
        clusters->begin(), clusters->end(), [script](const Cluster& c) {
          return u_isalpha(static_cast<UChar32>(c.base)) &&
                 script_of(static_cast<UChar32>(c.base)) == script;
        });
  };
  const auto latin = count(USCRIPT_LATIN);
  const auto cyrillic = count(USCRIPT_CYRILLIC);
  if (latin == 0 || cyrillic == 0) return;
  const Pairs to_latin = read_pairs("confusables.tsv", 0, 1, true, "latin");
  const Pairs to_cyrillic =
      read_pairs("confusables.tsv", 1, 0, true, "cyrillic");
  const auto all_in = [&](UScriptCode script, const Pairs& pairs) {
    return std::all_of(
        clusters->begin(), clusters->end(), [&](const Cluster& c) {
          return !u_isalpha(static_cast<UChar32>(c.base)) ||
                 script_of(static_cast<UChar32>(c.base)) != script ||
                 pairs.count(c.base) != 0;
        });
  };
  const bool may_be_cyrillic = all_in(USCRIPT_LATIN, to_cyrillic);
  const bool may_be_latin = all_in(USCRIPT_CYRILLIC, to_latin);
  const bool is_latin =
      may_be_latin != may_be_cyrillic ? may_be_latin : latin >= cyrillic;
  const Pairs& rows = is_latin ? to_latin : to_cyrillic;
  for (Cluster& cluster : *clusters) {
    const auto found = rows.find(cluster.base);
    if (found != rows.end()) cluster.base = found->second;
  }
}

bool is_carrier(const Cluster& c) {
  return c.base == 0x64A && c.marks.find(0x654) != Text::npos;
}

bool is_uyghur(const std::vector<Cluster>& clusters) {
  const std::set<char32_t> letters = {0x6D0, 0x6C7, 0x6C6, 0x6C8, 0x6CB, 0x6AD};
  bool maksura = false;
  for (const Cluster& cluster : clusters) {
    if (role_of(static_cast<UChar32>(cluster.base)) != 'r') continue;
    if (letters.count(cluster.base) != 0) return true;
    if (cluster.base == 0x6D5 && cluster.marks.find(0x654) == Text::npos) {
      return true;
    }
    if (maksura && !is_carrier(cluster) && cluster.base != 0x621) return true;
    maksura = maksura || cluster.base == 0x649;
  }
  return false;
}

void fold_arabic(std::vector<Cluster>* clusters) {
  const bool uyghur = is_uyghur(*clusters);
  const std::map<char32_t, char32_t> persian = {
      {0x64A, 0x6CC}, {0x649, 0x6CC}, {0x643, 0x6A9}, {0x6AA, 0x6A9},
      {0x6AB, 0x6A9}, {0x629, 0x647}, {0x6C1, 0x647}, {0x6BE, 0x647},
      {0x6D5, 0x647}, {0x671, 0x627}};
  const std::map<char32_t, char32_t> uyghur_rows = {{0x647, 0x6D5},
                                                    {0x6C1, 0x6D5},
                                                    {0x6A9, 0x643},
                                                    {0x6AA, 0x643},
                                                    {0x6AB, 0x643}};
  std::vector<Cluster> out;
  for (Cluster cluster : *clusters) {
    if (uyghur ? is_carrier(cluster) : cluster.base == 0x621) continue;
    const auto& rows = uyghur ? uyghur_rows : persian;
    const auto found = rows.find(cluster.base);
    if (found != rows.end()) cluster.base = found->second;
    out.push_back(cluster);
  }
  *clusters = out;
}

bool is_one_of(char32_t c, const Text& letters) {
  return letters.find(c) != Text::npos;
}

void fold_marks(Cluster* cluster) {
  Text kept;
  const UScriptCode script = script_of(static_cast<UChar32>(cluster->base));
  const bool vowel =
      is_one_of(cluster->base, Text(U"aeiouyv\u0259\u0268\u00E6\u0153\u00F8"
                                    U"\u0275"));
  const bool bare = vowel || script == USCRIPT_GREEK ||
                    cluster->base == U'\'' ||
                    u_isdigit(static_cast<UChar32>(cluster->base));
  for (char32_t mark : cluster->marks) {
    if (is_dropped_l1(static_cast<UChar32>(mark))) continue;
    if (is_one_of(cluster->base, U"aou")) {
      if ((mark == 0x308 || mark == 0x30B) && kept.empty())
        kept.assign(1, 0x308);
    } else if (script == USCRIPT_CYRILLIC &&
               u_isalpha(static_cast<UChar32>(cluster->base))) {
      if (is_one_of(mark, U"\u0300\u0301\u0304")) continue;
      if (mark == 0x308 && cluster->base == 0x435) continue;
      kept.push_back(mark);
    } else if (!bare) {
      kept.push_back(mark);
    }
  }
  cluster->marks = kept;
}

char32_t old_turkic(char32_t c) {
  if (c < 0x10C00 || c > 0x10C48) return c;
  const auto name = [](UChar32 code) {
    char out[128];
    UErrorCode status = U_ZERO_ERROR;
    u_charName(code, U_UNICODE_CHAR_NAME, out, sizeof out, &status);
    return std::string(out);
  };
  std::string mine = name(static_cast<UChar32>(c));
  const size_t at = mine.find("YENISEI");
  if (at == std::string::npos) return c;
  mine.replace(at, 7, "ORKHON");
  for (UChar32 other = 0x10C00; other <= 0x10C48; ++other) {
    if (name(other) == mine) return static_cast<char32_t>(other);
  }
  return c;
}

bool is_pinyin(const std::string& letters) {
  static const std::set<std::string> kSyllables = [] {
    std::set<std::string> out;
    std::istringstream in(
        read_file(std::string(KHITAI_SOURCE_DIR) + "/lib/fold/pinyin.tsv"));
    for (std::string line; std::getline(in, line);) out.insert(line);
    return out;
  }();
  return kSyllables.count(letters) != 0;
}

// Tone digits, all of them or none.
Text without_tones(const Text& text) {
  Text out;
  Text syllable;
  for (char32_t c : text) {
    if (c < '0' || c > '9') {
      if (c == '\'') {
        out += syllable;
        out.push_back(c);
        syllable.clear();
      } else {
        syllable.push_back(c);
      }
      continue;
    }
    std::string letters;
    for (char32_t& letter : syllable) {
      const bool u =
          !letters.empty() &&
          std::string("jqxy").find(letters.back()) != std::string::npos;
      if (u && (letter == 0xFC || letter == 'v')) letter = 'u';
      if (letter == 'v') letter = 0xFC;
      letters.push_back(letter == 0xFC  ? 'v'
                        : letter < 0x80 ? static_cast<char>(letter)
                                        : '?');
    }
    if (c < '1' || c > '5' || !is_pinyin(letters)) return text;
    out += syllable;
    syllable.clear();
  }
  out += syllable;
  return out;
}

}  // namespace

std::u32string word_l0(const std::u32string& word) {
  return normalized(decomposed_l0(word), "nfc");
}

std::u32string word_l1(const std::u32string& word) {
  Text text = decomposed_l0(word);
  text.erase(std::remove_if(text.begin(), text.end(),
                            [](char32_t c) {
                              const auto code = static_cast<UChar32>(c);
                              return is_dropped_l1(code) && !is_mark(code);
                            }),
             text.end());
  std::vector<Cluster> clusters = clusters_of(normalized(text, "nfd"));
  repair(&clusters);
  fold_arabic(&clusters);
  for (Cluster& cluster : clusters) {
    fold_marks(&cluster);
    if (cluster.base != 0) cluster.base = old_turkic(cluster.base);
  }
  return without_tones(normalized(joined(clusters), "nfc"));
}

std::u32string single_l1(UChar32 code) {
  Text out = word_l0({static_cast<char32_t>(code)});
  for (char32_t& c : out) c = han_fold(c);
  return out;
}

}  // namespace khitai::tests
