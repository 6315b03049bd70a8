// SPDX-License-Identifier: Apache-2.0
//
// Every function of khitai/c.h from plain C, with good and with wrong
// arguments, against libkhitai.so.
//
//   c_api small.klex

#include <khitai/c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

// Whether a call failed with the code and said so in one line.
static int failed(int code, int expected, const khitai_error *error) {
  const int told = error->code == expected && error->message[0] != '\0' &&
                   strchr(error->message, '\n') == NULL;
  if (code != expected || !told) {
    fprintf(stderr, "code %d: %s\n", code, error->message);
  }
  return code == expected && told;
}

static void test_versions(void) {
  CHECK(strchr(khitai_version(), '.') != NULL);
  CHECK(khitai_abi_version() == KHITAI_ABI_VERSION);
  CHECK(khitai_format_version() > 0);
  CHECK(khitai_fold_version() > 0);
}

static void test_open(const char *path) {
  khitai_error error;
  khitai_lexicon *lexicon = NULL;
  CHECK(failed(khitai_lexicon_open(NULL, &lexicon, &error), KHITAI_INVALID,
               &error));
  CHECK(lexicon == NULL);
  CHECK(
      failed(khitai_lexicon_open(path, NULL, &error), KHITAI_INVALID, &error));
  CHECK(failed(khitai_lexicon_open("/nowhere/at/all", &lexicon, &error),
               KHITAI_IO, &error));
  CHECK(failed(khitai_lexicon_open(".", &lexicon, &error), KHITAI_IO, &error));
  CHECK(failed(khitai_lexicon_open(__FILE__, &lexicon, &error), KHITAI_FORMAT,
               &error));
  CHECK(khitai_lexicon_open("/nowhere/at/all", &lexicon, NULL) == KHITAI_IO);
  CHECK(failed(khitai_lexicon_open_bytes(NULL, 3, &lexicon, &error),
               KHITAI_INVALID, &error));
  CHECK(failed(khitai_lexicon_open_bytes("", 0, &lexicon, &error),
               KHITAI_FORMAT, &error));
  CHECK(failed(khitai_lexicon_open_bytes("abc", 3, &lexicon, &error),
               KHITAI_FORMAT, &error));
  CHECK(failed(khitai_lexicon_open_bytes("abc", 3, NULL, &error),
               KHITAI_INVALID, &error));
  CHECK(lexicon == NULL);
  CHECK(failed(khitai_lexicon_verify(NULL, &error), KHITAI_INVALID, &error));
  CHECK(khitai_lexicon_hash(NULL)[0] == '\0');
  khitai_lexicon_free(NULL);
}

// The same lexicon out of memory; a byte changed is found.
static void test_bytes(const char *path, const char *hash) {
  khitai_error error;
  khitai_lexicon *lexicon = NULL;
  FILE *file = fopen(path, "rb");
  if (file == NULL) abort();
  fseek(file, 0, SEEK_END);
  const size_t size = (size_t)ftell(file);
  rewind(file);
  unsigned char *bytes = malloc(size);
  if (bytes == NULL || fread(bytes, 1, size, file) != size) abort();
  fclose(file);
  CHECK(khitai_lexicon_open_bytes(bytes, size, &lexicon, &error) == KHITAI_OK);
  CHECK(strcmp(khitai_lexicon_hash(lexicon), hash) == 0);
  CHECK(khitai_lexicon_verify(lexicon, &error) == KHITAI_OK);
  khitai_lexicon_free(lexicon);
  bytes[size - 1] ^= 1;
  if (khitai_lexicon_open_bytes(bytes, size, &lexicon, NULL) == KHITAI_OK) {
    CHECK(
        failed(khitai_lexicon_verify(lexicon, &error), KHITAI_FORMAT, &error));
  }
  khitai_lexicon_free(lexicon);
  free(bytes);
}

static void test_entity(const khitai_lexicon *lexicon) {
  const uint32_t liao = khitai_entity_find(lexicon, "liao-dynasty", 12);
  CHECK(liao < khitai_entity_count(lexicon));
  CHECK(same(khitai_entity_id(lexicon, liao), "liao-dynasty"));
  CHECK(same(khitai_entity_type(lexicon, liao), "polity"));
  CHECK(same(khitai_entity_label(lexicon, liao), "Liao"));
  CHECK(same(khitai_entity_label_in(lexicon, liao, NULL), "Liao"));
  CHECK(same(khitai_entity_label_in(lexicon, liao, "zh-Hant"),
             "\xE5\xA4\xA7\xE9\x81\xBC"));
  CHECK(same(khitai_entity_label_in(lexicon, liao, "xx"), "Liao"));
  CHECK(same(khitai_entity_description(lexicon, liao), "State of the Khitans"));
  CHECK(same(khitai_entity_from(lexicon, liao), "0907"));
  CHECK(same(khitai_entity_to(lexicon, liao), "1125"));
  int32_t from = 0, to = 0;
  khitai_entity_years(lexicon, liao, &from, &to);
  CHECK(from == 907 && to == 1125);
  khitai_entity_years(lexicon, liao, NULL, NULL);
  const uint32_t china = khitai_entity_find(lexicon, "china", 5);
  khitai_entity_years(lexicon, china, &from, &to);
  CHECK(from == KHITAI_EARLIEST && to == KHITAI_LATEST);
  CHECK(same(khitai_entity_from(lexicon, china), ""));
}

