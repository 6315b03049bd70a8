// SPDX-License-Identifier: Apache-2.0

#include "annotate/inflected.h"

#include <gtest/gtest.h>

#include <string>

#include "khitai/annotate.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;

// "mention [core] = entity" of the first mention, or "-".
std::string first_of(const Lexicon& lexicon, const Annotation& page) {
  if (page.mentions.empty()) return "-";
  const Mention& first = page.mentions.front();
  const std::string& text = page.source;
  return text.substr(first.begin, first.end - first.begin) + " [" +
         text.substr(first.core_begin, first.core_end - first.core_begin) +
         "] = " + tests::id_of(lexicon, first.candidates[0].entity);
}

TEST(InflectedTest, AWordOfATextIsTheNameOfItsRow) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  for (const Case& row : tests::read_cases("annotate_inflected.tsv")) {
    AnnotateOptions options;
    options.lang = row["lang"];
    const Annotation page =
        annotate_document(lexicon, "t.txt", row["text"], options).value();
    const std::string got = first_of(lexicon, page);
    tests::expect_row(row, row["found"], got);
  }
}

// Whatever the piece that a text is read in, and whatever was read before.
TEST(InflectedTest, WhatAWordIsDoesNotDependOnWhatCameBefore) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  annotate::InflectedFinder used(lexicon);
  for (const Case& row : tests::read_cases("annotate_inflected.tsv")) {
    fold::Units units;
    fold::append_units(row["text"], &units);
    const uint32_t count = static_cast<uint32_t>(units.units.size());
    std::vector<annotate::Inflected> first, second;
    used.find(row["text"], units, 0, count, row["lang"], &first);
    annotate::InflectedFinder(lexicon).find(row["text"], units, 0, count,
                                            row["lang"], &second);
    ASSERT_EQ(first.size(), second.size()) << row["text"];
    for (size_t i = 0; i < first.size(); ++i) {
      EXPECT_EQ(first[i].match, second[i].match);
      EXPECT_EQ(first[i].core_end, second[i].core_end);
      EXPECT_GE(first[i].core_begin, first[i].match.begin);
      EXPECT_LE(first[i].core_end, first[i].match.end);
      EXPECT_LT(first[i].core_begin, first[i].core_end);
    }
  }
}

}  // namespace
}  // namespace khitai
