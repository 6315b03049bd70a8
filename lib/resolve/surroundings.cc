// SPDX-License-Identifier: Apache-2.0

#include "resolve/surroundings.h"

#include <algorithm>
#include <string>

#include "resolve/refuse.h"
#include "text/casing.h"

namespace khitai::resolve {
namespace {

// A polity named with a name stands this near to it, in bytes.
constexpr uint32_t kOwnerReach = 96;
// The words that join them are no longer, in bytes.
constexpr size_t kMostWords = 40;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string_view primary_of(const Page& page) {
  return page.lang.substr(0, page.lang.find('-'));
}

// Finds the polities that are named with a name: before it, next to it or
// joined by a word ("Tang Dezong"), and behind it, joined by one ("of Tang").
class OwnerFinder {
 public:
  OwnerFinder(const Page& page, const match::Match& match,
              lexicon::Options* options)
      : page_(page), match_(match), options_(options) {}

  std::vector<uint32_t> find() {
    const std::vector<match::Match>& all = page_.matches;
    const uint32_t low =
        match_.begin > kOwnerReach ? match_.begin - kOwnerReach : 0;
    const auto first =
        std::lower_bound(all.begin(), all.end(), low,
                         [](const match::Match& match, uint32_t at) {
                           return match.begin < at;
                         });
    for (auto one = first; one != all.end(); ++one) {
      if (one->begin > match_.end + kOwnerReach) break;
      const bool before = one->end <= match_.begin;
      if ((!before && one->begin < match_.end) || !has_polity(*one)) continue;
      const std::string_view gap = before ? between(one->end, match_.begin)
                                          : between(match_.end, one->begin);
      if (before ? joined(gap) && !is_in_cue(*one) : is_of(gap)) add(*one);
    }
    return std::move(owners_);
  }

 private:
  // Nothing between Han characters, a space in English, or words that say
  // whose. Elsewhere a subject and its object may stand side by side.
  bool joined(std::string_view gap) const {
    constexpr unsigned char kFirstHan = 0xE3;  // first byte of a character
    if (gap.empty()) {
      return static_cast<unsigned char>(page_.text[match_.begin]) >= kFirstHan;
    }
    if (gap == " ") return primary_of(page_) == "en";
    return gap.size() <= kMostWords && page_.reader.cues.says_whose(gap);
  }

  bool is_of(std::string_view gap) const {
    return !gap.empty() && gap.size() <= kMostWords &&
           page_.reader.cues.says_of(gap);
  }

  bool has_polity(const match::Match& match) const {
    const std::vector<lexicon::Option>& all = options_->of(match.pattern);
    return std::any_of(all.begin(), all.end(),
                       [&](const lexicon::Option& option) {
                         return is_polity(page_.reader.lexicon, option.entity);
                       });
  }

  // Whether a polity's one character ends a word that is itself a cue, as in
  // "to change the era", which ends with the character of the Yuan.
  bool is_in_cue(const match::Match& owner) const {
    constexpr uint32_t kHan = 3;  // bytes
    if (owner.end - owner.begin != kHan || owner.begin < kHan) return false;
    return page_.reader.cues.knows(
        fold::match_key(page_.text.substr(owner.begin - kHan, 2 * kHan)),
        primary_of(page_));
  }

  std::string_view between(uint32_t from, uint32_t to) const {
    const std::string_view gap = page_.text.substr(from, to - from);
    return gap == " " ? gap : trimmed(gap);
  }

  void add(const match::Match& owner) {
    const std::string_view written =
        page_.text.substr(owner.begin, owner.end - owner.begin);
    for (const lexicon::Option& option :
         admitted(owner.pattern, written, page_.lang, options_)) {
      if (is_polity(page_.reader.lexicon, option.entity)) {
        owners_.push_back(option.entity);
      }
    }
  }

  const Page& page_;
  const match::Match& match_;
  lexicon::Options* options_;
  std::vector<uint32_t> owners_;
};

// Tells whether the word beside a name is of an unknown name.
class Stranger {
 public:
  Stranger(const Page& page, lexicon::Options* options)
      : page_(page), options_(options) {}

  bool is(const fold::Unit& unit, std::string_view gap) const {
    if (gap != " " && gap != ". ") return false;
    const std::string_view word =
        page_.text.substr(unit.begin, unit.end - unit.begin);
    const std::string_view key = page_.units.key_of(unit);
    if (unit.kind != fold::UnitKind::kWord || key.empty() ||
        text::casing_of(word) != text::Casing::kCapital ||
        (key[0] >= '0' && key[0] <= '9')) {
      return false;
    }
    return !page_.reader.cues.knows(std::string(key), primary_of(page_)) &&
           !is_covered(unit) && !is_inflected(key, word);
  }

