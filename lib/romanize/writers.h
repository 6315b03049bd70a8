// SPDX-License-Identifier: Apache-2.0
//
// How a convention writes names of a language: a row of
// lexicon/conventions/writers.tsv. It starts from a reading ("pinyin": words
// of Mandarin syllables; "ijmes": vocalized Arabic or Persian) or, for
// languages that are spelled as they are read, from the form in a script
// ("Cyrl"). Read-only.

#ifndef KHITAI_ROMANIZE_WRITERS_H_
#define KHITAI_ROMANIZE_WRITERS_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::romanize {

class Inventory;
struct Passes;

// A row of lexicon/vocabulary/conventions.tsv.
struct Convention {
  std::string_view id, tag, definition;
  std::vector<std::string_view> aliases;
  // Whether `word` is its id, its tag or an alias; case counts for nothing.
  bool is_called(std::string_view word) const;
};

struct Writer {
  std::string_view convention, lang, script, from;
  std::string_view syllables;           // column of the table; empty: letters
  std::string_view joiner;              // between the syllables of a word
  std::string_view tones;               // "marks", "digits" or none
  std::vector<const Passes*> steps;     // from the reading to the form
  std::vector<const Passes*> back;      // from the form to the reading
  std::vector<const Passes*> surnames;  // characters as the surname is spelled
  // What remains of the spellings of syllables by `back`; null without it.
  std::shared_ptr<const Inventory> losing;
  bool reads_back = false;
  bool dotted = false;   // the capital of i has a dot
  bool capital = false;  // every word has one: a script without titles
  bool small = false;    // without capitals: letters of a script without case
  double prior = 0;      // how often it is met, against the others
};

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_WRITERS_H_
