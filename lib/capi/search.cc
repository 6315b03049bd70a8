// SPDX-License-Identifier: Apache-2.0
//
// Lexica side by side, queries of search engines, texts in one spelling.

#include "khitai/search.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/annotator.h"
#include "capi/failure.h"
#include "capi/handles.h"
#include "capi/options.h"
#include "document/document.h"
#include "khitai/c_search.h"
#include "khitai/write.h"
#include "text/tag.h"

namespace khitai::capi {
namespace {

std::vector<std::string> folders_of(std::string_view list) {
  std::vector<std::string> folders;
  while (!list.empty()) {
    const size_t end = std::min(list.find(':'), list.size());
    if (end > 0) folders.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return folders;
}

Failure find(const char* folders, const char* hash, khitai_lexicon** out) {
  if (folders == nullptr) return invalid("folders is NULL");
  const std::string wanted = hash == nullptr ? "" : hash;
  if (!wanted.empty() && !is_lexicon_hash(wanted)) {
    return invalid("hash is '" + wanted + "', expected 16 hex digits");
  }
  auto found = find_lexicon(folders_of(folders), wanted);
  if (!found.ok()) return {KHITAI_IO, found.error().message};
  auto handle = std::make_unique<khitai_lexicon>();
  handle->lexicon = std::move(found).value();
  *out = handle.release();
  return success();
}

void hand_out_text(std::string text, khitai_strings** out) {
  auto strings = std::make_unique<khitai_strings>();
  strings->texts.push_back(std::move(text));
  *out = strings.release();
}

Failure search_for(const khitai_lexicon& lexicon, int engine,
                   std::string_view text, const khitai_search_options* options,
                   khitai_strings** out) {
  SearchWish wish;
  const Failure failure = read_search_options(lexicon, engine, options, &wish);
  if (failure.code != KHITAI_OK) return failure;
  const Lexicon& open = *lexicon.lexicon;
  const Search search = read_search(open, std::string(text), wish.search);
  std::string query;
  write_engine_query(open, search, wish.engine, &query);
  hand_out_text(std::move(query), out);
  return success();
}

Failure normalize_text(const khitai_lexicon& lexicon, std::string_view text,
                       const char* prefer, khitai_strings** out) {
  const Lexicon& open = *lexicon.lexicon;
  NormalizeOptions options;
  if (prefer != nullptr && *prefer != '\0') {
    options.prefer = convention_tags(open, prefer);
    if (options.prefer.empty() && !text::is_tag(prefer)) {
      return invalid("prefer is '" + std::string(prefer) +
                     "', expected a language tag such as en or a convention "
                     "such as wade-giles");
    }
    if (options.prefer.empty()) options.prefer = {prefer};
  }
  AnnotateOptions wanted;
  wanted.explain = false;
  std::vector<Annotation> pages(1);
  pages[0].source = text;
  annotate::Annotator(open, wanted)
      .run(document::Document::of_text(pages[0].source), &pages[0]);
  hand_out_text(normalize(open, pages, options)[0].text, out);
  return success();
}

}  // namespace
}  // namespace khitai::capi

using namespace khitai::capi;  // NOLINT: the functions of C stand outside

int khitai_lexicon_find(const char* folders, const char* hash,
                        khitai_lexicon** out, khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    return find(folders, hash, out);
  });
}

int khitai_search(const khitai_lexicon* lexicon, int engine, const char* text,
                  size_t size, const khitai_search_options* options,
                  khitai_strings** out, khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (lexicon == nullptr) return invalid("lexicon is NULL");
    const Failure failure = check_text("text", text, size, kMostText);
    if (failure.code != KHITAI_OK) return failure;
    return search_for(*lexicon, engine, view_of(text, size), options, out);
  });
}

int khitai_normalize(const khitai_lexicon* lexicon, const char* text,
                     size_t size, const char* prefer, khitai_strings** out,
                     khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (lexicon == nullptr) return invalid("lexicon is NULL");
    const Failure failure = check_text("text", text, size, kMostText);
    if (failure.code != KHITAI_OK) return failure;
    return normalize_text(*lexicon, view_of(text, size), prefer, out);
  });
}
