// SPDX-License-Identifier: Apache-2.0
//
// The index of near spellings against a comparison with every name, in every
// script; what it does with odd queries, crowds and damage.

#include "match/near_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "match/near_builder.h"
#include "support/letters.h"
#include "support/sanitized.h"

namespace khitai::match {
namespace {

using romanize::Letters;
using tests::edited;
using tests::utf8;

constexpr size_t kAll = SIZE_MAX;

std::u32string letters_of(std::string_view key) {
  std::u32string letters;
  read_letters(key, &letters);
  return letters;
}

// Names with their index.
class NearNames {
 public:
  NearNames(std::vector<std::string> keys, size_t edits)
      : keys_(std::move(keys)) {
    NearIndexBuilder builder(edits);
    for (const std::string& key : keys_) {
      letters_.push_back(letters_of(key));
      builder.add(near_filed(key, edits, static_cast<uint32_t>(key.size())));
    }
    bytes_ = builder.build(key_of());
    index_ = NearIndex(bytes_);
  }

  NearIndex::KeyOf key_of() const {
    return [this](uint32_t number) -> std::string_view {
      return number < keys_.size() ? keys_[number] : std::string_view();
    };
  }
  std::vector<Near> find(std::string_view query, size_t edits,
                         size_t most = kAll) const {
    return index_.find(query, edits, most, key_of());
  }
  std::vector<std::string> found(std::string_view query, size_t edits) const {
    std::vector<std::string> out;
    for (const Near& one : find(query, edits)) out.push_back(keys_[one.number]);
    return out;
  }
  const std::vector<std::string>& keys() const { return keys_; }
  const std::vector<std::u32string>& letters() const { return letters_; }
  const std::string& bytes() const { return bytes_; }
  const NearIndex& index() const { return index_; }

 private:
  std::vector<std::string> keys_;
  std::vector<std::u32string> letters_;
  std::string bytes_;
  NearIndex index_;
};

// Levenshtein's distance, as it is written down.
size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// By looking at every name, in the order that is promised.
std::vector<Near> naive(const NearNames& names, std::string_view query,
                        size_t edits) {
  const std::u32string wanted = letters_of(query);
  edits = edits_of_size(wanted.size(), edits);
  std::vector<std::array<size_t, 3>> found;
  // From here on lengths are not told apart.
  constexpr size_t kLongest = 63;
  for (size_t i = 0; i < names.keys().size(); ++i) {
    const std::u32string& one = names.letters()[i];
    if (wanted.empty() || one.empty()) continue;
    if (one.size() > wanted.size() + edits) continue;
    if (wanted.size() > one.size() + edits) continue;
    const size_t d = distance(wanted, one);
    if (d > edits) continue;
    const size_t theirs = std::min(one.size(), kLongest);
    const size_t ours = std::min(wanted.size(), kLongest);
    found.push_back({d, std::max(theirs, ours) - std::min(theirs, ours), i});
  }
  std::sort(found.begin(), found.end());
  std::vector<Near> out;
  for (const auto& [d, differ, i] : found) {
    out.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(d)});
  }
  return out;
}

const std::vector<Letters>& alphabets() {
  static const std::vector<Letters> kAlphabets = {
      U"abdeghiklmnqrstuy",
      U"\u0430\u0431\u0432\u0433\u0434\u0438\u043A\u043B\u0442",
      U"\u0627\u0628\u062A\u062E\u0631\u0642\u0644\u0645\u0646",
      U"\u897F\u8FBD\u5951\u4E39\u5927\u77F3\u738B\u6C5F\u5C71\U00020000",
      U"\uAC70\uB780\uC11C\uC694\uAE08\uC1A1",
      U"\u1820\u1822\u1823\u1828\u182A\u182C",
      // All of them in one name.
      U"ab \u0430\u0431\u0627\u0628\u897F\u8FBD\u5951\U00020000"};
  return kAlphabets;
}

// Words and neighbours of theirs, of 1 to `longest` letters.
std::vector<std::string> words(const Letters& alphabet, size_t count,
                               size_t longest, std::mt19937* random) {
  std::vector<std::string> out;
  Letters word;
  while (out.size() < count) {
    if (word.empty() || (*random)() % 3 == 0) {
      word.clear();
      const size_t size = 1 + (*random)() % longest;
      while (word.size() < size) {
        word += alphabet[(*random)() % alphabet.size()];
      }
    } else {
      word = edited(word, alphabet, random);
    }
    out.push_back(utf8(word));
  }
  return out;
}

struct Case {
  const char* name;
  size_t edits;    // that the index is made for
  size_t longest;  // letters of a name
  const char* head;
};