static void test_no_entity(const khitai_lexicon *lexicon) {
  CHECK(khitai_entity_find(lexicon, "nobody", 6) == KHITAI_NONE);
  CHECK(khitai_entity_find(lexicon, "liao-dynasty", 4) == KHITAI_NONE);
  CHECK(khitai_entity_find(lexicon, NULL, 0) == KHITAI_NONE);
  CHECK(khitai_entity_find(NULL, "china", 5) == KHITAI_NONE);
  CHECK(khitai_entity_count(NULL) == 0);
  const uint32_t wrong[] = {khitai_entity_count(lexicon), KHITAI_NONE};
  for (int i = 0; i < 2; ++i) {
    CHECK(same(khitai_entity_id(lexicon, wrong[i]), ""));
    CHECK(same(khitai_entity_label_in(lexicon, wrong[i], "en"), ""));
  }
  CHECK(same(khitai_entity_id(NULL, 0), ""));
  CHECK(same(khitai_entity_type(NULL, 0), ""));
  CHECK(same(khitai_entity_label(NULL, 0), ""));
  CHECK(same(khitai_entity_label_in(NULL, 0, "en"), ""));
  CHECK(same(khitai_entity_description(NULL, 0), ""));
  CHECK(same(khitai_entity_from(NULL, 0), ""));
  CHECK(same(khitai_entity_to(NULL, 0), ""));
  int32_t from = 0, to = 0;
  khitai_entity_years(NULL, 0, &from, &to);
  CHECK(from == KHITAI_EARLIEST && to == KHITAI_LATEST);
}

static void test_forms(const khitai_lexicon *lexicon) {
  khitai_error error;
  uint32_t forms[64];
  size_t count = 0, again = 0;
  const uint32_t qara = khitai_entity_find(lexicon, "qara-khitai", 11);
  CHECK(khitai_entity_forms(lexicon, qara, NULL, 0, &count, &error) ==
        KHITAI_OK);
  CHECK(count > 5 && count < 64);
  CHECK(khitai_entity_forms(lexicon, qara, forms, 64, &again, &error) ==
        KHITAI_OK);
  CHECK(again == count);
  int spelled = 0, labels = 0;
  for (size_t i = 0; i < count; ++i) {
    spelled += same(khitai_form_text(lexicon, forms[i]), "Qara Khitai") &&
               same(khitai_form_lang(lexicon, forms[i]), "en") &&
               !khitai_form_is_generated(lexicon, forms[i]);
    labels += (khitai_form_use(lexicon, forms[i]) & KHITAI_USE_LABEL) != 0;
    for (size_t j = 0; j < i; ++j) CHECK(forms[i] != forms[j]);
  }
  CHECK(spelled == 1);
  CHECK(labels > 1);
  // A part of them.
  uint32_t few[2] = {0, KHITAI_NONE};
  CHECK(khitai_entity_forms(lexicon, qara, few, 1, &again, &error) ==
        KHITAI_OK);
  CHECK(again == count && few[0] == forms[0] && few[1] == KHITAI_NONE);
  CHECK(khitai_entity_forms(lexicon, KHITAI_NONE, forms, 64, &again, NULL) ==
        KHITAI_OK);
  CHECK(again == 0);
  CHECK(failed(khitai_entity_forms(NULL, 0, forms, 64, &again, &error),
               KHITAI_INVALID, &error));
  CHECK(failed(khitai_entity_forms(lexicon, qara, NULL, 64, &again, &error),
               KHITAI_INVALID, &error));
  CHECK(failed(khitai_entity_forms(lexicon, qara, forms, 64, NULL, &error),
               KHITAI_INVALID, &error));
  CHECK(khitai_form_count(lexicon) > count && khitai_form_count(NULL) == 0);
  CHECK(same(khitai_form_text(lexicon, KHITAI_NONE), ""));
  CHECK(same(khitai_form_text(NULL, 0), ""));
  CHECK(same(khitai_form_lang(NULL, 0), ""));
  CHECK(khitai_form_use(NULL, 0) == 0);
  CHECK(khitai_form_is_generated(NULL, 0) == 0);
}

