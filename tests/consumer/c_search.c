// SPDX-License-Identifier: Apache-2.0
//
// Every function of khitai/c_search.h from plain C, with good and with wrong
// arguments.

#include <khitai/c_search.h>
#include <stdio.h>
#include <string.h>

#include "check.h"

static const char kText[] = "The Qara Khitai rode west.";

static int has_token(const khitai_tokens *tokens, const char *wanted) {
  for (size_t i = 0; i < tokens->token_count; ++i) {
    const uint32_t begin = i == 0 ? 0 : tokens->ends[i - 1];
    const size_t size = tokens->ends[i] - begin;
    if (size == strlen(wanted) &&
        memcmp(tokens->bytes + begin, wanted, size) == 0) {
      return 1;
    }
  }
  return 0;
}

static void test_tokens(const khitai_lexicon *lexicon) {
  khitai_error error;
  khitai_tokenizer *made = NULL;
  CHECK(khitai_tokenizer_new(NULL, 0, &made, &error) == KHITAI_INVALID);
  CHECK(khitai_tokenizer_new(lexicon, 1, &made, &error) == KHITAI_INVALID);
  CHECK(khitai_tokenizer_new(lexicon, 0, NULL, &error) == KHITAI_INVALID);
  CHECK(made == NULL);
  CHECK(khitai_tokenizer_new(lexicon, KHITAI_DECIDED, &made, &error) == 0);
  khitai_tokens tokens;
  CHECK(khitai_tokenize(made, KHITAI_INDEX, kText, sizeof kText - 1, &tokens,
                        &error) == KHITAI_OK);
  CHECK(tokens.place_count == 4);
  CHECK(tokens.places[1].kind == KHITAI_PLACE_NAME);
  CHECK(tokens.places[1].begin == 4 && tokens.places[1].end == 15);
  CHECK(has_token(&tokens, "@qara-khitai") && has_token(&tokens, "khitai"));
  CHECK(has_token(&tokens, "=qara-khitai"));
  CHECK(khitai_tokenize(made, KHITAI_ASK, "Qara Khitai", 11, &tokens, &error) ==
        KHITAI_OK);
  CHECK(tokens.place_count == 1 && !has_token(&tokens, "khitai"));
  CHECK(khitai_tokenize(made, KHITAI_WORDS, "Qara Khitai", 11, &tokens,
                        &error) == KHITAI_OK);
  CHECK(tokens.place_count == 2 && tokens.places[0].kind == KHITAI_PLACE_WORD);
  CHECK(khitai_tokenize(made, 3, "x", 1, &tokens, &error) == KHITAI_INVALID);
  CHECK(khitai_tokenize(made, -1, "x", 1, &tokens, &error) == KHITAI_INVALID);
  CHECK(khitai_tokenize(made, 0, NULL, 1, &tokens, &error) == KHITAI_INVALID);
  CHECK(khitai_tokenize(made, 0, "x", 1, NULL, &error) == KHITAI_INVALID);
  CHECK(khitai_tokenize(NULL, 0, "x", 1, &tokens, &error) == KHITAI_INVALID);
  CHECK(tokens.place_count == 0);
  CHECK(khitai_tokenize(made, 0, NULL, 0, &tokens, &error) == KHITAI_OK);
  CHECK(tokens.place_count == 0 && tokens.token_count == 0);
  khitai_tokenizer_free(made);
  khitai_tokenizer_free(NULL);
  CHECK(khitai_tokens_version() > 0);
}

static int searched(const khitai_lexicon *lexicon, int engine,
                    const khitai_search_options *options, const char *typed,
                    const char *wanted) {
  khitai_strings *found = NULL;
  khitai_error error;
  if (khitai_search(lexicon, engine, typed, strlen(typed), options, &found,
                    &error) != KHITAI_OK) {
    fprintf(stderr, "%s: %s\n", typed, error.message);
    return 0;
  }
  const khitai_text query = khitai_strings_text(found, 0);
  const int same = query.size == strlen(wanted) &&
                   memcmp(query.data, wanted, query.size) == 0;
  if (!same) fprintf(stderr, "%.*s\n", (int)query.size, query.data);
  khitai_strings_free(found);
  return same;
}

