// SPDX-License-Identifier: Apache-2.0
//
// How Chinese forms of the lexicon are read, where that is certain: by the
// form's own reading; by the readings of the names it is made of (those of the
// lexicon and of conventions/han_names.tsv) and of characters that are read in
// one way; or by a reading of its characters that a Latin form of the same name
// spells. What remains a choice has no reading here, other than in
// `transcribe`, which shows alternatives to a person.

#ifndef KHITAI_COMPILE_HAN_WORDS_H_
#define KHITAI_COMPILE_HAN_WORDS_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compile/generate.h"
#include "compile/tables.h"
#include "romanize/tables.h"
#include "romanize/write.h"

namespace khitai::compile {

struct HanReading {
  romanize::Words words;
  bool tones = true;     // they are known too
  bool attested = true;  // a row says so, as against: it follows from others
};

// Built once a compilation; cost: linear in the forms. Points into what it is
// made of. Read-only.
class HanWords {
 public:
  // `forms`: the attested ones. On `jobs` threads (0: as many as processors).
  HanWords(const romanize::Tables& conventions, const Tables& tables,
           const std::vector<DraftForm>& forms, unsigned jobs);

  // The ways a Chinese form is read; empty when that is not certain.
  std::vector<HanReading> read(const DraftForm& form) const;

 private:
  using Sizes = std::vector<size_t>;
  struct Known {
    std::string reading;  // as the row has it
    bool tones = true;    // all rows agree on them
    bool one = true;      // all rows agree on the syllables
  };
  struct Piece {
    size_t count = 0;  // characters
    romanize::Words words;
    bool tones = true;
    bool single = false;  // a character by itself
  };
  void index_reading(const DraftForm& form);
  void index_latin(const std::vector<DraftForm>& forms, unsigned jobs);
  void index_parts(const Tables& tables);
  std::optional<HanReading> by_pieces(std::string_view text) const;
  Piece piece_at(const std::vector<std::string>& keys, std::string_view written,
                 size_t at) const;
  Piece single(std::string_view character) const;
  bool may_be_read(const std::vector<std::string_view>& written,
                   const romanize::Words& words) const;
  std::optional<HanReading> by_latin(const DraftForm& form) const;

  const romanize::Tables& conventions_;
  std::map<std::string, Known, std::less<>> known_;     // by folded text
  std::map<std::string, Sizes, std::less<>> surnames_;  // likewise
  // Latin forms that are rows of syllables, of names whose Chinese forms have
  // no reading.
  std::unordered_map<std::string_view, std::vector<romanize::Words>> latin_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_HAN_WORDS_H_
