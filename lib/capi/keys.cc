// SPDX-License-Identifier: Apache-2.0
//
// Keys of spellings.

#include "khitai/keys.h"

#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "capi/failure.h"
#include "capi/handles.h"
#include "capi/options.h"
#include "khitai/c.h"

namespace khitai::capi {
namespace {

Failure write_key(const char* text, size_t size, char* out, size_t capacity,
                  size_t* out_size) {
  const Failure failure = check_text("text", text, size, kMostText);
  if (failure.code != KHITAI_OK) return failure;
  if (out_size == nullptr) return invalid("out_size is NULL");
  if (out == nullptr && capacity > 0) {
    return invalid("out is NULL, expected room for " +
                   std::to_string(capacity) + " bytes");
  }
  const std::string key = l1_key(view_of(text, size));
  *out_size = key.size();
  if (key.size() > capacity) {
    return {KHITAI_SHORT, "the key has " + std::to_string(key.size()) +
                              " bytes, there is room for " +
                              std::to_string(capacity)};
  }
  if (!key.empty()) std::memcpy(out, key.data(), key.size());
  return success();
}

Failure make_keys(const khitai_lexicon* lexicon, int level,
                  std::string_view text, const char* lang,
                  std::vector<std::string>* keys) {
  std::string tag;
  const Failure failure = read_lang(lang, &tag);
  if (failure.code != KHITAI_OK) return failure;
  if (level < 0 || level > 3) {
    return invalid("level is " + std::to_string(level) + ", expected 0 to 3");
  }
  if (level == 0) {
    *keys = {l0_key(text)};
  } else if (level == 1) {
    *keys = {l1_key(text)};
  } else if (lexicon == nullptr) {
    return invalid("lexicon is NULL, expected one for a level above 1");
  } else {
    const Lexicon& open = *lexicon->lexicon;
    *keys = level == 2 ? l2_keys(open, text, tag) : l3_keys(open, text, tag);
  }
  return success();
}

}  // namespace
}  // namespace khitai::capi

using namespace khitai::capi;  // NOLINT: the functions of C stand outside

int khitai_l1_key(const char* text, size_t size, char* out, size_t capacity,
                  size_t* out_size, khitai_error* error) {
  if (out_size != nullptr) *out_size = 0;
  return guarded(
      error, [&] { return write_key(text, size, out, capacity, out_size); });
}

int khitai_keys(const khitai_lexicon* lexicon, int level, const char* text,
                size_t size, const char* lang, khitai_strings** out,
                khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    const size_t most = level < 2 ? kMostText : kMostName;
    Failure failure = check_text("text", text, size, most);
    if (failure.code != KHITAI_OK) return failure;
    auto strings = std::make_unique<khitai_strings>();
    failure =
        make_keys(lexicon, level, view_of(text, size), lang, &strings->texts);
    if (failure.code == KHITAI_OK) *out = strings.release();
    return failure;
  });
}

size_t khitai_strings_count(const khitai_strings* strings) {
  return strings == nullptr ? 0 : strings->texts.size();
}

khitai_text khitai_strings_text(const khitai_strings* strings, size_t index) {
  if (index >= khitai_strings_count(strings)) return text_of("");
  return text_of(strings->texts[index]);
}

void khitai_strings_free(khitai_strings* strings) { delete strings; }
