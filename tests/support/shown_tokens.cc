// SPDX-License-Identifier: Apache-2.0

#include "support/shown_tokens.h"

namespace khitai::tests {
namespace {

bool meet(const Tokens& index, const TokenPlace& at, const Tokens& query,
          const TokenPlace& wanted) {
  for (uint32_t i = at.first; i < at.last; ++i) {
    for (uint32_t j = wanted.first; j < wanted.last; ++j) {
      if (index.token(i) == query.token(j)) return true;
    }
  }
  return false;
}

}  // namespace

std::string shown(const Tokens& tokens, std::string_view text) {
  std::string out;
  for (const TokenPlace& place : tokens.places) {
    if (!out.empty()) out += " / ";
    if (place.kind != TokenPlace::Kind::kWord) {
      out += place.kind == TokenPlace::Kind::kName ? "*" : "~";
      out += text.substr(place.begin, place.end - place.begin);
      out += ": ";
    }
    for (uint32_t i = place.first; i < place.last; ++i) {
      if (i > place.first) out += " ";
      const std::string_view token = tokens.token(i);
      const bool several = token.find(' ') != token.npos;
      out += several ? "<" + std::string(token) + ">" : std::string(token);
    }
  }
  return out;
}

bool has_phrase(const Tokens& index, const Tokens& query) {
  const size_t count = query.places.size();
  if (count == 0 || count > index.places.size()) return false;
  for (size_t from = 0; from + count <= index.places.size(); ++from) {
    size_t met = 0;
    while (met < count &&
           meet(index, index.places[from + met], query, query.places[met])) {
      ++met;
    }
    if (met == count) return true;
  }
  return false;
}

}  // namespace khitai::tests