class NearIndexOracleTest : public testing::TestWithParam<Case> {};

TEST_P(NearIndexOracleTest, FindsAllThatANaiveSearchFindsAndNoMore) {
  const Case& param = GetParam();
  std::mt19937 random(1124);
  const size_t count = tests::kSanitized ? 200 : 600;
  size_t several = 0;
  for (const Letters& alphabet : alphabets()) {
    std::vector<std::string> keys =
        words(alphabet, count, param.longest, &random);
    for (std::string& key : keys) key = param.head + key;
    const NearNames names(keys, param.edits);
    for (size_t i = 0; i < count; i += 10) {
      Letters query = letters_of(keys[i]);
      for (size_t made = 0; made <= 3; ++made) {
        for (size_t edits = 0; edits <= kMostEdits; ++edits) {
          const auto wanted =
              naive(names, utf8(query), std::min(edits, param.edits));
          EXPECT_EQ(names.find(utf8(query), edits), wanted)
              << utf8(query) << " " << edits;
          several += wanted.size() > 1;
          auto few = wanted;
          few.resize(std::min<size_t>(few.size(), 3));
          EXPECT_EQ(names.find(utf8(query), edits, 3), few) << utf8(query);
        }
        query = edited(query, alphabet, &random);
      }
    }
  }
  EXPECT_GT(several, 100u);
}

// Names that all begin alike are filed by their ends.
INSTANTIATE_TEST_SUITE_P(
    Shapes, NearIndexOracleTest,
    testing::Values(Case{"OneEdit", 1, 6, ""}, Case{"Short", 2, 6, ""},
                    Case{"Middling", 2, 9, ""}, Case{"Long", 2, 16, ""},
                    Case{"OneEditBehindAHead", 1, 16, "muhammad "},
                    Case{"ShortBehindAHead", 2, 5, "muhamma"},
                    Case{"LongBehindAHead", 2, 16, "muhammad "},
                    Case{"VeryLong", 2, 80, "\u897F\u9065"}),
    [](const auto& shape) { return shape.param.name; });

TEST(NearIndexTest, EditsByTheLengthOfTheQuery) {
  const NearNames names({"a", "b", "ab", "ac", "abc", "abd", "abcd", "abce",
                         "axyd", "abcde", "bcde"},
                        2);
  using Names = std::vector<std::string>;
  EXPECT_EQ(names.found("a", 2), (Names{"a"}));
  EXPECT_EQ(names.found("c", 2), (Names{}));
  EXPECT_EQ(names.found("ab", 2), (Names{"ab", "ac", "a", "b", "abc", "abd"}));
  EXPECT_EQ(names.found("abc", 2),
            (Names{"abc", "abd", "ab", "ac", "abcd", "abce"}));
  EXPECT_EQ(names.found("abcd", 0), (Names{"abcd"}));
  EXPECT_EQ(names.found("abcd", 1),
            (Names{"abcd", "abce", "abc", "abd", "abcde"}));
  EXPECT_EQ(names.found("abcd", 2),
            (Names{"abcd", "abce", "abc", "abd", "abcde", "axyd", "bcde", "ab",
                   "ac"}));
}

TEST(NearIndexTest, WhatIsFurtherIsNotFound) {
  const NearNames names({"balasagun", "samarqand", "khitan", "cathay"}, 2);
  EXPECT_TRUE(names.find("balsgn", 2).empty());
  EXPECT_TRUE(names.find("samarkend", 1).empty());
  EXPECT_TRUE(names.find("kitay", 1).empty());
  // A letter in another place is two edits.
  EXPECT_TRUE(names.find("khiatn", 1).empty());
  EXPECT_EQ(names.find("khiatn", 2).size(), 1u);
  // An index for one edit does not do two.
  EXPECT_TRUE(NearNames(names.keys(), 1).find("khiatn", 2).empty());
}

TEST(NearIndexTest, OddQueries) {
  const std::string longest(300000, 'x');
  const NearNames names({"", "aa", "khitan", std::string(200, 'x'), longest},
                        2);
  EXPECT_TRUE(names.find("", 2).empty());
  EXPECT_TRUE(names.find("khitan", 2, 0).empty());
  EXPECT_EQ(names.find(std::string(201, 'x'), 2).size(), 1u);
  EXPECT_TRUE(names.find(std::string(203, 'x'), 2).empty());
  EXPECT_EQ(names.find(longest + "yz", 2).size(), 1u);
  EXPECT_TRUE(names.find(longest + "xyz", 2).empty());
  // Bytes that are no UTF-8 are a letter each: they match nothing.
  EXPECT_TRUE(names.find("\xFF\xFE\xC3", 2).empty());
  EXPECT_EQ(names.find("khit\xFFn", 1).size(), 1u);
  EXPECT_TRUE(NearIndex().find("aa", 2, kAll, names.key_of()).empty());
  EXPECT_TRUE(NearNames({}, 2).find("aa", 2).empty());
  EXPECT_TRUE(NearNames({"", ""}, 2).find("aa", 2).empty());
}

