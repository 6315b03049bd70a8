// SPDX-License-Identifier: Apache-2.0
//
// The text search parsers `khitai` (texts) and `khitai_query` (queries). A text
// is read whole when its parse begins; then its places come out one by one, and
// what is between them as blanks, so that every byte does: ts_headline puts the
// text together again from what comes out.
//
// What the dictionary has to answer for a place depends on all of the text. It
// gets a pointer into the text: by it the place is found (place_at).
//
// PostgreSQL drops what is longer than MAXSTRLEN bytes, with a notice. So that
// is cut: the tokens of a long place belong to its first piece, the rest is
// blank.
#include "module.h"

#include "tsearch/ts_public.h"
#include "tsearch/ts_utils.h"

// Types of what comes out. pg_catalog.prsd_headline knows types by the numbers
// of the default parser: 2 is a word there, 12 a blank, and above 23 are words
// as well; all others are something special that is skipped or replaced.
enum {
  TYPE_END = 0,
  TYPE_WORD = 2,
  TYPE_BLANK = 12,
  TYPE_NAME = 24,
  TYPE_SPELLED = 25,
};

#define MOST_PIECE (MAXSTRLEN - 47)

typedef struct Parse {
  struct Parse *outer;  // the parse that ran when this one began
  MemoryContextCallback gone;
  Reading *reading;
  const char *text;  // the caller's
  char *copy;
  size_t size;
  size_t at;    // byte that comes out next
  size_t next;  // place that comes out next
} Parse;

static Parse *running = NULL;

static void parse_gone(void *argument) {
  Parse **at = &running;
  while (*at != NULL && *at != argument) at = &(*at)->outer;
  if (*at != NULL) *at = (*at)->outer;
}

// At most `size` bytes, cut at the beginning of a character.
static size_t piece_size(const char *bytes, size_t size) {
  size_t cut = MOST_PIECE;
  if (size <= MOST_PIECE) return size;
  while (cut > MOST_PIECE - 4 && (bytes[cut] & 0xC0) == 0x80) --cut;
  return (bytes[cut] & 0xC0) == 0x80 ? MOST_PIECE : cut;
}

static Datum begin_parse(FunctionCallInfo fcinfo, int purpose) {
  const char *text = (const char *)PG_GETARG_POINTER(0);
  const size_t size = PG_GETARG_INT32(1);
  Reading *reading = begin_reading(lexicon_of_call(fcinfo), purpose, text, size,
                                   sizeof(Parse));
  Parse *parse = (Parse *)(reading + 1);
  parse->reading = reading;
  parse->text = text;
  parse->size = size;
  parse->copy = MemoryContextAllocHuge(reading->context, size + 1);
  memcpy(parse->copy, text, size);
  parse->gone.func = parse_gone;
  parse->gone.arg = parse;
  MemoryContextRegisterResetCallback(reading->context, &parse->gone);
  parse->outer = running;
  running = parse;
  return PointerGetDatum(parse);
}

PG_FUNCTION_INFO_V1(khitai_sql_start);
Datum khitai_sql_start(PG_FUNCTION_ARGS) {
  return begin_parse(fcinfo, KHITAI_INDEX);
}

PG_FUNCTION_INFO_V1(khitai_sql_start_query);
Datum khitai_sql_start_query(PG_FUNCTION_ARGS) {
  return begin_parse(fcinfo, KHITAI_ASK);
}

static int type_of(const khitai_place *place) {
  if (place->kind == KHITAI_PLACE_NAME) return TYPE_NAME;
  return place->kind == KHITAI_PLACE_SPELLED ? TYPE_SPELLED : TYPE_WORD;
}

PG_FUNCTION_INFO_V1(khitai_sql_token);
Datum khitai_sql_token(PG_FUNCTION_ARGS) {
  Parse *parse = (Parse *)PG_GETARG_POINTER(0);
  const char **out = (const char **)PG_GETARG_POINTER(1);
  int *out_size = (int *)PG_GETARG_POINTER(2);
  const khitai_tokens *tokens = &parse->reading->tokens;
  const bool more = parse->next < tokens->place_count;
  const khitai_place *place = more ? &tokens->places[parse->next] : NULL;
  size_t end = more ? place->begin : parse->size;
  int type = TYPE_BLANK;
  if (more && parse->at == place->begin) {
    end = place->end;
    type = type_of(place);
    ++parse->next;
  }
  *out = parse->text + parse->at;
  *out_size = (int)piece_size(*out, end - parse->at);
  parse->at += *out_size;
  return Int32GetDatum(*out_size == 0 ? TYPE_END : type);
}

PG_FUNCTION_INFO_V1(khitai_sql_end);
Datum khitai_sql_end(PG_FUNCTION_ARGS) {
  end_reading(((Parse *)PG_GETARG_POINTER(0))->reading);
  PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(khitai_sql_types);
Datum khitai_sql_types(PG_FUNCTION_ARGS) {
  static const struct {
    int type;
    const char *alias;
    const char *description;
  } types[] = {{TYPE_WORD, "word", "Word, or character of a script like Han"},
               {TYPE_BLANK, "blank", "What is between words"},
               {TYPE_NAME, "name", "Name that may mean an entity"},
               {TYPE_SPELLED, "spelled",
                "Spelled like a name, but nothing speaks for it"}};
  LexDescr *out = palloc0(sizeof(LexDescr) * (lengthof(types) + 1));
  int i;
  for (i = 0; i < (int)lengthof(types); ++i) {
    out[i].lexid = types[i].type;
    out[i].alias = pstrdup(types[i].alias);
    out[i].descr = pstrdup(types[i].description);
  }
  return PointerGetDatum(out);
}

// The place that begins at this byte. Logarithmic; the last that came out is
// found at once.
static const khitai_place *find_place(const Parse *parse, size_t begin) {
  const khitai_tokens *tokens = &parse->reading->tokens;
  size_t low = 0;
  size_t high = parse->next;
  if (high > 0 && tokens->places[high - 1].begin == begin) {
    return &tokens->places[high - 1];
  }
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (tokens->places[middle].begin < begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == parse->next || tokens->places[low].begin != begin) return NULL;
  return &tokens->places[low];
}

const khitai_place *place_at(const char *word, size_t size,
                             const khitai_tokens **tokens) {
  const Parse *parse;
  for (parse = running; parse != NULL; parse = parse->outer) {
    const khitai_place *place;
    const size_t begin = (uintptr_t)word - (uintptr_t)parse->text;
    if ((uintptr_t)word < (uintptr_t)parse->text || begin >= parse->size) {
      continue;
    }
    place = find_place(parse, begin);
    if (place == NULL ||
        piece_size(parse->copy + begin, place->end - begin) != size ||
        memcmp(parse->copy + begin, word, size) != 0) {
      continue;
    }
    *tokens = &parse->reading->tokens;
    return place;
  }
  return NULL;
}
