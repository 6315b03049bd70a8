// SPDX-License-Identifier: Apache-2.0

#include "support/c_lexicon.h"

#include "support/die.h"
#include "support/small_lexicon.h"

namespace khitai::tests {

const khitai_lexicon* example_handle() {
  static const khitai_lexicon* const handle = new_example_handle();
  return handle;
}

khitai_lexicon* new_example_handle() {
  khitai_lexicon* handle = nullptr;
  khitai_error error;
  const std::string& bytes = example_bytes();
  if (khitai_lexicon_open_bytes(bytes.data(), bytes.size(), &handle, &error) !=
      KHITAI_OK) {
    die(error.message);
  }
  return handle;
}

std::string random_page(std::mt19937* random) {
  static const char* const kBetween[] = {" ",      " ",    "\n\n",     ", ",
                                         " 1141 ", " of ", "\xFF",     "-",
                                         "",       "'s ",  " in 1207 "};
  const Lexicon& lexicon = example_lexicon();
  std::string page;
  for (size_t left = (*random)() % 12; left > 0; --left) {
    const auto form = static_cast<uint32_t>((*random)() % lexicon.form_count());
    if ((*random)() % 3 > 0) page += lexicon.form(form).text;
    page += kBetween[(*random)() % std::size(kBetween)];
  }
  return page;
}

}  // namespace khitai::tests
