// SPDX-License-Identifier: Apache-2.0

#include "write/journal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace khitai::write {
namespace {

// Names as file systems allow them.
const std::vector<std::string> kOutputs = {
    "one.txt.jsonl",        "a/b/two words.md.jsonl", "tab\tand\nline.jsonl",
    "back\\slash\\t.jsonl", "bytes\xFF\xFE.jsonl",    "-"};

JournalMark mark_of(size_t number) {
  return {"source" + std::to_string(number), "identity"};
}

std::string text_of_all() {
  std::string text(journal_header());
  for (size_t i = 0; i < kOutputs.size(); ++i) {
    const JournalMark mark = mark_of(i);
    text += journal_line(kOutputs[i], &mark);
  }
  return text;
}

// How many outputs a journal has, each of them rightly.
size_t right_ones(const Journal& journal) {
  for (const auto& [output, mark] : journal.done) {
    const auto place = std::find(kOutputs.begin(), kOutputs.end(), output);
    if (place == kOutputs.end()) {
      ADD_FAILURE() << output << ": was never written";
      continue;
    }
    const auto number = static_cast<size_t>(place - kOutputs.begin());
    EXPECT_EQ(mark, mark_of(number)) << output;
  }
  return journal.done.size();
}

TEST(JournalTest, ReadsWhatItWrote) {
  const std::string text = text_of_all();
  const Journal journal = read_journal(text);
  EXPECT_EQ(right_ones(journal), kOutputs.size());
  EXPECT_EQ(journal.end, text.size());
  EXPECT_EQ(journal.idle, 0u);
}

TEST(JournalTest, CutAtAnyByteItHasItsWholeLines) {
  const std::string text = text_of_all();
  for (size_t size = 0; size <= text.size(); ++size) {
    const std::string cut = text.substr(0, size);
    const auto lines =
        static_cast<size_t>(std::count(cut.begin(), cut.end(), '\n'));
    const Journal journal = read_journal(cut);
    EXPECT_EQ(right_ones(journal), lines == 0 ? 0 : lines - 1) << size;
    EXPECT_EQ(journal.end, cut.rfind('\n') + 1) << size;
    EXPECT_EQ(journal.idle, 0u) << size;
    // What is added behind the whole lines is read.
    const JournalMark mark = mark_of(0);
    const Journal more = read_journal(cut.substr(0, journal.end) +
                                      journal_line(kOutputs[0], &mark));
    EXPECT_EQ(more.done.count(kOutputs[0]), 1u) << size;
  }
}

TEST(JournalTest, ADamagedByteCostsItsLinesOnly) {
  const std::string text = text_of_all();
  for (size_t at = journal_header().size(); at < text.size(); ++at) {
    for (const char other : {'\n', '\t', '\\', 'x', '\0'}) {
      if (text[at] == other) continue;
      std::string damaged = text;
      damaged[at] = other;
      const size_t left = right_ones(read_journal(damaged));
      EXPECT_GE(left, kOutputs.size() - 2) << at;  // a line end joins two
      EXPECT_LT(left, kOutputs.size()) << at;
    }
  }
}

TEST(JournalTest, TheLastLineOfAnOutputCounts) {
  const JournalMark first = mark_of(1), second = mark_of(2);
  std::string text = journal_line("x", &first) + journal_line("x", &second);
  EXPECT_EQ(read_journal(text).done.at("x"), second);
  EXPECT_EQ(read_journal(text).idle, 1u);
  text += journal_line("x", nullptr);
  EXPECT_TRUE(read_journal(text).done.empty());
  EXPECT_EQ(read_journal(text).idle, 3u);
  text += journal_line("x", &first);
  EXPECT_EQ(read_journal(text).done.at("x"), first);
}

TEST(JournalTest, OtherTextSaysNothing) {
  for (const char* text :
       {"", "\n", "\n\n", "x", "x\n", "a\tb\tc\td\n", "\t\t\t\n"}) {
    EXPECT_TRUE(read_journal(text).done.empty()) << text;
  }
}

}  // namespace
}  // namespace khitai::write
