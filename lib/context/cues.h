// SPDX-License-Identifier: Apache-2.0
//
// Words beside a name that tell what kind of thing it names: "Sultan" before a
// person, "river" after a place, U+670D after a dynasty (lexicon/cues.tsv). A
// cue with "*" behind it may have an ending in the text.

#ifndef KHITAI_CONTEXT_CUES_H_
#define KHITAI_CONTEXT_CUES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_hash.h"
#include "context/word_filter.h"
#include "fold/fold.h"
#include "khitai/lexicon.h"

namespace khitai::context {

class CueFinder {
 public:
  explicit CueFinder(const Lexicon& lexicon);

  // The entity types that the words just before or just after the bytes
  // begin..end of the text call for. A paragraph's end is never crossed, and
  // no punctuation either. `firm`, if given, takes those that cannot be meant
  // of another thing than the name: "the town of" before it, of one type only
  // and longer than a character; not "Sultan", for "Sultan of Khwarazm" is one.
  std::vector<std::string_view> around(
      const fold::Units& units, uint32_t begin, uint32_t end,
      std::vector<std::string_view>* firm = nullptr) const;

  // A cue beside a name: its words as a match key, and what it calls for.
  struct Cue {
    std::string words;
    std::string_view type;
    std::string_view lang;  // the language of the row
    bool before = false;    // it stands before the name
  };
  // The cues beside the bytes begin..end, likewise; those before it first, and
  // the shorter ones first.
  std::vector<Cue> beside(const fold::Units& units, uint32_t begin,
                          uint32_t end) const;
  // Whether a cue that stands before names may end with this word, or one
  // that stands behind them may begin so. False is certain, true is not.
  bool may_frame(const std::string& key) const;

  // Whether a word is one of the commonest of a language (a primary subtag).
  bool is_common(const std::string& key, std::string_view lang) const;

  // Whether a word has a meaning for what is beside it, or is a common one
  // of the language (a primary subtag).
  bool knows(const std::string& key, std::string_view lang) const;

  // Whether words between a name and a polity say that it belongs to it:
  // "Dezong *of* Tang" (`of`), and with the polity first (`whose`).
  bool says_of(std::string_view words) const;
  bool says_whose(std::string_view words) const;

 private:
  static constexpr size_t kMaxUnits = 4;
  struct Call {
    std::string_view type, lang;
  };
  using Types = base::TextMap<std::vector<Call>>;
  // Words as they stand, and beginnings of words ("nehri*" for nehrinin).
  struct Side {
    Types whole, begun;
    WordFilter may_be_whole, may_begin;
    void file(const Lexicon::Cue& cue);
    void add(std::string_view key, std::vector<Call>* found) const;
    bool knows(const std::string& key) const;
  };
  void add_firm(const std::string& key,
                std::vector<std::string_view>* firm) const;
  // Calls take(side, key, before) for what stands next to the bytes, one to
  // kMaxUnits units of it.
  template <typename Take>
  void walk(const fold::Units& units, uint32_t begin, uint32_t end,
            const Take& take) const;
  Side before_, after_;
  base::TextSet inner_;  // words next to the name, of cues
  base::TextSet of_, whose_;
  base::TextSet common_;  // "en the"
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_CUES_H_
