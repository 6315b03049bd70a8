// SPDX-License-Identifier: Apache-2.0

#include "base/number_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/checksum.h"

namespace khitai::base {
namespace {

// Numbers of words, as their users keep them.
class Words {
 public:
  explicit Words(bool alike) : alike_(alike) {}
  uint32_t find(const std::string& word) const {
    return table_.find(hash(word),
                       [&](uint32_t number) { return words_[number] == word; });
  }
  void add(const std::string& word) {
    table_.add(hash(word), static_cast<uint32_t>(words_.size()));
    words_.push_back(word);
  }

 private:
  uint64_t hash(const std::string& word) const {
    return alike_ ? 7 : checksum(word);
  }
  bool alike_;  // all words have one hash
  std::vector<std::string> words_;
  NumberTable table_;
};

TEST(NumberTableTest, AnEmptyOneHasNothing) {
  EXPECT_EQ(Words(false).find("khitan"), NumberTable::kNone);
}

TEST(NumberTableTest, FindsWhatAMapFinds) {
  for (const bool alike : {false, true}) {
    Words words(alike);
    std::map<std::string, uint32_t> naive;
    std::mt19937 random(1218);
    for (int i = 0; i < (alike ? 1000 : 20000); ++i) {
      const std::string word = std::to_string(random() % 5000);
      const auto known = naive.find(word);
      ASSERT_EQ(words.find(word),
                known == naive.end() ? NumberTable::kNone : known->second);
      if (known != naive.end()) continue;
      naive.emplace(word, static_cast<uint32_t>(naive.size()));
      words.add(word);
    }
  }
}

TEST(NumberTableTest, ClearedItHasNothingAndMayBeFilledAnew) {
  NumberTable table;
  const auto any = [](uint32_t) { return true; };
  table.add(5, 1);
  EXPECT_EQ(table.find(5, any), 1u);
  table.clear();
  EXPECT_EQ(table.find(5, any), NumberTable::kNone);
  table.reserve(1000);
  table.add(5, 2);
  EXPECT_EQ(table.find(5, any), 2u);
}

}  // namespace
}  // namespace khitai::base
