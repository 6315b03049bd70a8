// SPDX-License-Identifier: Apache-2.0
//
// What conventions write, and that Mandarin is read back as it was written.

#include "romanize/write.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "romanize/detect.h"
#include "romanize/elsewhere.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

using romanize::Words;
using romanize::Writer;

const romanize::Tables& tables() { return shipped_lexicon().conventions(); }

const Writer* writer_of(const std::string& convention,
                        const std::string& lang) {
  for (const Writer& one : tables().writers()) {
    if (one.convention == convention && one.lang == lang) return &one;
  }
  return nullptr;
}

std::string written(const Writer& writer, const std::string& reading) {
  if (romanize::is_read_elsewhere(writer.from)) {
    const auto words = romanize::words_of_han(tables(), reading);
    if (!words) return "-";
    std::string read;
    return romanize::write_characters(
               tables(), writer, romanize::with_surname_apart(tables(), *words),
               &read)
        .value_or("-");
  }
  if (writer.syllables.empty()) {
    return romanize::write_letters(writer, reading);
  }
  const auto words = romanize::words_of_pinyin(tables(), reading);
  if (!words) return "-";
  return romanize::write_words(tables(), writer, *words).value_or("-");
}

TEST(WriteTest, NamesInConventions) {
  std::set<std::string> seen;
  for (const Case& row : read_cases("write_conventions.tsv")) {
    const Writer* const writer = writer_of(row["convention"], row["lang"]);
    ASSERT_NE(writer, nullptr) << row.where;
    seen.insert(row["convention"] + " " + row["lang"]);
    expect_row(row, row["form"], written(*writer, row["reading"]));
  }
  for (const Writer& one : tables().writers()) {
    EXPECT_EQ(
        seen.count(std::string(one.convention) + " " + std::string(one.lang)),
        1u)
        << "no row for " << one.convention << " " << one.lang;
  }
}

// The syllables, joined by dots.
std::string joined(const Words& words) {
  std::string out;
  for (const romanize::Word& word : words) {
    for (const auto& one : word.syllables) {
      out += (out.empty() ? "" : ".") + one.pinyin;
    }
  }
  return out;
}

std::vector<std::string> all_syllables() {
  std::vector<std::string> all;
  for (const Case& row :
       read_cases("../../lexicon/conventions/syllables.tsv")) {
    if (!row["palladius"].empty()) all.push_back(row["pinyin"]);
  }
  return all;
}

constexpr const char* kReadBack[] = {"pinyin",
                                     "pinyin-numbers",
                                     "pinyin-notone",
                                     "wade-giles",
                                     "wade-giles-strict",
                                     "wade-giles-tones",
                                     "palladius",
                                     "efeo",
                                     "yale"};

Words words_of(const std::vector<std::string>& syllables) {
  Words words(1);
  for (const std::string& one : syllables) {
    words[0].syllables.push_back({one, 1, ""});
  }
  return words;
}

bool reads_back(const Writer& writer, const std::string& form,
                const std::string& syllables) {
  for (const Words& words : romanize::read_words(tables(), writer, form)) {
    if (joined(words) == syllables) return true;
  }
  return false;
}

TEST(WriteTest, EverySyllableIsReadBack) {
  for (const char* convention : kReadBack) {
    const Writer& writer = *writer_of(convention, "zh");
    for (const std::string& syllable : all_syllables()) {
      const auto form =
          romanize::write_words(tables(), writer, words_of({syllable}));
      ASSERT_TRUE(form.has_value()) << convention << " " << syllable;
      EXPECT_TRUE(reads_back(writer, *form, syllable))
          << convention << " " << *form << " is " << syllable;
    }
  }
}

// Pairs are read back where each of their syllables is, but for as many as
// write_pairs.tsv says and why.
TEST(WriteTest, EveryPairIsReadBackWhereItsSyllablesAre) {
  if (kSanitized) GTEST_SKIP() << "takes a minute, and reads what others do";
  std::map<std::string, size_t> known;
  for (const Case& row : read_cases("write_pairs.tsv")) {
    known[row["convention"]] = std::stoul(row["missed"]);
  }
  const std::vector<std::string> all = all_syllables();
  for (const char* convention : kReadBack) {
    const Writer& writer = *writer_of(convention, "zh");
    std::vector<std::string> clear;
    for (const std::string& one : all) {
      const std::string form =
          *romanize::write_words(tables(), writer, words_of({one}));
      if (reads_back(writer, form, one)) clear.push_back(one);
    }
    size_t missed = 0;
    std::string first;
    for (const std::string& a : clear) {
      for (const std::string& b : clear) {
        const std::string form =
            *romanize::write_words(tables(), writer, words_of({a, b}));
        if (reads_back(writer, form, a + "." + b)) continue;
        if (missed++ < 8) first += " " + form + "=" + a + "." + b;
      }
    }
    EXPECT_EQ(missed, known[convention]) << convention << first;
  }
}

}  // namespace
}  // namespace khitai::tests
