// SPDX-License-Identifier: Apache-2.0

#include "text/quoted.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace khitai::text {
namespace {

// ICU fails only when its data cannot be loaded; then texts stay as they are.
const UNormalizer2* normalizer(const UNormalizer2* (*get)(UErrorCode*)) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* instance = get(&error);
  return U_SUCCESS(error) ? instance : nullptr;
}

const UNormalizer2* nfd() {
  static const UNormalizer2* const kIt = normalizer(unorm2_getNFDInstance);
  return kIt;
}

const UNormalizer2* nfc() {
  static const UNormalizer2* const kIt = normalizer(unorm2_getNFCInstance);
  return kIt;
}

bool begins_character(char32_t code) {
  return code < 0x80 || nfc() == nullptr ||
         unorm2_hasBoundaryBefore(nfc(), static_cast<UChar32>(code)) != 0;
}

uint8_t class_of(char32_t code) {
  return u_getCombiningClass(static_cast<UChar32>(code));
}

bool is_space(char32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r';
}

bool is_nothing(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFD;
}

// Appends the canonical decomposition of one code point.
void decompose(char32_t code, std::vector<char32_t>* out) {
  UChar units[32];
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size =
      code < 0x80 || nfd() == nullptr
          ? -1
          : unorm2_getDecomposition(nfd(), static_cast<UChar32>(code), units,
                                    static_cast<int32_t>(std::size(units)),
                                    &error);
  if (size < 0 || U_FAILURE(error)) {
    out->push_back(code);
    return;
  }
  for (int32_t i = 0; i < size;) {
    UChar32 next = 0;
    U16_NEXT(units, i, size, next);
    out->push_back(static_cast<char32_t>(next));
  }
}

// Marks in canonical order.
void sort_marks(std::vector<char32_t>* codes) {
  for (auto at = codes->begin(); at != codes->end();) {
    const auto stop = std::find_if(
        at, codes->end(), [](char32_t code) { return class_of(code) == 0; });
    std::stable_sort(at, stop, [](char32_t a, char32_t b) {
      return class_of(a) < class_of(b);
    });
    at = stop == codes->end() ? stop : stop + 1;
  }
}

// The code point that ends before `at`. REQUIRES: at > 0.
char32_t code_before(std::string_view text, size_t at) {
  size_t begin = at - 1;
  while (begin > 0 && (static_cast<uint8_t>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  return decode(text.data() + begin, text.data() + at).code;
}

bool is_spaced_letter(char32_t code) {
  const auto it = static_cast<UChar32>(code);
  if (!u_isalnum(it) && class_of(code) == 0) return false;
  const auto breaks =
      static_cast<ULineBreak>(u_getIntPropertyValue(it, UCHAR_LINE_BREAK));
  return breaks != U_LB_IDEOGRAPHIC && breaks != U_LB_COMPLEX_CONTEXT &&
         breaks != U_LB_CONDITIONAL_JAPANESE_STARTER;
}

}  // namespace

// Goes through the source, a character with its marks at a time.
class Quoted::Maker {
 public:
  explicit Maker(Quoted* quoted) : quoted_(quoted) {
    quoted_->steps_.push_back({0, 0, 0});
  }

  void take(char32_t code, size_t begin, size_t end) {
    if (is_space(code)) {
      finish();
      if (!space_) add(" ", begin, end);
      space_ = true;
    } else if (!is_nothing(code)) {
      if (begins_character(code)) finish();
      if (codes_.empty()) begin_ = begin;
      decompose(code, &codes_);
      end_ = end;
      space_ = false;
    }
  }

  void finish() {
    if (codes_.empty()) return;
    if (codes_.size() > 1) sort_marks(&codes_);
    bytes_.clear();
    for (char32_t code : codes_) append(code, &bytes_);
    codes_.clear();
    add(bytes_, begin_, end_);
  }

  // The end of the text is a boundary, too.
  void end(size_t size) {
    finish();
    note(size);
  }

 private:
  void add(std::string_view bytes, size_t begin, size_t end) {
    note(begin);
    quoted_->form_ += bytes;
    done_ = end;
    same_ = bytes.size() == end - begin;
  }

  // A step where the source does not go on as the form does.
  void note(size_t begin) {
    if (same_ && begin == done_) return;
    const auto at = static_cast<uint32_t>(quoted_->form_.size());
    std::vector<Step>& steps = quoted_->steps_;
    if (steps.back().at == at) steps.pop_back();
    steps.push_back(
        {at, static_cast<uint32_t>(begin), static_cast<uint32_t>(done_)});
  }

  Quoted* const quoted_;
  std::vector<char32_t> codes_;  // of the character at hand, in NFD
  std::string bytes_;
  size_t begin_ = 0, end_ = 0;  // where it stands in the source
  size_t done_ = 0;             // end of what is in the form
  bool same_ = true;            // the last one has the length it had
  bool space_ = false;
};

Quoted::Quoted(std::string_view source) {
  form_.reserve(source.size());
  Maker maker(this);
  for (size_t at = 0; at < source.size();) {
    const CodePoint next =
        decode(source.data() + at, source.data() + source.size());
    // U+FFFD stands for what is not valid.
    maker.take(next.code, at, at + next.size);
    at += next.size;
  }
  maker.end(source.size());
}

bool Quoted::is_boundary(size_t at) const {
  if (at == 0 || at >= form_.size()) return at <= form_.size();
  if ((static_cast<uint8_t>(form_[at]) & 0xC0) == 0x80) return false;
  return begins_character(
      decode(form_.data() + at, form_.data() + form_.size()).code);
}

bool Quoted::cuts_word(size_t at) const {
  if (at == 0 || at >= form_.size()) return false;
  const char32_t next =
      decode(form_.data() + at, form_.data() + form_.size()).code;
  return is_spaced_letter(next) && is_spaced_letter(code_before(form_, at));
}

const Quoted::Step& Quoted::step_before(size_t at) const {
  const auto after = std::upper_bound(
      steps_.begin(), steps_.end(), at,
      [](size_t value, const Step& step) { return value < step.at; });
  return *(after - 1);
}

size_t Quoted::source_begin(size_t at) const {
  const Step& step = step_before(at);
  return step.begin + (at - step.at);
}

size_t Quoted::source_end(size_t at) const {
  const Step& step = step_before(at);
  return step.at == at ? step.end : step.begin + (at - step.at);
}

}  // namespace khitai::text
