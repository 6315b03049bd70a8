// SPDX-License-Identifier: Apache-2.0
//
// The names and texts by chance that speed is measured on: that they are what
// their headers say, and that a matcher finds what was planted.

#include <gtest/gtest.h>

#include <algorithm>
#include <unordered_set>

#include "fold/fold.h"
#include "match/naive_matcher.h"
#include "speed/names.h"
#include "speed/texts.h"
#include "speed/vocabulary.h"
#include "speed/wish.h"

namespace khitai::bench {
namespace {

constexpr Kind kKinds[] = {Kind::kEnglish, Kind::kChinese, Kind::kArabic,
                           Kind::kRussian, Kind::kMixed};

const Pieces& pieces() {
  static const Pieces all = *read_pieces(KHITAI_SOURCE_DIR);
  return all;
}

Text text_of(Kind kind, double hits_per_kb, const std::vector<Name>& names) {
  PerScript<Words> words = *read_words(KHITAI_SOURCE_DIR, "");
  fill_words(3000, &words);
  return make_text({kind, 60000, hits_per_kb}, words, names,
                   *Variants::make(pieces()));
}

TEST(SpeedNamesTest, AreDistinctAndOfFiveToFortyBytes) {
  std::unordered_set<std::string> seen;
  PerScript<size_t> counts = {};
  for (const Name& name : make_names(pieces(), 5000)) {
    EXPECT_GE(name.text.size(), 5u) << name.text;
    EXPECT_LE(name.text.size(), 40u) << name.text;
    EXPECT_TRUE(seen.insert(name.text).second) << name.text;
    ++counts[static_cast<size_t>(name.script)];
  }
  for (const size_t count : counts) EXPECT_GT(count, 500u);
}

TEST(SpeedNamesTest, ALongerListBeginsWithAShorterOne) {
  const std::vector<Name> few = make_names(pieces(), 100);
  const std::vector<Name> many = make_names(pieces(), 3000);
  ASSERT_EQ(few.size(), 100u);
  ASSERT_EQ(many.size(), 3000u);
  for (size_t i = 0; i < few.size(); ++i) {
    EXPECT_EQ(few[i].text, many[i].text);
  }
}

TEST(SpeedTextsTest, AreTheSameEachTime) {
  const std::vector<Name> names = make_names(pieces(), 2000);
  EXPECT_EQ(text_of(Kind::kMixed, 3, names).bytes,
            text_of(Kind::kMixed, 3, names).bytes);
  EXPECT_NE(text_of(Kind::kMixed, 3, names).bytes,
            text_of(Kind::kMixed, 4, names).bytes);
}

TEST(SpeedTextsTest, HaveAsManyNamesAsAreWished) {
  const std::vector<Name> names = make_names(pieces(), 2000);
  for (const Kind kind : kKinds) {
    EXPECT_TRUE(text_of(kind, 0, names).planted.empty());
    const Text text = text_of(kind, 3, names);
    EXPECT_GE(text.bytes.size(), 60000u);
    EXPECT_NEAR(static_cast<double>(text.planted.size()) * 1024 /
                    static_cast<double>(text.bytes.size()),
                3, 0.7);
  }
}

// The numbers of the planted names that a naive matcher finds at their places:
// of those spelled as in the list, and of the others.
struct Found {
  size_t plain = 0, all_plain = 0;
  size_t variants = 0, all_variants = 0;
};

Found found_in(const Text& text, const std::vector<Name>& names) {
  match::NaiveMatcher matcher;
  for (uint32_t i = 0; i < names.size(); ++i) {
    matcher.add(fold::match_key(names[i].text), i);
  }
  const std::vector<match::Match> matches = matcher.scan(text.bytes);
  Found found;
  for (const Planted& planted : text.planted) {
    const std::string key = fold::match_key(names[planted.name].text);
    const bool there = std::any_of(
        matches.begin(), matches.end(), [&](const match::Match& match) {
          return match.begin == planted.begin && match.end == planted.end &&
                 fold::match_key(names[match.pattern].text) == key;
        });
    (planted.variant ? found.all_variants : found.all_plain) += 1;
    (planted.variant ? found.variants : found.plain) += there ? 1 : 0;
  }
  return found;
}

// Not found is a name at whose side stands another one with no space between,
// as in Chinese; a spelling without the marks of its consonants; and one with
// another yeh in a word with Uyghur letters.
TEST(SpeedTextsTest, HoldTheNamesPlantedInThem) {
  const std::vector<Name> names = make_names(pieces(), 2000);
  for (const Kind kind : kKinds) {
    const Found found = found_in(text_of(kind, 5, names), names);
    EXPECT_GT(found.all_plain, 100u);
    EXPECT_GT(found.all_variants, 40u);
    EXPECT_GE(found.plain * 100, found.all_plain * 98);
    EXPECT_GE(found.variants * 100, found.all_variants * 50);
  }
}

TEST(SpeedWishTest, IsWhatTheArgumentsSay) {
  const auto names = read_wish({"names", "5"});
  ASSERT_TRUE(names.ok());
  EXPECT_TRUE(names->names);
  EXPECT_EQ(names->count, 5u);
  const auto text =
      read_wish({"text", "zh", "4e3", "--planted", "1000", "--hits", "2.5"});
  EXPECT_FALSE(text.ok());  // digits are expected
  const auto good =
      read_wish({"text", "zh", "4000", "--planted", "1000", "--hits", "2.5"});
  ASSERT_TRUE(good.ok());
  EXPECT_FALSE(good->names);
  EXPECT_EQ(good->text.kind, Kind::kChinese);
  EXPECT_EQ(good->text.bytes, 4000u);
  EXPECT_EQ(good->count, 1000u);
  EXPECT_EQ(good->text.hits_per_kb, 2.5);
}

TEST(SpeedWishTest, WrongArgumentsAreToldInALine) {
  const std::pair<std::vector<std::string>, std::string> rows[] = {
      {{}, "first argument is \"\", expected names or text"},
      {{"name"}, "first argument is \"name\", expected names or text"},
      {{"names"}, "COUNT is \"\", expected a number from 1 to 1000000"},
      {{"names", "0"}, "COUNT is \"0\", expected a number from 1 to 1000000"},
      {{"names", "nan"},
       "COUNT is \"nan\", expected a number from 1 to 1000000"},
      {{"names", "1000001"},
       "COUNT is \"1000001\", expected a number from 1 to 1000000"},
      {{"names", "5", "--hits", "3"},
       "no option --hits of names, expected --repository"},
      {{"text", "xx"}, "KIND is \"xx\", expected en, zh, ar, ru or mixed"},
      {{"text", "en", "-4"},
       "BYTES is \"-4\", expected a number from 1 to 2000000000"},
      {{"text", "en", "9", "--planted", "999"},
       "--planted is \"999\", expected a number from 1000 to 1000000"},
      {{"text", "en", "9", "--hits", "3x"},
       "--hits is \"3x\", expected a number from 0 to 100"},
      {{"text", "en", "9", "--hits"}, "--hits needs a value"},
      {{"text", "en", "9", "--seed", "3"},
       "no option --seed, expected --planted, --hits, --from or --repository"},
  };
  for (const auto& [arguments, message] : rows) {
    const auto wish = read_wish(arguments);
    ASSERT_FALSE(wish.ok()) << message;
    EXPECT_EQ(wish.error().message, message);
  }
}

}  // namespace
}  // namespace khitai::bench
