// SPDX-License-Identifier: Apache-2.0
//
// The tokens of one text, and the tokenizers that make them.
#include "module.h"

#include "utils/memutils.h"

// A tokenizer that read a text of more bytes is not kept: it has grown.
#define MOST_KEPT (16 * 1024 * 1024)

khitai_tokenizer *take_tokenizer(OpenLexicon *lexicon) {
  khitai_error error;
  khitai_tokenizer *tokenizer = NULL;
  if (lexicon->idle_count > 0) return lexicon->idle[--lexicon->idle_count];
  if (khitai_tokenizer_new(lexicon->lexicon, 0, &tokenizer, &error) !=
      KHITAI_OK) {
    report_failure(&error);
  }
  return tokenizer;
}

void give_back_tokenizer(OpenLexicon *lexicon, khitai_tokenizer *tokenizer,
                         size_t size) {
  if (size <= MOST_KEPT && lexicon->idle_count < IDLE_TOKENIZERS) {
    lexicon->idle[lexicon->idle_count++] = tokenizer;
  } else {
    khitai_tokenizer_free(tokenizer);
  }
}

static void reading_gone(void *argument) {
  Reading *reading = argument;
  if (reading->tokenizer == NULL) return;
  give_back_tokenizer(reading->lexicon, reading->tokenizer, reading->size);
  reading->tokenizer = NULL;
}

Reading *begin_reading(OpenLexicon *lexicon, int purpose, const char *text,
                       size_t size, size_t extra) {
  khitai_error error;
  MemoryContext context = AllocSetContextCreate(
      CurrentMemoryContext, "khitai reading", ALLOCSET_SMALL_SIZES);
  Reading *reading = MemoryContextAllocZero(context, sizeof(Reading) + extra);
  reading->context = context;
  reading->lexicon = lexicon;
  reading->size = size;
  reading->gone.func = reading_gone;
  reading->gone.arg = reading;
  MemoryContextRegisterResetCallback(context, &reading->gone);
  reading->tokenizer = take_tokenizer(lexicon);
  if (khitai_tokenize(reading->tokenizer, purpose, text, size, &reading->tokens,
                      &error) != KHITAI_OK) {
    report_failure(&error);
  }
  return reading;
}

void end_reading(Reading *reading) { MemoryContextDelete(reading->context); }

khitai_text token_text(const khitai_tokens *tokens, uint32_t number) {
  const uint32_t begin = number == 0 ? 0 : tokens->ends[number - 1];
  const khitai_text text = {tokens->bytes + begin,
                            tokens->ends[number] - begin};
  return text;
}
