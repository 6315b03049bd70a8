// SPDX-License-Identifier: Apache-2.0

#include "annotate/annotator.h"

#include <algorithm>
#include <utility>

#include "annotate/blocks.h"
#include "resolve/support.h"
#include "resolve/surroundings.h"

namespace khitai::annotate {
namespace {

// Years this near to a mention speak for or against a candidate, in bytes.
constexpr uint32_t kYearReach = 400;

}  // namespace

using document::Document;

void Annotator::run(const Document& document, Annotation* annotation) {
  annotation->lang = lang_;
  for (const document::Part& part : document.parts()) {
    run_part(document, part, annotation);
  }
  std::stable_sort(annotation->mentions.begin(), annotation->mentions.end(),
                   [](const Mention& a, const Mention& b) {
                     return a.begin != b.begin ? a.begin < b.begin
                                               : a.end > b.end;
                   });
}

void Annotator::run_part(const Document& document, const document::Part& part,
                         Annotation* annotation) {
  const std::string_view text = document.plain().substr(0, part.end);
  size_t resume = part.begin;  // mentions begin here or later
  for (size_t begin = part.begin; begin < part.end;) {
    const size_t end = block_end(text, begin);
    read_block(text, begin, end, lang_at(document, begin));
    if (annotation->lang.empty()) annotation->lang = survey_.lang;
    resume = add_mentions(document, begin, end, resume, annotation);
    begin = end;
  }
}

// The language given, else the one that the document declares; empty: none.
std::string Annotator::lang_at(const Document& document, size_t at) const {
  return lang_.empty() ? text::usual_tag(document.lang_at(at)) : lang_;
}

void Annotator::read_block(std::string_view text, size_t begin, size_t end,
                           const std::string& lang) {
  const size_t ahead = std::min(text.size(), end + kLookahead);
  block_ = text.substr(begin, ahead - begin);
  // The matcher keeps the units of the piece it read last only.
  units_.clear();
  fold::append_units(block_, &units_);
  matches_.clear();
  lexicon_.matcher().scan(block_, &scratch_, &matches_);
  const uint32_t size = static_cast<uint32_t>(end - begin);
  std::erase_if(matches_,
                [&](const match::Match& match) { return match.begin >= size; });
  survey_ = resolve::survey(reader_, block_, units_, matches_, lang, &options_);
}

// What a match may mean here. A spelling that is a mention for one of its
// options is so for all that may stand.
Found Annotator::look_at(const match::Match& match) {
  Found found;
  found.match = match;
  const std::string_view written =
      block_.substr(match.begin, match.end - match.begin);
  found.options = resolve::admitted(lexicon_, options_.of(match.pattern),
                                    written, survey_.lang);
  if (found.options.empty()) return found;
  found.evidence.explain = wanted_.explain;
  const resolve::Page page = {reader_, block_, units_, matches_, survey_};
  resolve::look_around(page, match, kYearReach, &options_, &found.evidence);
  const resolve::Place place = {
      match.begin, match.pattern, written, &found.evidence.cues,
      resolve::has_strange_neighbour(page, match, &options_)};
  const bool stands = std::any_of(
      found.options.begin(), found.options.end(),
      [&](const lexicon::Option& option) {
        return resolve::is_supported(lexicon_, option, survey_.present, place);
      });
  if (!stands) found.options.clear();
  return found;
}

std::vector<Candidate> Annotator::candidates_of(Found* found) const {
  resolve::Evidence& evidence = found->evidence;
  evidence.year = wanted_.year;
  evidence.written = wanted_.written;
  evidence.type = wanted_.type;
  if (wanted_.year) evidence.near_year = wanted_.year;
  return resolve::score(lexicon_, found->options, evidence);
}

// Returns where the next block's mentions may begin. With overlaps it is
// kept apart what the longest alone would be: a block hides nothing when it
// begins within a mention.
size_t Annotator::add_mentions(const Document& document, size_t begin,
                               size_t end, size_t resume,
                               Annotation* annotation) {
  size_t covered = resume;  // end of the last of the longest
  size_t blocked = 0;       // end of the last block pattern
  const std::string lang = survey_.lang;
  for (const match::Match& match : matches_) {
    const size_t from = begin + match.begin;
    const size_t to = begin + match.end;
    const bool nested = from < covered;
    if (from < blocked || (nested && !wanted_.overlaps)) continue;
    if (resolve::is_word(lexicon_, match.pattern, &options_)) {
      if (!nested) blocked = covered = to;
      continue;
    }
    const std::string declared = lang_at(document, from);
    survey_.lang = declared.empty() ? lang : declared;
    Found found = look_at(match);
    if (found.options.empty()) {
      // A block that is a name in other company blocks here.
      if (!nested && lexicon_.is_block(match.pattern)) blocked = covered = to;
      continue;
    }
    std::vector<Candidate> candidates = candidates_of(&found);
    // What is refused by year or type is named here all the same.
    if (!nested) covered = to;
    if (candidates.empty()) continue;
    annotation->mentions.push_back(
        mention_at(document, from, to, std::move(candidates)));
  }
  return std::max(covered, end);
}

Mention Annotator::mention_at(const Document& document, size_t from, size_t to,
                              std::vector<Candidate> candidates) const {
  Mention mention;
  mention.begin = document.source_begin(from);
  mention.end = document.source_end(to);
  mention.core_begin = mention.begin;
  mention.core_end = mention.end;
  mention.decision = resolve::decide(candidates, wanted_.decide);
  mention.candidates = std::move(candidates);
  return mention;
}

}  // namespace khitai::annotate
