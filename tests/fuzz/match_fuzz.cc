// SPDX-License-Identifier: Apache-2.0
//
// Any names, any text, any damage. The input: names, one a line, up to an
// empty line; then the text. The fast matcher must agree with the naive one.
// Then bytes of the section are changed as the input says (three bytes of it a
// change: where, and to what) and it is used again: it may be wrong, not wild.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "match/naive_matcher.h"

namespace {

using khitai::match::Builder;
using khitai::match::Match;
using khitai::match::Matcher;
using khitai::match::Scratch;

std::vector<std::string> take_keys(std::string_view* input) {
  std::vector<std::string> keys;
  std::unordered_set<std::string> seen;
  while (!input->empty()) {
    const size_t end = std::min(input->find('\n'), input->size());
    const std::string key = khitai::fold::match_key(input->substr(0, end));
    input->remove_prefix(std::min(end + 1, input->size()));
    if (end == 0) break;
    if (khitai::match::check_key(key) && seen.insert(key).second) {
      keys.push_back(key);
    }
  }
  return keys;
}

void use_damaged(const std::vector<std::string>& keys, std::string_view text) {
  Builder builder;
  for (uint32_t i = 0; i < keys.size(); ++i) builder.add(keys[i], i);
  const std::string section = *builder.build();
  const std::unique_ptr<char[]> exact(new char[section.size()]);
  section.copy(exact.get(), section.size());
  for (size_t i = 0; i + 2 < text.size(); i += 3) {
    const size_t at = static_cast<uint8_t>(text[i]) * size_t{256} +
                      static_cast<uint8_t>(text[i + 1]);
    exact[at % section.size()] = text[i + 2];
  }
  const auto matcher = Matcher::open({exact.get(), section.size()});
  if (!matcher) return;
  Scratch scratch;
  std::vector<Match> matches;
  matcher->scan(text, &scratch, &matches);
  for (const std::string& key : keys) matcher->find(key);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string> keys = take_keys(&text);
  khitai::match::Comparison comparison(keys);
  const std::string difference = comparison.difference(text);
  if (!difference.empty()) {
    std::cerr << difference << "\n";
    std::abort();
  }
  use_damaged(keys, text);
  return 0;
}
