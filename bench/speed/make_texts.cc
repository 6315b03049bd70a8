// SPDX-License-Identifier: Apache-2.0
//
// Names and texts by chance, for measuring at any size:
//
//   make_texts names COUNT > names.txt
//   make_texts text KIND BYTES [--planted COUNT] [--hits PER_KB] > text.txt
//
// KIND: en, zh, ar, ru, mixed. `--planted`: which of the names occur (the first
// COUNT; 1000000), `--hits`: how many in 1,024 bytes (3). `--from FILE` takes
// its words from a text, `--repository FOLDER` the forms and corpora from
// elsewhere. Equal arguments, equal bytes, as long as those are the same.

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "speed/names.h"
#include "speed/texts.h"
#include "speed/vocabulary.h"
#include "speed/wish.h"

namespace khitai::bench {
namespace {

constexpr size_t kWords = 40000;  // of each script

int failed(const Error& error) {
  std::fprintf(stderr, "make_texts: %s\n", error.message.c_str());
  return 3;
}

bool put(const std::string& bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
}

int run(const Wish& wish) {
  const std::string repository =
      wish.repository.empty() ? KHITAI_SOURCE_DIR : wish.repository;
  const auto pieces = read_pieces(repository);
  if (!pieces) return failed(pieces.error());
  const std::vector<Name> names = make_names(*pieces, wish.count);
  if (wish.names) {
    std::string lines;
    for (const Name& name : names) lines += name.text + "\n";
    return put(lines) ? 0 : failed({"cannot write"});
  }
  auto words = read_words(repository, wish.from);
  if (!words) return failed(words.error());
  fill_words(kWords, &*words);
  const auto variants = Variants::make(*pieces);
  if (!variants) return failed(variants.error());
  const Text text = make_text(wish.text, *words, names, *variants);
  const auto variant_count =
      std::count_if(text.planted.begin(), text.planted.end(),
                    [](const Planted& planted) { return planted.variant; });
  std::fprintf(stderr,
               "make_texts: %zu bytes, %zu names planted, %td of them spelled "
               "otherwise\n",
               text.bytes.size(), text.planted.size(), variant_count);
  return put(text.bytes) ? 0 : failed({"cannot write"});
}

}  // namespace
}  // namespace khitai::bench

int main(int argc, char** argv) {
  const auto wish = khitai::bench::read_wish({argv + 1, argv + argc});
  if (!wish) {
    std::fprintf(stderr, "make_texts: %s\n", wish.error().message.c_str());
    return 2;
  }
  return khitai::bench::run(*wish);
}
