// SPDX-License-Identifier: Apache-2.0
//
// khitai for C, and for every language that can call C: open a compiled
// lexicon, find the names of a text, resolve one name, make keys, read cards,
// and annotate many short texts at once in the layout of Apache Arrow.
//
//   khitai_error error;
//   khitai_lexicon *lexicon = NULL;
//   if (khitai_lexicon_open("khitai.klex", &lexicon, &error) != KHITAI_OK)
//     fprintf(stderr, "%s\n", error.message);
//
// Text is UTF-8 with its size in bytes; bytes that are not UTF-8 match nothing.
// It need not end in a zero byte and may hold some, but where a parameter is a
// `const char *` without a size (paths, languages, types). Offsets are bytes,
// half open.
//
// Errors: what can fail returns a code, KHITAI_OK (0) or what went wrong, and
// fills in a khitai_error of the caller's. No C++ exception leaves the library.
// A NULL where something is needed is KHITAI_INVALID; accessors take NULL and
// numbers out of range and answer with nothing (0, -1, an empty text). On
// failure an `out` handle is NULL.
//
// Ownership: a handle that a function makes belongs to the caller, who gives it
// back to the `_free` function of its kind; these take NULL. A khitai_text
// that comes from a handle lives as long as the handle. A result, batch or list
// of strings keeps what it needs of its lexicon: the lexicon's handle may be
// freed first.
//
// Threads: a lexicon may be used by any number of threads at once, until it is
// freed. A result, batch or list belongs to one thread at a time; to read it
// from several at once is fine. The library keeps no state of its own.
//
// ABI: a program that was built with one KHITAI_ABI_VERSION runs with every
// later library of the same one (docs/embed.md).

#ifndef KHITAI_C_H_
#define KHITAI_C_H_

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define KHITAI_API __attribute__((visibility("default")))
#else
#define KHITAI_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

// ---- Versions

#define KHITAI_ABI_VERSION 0

// "0.1.0"; never freed.
KHITAI_API const char *khitai_version(void);
// KHITAI_ABI_VERSION of the library that runs.
KHITAI_API uint32_t khitai_abi_version(void);
// Of the compiled lexica that it reads, and of the folding: keys that are kept
// in an index are good as long as the latter is the same.
KHITAI_API uint32_t khitai_format_version(void);
KHITAI_API uint32_t khitai_fold_version(void);

// ---- Errors

enum {
  KHITAI_OK = 0,
  KHITAI_INVALID = 1,   // an argument: which one, and what was expected
  KHITAI_IO = 2,        // a file that cannot be read
  KHITAI_FORMAT = 3,    // no compiled lexicon, a damaged one, another version
  KHITAI_LIMIT = 4,     // too large for the offsets or the library
  KHITAI_SHORT = 5,     // the caller's buffer is too small
  KHITAI_MEMORY = 6,    // out of memory
  KHITAI_INTERNAL = 7,  // a mistake of the library's
};

// Where an error is told; every function that takes one also takes NULL. It
// needs no initialization. `message` is one line of UTF-8 that ends in a zero
// byte, cut where it is too long; empty after KHITAI_OK.
typedef struct khitai_error {
  int32_t code;
  char message[508];
} khitai_error;

// ---- Text

typedef struct khitai_text {
  const char *data;  // not ended by a zero byte; not NULL when it comes out
  size_t size;       // bytes
} khitai_text;

// ---- Lexica

typedef struct khitai_lexicon khitai_lexicon;

// Maps the file; constant time, and its pages are shared by processes. Checks
// header, versions and bounds.
KHITAI_API int khitai_lexicon_open(const char *path, khitai_lexicon **out,
                                   khitai_error *error);
// The same of bytes in memory, which are copied.
KHITAI_API int khitai_lexicon_open_bytes(const void *bytes, size_t size,
                                         khitai_lexicon **out,
                                         khitai_error *error);
// Compares all of it with its checksums. Linear in the file.
KHITAI_API int khitai_lexicon_verify(const khitai_lexicon *lexicon,
                                     khitai_error *error);
// Its identity, 16 hex digits and a zero byte; lives as long as the handle.
// Empty for NULL.
KHITAI_API const char *khitai_lexicon_hash(const khitai_lexicon *lexicon);
KHITAI_API void khitai_lexicon_free(khitai_lexicon *lexicon);

