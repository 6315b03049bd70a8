// SPDX-License-Identifier: Apache-2.0

#include "annotate/apply_patterns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "annotate/chosen.h"
#include "context/patterns.h"

namespace khitai::annotate {
namespace {

using context::PatternHit;
using context::PatternSet;

class PatternFinder {
 public:
  PatternFinder(const Lexicon& lexicon, const document::Document& document,
                const AnnotateOptions& options, Annotation* annotation)
      : lexicon_(lexicon),
        document_(document),
        options_(options),
        set_(*options.patterns.set),
        annotation_(annotation),
        chosen_(lexicon) {}

  void run() {
    for (const document::Part& part : document_.parts()) {
      std::vector<PatternHit> hits;
      set_.find(document_.plain().substr(part.begin, part.end - part.begin),
                &hits);
      for (PatternHit& hit : hits) {
        hit.begin += part.begin;
        hit.end += part.begin;
        take(hit);
      }
    }
    std::stable_sort(annotation_->marks.begin(), annotation_->marks.end(),
                     [](const Mark& a, const Mark& b) {
                       return a.begin != b.begin ? a.begin < b.begin
                                                 : a.end > b.end;
                     });
    join();
  }

 private:
  void take(const PatternHit& hit) {
    const size_t begin = document_.source_begin(hit.begin);
    const size_t end = document_.source_end(hit.end);
    if (begin >= end) return;  // of what the reader of the document wrote
    const uint32_t entity = set_.entity(hit.pattern);
    if (entity == kNoRow) {
      annotation_->marks.push_back({begin, end, set_.label(hit.pattern)});
      return;
    }
    if (!options_.type.empty() &&
        lexicon_.entity_type(entity) != options_.type) {
      return;
    }
    const bool overlaps = hit.begin < covered_;
    if (overlaps && !options_.overlaps) return;
    covered_ = std::max(covered_, hit.end);
    Mention mention;
    mention.begin = mention.core_begin = begin;
    mention.end = mention.core_end = end;
    mention.decision = Decision::kMatch;
    mention.candidates = {chosen_.candidate(
        entity, document_.plain().substr(hit.begin, hit.end - hit.begin))};
    std::string words;
    if (options_.explain) words = "pattern " + set_.label(hit.pattern);
    mention.candidates[0].features = {{"pattern", kChosen, std::move(words)}};
    found_.push_back(std::move(mention));
  }

  // Puts what was found among the mentions of the lexicon.
  void join() {
    std::stable_sort(found_.begin(), found_.end(), before);
    std::vector<Mention>& old = annotation_->mentions;
    std::vector<bool> gone(old.size());
    std::vector<Mention> kept;
    size_t first = 0;
    for (Mention& mention : found_) {
      while (first < old.size() && old[first].end <= mention.begin) ++first;
      if (give_way(mention, first, &gone)) kept.push_back(std::move(mention));
    }
    for (size_t i = 0; i < old.size(); ++i) {
      if (!gone[i]) kept.push_back(std::move(old[i]));
    }
    std::stable_sort(kept.begin(), kept.end(), before);
    old = std::move(kept);
  }

  static bool before(const Mention& a, const Mention& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  }

  // Whether the mention may stand; then the others are marked as gone.
  bool give_way(const Mention& mention, size_t first,
                std::vector<bool>* gone) const {
    const std::vector<Mention>& old = annotation_->mentions;
    const size_t size = mention.end - mention.begin;
    std::vector<size_t> met;
    for (size_t i = first; i < old.size() && old[i].begin < mention.end; ++i) {
      if (old[i].end <= mention.begin) continue;
      const bool same =
          old[i].begin == mention.begin && old[i].end == mention.end;
      if (options_.overlaps && !same) continue;
      if (old[i].end - old[i].begin > size) return false;
      met.push_back(i);
    }
    for (size_t i : met) (*gone)[i] = true;
    return true;
  }

  const Lexicon& lexicon_;
  const document::Document& document_;
  const AnnotateOptions& options_;
  const PatternSet& set_;
  Annotation* annotation_;
  Chosen chosen_;
  std::vector<Mention> found_;
  size_t covered_ = 0;  // bytes of the plain text
};

}  // namespace

void apply_patterns(const Lexicon& lexicon, const document::Document& document,
                    const AnnotateOptions& options, Annotation* annotation) {
  if (options.patterns.set == nullptr) return;
  PatternFinder(lexicon, document, options, annotation).run();
}

}  // namespace khitai::annotate
