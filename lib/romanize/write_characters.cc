// SPDX-License-Identifier: Apache-2.0
//
// Writing from characters as they are read elsewhere: Cantonese, Korean,
// Vietnamese.

#include "romanize/elsewhere.h"
#include "romanize/jamo.h"
#include "romanize/split.h"
#include "romanize/write.h"
#include "text/casing.h"

namespace khitai::romanize {
namespace {

constexpr size_t kMostOfName = 4;  // characters of surname and given name
constexpr size_t kMostOfSurname = 2;

// The readings of a word's characters; "" where one has none.
std::string readings_of(const Tables& tables, std::string_view column,
                        const Word& word) {
  std::string out;
  for (const Syllable& syllable : word.syllables) {
    const std::string_view all = tables.elsewhere(syllable.character, column);
    const std::string_view first = all.substr(0, all.find(' '));
    if (first.empty()) return "";
    const bool joined = column == "korean";
    if (!out.empty() && !joined) out += '.';
    out += joined ? jamo_of(first) : std::string(first);
  }
  return out;
}

// Vietnamese writes each syllable as a word.
std::string with_capitals(const std::string& text) {
  std::string out;
  for (std::string_view word : split(text, ' ')) {
    if (!out.empty()) out += ' ';
    out += text::with_capital(word, false);
  }
  return out;
}

}  // namespace

std::optional<std::string> write_characters(const Tables& tables,
                                            const Writer& writer,
                                            const Words& words,
                                            std::string* reading) {
  std::string out;
  for (const Word& word : words) {
    const std::string read = readings_of(tables, writer.from, word);
    if (read.empty()) return std::nullopt;
    std::vector<std::string> texts = {read};
    for (const Passes* passes : writer.steps) passes->apply(&texts);
    if (texts.empty()) return std::nullopt;
    if (!out.empty()) *reading += ' ';
    *reading += read;
    if (!out.empty()) out += ' ';
    out += word.capital ? with_capitals(texts[0]) : texts[0];
  }
  if (out.empty()) return std::nullopt;
  return out;
}

Words with_surname_apart(const Tables& tables, const Words& words) {
  if (words.size() != 1) return words;
  const std::vector<Syllable>& all = words[0].syllables;
  if (all.size() < 2 || all.size() > kMostOfName) return words;
  for (size_t size = std::min(kMostOfSurname, all.size() - 1); size > 0;
       --size) {
    std::string surname;
    for (size_t i = 0; i < size; ++i) surname += all[i].character;
    if (!tables.has_member("han-surname", surname)) continue;
    return regrouped(words, {size, all.size() - size});
  }
  return words;
}

}  // namespace khitai::romanize
