// SPDX-License-Identifier: Apache-2.0
//
// Options that functions take as one text: name=value, or a name alone, with
// commas between.
#include "module.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"

typedef struct Value {
  const char *option;
  const char *value;  // NULL: stands without one
  uint32_t flags;
  int32_t expand;
} Value;

// Options whose values are words.
static const Value values[] = {
    {"expand", "entity", 0, KHITAI_EXPAND_ENTITY},
    {"expand", "name", 0, KHITAI_EXPAND_NAME},
    {"expand", "cognates", 0, KHITAI_EXPAND_COGNATES},
    {"senses", "likely", 0, -1},
    {"senses", "all", KHITAI_ALL_SENSES, -1},
    {"words", NULL, KHITAI_AS_WORDS, -1},
    {"ids", NULL, KHITAI_IDS_ONLY, -1},
};

static const char *known_options(int takes) {
  StringInfoData known;
  initStringInfo(&known);
  appendStringInfoString(&known, "lang=..., type=..., year=...");
  if (takes & TAKES_WRITTEN) appendStringInfoString(&known, ", written=...");
  if (takes & TAKES_SEARCH) {
    appendStringInfoString(&known,
                           ", expand=entity|name|cognates, "
                           "senses=likely|all, words, ids");
  }
  return known.data;
}

static void refuse_option(const char *name, const char *value, int takes) {
  ereport(ERROR,
          (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
           value == NULL ? errmsg("unknown option \"%s\"", name)
                         : errmsg("unknown option \"%s=%s\"", name, value),
           errhint("There are: %s.", known_options(takes))));
}

static bool read_word(const char *name, const char *value, Options *out) {
  int i;
  for (i = 0; i < (int)lengthof(values); ++i) {
    if (strcmp(values[i].option, name) != 0) continue;
    if ((value == NULL) != (values[i].value == NULL)) continue;
    if (value != NULL && strcmp(values[i].value, value) != 0) continue;
    out->flags |= values[i].flags;
    if (values[i].expand >= 0) out->expand = values[i].expand;
    return true;
  }
  return false;
}

static int32_t read_year(const char *name, const char *value) {
  char *end = NULL;
  const long year = strtol(value, &end, 10);
  if (end == value || *end != '\0' || year < -9999 || year > 9999) {
    ereport(ERROR,
            (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
             errmsg("option \"%s\" is \"%s\", expected a year", name, value)));
  }
  return (int32_t)year;
}

static void read_option(const char *name, const char *value, int takes,
                        Options *out) {
  if (value != NULL && strcmp(name, "lang") == 0) {
    out->lang = value;
  } else if (value != NULL && strcmp(name, "type") == 0) {
    out->type = value;
  } else if (value != NULL && strcmp(name, "year") == 0) {
    out->year = read_year(name, value);
    out->flags |= KHITAI_YEAR;
  } else if (value != NULL && (takes & TAKES_WRITTEN) != 0 &&
             strcmp(name, "written") == 0) {
    out->written = read_year(name, value);
    out->flags |= KHITAI_WRITTEN;
  } else if ((takes & TAKES_SEARCH) == 0 || !read_word(name, value, out)) {
    refuse_option(name, value, takes);
  }
}

// Without the blanks at its ends.
static char *trimmed(char *text) {
  char *end;
  while (*text == ' ' || *text == '\t' || *text == '\n') ++text;
  end = text + strlen(text);
  while (end > text && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\n')) {
    --end;
  }
  *end = '\0';
  return text;
}

Options read_options(const text *written, int takes) {
  Options out = {NULL, NULL, 0, 0, 0, KHITAI_EXPAND_ENTITY};
  char *rest = text_to_cstring(written);
  while (rest != NULL) {
    char *comma = strchr(rest, ',');
    char *value;
    char *name;
    if (comma != NULL) *comma = '\0';
    value = strchr(rest, '=');
    if (value != NULL) *value++ = '\0';
    name = trimmed(rest);
    if (value != NULL) value = trimmed(value);
    if (value != NULL || *name != '\0') read_option(name, value, takes, &out);
    rest = comma == NULL ? NULL : comma + 1;
  }
  return out;
}
