// SPDX-License-Identifier: Apache-2.0
//
// What was typed into a search box as parts: names, words, phrases.

#include <algorithm>
#include <utility>

#include "fold/fold.h"
#include "khitai/search.h"
#include "search/forms.h"
#include "search/meant.h"
#include "search/names.h"
#include "search/text.h"

namespace khitai {
namespace {

using search::QueryName;
using search::Stretch;
using search::Word;

constexpr std::string_view kQueryApostrophes[] = {"'", "\xE2\x80\x99",
                                                  "\xCA\xBC"};

bool begins_with_apostrophe(std::string_view text) {
  return std::any_of(
      std::begin(kQueryApostrophes), std::end(kQueryApostrophes),
      [&](std::string_view one) { return text.starts_with(one); });
}
bool ends_with_apostrophe(std::string_view text) {
  return std::any_of(std::begin(kQueryApostrophes), std::end(kQueryApostrophes),
                     [&](std::string_view one) { return text.ends_with(one); });
}

class SearchReader {
 public:
  SearchReader(const Lexicon& lexicon, const SearchOptions& options,
               Search* search)
      : lexicon_(lexicon),
        options_(options),
        search_(search),
        plain_(search::plain_query(search->text)) {
    fold::append_units(plain_, &units_);
  }

  void run() {
    const std::vector<Stretch> stretches = search::stretches_of(plain_);
    std::vector<QueryName> names =
        search::names_of_query(lexicon_, plain_, stretches, options_);
    auto name = names.begin();
    for (const Stretch& stretch : stretches) {
      size_t done = stretch.begin;
      bool glued = false;  // a name stands before `done`
      for (; name != names.end() && name->begin < stretch.end; ++name) {
        add_rest(stretch, done, name->begin, glued, true);
        done = name->end;
        glued = true;
        add_name(stretch, std::move(*name));
      }
      add_rest(stretch, done, stretch.end, glued, false);
    }
  }

 private:
  SearchPart part(const Stretch& stretch, size_t begin, size_t end) const {
    SearchPart out;
    out.begin = begin;
    out.end = end;
    out.text = plain_.substr(begin, end - begin);
    out.phrase = stretch.quoted;
    return out;
  }

  void add_name(const Stretch& stretch, QueryName name) {
    SearchPart out = part(stretch, name.begin, name.end);
    out.decision = name.decision;
    out.entities = search::meant_entities(name.decision, name.candidates,
                                          options_.all_senses);
    search::expand_part(lexicon_, name.candidates, options_, &out);
    out.candidates = std::move(name.candidates);
    search_->parts.push_back(std::move(out));
  }

  // What an apostrophe ties to a name is its ending or its article, and is not
  // asked for.
  void add_rest(const Stretch& stretch, size_t begin, size_t end,
                bool behind_name, bool before_name) {
    const std::string_view rest =
        std::string_view(plain_).substr(begin, end - begin);
    std::vector<Word> words = search::words_of(plain_, begin, end);
    if (behind_name && !words.empty() && begins_with_apostrophe(rest)) {
      words.erase(words.begin());
    }
    if (before_name && !words.empty() && ends_with_apostrophe(rest)) {
      words.pop_back();
    }
    // Nor is what is written in one word with it.
    if (behind_name && !words.empty() && words.front().begin == begin &&
        is_within_word(begin)) {
      words.erase(words.begin());
    }
    if (before_name && !words.empty() && words.back().end == end &&
        is_within_word(end)) {
      words.pop_back();
    }
    if (words.empty()) return;
    if (stretch.quoted) words = {{words.front().begin, words.back().end}};
    for (const Word& word : words) {
      search_->parts.push_back(part(stretch, word.begin, word.end));
    }
  }

  bool is_within_word(size_t at) const {
    return std::any_of(units_.units.begin(), units_.units.end(),
                       [&](const fold::Unit& unit) {
                         return unit.kind == fold::UnitKind::kWord &&
                                unit.begin < at && at < unit.end;
                       });
  }

  const Lexicon& lexicon_;
  const SearchOptions& options_;
  Search* search_;
  const std::string plain_;
  fold::Units units_;
};

}  // namespace

Search read_search(const Lexicon& lexicon, std::string text,
                   const SearchOptions& options) {
  Search search;
  search.text = std::move(text);
  search.expand = options.expand;
  SearchReader(lexicon, options, &search).run();
  return search;
}

}  // namespace khitai
