// SPDX-License-Identifier: Apache-2.0
//
// Functions that return tables: the names of a text, what a name may mean, the
// lexica of the server.

#include "module.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "storage/fd.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

static Datum text_datum(khitai_text text) {
  return PointerGetDatum(cstring_to_text_with_len(text.data, (int)text.size));
}

static Datum decision_datum(int decision) {
  const char *word = "none";
  if (decision == KHITAI_MATCH) word = "match";
  if (decision == KHITAI_AMBIGUOUS) word = "ambiguous";
  return CStringGetTextDatum(word);
}

static Datum ids_datum(const khitai_result *result, size_t mention) {
  const int count = (int)khitai_mention_candidates(result, mention);
  Datum *ids = palloc(sizeof(Datum) * (count + 1));
  int rank;
  for (rank = 0; rank < count; ++rank) {
    ids[rank] = text_datum(khitai_candidate_id(result, mention, rank));
  }
  return PointerGetDatum(
      construct_array(ids, count, TEXTOID, -1, false, TYPALIGN_INT));
}

static void put_row(FunctionCallInfo fcinfo, Datum *row, bool *nulls) {
  ReturnSetInfo *out = (ReturnSetInfo *)fcinfo->resultinfo;
  tuplestore_putvalues(out->setResult, out->setDesc, row, nulls);
}

// Places in characters, as substr counts them: from 1.
static void put_mentions(FunctionCallInfo fcinfo, const text *in,
                         const khitai_result *result) {
  const char *bytes = VARDATA_ANY(in);
  const size_t count = khitai_result_count(result);
  size_t counted = 0;  // bytes
  int characters = 0;
  size_t i;
  for (i = 0; i < count; ++i) {
    const size_t begin = khitai_mention_begin(result, i);
    const size_t end = khitai_mention_end(result, i);
    const int length = pg_mbstrlen_with_len(bytes + begin, (int)(end - begin));
    const int decision = khitai_mention_decision(result, i);
    Datum row[9];
    bool nulls[9] = {false};
    characters += pg_mbstrlen_with_len(bytes + counted, (int)(begin - counted));
    row[0] = Int32GetDatum(characters + 1);
    row[1] = Int32GetDatum(characters + 1 + length);
    row[2] = PointerGetDatum(
        cstring_to_text_with_len(bytes + begin, (int)(end - begin)));
    row[3] = text_datum(khitai_candidate_id(result, i, 0));
    nulls[3] = decision != KHITAI_MATCH;
    row[4] = text_datum(khitai_candidate_type(result, i, 0));
    row[5] = text_datum(khitai_candidate_label(result, i, 0));
    row[6] = decision_datum(decision);
    row[7] = Float8GetDatum(khitai_candidate_probability(result, i, 0));
    row[8] = ids_datum(result, i);
    put_row(fcinfo, row, nulls);
    characters += length;
    counted = end;
  }
}

PG_FUNCTION_INFO_V1(khitai_sql_annotate);
Datum khitai_sql_annotate(PG_FUNCTION_ARGS) {
  const text *in = PG_GETARG_TEXT_PP(0);
  const Options options =
      read_options(PG_GETARG_TEXT_PP(1), TAKES_CONTEXT | TAKES_WRITTEN);
  OpenLexicon *lexicon = lexicon_of_call(fcinfo);
  khitai_annotate_options wanted = {.size = sizeof wanted};
  khitai_result *result = NULL;
  khitai_error error;
  wanted.lang = options.lang;
  wanted.type = options.type;
  wanted.flags = options.flags;
  wanted.year = options.year;
  wanted.written = options.written;
  InitMaterializedSRF(fcinfo, 0);
  if (khitai_annotate(lexicon->lexicon, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in),
                      &wanted, &result, &error) != KHITAI_OK) {
    report_failure(&error);
  }
  PG_TRY();
  { put_mentions(fcinfo, in, result); }
  PG_FINALLY();
  { khitai_result_free(result); }
  PG_END_TRY();
  return (Datum)0;
}

// Why, with "; " between the reasons.
static Datum reasons_datum(const khitai_result *result, size_t rank) {
  const size_t count = khitai_candidate_reasons(result, 0, rank);
  StringInfoData why;
  size_t i;
  initStringInfo(&why);
  for (i = 0; i < count; ++i) {
    const khitai_text reason = khitai_candidate_reason(result, 0, rank, i);
    if (i > 0) appendStringInfoString(&why, "; ");
    appendBinaryStringInfo(&why, reason.data, (int)reason.size);
  }
  return CStringGetTextDatum(why.data);
}

