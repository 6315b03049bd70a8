// SPDX-License-Identifier: Apache-2.0
//
// Readers' decisions over a finished annotation: places are found
// (places.h), then each decided span becomes a match or is left out.

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "annotate/chosen.h"
#include "annotate/places.h"
#include "khitai/annotate.h"
#include "text/quoted.h"

namespace khitai {
namespace {

using annotate::Chosen;
using annotate::Place;
using annotate::Quotation;
using annotate::Standing;

// Longer ones first, as the mentions of an annotation.
struct Span {
  size_t begin;
  size_t end;
  bool operator<(const Span& other) const {
    return begin != other.begin ? begin < other.begin : end > other.end;
  }
};

Span span_of(const Mention& mention) { return {mention.begin, mention.end}; }

std::string reason_of(const Place& place) {
  switch (place.standing) {
    case Standing::kAbsent:
      return "not in the text";
    case Standing::kElsewhere:
      return "in the text, but with other words around it";
    case Standing::kSeveral:
      return std::to_string(place.alike) + " places fit alike";
    case Standing::kTaken:
      return "the place it fits is another row's";
    case Standing::kDiffering:
      return "several rows for one place, with different entities";
    case Standing::kPlaced:
      break;
  }
  return "";
}

// Puts what the reader chose first and keeps the others as what might have
// been.
void choose(Chosen* chosen, uint32_t entity, std::string_view written,
            Mention* mention) {
  std::vector<Candidate>& all = mention->candidates;
  auto at = std::find_if(all.begin(), all.end(), [&](const Candidate& one) {
    return one.entity == entity;
  });
  if (at == all.end()) at = all.insert(at, chosen->candidate(entity, written));
  std::rotate(all.begin(), at, at + 1);
  for (Candidate& one : all) one.probability = 0;
  all.front().probability = 1;
  all.front().contradicted = false;
  all.front().features.insert(
      all.front().features.begin(),
      {"reader", annotate::kChosen, "decided by a reader"});
  mention->decision = Decision::kMatch;
  mention->reviewed = true;
}

using Decided = std::map<Span, size_t>;  // the decision that counts

// Where the decisions of each table stand; later tables override.
Decided place_all(const std::vector<ReaderDecision>& decisions,
                  const std::string& source, Replayed* replayed) {
  const text::Quoted text(source);
  std::map<uint32_t, std::vector<size_t>> tables;
  for (size_t i = 0; i < decisions.size(); ++i) {
    tables[decisions[i].table].push_back(i);
  }
  Decided decided;
  for (const auto& [table, rows] : tables) {
    std::vector<Quotation> quotations;
    for (size_t row : rows) {
      const ReaderDecision& one = decisions[row];
      quotations.push_back({text::Quoted(one.quote).form(),
                            text::Quoted(one.prefix).form(),
                            text::Quoted(one.suffix).form(), one.entity});
    }
    const std::vector<Place> places =
        annotate::place_quotations(text, quotations);
    for (size_t i = 0; i < rows.size(); ++i) {
      if (places[i].standing != Standing::kPlaced) {
        replayed->orphans.push_back({rows[i], reason_of(places[i])});
        continue;
      }
      const Span span = {places[i].begin, places[i].end};
      const auto [slot, fresh] = decided.emplace(span, rows[i]);
      if (fresh) continue;
      if (decisions[slot->second].entity != decisions[rows[i]].entity) {
        replayed->overridden.push_back({slot->second, rows[i]});
      }
      slot->second = rows[i];
    }
  }
  return decided;
}

// Spans that overlap nothing that begins before them, the longest first.
std::vector<Span> outermost(const std::vector<Span>& sorted) {
  std::vector<Span> out;
  for (const Span& span : sorted) {
    if (out.empty() || span.begin >= out.back().end) out.push_back(span);
  }
  return out;
}

// Whether one of `spans` (sorted, none overlapping another) meets the mention,
// or holds all of it.
bool is_met(const std::vector<Span>& spans, const Mention& mention,
            bool wholly) {
  const auto after = std::partition_point(
      spans.begin(), spans.end(),
      [&](const Span& span) { return span.end <= mention.begin; });
  if (after == spans.end() || after->begin >= mention.end) return false;
  return !wholly ||
         (after->begin <= mention.begin && mention.end <= after->end);
}

void sort_mentions(std::vector<Mention>* mentions) {
  std::stable_sort(mentions->begin(), mentions->end(),
                   [](const Mention& a, const Mention& b) {
                     return span_of(a) < span_of(b);
                   });
}

class Replay {
 public:
  Replay(const Lexicon& lexicon, const std::vector<ReaderDecision>& decisions,
         Annotation* annotation)
      : decisions_(decisions), chosen_(lexicon), annotation_(annotation) {}

