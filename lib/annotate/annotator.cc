// SPDX-License-Identifier: Apache-2.0

#include "annotate/annotator.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "resolve/support.h"
#include "resolve/surroundings.h"
#include "text/casing.h"

namespace khitai::annotate {
namespace {

// Years this near to a mention speak for or against a candidate, in bytes.
constexpr uint32_t kYearReach = 400;

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

void append_block(BlockMentions found, Annotation* annotation) {
  if (annotation->lang.empty()) annotation->lang = std::move(found.lang);
  std::move(found.mentions.begin(), found.mentions.end(),
            std::back_inserter(annotation->mentions));
}

void sort_mentions_of(Annotation* annotation) {
  std::stable_sort(annotation->mentions.begin(), annotation->mentions.end(),
                   [](const Mention& a, const Mention& b) {
                     return a.begin != b.begin ? a.begin < b.begin
                                               : a.end > b.end;
                   });
}

void Annotator::run(const Document& document, Annotation* annotation) {
  annotation->lang = lang_;
  Blocks blocks(document);
  size_t resume = 0;
  while (std::optional<Block> block = blocks.next()) {
    block->resume = std::max(block->begin, resume);
    BlockMentions found = run_block(document, *block);
    resume = found.resume;
    append_block(std::move(found), annotation);
  }
  sort_mentions_of(annotation);
}

BlockMentions Annotator::run_block(const Document& document,
                                   const Block& block) {
  BlockMentions found;
  reading_.read(document, block.begin, block.end, block.last, true);
  found.lang = reading_.survey().lang;
  undecided_.clear();
  discourse_.clear();
  found.resume = add_mentions(document, block, &found.mentions);
  decide_by_others(document, block.begin, &found.mentions);
  return found;
}

Found Annotator::look_at(size_t index, std::string_view lang) {
  Found found;
  reading_.gather(index, lang, &found);
  if (found.options.empty()) return found;
  found.evidence.explain = wanted_.explain;
  resolve::look_around(reading_.page(lang), reading_.matches()[index],
                       kYearReach, &reading_.options(), &found.evidence);
  if (!reading_.is_supported(index, lang, found, found.evidence.cues)) {
    found.options.clear();
  }
  return found;
}

std::vector<Candidate> Annotator::candidates_of(Found* found) {
  resolve::Evidence& evidence = found->evidence;
  evidence.year = wanted_.year;
  evidence.written = wanted_.written;
  evidence.type = wanted_.type;
  if (wanted_.year) evidence.near_years = Years{*wanted_.year, *wanted_.year};
  if (!found->proposals.empty()) evidence.proposals = &found->proposals;
  evidence.facts = &facts_;
  return resolve::score(lexicon_, found->options, evidence);
}

// Returns where the next block's mentions may begin. With overlaps it is
// kept apart what the longest alone would be: a block hides nothing when it
// begins within a mention.
size_t Annotator::add_mentions(const Document& document, const Block& block,
                               std::vector<Mention>* mentions) {
  const size_t begin = block.begin;
  size_t covered = block.resume;  // end of the last of the longest
  size_t blocked = 0;             // end of the last block pattern
  const std::vector<match::Match>& matches = reading_.matches();
  for (size_t i = 0; i < matches.size(); ++i) {
    const match::Match& match = matches[i];
    const size_t from = begin + match.begin;
    const size_t to = begin + match.end;
    if (reading_.is_taken(i)) continue;
    const bool nested = from < covered;
    if (from < blocked || (nested && !wanted_.overlaps)) continue;
    if (resolve::is_word(lexicon_, match.pattern, &reading_.options())) {
      if (!nested) blocked = covered = to;
      continue;
    }
    const std::string lang = reading_.lang_at(match.begin);
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
    if (!mentions->empty() && mentions->back().begin == mention.begin &&
        mentions->back().end == mention.end) {
      continue;  // spelled so, and inflected so
    }
    discourse_.note(match.pattern, mention.decision, mention.candidates);
    if (mention.decision == Decision::kAmbiguous) {
      undecided_.push_back({mentions->size(), i, lang});
    }
    mentions->push_back(std::move(mention));
  }
  return std::max(covered, block.end);
}

// Once: what is decided so decides nothing else, or the order would count.
void Annotator::decide_by_others(const Document& document, size_t begin,
                                 std::vector<Mention>* mentions) {
  for (const Undecided& one : undecided_) {
    Mention& mention = (*mentions)[one.mention];
    const uint32_t pattern = reading_.matches()[one.match].pattern;
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
const Inflected* Annotator::stem_of(size_t index, const Candidate& top) {
  const std::vector<match::Match>& matches = reading_.matches();
  const match::Match& match = matches[index];
  const std::string_view grammar =
      facts_.of({top.form, top.sense, top.entity, 0}).form.grammar;
  if (reading_.inflected(index) == nullptr &&
      grammar.find("plural") == std::string_view::npos &&
      grammar.find("adjective") == std::string_view::npos) {
    return nullptr;
  }
  const Inflected* best = nullptr;
  for (size_t next = index; next < matches.size(); ++next) {
    const match::Match& other = matches[next];
    if (other.begin != match.begin || other.end != match.end) break;
    const Inflected* const one = reading_.inflected(next);
    if (one == nullptr) continue;
    const std::vector<lexicon::Option>& options =
        reading_.options().of(other.pattern);
    const bool same = std::any_of(options.begin(), options.end(),
                                  [&](const lexicon::Option& option) {
                                    return option.entity == top.entity;
                                  });
    if (same && (best == nullptr || one->core_end < best->core_end)) best = one;
  }
  return best;
}

Mention Annotator::mention_at(const Document& document, size_t begin,
                              size_t index, std::vector<Candidate> candidates) {
  const std::vector<match::Match>& matches = reading_.matches();
  const match::Match& match = matches[index];
  Mention mention;
  mention.begin = document.source_begin(begin + match.begin);
  mention.end = document.source_end(begin + match.end);
  mention.core_begin = mention.begin;
  mention.core_end = mention.end;
  const Inflected* const stem = stem_of(index, candidates.front());
  if (stem != nullptr) {
    mention.core_begin = document.source_begin(begin + stem->core_begin);
    mention.core_end = document.source_end(begin + stem->core_end);
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
  const std::vector<match::Match>& matches = reading_.matches();
  const match::Match& match = matches[index];
  if (reading_.survey().lang == "en" ||
      lexicon_.entity(top.entity).type != "place") {
    return match.end;
  }
  for (size_t next = index + 1; next < matches.size(); ++next) {
    const match::Match& other = matches[next];
    if (other.begin != match.begin) break;
    if (other.end >= match.end || reading_.inflected(next) != nullptr) continue;
    const std::string_view rest =
        reading_.block().substr(other.end, match.end - other.end);
    if (rest.front() != ' ' || rest.find(' ', 1) != rest.npos) continue;
    const std::vector<lexicon::Option>& options =
        reading_.options().of(other.pattern);
    const bool same = std::any_of(options.begin(), options.end(),
                                  [&](const lexicon::Option& option) {
                                    return option.entity == top.entity;
                                  });
    const auto cues = reading_.reader().cues.around(
        reading_.units(), other.begin, other.end, nullptr);
    if (same && std::find(cues.begin(), cues.end(), "place") != cues.end()) {
      return other.end;
    }
  }
  return match.end;
}

}  // namespace khitai::annotate
