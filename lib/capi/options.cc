// SPDX-License-Identifier: Apache-2.0

#include "capi/options.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "capi/handles.h"
#include "text/tag.h"

namespace khitai::capi {
namespace {

constexpr int32_t kMostYear = 9999;
constexpr uint32_t kAnnotateFlags =
    KHITAI_YEAR | KHITAI_WRITTEN | KHITAI_OVERLAPS | KHITAI_REASONS;
constexpr uint32_t kResolveFlags =
    KHITAI_YEAR | KHITAI_WRITTEN | KHITAI_SPELLED;
constexpr uint32_t kSearchFlags = uint32_t{KHITAI_YEAR} | KHITAI_ALL_SENSES |
                                  KHITAI_IDS_ONLY | KHITAI_SPELLINGS |
                                  KHITAI_OF_TOKENS | KHITAI_AS_WORDS;
constexpr uint32_t kMostSpellings = 50;  // of a name, where nothing is said
// No struct of a later library has more bytes.
constexpr size_t kMostStruct = 4096;

// Copies a struct that begins with its size. REQUIRES: `given` is not NULL.
template <typename Struct>
Failure read_sized(const char* what, const Struct* given, Struct* out) {
  const size_t size = given->size;
  if (size < sizeof(Struct) || size > kMostStruct) {
    return invalid(std::string(what) + ": size is " + std::to_string(size) +
                   ", expected sizeof, at least " +
                   std::to_string(sizeof(Struct)));
  }
  const char* bytes = reinterpret_cast<const char*>(given);
  if (std::any_of(bytes + sizeof(Struct), bytes + size,
                  [](char byte) { return byte != 0; })) {
    return invalid(std::string(what) +
                   ": has fields of a later library, expected zeros there");
  }
  std::memcpy(out, given, sizeof(Struct));
  return success();
}

Failure read_year(const char* what, bool set, int32_t given,
                  std::optional<int32_t>* year) {
  if (!set) return success();
  if (given < -kMostYear || given > kMostYear) {
    return invalid(std::string(what) + " is " + std::to_string(given) +
                   ", expected -9999 to 9999");
  }
  *year = given;
  return success();
}

Failure read_decide(double given, double* decide) {
  if (given == 0) return success();
  if (!(given > 0 && given <= 1)) {
    return invalid("decide is " + std::to_string(given) +
                   ", expected 0 to 1 (0: the default)");
  }
  *decide = given;
  return success();
}

Failure read_type(const khitai_lexicon& lexicon, const char* given,
                  std::string* type) {
  if (given == nullptr) return success();
  *type = given;
  if (type->empty()) return success();
  const std::vector<std::string>& types = lexicon.types();
  if (std::binary_search(types.begin(), types.end(), *type)) return success();
  std::string known;
  for (const std::string& one : types) {
    known += (known.empty() ? "" : ", ") + one;
  }
  return invalid("type is '" + *type + "', expected one of: " + known);
}

Failure read_flags(uint32_t given, uint32_t known) {
  if ((given & ~known) == 0) return success();
  return invalid("flags are " + std::to_string(given) + ", expected bits of " +
                 std::to_string(known));
}

// What options and queries have in common.
template <typename Struct, typename Wish>
Failure read_common(const khitai_lexicon& lexicon, const Struct& given,
                    uint32_t flags, Wish* wish, double* decide) {
  for (const Failure& failure :
       {read_flags(given.flags, flags), read_lang(given.lang, &wish->lang),
        read_type(lexicon, given.type, &wish->type),
        read_year("year", given.flags & KHITAI_YEAR, given.year, &wish->year),
        read_year("written", given.flags & KHITAI_WRITTEN, given.written,
                  &wish->written),
        read_decide(given.decide, decide)}) {
    if (failure.code != KHITAI_OK) return failure;
  }
  return success();
}

Failure read_text(const char* what, khitai_text given, size_t most,
                  std::string* text) {
  const Failure failure = check_text(what, given.data, given.size, most);
  if (failure.code == KHITAI_OK) *text = view_of(given.data, given.size);
  return failure;
}

Failure read_engine(int given, Engine* engine) {
  constexpr Engine kEngines[] = {Engine::kFts5,   Engine::kPostgres,
                                 Engine::kLucene, Engine::kElasticsearch,
                                 Engine::kSolr,   Engine::kSqlLike};
  if (given < KHITAI_FTS5 || given > KHITAI_SQL_LIKE) {
    return invalid("engine is " + std::to_string(given) +
                   ", expected KHITAI_FTS5 (0) to KHITAI_SQL_LIKE (5)");
  }
  *engine = kEngines[given];
  return success();
}

Failure read_expand(int32_t given, Expand* expand) {
  constexpr Expand kExpands[] = {Expand::kEntity, Expand::kName,
                                 Expand::kCognates};
  if (given < KHITAI_EXPAND_ENTITY || given > KHITAI_EXPAND_COGNATES) {
    return invalid("expand is " + std::to_string(given) +
                   ", expected KHITAI_EXPAND_ENTITY (0) to "
                   "KHITAI_EXPAND_COGNATES (2)");
  }
  *expand = kExpands[given];
  return success();
}

Failure read_field(const char* what, const char* given, std::string* field) {
  if (given == nullptr) return success();
  const std::string problem = field_problem(given);
  if (!problem.empty()) {
    return invalid(std::string(what) + " is '" + given + "', " + problem);
  }
  *field = given;
  return success();
}

void set_search_flags(uint32_t flags, SearchWish* wish) {
  wish->search.all_senses = (flags & KHITAI_ALL_SENSES) != 0;
  wish->search.spellings = (flags & KHITAI_SPELLINGS) != 0;
  wish->engine.ids = (flags & KHITAI_SPELLINGS) == 0;
  wish->engine.typed = (flags & KHITAI_IDS_ONLY) == 0;
  wish->engine.tokens = (flags & KHITAI_OF_TOKENS) != 0;
  wish->engine.as_words = (flags & KHITAI_AS_WORDS) != 0;
}

}  // namespace

Failure read_search_options(const khitai_lexicon& lexicon, int engine,
                            const khitai_search_options* given,
                            SearchWish* wish) {
  Failure failure = read_engine(engine, &wish->engine.engine);
  if (failure.code != KHITAI_OK || given == nullptr) return failure;
  khitai_search_options read;
  failure = read_sized("options", given, &read);
  if (failure.code != KHITAI_OK) return failure;
  for (const Failure& problem :
       {read_flags(read.flags, kSearchFlags),
        read_expand(read.expand, &wish->search.expand),
        read_lang(read.lang, &wish->search.lang),
        read_type(lexicon, read.type, &wish->search.type),
        read_year("year", read.flags & KHITAI_YEAR, read.year,
                  &wish->search.year),
        read_field("field", read.field, &wish->engine.field),
        read_field("ids_field", read.ids_field, &wish->engine.ids_field)}) {
    if (problem.code != KHITAI_OK) return problem;
  }
  set_search_flags(read.flags, wish);
  wish->search.limit = read.limit == 0 ? kMostSpellings : read.limit;
  const bool of_tokens = engine == KHITAI_FTS5 || engine == KHITAI_POSTGRES;
  if (wish->engine.tokens && !of_tokens) {
    return invalid("KHITAI_OF_TOKENS with engine " + std::to_string(engine) +
                   ", expected KHITAI_FTS5 (0) or KHITAI_POSTGRES (1)");
  }
  return success();
}

Failure read_lang(const char* given, std::string* lang) {
  if (given == nullptr || *given == '\0') return success();
  *lang = given;
  if (text::is_tag(*lang)) return success();
  return invalid("lang is '" + *lang +
                 "', expected a language tag such as fa or zh-Hant");
}

Failure check_text(const char* what, const char* data, size_t size,
                   size_t most) {
  if (data == nullptr && size > 0) {
    return invalid(std::string(what) + " is NULL, expected " +
                   std::to_string(size) + " bytes");
  }
  if (size > most) {
    return too_large(std::string(what) + " has " + std::to_string(size) +
                     " bytes, expected at most " + std::to_string(most));
  }
  return success();
}

Failure read_options(const khitai_lexicon& lexicon,
                     const khitai_annotate_options* given, AnnotateWish* wish) {
  wish->options.explain = false;
  if (given == nullptr) return success();
  khitai_annotate_options read;
  Failure failure = read_sized("options", given, &read);
  if (failure.code != KHITAI_OK) return failure;
  wish->options.overlaps = (read.flags & KHITAI_OVERLAPS) != 0;
  wish->options.explain = (read.flags & KHITAI_REASONS) != 0;
  wish->most_candidates = read.most_candidates;
  return read_common(lexicon, read, kAnnotateFlags, &wish->options,
                     &wish->options.decide);
}

Failure read_query(const khitai_lexicon& lexicon, const khitai_query* given,
                   ResolveWish* wish) {
  if (given == nullptr) return invalid("query is NULL");
  khitai_query read;
  Failure failure = read_sized("query", given, &read);
  if (failure.code != KHITAI_OK) return failure;
  wish->query.spellings = (read.flags & KHITAI_SPELLED) == 0;
  wish->most_candidates = read.most_candidates;
  failure =
      read_common(lexicon, read, kResolveFlags, &wish->query, &wish->decide);
  if (failure.code != KHITAI_OK) return failure;
  failure = read_text("query.name", read.name, kMostName, &wish->query.name);
  if (failure.code != KHITAI_OK) return failure;
  failure =
      read_text("query.context", read.context, kMostText, &wish->query.context);
  if (failure.code != KHITAI_OK) return failure;
  if (read.parallel == nullptr && read.parallel_count > 0) {
    return invalid("query.parallel is NULL, expected " +
                   std::to_string(read.parallel_count) + " texts");
  }
  for (size_t i = 0; i < read.parallel_count; ++i) {
    std::string name;
    failure = read_text("query.parallel", read.parallel[i], kMostName, &name);
    if (failure.code != KHITAI_OK) return failure;
    wish->query.parallel.push_back(std::move(name));
  }
  return success();
}

void keep_best(size_t most, std::vector<Candidate>* candidates) {
  if (most > 0 && candidates->size() > most) {
    candidates->erase(candidates->begin() + static_cast<ptrdiff_t>(most),
                      candidates->end());
  }
}

}  // namespace khitai::capi