static void put_candidates(FunctionCallInfo fcinfo,
                           const khitai_result *result) {
  const size_t count = khitai_mention_candidates(result, 0);
  size_t rank;
  for (rank = 0; rank < count; ++rank) {
    Datum row[8];
    bool nulls[8] = {false};
    row[0] = Int32GetDatum((int32)rank + 1);
    row[1] = text_datum(khitai_candidate_id(result, 0, rank));
    row[2] = text_datum(khitai_candidate_type(result, 0, rank));
    row[3] = text_datum(khitai_candidate_label(result, 0, rank));
    row[4] = text_datum(khitai_candidate_form(result, 0, rank));
    row[5] = Float8GetDatum(khitai_candidate_probability(result, 0, rank));
    row[6] = decision_datum(khitai_mention_decision(result, 0));
    row[7] = reasons_datum(result, rank);
    put_row(fcinfo, row, nulls);
  }
}

PG_FUNCTION_INFO_V1(khitai_sql_resolve);
Datum khitai_sql_resolve(PG_FUNCTION_ARGS) {
  const text *in = PG_GETARG_TEXT_PP(0);
  const Options options =
      read_options(PG_GETARG_TEXT_PP(1), TAKES_CONTEXT | TAKES_WRITTEN);
  OpenLexicon *lexicon = lexicon_of_call(fcinfo);
  khitai_query query = {.size = sizeof query};
  khitai_result *result = NULL;
  khitai_error error;
  query.name.data = VARDATA_ANY(in);
  query.name.size = VARSIZE_ANY_EXHDR(in);
  query.lang = options.lang;
  query.type = options.type;
  query.flags = options.flags;
  query.year = options.year;
  query.written = options.written;
  InitMaterializedSRF(fcinfo, 0);
  if (khitai_resolve(lexicon->lexicon, &query, &result, &error) != KHITAI_OK) {
    report_failure(&error);
  }
  PG_TRY();
  { put_candidates(fcinfo, result); }
  PG_FINALLY();
  { khitai_result_free(result); }
  PG_END_TRY();
  return (Datum)0;
}

// The file, if it is a lexicon that can be used.
static void put_lexicon(FunctionCallInfo fcinfo, const char *folder,
                        const char *file) {
  khitai_lexicon *lexicon = NULL;
  char *path = psprintf("%s/%s", folder, file);
  char hash[17];
  Datum row[2];
  bool nulls[2] = {false};
  if (khitai_lexicon_open(path, &lexicon, NULL) != KHITAI_OK) return;
  strlcpy(hash, khitai_lexicon_hash(lexicon), sizeof hash);
  khitai_lexicon_free(lexicon);
  row[0] = CStringGetTextDatum(hash);
  row[1] = CStringGetTextDatum(file);
  put_row(fcinfo, row, nulls);
}

PG_FUNCTION_INFO_V1(khitai_sql_lexica);
Datum khitai_sql_lexica(PG_FUNCTION_ARGS) {
  char *rest = lexicon_folders();
  InitMaterializedSRF(fcinfo, 0);
  while (rest != NULL) {
    char *folder = rest;
    char *end = strchr(rest, ':');
    DIR *all;
    struct dirent *one;
    if (end != NULL) *end = '\0';
    rest = end == NULL ? NULL : end + 1;
    if (*folder == '\0') continue;
    all = AllocateDir(folder);
    // A folder that is not there has no lexica.
    if (all == NULL) continue;
    while ((one = ReadDir(all, folder)) != NULL) {
      const size_t length = strlen(one->d_name);
      if (length > 5 && strcmp(one->d_name + length - 5, ".klex") == 0) {
        put_lexicon(fcinfo, folder, one->d_name);
      }
    }
    FreeDir(all);
  }
  return (Datum)0;
}

PG_FUNCTION_INFO_V1(khitai_sql_default_lexicon);
Datum khitai_sql_default_lexicon(PG_FUNCTION_ARGS) {
  PG_RETURN_TEXT_P(
      cstring_to_text(khitai_lexicon_hash(lexicon_of_hash(NULL)->lexicon)));
}

PG_FUNCTION_INFO_V1(khitai_sql_lexicon_version);
Datum khitai_sql_lexicon_version(PG_FUNCTION_ARGS) {
  PG_RETURN_TEXT_P(cstring_to_text(
      psprintf("%s.%u", khitai_lexicon_hash(lexicon_of_call(fcinfo)->lexicon),
               khitai_tokens_version())));
}

PG_FUNCTION_INFO_V1(khitai_sql_tokens_version);
Datum khitai_sql_tokens_version(PG_FUNCTION_ARGS) {
  PG_RETURN_INT32((int32)khitai_tokens_version());
}
