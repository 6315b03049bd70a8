// SPDX-License-Identifier: Apache-2.0
//
// What ICU offers for folding a text, without any matching.

#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "speed/engine.h"
#include "speed/icu_fold.h"

namespace khitai::bench {
namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

class CasefoldOnly : public Engine {
 public:
  Facts facts() const override {
    return {"ICU NFKC_Casefold", U_ICU_VERSION,
            "folds with places (Edits), finds nothing"};
  }
  Status build(const Names&) override {
    if (!fold_.ok()) return Error{"ICU has no NFKC_Casefold"};
    return Done{};
  }
  size_t scan(std::string_view text) override {
    size_t size = 0;
    each_line(text, [&](std::string_view line, size_t) {
      size += fold_.fold(line).size();
    });
    asm volatile("" : : "r"(size));
    return 0;
  }
  std::string wrong(std::string_view text, const Expected&) override {
    std::string message;
    each_line(text, [&](std::string_view line, size_t begin) {
      if (!message.empty() || fold_.fold(line) == fold_.plain(line)) return;
      message = "another folding of the line at " + std::to_string(begin);
    });
    return message;
  }

 private:
  IcuFold fold_;
};

class Transliterator : public Engine {
 public:
  Facts facts() const override {
    return {"ICU Transliterator", U_ICU_VERSION,
            "takes marks off and lowers, finds nothing", SIZE_MAX, 2000000};
  }
  Status build(const Names&) override {
    UErrorCode error = U_ZERO_ERROR;
    rules_.reset(icu::Transliterator::createInstance(
        "NFD; [:Mn:] Remove; Lower; NFC", UTRANS_FORWARD, error));
    if (U_FAILURE(error)) return Error{u_errorName(error)};
    return Done{};
  }
  size_t scan(std::string_view text) override {
    int32_t size = 0;
    each_line(text, [&](std::string_view line, size_t) {
      icu::UnicodeString letters = utf16(line);
      rules_->transliterate(letters);
      size += letters.length();
    });
    asm volatile("" : : "r"(size));
    return 0;
  }
  std::string wrong(std::string_view text, const Expected&) override {
    std::string message;
    each_line(text, [&](std::string_view line, size_t begin) {
      icu::UnicodeString letters = utf16(line);
      rules_->transliterate(letters);
      if (!message.empty() || letters == step_by_step(line)) return;
      message = "another spelling of the line at " + std::to_string(begin);
    });
    return message;
  }

 private:
  static icu::UnicodeString step_by_step(std::string_view line) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString apart =
        icu::Normalizer2::getNFDInstance(error)->normalize(utf16(line), error);
    icu::UnicodeString bare;
    for (int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
      const UChar32 code = apart.char32At(at);
      if (u_charType(code) != U_NON_SPACING_MARK) bare.append(code);
    }
    bare.toLower(icu::Locale::getRoot());
    return icu::Normalizer2::getNFCInstance(error)->normalize(bare, error);
  }

  std::unique_ptr<icu::Transliterator> rules_;
};

}  // namespace

IcuFold::IcuFold() {
  UErrorCode error = U_ZERO_ERROR;
  const auto* const found = icu::Normalizer2::getNFKCCasefoldInstance(error);
  if (U_SUCCESS(error)) normalizer_ = found;
}

std::string_view IcuFold::fold(std::string_view line) {
  const icu::StringPiece piece(line.data(), static_cast<int32_t>(line.size()));
  room_.resize(std::max(room_.size(), 2 * line.size() + 256));
  for (;;) {
    UErrorCode error = U_ZERO_ERROR;
    icu::CheckedArrayByteSink sink(room_.data(),
                                   static_cast<int32_t>(room_.size()));
    edits_.reset();
    normalizer_->normalizeUTF8(0, piece, sink, &edits_, error);
    if (U_FAILURE(error)) return {};
    if (!sink.Overflowed()) {
      return {room_.data(), static_cast<size_t>(sink.NumberOfBytesWritten())};
    }
    room_.resize(2 * room_.size());
  }
}

std::string IcuFold::plain(std::string_view line) const {
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  normalizer_->normalize(utf16(line), error).toUTF8String(out);
  return out;
}

void add_icu_engines(Engines* engines) {
  engines->push_back(std::make_unique<CasefoldOnly>());
  engines->push_back(std::make_unique<Transliterator>());
}

}  // namespace khitai::bench
