// SPDX-License-Identifier: Apache-2.0
//
// What a writer makes of a name is read as the name: both meet at L2, for as
// many of the readings of the lexicon, in per cent, as write_meets.tsv says at
// least, and why not for all.

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "lexicon/options.h"
#include "romanize/elsewhere.h"
#include "romanize/keys.h"
#include "romanize/write.h"
#include "support/cases.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"
#include "text/script.h"

namespace khitai::tests {
namespace {

using romanize::Writer;

const romanize::Tables& tables() { return shipped_lexicon().conventions(); }

// The tag that forms of the writer have.
std::string tag_of(const Writer& writer) {
  const std::string lang = std::string(writer.lang) + "-";
  for (const romanize::Convention& one : tables().conventions()) {
    if (one.id != writer.convention) continue;
    if (one.tag.starts_with(lang)) return std::string(one.tag);
    for (std::string_view alias : one.aliases) {
      if (alias.starts_with(lang)) return std::string(alias);
    }
  }
  return lang + std::string(writer.script);
}

// Readings that the writer starts from, as the lexicon has them.
std::set<std::string> readings_for(const Writer& writer) {
  const bool ijmes = writer.from == "ijmes";
  const std::string tag = ijmes ? std::string(writer.lang) + "-Latn-x-ijmes"
                                : std::string(writer.lang);
  std::set<std::string> out;
  for (uint32_t i = 0; i < shipped_lexicon().form_count(); ++i) {
    const Form form = shipped_lexicon().form(i);
    if (form.generated()) continue;
    const std::string_view script = text::script_of(form.text);
    if (ijmes && script == "Arab" && !form.reading.empty() &&
        lexicon::has_lang(form.lang, writer.lang)) {
      out.emplace(form.reading);
    }
    if (!lexicon::has_lang(form.lang, tag)) continue;
    if (writer.from == "pinyin" && script == "Hani") {
      const auto words = romanize::words_of_han(tables(), form.text);
      if (words) out.insert(romanize::pinyin_of(tables(), *words));
    } else if (ijmes || writer.from == script) {
      out.emplace(form.text);
    }
  }
  return out;
}

bool is_met(const Writer& writer, const std::string& reading) {
  if (writer.syllables.empty()) {
    const std::string form = romanize::write_letters(writer, reading);
    const std::string lang(writer.lang);
    const std::string of_reading =
        writer.from == "ijmes" ? lang + "-Latn-x-ijmes" : lang;
    const int level =
        romanize::meet(tables(), reading, of_reading, form, tag_of(writer));
    return level == 1 || level == 2;
  }
  const auto words = romanize::words_of_pinyin(tables(), reading);
  if (!words) return true;
  const auto form = romanize::write_words(tables(), writer, *words);
  if (!form) return true;
  const int level = romanize::meet(tables(), reading, "zh-Latn-pinyin", *form,
                                   tag_of(writer));
  return level == 1 || level == 2;
}

TEST(MeetsTest, WhatIsWrittenIsReadAsTheName) {
  if (kSanitized) GTEST_SKIP() << "a table of what meets, not of memory";
  std::map<std::string, size_t> least;
  for (const Case& row : read_cases("write_meets.tsv")) {
    least[row["convention"] + " " + row["lang"] + " " + row["from"]] =
        std::stoul(row["least"]);
  }
  for (const Writer& writer : tables().writers()) {
    if (romanize::is_read_elsewhere(writer.from)) continue;
    const std::string name = std::string(writer.convention) + " " +
                             std::string(writer.lang) + " " +
                             std::string(writer.from);
    size_t missed = 0;
    std::string some;
    const std::set<std::string> readings = readings_for(writer);
    for (const std::string& reading : readings) {
      if (is_met(writer, reading)) continue;
      if (missed++ < 6) some += " " + reading;
    }
    ASSERT_TRUE(least.contains(name)) << name;
    const size_t met = readings.size() - missed;
    EXPECT_GE(met * 100, readings.size() * least[name])
        << name << ": " << met << " of " << readings.size() << ", not" << some;
    RecordProperty(
        name, std::to_string(met) + " of " + std::to_string(readings.size()));
  }
}

}  // namespace
}  // namespace khitai::tests
