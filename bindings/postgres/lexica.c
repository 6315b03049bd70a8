// SPDX-License-Identifier: Apache-2.0
//
// Which lexicon a database uses, and where the server has it.

#include "module.h"

#include "catalog/pg_ts_dict.h"
#include "commands/defrem.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/syscache.h"

PG_MODULE_MAGIC;

void _PG_init(void);

char *khitai_lexica_setting = NULL;

// All that this backend has opened.
static OpenLexicon *opened = NULL;

// The options that were read last, as they stand in the catalog.
static struct {
  char *options;
  size_t size;
  OpenLexicon *lexicon;
} last;

void _PG_init(void) {
  const int encoding = GetDatabaseEncoding();
  DefineCustomStringVariable(
      "khitai.lexica", "Folders with compiled lexica (*.klex).",
      "With ':' between; the folder khitai of the server's share folder is "
      "always one of them.",
      &khitai_lexica_setting, "", PGC_SUSET, 0, NULL, NULL, NULL);
  MarkGUCPrefixReserved("khitai");
  if (IsUnderPostmaster && encoding != PG_UTF8 && encoding != PG_SQL_ASCII) {
    ereport(
        ERROR,
        (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
         errmsg("khitai needs a database in UTF8, this one is in %s",
                pg_encoding_to_char(encoding)),
         errhint("CREATE DATABASE ... TEMPLATE template0 ENCODING 'UTF8'")));
  }
}

void report_failure(const khitai_error *error) {
  int code = ERRCODE_INTERNAL_ERROR;
  switch (error->code) {
    case KHITAI_INVALID:
      code = ERRCODE_INVALID_PARAMETER_VALUE;
      break;
    case KHITAI_IO:
      code = ERRCODE_UNDEFINED_FILE;
      break;
    case KHITAI_FORMAT:
      code = ERRCODE_CONFIG_FILE_ERROR;
      break;
    case KHITAI_LIMIT:
      code = ERRCODE_PROGRAM_LIMIT_EXCEEDED;
      break;
    case KHITAI_MEMORY:
      code = ERRCODE_OUT_OF_MEMORY;
      break;
  }
  ereport(ERROR, (errcode(code), errmsg("khitai: %s", error->message)));
}

char *lexicon_folders(void) {
  char share[MAXPGPATH];
  get_share_path(my_exec_path, share);
  if (khitai_lexica_setting == NULL || khitai_lexica_setting[0] == '\0') {
    return psprintf("%s/khitai", share);
  }
  return psprintf("%s:%s/khitai", khitai_lexica_setting, share);
}

// Keeps the handle. Fails only for want of memory.
static OpenLexicon *keep_lexicon(khitai_lexicon *lexicon) {
  OpenLexicon *kept =
      MemoryContextAllocExtended(TopMemoryContext, sizeof(OpenLexicon),
                                 MCXT_ALLOC_ZERO | MCXT_ALLOC_NO_OOM);
  if (kept == NULL) {
    khitai_lexicon_free(lexicon);
    ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
  }
  kept->lexicon = lexicon;
  kept->next = opened;
  opened = kept;
  return kept;
}

static OpenLexicon *opened_lexicon(const char *hash) {
  OpenLexicon *at = opened;
  while (at != NULL && strcmp(khitai_lexicon_hash(at->lexicon), hash) != 0) {
    at = at->next;
  }
  return at;
}

OpenLexicon *lexicon_of_hash(const char *hash) {
  khitai_error error;
  khitai_lexicon *lexicon = NULL;
  char *folders;
  OpenLexicon *found = hash == NULL ? NULL : opened_lexicon(hash);
  if (found != NULL) return found;
  folders = lexicon_folders();
  if (khitai_lexicon_find(folders, hash, &lexicon, &error) != KHITAI_OK) {
    if (error.code != KHITAI_IO) report_failure(&error);
    ereport(ERROR,
            (errcode(ERRCODE_UNDEFINED_FILE), errmsg("%s", error.message),
             errhint("Or name its folder in the setting khitai.lexica. SELECT "
                     "* FROM khitai_lexica() tells what is there.")));
  }
  pfree(folders);
  found = opened_lexicon(khitai_lexicon_hash(lexicon));
  if (found == NULL) return keep_lexicon(lexicon);
  khitai_lexicon_free(lexicon);
  return found;
}

