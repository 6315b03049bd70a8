// SPDX-License-Identifier: Apache-2.0
//
// Tokens, and of which texts another lexicon makes others.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "capi/failure.h"
#include "capi/handles.h"
#include "capi/options.h"
#include "khitai/c_search.h"
#include "khitai/search.h"

struct khitai_tokenizer {
  khitai_tokenizer(std::shared_ptr<const khitai::Lexicon> shared, bool decided)
      : lexicon(std::move(shared)), tokenizer(*lexicon, {decided}) {}

  const std::shared_ptr<const khitai::Lexicon> lexicon;
  khitai::Tokenizer tokenizer;
  std::vector<khitai_place> places;
};

struct khitai_changes {
  khitai_changes(const khitai::Lexicon& before, const khitai::Lexicon& after)
      : changes(before, after) {}

  const khitai::TokenChanges changes;
};

namespace khitai::capi {
namespace {

// NULL: no purpose.
const Tokens* tokens_for(int purpose, std::string_view text,
                         Tokenizer* tokenizer) {
  switch (purpose) {
    case KHITAI_INDEX:
      return &tokenizer->index(text);
    case KHITAI_ASK:
      return &tokenizer->query(text);
    case KHITAI_WORDS:
      return &tokenizer->words(text);
    default:
      return nullptr;
  }
}

Failure tokenize(khitai_tokenizer* tokenizer, int purpose,
                 std::string_view text, khitai_tokens* out) {
  const Tokens* const tokens = tokens_for(purpose, text, &tokenizer->tokenizer);
  if (tokens == nullptr) {
    return invalid("purpose is " + std::to_string(purpose) +
                   ", expected KHITAI_INDEX (0), KHITAI_ASK (1) or "
                   "KHITAI_WORDS (2)");
  }
  tokenizer->places.clear();
  for (const TokenPlace& place : tokens->places) {
    tokenizer->places.push_back({place.begin, place.end, place.first,
                                 place.last,
                                 static_cast<uint32_t>(place.kind)});
  }
  *out = {tokenizer->places.size(), tokenizer->places.data(),
          tokens->ends.size(), tokens->ends.data(), tokens->bytes.data()};
  return success();
}

}  // namespace
}  // namespace khitai::capi

using namespace khitai::capi;  // NOLINT: the functions of C stand outside

uint32_t khitai_tokens_version(void) { return khitai::kTokensVersion; }

int khitai_tokenizer_new(const khitai_lexicon* lexicon, uint32_t flags,
                         khitai_tokenizer** out, khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (lexicon == nullptr) return invalid("lexicon is NULL");
    if ((flags & ~uint32_t{KHITAI_DECIDED}) != 0) {
      return invalid("flags are " + std::to_string(flags) +
                     ", expected 0 or KHITAI_DECIDED (64)");
    }
    *out = new khitai_tokenizer(lexicon->lexicon, flags != 0);
    return success();
  });
}

void khitai_tokenizer_free(khitai_tokenizer* tokenizer) { delete tokenizer; }

int khitai_tokenize(khitai_tokenizer* tokenizer, int purpose, const char* text,
                    size_t size, khitai_tokens* out, khitai_error* error) {
  if (out != nullptr) *out = {};
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (tokenizer == nullptr) return invalid("tokenizer is NULL");
    const Failure failure = check_text("text", text, size, kMostText);
    if (failure.code != KHITAI_OK) return failure;
    return tokenize(tokenizer, purpose, view_of(text, size), out);
  });
}

int khitai_changes_new(const khitai_lexicon* before,
                       const khitai_lexicon* after, khitai_changes** out,
                       khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (before == nullptr) return invalid("before is NULL");
    if (after == nullptr) return invalid("after is NULL");
    *out = new khitai_changes(*before->lexicon, *after->lexicon);
    return success();
  });
}

void khitai_changes_free(khitai_changes* changes) { delete changes; }

int khitai_changes_may_affect(const khitai_changes* changes, const char* text,
                              size_t size) {
  if (changes == nullptr) return 1;
  if (text == nullptr || size == 0) return 0;
  if (size > kMostText) return 1;
  try {
    return changes->changes.may_affect({text, size}) ? 1 : 0;
  } catch (...) {
    return 1;  // no memory: nothing is certain
  }
}

int khitai_changes_is_general(const khitai_changes* changes) {
  return changes != nullptr && changes->changes.is_general() ? 1 : 0;
}

int khitai_tokens_differ(khitai_tokenizer* before, khitai_tokenizer* after,
                         const char* text, size_t size, int* out,
                         khitai_error* error) {
  if (out != nullptr) *out = 0;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (before == nullptr) return invalid("before is NULL");
    if (after == nullptr) return invalid("after is NULL");
    const Failure failure = check_text("text", text, size, kMostText);
    if (failure.code != KHITAI_OK) return failure;
    const bool differ = khitai::tokens_differ(
        &before->tokenizer, &after->tokenizer, view_of(text, size));
    *out = differ ? 1 : 0;
    return success();
  });
}
