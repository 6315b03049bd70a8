// SPDX-License-Identifier: Apache-2.0
//
// One text annotated, one name resolved.

#include <memory>
#include <string_view>
#include <utility>

#include "annotate/annotator.h"
#include "capi/failure.h"
#include "capi/handles.h"
#include "capi/options.h"
#include "document/document.h"
#include "khitai/c.h"

namespace khitai::capi {
namespace {

Failure annotate_one(const khitai_lexicon& lexicon, std::string_view text,
                     const khitai_annotate_options* options,
                     khitai_result** out) {
  AnnotateWish wish;
  const Failure failure = read_options(lexicon, options, &wish);
  if (failure.code != KHITAI_OK) return failure;
  // The bytes are taken as they are: neither unpacked nor decoded, so that
  // offsets are the caller's and nothing can fail.
  const auto document = document::Document::of_text(text);
  Annotation annotation;
  annotate::Annotator(*lexicon.lexicon, wish.options)
      .run(document, &annotation);
  for (Mention& mention : annotation.mentions) {
    keep_best(wish.most_candidates, &mention.candidates);
  }
  auto result = std::make_unique<khitai_result>();
  result->lexicon = lexicon.lexicon;
  result->lang = std::move(annotation.lang);
  result->mentions = std::move(annotation.mentions);
  *out = result.release();
  return success();
}

Failure resolve_one(const khitai_lexicon& lexicon, const khitai_query* query,
                    khitai_result** out) {
  ResolveWish wish;
  const Failure failure = read_query(lexicon, query, &wish);
  if (failure.code != KHITAI_OK) return failure;
  Resolution resolution =
      resolve_name(*lexicon.lexicon, wish.query, wish.decide);
  keep_best(wish.most_candidates, &resolution.candidates);
  auto result = std::make_unique<khitai_result>();
  result->lexicon = lexicon.lexicon;
  result->lang = wish.query.lang;
  Mention mention;
  mention.end = mention.core_end = wish.query.name.size();
  mention.decision = resolution.decision;
  mention.candidates = std::move(resolution.candidates);
  result->mentions.push_back(std::move(mention));
  *out = result.release();
  return success();
}

}  // namespace
}  // namespace khitai::capi

using namespace khitai::capi;  // NOLINT: the functions of C stand outside

int khitai_annotate(const khitai_lexicon* lexicon, const char* text,
                    size_t size, const khitai_annotate_options* options,
                    khitai_result** out, khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (lexicon == nullptr) return invalid("lexicon is NULL");
    const Failure failure = check_text("text", text, size, kMostText);
    if (failure.code != KHITAI_OK) return failure;
    return annotate_one(*lexicon, view_of(text, size), options, out);
  });
}

int khitai_resolve(const khitai_lexicon* lexicon, const khitai_query* query,
                   khitai_result** out, khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (lexicon == nullptr) return invalid("lexicon is NULL");
    return resolve_one(*lexicon, query, out);
  });
}
