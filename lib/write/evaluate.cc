// SPDX-License-Identifier: Apache-2.0

#include "write/evaluate.h"

#include <algorithm>
#include <iterator>

namespace khitai::write {
namespace {

using Span = std::pair<size_t, size_t>;  // half open

// Spans under keys; whether one of a key overlaps a span. O(log n) a question.
class SpanIndex {
 public:
  void add(const std::string& key, const Span& span) {
    spans_[key].push_back(span);
  }
  // Once all are there.
  void finish() {
    for (auto& [key, spans] : spans_) {
      std::sort(spans.begin(), spans.end());
      size_t reach = 0;
      for (Span& span : spans)
        span.second = reach = std::max(reach, span.second);
    }
  }
  bool overlaps(const std::string& key, const Span& span) const {
    const auto of_key = spans_.find(key);
    if (of_key == spans_.end()) return false;
    const std::vector<Span>& spans = of_key->second;
    // Those before `after` begin before the end of the span; the last one has
    // the furthest end of them.
    const auto after = std::lower_bound(
        spans.begin(), spans.end(), span.second,
        [](const Span& one, size_t end) { return one.first < end; });
    return after != spans.begin() && std::prev(after)->second > span.first;
  }

 private:
  std::map<std::string, std::vector<Span>> spans_;
};

constexpr const char* kAnything = "";  // a key that no entity is
constexpr size_t kMostNear = 100;      // annotations looked at for a message

void sort_by_place(std::vector<PlainMention>* mentions) {
  std::stable_sort(mentions->begin(), mentions->end(),
                   [](const PlainMention& a, const PlainMention& b) {
                     return std::pair(a.start, a.end) <
                            std::pair(b.start, b.end);
                   });
}

Span span_in(const PlainMention& mention) {
  return {mention.start, mention.end};
}

bool is_listed(const PlainMention& gold) {
  return !gold.entity.empty() || !gold.alt.empty();
}

std::vector<std::string> answers_to(const PlainMention& gold) {
  std::vector<std::string> ids = gold.alt;
  ids.push_back(gold.entity);
  std::erase(ids, std::string());
  return ids;
}

bool is_answer(const PlainMention& gold, const std::string& id) {
  return !id.empty() &&
         (id == gold.entity ||
          std::find(gold.alt.begin(), gold.alt.end(), id) != gold.alt.end());
}

bool is_decided(const PlainMention& found) {
  return found.decision == Decision::kMatch;
}

std::string word_or(const std::string& word, const char* none) {
  return word.empty() ? none : word;
}

// One document against its gold.
class Comparer {
 public:
  Comparer(const EvalDocument& document, Evaluation* evaluation)
      : document_(document), evaluation_(*evaluation) {
    for (const PlainMention& gold : document.gold) {
      if (!is_listed(gold)) {
        unlisted_.add(kAnything, span_in(gold));
        continue;
      }
      gold_.add(kAnything, span_in(gold));
      for (const std::string& id : answers_to(gold)) {
        gold_.add(id, span_in(gold));
      }
    }
    size_t reach = 0;
    for (const PlainMention& found : document.found) {
      reach_.push_back(reach = std::max(reach, found.end));
      found_.add(kAnything, span_in(found));
      if (!answer_of(found).empty()) {
        found_.add(answer_of(found), span_in(found));
      }
      if (is_decided(found)) decided_.add(kAnything, span_in(found));
    }
    for (SpanIndex* index : {&gold_, &unlisted_, &found_, &decided_}) {
      index->finish();
    }
  }

  void run() {
    for (size_t i = 0; i < document_.found.size(); ++i) {
      by_span_.emplace(span_in(document_.found[i]), i);
    }
    used_.resize(document_.found.size());
    for (const PlainMention& gold : document_.gold) compare_gold(gold);
    for (size_t i = 0; i < used_.size(); ++i) {
      compare_found(document_.found[i], used_[i]);
    }
    for (const Trap& trap : document_.traps) compare_trap(trap);
    add_scores();
  }

 private:
  void report(Fault fault, const PlainMention& place, std::string got,
              std::string expected, Decision decision) {
    Finding finding{fault, place, std::move(got), std::move(expected),
                    decision};
    finding.place.doc = document_.name;
    findings_.push_back(std::move(finding));
  }

  Score& of_type(const std::string& type) { return types_[word_or(type, "-")]; }

