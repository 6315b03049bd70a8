// SPDX-License-Identifier: Apache-2.0

#include <khitai/c.h>
#include <stdio.h>

int main(int argc, char **argv) {
  khitai_error error;
  khitai_lexicon *lexicon = NULL;
  khitai_result *names = NULL;
  const char text[] = "The Qara Khitai rode west.";
  if (argc != 2 || khitai_lexicon_open(argv[1], &lexicon, &error) ||
      khitai_annotate(lexicon, text, sizeof text - 1, NULL, &names, &error))
    return fprintf(stderr, "%s\n",
                   argc != 2 ? "which lexicon?" : error.message);
  for (size_t i = 0; i < khitai_result_count(names); ++i) {
    const khitai_text id = khitai_candidate_id(names, i, 0);
    printf("%.*s\n", (int)id.size, id.data);
  }
  khitai_result_free(names);
  khitai_lexicon_free(lexicon);
}
