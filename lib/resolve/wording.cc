// SPDX-License-Identifier: Apache-2.0

#include "resolve/wording.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "khitai/conventions.h"
#include "romanize/detect.h"
#include "romanize/keys.h"
#include "romanize/split.h"
#include "romanize/tables.h"
#include "text/script.h"
#include "text/tag.h"

namespace khitai::resolve {
namespace {

// Syllables tell a convention, letters rarely do.
constexpr double kLikelySyllables = 0.5;
constexpr double kLikelyLetters = 0.9;

// Letters alone, small: "Wade-Giles" and wade-giles are the same.
std::string plain(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == '-' || byte == ' ') continue;
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  }
  return out;
}

const romanize::Convention* find(const romanize::Tables& tables,
                                 std::string_view id) {
  const auto& all = tables.conventions();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

// pinyin for pinyin-notone: a convention and its kinds.
std::string_view whole_of(const romanize::Tables& tables, std::string_view id) {
  for (size_t at = id.rfind('-'); at != std::string_view::npos && at > 0;
       at = id.rfind('-', at - 1)) {
    if (find(tables, id.substr(0, at)) != nullptr) return id.substr(0, at);
  }
  return id;
}

std::string name_of(const romanize::Tables& tables, std::string_view id) {
  const romanize::Convention* const one = find(tables, id);
  if (one == nullptr) return std::string(id);
  for (std::string_view alias : one->aliases) {
    if (alias != id && plain(alias) == plain(id)) return std::string(alias);
  }
  return std::string(id);
}

std::string_view by_tag(const romanize::Tables& tables, std::string_view tags) {
  for (std::string_view tag : romanize::split(tags, ' ')) {
    if (tag.find('-') == std::string_view::npos) continue;
    const std::string_view id = romanize::convention_called(tables, tag);
    if (!id.empty()) return id;
  }
  return "";
}

std::string_view by_spelling(const Lexicon& lexicon, std::string_view text,
                             bool mandarin) {
  const romanize::Tables& tables = lexicon.conventions();
  std::map<std::string_view, double> shares;
  for (const Detected& one :
       detect_conventions(lexicon, text, mandarin ? "zh" : "")) {
    if (one.convention != "none") {
      shares[whole_of(tables, one.convention)] += one.probability;
    }
  }
  const double least = mandarin ? kLikelySyllables : kLikelyLetters;
  for (const auto& [id, share] : shares) {
    if (share > least) return id;
  }
  return "";
}

// The only convention of Mandarin whose syllables these are; empty for none or
// several. Needs no names to have learnt from.
std::string_view by_syllables(const romanize::Tables& tables,
                              std::string_view text) {
  std::string_view only;
  const std::string_view script = text::script_of(text);
  for (const romanize::Writer& writer : tables.writers()) {
    if (writer.lang != "zh" || writer.script != script ||
        writer.syllables.empty() ||
        !romanize::is_written_so(tables, writer, text)) {
      continue;
    }
    const std::string_view whole = whole_of(tables, writer.convention);
    if (!only.empty() && only != whole) return "";
    only = whole;
  }
  return only;
}

}  // namespace

std::string convention_of(const Lexicon& lexicon, const Spelt& spelt,
                          bool mandarin) {
  const romanize::Tables& tables = lexicon.conventions();
  if (text::script_of(spelt.text) == "Hani") return "";
  std::string_view id = by_tag(tables, spelt.lang);
  if (id.empty()) {
    id = by_spelling(lexicon, spelt.text, mandarin);
    if (id.empty() && mandarin) id = by_syllables(tables, spelt.text);
  }
  return id.empty() ? "" : name_of(tables, whole_of(tables, id));
}

std::string same_word(const Lexicon& lexicon, const Spelt& a, const Spelt& b,
                      bool mandarin) {
  std::string one = convention_of(lexicon, a, mandarin);
  std::string other = convention_of(lexicon, b, mandarin);
  if (one == other) one = other = "";
  const auto told = [](const std::string& name, std::string_view text) {
    return (name.empty() ? "" : name + " ") + std::string(text);
  };
  return told(one, a.text) + " = " + told(other, b.text);
}

std::string if_same_word(const Lexicon& lexicon, const Spelt& a,
                         const Spelt& b) {
  const romanize::Tables& tables = lexicon.conventions();
  const auto ours = romanize::spell(tables, a.text, text::usual_tag(a.lang));
  const auto theirs = romanize::spell(tables, b.text, text::usual_tag(b.lang));
  bool any = false;
  bool mandarin = false;
  for (const std::string& key : ours.readings) {
    const auto& all = theirs.readings;
    if (std::find(all.begin(), all.end(), key) == all.end()) continue;
    any = true;
    mandarin = mandarin || key.starts_with("z:");
  }
  return any ? same_word(lexicon, a, b, mandarin) : "";
}

}  // namespace khitai::resolve