  void compare_gold(const PlainMention& gold) {
    const auto slot = by_span_.find(span_in(gold));
    const bool exact = slot != by_span_.end();
    const PlainMention* const found =
        exact ? &document_.found[slot->second] : nullptr;
    if (exact) used_[slot->second] = true;
    Score& score = of_type(gold.type);
    if (!is_listed(gold)) {
      ++score.unlisted;
      if (found == nullptr || !is_decided(*found)) return;
      ++score.extra;
      report(Fault::kUnlisted, gold, answer_of(*found), "", found->decision);
      return;
    }
    ++score.gold;
    score.touched += found_.overlaps(kAnything, span_in(gold)) ? 1 : 0;
    const std::vector<std::string> ids = answers_to(gold);
    score.named += std::any_of(ids.begin(), ids.end(),
                               [&](const std::string& id) {
                                 return found_.overlaps(id, span_in(gold));
                               })
                       ? 1
                       : 0;
    if (found == nullptr) {
      report(Fault::kMissed, gold, near(gold), gold.entity, Decision::kNone);
    } else {
      compare_exact(gold, *found, &score);
    }
  }

  void compare_exact(const PlainMention& gold, const PlainMention& found,
                     Score* score) {
    const bool right = is_answer(gold, answer_of(found));
    ++score->found;
    score->right += right ? 1 : 0;
    score->decided += is_decided(found) ? 1 : 0;
    score->wrong += is_decided(found) && !right ? 1 : 0;
    if (right) return;
    Confusion& confusion =
        evaluation_.confusions[{gold.entity, answer_of(found)}];
    ++confusion.count;
    confusion.decided += is_decided(found) ? 1 : 0;
    report(is_decided(found) ? Fault::kWrong : Fault::kUndecided, gold,
           answer_of(found), gold.entity, found.decision);
  }

  void compare_found(const PlainMention& found, bool exact) {
    const Span span = span_in(found);
    Score& score = of_type(found.type);
    if (!exact) {
      ++score.extra;
      report(Fault::kExtra, found, answer_of(found), "", found.decision);
    }
    const bool touches = gold_.overlaps(kAnything, span);
    if (!touches && !is_decided(found) && unlisted_.overlaps(kAnything, span)) {
      return;
    }
    const bool names =
        !answer_of(found).empty() && gold_.overlaps(answer_of(found), span);
    ++score.counted;
    score.touching += touches ? 1 : 0;
    score.naming += names ? 1 : 0;
    if (!found.candidates.empty() && found.candidates[0].probability >= 0) {
      score.told.emplace_back(found.candidates[0].probability, names);
    }
  }

  void compare_trap(const Trap& trap) {
    ++traps_.traps;
    if (!decided_.overlaps(kAnything, span_in(trap.place))) return;
    ++traps_.trapped;
    report(Fault::kTrap, trap.place, near(trap.place), trap.why,
           Decision::kMatch);
  }

  // Texts of up to three annotations that overlap a span.
  std::string near(const PlainMention& place) const {
    std::string texts;
    size_t count = 0;
    const auto first =
        std::upper_bound(reach_.begin(), reach_.end(), place.start);
    const auto from = static_cast<size_t>(first - reach_.begin());
    const size_t to = std::min(reach_.size(), from + kMostNear);
    for (size_t i = from; i < to && count < 3; ++i) {
      const PlainMention& found = document_.found[i];
      if (found.start >= place.end) break;
      if (found.end <= place.start) continue;
      texts += (count++ == 0 ? "" : ", ") + found.text;
    }
    return texts;
  }

  void add_scores() {
    Score all = traps_;
    all.documents = 1;
    for (const auto& [type, score] : types_) {
      all.add(score);
      evaluation_.by_type[type].add(score);
    }
    evaluation_.all.add(all);
    evaluation_.by_lang[word_or(document_.lang, "und")].add(all);
    evaluation_.by_doc.emplace_back(document_.name, std::move(all));
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const Finding& a, const Finding& b) {
                       return span_in(a.place) < span_in(b.place);
                     });
    std::move(findings_.begin(), findings_.end(),
              std::back_inserter(evaluation_.findings));
  }

  const EvalDocument& document_;
  Evaluation& evaluation_;
  SpanIndex gold_, unlisted_, found_, decided_;
  std::vector<size_t> reach_;  // furthest end of the annotations up to there
  std::map<Span, size_t> by_span_;
  std::vector<bool> used_;  // annotations with the span of a gold mention
  std::map<std::string, Score> types_;
  Score traps_;
  std::vector<Finding> findings_;
};

}  // namespace

void Evaluation::add(EvalDocument document) {
  sort_by_place(&document.gold);
  sort_by_place(&document.found);
  Comparer(document, this).run();
}

}  // namespace khitai::write
