// SPDX-License-Identifier: Apache-2.0
//
// What is asked of an index, what may stand beside one, and what another
// lexicon changes in it.

#include "module.h"

#include "catalog/pg_type.h"
#include "tsearch/ts_utils.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

// The only text of a list, which is freed, whatever happens.
static text *taken_text(khitai_strings *strings) {
  const khitai_text only = khitai_strings_text(strings, 0);
  text *volatile out = NULL;
  PG_TRY();
  { out = cstring_to_text_with_len(only.data, (int)only.size); }
  PG_FINALLY();
  { khitai_strings_free(strings); }
  PG_END_TRY();
  return out;
}

static text *search_text(OpenLexicon *lexicon, const text *query,
                         const Options *options) {
  khitai_error error;
  khitai_strings *strings = NULL;
  khitai_search_options wanted = {.size = sizeof wanted};
  wanted.flags = options->flags | KHITAI_OF_TOKENS;
  wanted.expand = options->expand;
  wanted.lang = options->lang;
  wanted.type = options->type;
  wanted.year = options->year;
  if (khitai_search(lexicon->lexicon, KHITAI_POSTGRES, VARDATA_ANY(query),
                    VARSIZE_ANY_EXHDR(query), &wanted, &strings,
                    &error) != KHITAI_OK) {
    report_failure(&error);
  }
  return taken_text(strings);
}

PG_FUNCTION_INFO_V1(khitai_sql_tsquery);
Datum khitai_sql_tsquery(PG_FUNCTION_ARGS) {
  const Options options =
      read_options(PG_GETARG_TEXT_PP(1), TAKES_CONTEXT | TAKES_SEARCH);
  const text *asked =
      search_text(lexicon_of_call(fcinfo), PG_GETARG_TEXT_PP(0), &options);
  if (VARSIZE_ANY_EXHDR(asked) == 0) {
    // Nothing is asked for; as of plainto_tsquery(''), but without its notice.
    TSQuery empty = palloc0(HDRSIZETQ);
    SET_VARSIZE(empty, HDRSIZETQ);
    PG_RETURN_TSQUERY(empty);
  }
  return DirectFunctionCall1(tsqueryin,
                             CStringGetDatum(text_to_cstring(asked)));
}

PG_FUNCTION_INFO_V1(khitai_sql_normalize);
Datum khitai_sql_normalize(PG_FUNCTION_ARGS) {
  const text *in = PG_GETARG_TEXT_PP(0);
  char *prefer = text_to_cstring(PG_GETARG_TEXT_PP(1));
  OpenLexicon *lexicon = lexicon_of_call(fcinfo);
  khitai_error error;
  khitai_strings *strings = NULL;
  if (khitai_normalize(lexicon->lexicon, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in),
                       *prefer == '\0' ? NULL : prefer, &strings,
                       &error) != KHITAI_OK) {
    report_failure(&error);
  }
  PG_RETURN_TEXT_P(taken_text(strings));
}

static int compare_texts(const void *left, const void *right) {
  const khitai_text *a = left;
  const khitai_text *b = right;
  const int order =
      memcmp(a->data, b->data, a->size < b->size ? a->size : b->size);
  if (order != 0) return order;
  return a->size < b->size ? -1 : a->size > b->size;
}

// The ids among the tokens, each once, sorted by bytes.
static int read_ids(const khitai_tokens *tokens, khitai_text *out) {
  int count = 0;
  int kept = 0;
  int i;
  uint32_t number;
  for (number = 0; number < tokens->token_count; ++number) {
    const khitai_text token = token_text(tokens, number);
    if (token.size < 2 || token.data[0] != '@') continue;
    out[count].data = token.data + 1;
    out[count++].size = token.size - 1;
  }
  qsort(out, count, sizeof *out, compare_texts);
  for (i = 0; i < count; ++i) {
    if (i > 0 && compare_texts(&out[i - 1], &out[i]) == 0) continue;
    out[kept++] = out[i];
  }
  return kept;
}

