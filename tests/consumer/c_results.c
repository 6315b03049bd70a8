// SPDX-License-Identifier: Apache-2.0
//
// Texts annotated and names resolved, from plain C.

#include <khitai/c.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "check.h"

static khitai_text text(const char *words) {
  const khitai_text made = {words, strlen(words)};
  return made;
}

static void test_annotate(const khitai_lexicon *lexicon) {
  khitai_error error;
  khitai_result *result = NULL;
  const char *page = "The Qara Khitai took Samarqand.";
  const khitai_annotate_options options = {
      .size = sizeof options, .lang = "en", .flags = KHITAI_REASONS};
  CHECK(khitai_annotate(lexicon, page, strlen(page), &options, &result,
                        &error) == KHITAI_OK);
  CHECK(same(khitai_result_lang(result), "en"));
  CHECK(khitai_result_count(result) == 2);
  CHECK(khitai_mention_begin(result, 0) == 4);
  CHECK(khitai_mention_end(result, 0) == 15);
  CHECK(khitai_mention_core_begin(result, 0) == 4);
  CHECK(khitai_mention_core_end(result, 0) == 15);
  CHECK(khitai_mention_decision(result, 0) == KHITAI_MATCH);
  CHECK(khitai_mention_candidates(result, 0) == 1);
  const uint32_t entity = khitai_candidate_entity(result, 0, 0);
  CHECK(entity == khitai_entity_find(lexicon, "qara-khitai", 11));
  CHECK(same(khitai_candidate_id(result, 0, 0), "qara-khitai"));
  CHECK(same(khitai_candidate_label(result, 0, 0), "Qara Khitai"));
  CHECK(same(khitai_candidate_type(result, 0, 0), "polity"));
  CHECK(same(khitai_candidate_form(result, 0, 0), "Qara Khitai"));
  CHECK(khitai_candidate_probability(result, 0, 0) > 0.9);
  CHECK(khitai_candidate_reasons(result, 0, 0) > 0);
  CHECK(khitai_candidate_reason(result, 0, 0, 0).size > 0);
  CHECK(khitai_candidate_weight(result, 0, 0, 0) != 0);
  CHECK(same(khitai_candidate_id(result, 1, 0), "samarqand"));
  khitai_result_free(result);
}

// Numbers out of range and no result at all.
static void test_nothing(const khitai_result *result, size_t mention,
                         size_t rank) {
  CHECK(khitai_candidate_entity(result, mention, rank) == KHITAI_NONE);
  CHECK(same(khitai_candidate_id(result, mention, rank), ""));
  CHECK(same(khitai_candidate_label(result, mention, rank), ""));
  CHECK(same(khitai_candidate_type(result, mention, rank), ""));
  CHECK(same(khitai_candidate_form(result, mention, rank), ""));
  CHECK(khitai_candidate_probability(result, mention, rank) == 0);
  CHECK(khitai_candidate_reasons(result, mention, rank) == 0);
  CHECK(same(khitai_candidate_reason(result, mention, rank, 0), ""));
  CHECK(khitai_candidate_weight(result, mention, rank, 0) == 0);
}

static void test_out_of_range(const khitai_lexicon *lexicon) {
  khitai_result *result = NULL;
  CHECK(khitai_annotate(lexicon, "Samarqand", 9, NULL, &result, NULL) ==
        KHITAI_OK);
  CHECK(khitai_result_count(result) == 1);
  test_nothing(result, 1, 0);
  test_nothing(result, 0, 99);
  test_nothing(result, SIZE_MAX, SIZE_MAX);
  test_nothing(NULL, 0, 0);
  CHECK(same(khitai_candidate_reason(result, 0, 0, SIZE_MAX), ""));
  const khitai_result *const none[] = {result, NULL};
  for (int i = 0; i < 2; ++i) {
    CHECK(khitai_mention_begin(none[i], 1) == 0);
    CHECK(khitai_mention_end(none[i], 1) == 0);
    CHECK(khitai_mention_core_begin(none[i], 1) == 0);
    CHECK(khitai_mention_core_end(none[i], 1) == 0);
    CHECK(khitai_mention_decision(none[i], 1) == -1);
    CHECK(khitai_mention_candidates(none[i], 1) == 0);
  }
  CHECK(khitai_result_count(NULL) == 0);
  CHECK(same(khitai_result_lang(NULL), ""));
  khitai_result_free(result);
  khitai_result_free(NULL);
}

static size_t count_of(const khitai_lexicon *lexicon, const char *page,
                       size_t size) {
  khitai_result *result = NULL;
  CHECK(khitai_annotate(lexicon, page, size, NULL, &result, NULL) == KHITAI_OK);
  const size_t count = khitai_result_count(result);
  khitai_result_free(result);
  return count;
}

static void test_any_bytes(const khitai_lexicon *lexicon) {
  CHECK(count_of(lexicon, NULL, 0) == 0);
  CHECK(count_of(lexicon, "", 0) == 0);
  CHECK(count_of(lexicon, "\xFF\xFE\x80", 3) == 0);
  CHECK(count_of(lexicon, "\xFFSamarqand\xC3", 11) == 1);
  CHECK(count_of(lexicon, "\0Samarqand\0", 11) == 1);
  // Neither unpacked nor decoded.
  CHECK(count_of(lexicon, "\x1F\x8B\x08 Samarqand", 13) == 1);
  CHECK(count_of(lexicon, "\xFF\xFE Samarqand", 12) == 1);
  CHECK(count_of(lexicon, "\xEF\xBB\xBFSamarqand", 12) == 1);
}

