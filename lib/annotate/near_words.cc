// SPDX-License-Identifier: Apache-2.0

#include "annotate/near_words.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "fold/fold.h"
#include "lexicon/spellings.h"
#include "match/hash_index.h"
#include "morphology/analyze.h"
#include "romanize/keys.h"
#include "romanize/terms.h"
#include "text/utf8.h"

namespace khitai::annotate {
namespace {

constexpr size_t kLeastNearLetters = 5;
constexpr size_t kLeastConsonants = 4;

constexpr uint32_t kMostCompared = 200;  // forms of a skeleton
constexpr size_t kLettersAnEdit = 3;

// Whether a letter in three differs at most, by Levenshtein's distance.
bool differ_little(const std::vector<std::string_view>& a,
                   const std::vector<std::string_view>& b) {
  const size_t most = a.size() / kLettersAnEdit;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) {
    return false;
  }
  std::vector<size_t> row(b.size() + 1);
  for (size_t i = 0; i <= b.size(); ++i) row[i] = i;
  for (size_t n = 1; n <= a.size(); ++n) {
    size_t corner = row[0];
    row[0] = n;
    for (size_t i = 1; i <= b.size(); ++i) {
      const size_t replaced = corner + (a[n - 1] == b[i - 1] ? 0 : 1);
      corner = row[i];
      row[i] = std::min({replaced, row[i] + 1, row[i - 1] + 1});
    }
  }
  return row.back() <= most;
}

bool files(const match::HashIndex& index, std::string_view term) {
  return index.find(match::term_hash(term)).size() > 0;
}

}  // namespace

bool may_be_near(const Lexicon& lexicon, std::string_view text,
                 std::string_view lang) {
  const romanize::Tables& tables = lexicon.conventions();
  const romanize::Spelling spelling = romanize::spell(tables, text, lang);
  const lexicon::Spellings& spellings = lexicon.spellings();
  for (const std::string& reading : spelling.readings) {
    if (files(spellings.by_reading(), reading)) return true;
  }
  const auto terms = romanize::skeleton_terms(tables, spelling);
  return !terms.empty() && files(spellings.by_skeleton(), terms[0]);
}

bool is_spelled_nearly(const Lexicon& lexicon, std::string_view text,
                       std::string_view lang, size_t least) {
  const romanize::Tables& tables = lexicon.conventions();
  const romanize::Spelling spelling = romanize::spell(tables, text, lang);
  const lexicon::Spellings& spellings = lexicon.spellings();
  for (const std::string& reading : spelling.readings) {
    if (files(spellings.by_reading(), reading)) return true;
  }
  if (spelling.skeletons.empty() ||
      spelling.skeletons[0].consonants.size() < least) {
    return false;
  }
  const auto terms = romanize::skeleton_terms(tables, spelling);
  if (terms.empty()) return false;
  const std::vector<std::string_view> letters =
      text::code_points_of(spelling.l1);
  const match::HashIndex& index = spellings.by_skeleton();
  const auto range = index.find(match::term_hash(terms[0]));
  const uint32_t end = range.begin + std::min(range.size(), kMostCompared);
  for (uint32_t i = range.begin; i < end; ++i) {
    const std::string_view other = spellings.l1(index.number(i));
    if (differ_little(letters, text::code_points_of(other))) return true;
  }
  return false;
}

bool NearWords::has(std::string_view key, std::string_view lang) {
  const auto [place, fresh] = known_.try_emplace(std::string(key), false);
  if (fresh) {
    place->second = text::code_points_of(key).size() >= kLeastNearLetters &&
                    !is_inflected(key, lang) &&
                    is_spelled_nearly(lexicon_, key, lang, kLeastConsonants);
  }
  return place->second;
}

bool NearWords::is_inflected(std::string_view key,
                             std::string_view lang) const {
  const auto stems = morphology::analyze(lexicon_.morphology(), key, lang);
  return std::any_of(stems.begin(), stems.end(), [&](const auto& one) {
    const std::string stem = fold::match_key(one.stem);
    return one.begin > 0 || words_.of(stem).all > 0 ||
           lexicon_.matcher().find(stem).has_value();
  });
}

}  // namespace khitai::annotate
