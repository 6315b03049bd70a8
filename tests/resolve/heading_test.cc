// SPDX-License-Identifier: Apache-2.0
//
// Headings and what they are taken apart into, as a table.

#include "resolve/heading.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;

std::string joined(const std::vector<std::string>& texts, size_t first) {
  std::string out;
  for (size_t i = first; i < texts.size(); ++i) {
    out += (out.empty() ? "" : " | ") + texts[i];
  }
  return out;
}

// "1087-1143", "~1086-1157" where approximate, "in 1141" where within.
std::string dates_of(const resolve::Heading& heading) {
  if (!heading.dates) return "";
  return (heading.dates->within ? "in " : "") +
         std::string(heading.dates->about ? "~" : "") +
         context::words_of(*heading.dates);
}

TEST(HeadingTest, AHeadingComesApartAsItsRowSays) {
  const resolve::HeadingReader reader(tests::shipped_lexicon());
  for (const Case& row : tests::read_cases("headings.tsv")) {
    const resolve::Heading heading = reader.read(row["heading"]);
    ASSERT_FALSE(heading.names.empty());
    EXPECT_EQ(heading.names.front(), row["heading"]) << row.where;
    expect_row(row,
               row["names"] + "; " + row["shorter"] + "; " + row["dates"] +
                   "; " + row["qualifiers"] + "; " + row["left_out"],
               joined(heading.names, 1) + "; " + joined(heading.shorter, 0) +
                   "; " + dates_of(heading) + "; " +
                   joined(heading.qualifiers, 0) + "; " +
                   joined(heading.left_out, 0));
  }
}

}  // namespace
}  // namespace khitai
