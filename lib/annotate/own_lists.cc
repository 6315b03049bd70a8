// SPDX-License-Identifier: Apache-2.0

#include "annotate/own_lists.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "annotate/blocks.h"
#include "annotate/own_links.h"
#include "fold/fold.h"
#include "resolve/score.h"
#include "text/casing.h"

namespace khitai::annotate {
namespace {

// What it adds to the log-odds of a candidate that the document lists it. Set
// by hand: as much as the right language and a date that fits.
constexpr double kListed = 3.0;
constexpr double kLeastChance = 1e-6;  // of probabilities in a logarithm

}  // namespace

OwnLists::OwnLists(const Lexicon& lexicon, const AnnotateOptions& options,
                   const document::Structure& structure)
    : lexicon_(lexicon), options_(options) {
  for (const document::ListedEntity& listed : structure.listed) {
    if (listed.id.empty() || listed.names.empty()) continue;
    const bool asked =
        options.type.empty() || may_be_listed(listed.tag, options.type);
    if (asked) add_entry(listed);
  }
  build();
}

void OwnLists::add_entry(const document::ListedEntity& listed) {
  const uint32_t number = static_cast<uint32_t>(own_.size());
  const uint32_t entity = entity_of_entry(lexicon_, listed);
  const std::string type(type_of_entry(listed.tag));
  own_.push_back({"#" + listed.id, type, listed.names.front(), entity});
  if (entity != kNoRow) by_entity_.emplace(entity, number);
  for (const std::string& name : listed.names) {
    const std::string key = fold::match_key(name);
    if (key.empty() || !match::check_folded(key).ok()) continue;
    const auto [slot, fresh] =
        keys_.emplace(key, static_cast<uint32_t>(patterns_.size()));
    if (fresh) patterns_.emplace_back();
    Pattern& pattern = patterns_[slot->second];
    if (pattern.entries.empty() || pattern.entries.back() != number) {
      pattern.entries.push_back(number);
    }
    pattern.spellings.push_back(name);
  }
}

void OwnLists::build() {
  match::Builder builder;
  for (const auto& [key, pattern] : keys_) builder.add(key, pattern);
  auto section = builder.build();
  if (section.ok()) section_ = std::move(section).value();
}

void OwnLists::apply(const document::Document& document,
                     Annotation* annotation) const {
  annotation->own = own_;
  merge(find(document), annotation);
  for (Mention& mention : annotation->mentions) weigh(&mention);
}

std::vector<OwnLists::Found> OwnLists::find(
    const document::Document& document) const {
  std::vector<Found> all;
  match::Scratch scratch;
  for (const document::Part& part : document.parts()) {
    const std::string_view text = document.plain().substr(0, part.end);
    for (size_t begin = part.begin; begin < part.end;) {
      const size_t end = block_end(text, begin);
      find_in(document, {begin, end}, std::min(part.end, end + kLookahead),
              &scratch, &all);
      begin = end;
    }
  }
  return all;
}

void OwnLists::find_in(const document::Document& document, document::Part block,
                       size_t ahead, match::Scratch* scratch,
                       std::vector<Found>* all) const {
  const auto matcher = match::Matcher::open(section_);
  if (!matcher.ok()) return;
  const std::string_view text =
      document.plain().substr(block.begin, ahead - block.begin);
  std::vector<match::Match> matches;
  matcher->scan(text, scratch, &matches);
  const auto is_written_so = [&](const match::Match& match) {
    const std::string_view written =
        text.substr(match.begin, match.end - match.begin);
    const auto& spellings = patterns_[match.pattern].spellings;
    return match.begin < block.end - block.begin &&
           std::any_of(spellings.begin(), spellings.end(),
                       [&](const std::string& spelling) {
                         return text::keeps_capitals(spelling, written);
                       });
  };
  match::keep_longest(is_written_so, &matches);
  for (const match::Match& match : matches) {
    all->push_back({document.source_begin(block.begin + match.begin),
                    document.source_end(block.begin + match.end),
                    match.pattern});
  }
}

// The mentions are ordered by begin, longer first; so is what was found, but
// for notes.
void OwnLists::merge(std::vector<Found> found, Annotation* annotation) const {
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.begin < b.begin; });
  std::vector<Mention> merged;
  std::vector<Mention>& old = annotation->mentions;
  size_t next = 0;
  size_t covered = 0;  // by a name of the lists
  for (const Found& one : found) {
    while (next < old.size() && old[next].begin < one.begin) {
      if (old[next].begin >= covered) merged.push_back(std::move(old[next]));
      ++next;
    }
    const bool crosses = !merged.empty() && merged.back().end > one.begin;
    if (crosses && merged.back().end >= one.end) continue;
    const bool same = next < old.size() && old[next].begin == one.begin &&
                      old[next].end >= one.end;
    if (same) {
      if (old[next].end == one.end) {
        name_entries(patterns_[one.pattern].entries, &old[next]);
      }
      continue;
    }
    if (crosses) merged.pop_back();
    merged.push_back(mention_of(one));
    covered = one.end;
  }
  for (; next < old.size(); ++next) {
    if (old[next].begin >= covered) merged.push_back(std::move(old[next]));
  }
  old = std::move(merged);
}

Mention OwnLists::mention_of(const Found& found) const {
  Mention mention;
  mention.begin = mention.core_begin = found.begin;
  mention.end = mention.core_end = found.end;
  name_entries(patterns_[found.pattern].entries, &mention);
  return mention;
}

// Those entries are candidates, too.
void OwnLists::name_entries(const std::vector<uint32_t>& entries,
                            Mention* mention) const {
  // As likely as the likeliest, or as "none of these", before it weighs that
  // it is listed.
  double none = 1, prior = kLeastChance;
  for (const Candidate& one : mention->candidates) {
    none -= one.probability;
    prior = std::max(prior, one.probability);
  }
  prior = std::max(prior, none);
  for (uint32_t entry : entries) {
    const uint32_t entity = own_[entry].entity;
    const bool is_there =
        std::any_of(mention->candidates.begin(), mention->candidates.end(),
                    [&](const Candidate& one) {
                      return entity != kNoRow && one.entity == entity;
                    });
    if (is_there) continue;
    Candidate candidate;
    candidate.entity = entity;
    candidate.own = entry;
    candidate.probability = prior / static_cast<double>(entries.size());
    mention->candidates.push_back(std::move(candidate));
  }
  double sum = std::max(none, kLeastChance);
  for (const Candidate& one : mention->candidates) sum += one.probability;
  for (Candidate& one : mention->candidates) one.probability /= sum;
}

void OwnLists::weigh(Mention* mention) const {
  std::vector<Candidate>& all = mention->candidates;
  double none = 1, sum = 0;
  for (const Candidate& one : all) none -= one.probability;
  none = std::max(none, kLeastChance);
  bool listed = false;
  for (Candidate& one : all) {
    const auto entry = by_entity_.find(one.entity);
    if (one.own == kNoRow && entry != by_entity_.end()) {
      one.own = entry->second;
    }
    if (one.own != kNoRow) {
      listed = true;
      one.probability *= std::exp(kListed);
      one.features.push_back(
          {"listed", kListed, "listed in the document: " + own_[one.own].ref});
    }
    sum += one.probability;
  }
  if (!listed) return;
  for (Candidate& one : all) one.probability /= sum + none;
  std::stable_sort(all.begin(), all.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.probability > b.probability;
                   });
  mention->decision = resolve::decide(all, options_.decide);
}

}  // namespace khitai::annotate
