// SPDX-License-Identifier: Apache-2.0

#include "annotate/reading.h"

#include <algorithm>
#include <utility>

#include "annotate/blocks.h"
#include "context/sentences.h"
#include "resolve/surroundings.h"
#include "text/casing.h"
#include "text/tag.h"

namespace khitai::annotate {
namespace {

// Of several readings of an inflected word the plainest is the likeliest: what
// another costs more counts so often besides.
constexpr int kPlainer = 3;

bool is_before(const match::Match& a, const match::Match& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

bool is_same_span(const match::Match& a, const match::Match& b) {
  return a.begin == b.begin && a.end == b.end;
}

}  // namespace

void Reading::read(const document::Document& document, size_t begin, size_t end,
                   size_t last, bool dated) {
  document_ = &document;
  begin_ = begin;
  const size_t ahead = std::min(last, end + kLookahead);
  block_ = document.plain().substr(begin, ahead - begin);
  matches_.clear();
  lexicon_.matcher().scan(block_, &scratch_, &units_, &matches_);
  const uint32_t size = static_cast<uint32_t>(end - begin);
  std::erase_if(matches_,
                [&](const match::Match& match) { return match.begin >= size; });
  survey_.lang =
      lang_.empty() ? text::usual_tag(document.lang_at(begin)) : lang_;
  if (survey_.lang.empty()) {
    survey_.lang = reader_.guesser.guess(block_, units_);
  }
  add_inflected(size);
  survey_ = dated ? resolve::survey(reader_, block_, units_, matches_,
                                    survey_.lang, &options_)
                  : resolve::undated_survey(reader_, block_, matches_,
                                            survey_.lang, &options_);
}

std::string Reading::lang_at(uint32_t offset) const {
  if (!lang_.empty()) return lang_;
  const std::string_view declared = document_->lang_at(begin_ + offset);
  return declared.empty() ? survey_.lang : text::usual_tag(declared);
}

void Reading::add_inflected(uint32_t size) {
  inflected_.clear();
  const fold::UnitList& units = units_.units;
  uint32_t count = 0;
  while (count < units.size() && units[count].begin < size) ++count;
  for (uint32_t first = 0, last = 0; first < count; first = last) {
    const std::string_view declared =
        document_->lang_at(begin_ + units[first].begin);
    const std::string lang = lang_at(units[first].begin);
    while (last < count &&
           document_->lang_at(begin_ + units[last].begin) == declared) {
      ++last;
    }
    finder_.find(block_, units_, first, last, lang, &inflected_);
  }
  merge_inflected();
}

// Of one span the exact match comes first. Where that is no name, the inflected
// one is none either.
void Reading::merge_inflected() {
  std::vector<match::Match> merged;
  which_.clear();
  auto exact = matches_.begin();
  for (uint32_t i = 0; i <= inflected_.size(); ++i) {
    const bool rest = i == inflected_.size();
    while (exact != matches_.end() &&
           (rest || !is_before(inflected_[i].match, *exact))) {
      merged.push_back(*exact++);
      which_.push_back(kNoRow);
    }
    if (rest) break;
    const match::Match& match = inflected_[i].match;
    const bool spelled = !merged.empty() && is_same_span(merged.back(), match);
    if (spelled && which_.back() == kNoRow &&
        is_no_name(merged.back().pattern)) {
      continue;
    }
    merged.push_back(match);
    which_.push_back(i);
  }
  matches_ = std::move(merged);
}

bool Reading::is_no_name(uint32_t pattern) {
  if (resolve::is_word(lexicon_, pattern, &options_)) return true;
  // Of a block without forms, all of none.
  const std::vector<uint32_t> forms = lexicon_.forms_of_pattern(pattern);
  return std::all_of(forms.begin(), forms.end(), [&](uint32_t form) {
    return (lexicon_.form_use(form) & kUseNever) != 0;
  });
}

void Reading::gather_one(size_t index, std::string_view lang, int plainest,
                         Found* found) {
  const match::Match& match = matches_[index];
  const Inflected* const other = inflected(index);
  std::string written(block_.substr(match.begin, match.end - match.begin));
  if (other != nullptr && other->small) {
    written = text::with_capital(written, false);
  }
  for (const lexicon::Option& option :
       resolve::admitted(match.pattern, written, lang, &options_)) {
    found->options.push_back(option);
    if (other == nullptr) continue;
    resolve::Proposal& proposal = found->proposals[option.form];
    proposal.form = option.form;
    proposal.level = resolve::Level::kInflected;
    proposal.distance = other->cost + kPlainer * (other->cost - plainest);
    proposal.small = other->small;
    proposal.rule = other->rule;
  }
}

// gather() takes all inflected readings of a span at once.
bool Reading::is_taken(size_t index) const {
  return index > 0 && which_[index] != kNoRow && which_[index - 1] != kNoRow &&
         is_same_span(matches_[index], matches_[index - 1]);
}

void Reading::gather(size_t index, std::string_view lang, Found* found) {
  const Inflected* const first = inflected(index);
  // Of inflected readings the cheapest may be a word that is no name.
  const int plainest = first == nullptr ? 0 : first->cost;
  for (size_t next = index; next < matches_.size(); ++next) {
    if (!is_same_span(matches_[next], matches_[index])) break;
    const bool is_inflected = which_[next] != kNoRow;
    if (is_inflected && is_no_name(matches_[next].pattern)) break;
    gather_one(next, lang, plainest, found);
    if (!is_inflected) break;
  }
}

resolve::Place Reading::place_of(size_t index, std::string_view lang,
                                 const std::vector<std::string_view>& cues) {
  const match::Match& match = matches_[index];
  // Not every block needs its sentences.
  if (survey_.sentences.empty()) {
    survey_.sentences = context::sentences_of(block_, units_);
  }
  return {match.begin, match.pattern,
          block_.substr(match.begin, match.end - match.begin), &cues,
          resolve::has_strange_neighbour(page(lang), match, &options_)};
}

bool Reading::is_supported(size_t index, std::string_view lang,
                           const Found& found,
                           const std::vector<std::string_view>& cues) {
  // What needs no company is found without a look at it.
  const bool needs =
      std::any_of(found.options.begin(), found.options.end(),
                  [](const lexicon::Option& option) {
                    return (option.use & (kUsePart | kUseCue)) != 0;
                  });
  if (!needs) return !found.options.empty();
  return resolve::is_any_supported(lexicon_, found.options, survey_.present,
                                   place_of(index, lang, cues), lang);
}

std::vector<lexicon::Option> Reading::supported(
    size_t index, std::string_view lang, const Found& found,
    const std::vector<std::string_view>& cues) {
  return resolve::supported(lexicon_, found.options, survey_.present,
                            place_of(index, lang, cues), lang);
}

}  // namespace khitai::annotate
