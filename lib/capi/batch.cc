// SPDX-License-Identifier: Apache-2.0
//
// Many texts annotated, from and to columns in the layout of Arrow.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "annotate/annotator.h"
#include "capi/columns.h"
#include "capi/failure.h"
#include "capi/handles.h"
#include "capi/options.h"
#include "document/document.h"
#include "khitai/c.h"

struct khitai_batch {
  explicit khitai_batch(std::shared_ptr<const khitai::Lexicon> shared)
      : lexicon(std::move(shared)), columns(*lexicon) {}

  const std::shared_ptr<const khitai::Lexicon> lexicon;
  khitai::capi::Columns columns;
  khitai::capi::ListOffsets<int32_t> list32;
  khitai::capi::ListOffsets<int64_t> list64;
  khitai_columns shown = {};
};

namespace khitai::capi {
namespace {

// What an annotator keeps of words for the rows to come grows with them; after
// so many bytes it begins anew.
constexpr size_t kFresh = size_t{1} << 22;

std::string in_row(size_t row) { return "row " + std::to_string(row); }

// A column of texts, as the caller has it.
template <typename Offset>
struct Texts {
  const Offset* offsets;
  const uint8_t* data;
  size_t first;
  size_t rows;
  const uint8_t* validity;

  bool is_valid(size_t row) const {
    const size_t at = first + row;
    return validity == nullptr || ((validity[at / 8] >> (at % 8)) & 1) != 0;
  }
  std::string_view text(size_t row) const {
    const auto begin = static_cast<size_t>(offsets[first + row]);
    const auto end = static_cast<size_t>(offsets[first + row + 1]);
    if (begin == end) return {};
    return {reinterpret_cast<const char*>(data) + begin, end - begin};
  }
  // All of it, before any is annotated.
  Failure check() const;
};

template <typename Offset>
Failure Texts<Offset>::check() const {
  if (rows == 0) return success();
  if (offsets == nullptr) return invalid("offsets is NULL");
  if (first > SIZE_MAX - rows - 1) return invalid("first + rows overflows");
  for (size_t row = 0; row < rows; ++row) {
    const Offset begin = offsets[first + row];
    const Offset end = offsets[first + row + 1];
    if (begin < 0 || end < begin) {
      return invalid(in_row(row) + ": offsets are " + std::to_string(begin) +
                     " and " + std::to_string(end) +
                     ", expected none negative and none less than the one "
                     "before");
    }
    if (static_cast<uint64_t>(end - begin) > kMostText) {
      return too_large(in_row(row) + " has " + std::to_string(end - begin) +
                       " bytes, expected at most " + std::to_string(kMostText));
    }
  }
  if (data == nullptr && offsets[first] < offsets[first + rows]) {
    return invalid("data is NULL");
  }
  return success();
}

// Annotates one text after the other by the same options.
class Rows {
 public:
  Rows(const Lexicon& lexicon, const AnnotateOptions& options)
      : lexicon_(lexicon), options_(options) {}

  std::vector<Mention> read(std::string_view text) {
    if (!annotator_ || used_ > kFresh) {
      annotator_.emplace(lexicon_, options_);
      used_ = 0;
    }
    used_ += text.size();
    Annotation annotation;
    annotator_->run(document::Document::of_text(text), &annotation);
    return std::move(annotation.mentions);
  }

 private:
  const Lexicon& lexicon_;
  const AnnotateOptions& options_;
  std::optional<annotate::Annotator> annotator_;
  size_t used_ = 0;
};

template <typename Offset>
Failure fill(const Texts<Offset>& texts, Rows* rows, khitai_batch* batch,
             ListOffsets<Offset>* list) {
  for (size_t row = 0; row < texts.rows; ++row) {
    const bool valid = texts.is_valid(row);
    batch->columns.add_validity(valid);
    const std::vector<Mention> mentions =
        valid ? rows->read(texts.text(row)) : std::vector<Mention>();
    bool fits = list->add(mentions.size());
    for (const Mention& mention : mentions) {
      fits = fits && batch->columns.add(mention);
    }
    if (!fits) {
      return too_large(in_row(row) + ": more mentions than " +
                       std::to_string(sizeof(Offset) * 8) +
                       " bits can count, expected fewer rows at once");
    }
  }
  batch->columns.show(&batch->shown);
  return success();
}

template <typename Offset>
Failure annotate_rows(const khitai_lexicon* lexicon,
                      const khitai_annotate_options* options,
                      const Texts<Offset>& texts, khitai_batch** out) {
  if (out == nullptr) return invalid("out is NULL");
  if (lexicon == nullptr) return invalid("lexicon is NULL");
  AnnotateWish wish;
  Failure failure = read_options(*lexicon, options, &wish);
  if (failure.code != KHITAI_OK) return failure;
  failure = texts.check();
  if (failure.code != KHITAI_OK) return failure;
  auto batch = std::make_unique<khitai_batch>(lexicon->lexicon);
  Rows rows(*lexicon->lexicon, wish.options);
  if constexpr (sizeof(Offset) == 4) {
    failure = fill(texts, &rows, batch.get(), &batch->list32);
    batch->shown.list_offsets32 = batch->list32.offsets().data();
  } else {
    failure = fill(texts, &rows, batch.get(), &batch->list64);
    batch->shown.list_offsets64 = batch->list64.offsets().data();
  }
  if (failure.code == KHITAI_OK) *out = batch.release();
  return failure;
}

}  // namespace
}  // namespace khitai::capi

using namespace khitai::capi;  // NOLINT: the functions of C stand outside

int khitai_annotate_batch32(const khitai_lexicon* lexicon,
                            const khitai_annotate_options* options,
                            const int32_t* offsets, const uint8_t* data,
                            size_t first, size_t rows, const uint8_t* validity,
                            khitai_batch** out, khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    return annotate_rows(lexicon, options,
                         Texts<int32_t>{offsets, data, first, rows, validity},
                         out);
  });
}

int khitai_annotate_batch64(const khitai_lexicon* lexicon,
                            const khitai_annotate_options* options,
                            const int64_t* offsets, const uint8_t* data,
                            size_t first, size_t rows, const uint8_t* validity,
                            khitai_batch** out, khitai_error* error) {
  if (out != nullptr) *out = nullptr;
  return guarded(error, [&] {
    return annotate_rows(lexicon, options,
                         Texts<int64_t>{offsets, data, first, rows, validity},
                         out);
  });
}

const khitai_columns* khitai_batch_columns(const khitai_batch* batch) {
  return batch == nullptr ? nullptr : &batch->shown;
}

void khitai_batch_free(khitai_batch* batch) { delete batch; }
