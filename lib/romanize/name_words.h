// SPDX-License-Identifier: Apache-2.0
//
// Words that do a service in names, and say less of who is named than the
// rest: particles, titles, legal forms of companies, numbers in words, short
// forms (lexicon/conventions/name_words.tsv). A word may do several.
//
// Filled row by row, then read-only and thread-safe. A look-up takes one hash
// of the word.

#ifndef KHITAI_ROMANIZE_NAME_WORDS_H_
#define KHITAI_ROMANIZE_NAME_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace khitai::romanize {

// lexicon/vocabulary/name-words.tsv defines them.
enum class WordKind : uint8_t {
  kParticle,
  kArticle,
  kSonLetter,
  kTitle,
  kLegal,
  kNumber,
  kOrdinal,
  kSame,
  kShort,
  kCommon,
};

class NameWords {
 public:
  struct Entry {
    WordKind kind = WordKind::kCommon;
    std::string value;
  };

  // A kind that is not known is left out.
  void add(std::string_view word, std::string_view kind,
           std::string_view value);

  // What the word or phrase does, by its L1 key; empty for most.
  const std::vector<Entry>& find(std::string_view l1) const;
  // The entry of one kind; null when the word has none.
  const Entry* find(std::string_view l1, WordKind kind) const;
  // Words of the longest phrase.
  size_t longest() const { return longest_; }

 private:
  std::unordered_map<std::string, std::vector<Entry>> entries_;
  size_t longest_ = 1;
};

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_NAME_WORDS_H_