 private:
  bool is_name(uint32_t pattern, std::string_view written) const {
    return is_word(page_.reader.lexicon, pattern, options_) ||
           !admitted(pattern, written, page_.lang, options_).empty();
  }

  // Whether one of the text's names lies over a unit or its beginning.
  bool is_covered(const fold::Unit& unit) const {
    const std::vector<match::Match>& all = page_.matches;
    const uint32_t low =
        unit.begin > kOwnerReach ? unit.begin - kOwnerReach : 0;
    auto one = std::lower_bound(all.begin(), all.end(), low,
                                [](const match::Match& match, uint32_t at) {
                                  return match.begin < at;
                                });
    for (; one != all.end() && one->begin <= unit.begin; ++one) {
      if (one->end > unit.begin &&
          is_name(one->pattern,
                  page_.text.substr(one->begin, one->end - one->begin))) {
        return true;
      }
    }
    return false;
  }

  // Whether a word is a name of the lexicon with an ending.
  bool is_inflected(std::string_view key, std::string_view word) const {
    constexpr size_t kLeast = 8;    // bytes of the stem in two-byte scripts
    constexpr size_t kEnding = 10;  // bytes
    const bool latin = static_cast<unsigned char>(key[0]) < 0x80;
    const size_t least = latin ? kLeast / 2 : kLeast;
    const match::Matcher& matcher = page_.reader.lexicon.matcher();
    for (size_t cut = 1; cut <= kEnding && key.size() >= least + cut; ++cut) {
      const auto stem = matcher.find(key.substr(0, key.size() - cut));
      if (stem && is_name(*stem, word)) return true;
    }
    return false;
  }

  const Page& page_;
  lexicon::Options* options_;
};

// Whether the word of an unknown name stands before a name. Any word has a
// capital where a sentence begins; only of English are enough words known.
bool stands_before(const Page& page, const Stranger& stranger,
                   const fold::Unit& unit, uint32_t begin) {
  if (unit.end > begin) return false;
  const std::string_view gap = page.text.substr(unit.end, begin - unit.end);
  if (!stranger.is(unit, gap)) return false;
  const context::Sentence sentence =
      context::sentence_at(page.survey.sentences, begin);
  if (sentence.begin > unit.begin) return false;
  return sentence.begin < unit.begin || primary_of(page) == "en";
}

}  // namespace

void look_around(const Page& page, const match::Match& match, uint32_t reach,
                 lexicon::Options* options, Evidence* evidence) {
  const Survey& survey = page.survey;
  evidence->near_years =
      context::nearest_year(survey.years, match.begin, match.end, reach);
  const context::YearRun run =
      context::years_beside(survey.years, match.begin, reach);
  for (size_t i = run.first; i < run.last; ++i) {
    evidence->sentence_years.push_back(survey.years[i].years);
  }
  evidence->bound = context::bound_years(page.text, page.units, survey.years,
                                         page.reader.year_words, match.end);
  evidence->era_year = context::year_of_era(page.units, match.end);
  evidence->cues = page.reader.cues.around(page.units, match.begin, match.end,
                                           &evidence->firm_cues);
  evidence->owners = OwnerFinder(page, match, options).find();
  evidence->lang = page.lang;
  evidence->offset = match.begin;
  evidence->spelled = page.text.substr(match.begin, match.end - match.begin);
  evidence->present = &survey.present;
  evidence->pattern = match.pattern;
}

bool has_strange_neighbour(const Page& page, const match::Match& match,
                           lexicon::Options* options) {
  const Stranger stranger(page, options);
  // Every noun has a capital in German.
  if (primary_of(page) == "de") return false;
  const fold::UnitList& all = page.units.units;
  const auto first = std::lower_bound(
      all.begin(), all.end(), match.begin,
      [](const fold::Unit& unit, uint32_t at) { return unit.begin < at; });
  if (first != all.begin() && first != all.end() &&
      stands_before(page, stranger, *(first - 1), match.begin)) {
    return true;
  }
  auto behind = first;
  while (behind != all.end() && behind->begin < match.end) ++behind;
  if (behind == all.end()) return false;
  const std::string_view gap =
      page.text.substr(match.end, behind->begin - match.end);
  return gap == " " && stranger.is(*behind, gap);
}

}  // namespace khitai::resolve
