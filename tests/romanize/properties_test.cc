// SPDX-License-Identifier: Apache-2.0
//
// What holds of the keys of every spelling of the lexicon.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "khitai/keys.h"
#include "romanize/keys.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

const romanize::Tables& rule_tables() {
  return shipped_lexicon().conventions();
}

struct Spelling {
  std::string text, lang;
};

// The forms of the shipped lexicon, each once per first language tag; with
// sanitizers every eighth.
const std::vector<Spelling>& spellings() {
  static const std::vector<Spelling> all = [] {
    const Lexicon& lexicon = shipped_lexicon();
    std::vector<Spelling> found;
    for (uint32_t i = 0; i < lexicon.form_count(); i += kSanitized ? 8 : 1) {
      const Form form = lexicon.form(i);
      const std::string_view tag = form.lang.substr(0, form.lang.find(' '));
      found.push_back({std::string(form.text), std::string(tag)});
    }
    return found;
  }();
  return all;
}

bool share(const std::vector<std::string>& a,
           const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) {
    return std::find(b.begin(), b.end(), key) != b.end();
  });
}

TEST(KeyPropertiesTest, EverySpellingHasAFewKeys) {
  for (const Spelling& one : spellings()) {
    const auto l2 = romanize::l2_keys(rule_tables(), one.text, one.lang);
    EXPECT_GE(l2.size(), 1u) << one.text;
    EXPECT_LE(l2.size(), 3 * romanize::kMostAlternatives) << one.text;
    for (const std::string& key : l2) {
      EXPECT_LE(key.size(), 2 * romanize::kLongestText);
    }
  }
}

// The L2 keys, and the readings that are looked for beside them: a name that
// can be pinyin (Qutulun) is read so, and as a foreign one is only looked for.
std::vector<std::string> all_readings(const Spelling& one) {
  romanize::Spelling spelled =
      romanize::spell(rule_tables(), one.text, one.lang);
  std::vector<std::string> all = std::move(spelled.readings);
  all.insert(all.end(), spelled.wider.begin(), spelled.wider.end());
  return all;
}

// Spellings that L1 joins meet at L2, whatever languages they are tagged with.
TEST(KeyPropertiesTest, EqualL1MeetsAtL2) {
  std::map<std::string, std::vector<Spelling>> by_l1;
  for (const Spelling& one : spellings()) {
    by_l1[l1_key(one.text)].push_back(one);
  }
  for (const auto& [key, all] : by_l1) {
    const auto first = all_readings(all[0]);
    for (const Spelling& other : all) {
      EXPECT_TRUE(share(first, all_readings(other)))
          << all[0].text << " (" << all[0].lang << ") and " << other.text
          << " (" << other.lang << ")";
    }
  }
}

// Whoever shares an L2 key of vowels has a skeleton in common, but for those
// too short to have one.
TEST(KeyPropertiesTest, ASkeletonFollowsFromTheReading) {
  for (const Spelling& one : spellings()) {
    for (const auto& skeleton :
         romanize::l3_keys(rule_tables(), one.text, one.lang)) {
      EXPECT_TRUE(skeleton.family == 'z' ||
                  skeleton.slots.size() == skeleton.consonants.size() + 1)
          << one.text;
      EXPECT_TRUE(skeleton.family == 'a' || skeleton.family == 'z' ||
                  skeleton.consonants.size() < 2 ||
                  compatible(rule_tables(), skeleton, skeleton))
          << one.text;
    }
  }
}

TEST(KeyPropertiesTest, MeetingIsSymmetric) {
  const auto& all = spellings();
  for (size_t i = 0; i + 97 < all.size(); i += 31) {
    const Spelling& a = all[i];
    const Spelling& b = all[i + 97];
    EXPECT_EQ(romanize::meet(rule_tables(), a.text, a.lang, b.text, b.lang),
              romanize::meet(rule_tables(), b.text, b.lang, a.text, a.lang))
        << a.text << " and " << b.text;
  }
}

TEST(KeyPropertiesTest, LongTextsAreCut) {
  for (const char* piece : {"ch", "c", "kh", "\xD9\x82\xD8\xB1", "ou"}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    for (const std::string& key : romanize::l2_keys(rule_tables(), text, "")) {
      EXPECT_LE(key.size(), text.size() + 2);
    }
    romanize::l3_keys(rule_tables(), text.substr(0, 1000), "");
  }
}

}  // namespace
}  // namespace khitai::tests
