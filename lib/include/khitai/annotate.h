// SPDX-License-Identifier: Apache-2.0
//
// From a document to its mentions: spans that may name an entity, each with
// candidates, probabilities and a decision.
//
// Context (dates, cue words, other mentions near by) reaches over the whole
// document. Offsets are bytes of the source as it was given; writers convert.
// Scanning cannot fail: bytes that are not UTF-8 match nothing.

#ifndef KHITAI_ANNOTATE_H_
#define KHITAI_ANNOTATE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/conventions.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "khitai/result.h"

namespace khitai {

enum class Input { kAuto, kText, kMarkdown };

// Below this probability of its best candidate a mention is `ambiguous`.
inline constexpr double kDecideMention = 0.6;

struct AnnotateOptions {
  Input input = Input::kAuto;      // kAuto: by the document's name
  std::string lang;                // BCP 47; empty: guessed from the text
  std::optional<int32_t> year;     // time spoken of
  std::optional<int32_t> written;  // time of the text
  std::string type;                // only entities of this type
  bool overlaps = false;           // nested and overlapping mentions too
  double decide = kDecideMention;
  bool explain = true;  // features with their words; false: faster
};

struct Mention {
  size_t begin = 0;  // bytes of the source
  size_t end = 0;
  size_t core_begin = 0;  // the stem without inflection, bytes of the source
  size_t core_end = 0;
  Decision decision = Decision::kNone;
  std::vector<Candidate> candidates;  // best first; never empty
  bool reviewed = false;              // a reader decided it
};

struct Annotation {
  std::string name;               // the document's, as given
  std::string source;             // its bytes
  std::string lang;               // given or guessed; empty: unknown
  std::vector<Mention> mentions;  // by begin, longer first
  std::vector<Mention> rejected;  // by a reader; likewise
};

// Fails when the source is no document of its kind; the error names `name` and
// the line. REQUIRES: source.size() < 2^31. Thread-safe; memory linear in the
// document.
Result<Annotation> annotate_document(const Lexicon& lexicon, std::string name,
                                     std::string source,
                                     const AnnotateOptions& options);

// What a reader decided of one place of a document, told by its words and the
// text around them, so that it outlives changes elsewhere (docs/format.md).
struct ReaderDecision {
  std::string quote;
  std::string prefix;        // what stands before it, as much as was noted
  std::string suffix;        // ... behind it
  uint32_t entity = kNoRow;  // kNoRow: names nothing here
  uint32_t table = 0;        // a later table overrides an earlier one
};

struct Replayed {
  struct Orphan {  // a decision that has no place
    size_t decision;
    std::string reason;  // in words
  };
  struct Overridden {
    size_t decision;
    size_t by;  // of a later table, with another entity
  };
  std::vector<Orphan> orphans;  // by decision
  std::vector<Overridden> overridden;
};

// Replays decisions on a document they were made for: what they say is a match
// or no mention, whatever was found; the other mentions stay, but for those
// that a decided one overlaps or a rejected one holds (with `overlaps`: the
// latter only). `options` are those of the annotation; with a `type`, what is
// of another one is left out here, too. Time and memory: linear in document
// and decisions, but for places that are alike (annotate/places.h).
// Thread-safe. REQUIRES: entities of this lexicon, or kNoRow.
Replayed replay_decisions(const Lexicon& lexicon,
                          const std::vector<ReaderDecision>& decisions,
                          const AnnotateOptions& options,
                          Annotation* annotation);

// The conventions that a document's names are written in: for each language of
// names ("zh", "ar fa", "ru", ...) shares that add up to about one, the
// language with most names first.
struct Fingerprint {
  size_t names = 0;  // mentions that some convention writes so
  std::vector<Detected> conventions;
};
Fingerprint fingerprint(const Lexicon& lexicon, const Annotation& annotation);

}  // namespace khitai

#endif  // KHITAI_ANNOTATE_H_