static void test_l1_key(void) {
  khitai_error error;
  char key[16];
  size_t size = 0;
  const char *name = "Qara Khit\xC4\x81y";
  CHECK(khitai_l1_key(name, strlen(name), key, sizeof key, &size, &error) ==
        KHITAI_OK);
  CHECK(error.code == KHITAI_OK && error.message[0] == '\0');
  CHECK(size == 11 && memcmp(key, "qara khitay", 11) == 0);
  key[0] = '!';
  CHECK(failed(khitai_l1_key(name, strlen(name), key, 10, &size, &error),
               KHITAI_SHORT, &error));
  CHECK(size == 11 && key[0] == '!');
  CHECK(khitai_l1_key(NULL, 0, NULL, 0, &size, NULL) == KHITAI_OK);
  CHECK(size == 0);
  CHECK(khitai_l1_key("\xFF\xFE", 2, key, sizeof key, &size, NULL) ==
        KHITAI_OK);
  CHECK(size == 0);
  CHECK(failed(khitai_l1_key(NULL, 1, key, 1, &size, &error), KHITAI_INVALID,
               &error));
  CHECK(failed(khitai_l1_key("a", 1, NULL, 1, &size, &error), KHITAI_INVALID,
               &error));
  CHECK(failed(khitai_l1_key("a", 1, key, 1, NULL, &error), KHITAI_INVALID,
               &error));
  CHECK(failed(khitai_l1_key("a", SIZE_MAX, key, 1, &size, &error),
               KHITAI_LIMIT, &error));
}

static void test_keys(const khitai_lexicon *lexicon) {
  khitai_error error;
  khitai_strings *keys = NULL;
  for (int level = 0; level <= 3; ++level) {
    CHECK(khitai_keys(lexicon, level, "Khitay", 6, "en", &keys, &error) ==
          KHITAI_OK);
    CHECK(khitai_strings_count(keys) >= 1);
    CHECK(khitai_strings_text(keys, 0).size > 0);
    CHECK(same(khitai_strings_text(keys, khitai_strings_count(keys)), ""));
    khitai_strings_free(keys);
  }
  CHECK(khitai_keys(NULL, 1, "KHITAY", 6, NULL, &keys, &error) == KHITAI_OK);
  CHECK(khitai_strings_count(keys) == 1);
  CHECK(same(khitai_strings_text(keys, 0), "khitay"));
  khitai_strings_free(keys);
  CHECK(failed(khitai_keys(NULL, 2, "a", 1, NULL, &keys, &error),
               KHITAI_INVALID, &error));
  CHECK(keys == NULL);
  CHECK(failed(khitai_keys(lexicon, 4, "a", 1, NULL, &keys, &error),
               KHITAI_INVALID, &error));
  CHECK(failed(khitai_keys(lexicon, -1, "a", 1, NULL, &keys, &error),
               KHITAI_INVALID, &error));
  CHECK(failed(khitai_keys(lexicon, 2, "a", 1, "not a tag", &keys, &error),
               KHITAI_INVALID, &error));
  CHECK(failed(khitai_keys(lexicon, 2, NULL, 1, NULL, &keys, &error),
               KHITAI_INVALID, &error));
  CHECK(failed(khitai_keys(lexicon, 2, "a", 1, NULL, NULL, &error),
               KHITAI_INVALID, &error));
  CHECK(failed(khitai_keys(lexicon, 2, "a", SIZE_MAX, NULL, &keys, &error),
               KHITAI_LIMIT, &error));
  CHECK(khitai_strings_count(NULL) == 0);
  CHECK(same(khitai_strings_text(NULL, 0), ""));
  khitai_strings_free(NULL);
}

int test_results(const khitai_lexicon *lexicon);
int test_batches(const khitai_lexicon *lexicon);
int test_search(const khitai_lexicon *lexicon, const char *path);

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: c_api LEXICON\n");
    return 2;
  }
  khitai_error error;
  khitai_lexicon *lexicon = NULL;
  if (khitai_lexicon_open(argv[1], &lexicon, &error) != KHITAI_OK) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  CHECK(strlen(khitai_lexicon_hash(lexicon)) == 16);
  CHECK(khitai_lexicon_verify(lexicon, &error) == KHITAI_OK);
  test_versions();
  test_open(argv[1]);
  test_bytes(argv[1], khitai_lexicon_hash(lexicon));
  test_entity(lexicon);
  test_no_entity(lexicon);
  test_forms(lexicon);
  test_l1_key();
  test_keys(lexicon);
  failures += test_results(lexicon);
  failures += test_batches(lexicon);
  failures += test_search(lexicon, argv[1]);
  khitai_lexicon_free(lexicon);
  if (failures == 0) printf("all of khitai/c.h from C\n");
  return failures == 0 ? 0 : 1;
}
