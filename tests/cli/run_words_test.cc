// SPDX-License-Identifier: Apache-2.0

#include "cli/run_words.h"

#include <gtest/gtest.h>

#include "cli/progress_bar.h"

namespace khitai::cli {
namespace {

TEST(RunWordsTest, SummaryTellsAllThatWasDone) {
  RunCounts counts;
  counts.documents = 12;
  counts.done_before = 30;
  counts.errors = 1;
  counts.mentions = 350;
  counts.matched = 340;
  counts.ambiguous = 10;
  counts.entities = 55;
  counts.bytes = 1'200'000;
  EXPECT_EQ(summary_words(counts, 0.5),
            "12 documents annotated, 30 were done already, 1 error: 350 "
            "mentions (340 matched, 10 ambiguous), 55 entities; 1.2 MB in 0.5 "
            "s, 2.4 MB/s");
}

TEST(RunWordsTest, OneOfEach) {
  RunCounts counts;
  counts.documents = counts.done_before = counts.mentions = counts.matched =
      counts.entities = 1;
  EXPECT_EQ(summary_words(counts, 0),
            "1 document annotated, 1 was done already: 1 mention (1 matched, 0 "
            "ambiguous), 1 entity; 0.0 MB in 0.0 s, 0.0 MB/s");
}

TEST(RunWordsTest, NothingDoneHasNoFigures) {
  RunCounts counts;
  EXPECT_EQ(summary_words(counts, 1), "0 documents annotated");
  counts.done_before = 2;
  counts.errors = 3;
  EXPECT_EQ(summary_words(counts, 1),
            "0 documents annotated, 2 were done already, 3 errors");
}

TEST(RunWordsTest, ProgressEstimatesByWhatWasAnnotated) {
  EXPECT_EQ(progress_words(3'000'000, 0, 12'000'000, 1.5),
            "3.0 of 12.0 MB, 2.0 MB/s, 5 s left");
  // Half of it was done before: that took no time.
  EXPECT_EQ(progress_words(6'000'000, 3'000'000, 12'000'000, 1.5),
            "6.0 of 12.0 MB, 2.0 MB/s, 3 s left");
  EXPECT_EQ(progress_words(3'000'000, 3'000'000, 12'000'000, 1.5),
            "3.0 of 12.0 MB");
}

TEST(RunWordsTest, ProgressKnowsNoEndOfAPipe) {
  EXPECT_EQ(progress_words(3'000'000, 0, 0, 1.5), "3.0 MB, 2.0 MB/s");
  EXPECT_EQ(progress_words(0, 0, 0, 0), "0.0 MB");
}

TEST(RunWordsTest, LongTimesAreTold) {
  EXPECT_EQ(progress_words(1'000'000, 0, 126'000'000, 1),
            "1.0 of 126.0 MB, 1.0 MB/s, 2 min 5 s left");
  EXPECT_EQ(progress_words(1'000'000, 0, 11'401'000'000, 1),
            "1.0 of 11401.0 MB, 1.0 MB/s, 3 h 10 min left");
  EXPECT_EQ(progress_words(1, 0, UINT64_MAX / 2, 1e6),
            "0.0 of 9223372036854.8 MB, 0.0 MB/s, 1000 h 0 min left");
}

TEST(ProgressBarTest, FillsStepByStepAndTellsWhatIsCounted) {
  EXPECT_EQ(bar_line({0, 0, 0}, 80),
            "[------------------------]  1 of 8: reading tables");
  EXPECT_EQ(bar_line({4, 0, 0}, 80),
            "[############------------]  5 of 8: matcher");
  EXPECT_EQ(bar_line({5, 1, 3}, 80),
            "[################--------]  6 of 8: spellings, 33 %");
  EXPECT_EQ(bar_line({7, 9, 9}, 80),
            "[########################]  8 of 8: laying out, 100 %");
}

TEST(ProgressBarTest, FitsANarrowTerminal) {
  EXPECT_EQ(bar_line({4, 0, 0}, 12), "[##########");
  EXPECT_EQ(bar_line({4, 0, 0}, 0), "");
}

}  // namespace
}  // namespace khitai::cli
