// SPDX-License-Identifier: Apache-2.0
//
// What readers make of one form. Readers of a script share most of their
// steps: what one did is not done again. For one thread.

#ifndef KHITAI_ROMANIZE_READINGS_H_
#define KHITAI_ROMANIZE_READINGS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "romanize/tables.h"

namespace khitai::romanize {

class Readings {
 public:
  // The tables must outlive it.
  explicit Readings(const Tables& tables) : tables_(tables) {}

  // The bodies of the keys that a reader reads an L1 key as. Linear in the
  // text, times alternatives.
  std::vector<std::string> bodies_of(const Reader& reader, std::string_view l1);

  // Adds the keys of several readers, each once.
  void add_read_by(const std::vector<const Reader*>& readers,
                   std::string_view l1, std::vector<std::string>* keys);

 private:
  struct Done {
    const Passes* passes;
    std::vector<std::string> from, to;
  };
  struct Read {
    std::string column, characters, reading;
  };
  bool has_one_vowel(std::string_view l1);
  const std::string& read(const std::string& column, std::string_view l1);
  void apply(const Passes& passes, std::vector<std::string>* texts);

  const Tables& tables_;
  std::vector<Done> done_;
  std::vector<Read> read_;
  std::string counted_;  // the text whose groups of vowels these are
  size_t groups_ = 0;
};

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_READINGS_H_