static void test_queries(const khitai_lexicon *lexicon) {
  khitai_search_options options = {.size = sizeof options,
                                   .flags = KHITAI_OF_TOKENS};
  CHECK(searched(lexicon, KHITAI_FTS5, &options, "Qara Khitai",
                 "(\"@qara-khitai\" OR \"!qara khitai\")"));
  CHECK(searched(lexicon, KHITAI_POSTGRES, &options, "Qara Khitai 'wool'",
                 "(('@qara-khitai' | '!qara khitai') & (('wool')))"));
  CHECK(searched(lexicon, KHITAI_FTS5, &options, "...", ""));
  options.flags = KHITAI_IDS_ONLY;
  options.ids_field = "ids";
  CHECK(searched(lexicon, KHITAI_SOLR, &options, "Qara Khitai",
                 "(ids:\"qara-khitai\")"));
  khitai_strings *found = NULL;
  khitai_error error;
  CHECK(khitai_search(lexicon, 6, "x", 1, NULL, &found, &error) ==
        KHITAI_INVALID);
  options.ids_field = "a b";
  CHECK(khitai_search(lexicon, 0, "x", 1, &options, &found, &error) ==
        KHITAI_INVALID);
  options.ids_field = NULL;
  options.expand = 3;
  CHECK(khitai_search(lexicon, 0, "x", 1, &options, &found, &error) ==
        KHITAI_INVALID);
  options.expand = 0;
  options.flags = KHITAI_OF_TOKENS;
  CHECK(khitai_search(lexicon, KHITAI_SOLR, "x", 1, &options, &found, &error) ==
        KHITAI_INVALID);
  CHECK(khitai_search(NULL, 0, "x", 1, NULL, &found, &error) == KHITAI_INVALID);
  CHECK(khitai_search(lexicon, 0, "x", 1, NULL, NULL, &error) ==
        KHITAI_INVALID);
  CHECK(found == NULL);
}

static void test_normalize(const khitai_lexicon *lexicon) {
  khitai_strings *made = NULL;
  khitai_error error;
  CHECK(khitai_normalize(lexicon, kText, sizeof kText - 1, "en", &made,
                         &error) == KHITAI_OK);
  CHECK(khitai_strings_count(made) == 1);
  CHECK(khitai_strings_text(made, 0).size == sizeof kText - 1);
  khitai_strings_free(made);
  CHECK(khitai_normalize(lexicon, kText, 3, "no such", &made, &error) ==
        KHITAI_INVALID);
  CHECK(khitai_normalize(lexicon, NULL, 0, NULL, &made, &error) == KHITAI_OK);
  khitai_strings_free(made);
  CHECK(khitai_normalize(NULL, kText, 3, NULL, &made, &error) ==
        KHITAI_INVALID);
}

static void test_changes(const khitai_lexicon *lexicon) {
  khitai_changes *changes = NULL;
  khitai_error error;
  CHECK(khitai_changes_new(lexicon, NULL, &changes, &error) == KHITAI_INVALID);
  CHECK(khitai_changes_new(lexicon, lexicon, &changes, &error) == KHITAI_OK);
  CHECK(!khitai_changes_is_general(changes));
  CHECK(!khitai_changes_may_affect(changes, kText, sizeof kText - 1));
  CHECK(khitai_changes_may_affect(NULL, kText, 1));
  CHECK(!khitai_changes_is_general(NULL));
  khitai_changes_free(changes);
  khitai_changes_free(NULL);
  khitai_tokenizer *one = NULL;
  CHECK(khitai_tokenizer_new(lexicon, 0, &one, &error) == KHITAI_OK);
  int differ = 2;
  CHECK(khitai_tokens_differ(one, one, kText, 5, &differ, &error) == KHITAI_OK);
  CHECK(differ == 0);
  CHECK(khitai_tokens_differ(one, NULL, kText, 5, &differ, &error) ==
        KHITAI_INVALID);
  khitai_tokenizer_free(one);
}

static void test_find(const khitai_lexicon *lexicon, const char *path) {
  char folder[1024];
  khitai_lexicon *found = NULL;
  khitai_error error;
  const char *slash = strrchr(path, '/');
  CHECK(slash != NULL && (size_t)(slash - path) + 32 < sizeof folder);
  if (slash == NULL) return;
  snprintf(folder, sizeof folder, "/nowhere::%.*s", (int)(slash - path), path);
  const char *hash = khitai_lexicon_hash(lexicon);
  CHECK(khitai_lexicon_find(folder, hash, &found, &error) == KHITAI_OK);
  CHECK(strcmp(khitai_lexicon_hash(found), hash) == 0);
  khitai_lexicon_free(found);
  CHECK(khitai_lexicon_find(folder, "0000000000000000", &found, &error) ==
        KHITAI_IO);
  CHECK(strstr(error.message, "/nowhere") != NULL);
  CHECK(khitai_lexicon_find(folder, "xyz", &found, &error) == KHITAI_INVALID);
  CHECK(khitai_lexicon_find("/nowhere", NULL, &found, &error) == KHITAI_IO);
  CHECK(khitai_lexicon_find(NULL, hash, &found, &error) == KHITAI_INVALID);
  CHECK(khitai_lexicon_find(folder, hash, NULL, &error) == KHITAI_INVALID);
  CHECK(found == NULL);
}

int test_search(const khitai_lexicon *lexicon, const char *path);

int test_search(const khitai_lexicon *lexicon, const char *path) {
  test_tokens(lexicon);
  test_queries(lexicon);
  test_normalize(lexicon);
  test_changes(lexicon);
  test_find(lexicon, path);
  return failures;
}
