// SPDX-License-Identifier: Apache-2.0

#include "document/markup.h"

#include <gtest/gtest.h>

#include "support/small_lexicon.h"

namespace khitai::tests {

using document::Document;
using document::Part;

std::string shown_plain(const Document& document) {
  std::string out;
  const std::string_view plain = document.plain();
  for (size_t at = 0; at < plain.size(); ++at) {
    if (plain.substr(at, 2) == "\n\n") {
      out += '|';
      ++at;
    } else {
      out += plain[at];
    }
  }
  while (!out.empty() && out.back() == '|') out.pop_back();
  return out;
}

std::string tei_around(const std::string& body) {
  if (body.rfind("<?xml", 0) == 0 || body.rfind("<TEI", 0) == 0) return body;
  return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>" + body +
         "</body></text></TEI>";
}

std::string shown_mentions(const Annotation& page) {
  std::string mentions;
  for (const Mention& one : page.mentions) {
    mentions += (mentions.empty() ? "" : " ") +
                page.source.substr(one.begin, one.end - one.begin) + "=" +
                id_of(example_lexicon(), one.candidates[0].entity);
  }
  return mentions;
}

void check_way_back(const Document& document, const std::string& source) {
  const std::string_view plain = document.plain();
  size_t last = 0;
  for (size_t i = 0; i < plain.size(); ++i) {
    const size_t begin = document.source_begin(i);
    const size_t end = document.source_end(i + 1);
    ASSERT_LE(begin, end) << source;
    ASSERT_LE(end, source.size()) << source;
    if (document.is_own(i)) {
      ASSERT_EQ(begin, end) << source;
      // A blank line may be the edge of what stands beside the text.
      if (plain[i] == '\n') last = 0;
      continue;
    }
    ASSERT_GE(begin, last) << source;
    ASSERT_LT(begin, end) << source;
    last = begin;
    if (end == begin + 1 && plain[i] != ' ') {
      ASSERT_EQ(plain[i], source[begin]) << source;
    }
  }
}

std::string random_source(const std::vector<std::string>& pieces, size_t most,
                          std::mt19937* random) {
  std::string text;
  const size_t count = (*random)() % most;
  for (size_t i = 0; i < count; ++i) {
    text += pieces[(*random)() % pieces.size()];
  }
  return text;
}

}  // namespace khitai::tests