TEST(NearIndexTest, EqualNamesAreAllFound) {
  const NearNames names(std::vector<std::string>(500, "sanjar"), 2);
  EXPECT_EQ(names.find("sanjar", 0).size(), 500u);
  EXPECT_EQ(names.find("sancar", 1, 20).size(), 20u);
  EXPECT_EQ(names.find("sancar", 1, 20).back(), (Near{19, 1}));
}

// A hundred thousand names of two Han characters, all with one of 316.
TEST(NearIndexTest, CrowdsOfTwoCharacters) {
  const size_t side = tests::kSanitized ? 40 : 316;
  std::vector<std::string> keys;
  const auto character = [](size_t i) {
    return static_cast<char32_t>(0x4E00 + i);
  };
  for (size_t i = 0; i < side; ++i) {
    for (size_t j = 0; j < side; ++j) {
      keys.push_back(utf8({character(i), character(j)}));
    }
  }
  const NearNames names(keys, 2);
  // One of the two characters is another: once itself, and all the others.
  EXPECT_EQ(names.find(keys[side + 2], 2).size(), 1 + 2 * (side - 1));
  EXPECT_EQ(names.find(keys[side + 2], 2, 10).size(), 10u);
  EXPECT_EQ(names.find(keys[side + 2], 2, 10).front(),
            (Near{static_cast<uint32_t>(side + 2), 0}));
  // Of three characters two are a name.
  const auto found = names.find(keys[side + 2] + "\u9999", 2);
  EXPECT_EQ(found.size(), 1u);
  EXPECT_TRUE(names.find("\u9999\u9998", 2).empty());
}

TEST(NearIndexTest, TellsWhatBeginsAlikeAndTheMarks) {
  const NearNames names({"balasagun", "balasaghun the great", "samarqand"}, 1);
  std::vector<uint32_t> told;
  names.index().each_alike("balasagan", 1, 100,
                           [&](uint32_t number) { told.push_back(number); });
  EXPECT_NE(std::find(told.begin(), told.end(), 0u), told.end());
  EXPECT_NE(std::find(told.begin(), told.end(), 1u), told.end());
  EXPECT_EQ(std::find(told.begin(), told.end(), 2u), told.end());
  EXPECT_EQ(names.index().mark(0), 9u);
  EXPECT_EQ(names.index().mark(2), 9u);
  EXPECT_EQ(names.index().mark(3), 0u);
  EXPECT_EQ(names.index().edits(), 1u);
}

TEST(NearIndexTest, TheBytesDependOnTheKeysAlone) {
  std::mt19937 random(1141);
  const auto keys = words(alphabets()[0], 2000, 12, &random);
  EXPECT_EQ(NearNames(keys, 2).bytes(), NearNames(keys, 2).bytes());
}

TEST(NearIndexTest, DamageGivesNoFalseNames) {
  std::mt19937 random(1218);
  std::vector<std::string> keys = words(alphabets()[0], 400, 10, &random);
  for (size_t i = 0; i < keys.size(); i += 2) keys[i] = "muhammad " + keys[i];
  const NearNames names(keys, 2);
  for (int round = 0; round < (tests::kSanitized ? 300 : 2000); ++round) {
    std::string damaged = names.bytes();
    for (int i = 0; i < 4; ++i) {
      // Often in the header, which says how the rest is read.
      const size_t end = round % 2 == 0 ? 24 : damaged.size();
      damaged[random() % end] = static_cast<char>(random());
    }
    if (round % 3 == 0) damaged.resize(random() % (damaged.size() + 1));
    const std::string exact(damaged.data(), damaged.size());
    const NearIndex index(exact);
    for (size_t i = 0; i < 20; ++i) {
      const std::string& query = keys[random() % keys.size()];
      for (const Near& one : index.find(query, 2, kAll, names.key_of())) {
        const std::string_view key = names.key_of()(one.number);
        EXPECT_LE(distance(letters_of(query), letters_of(key)), 2u);
      }
      index.each_alike(query, 1, 50, [](uint32_t) {});
    }
  }
}

}  // namespace
}  // namespace khitai::match
