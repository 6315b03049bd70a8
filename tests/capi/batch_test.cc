// SPDX-License-Identifier: Apache-2.0
//
// Many texts at once are annotated as each by itself, and the columns are what
// Arrow takes.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <random>
#include <string>
#include <vector>

#include "capi/columns.h"
#include "capi/failure.h"
#include "khitai/c.h"
#include "support/c_lexicon.h"

namespace khitai {
namespace {

using tests::example_handle;
using tests::random_page;

struct Rows {
  std::string data;
  std::vector<int32_t> offsets = {0};
  std::vector<uint8_t> validity;
};

Rows random_rows(std::mt19937* random, size_t count) {
  Rows rows;
  for (size_t i = 0; i < count; ++i) {
    rows.data += random_page(random);
    rows.offsets.push_back(static_cast<int32_t>(rows.data.size()));
    if (i % 8 == 0) rows.validity.push_back(0);
    if ((*random)() % 5 > 0) {
      rows.validity.back() =
          static_cast<uint8_t>(rows.validity.back() | (1u << (i % 8)));
    }
  }
  return rows;
}

bool is_valid(const Rows& rows, size_t row) {
  return ((rows.validity[row / 8] >> (row % 8)) & 1) != 0;
}

struct Freed {
  void operator()(khitai_batch* batch) const { khitai_batch_free(batch); }
  void operator()(khitai_result* result) const { khitai_result_free(result); }
};
using Batch = std::unique_ptr<khitai_batch, Freed>;
using One = std::unique_ptr<khitai_result, Freed>;

Batch annotate_all(const Rows& rows, size_t first,
                   const khitai_annotate_options& options) {
  khitai_batch* batch = nullptr;
  khitai_error error;
  const int code = khitai_annotate_batch32(
      example_handle(), &options, rows.offsets.data(),
      reinterpret_cast<const uint8_t*>(rows.data.data()), first,
      rows.offsets.size() - 1 - first, rows.validity.data(), &batch, &error);
  EXPECT_EQ(code, KHITAI_OK) << error.message;
  return Batch(batch);
}

// The mentions of one row are those of a single call.
void expect_same_row(const Rows& rows, size_t row, size_t at,
                     const khitai_columns& columns,
                     const khitai_annotate_options& options) {
  khitai_result* made = nullptr;
  const auto begin = static_cast<size_t>(rows.offsets[row]);
  ASSERT_EQ(khitai_annotate(example_handle(), rows.data.data() + begin,
                            static_cast<size_t>(rows.offsets[row + 1]) - begin,
                            &options, &made, nullptr),
            KHITAI_OK);
  const One one(made);
  const auto from = static_cast<size_t>(columns.list_offsets32[at]);
  const auto to = static_cast<size_t>(columns.list_offsets32[at + 1]);
  ASSERT_EQ(to - from, khitai_result_count(made));
  for (size_t i = from; i < to; ++i) {
    const size_t mention = i - from;
    EXPECT_EQ(columns.begin[i], khitai_mention_begin(made, mention));
    EXPECT_EQ(columns.end[i], khitai_mention_end(made, mention));
    EXPECT_EQ(columns.core_begin[i], khitai_mention_core_begin(made, mention));
    EXPECT_EQ(columns.core_end[i], khitai_mention_core_end(made, mention));
    EXPECT_EQ(columns.decision[i], khitai_mention_decision(made, mention));
    EXPECT_EQ(columns.probability[i],
              khitai_candidate_probability(made, mention, 0));
    EXPECT_EQ(columns.entity_numbers[columns.entity[i]],
              khitai_candidate_entity(made, mention, 0));
  }
}

void expect_arrow(const khitai_columns& columns, size_t rows) {
  ASSERT_EQ(columns.rows, rows);
  EXPECT_EQ(columns.list_offsets32[0], 0);
  for (size_t row = 0; row < rows; ++row) {
    ASSERT_LE(columns.list_offsets32[row], columns.list_offsets32[row + 1]);
  }
  EXPECT_EQ(columns.list_offsets32[rows], columns.mentions);
  EXPECT_EQ(columns.id_offsets[0], 0);
  for (size_t i = 0; i < columns.entities; ++i) {
    ASSERT_LE(columns.id_offsets[i], columns.id_offsets[i + 1]);
    const khitai_text id =
        khitai_entity_id(example_handle(), columns.entity_numbers[i]);
    EXPECT_EQ(std::string(id.data, id.size),
              std::string(reinterpret_cast<const char*>(columns.id_data) +
                              columns.id_offsets[i],
                          columns.id_offsets[i + 1] - columns.id_offsets[i]));
  }
  for (size_t i = 0; i < columns.mentions; ++i) {
    ASSERT_GE(columns.entity[i], 0);
    ASSERT_LT(static_cast<size_t>(columns.entity[i]), columns.entities);
    EXPECT_LE(columns.begin[i], columns.core_begin[i]);
    EXPECT_LE(columns.core_end[i], columns.end[i]);
  }
  for (const void* buffer : {static_cast<const void*>(columns.list_offsets32),
                             static_cast<const void*>(columns.begin),
                             static_cast<const void*>(columns.end),
                             static_cast<const void*>(columns.decision),
                             static_cast<const void*>(columns.probability),
                             static_cast<const void*>(columns.entity),
                             static_cast<const void*>(columns.id_offsets),
                             static_cast<const void*>(columns.id_data)}) {
    EXPECT_EQ(reinterpret_cast<uintptr_t>(buffer) % 8, 0u);
  }
}

TEST(BatchTest, EachRowIsAnnotatedAsByItself) {
  std::mt19937 random(7);  // NOLINT: the same each time
  for (int round = 0; round < 20; ++round) {
    khitai_annotate_options options = {};
    options.size = sizeof options;
    if (round % 3 == 1) options.flags = KHITAI_OVERLAPS;
    if (round % 3 == 2) options.lang = "en";
    const Rows rows = random_rows(&random, 20);
    const size_t first = round % 4 == 3 ? 5 : 0;
    const Batch batch = annotate_all(rows, first, options);
    ASSERT_NE(batch, nullptr);
    const khitai_columns& columns = *khitai_batch_columns(batch.get());
    expect_arrow(columns, 20 - first);
    size_t nulls = 0;
    for (size_t row = first; row < 20; ++row) {
      const size_t at = row - first;
      if (is_valid(rows, row)) {
        expect_same_row(rows, row, at, columns, options);
      } else {
        EXPECT_EQ(columns.list_offsets32[at], columns.list_offsets32[at + 1]);
        ++nulls;
      }
      const bool shown = columns.row_validity == nullptr ||
                         ((columns.row_validity[at / 8] >> (at % 8)) & 1) != 0;
      EXPECT_EQ(shown, is_valid(rows, row));
    }
    EXPECT_EQ(columns.row_nulls, nulls);
  }
}

TEST(BatchTest, AfterTheLexiconIsFreed) {
  khitai_lexicon* const lexicon = tests::new_example_handle();
  khitai_batch* made = nullptr;
  const int32_t offsets[] = {0, 9};
  const auto* text = reinterpret_cast<const uint8_t*>("Samarqand");
  ASSERT_EQ(khitai_annotate_batch32(lexicon, nullptr, offsets, text, 0, 1,
                                    nullptr, &made, nullptr),
            KHITAI_OK);
  khitai_result* result = nullptr;
  ASSERT_EQ(khitai_annotate(lexicon, "Samarqand", 9, nullptr, &result, nullptr),
            KHITAI_OK);
  khitai_lexicon_free(lexicon);
  EXPECT_EQ(khitai_batch_columns(made)->mentions, 1u);
  EXPECT_EQ(khitai_candidate_id(result, 0, 0).size, 9u);
  khitai_batch_free(made);
  khitai_result_free(result);
}

TEST(ListOffsetsTest, WhatCannotBeCountedIsRefusedAndNotCut) {
  capi::ListOffsets<int32_t> narrow;
  EXPECT_TRUE(narrow.add(INT32_MAX - 1));
  EXPECT_FALSE(narrow.add(2));
  EXPECT_FALSE(narrow.add(std::numeric_limits<size_t>::max()));
  EXPECT_TRUE(narrow.add(1));
  EXPECT_FALSE(narrow.add(1));
  EXPECT_TRUE(narrow.add(0));
  EXPECT_EQ(narrow.offsets(),
            (std::vector<int32_t>{0, INT32_MAX - 1, INT32_MAX, INT32_MAX}));
  capi::ListOffsets<int64_t> wide;
  EXPECT_TRUE(wide.add(size_t{INT32_MAX} + 1));
  EXPECT_FALSE(wide.add(size_t{INT64_MAX}));
}

TEST(FailureTest, LongMessagesAreCutBetweenCodePoints) {
  khitai_error error;
  const size_t room = sizeof error.message - 1;
  for (size_t before = room - 4; before <= room + 1; ++before) {
    const std::string message = std::string(before, 'a') + "\xE8\xA5\xBF";
    EXPECT_EQ(capi::tell(&error, KHITAI_IO, message.c_str()), KHITAI_IO);
    const std::string told = error.message;
    EXPECT_EQ(message.substr(0, told.size()), told);
    EXPECT_TRUE(told.size() <= before || told == message) << before;
    EXPECT_GE(told.size(), std::min(before, room));
  }
}

TEST(FailureTest, NothingIsThrownOverTheBorder) {
  khitai_error error;
  EXPECT_EQ(
      capi::guarded(&error, []() -> capi::Failure { throw std::bad_alloc(); }),
      KHITAI_MEMORY);
  EXPECT_EQ(capi::guarded(&error, []() -> capi::Failure { throw 1; }),
            KHITAI_INTERNAL);
  EXPECT_EQ(capi::guarded(nullptr, [] { return capi::success(); }), KHITAI_OK);
}

}  // namespace
}  // namespace khitai
