// SPDX-License-Identifier: Apache-2.0

#include "annotate/annotator.h"

#include <algorithm>
#include <utility>

#include "annotate/blocks.h"
#include "resolve/support.h"
#include "resolve/surroundings.h"
#include "text/casing.h"

namespace khitai::annotate {
namespace {

// Years this near to a mention speak for or against a candidate, in bytes.
constexpr uint32_t kYearReach = 400;

// Of several readings of an inflected word the plainest is the likeliest: what
// another costs more counts so often besides.
constexpr int kPlainer = 3;

// Whether it is likelier that a spelling means nothing of the lexicon than
// that it means one of the candidates.
bool is_none_likelier(const std::vector<Candidate>& candidates) {
  if (candidates.empty() || candidates.front().contradicted) return false;
  double sum = 0;
  for (const Candidate& one : candidates) sum += one.probability;
  return sum < 0.5;
}

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
    read_block(document, part, begin, end);
    if (annotation->lang.empty()) annotation->lang = survey_.lang;
    undecided_.clear();
    discourse_.clear();
    resume = add_mentions(document, begin, end, resume, annotation);
    decide_by_others(document, begin, annotation);
    begin = end;
  }
}

void Annotator::read_block(const Document& document, const document::Part& part,
                           size_t begin, size_t end) {
  const size_t ahead = std::min(part.end, end + kLookahead);
  block_ = document.plain().substr(begin, ahead - begin);
  // The matcher keeps the units of the piece it read last only.
  units_.clear();
  fold::append_units(block_, &units_);
  matches_.clear();
  lexicon_.matcher().scan(block_, &scratch_, &matches_);
  const uint32_t size = static_cast<uint32_t>(end - begin);
  std::erase_if(matches_,
                [&](const match::Match& match) { return match.begin >= size; });
  survey_.lang =
      lang_.empty() ? text::usual_tag(document.lang_at(begin)) : lang_;
  if (survey_.lang.empty()) {
    survey_.lang = reader_.guesser.guess(block_, units_);
  }
  add_inflected(document, begin, size);
  survey_ = resolve::survey(reader_, block_, units_, matches_, survey_.lang,
                            &options_);
}

std::string Annotator::lang_at(const Document& document, size_t begin,
                               uint32_t offset) const {
  if (!lang_.empty()) return lang_;
  const std::string_view declared = document.lang_at(begin + offset);
  return declared.empty() ? survey_.lang : text::usual_tag(declared);
}

void Annotator::add_inflected(const Document& document, size_t begin,
                              uint32_t size) {
  inflected_.clear();
  const std::vector<fold::Unit>& units = units_.units;
  uint32_t count = 0;
  while (count < units.size() && units[count].begin < size) ++count;
  for (uint32_t first = 0, last = 0; first < count; first = last) {
    const std::string_view declared =
        document.lang_at(begin + units[first].begin);
    const std::string lang = lang_at(document, begin, units[first].begin);
    while (last < count &&
           document.lang_at(begin + units[last].begin) == declared) {
      ++last;
    }
    finder_.find(block_, units_, first, last, lang, &inflected_);
  }
  merge_inflected();
}

// Of one span the exact match comes first. Where that is no name, the inflected
// one is none either.
void Annotator::merge_inflected() {
  std::vector<match::Match> merged;
  which_.clear();
  const auto before = [](const match::Match& a, const match::Match& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  };
  auto exact = matches_.begin();
  for (uint32_t i = 0; i <= inflected_.size(); ++i) {
    const bool rest = i == inflected_.size();
    while (exact != matches_.end() &&
           (rest || !before(inflected_[i].match, *exact))) {
      merged.push_back(*exact++);
      which_.push_back(kNoRow);
    }
    if (rest) break;
    const match::Match& match = inflected_[i].match;
    const bool spelled = !merged.empty() &&
                         merged.back().begin == match.begin &&
                         merged.back().end == match.end;
    if (spelled && which_.back() == kNoRow &&
        is_no_name(merged.back().pattern)) {
      continue;
    }
    merged.push_back(match);
    which_.push_back(i);
  }
  matches_ = std::move(merged);
}

