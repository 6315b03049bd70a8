// SPDX-License-Identifier: Apache-2.0

#include "khitai/suggest.h"

#include <utility>

#include "annotate/inputs.h"
#include "annotate/rank_names.h"
#include "annotate/seen_names.h"
#include "annotate/sighter.h"
#include "document/read.h"

namespace khitai {

Sightings::Sightings() : seen_(std::make_unique<annotate::SeenNames>()) {}
Sightings::~Sightings() = default;
Sightings::Sightings(Sightings&& other) noexcept = default;
Sightings& Sightings::operator=(Sightings&& other) noexcept = default;

void Sightings::add(Sightings later) { seen_->add(std::move(*later.seen_)); }

Result<Sightings> sight_names(const Lexicon& lexicon,
                              const Annotation& annotation,
                              const AnnotateOptions& options) {
  const document::Kind kind =
      annotate::kind_of(annotation.input).value_or(document::Kind::kText);
  const auto document = document::read_document(
      annotation.name, annotation.source, kind, annotation.field);
  if (!document.ok()) return document.error();
  Sightings sightings;
  annotate::Sighter(lexicon, *document, annotation, options.lang)
      .run(&sightings.seen());
  return sightings;
}

std::vector<Suggestion> suggest_names(const Lexicon& lexicon,
                                      Sightings sightings,
                                      const SuggestOptions& options) {
  return annotate::NameRanker(lexicon, options)
      .run(std::move(sightings.seen()));
}

}  // namespace khitai
