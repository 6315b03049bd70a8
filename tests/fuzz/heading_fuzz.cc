// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a heading, from a buffer of exactly their size; long texts line
// by line. The text itself always comes first, and what is no heading is left
// as it is.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "resolve/heading.h"
#include "support/small_lexicon.h"

namespace {

using khitai::resolve::Heading;
using khitai::resolve::HeadingReader;

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << "\n";
  std::abort();
}

void check(const HeadingReader& reader, std::string_view line) {
  const std::unique_ptr<char[]> exact(new char[line.size()]);
  line.copy(exact.get(), line.size());
  const std::string_view text(exact.get(), line.size());
  const Heading heading = reader.read(text);
  require(!heading.names.empty() && heading.names.front() == text,
          "the text itself comes first");
  require(heading.names.size() <= 8, "few spellings");
  if (!heading.found()) {
    require(!heading.dates && heading.shorter.empty() &&
                heading.qualifiers.empty() && heading.left_out.empty(),
            "what is no heading stays whole");
  }
  for (const std::string& qualifier : heading.qualifiers) {
    reader.types_of(qualifier);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const HeadingReader reader(khitai::tests::shipped_lexicon());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    check(reader, text.substr(begin, end - begin));
    begin = end + 1;
  }
  return 0;
}
