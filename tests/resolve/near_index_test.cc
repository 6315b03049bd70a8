// SPDX-License-Identifier: Apache-2.0
//
// What is a few edits of letters away is found, in every script: the index of
// near spellings of a compiled lexicon against a naive edit distance over all
// forms. The index keeps its word for as many edits as it was made for;
// `propose` looks for as many as edits_for() says.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "compile/compile.h"
#include "compile/scratch_folder.h"
#include "lexicon/spellings.h"
#include "resolve/propose.h"
#include "romanize/costs.h"
#include "romanize/terms.h"
#include "support/letters.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

using romanize::Letters;

struct Alphabet {
  const char* script;
  Letters letters;
};
const std::vector<Alphabet>& alphabets() {
  static const std::vector<Alphabet> kAll = {
      {"Latin", U"abdeghiklmnqrstuy"},
      {"Cyrillic", U"\u0430\u0431\u0432\u0433\u0434\u0438\u043A\u043B\u0442"},
      {"Greek", U"\u03B1\u03B2\u03B3\u03B4\u03B9\u03BA\u03BB\u03BC\u03C4"},
      {"Arabic", U"\u0627\u0628\u062A\u062E\u0631\u0642\u0644\u0645\u0646"},
      {"Han", U"\u897F\u8FBD\u5951\u4E39\u5927\u77F3\u738B\u6C5F\u5C71"},
      {"Hangul", U"\uAC70\uB780\uC11C\uC694\uAE08\uC1A1\uBAA9\uB300"},
      {"Devanagari", U"\u0915\u0916\u0917\u091A\u0924\u0928\u092A\u092E\u0930"},
      {"Mongolian", U"\u1820\u1822\u1823\u1828\u182A\u182C\u182D\u182F\u1832"},
      {"Katakana", U"\u30AB\u30AD\u30BF\u30A4\u30EA\u30DE\u30CA\u30CB"},
      {"Hebrew", U"\u05D0\u05D1\u05D2\u05D3\u05D5\u05D9\u05DC\u05E8\u05E9"},
      {"Georgian", U"\u10D0\u10D1\u10D2\u10D3\u10D4\u10D8\u10D9\u10DA\u10E0"}};
  return kAll;
}
constexpr size_t kNamesOfOne = 16;  // of a script: 176 in all, under 200

// Levenshtein's distance, as it is written down.
size_t distance(const Letters& a, const Letters& b) {
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

class NearIndexTest : public testing::TestWithParam<int> {
 protected:
  NearIndexTest() {
    std::string table = "id\tform\n";
    for (const Alphabet& one : alphabets()) {
      for (size_t i = 0; i < kNamesOfOne; ++i) {
        Letters word;
        // Near each other, so that the naive distance finds several.
        if (i % 4 != 0) {
          word = edited(words_.back(), one.letters, &random_);
        } else {
          const size_t size = 4 + random_() % 8;
          while (word.size() < size) {
            word += one.letters[random_() % one.letters.size()];
          }
        }
        words_.push_back(word);
        table += "n" + std::to_string(words_.size()) + "\t" + utf8(word) + "\n";
      }
    }
    folder_.write("names.tsv", table);
    compile::CompileOptions options;
    options.folders = {example_tables()};
    options.names = {folder_.path() + "/names.tsv"};
    options.shipped_entities = false;
    options.fuzzy = GetParam();
    compile::CompileReport report;
    auto bytes = compile::compile(options, &report);
    EXPECT_TRUE(bytes.ok());
    auto lexicon = Lexicon::from_bytes(std::move(bytes).value());
    EXPECT_TRUE(lexicon.ok());
    lexicon_ = *lexicon;
  }

  // The forms within so many edits of the key, by looking at all.
  std::set<uint32_t> naive(const std::string& l1, size_t edits) const {
    std::set<uint32_t> found;
    const Letters letters = romanize::letters_of(l1);
    for (uint32_t form = 0; form < lexicon_->form_count(); ++form) {
      const auto other = romanize::letters_of(lexicon_->spellings().l1(form));
      if (distance(letters, other) <= edits) found.insert(form);
    }
    return found;
  }

  std::set<uint32_t> indexed(const std::string& l1, size_t edits) const {
    std::set<uint32_t> found;
    for (const auto& one : lexicon_->spellings().near(l1, edits, SIZE_MAX)) {
      found.insert(one.number);
    }
    return found;
  }

  // What `propose` looks for and does not find; empty when it is settled.
  std::set<uint32_t> missed(const romanize::Spelling& spelling) const {
    const size_t edits =
        romanize::edits_for(romanize::letters_of(spelling.l0).size(),
                            static_cast<size_t>(GetParam()));
    std::set<uint32_t> wanted = naive(spelling.l1, edits);
    for (const auto& one : resolve::propose(*lexicon_, spelling, SIZE_MAX)) {
      // Nothing that is only near is sought beside the very name.
      if (one.level == resolve::Level::kL1) return {};
      if (one.level == resolve::Level::kL2 && spelling.script == "Hani") {
        return {};
      }
      wanted.erase(one.form);
    }
    return wanted;
  }

  std::mt19937 random_{1124};
  std::vector<Letters> words_;
  ScratchFolder folder_;
  std::shared_ptr<const Lexicon> lexicon_;
};

TEST_P(NearIndexTest, FindsAllThatANaiveDistanceFinds) {
  const auto edits = static_cast<size_t>(GetParam());
  ASSERT_EQ(lexicon_->form_count(), words_.size());
  size_t several = 0;
  for (size_t i = 0; i < words_.size(); ++i) {
    const Alphabet& alphabet = alphabets()[i / kNamesOfOne];
    Letters query = words_[i];
    for (int round = 0; round < 12; ++round) {
      query = round % 3 == 0 ? words_[i] : query;
      query = edited(query, alphabet.letters, &random_);
      const auto spelling =
          romanize::spell(lexicon_->conventions(), utf8(query), "");
      const auto found = indexed(spelling.l1, edits);
      const size_t size = romanize::letters_of(spelling.l1).size();
      const auto wanted = naive(spelling.l1, match::edits_of_size(size, edits));
      several += wanted.size() > 1;
      EXPECT_EQ(found, wanted) << alphabet.script << " " << utf8(query);
      EXPECT_TRUE(missed(spelling).empty())
          << alphabet.script << " " << utf8(query);
    }
  }
  EXPECT_GT(several, 100u);
}

INSTANTIATE_TEST_SUITE_P(Fuzzy, NearIndexTest, testing::Values(1, 2));

}  // namespace
}  // namespace khitai::tests