  void run(const Decided& decided, bool overlaps);

 private:
  void take(const Span& span, uint32_t entity, Mention* found);
  std::string_view written(const Span& span) const {
    return std::string_view(annotation_->source)
        .substr(span.begin, span.end - span.begin);
  }

  const std::vector<ReaderDecision>& decisions_;
  Chosen chosen_;
  Annotation* annotation_;
  std::vector<Mention> kept_;
  std::vector<Span> matched_, refused_;  // sorted
};

// `found`: the program's mention of this very span, or null.
void Replay::take(const Span& span, uint32_t entity, Mention* found) {
  Mention mention;
  if (found != nullptr) mention = std::move(*found);
  if (entity == kNoRow) {
    refused_.push_back(span);
    if (found == nullptr) return;
    mention.reviewed = true;
    annotation_->rejected.push_back(std::move(mention));
    return;
  }
  if (found == nullptr) {
    mention.begin = mention.core_begin = span.begin;
    mention.end = mention.core_end = span.end;
  }
  choose(&chosen_, entity, written(span), &mention);
  matched_.push_back(span);
  kept_.push_back(std::move(mention));
}

void Replay::run(const Decided& decided, bool overlaps) {
  std::vector<Mention> others;
  auto next = decided.begin();
  const auto take_next = [&](Mention* found) {
    take(next->first, decisions_[next->second].entity, found);
    ++next;
  };
  for (Mention& mention : annotation_->mentions) {
    const Span span = span_of(mention);
    while (next != decided.end() && next->first < span) take_next(nullptr);
    if (next != decided.end() && !(span < next->first)) {
      take_next(&mention);
    } else {
      others.push_back(std::move(mention));
    }
  }
  while (next != decided.end()) take_next(nullptr);
  matched_ = outermost(matched_);
  refused_ = outermost(refused_);
  if (!overlaps) {
    std::erase_if(kept_, [&](const Mention& mention) {
      return !std::binary_search(matched_.begin(), matched_.end(),
                                 span_of(mention));
    });
  }
  for (Mention& mention : others) {
    if (is_met(refused_, mention, true)) continue;
    if (!overlaps && is_met(matched_, mention, false)) continue;
    kept_.push_back(std::move(mention));
  }
  sort_mentions(&kept_);
  annotation_->mentions = std::move(kept_);
}

}  // namespace

Replayed replay_decisions(const Lexicon& lexicon,
                          const std::vector<ReaderDecision>& decisions,
                          const AnnotateOptions& options,
                          Annotation* annotation) {
  Replayed replayed;
  if (decisions.empty()) return replayed;
  const Decided decided = place_all(decisions, annotation->source, &replayed);
  std::sort(replayed.orphans.begin(), replayed.orphans.end(),
            [](const Replayed::Orphan& a, const Replayed::Orphan& b) {
              return a.decision < b.decision;
            });
  Replay(lexicon, decisions, annotation).run(decided, options.overlaps);
  if (!options.type.empty()) {
    std::erase_if(annotation->mentions, [&](const Mention& mention) {
      const uint32_t entity = mention.candidates.front().entity;
      return mention.reviewed && lexicon.entity_type(entity) != options.type;
    });
  }
  return replayed;
}

}  // namespace khitai
