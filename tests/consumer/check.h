/* SPDX-License-Identifier: Apache-2.0
 *
 * What the C tests share: a check that counts, and texts.
 */

#ifndef KHITAI_TESTS_CONSUMER_CHECK_H_
#define KHITAI_TESTS_CONSUMER_CHECK_H_

#include <khitai/c.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

#define CHECK(holds)                                              \
  do {                                                            \
    if (!(holds)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #holds); \
      ++failures;                                                 \
    }                                                             \
  } while (0)

static inline int same(khitai_text text, const char *expected) {
  return text.data != NULL && text.size == strlen(expected) &&
         memcmp(text.data, expected, text.size) == 0;
}

#endif /* KHITAI_TESTS_CONSUMER_CHECK_H_ */
