// SPDX-License-Identifier: Apache-2.0
//
// From documents to names that the lexicon does not have: spans that look like
// names, grouped over all documents by their match key, the most convincing
// first, each with why it was proposed and what of the lexicon comes nearest.
// What is a mention, what the lexicon blocks or knows as a word, and what it
// spells so itself is never among them.
//
//   Sightings all;
//   for each document, in order: all.add(sight_names(lexicon, page, options));
//   suggest_names(lexicon, std::move(all), wishes)
//
// Offsets are bytes of the document's text in UTF-8, as those of mentions.
// Finding is linear in the text; it cannot fail but where the document itself
// cannot be read. Memory grows with the different words, not with the texts.

#ifndef KHITAI_SUGGEST_H_
#define KHITAI_SUGGEST_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "khitai/result.h"

namespace khitai {

namespace annotate {
class SeenNames;
}

// What may be a name in the documents read so far. Not thread-safe; those of
// different documents are independent.
class Sightings {
 public:
  Sightings();
  ~Sightings();
  Sightings(Sightings&& other) noexcept;
  Sightings& operator=(Sightings&& other) noexcept;
  // Joins those of a later document.
  void add(Sightings later);
  // For the implementation.
  annotate::SeenNames& seen() { return *seen_; }

 private:
  std::unique_ptr<annotate::SeenNames> seen_;
};

// Reads a document that was annotated with `options` (without `type`: what is
// of another one is no unknown name). Fails where the document cannot be read
// again. Thread-safe.
Result<Sightings> sight_names(const Lexicon& lexicon,
                              const Annotation& annotation,
                              const AnnotateOptions& options);

struct SuggestedPlace {
  std::string document;  // the name given
  size_t begin = 0;      // bytes of its text
  size_t end = 0;
};

struct Suggestion {
  std::string text;      // as it is written most often
  std::string lang;      // of the texts; empty: unknown
  std::string type;      // that the words beside it call for; empty: unknown
  std::string id;        // free, for an entity of its own: "toghrul-beg"
  size_t count = 0;      // places
  size_t documents = 0;  // documents with such places
  std::vector<SuggestedPlace> places;  // the first ones, at most kMostPlaces
  std::string context;                 // the text around the first one
  std::vector<std::string> why;        // in words
  std::vector<Candidate> nearest;      // best first
  double score = 0;                    // 0 to 1, for the order; no probability

  static constexpr size_t kMostPlaces = 100;
};

struct SuggestOptions {
  std::string type;                  // only those that may be of this type
  std::optional<int32_t> year;       // for the nearest entities
  std::optional<int32_t> written;    // likewise
  size_t nearest = 3;                // entities, at most
  std::vector<std::string> decided;  // spellings that nobody wants to see
  unsigned jobs = 1;  // threads; the answer does not depend on it
};

// The names sighted, most convincing first. Time: a look-up (resolve_name) for
// each of the best, and for those that nothing else speaks for.
std::vector<Suggestion> suggest_names(const Lexicon& lexicon,
                                      Sightings sightings,
                                      const SuggestOptions& options);

}  // namespace khitai

#endif  // KHITAI_SUGGEST_H_
