// SPDX-License-Identifier: Apache-2.0
//
// Texts as quotations of them are compared: in NFD, a run of spaces, tabs and
// line ends as one space, and without what is no character (controls,
// ill-formed bytes, U+FFFD). So a quotation is found again in a text whose
// lines were broken anew, or that was saved in another normal form.

#ifndef KHITAI_TEXT_QUOTED_H_
#define KHITAI_TEXT_QUOTED_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::text {

// The compared form of a text with the way back to its bytes. Memory: the form,
// and an entry wherever it differs from the text. A value; thread-safe.
class Quoted {
 public:
  // Linear. REQUIRES: source.size() < 2^31.
  explicit Quoted(std::string_view source);

  const std::string& form() const { return form_; }

  // Whether a quotation may begin or end at byte `at` of the form: not within
  // a character with its marks, or a syllable of Hangul.
  bool is_boundary(size_t at) const;
  // Whether letters of one word stand on both sides of `at`; scripts without
  // spaces between words have none.
  bool cuts_word(size_t at) const;

  // The byte of the source at which a boundary lies, as the begin of what
  // follows it and as the end of what stands before it.
  size_t source_begin(size_t at) const;
  size_t source_end(size_t at) const;

 private:
  struct Step {  // from `at` on, byte by byte, until the next step
    uint32_t at;
    uint32_t begin;
    uint32_t end;  // of what stands before it
  };
  class Maker;
  const Step& step_before(size_t at) const;

  std::string form_;
  std::vector<Step> steps_;  // by `at`, the first one at 0
};

}  // namespace khitai::text

#endif  // KHITAI_TEXT_QUOTED_H_
