// SPDX-License-Identifier: Apache-2.0

#include <khitai/annotate.h>

#include <iostream>

int main(int, char** argv) {
  const auto lexicon = khitai::Lexicon::open(argv[1]);
  if (!lexicon.ok()) return (std::cerr << lexicon.error().message << "\n", 1);
  const auto page = khitai::annotate_document(**lexicon, "page.txt",
                                              "The Qara Khitai rode west.", {});
  if (!page.ok()) return (std::cerr << page.error().message << "\n", 1);
  for (const khitai::Mention& mention : page->mentions) {
    const uint32_t entity = mention.candidates.front().entity;
    std::cout << (*lexicon)->entity(entity).id << "\n";
  }
}
