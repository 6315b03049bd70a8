// SPDX-License-Identifier: Apache-2.0
//
// Lexica of names and links only, for questions about graphs.

#ifndef KHITAI_TESTS_ETYMOLOGY_LINKED_LEXICON_H_
#define KHITAI_TESTS_ETYMOLOGY_LINKED_LEXICON_H_

#include <memory>
#include <string>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai::tests {

struct LinkRow {
  size_t from = 0;  // numbers of names
  size_t to = 0;
  std::string type = "borrowed";
  std::string certainty = "likely";
  std::string account = "";  // "": one of its own
  std::string stance = "asserted";
};

// Names n0, n1, ... so that their numbers are in order; every one has a sense
// where `entities` has its entity ("": none). Aborts when it does not compile.
std::shared_ptr<const Lexicon> linked_lexicon(
    size_t names, const std::vector<LinkRow>& links,
    const std::vector<std::string>& entities = {});

// "n0007"
std::string name_id(size_t number);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_ETYMOLOGY_LINKED_LEXICON_H_