bool Annotator::is_no_name(uint32_t pattern) {
  if (resolve::is_word(lexicon_, pattern, &options_)) return true;
  // Of a block without forms, all of none.
  const std::vector<uint32_t> forms = lexicon_.forms_of_pattern(pattern);
  return std::all_of(forms.begin(), forms.end(), [&](uint32_t form) {
    return (lexicon_.form_use(form) & kUseNever) != 0;
  });
}

void Annotator::gather_options(size_t index, std::string_view lang,
                               int plainest, Found* found) {
  const match::Match& match = matches_[index];
  const Inflected* const inflected =
      which_[index] == kNoRow ? nullptr : &inflected_[which_[index]];
  std::string written(block_.substr(match.begin, match.end - match.begin));
  if (inflected != nullptr && inflected->small) {
    written = text::with_capital(written, false);
  }
  for (const lexicon::Option& option :
       resolve::admitted(lexicon_, options_.of(match.pattern), written, lang)) {
    found->options.push_back(option);
    if (inflected == nullptr) continue;
    resolve::Proposal& proposal = found->proposals[option.form];
    proposal.form = option.form;
    proposal.level = resolve::Level::kInflected;
    proposal.distance =
        inflected->cost + kPlainer * (inflected->cost - plainest);
    proposal.small = inflected->small;
    proposal.rule = inflected->rule;
  }
}

// look_at() takes all inflected readings of a span at once.
bool Annotator::is_looked_at(size_t index) const {
  return index > 0 && which_[index] != kNoRow && which_[index - 1] != kNoRow &&
         matches_[index].begin == matches_[index - 1].begin &&
         matches_[index].end == matches_[index - 1].end;
}

Found Annotator::look_at(size_t index, std::string_view lang) {
  Found found;
  const match::Match& match = matches_[index];
  // Of inflected readings the cheapest may be a word that is no name.
  const int plainest =
      which_[index] == kNoRow ? 0 : inflected_[which_[index]].cost;
  for (size_t next = index; next < matches_.size(); ++next) {
    const match::Match& other = matches_[next];
    if (other.begin != match.begin || other.end != match.end) break;
    const bool inflected = which_[next] != kNoRow;
    if (inflected && is_no_name(other.pattern)) break;
    gather_options(next, lang, plainest, &found);
    if (!inflected) break;
  }
  if (found.options.empty()) return found;
  found.evidence.explain = wanted_.explain;
  const resolve::Page page = {reader_, block_, units_, matches_, survey_, lang};
  resolve::look_around(page, match, kYearReach, &options_, &found.evidence);
  const resolve::Place place = {
      match.begin, match.pattern, found.evidence.spelled, &found.evidence.cues,
      resolve::has_strange_neighbour(page, match, &options_)};
  if (!resolve::is_any_supported(lexicon_, found.options, survey_.present,
                                 place, lang)) {
    found.options.clear();
  }
  return found;
}

std::vector<Candidate> Annotator::candidates_of(Found* found) const {
  resolve::Evidence& evidence = found->evidence;
  evidence.year = wanted_.year;
  evidence.written = wanted_.written;
  evidence.type = wanted_.type;
  if (wanted_.year) evidence.near_years = Years{*wanted_.year, *wanted_.year};
  if (!found->proposals.empty()) evidence.proposals = &found->proposals;
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
  for (size_t i = 0; i < matches_.size(); ++i) {
    const match::Match& match = matches_[i];
    const size_t from = begin + match.begin;
    const size_t to = begin + match.end;
    if (is_looked_at(i)) continue;
    const bool nested = from < covered;
    if (from < blocked || (nested && !wanted_.overlaps)) continue;
    if (resolve::is_word(lexicon_, match.pattern, &options_)) {
      if (!nested) blocked = covered = to;
      continue;
    }
    const std::string lang = lang_at(document, begin, match.begin);
    Found found = look_at(i, lang);
    if (found.options.empty()) {
      // A block that is a name in other company blocks here.
      if (!nested && lexicon_.is_block(match.pattern)) blocked = covered = to;
      continue;
    }
    std::vector<Candidate> candidates = candidates_of(&found);
    if (is_none_likelier(candidates)) continue;
    // What is refused by year or type is named here all the same.
    if (!nested) covered = to;
    if (candidates.empty()) continue;
    Mention mention = mention_at(document, begin, i, std::move(candidates));
    const std::vector<Mention>& all = annotation->mentions;
    if (!all.empty() && all.back().begin == mention.begin &&
        all.back().end == mention.end) {
      continue;  // spelled so, and inflected so
    }
    discourse_.note(match.pattern, mention.decision, mention.candidates);
    if (mention.decision == Decision::kAmbiguous) {
      undecided_.push_back({all.size(), i, lang});
    }
    annotation->mentions.push_back(std::move(mention));
  }
  return std::max(covered, end);
}

