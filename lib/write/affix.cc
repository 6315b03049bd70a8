// SPDX-License-Identifier: Apache-2.0

#include "write/affix.h"

#include <algorithm>
#include <string>

#include "khitai/keys.h"
#include "morphology/analyze.h"
#include "text/script.h"
#include "text/utf8.h"

namespace khitai::write {
namespace {

constexpr char32_t kApostrophes[] = {'\'', 0x2019, 0x2BC};

// The letters behind an apostrophe with which the text begins.
std::string_view affix_of(std::string_view rest) {
  if (rest.empty()) return {};
  const char* const end = rest.data() + rest.size();
  const text::CodePoint mark = text::decode(rest.data(), end);
  if (std::find(std::begin(kApostrophes), std::end(kApostrophes), mark.code) ==
      std::end(kApostrophes)) {
    return {};
  }
  size_t size = mark.size;
  while (size < rest.size()) {
    const size_t next = text::decode(rest.data() + size, end).size;
    if (text::script_of(rest.substr(size, next)) == "Zyyy") break;
    size += next;
  }
  return rest.substr(mark.size, size - mark.size);
}

std::string_view last_word(std::string_view name) {
  const size_t space = name.find_last_of(" -\n");
  return space == name.npos ? name : name.substr(space + 1);
}

// Whether the affix may follow the name.
bool may_follow(const Lexicon& lexicon, std::string_view name,
                std::string_view affix, std::string_view lang) {
  const std::string stem = l1_key(last_word(name));
  const std::string word = stem + l1_key(affix);
  const auto all = morphology::analyze(lexicon.morphology(), word, lang);
  return std::any_of(all.begin(), all.end(), [&](const auto& one) {
    return one.stem == stem && one.begin == 0 && one.end == stem.size();
  });
}

}  // namespace

bool keeps_affix(const Lexicon& lexicon, std::string_view old_name,
                 std::string_view new_name, std::string_view rest,
                 std::string_view lang) {
  const std::string_view affix = affix_of(rest);
  return affix.empty() || !may_follow(lexicon, old_name, affix, lang) ||
         may_follow(lexicon, new_name, affix, lang);
}

}  // namespace khitai::write
