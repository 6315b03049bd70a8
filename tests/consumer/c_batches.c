// SPDX-License-Identifier: Apache-2.0
//
// Columns of texts annotated, from plain C.

#include <khitai/c.h>
#include <stdio.h>
#include <string.h>

#include "check.h"

// Rows: "Samarqand", "", null, "Samarqand, Bukhara".
static const uint8_t data[] = "SamarqandnobodySamarqand, Bukhara";
static const int32_t offsets32[] = {0, 9, 9, 15, 33};
static const int64_t offsets64[] = {0, 9, 9, 15, 33};
static const uint8_t validity[] = {0x0B};

static void check_columns(const khitai_columns *columns) {
  CHECK(columns->rows == 4 && columns->mentions == 3);
  CHECK(columns->row_nulls == 1 && (columns->row_validity[0] & 0x0F) == 0x0B);
  CHECK(columns->begin[0] == 0 && columns->end[0] == 9);
  CHECK(columns->begin[2] == 11 && columns->end[2] == 18);
  CHECK(columns->core_begin[2] == 11 && columns->core_end[2] == 18);
  CHECK(columns->decision[0] == KHITAI_MATCH);
  CHECK(columns->probability[0] > 0.5 && columns->probability[0] <= 1);
  CHECK(columns->entities == 2);
  CHECK(columns->entity[0] == 0 && columns->entity[1] == 0);
  CHECK(columns->entity[2] == 1);
  CHECK(columns->id_offsets[0] == 0 && columns->id_offsets[1] == 9);
  CHECK(columns->id_offsets[2] == 16);
  CHECK(memcmp(columns->id_data, "samarqandbukhara", 16) == 0);
}

static void test_both_widths(const khitai_lexicon *lexicon) {
  khitai_error error;
  khitai_batch *batch = NULL;
  CHECK(khitai_annotate_batch32(lexicon, NULL, offsets32, data, 0, 4, validity,
                                &batch, &error) == KHITAI_OK);
  const khitai_columns *columns = khitai_batch_columns(batch);
  check_columns(columns);
  CHECK(columns->list_offsets64 == NULL);
  const int32_t expected[] = {0, 1, 1, 1, 3};
  CHECK(memcmp(columns->list_offsets32, expected, sizeof expected) == 0);
  CHECK(columns->entity_numbers[1] ==
        khitai_entity_find(lexicon, "bukhara", 7));
  khitai_batch_free(batch);

  CHECK(khitai_annotate_batch64(lexicon, NULL, offsets64, data, 0, 4, validity,
                                &batch, &error) == KHITAI_OK);
  columns = khitai_batch_columns(batch);
  check_columns(columns);
  CHECK(columns->list_offsets32 == NULL);
  const int64_t wider[] = {0, 1, 1, 1, 3};
  CHECK(memcmp(columns->list_offsets64, wider, sizeof wider) == 0);
  khitai_batch_free(batch);
}

// A slice of an array: its buffers, and where it begins in them.
static void test_slice(const khitai_lexicon *lexicon) {
  khitai_batch *batch = NULL;
  CHECK(khitai_annotate_batch32(lexicon, NULL, offsets32, data, 2, 2, validity,
                                &batch, NULL) == KHITAI_OK);
  const khitai_columns *columns = khitai_batch_columns(batch);
  CHECK(columns->rows == 2 && columns->mentions == 2);
  CHECK(columns->row_nulls == 1 && (columns->row_validity[0] & 3) == 2);
  CHECK(columns->begin[1] == 11);
  khitai_batch_free(batch);
}

static void test_no_rows(const khitai_lexicon *lexicon) {
  khitai_batch *batch = NULL;
  CHECK(khitai_annotate_batch32(lexicon, NULL, NULL, NULL, 0, 0, NULL, &batch,
                                NULL) == KHITAI_OK);
  const khitai_columns *columns = khitai_batch_columns(batch);
  CHECK(columns->rows == 0 && columns->mentions == 0);
  CHECK(columns->list_offsets32[0] == 0 && columns->id_offsets[0] == 0);
  CHECK(columns->row_validity == NULL && columns->row_nulls == 0);
  CHECK(columns->begin != NULL && columns->end != NULL);
  CHECK(columns->core_begin != NULL && columns->core_end != NULL);
  CHECK(columns->decision != NULL && columns->probability != NULL);
  CHECK(columns->entity != NULL && columns->id_data != NULL);
  CHECK(columns->entities == 0 && columns->entity_numbers != NULL);
  khitai_batch_free(batch);
  // Only empty texts: no data is needed.
  const int64_t empty[] = {0, 0, 0};
  CHECK(khitai_annotate_batch64(lexicon, NULL, empty, NULL, 0, 2, NULL, &batch,
                                NULL) == KHITAI_OK);
  CHECK(khitai_batch_columns(batch)->rows == 2);
  khitai_batch_free(batch);
  CHECK(khitai_batch_columns(NULL) == NULL);
  khitai_batch_free(NULL);
}

static int code32(const khitai_lexicon *lexicon, const int32_t *offsets,
                  const uint8_t *bytes, size_t first, size_t rows) {
  khitai_error error;
  khitai_batch *batch = NULL;
  const int code = khitai_annotate_batch32(lexicon, NULL, offsets, bytes, first,
                                           rows, NULL, &batch, &error);
  CHECK(code == KHITAI_OK || (batch == NULL && error.message[0] != '\0'));
  khitai_batch_free(batch);
  return code;
}

static void test_wrong(const khitai_lexicon *lexicon) {
  const int32_t falling[] = {0, 9, 8};
  const int32_t negative[] = {-1, 0};
  CHECK(code32(lexicon, falling, data, 0, 2) == KHITAI_INVALID);
  CHECK(code32(lexicon, falling, data, 0, 1) == KHITAI_OK);
  CHECK(code32(lexicon, negative, data, 0, 1) == KHITAI_INVALID);
  CHECK(code32(lexicon, NULL, data, 0, 1) == KHITAI_INVALID);
  CHECK(code32(lexicon, offsets32, NULL, 0, 1) == KHITAI_INVALID);
  CHECK(code32(NULL, offsets32, data, 0, 1) == KHITAI_INVALID);
  CHECK(code32(lexicon, offsets32, data, SIZE_MAX, 1) == KHITAI_INVALID);
  CHECK(code32(lexicon, offsets32, data, 1, SIZE_MAX) == KHITAI_INVALID);
  CHECK(khitai_annotate_batch32(lexicon, NULL, offsets32, data, 0, 1, NULL,
                                NULL, NULL) == KHITAI_INVALID);
  const khitai_annotate_options options = {.size = 1};
  khitai_batch *batch = NULL;
  CHECK(khitai_annotate_batch32(lexicon, &options, offsets32, data, 0, 1, NULL,
                                &batch, NULL) == KHITAI_INVALID);
  // One text of more than 2^31 - 1 bytes is refused before it is read.
  const int64_t huge[] = {0, (int64_t)INT32_MAX + 1};
  CHECK(khitai_annotate_batch64(lexicon, NULL, huge, data, 0, 1, NULL, &batch,
                                NULL) == KHITAI_LIMIT);
  CHECK(batch == NULL);
}

int test_batches(const khitai_lexicon *lexicon) {
  test_both_widths(lexicon);
  test_slice(lexicon);
  test_no_rows(lexicon);
  test_wrong(lexicon);
  return failures;
}
