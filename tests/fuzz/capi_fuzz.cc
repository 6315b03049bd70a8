// SPDX-License-Identifier: Apache-2.0
//
// Any bytes over the border of C: as text, name, column of texts and offsets.
// Columns hold what the texts have one by one.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "khitai/c.h"
#include "support/c_lexicon.h"

namespace {

using khitai::tests::example_handle;

void require(bool holds) {
  if (!holds) std::abort();
}

size_t count_of(const uint8_t* data, size_t size) {
  khitai_result* result = nullptr;
  require(khitai_annotate(example_handle(), reinterpret_cast<const char*>(data),
                          size, nullptr, &result, nullptr) == KHITAI_OK);
  const size_t count = khitai_result_count(result);
  for (size_t i = 0; i < count; ++i) {
    require(khitai_mention_begin(result, i) < khitai_mention_end(result, i));
    require(khitai_mention_end(result, i) <= size);
    require(khitai_mention_candidates(result, i) > 0);
    require(khitai_candidate_id(result, i, 0).size > 0);
  }
  khitai_result_free(result);
  return count;
}

// The bytes cut into rows, some of them null.
void as_column(const uint8_t* data, size_t size) {
  std::vector<int64_t> offsets = {0};
  while (static_cast<size_t>(offsets.back()) < size) {
    const auto at = static_cast<size_t>(offsets.back());
    offsets.push_back(static_cast<int64_t>(std::min(size, at + 16 + data[at])));
  }
  const size_t rows = offsets.size() - 1;
  std::vector<uint8_t> validity(rows / 8 + 1, 0xB7);
  khitai_batch* batch = nullptr;
  require(khitai_annotate_batch64(example_handle(), nullptr, offsets.data(),
                                  data, 0, rows, validity.data(), &batch,
                                  nullptr) == KHITAI_OK);
  const khitai_columns& columns = *khitai_batch_columns(batch);
  for (size_t row = 0; row < rows; ++row) {
    const auto counted = static_cast<size_t>(columns.list_offsets64[row + 1] -
                                             columns.list_offsets64[row]);
    const bool valid = ((0xB7 >> (row % 8)) & 1) != 0;
    const auto begin = static_cast<size_t>(offsets[row]);
    const auto end = static_cast<size_t>(offsets[row + 1]);
    require(counted == (valid ? count_of(data + begin, end - begin) : 0));
  }
  khitai_batch_free(batch);
}

// The bytes as offsets: refused, but where they rise within the bytes.
void as_offsets(const uint8_t* data, size_t size) {
  std::vector<int32_t> offsets(size / 4);
  if (offsets.empty()) return;
  std::memcpy(offsets.data(), data, offsets.size() * 4);
  for (int32_t& offset : offsets) offset %= static_cast<int32_t>(size) + 1;
  khitai_batch* batch = nullptr;
  khitai_error error;
  const int code =
      khitai_annotate_batch32(example_handle(), nullptr, offsets.data(), data,
                              0, offsets.size() - 1, nullptr, &batch, &error);
  const bool rises =
      offsets.size() == 1 ||
      (offsets[0] >= 0 && std::is_sorted(offsets.begin(), offsets.end()));
  require(code == (rises ? KHITAI_OK : KHITAI_INVALID));
  require((batch != nullptr) == rises);
  require(rises == (error.message[0] == '\0'));
  khitai_batch_free(batch);
}

void as_name(const uint8_t* data, size_t size) {
  const auto* text = reinterpret_cast<const char*>(data);
  const size_t short_size = std::min<size_t>(size, 40);
  khitai_query query = {};
  query.size = sizeof query;
  query.name = {text, short_size};
  khitai_result* result = nullptr;
  require(khitai_resolve(example_handle(), &query, &result, nullptr) ==
          KHITAI_OK);
  require(khitai_result_count(result) == 1);
  khitai_result_free(result);
  for (int level = 0; level <= 3; ++level) {
    khitai_strings* keys = nullptr;
    require(khitai_keys(example_handle(), level, text, short_size, nullptr,
                        &keys, nullptr) == KHITAI_OK);
    khitai_strings_free(keys);
  }
  std::vector<char> key(3 * size + 1);
  size_t key_size = 0;
  require(khitai_l1_key(text, size, key.data(), key.size(), &key_size,
                        nullptr) == KHITAI_OK);
  require(key_size <= 3 * size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  count_of(data, size);
  as_column(data, size);
  as_offsets(data, size);
  as_name(data, size);
  return 0;
}
