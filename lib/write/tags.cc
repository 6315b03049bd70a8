// SPDX-License-Identifier: Apache-2.0

#include "write/tags.h"

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include "write/tag_tables.h"

namespace khitai::write {
namespace {

template <typename Table>
const typename std::remove_extent<Table>::type* find(const Table& table,
                                                     std::string_view subtag) {
  for (const auto& entry : table) {
    if (entry.subtag == subtag) return &entry;
  }
  return nullptr;
}

std::string_view take_until(char separator, std::string_view* rest) {
  const size_t end = std::min(rest->find(separator), rest->size());
  const std::string_view taken = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return taken;
}

bool is_script(std::string_view subtag) {
  return subtag.size() == 4 && subtag[0] >= 'A' && subtag[0] <= 'Z';
}

void append_word(std::string_view word, std::string* words) {
  if (word.empty()) return;
  if (!words->empty()) words->push_back(' ');
  words->append(word);
}

std::string script_words(std::string_view language, std::string_view subtag) {
  const ScriptEntry* script = find(kScripts, subtag);
  if (script == nullptr) return std::string(subtag);
  const std::string own = " " + std::string(language) + " ";
  const bool unsaid = script->own.find(own) != std::string_view::npos;
  return unsaid ? std::string() : std::string(script->words);
}

// A convention says the script with it.
std::string one_tag(std::string_view tag) {
  const std::string_view language = take_until('-', &tag);
  const Subtag* known = find(kLanguages, language);
  std::string words(known == nullptr ? language : known->words);
  std::string script;
  std::string conventions;
  while (!tag.empty()) {
    const std::string_view subtag = take_until('-', &tag);
    if (is_script(subtag)) {
      script = script_words(language, subtag);
      continue;
    }
    const Subtag* convention = find(kConventions, subtag);
    if (convention != nullptr || subtag.size() > 1) {
      if (!conventions.empty()) conventions += ", ";
      conventions += convention == nullptr ? subtag : convention->words;
    }
  }
  if (!conventions.empty()) script = "(" + conventions + ")";
  append_word(script, &words);
  return words;
}

}  // namespace

std::string language_words(std::string_view tags) {
  std::string words;
  while (!tags.empty()) {
    const std::string_view tag = take_until(' ', &tags);
    if (tag.empty()) continue;
    if (!words.empty()) words += ", ";
    words += one_tag(tag);
  }
  return words;
}

std::string convention_words(std::string_view tags) {
  while (!tags.empty()) {
    std::string_view tag = take_until(' ', &tags);
    std::string words;
    while (!tag.empty()) {
      const Subtag* known = find(kConventions, take_until('-', &tag));
      if (known == nullptr) continue;
      if (!words.empty()) words += ", ";
      words += known->words;
    }
    if (!words.empty()) return words;
  }
  return {};
}

std::string_view first_tag(std::string_view tags) {
  return take_until(' ', &tags);
}

}  // namespace khitai::write
