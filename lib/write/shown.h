// SPDX-License-Identifier: Apache-2.0
//
// What of an answer is shown: the best candidate, and the first few. Views
// into the caller's vectors.

#ifndef KHITAI_WRITE_SHOWN_H_
#define KHITAI_WRITE_SHOWN_H_

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"

namespace khitai::write {

// An empty candidate when there is none.
inline const Candidate& top(const std::vector<Candidate>& candidates) {
  static const Candidate kNobody;
  return candidates.empty() ? kNobody : candidates.front();
}

// The first `limit` candidates; all for 0.
inline std::span<const Candidate> shown(
    const std::vector<Candidate>& candidates, const WriteOptions& options) {
  const size_t count = options.limit == 0
                           ? candidates.size()
                           : std::min(options.limit, candidates.size());
  return std::span(candidates).first(count);
}

// The bytes of a mention; empty when its offsets are wrong.
inline std::string_view text_of(const Annotation& annotation,
                                const Mention& mention) {
  const std::string_view source = annotation.source;
  if (mention.begin > mention.end || mention.end > source.size()) return {};
  return source.substr(mention.begin, mention.end - mention.begin);
}

// What the document lists the candidate as; null: nothing.
inline const Own* own_of(const Annotation& annotation,
                         const Candidate& candidate) {
  return candidate.own < annotation.own.size() ? &annotation.own[candidate.own]
                                               : nullptr;
}

// An entry of a document's own list, with the reference as its id; and the
// lexicon's entity of a candidate, or, without one, that entry.
Entity entity_of_own(const Own& own);
Entity entity_of(const Lexicon& lexicon, const Annotation& annotation,
                 const Candidate& candidate);

// The label to show in the reader's language.
inline std::string_view label_of(const Lexicon& lexicon, uint32_t entity,
                                 const WriteOptions& options) {
  return options.lang.empty() ? lexicon.entity(entity).label
                              : lexicon.display_form(entity, options.lang);
}

// The reasons in short words, "; " between them.
std::string why_words(const std::vector<Feature>& features);
inline std::string why_words(const Candidate& candidate) {
  return why_words(candidate.features);
}

// The reasons for what a name was resolved to. Where the form is the same word
// in another convention, it is said which one each is in.
std::vector<Feature> told_reasons(const Lexicon& lexicon, const Query& query,
                                  const Candidate& candidate);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_SHOWN_H_