// ---- Entities and their forms
//
// Entities and forms are numbers below the count, good for this lexicon only;
// ids are for keeping. Constant time unless said otherwise.

#define KHITAI_NONE UINT32_MAX     // no entity, no form
#define KHITAI_EARLIEST INT32_MIN  // open ends of a span of years
#define KHITAI_LATEST INT32_MAX

KHITAI_API uint32_t khitai_entity_count(const khitai_lexicon *lexicon);
// KHITAI_NONE when there is none. Logarithmic.
KHITAI_API uint32_t khitai_entity_find(const khitai_lexicon *lexicon,
                                       const char *id, size_t id_size);
KHITAI_API khitai_text khitai_entity_id(const khitai_lexicon *lexicon,
                                        uint32_t entity);
KHITAI_API khitai_text khitai_entity_type(const khitai_lexicon *lexicon,
                                          uint32_t entity);
KHITAI_API khitai_text khitai_entity_label(const khitai_lexicon *lexicon,
                                           uint32_t entity);
// The form to show in a language ("fa", "zh-Hant"; NULL: the label), else the
// label. Linear in the entity's forms.
KHITAI_API khitai_text khitai_entity_label_in(const khitai_lexicon *lexicon,
                                              uint32_t entity,
                                              const char *lang);
KHITAI_API khitai_text khitai_entity_description(const khitai_lexicon *lexicon,
                                                 uint32_t entity);
// Dates as the source has them ("1124", "c. 1087"); empty: not known.
KHITAI_API khitai_text khitai_entity_from(const khitai_lexicon *lexicon,
                                          uint32_t entity);
KHITAI_API khitai_text khitai_entity_to(const khitai_lexicon *lexicon,
                                        uint32_t entity);
// The same as years, both included; KHITAI_EARLIEST, KHITAI_LATEST where open.
// Either pointer may be NULL.
KHITAI_API void khitai_entity_years(const khitai_lexicon *lexicon,
                                    uint32_t entity, int32_t *from,
                                    int32_t *to);
// Writes the first `capacity` of the forms that may mean the entity, in the
// lexicon's order, each once, and how many there are. `forms` may be NULL with
// a capacity of 0. Linear in the answer.
KHITAI_API int khitai_entity_forms(const khitai_lexicon *lexicon,
                                   uint32_t entity, uint32_t *forms,
                                   size_t capacity, size_t *count,
                                   khitai_error *error);

// How a form is used in texts, as bits.
enum {
  KHITAI_USE_PART = 1,    // never alone
  KHITAI_USE_CUE = 2,     // only beside a cue or a supporting mention
  KHITAI_USE_CASED = 4,   // only in this casing
  KHITAI_USE_LANG = 8,    // only in a text of its language
  KHITAI_USE_NEVER = 16,  // not found in texts
  KHITAI_USE_LABEL = 32,  // the form to show in its language
};

KHITAI_API uint32_t khitai_form_count(const khitai_lexicon *lexicon);
KHITAI_API khitai_text khitai_form_text(const khitai_lexicon *lexicon,
                                        uint32_t form);
// BCP 47 tags, separated by blanks.
KHITAI_API khitai_text khitai_form_lang(const khitai_lexicon *lexicon,
                                        uint32_t form);
KHITAI_API uint32_t khitai_form_use(const khitai_lexicon *lexicon,
                                    uint32_t form);
// 1: made by a rule; 0: attested by a source.
KHITAI_API int khitai_form_is_generated(const khitai_lexicon *lexicon,
                                        uint32_t form);

// ---- Keys
//
// What two spellings are compared by: L0 the same string but for its encoding,
// L1 the same spelling, L2 the same word in another convention, L3 consonants.

// Writes the L1 key and its size; KHITAI_SHORT, with the size and nothing
// written, when the capacity is less. 3 * size bytes are always enough. No
// lexicon is needed. Linear.
KHITAI_API int khitai_l1_key(const char *text, size_t size, char *out,
                             size_t capacity, size_t *out_size,
                             khitai_error *error);

typedef struct khitai_strings khitai_strings;

// All keys of a level (0 to 3). L0 and L1 are one key, and need no lexicon
// (NULL). `lang` (BCP 47) may be NULL.
KHITAI_API int khitai_keys(const khitai_lexicon *lexicon, int level,
                           const char *text, size_t size, const char *lang,
                           khitai_strings **out, khitai_error *error);
