// SPDX-License-Identifier: Apache-2.0

#include "search/names.h"

#include <algorithm>
#include <utility>

#include "fold/fold.h"
#include "match/matcher.h"
#include "text/casing.h"
#include "text/script.h"

namespace khitai::search {
namespace {

// No name has more words or bytes.
constexpr size_t kMostNameWords = 8;
constexpr size_t kMostNameBytes = 200;
// Shorter words are like too many others to be another spelling of one.
constexpr size_t kLeastOtherBytes = 5;
// Letters of a name with an ending, typed without a capital.
constexpr int kLeastLatin = 9;
constexpr int kLeastOther = 6;

// Whether a word is rather one of a language that was not told than a name with
// an ending: "home", "since". Nothing stands around it that would tell.
bool may_be_common(const Lexicon& lexicon, std::string_view typed) {
  const std::string key = fold::match_key(typed);
  if (lexicon.matcher().find(key) || text::has_capital(typed)) return false;
  const auto letters = std::count_if(
      key.begin(), key.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
  const bool latin = text::script_of(typed) == "Latn";
  return letters < (latin ? kLeastLatin : kLeastOther);
}

// `plain`: as it was typed; `text`: that, perhaps with capitals.
void add_mentions(const Lexicon& lexicon, const std::string& plain,
                  const std::string& text, const SearchOptions& options,
                  std::vector<QueryName>* names) {
  AnnotateOptions annotate;
  annotate.input = Input::kText;
  annotate.lang = options.lang;
  annotate.year = options.year;
  annotate.type = options.type;
  annotate.explain = false;
  const auto annotation = annotate_document(lexicon, "query", text, annotate);
  if (!annotation.ok()) return;  // larger than any document: all is words
  for (const Mention& mention : annotation->mentions) {
    if (mention.candidates.empty()) continue;
    const std::string_view typed = std::string_view(plain).substr(
        mention.begin, mention.end - mention.begin);
    if (options.lang.empty() && may_be_common(lexicon, typed)) continue;
    names->push_back(
        {mention.begin, mention.end, mention.decision, mention.candidates});
  }
}

// The words with capitals; "" where they have some or that would move them.
std::string with_capitals(const std::string& plain) {
  std::string out = plain;
  for (const Word& word : words_of(plain, 0, plain.size())) {
    const std::string_view small =
        std::string_view(plain).substr(word.begin, word.end - word.begin);
    if (text::lower(small) != small) return "";
    const std::string capital = text::with_capital(small, false);
    if (capital.size() != small.size()) continue;
    out.replace(word.begin, capital.size(), capital);
  }
  return out == plain ? "" : out;
}

bool is_within(const QueryName& name, const Stretch& stretch) {
  return stretch.begin <= name.begin && name.end <= stretch.end;
}

// Leaves names within a stretch; of those that overlap, the first and longest.
void keep_apart(const std::vector<Stretch>& stretches,
                std::vector<QueryName>* names) {
  std::stable_sort(
      names->begin(), names->end(), [](const QueryName& a, const QueryName& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
      });
  std::vector<QueryName> kept;
  for (QueryName& name : *names) {
    const bool whole = std::any_of(
        stretches.begin(), stretches.end(),
        [&](const Stretch& stretch) { return is_within(name, stretch); });
    if (!whole || (!kept.empty() && name.begin < kept.back().end)) continue;
    kept.push_back(std::move(name));
  }
  *names = std::move(kept);
}

// A run of words that is a name as a whole, however it is written.
void add_whole(const Lexicon& lexicon, const std::string& plain, size_t begin,
               size_t end, const SearchOptions& options,
               std::vector<QueryName>* names) {
  const std::vector<Word> words = words_of(plain, begin, end);
  if (words.empty() || words.size() > kMostNameWords) return;
  const size_t from = words.front().begin;
  const size_t size = words.back().end - from;
  if (size > kMostNameBytes) return;
  Query query;
  query.name = plain.substr(from, size);
  query.lang = options.lang;
  query.year = options.year;
  query.type = options.type;
  query.spellings = false;
  Resolution found = resolve_name(lexicon, query);
  if (found.decision == Decision::kNone) {
    // Spelled as the lexicon does not have it: only what is sure, and long
    // enough to be.
    if (size < kLeastOtherBytes) return;
    query.spellings = true;
    found = resolve_name(lexicon, query);
    if (found.decision != Decision::kMatch) return;
  }
  if (found.candidates.empty()) return;
  names->push_back(
      {from, from + size, found.decision, std::move(found.candidates)});
}

// The runs of a stretch that no name of `found` covers.
void add_runs(const Lexicon& lexicon, const std::string& plain,
              const Stretch& stretch, const SearchOptions& options,
              const std::vector<QueryName>& found,
              std::vector<QueryName>* names) {
  size_t done = stretch.begin;
  for (const QueryName& name : found) {
    if (!is_within(name, stretch)) continue;
    add_whole(lexicon, plain, done, name.begin, options, names);
    done = name.end;
  }
  add_whole(lexicon, plain, done, stretch.end, options, names);
}

}  // namespace

std::vector<QueryName> names_of_query(const Lexicon& lexicon,
                                      const std::string& plain,
                                      const std::vector<Stretch>& stretches,
                                      const SearchOptions& options) {
  std::vector<QueryName> names;
  add_mentions(lexicon, plain, plain, options, &names);
  const std::string capitals = with_capitals(plain);
  if (!capitals.empty()) {
    add_mentions(lexicon, plain, capitals, options, &names);
  }
  keep_apart(stretches, &names);
  const std::vector<QueryName> found = names;
  for (const Stretch& stretch : stretches) {
    add_runs(lexicon, plain, stretch, options, found, &names);
  }
  keep_apart(stretches, &names);
  return names;
}

}  // namespace khitai::search