static int refused(const khitai_lexicon *lexicon,
                   const khitai_annotate_options *options) {
  khitai_error error;
  khitai_result *result = NULL;
  const int code = khitai_annotate(lexicon, "a", 1, options, &result, &error);
  return code == KHITAI_INVALID && result == NULL && error.message[0] != '\0';
}

static void test_wrong_options(const khitai_lexicon *lexicon) {
  khitai_annotate_options wrong = {.size = 0};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){.size = sizeof wrong - 1};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){.size = SIZE_MAX};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){.size = sizeof wrong, .lang = "no tag"};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){.size = sizeof wrong, .type = "persn"};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){.size = sizeof wrong, .flags = 1u << 31};
  CHECK(refused(lexicon, &wrong));
  wrong =
      (khitai_annotate_options){.size = sizeof wrong, .flags = KHITAI_SPELLED};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){
      .size = sizeof wrong, .flags = KHITAI_YEAR, .year = 10000};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){
      .size = sizeof wrong, .flags = KHITAI_WRITTEN, .written = INT32_MIN};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){.size = sizeof wrong, .decide = 1.5};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){.size = sizeof wrong, .decide = -0.5};
  CHECK(refused(lexicon, &wrong));
  wrong = (khitai_annotate_options){.size = sizeof wrong, .decide = NAN};
  CHECK(refused(lexicon, &wrong));
}

// A program built with a later header runs with this library, as long as it
// does not use what is new.
static void test_later_options(const khitai_lexicon *lexicon) {
  struct {
    khitai_annotate_options known;
    uint64_t later;
  } options = {{.size = sizeof options}, 0};
  khitai_result *result = NULL;
  CHECK(khitai_annotate(lexicon, "Samarqand", 9, &options.known, &result,
                        NULL) == KHITAI_OK);
  CHECK(khitai_result_count(result) == 1);
  khitai_result_free(result);
  options.later = 1;
  CHECK(refused(lexicon, &options.known));
}

static void test_wrong_arguments(const khitai_lexicon *lexicon) {
  khitai_error error;
  khitai_result *result = NULL;
  CHECK(khitai_annotate(NULL, "a", 1, NULL, &result, &error) == KHITAI_INVALID);
  CHECK(khitai_annotate(lexicon, NULL, 1, NULL, &result, &error) ==
        KHITAI_INVALID);
  CHECK(khitai_annotate(lexicon, "a", 1, NULL, NULL, &error) == KHITAI_INVALID);
  CHECK(khitai_annotate(lexicon, "a", SIZE_MAX, NULL, &result, &error) ==
        KHITAI_LIMIT);
  CHECK(khitai_annotate(lexicon, "a", (size_t)INT32_MAX + 1, NULL, &result,
                        &error) == KHITAI_LIMIT);
  CHECK(khitai_resolve(NULL, NULL, &result, &error) == KHITAI_INVALID);
  CHECK(khitai_resolve(lexicon, NULL, &result, &error) == KHITAI_INVALID);
  khitai_query query = {.size = sizeof query, .name = text("Liao")};
  CHECK(khitai_resolve(lexicon, &query, NULL, &error) == KHITAI_INVALID);
  query.name.size = 1 << 20;
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_LIMIT);
  query.name.data = NULL;
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_INVALID);
  query.name = text("Liao");
  query.parallel_count = 1;
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_INVALID);
  query.parallel_count = 0;
  query.flags = KHITAI_OVERLAPS;
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_INVALID);
  CHECK(result == NULL);
  CHECK(error.message[0] != '\0');
}

static void test_resolve(const khitai_lexicon *lexicon) {
  khitai_error error;
  khitai_result *result = NULL;
  khitai_query query = {.size = sizeof query, .name = text("Hsi Liao")};
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_OK);
  CHECK(khitai_result_count(result) == 1);
  CHECK(khitai_mention_begin(result, 0) == 0);
  CHECK(khitai_mention_end(result, 0) == 8);
  CHECK(khitai_mention_decision(result, 0) == KHITAI_MATCH);
  CHECK(same(khitai_candidate_id(result, 0, 0), "qara-khitai"));
  CHECK(khitai_candidate_reason(result, 0, 0, 0).size > 0);
  khitai_result_free(result);

  // Two of that name; the year tells which.
  query = (khitai_query){.size = sizeof query,
                         .name = text("Sanjar"),
                         .flags = KHITAI_YEAR,
                         .year = 1207};
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_OK);
  CHECK(same(khitai_candidate_id(result, 0, 0), "sanjar-malik"));
  khitai_result_free(result);
  query.flags = 0;
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_OK);
  CHECK(khitai_mention_candidates(result, 0) > 1);
  khitai_result_free(result);
  query.most_candidates = 1;
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_OK);
  CHECK(khitai_mention_candidates(result, 0) == 1);
  khitai_result_free(result);

  const khitai_text parallel[] = {text("Mahmud"), text("")};
  query = (khitai_query){.size = sizeof query,
                         .name = text(""),
                         .context = text("in Samarqand"),
                         .parallel = parallel,
                         .parallel_count = 2};
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_OK);
  khitai_result_free(result);
  query = (khitai_query){.size = sizeof query, .name = text("Zqxwvk")};
  CHECK(khitai_resolve(lexicon, &query, &result, &error) == KHITAI_OK);
  CHECK(khitai_mention_decision(result, 0) == KHITAI_NO_MATCH);
  khitai_result_free(result);
}

int test_results(const khitai_lexicon *lexicon) {
  test_annotate(lexicon);
  test_out_of_range(lexicon);
  test_any_bytes(lexicon);
  test_wrong_options(lexicon);
  test_later_options(lexicon);
  test_wrong_arguments(lexicon);
  test_resolve(lexicon);
  return failures;
}