Identity read_identity(List *options) {
  Identity identity = {NULL, NULL};
  ListCell *cell;
  foreach (cell, options) {
    DefElem *option = lfirst(cell);
    if (strcmp(option->defname, "lexicon") == 0) {
      identity.lexicon = defGetString(option);
    } else if (strcmp(option->defname, "tokens") == 0) {
      identity.tokens = defGetString(option);
    } else {
      ereport(
          ERROR,
          (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
           errmsg("a khitai dictionary has no option \"%s\"", option->defname),
           errhint("Its options are lexicon (a hash of 16 hex digits) and "
                   "tokens (a version).")));
    }
  }
  return identity;
}

OpenLexicon *lexicon_of_identity(Identity identity, const char *dictionary) {
  char version[16];
  snprintf(version, sizeof version, "%u", khitai_tokens_version());
  if (identity.lexicon == NULL) {
    ereport(ERROR,
            (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
             errmsg("text search dictionary %s has no lexicon", dictionary),
             errhint("ALTER TEXT SEARCH DICTIONARY ... (lexicon = '...'); "
                     "SELECT * FROM khitai_lexica() tells which there are.")));
  }
  if (identity.tokens != NULL && strcmp(identity.tokens, version) != 0) {
    ereport(ERROR,
            (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
             errmsg("text search dictionary %s stands for tokens of "
                    "version %s, this library makes version %s",
                    dictionary, identity.tokens, version),
             errhint("SELECT * FROM khitai_upgrade('%s') rewrites what is "
                     "stored.",
                     identity.lexicon)));
  }
  return lexicon_of_hash(identity.lexicon);
}

// Whether the options are those that were read last; else keeps them.
static bool same_as_last(const char *options, size_t size) {
  char *copy;
  if (last.options != NULL && last.size == size &&
      memcmp(last.options, options, size) == 0) {
    return true;
  }
  copy = MemoryContextAlloc(TopMemoryContext, size + 1);
  memcpy(copy, options, size);
  if (last.options != NULL) pfree(last.options);
  last.options = copy;
  last.size = size;
  last.lexicon = NULL;
  return false;
}

OpenLexicon *lexicon_of_call(FunctionCallInfo fcinfo) {
  Oid schema;
  HeapTuple tuple;
  Datum options;
  text *written;
  bool none;
  Assert(fcinfo->flinfo != NULL);
  schema = get_func_namespace(fcinfo->flinfo->fn_oid);
  tuple = SearchSysCache2(TSDICTNAMENSP, CStringGetDatum("khitai"),
                          ObjectIdGetDatum(schema));
  if (!HeapTupleIsValid(tuple)) {
    ereport(ERROR,
            (errcode(ERRCODE_UNDEFINED_OBJECT),
             errmsg("schema \"%s\" has no text search dictionary \"khitai\"",
                    get_namespace_name(schema)),
             errhint("It tells which lexicon the database uses. DROP and "
                     "CREATE EXTENSION khitai make it again.")));
  }
  options = SysCacheGetAttr(TSDICTNAMENSP, tuple,
                            Anum_pg_ts_dict_dictinitoption, &none);
  written = none ? cstring_to_text("") : DatumGetTextPP(options);
  if (!same_as_last(VARDATA_ANY(written), VARSIZE_ANY_EXHDR(written)) ||
      last.lexicon == NULL) {
    List *all = none ? NIL : deserialize_deflist(options);
    last.lexicon = lexicon_of_identity(
        read_identity(all),
        quote_qualified_identifier(get_namespace_name(schema), "khitai"));
  }
  ReleaseSysCache(tuple);
  return last.lexicon;
}