// Once: what is decided so decides nothing else, or the order would count.
void Annotator::decide_by_others(const Document& document, size_t begin,
                                 Annotation* annotation) {
  for (const Undecided& one : undecided_) {
    Mention& mention = annotation->mentions[one.mention];
    const uint32_t pattern = matches_[one.match].pattern;
    if (mention.candidates.front().contradicted ||
        !discourse_.speaks_of(pattern, mention.candidates)) {
      continue;
    }
    Found found = look_at(one.match, one.lang);
    found.evidence.discourse = &discourse_;
    mention = mention_at(document, begin, one.match, candidates_of(&found));
  }
}

// What is spelled so may be an inflected form of the same thing, too: where the
// lexicon says that it is not the base form.
uint32_t Annotator::stem_of(size_t index, const Candidate& top) {
  const match::Match& match = matches_[index];
  const std::string_view grammar = lexicon_.form(top.form).grammar;
  if (which_[index] == kNoRow &&
      grammar.find("plural") == std::string_view::npos &&
      grammar.find("adjective") == std::string_view::npos) {
    return kNoRow;
  }
  uint32_t best = kNoRow;
  for (size_t next = index; next < matches_.size(); ++next) {
    const match::Match& other = matches_[next];
    if (other.begin != match.begin || other.end != match.end) break;
    const uint32_t which = which_[next];
    if (which == kNoRow) continue;
    const std::vector<lexicon::Option>& options = options_.of(other.pattern);
    const bool same = std::any_of(options.begin(), options.end(),
                                  [&](const lexicon::Option& option) {
                                    return option.entity == top.entity;
                                  });
    if (same && (best == kNoRow ||
                 inflected_[which].core_end < inflected_[best].core_end)) {
      best = which;
    }
  }
  return best;
}

Mention Annotator::mention_at(const Document& document, size_t begin,
                              size_t index, std::vector<Candidate> candidates) {
  const match::Match& match = matches_[index];
  Mention mention;
  mention.begin = document.source_begin(begin + match.begin);
  mention.end = document.source_end(begin + match.end);
  mention.core_begin = mention.begin;
  mention.core_end = mention.end;
  const uint32_t which = stem_of(index, candidates.front());
  if (which != kNoRow) {
    const Inflected& inflected = inflected_[which];
    mention.core_begin = document.source_begin(begin + inflected.core_begin);
    mention.core_end = document.source_end(begin + inflected.core_end);
  }
  const uint32_t named = without_class_word(index, candidates.front());
  if (named < match.end) {
    mention.end = mention.core_end = document.source_end(begin + named);
  }
  mention.decision = resolve::decide(candidates, wanted_.decide);
  mention.candidates = std::move(candidates);
  return mention;
}

// Where a place's name ends before a word such as "river", if the same place is
// called so without it. In English the word is part of the name.
uint32_t Annotator::without_class_word(size_t index, const Candidate& top) {
  const match::Match& match = matches_[index];
  if (survey_.lang == "en" || lexicon_.entity(top.entity).type != "place") {
    return match.end;
  }
  for (size_t next = index + 1; next < matches_.size(); ++next) {
    const match::Match& other = matches_[next];
    if (other.begin != match.begin) break;
    if (other.end >= match.end || which_[next] != kNoRow) continue;
    const std::string_view rest =
        block_.substr(other.end, match.end - other.end);
    if (rest.front() != ' ' || rest.find(' ', 1) != rest.npos) continue;
    const std::vector<lexicon::Option>& options = options_.of(other.pattern);
    const bool same = std::any_of(options.begin(), options.end(),
                                  [&](const lexicon::Option& option) {
                                    return option.entity == top.entity;
                                  });
    const auto cues =
        reader_.cues.around(units_, other.begin, other.end, nullptr);
    if (same && std::find(cues.begin(), cues.end(), "place") != cues.end()) {
      return other.end;
    }
  }
  return match.end;
}

}  // namespace khitai::annotate
