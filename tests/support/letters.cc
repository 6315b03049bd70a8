// SPDX-License-Identifier: Apache-2.0

#include "support/letters.h"

#include "text/utf8.h"

namespace khitai::tests {

using romanize::Letters;

std::string utf8(const Letters& letters) {
  std::string out;
  for (char32_t letter : letters) text::append(letter, &out);
  return out;
}

Letters edited(Letters word, const Letters& alphabet, std::mt19937* random) {
  const size_t at = (*random)() % word.size();
  const char32_t letter = alphabet[(*random)() % alphabet.size()];
  switch ((*random)() % 3) {
    case 0:
      word[at] = letter;
      break;
    case 1:
      if (word.size() > 1) word.erase(at, 1);
      break;
    default:
      word.insert(at, 1, letter);
  }
  return word;
}

}  // namespace khitai::tests
