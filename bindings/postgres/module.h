// SPDX-License-Identifier: Apache-2.0
//
// What the files of the extension have in common. It is C: an error of
// PostgreSQL leaves a function by longjmp, which runs no destructor, and here
// there are none. All C++ is behind the C interface of khitai, out of which no
// exception comes.
//
// What the library owns is given back by PG_FINALLY, or by the memory context
// that a Reading lives in. One thread: a backend has no other.

#ifndef KHITAI_POSTGRES_MODULE_H_
#define KHITAI_POSTGRES_MODULE_H_

#include "postgres.h"

#include "fmgr.h"
#include "khitai/c_search.h"
#include "nodes/pg_list.h"

// ---- Lexica (lexica.c)

// A lexicon that this backend has opened; never closed, for its pages are
// shared by all processes. The tokenizers are ones that nobody uses.
enum { IDLE_TOKENIZERS = 2 };
typedef struct OpenLexicon {
  struct OpenLexicon *next;
  khitai_lexicon *lexicon;
  khitai_tokenizer *idle[IDLE_TOKENIZERS];
  int idle_count;
} OpenLexicon;

// The setting khitai.lexica.
extern char *khitai_lexica_setting;

// Where lexica are looked for, with ':' between: the setting's folders, then
// the one that belongs to the server.
char *lexicon_folders(void);

// The lexicon of the database: the one that the dictionary `khitai` in the
// schema of the function that is called has as its option. Looked up in the
// system catalog by each call, and so is always what this transaction sees.
OpenLexicon *lexicon_of_call(FunctionCallInfo fcinfo);
// By its hash; with NULL the one that new databases get.
OpenLexicon *lexicon_of_hash(const char *hash);

// The options of a dictionary.
typedef struct Identity {
  const char *lexicon;  // 16 hex digits; NULL: none
  const char *tokens;   // khitai_tokens_version(); NULL: not told
} Identity;
Identity read_identity(List *options);
// Fails unless this server can make the tokens that the identity stands for.
OpenLexicon *lexicon_of_identity(Identity identity, const char *dictionary);

// Ends the statement with an error of the library's.
pg_attribute_noreturn() void report_failure(const khitai_error *error);

// ---- Tokens of a text (reading.c)

// Lives in a memory context of its own within the current one, and gives its
// tokenizer back when that goes.
typedef struct Reading {
  MemoryContext context;
  MemoryContextCallback gone;
  OpenLexicon *lexicon;
  khitai_tokenizer *tokenizer;
  size_t size;  // of the text, in bytes
  khitai_tokens tokens;
} Reading;

// With `extra` bytes behind it that are zero. The text is not copied.
Reading *begin_reading(OpenLexicon *lexicon, int purpose, const char *text,
                       size_t size, size_t extra);
void end_reading(Reading *reading);

// Takes a tokenizer that nobody else uses. Give it back before an error.
khitai_tokenizer *take_tokenizer(OpenLexicon *lexicon);
void give_back_tokenizer(OpenLexicon *lexicon, khitai_tokenizer *tokenizer,
                         size_t size);

// Token `number`; not ended by a zero byte.
khitai_text token_text(const khitai_tokens *tokens, uint32_t number);

// ---- The parses that run (parser.c)

// The place of a running parse whose text has `word` at this very address;
// NULL if there is none.
const khitai_place *place_at(const char *word, size_t size,
                             const khitai_tokens **tokens);

// ---- Options of functions (options.c)

// Which options a function takes, as bits.
enum {
  TAKES_CONTEXT = 1,  // lang, type, year
  TAKES_WRITTEN = 2,
  TAKES_SEARCH = 4,  // expand, senses, words, ids
};

typedef struct Options {
  const char *lang;
  const char *type;
  uint32_t flags;  // of the library
  int32_t year;
  int32_t written;
  int32_t expand;
} Options;

// "expand=cognates, words"; what is not taken is an error.
Options read_options(const text *written, int takes);

#endif  // KHITAI_POSTGRES_MODULE_H_
