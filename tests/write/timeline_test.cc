// SPDX-License-Identifier: Apache-2.0

#include "write/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <climits>

#include "write/fixture.h"
#include "write/graph_fixture.h"

namespace khitai::write {
namespace {

using tests::small_lexicon;
using tests::times_in;

std::string drawn(const Timeline& timeline) {
  std::string out;
  write_timeline_svg(timeline, &out);
  return out;
}

const TimelineRow* row_of(const Timeline& timeline, const std::string& label) {
  for (const TimelineRow& row : timeline.rows) {
    if (row.label == label) return &row;
  }
  return nullptr;
}

Timeline timeline_saying(const std::string& text) {
  Timeline timeline;
  timeline.title = timeline.words = text;
  TimelineRow row;
  row.label = row.lang = row.lang_words = row.name = row.usage = text;
  row.points.push_back({1200, 1210, text, text});
  timeline.rows.push_back(row);
  timeline.works.push_back({text, text});
  return timeline;
}

TEST(TimelineTest, WorksOfSpellingsAreMarks) {
  const Timeline timeline =
      timeline_of(small_lexicon(), tests::entity_of("qara-khitai"), {});
  EXPECT_EQ(timeline.title, "Qara Khitai");
  ASSERT_EQ(timeline.from, 1124);
  ASSERT_EQ(timeline.to, 1218);
  ASSERT_FALSE(timeline.rows.empty());
  for (const TimelineRow& row : timeline.rows) {
    EXPECT_TRUE(row.has_span || !row.points.empty()) << row.label;
    for (const TimelinePoint& point : row.points) {
      EXPECT_LE(point.first, point.last);
    }
  }
}

// What the editors know without a work is no attestation; modern books have no
// year in which they were composed.
TEST(TimelineTest, OnlyWorksThatHaveTheNameCount) {
  for (const char* id : {"qara-khitai", "sanjar"}) {
    const Timeline timeline =
        timeline_of(small_lexicon(), tests::entity_of(id), {});
    for (const TimelineRow& row : timeline.rows) {
      for (const TimelinePoint& point : row.points) {
        EXPECT_TRUE(point.source.find("juvayni") == 0 ||
                    point.source.find("liaoshi") == 0)
            << point.source;
      }
    }
    for (const Timeline::Work& work : timeline.works) {
      EXPECT_NE(work.citation, work.id);
    }
  }
}

TEST(TimelineTest, EveryRowAndPointIsDrawn) {
  const Timeline timeline =
      timeline_of(small_lexicon(), tests::entity_of("qara-khitai"), {});
  const std::string svg = drawn(timeline);
  EXPECT_EQ(tests::xml_problem(svg), "");
  EXPECT_EQ(times_in(svg, "class=\"k-row\""), timeline.rows.size());
  size_t points = 0;
  for (const TimelineRow& row : timeline.rows) points += row.points.size();
  EXPECT_EQ(times_in(svg, "class=\"k-point\""), points);
  tests::expect_golden("timeline.svg", svg);
}

TEST(TimelineTest, OpenEndsFade) {
  Timeline timeline;
  timeline.rows.resize(2);
  timeline.rows[0].label = "from";
  timeline.rows[0].has_span = true;
  timeline.rows[0].from = 1100;
  EXPECT_EQ(times_in(drawn(timeline), "mask=\"url(#k-to-right)\""), 1U);
  EXPECT_EQ(times_in(drawn(timeline), ">from 1100</text>"), 1U);
  timeline.rows[0].to = 1200;
  EXPECT_EQ(times_in(drawn(timeline), "mask="), 0U);
  EXPECT_EQ(times_in(drawn(timeline), ">1100\u20131200</text>"), 1U);
  timeline.rows[0].from.reset();
  EXPECT_EQ(times_in(drawn(timeline), "mask=\"url(#k-from-left)\""), 1U);
  EXPECT_EQ(row_of(timeline, "none"), nullptr);
}

TEST(TimelineTest, NothingDatedSaysSo) {
  Timeline timeline;
  timeline.title = "Nobody";
  timeline.undated = 1;
  const std::string svg = drawn(timeline);
  EXPECT_EQ(tests::xml_problem(svg), "");
  EXPECT_EQ(times_in(svg, ">No name of it has a date in the lexicon.<"), 1U);
  EXPECT_EQ(times_in(svg, ">1 more spelling has no date and is not shown.<"),
            1U);
}

TEST(TimelineTest, AnyTextIsWellFormed) {
  for (const std::string& text : tests::hostile_texts()) {
    EXPECT_EQ(tests::xml_problem(drawn(timeline_saying(text))), "");
  }
}

TEST(TimelineTest, AnyYearsAreDrawn) {
  for (const int32_t first : {INT_MIN, -99999, -500, 0, 1, 1200, INT_MAX}) {
    for (const int32_t last : {INT_MIN, -1, 0, 1, 1210, 9999, INT_MAX}) {
      Timeline timeline = timeline_saying("name");
      timeline.rows[0].points[0].first = first;
      timeline.rows[0].points[0].last = last;
      timeline.rows[0].has_span = true;
      timeline.rows[0].to = last;
      timeline.from = first;
      const std::string svg = drawn(timeline);
      EXPECT_EQ(tests::xml_problem(svg), "");
      EXPECT_LE(times_in(svg, "class=\"k-grid\""), 16U) << first << " " << last;
      EXPECT_GE(times_in(svg, "class=\"k-grid\""), 2U) << first << " " << last;
    }
  }
}

}  // namespace
}  // namespace khitai::write