KHITAI_API size_t khitai_strings_count(const khitai_strings *strings);
KHITAI_API khitai_text khitai_strings_text(const khitai_strings *strings,
                                           size_t index);
KHITAI_API void khitai_strings_free(khitai_strings *strings);

// ---- Annotating one text
//
// Options and queries are filled in by field names; what is zero is the
// default, so that fields may be added at the end:
//
//   khitai_annotate_options options = {.size = sizeof options, .lang = "fa"};
//
// NULL options are all defaults. A larger `size` than the library's is good as
// long as what it does not know is zero.

enum {
  KHITAI_YEAR = 1,      // the field `year` counts
  KHITAI_WRITTEN = 2,   // the field `written` counts
  KHITAI_OVERLAPS = 4,  // nested and overlapping mentions, too (annotate)
  KHITAI_REASONS = 8,   // reasons in words for each candidate (annotate):
                        // slower; what is resolved always has them
  KHITAI_SPELLED = 16,  // no other spellings than the one asked for (resolve)
};

typedef struct khitai_annotate_options {
  size_t size;               // sizeof(khitai_annotate_options)
  const char *lang;          // of the text, BCP 47; NULL: guessed
  const char *type;          // only entities of this type; NULL: all
  uint32_t flags;            // of the above
  int32_t year;              // time spoken of, with KHITAI_YEAR: -9999 to 9999
  int32_t written;           // time of the text, with KHITAI_WRITTEN
  uint32_t most_candidates;  // kept of each mention; 0: all
  double decide;  // a best candidate below it is ambiguous; 0: the default
} khitai_annotate_options;

typedef struct khitai_result khitai_result;

// Finds the names of a text of at most 2^31 - 1 bytes, read as plain text; it
// is only read, and not kept. Time and memory are linear in it.
KHITAI_API int khitai_annotate(const khitai_lexicon *lexicon, const char *text,
                               size_t size,
                               const khitai_annotate_options *options,
                               khitai_result **out, khitai_error *error);

// ---- Resolving one name

typedef struct khitai_query {
  size_t size;                  // sizeof(khitai_query)
  khitai_text name;             // or a heading: "Yeh-lu, Ta-shih, 1087-1143"
  const char *lang;             // BCP 47; NULL: unknown
  const char *type;             // only entities of this type; NULL: all
  khitai_text context;          // text that stands around the name
  const khitai_text *parallel;  // the same name in other scripts
  size_t parallel_count;
  uint32_t flags;  // KHITAI_YEAR, KHITAI_WRITTEN, KHITAI_SPELLED
  int32_t year;    // as of khitai_annotate_options
  int32_t written;
  uint32_t most_candidates;
  double decide;  // 0: the default
} khitai_query;

// The result has one mention, the whole of the name; its candidates are what
// the name may mean, or (decision KHITAI_NO_MATCH) what came nearest: none or
// more. Name and context of at most 2^31 - 1 bytes each.
KHITAI_API int khitai_resolve(const khitai_lexicon *lexicon,
                              const khitai_query *query, khitai_result **out,
                              khitai_error *error);

// ---- Results
//
// Mentions by their begin, the longer ones first; the candidates of each, the
// best first. Constant time.

enum {
  KHITAI_NO_MATCH = 0,
  KHITAI_MATCH = 1,      // the first candidate it is
  KHITAI_AMBIGUOUS = 2,  // undecided among the candidates
};

KHITAI_API void khitai_result_free(khitai_result *result);
// The language that was given or guessed; empty: unknown.
KHITAI_API khitai_text khitai_result_lang(const khitai_result *result);
KHITAI_API size_t khitai_result_count(const khitai_result *result);

KHITAI_API size_t khitai_mention_begin(const khitai_result *result,
                                       size_t mention);
KHITAI_API size_t khitai_mention_end(const khitai_result *result,
                                     size_t mention);
// The stem without inflection.
KHITAI_API size_t khitai_mention_core_begin(const khitai_result *result,
                                            size_t mention);
KHITAI_API size_t khitai_mention_core_end(const khitai_result *result,
                                          size_t mention);
// -1: no such mention.
KHITAI_API int khitai_mention_decision(const khitai_result *result,
                                       size_t mention);
KHITAI_API size_t khitai_mention_candidates(const khitai_result *result,
                                            size_t mention);

