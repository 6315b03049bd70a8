// SPDX-License-Identifier: Apache-2.0
//
// The text search template `khitai`: what is to be indexed, or asked for, at a
// place of a text. Its option `lexicon` is the identity of the database's
// indexes.

#include "module.h"

#include "commands/defrem.h"
#include "tsearch/ts_public.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(khitai_sql_init);
Datum khitai_sql_init(PG_FUNCTION_ARGS) {
  // Kept as long as the dictionary: the options are not.
  Identity *kept = palloc0(sizeof(Identity));
  const Identity given = read_identity((List *)PG_GETARG_POINTER(0));
  if (given.lexicon != NULL) {
    lexicon_of_hash(given.lexicon);
    kept->lexicon = pstrdup(given.lexicon);
  }
  if (given.tokens != NULL) kept->tokens = pstrdup(given.tokens);
  return PointerGetDatum(kept);
}

// The tokens of places, one lexeme each. Each is a variant of its own: a query
// asks for any of them.
static TSLexeme *lexemes_of(const khitai_tokens *tokens, uint32_t first,
                            uint32_t last) {
  TSLexeme *lexemes = palloc0(sizeof(TSLexeme) * (last - first + 1));
  uint32_t i;
  for (i = first; i < last; ++i) {
    const khitai_text token = token_text(tokens, i);
    lexemes[i - first].nvariant = (uint16)(i - first + 1);
    lexemes[i - first].lexeme = pnstrdup(token.data, token.size);
  }
  return lexemes;
}

PG_FUNCTION_INFO_V1(khitai_sql_lexize);
Datum khitai_sql_lexize(PG_FUNCTION_ARGS) {
  const Identity *identity = (const Identity *)PG_GETARG_POINTER(0);
  const char *word = (const char *)PG_GETARG_POINTER(1);
  const int32 size = PG_GETARG_INT32(2);
  const khitai_tokens *tokens = NULL;
  const khitai_place *place = place_at(word, size, &tokens);
  Reading *reading;
  TSLexeme *lexemes;
  if (place != NULL) {
    return PointerGetDatum(lexemes_of(tokens, place->first, place->last));
  }
  // No parse: ts_lexize, or a dictionary that hands on a word of its own.
  reading = begin_reading(lexicon_of_identity(*identity, "of template khitai"),
                          KHITAI_INDEX, word, size, 0);
  lexemes =
      lexemes_of(&reading->tokens, 0, (uint32_t)reading->tokens.token_count);
  end_reading(reading);
  return PointerGetDatum(lexemes);
}
