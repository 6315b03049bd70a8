// SPDX-License-Identifier: Apache-2.0
//
// What names and texts by chance are made of. Pieces are what the forms of the
// lexicon (lexicon/forms) are cut into, a few letters each: names sound like
// names without being any. Words are those of the texts in corpora/, the
// frequent ones first, or of any text given, and then words put together of
// pieces of these, so that there are as many as in a long text.

#ifndef KHITAI_BENCH_SPEED_VOCABULARY_H_
#define KHITAI_BENCH_SPEED_VOCABULARY_H_

#include <filesystem>
#include <string>
#include <vector>

#include "khitai/result.h"
#include "speed/chance.h"
#include "speed/letters.h"

namespace khitai::bench {

using Words = std::vector<std::string>;

// In byte order, each once, in small letters; of Han, single characters, each
// as often as it occurs. Latin letters with marks stand in pieces of their own
// list, too.
struct Pieces {
  PerScript<Words> all;
  Words marked;  // Latin, with at least one letter that is not ASCII
};

// Fails where a table cannot be read, or a script has no pieces.
Result<Pieces> read_pieces(const std::filesystem::path& repository);

// A word of so many pieces in small letters.
std::string made_word(const Pieces& pieces, Script script, size_t count,
                      Chance* chance);

// Of each script, frequent ones first. `from`: a text, or empty for corpora/.
// Persian and Arabic share a list, as all kinds of Latin and Chinese do; but
// Latin ones are from English texts alone.
Result<PerScript<Words>> read_words(const std::filesystem::path& repository,
                                    const std::filesystem::path& from);

// Puts words together of pieces of those there are, until each script has
// `count`: an English text stays one of English letters. REQUIRES: each script
// has a word of at least two letters.
void fill_words(size_t count, PerScript<Words>* words);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_VOCABULARY_H_