// Of the candidate of that rank, from 0: its number, id, label and type, and
// the lexicon's spelling that met.
KHITAI_API uint32_t khitai_candidate_entity(const khitai_result *result,
                                            size_t mention, size_t rank);
KHITAI_API khitai_text khitai_candidate_id(const khitai_result *result,
                                           size_t mention, size_t rank);
KHITAI_API khitai_text khitai_candidate_label(const khitai_result *result,
                                              size_t mention, size_t rank);
KHITAI_API khitai_text khitai_candidate_type(const khitai_result *result,
                                             size_t mention, size_t rank);
KHITAI_API khitai_text khitai_candidate_form(const khitai_result *result,
                                             size_t mention, size_t rank);
KHITAI_API double khitai_candidate_probability(const khitai_result *result,
                                               size_t mention, size_t rank);
// Why; what each adds to the log-odds is its weight. Of a text the words are
// empty without KHITAI_REASONS.
KHITAI_API size_t khitai_candidate_reasons(const khitai_result *result,
                                           size_t mention, size_t rank);
KHITAI_API khitai_text khitai_candidate_reason(const khitai_result *result,
                                               size_t mention, size_t rank,
                                               size_t reason);
KHITAI_API double khitai_candidate_weight(const khitai_result *result,
                                          size_t mention, size_t rank,
                                          size_t reason);

// ---- Annotating many texts
//
// A column of texts in, columns of mentions out, in the layout of Apache Arrow:
// text i of the rows is data[offsets[first + i]] up to offsets[first + i + 1],
// null where bit `first + i` of `validity` (least significant first) is 0.
// `first` is the `offset` of an Arrow array, 0 for a whole one. Each text is
// annotated by itself, exactly as by khitai_annotate.
//
// The caller keeps the buffers until the call returns; there are first + rows +
// 1 offsets (none are needed for no rows) and as many bytes of data as the last
// one says. `validity` may be NULL: no nulls. Offsets that are negative or fall
// are KHITAI_INVALID, a text over 2^31 - 1 bytes or more mentions than the
// result's offsets can count KHITAI_LIMIT: nothing is cut.
//
// One thread does it all: for more, share out the rows. What short texts have
// in common is looked up once, so that many at once are faster than one by one.

typedef struct khitai_batch khitai_batch;

KHITAI_API int khitai_annotate_batch32(const khitai_lexicon *lexicon,
                                       const khitai_annotate_options *options,
                                       const int32_t *offsets,
                                       const uint8_t *data, size_t first,
                                       size_t rows, const uint8_t *validity,
                                       khitai_batch **out, khitai_error *error);
KHITAI_API int khitai_annotate_batch64(const khitai_lexicon *lexicon,
                                       const khitai_annotate_options *options,
                                       const int64_t *offsets,
                                       const uint8_t *data, size_t first,
                                       size_t rows, const uint8_t *validity,
                                       khitai_batch **out, khitai_error *error);

// The columns belong to the batch. A list column: row i has the mentions
// list_offsets[i] up to list_offsets[i + 1]; a null text has a null list, which
// is empty. Every buffer but `row_validity` is there even when it is empty, and
// aligned to 8 bytes. Fields may be added at the end.
typedef struct khitai_columns {
  size_t rows;
  size_t mentions;                // of all rows
  const int32_t *list_offsets32;  // rows + 1; NULL from batch64
  const int64_t *list_offsets64;  // rows + 1; NULL from batch32
  const uint8_t *row_validity;    // bits, from bit 0; NULL: no nulls
  size_t row_nulls;
  // One value a mention; offsets are bytes of the row's own text.
  const int32_t *begin;
  const int32_t *end;
  const int32_t *core_begin;
  const int32_t *core_end;
  const int8_t *decision;     // KHITAI_MATCH, KHITAI_AMBIGUOUS
  const double *probability;  // of the first candidate
  const int32_t *entity;      // the first candidate, in the dictionary
  // The dictionary: each entity once, as it was met first.
  size_t entities;
  const int32_t *id_offsets;       // entities + 1
  const uint8_t *id_data;          // ids, UTF-8
  const uint32_t *entity_numbers;  // for khitai_entity_label and the like
} khitai_columns;

// NULL for NULL.
KHITAI_API const khitai_columns *khitai_batch_columns(
    const khitai_batch *batch);
KHITAI_API void khitai_batch_free(khitai_batch *batch);

#ifdef __cplusplus
}  // extern "C"
#endif

#endif  // KHITAI_C_H_