PG_FUNCTION_INFO_V1(khitai_sql_entities);
Datum khitai_sql_entities(PG_FUNCTION_ARGS) {
  const text *in = PG_GETARG_TEXT_PP(0);
  Reading *reading = begin_reading(lexicon_of_call(fcinfo), KHITAI_INDEX,
                                   VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in), 0);
  khitai_text *ids = MemoryContextAllocHuge(
      reading->context,
      sizeof(khitai_text) * (reading->tokens.token_count + 1));
  const int count = read_ids(&reading->tokens, ids);
  Datum *elements = palloc(sizeof(Datum) * (count + 1));
  ArrayType *out;
  int i;
  for (i = 0; i < count; ++i) {
    elements[i] = PointerGetDatum(
        cstring_to_text_with_len(ids[i].data, (int)ids[i].size));
  }
  end_reading(reading);
  out = construct_array(elements, count, TEXTOID, -1, false, TYPALIGN_INT);
  PG_RETURN_ARRAYTYPE_P(out);
}

PG_FUNCTION_INFO_V1(khitai_sql_label);
Datum khitai_sql_label(PG_FUNCTION_ARGS) {
  const text *id = PG_GETARG_TEXT_PP(0);
  const char *lang = text_to_cstring(PG_GETARG_TEXT_PP(1));
  const khitai_lexicon *lexicon = lexicon_of_call(fcinfo)->lexicon;
  const uint32_t entity =
      khitai_entity_find(lexicon, VARDATA_ANY(id), VARSIZE_ANY_EXHDR(id));
  khitai_text label;
  if (entity == KHITAI_NONE) PG_RETURN_NULL();
  label = khitai_entity_label_in(lexicon, entity, *lang == '\0' ? NULL : lang);
  PG_RETURN_TEXT_P(cstring_to_text_with_len(label.data, (int)label.size));
}

// The two lexica that were compared last.
static struct {
  OpenLexicon *before;
  OpenLexicon *after;
  khitai_changes *changes;
} compared;

static const khitai_changes *changes_between(OpenLexicon *before,
                                             OpenLexicon *after) {
  khitai_error error;
  khitai_changes *changes = NULL;
  if (compared.changes != NULL && compared.before == before &&
      compared.after == after) {
    return compared.changes;
  }
  if (khitai_changes_new(before->lexicon, after->lexicon, &changes, &error) !=
      KHITAI_OK) {
    report_failure(&error);
  }
  khitai_changes_free(compared.changes);
  compared.before = before;
  compared.after = after;
  compared.changes = changes;
  return changes;
}

PG_FUNCTION_INFO_V1(khitai_sql_differs);
Datum khitai_sql_differs(PG_FUNCTION_ARGS) {
  const text *in = PG_GETARG_TEXT_PP(0);
  const size_t size = VARSIZE_ANY_EXHDR(in);
  OpenLexicon *before = lexicon_of_hash(text_to_cstring(PG_GETARG_TEXT_PP(1)));
  OpenLexicon *after = lexicon_of_hash(text_to_cstring(PG_GETARG_TEXT_PP(2)));
  khitai_error error;
  khitai_tokenizer *old_tokenizer;
  khitai_tokenizer *new_tokenizer;
  int differ = 0;
  int code;
  if (before == after ||
      !khitai_changes_may_affect(changes_between(before, after),
                                 VARDATA_ANY(in), size)) {
    PG_RETURN_BOOL(false);
  }
  old_tokenizer = take_tokenizer(before);
  new_tokenizer = take_tokenizer(after);
  code = khitai_tokens_differ(old_tokenizer, new_tokenizer, VARDATA_ANY(in),
                              size, &differ, &error);
  give_back_tokenizer(before, old_tokenizer, size);
  give_back_tokenizer(after, new_tokenizer, size);
  if (code != KHITAI_OK) report_failure(&error);
  PG_RETURN_BOOL(differ != 0);
}
