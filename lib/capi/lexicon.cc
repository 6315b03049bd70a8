// SPDX-License-Identifier: Apache-2.0
//
// Versions, and lexica opened and freed.

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/mapped_file.h"
#include "capi/failure.h"
#include "capi/handles.h"
#include "khitai/c.h"
#include "khitai/version.h"

namespace khitai::capi {
namespace {

// Makes the handle of a lexicon that was opened.
Failure hand_out(Result<std::shared_ptr<const Lexicon>> opened,
                 khitai_lexicon** out) {
  if (!opened.ok()) return {KHITAI_FORMAT, opened.error().message};
  auto handle = std::make_unique<khitai_lexicon>();
  handle->lexicon = std::move(opened).value();
  *out = handle.release();
  return success();
}

Failure open_file(const char* path, khitai_lexicon** out) {
  if (path == nullptr) return invalid("path is NULL");
  // First only to tell what cannot be read from what is no lexicon.
  const auto file = base::MappedFile::open(path);
  if (!file.ok()) return {KHITAI_IO, file.error().message};
  return hand_out(Lexicon::open(path), out);
}

}  // namespace
}  // namespace khitai::capi

const std::vector<std::string>& khitai_lexicon::types() const {
  std::call_once(read_, [this] {
    std::unordered_set<std::string_view> types;
    for (uint32_t i = 0; i < lexicon->entity_count(); ++i) {
      types.insert(lexicon->entity_type(i));
    }
    types_.assign(types.begin(), types.end());
    std::sort(types_.begin(), types_.end());
  });
  return types_;
}

using namespace khitai::capi;  // NOLINT: the functions of C stand outside

const char* khitai_version(void) { return khitai::kVersion; }
uint32_t khitai_abi_version(void) { return KHITAI_ABI_VERSION; }
uint32_t khitai_format_version(void) { return khitai::kFormatVersion; }
uint32_t khitai_fold_version(void) { return khitai::kFoldVersion; }

int khitai_lexicon_open(const char* path, khitai_lexicon** out,
                        khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    return open_file(path, out);
  });
}

int khitai_lexicon_open_bytes(const void* bytes, size_t size,
                              khitai_lexicon** out, khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    if (out == nullptr) return invalid("out is NULL");
    if (bytes == nullptr) return invalid("bytes is NULL");
    const auto* data = static_cast<const char*>(bytes);
    return hand_out(khitai::Lexicon::from_bytes(std::string(data, size)), out);
  });
}

int khitai_lexicon_verify(const khitai_lexicon* lexicon, khitai_error* error) {
  return guarded(error, [&]() -> Failure {
    if (lexicon == nullptr) return invalid("lexicon is NULL");
    const khitai::Status status = lexicon->lexicon->verify();
    if (status.ok()) return success();
    return {KHITAI_FORMAT, status.error().message};
  });
}

const char* khitai_lexicon_hash(const khitai_lexicon* lexicon) {
  return lexicon == nullptr ? "" : lexicon->lexicon->hash().c_str();
}

void khitai_lexicon_free(khitai_lexicon* lexicon) { delete lexicon; }
