// SPDX-License-Identifier: Apache-2.0
//
// khitai for C, for search engines: what an index holds of a text, what a query
// asks of it, lexica side by side, and what another lexicon changes. Rules of
// errors, ownership and threads are those of c.h; docs/search.md tells how an
// index is built of this.

#ifndef KHITAI_C_SEARCH_H_
#define KHITAI_C_SEARCH_H_

#include <khitai/c.h>

#ifdef __cplusplus
extern "C" {
#endif

// ---- Lexica side by side
//
// An index is of one lexicon: it stores khitai_lexicon_hash() and
// khitai_tokens_version(), and is read and written with those alone.

// Of what khitai_tokenize() makes of a text.
KHITAI_API uint32_t khitai_tokens_version(void);

// Opens the lexicon of that hash among the files *.klex of `folders` (paths
// with ':' between them), whatever they are called. With a hash that is NULL or
// empty: khitai.klex of the first folder that has one. A hash that is none is
// KHITAI_INVALID; where no folder has it, KHITAI_IO says where was looked for
// it. Reads the header of each file.
KHITAI_API int khitai_lexicon_find(const char *folders, const char *hash,
                                   khitai_lexicon **out, khitai_error *error);

// ---- Tokens
//
// A text is places in a row: words, characters of Han and its like, and names,
// each of which is one place however many words it has. A place has tokens,
// UTF-8 of at most 255 bytes without control characters. What begins with a
// sign is no word, for signs are in no word:
//
//   @qara-khitai   the entity may be meant here
//   =qara-khitai   it was decided that it is (KHITAI_DECIDED)
//   #qara-khitai   a form of that name of the lexicon
//   !qara khitai   the lexicon has this spelling (its key)

// Keeps what it has learnt of words: make one, use it often. One thread at a
// time; the lexicon's handle may be freed first.
typedef struct khitai_tokenizer khitai_tokenizer;

enum {
  KHITAI_DECIDED = 64,  // with `=` tokens; slower by about a half
};
// `flags`: 0 or KHITAI_DECIDED.
KHITAI_API int khitai_tokenizer_new(const khitai_lexicon *lexicon,
                                    uint32_t flags, khitai_tokenizer **out,
                                    khitai_error *error);
KHITAI_API void khitai_tokenizer_free(khitai_tokenizer *tokenizer);

// What tokens are made for.
enum {
  // All that an index holds of a text: each token of each place.
  KHITAI_INDEX = 0,
  // What a query asks for, as a phrase: at each place any of its tokens, place
  // after place. Of a word that is typed in part ask KHITAI_WORDS.
  // A text that begins with the sign of a token is that token as it stands;
  // behind a ~ names are words.
  KHITAI_ASK = 1,
  // The same without regard to names.
  KHITAI_WORDS = 2,
};

enum {
  KHITAI_PLACE_WORD = 0,
  KHITAI_PLACE_NAME = 1,     // may name an entity
  KHITAI_PLACE_SPELLED = 2,  // spelled as a name, but nothing speaks for it
};

typedef struct khitai_place {
  uint32_t begin;  // bytes of the text; places do not overlap
  uint32_t end;
  uint32_t first;  // its tokens, at least one: first up to last (half-open)
  uint32_t last;
  uint32_t kind;
} khitai_place;

typedef struct khitai_tokens {
  size_t place_count;
  const khitai_place *places;
  size_t token_count;
  // Token i is bytes[ends[i - 1]] (or 0) up to bytes[ends[i]].
  const uint32_t *ends;
  const char *bytes;
} khitai_tokens;

// Fills in `out`, which is good until the tokenizer is used again. At most 2^31
// - 1 bytes. Linear. Of an index the tokens are a function of lexicon, flags
// and text alone.
KHITAI_API int khitai_tokenize(khitai_tokenizer *tokenizer, int purpose,
                               const char *text, size_t size,
                               khitai_tokens *out, khitai_error *error);

// ---- Queries
//
// What was typed into a search box, in the syntax of an engine: `khitai query`.

enum {
  KHITAI_FTS5 = 0,  // the right side of MATCH
  KHITAI_POSTGRES = 1,
  KHITAI_LUCENE = 2,
  KHITAI_ELASTICSEARCH = 3,
  KHITAI_SOLR = 4,
  KHITAI_SQL_LIKE = 5,
};

enum {
  KHITAI_EXPAND_ENTITY = 0,    // all names of what is meant
  KHITAI_EXPAND_NAME = 1,      // this name alone
  KHITAI_EXPAND_COGNATES = 2,  // all names of one origin
};

enum {
  KHITAI_ALL_SENSES = 128,  // unlikely ones, too
  KHITAI_IDS_ONLY = 256,    // not the name as it was typed
  KHITAI_SPELLINGS = 512,   // the index has no ids: ask for spellings
  // The index was made of tokens: FTS5 gets a query of them for the right side
  // of MATCH, PostgreSQL the text of a tsquery; fields are not named.
  KHITAI_OF_TOKENS = 1024,
  // With KHITAI_OF_TOKENS: names are words like others.
  KHITAI_AS_WORDS = 2048,
};

typedef struct khitai_search_options {
  size_t size;     // sizeof(khitai_search_options)
  uint32_t flags;  // of the above, and KHITAI_YEAR
  int32_t expand;
  const char *lang;       // of the query; NULL: guessed
  const char *type;       // only entities of this type; NULL: all
  int32_t year;           // with KHITAI_YEAR: time spoken of
  uint32_t limit;         // of spellings of a name; 0: 50
  const char *field;      // has the text; NULL: "body"
  const char *ids_field;  // has the ids; NULL: "khitai_ids"
} khitai_search_options;

// One text, empty when nothing is asked for: no letter, no digit was typed.
// Whatever was typed is text in it, never syntax. NULL options: all defaults.
KHITAI_API int khitai_search(const khitai_lexicon *lexicon, int engine,
                             const char *text, size_t size,
                             const khitai_search_options *options,
                             khitai_strings **out, khitai_error *error);

// A text with the names that are sure in one spelling each, as `khitai
// normalize`: `prefer` is a language or convention ("en", "zh-Latn-pinyin";
// NULL: each as it stands most often). One text.
KHITAI_API int khitai_normalize(const khitai_lexicon *lexicon, const char *text,
                                size_t size, const char *prefer,
                                khitai_strings **out, khitai_error *error);

// ---- Another lexicon
//
// Of which texts of an index another lexicon makes other tokens.

typedef struct khitai_changes khitai_changes;

// Compares two lexica. Linear in both (some 300 ms at 100,000 forms).
KHITAI_API int khitai_changes_new(const khitai_lexicon *before,
                                  const khitai_lexicon *after,
                                  khitai_changes **out, khitai_error *error);
KHITAI_API void khitai_changes_free(khitai_changes *changes);
// Whether a text may have other tokens: 0 is certain, but for tokenizers with
// KHITAI_DECIDED, whose `=` tokens weigh all that is known. As fast as folding.
// 1 for NULL. Any number of threads at once.
KHITAI_API int khitai_changes_may_affect(const khitai_changes *changes,
                                         const char *text, size_t size);
// 1 when rules changed (endings, cues), and any text may be affected.
KHITAI_API int khitai_changes_is_general(const khitai_changes *changes);

// Whether an index holds other tokens of the text with the one than with the
// other: 0 or 1 in `out`.
KHITAI_API int khitai_tokens_differ(khitai_tokenizer *before,
                                    khitai_tokenizer *after, const char *text,
                                    size_t size, int *out, khitai_error *error);

#ifdef __cplusplus
}  // extern "C"
#endif

#endif  // KHITAI_C_SEARCH_H_
