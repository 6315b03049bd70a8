// SPDX-License-Identifier: Apache-2.0
//
// From a document to its mentions: spans that may name an entity, each with
// candidates, probabilities and a decision.
//
// Context (dates, cue words, other mentions near by) reaches over the whole
// document. Offsets are bytes of its text in UTF-8; writers convert them, also
// to bytes of a source in another encoding. Scanning cannot fail: bytes that
// are not UTF-8 match nothing.

#ifndef KHITAI_ANNOTATE_H_
#define KHITAI_ANNOTATE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/conventions.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "khitai/result.h"

namespace khitai {

// Kinds of documents. Each may be compressed, by gzip or zstd.
enum class Input {
  kAuto,  // by the document's name
  kText,
  kMarkdown,
  kHtml,
  kTei,    // and any other XML
  kJsonl,  // JSON Lines
  kCsv,
  kTsv
};

// What a document's name tells; kText when it tells nothing.
Input input_of_name(std::string_view name);

// Below this probability of its best candidate a mention is `ambiguous`.
inline constexpr double kDecideMention = 0.6;

namespace context {
class PatternSet;
}

// What a user looks for besides the names of the lexicon: regular expressions
// (read_patterns). Immutable, cheap to copy, thread-safe.
struct Patterns {
  std::shared_ptr<const context::PatternSet> set;  // null: none
  bool marks = false;  // some name no entity: what they match are marks
};

struct AnnotateOptions {
  Input input = Input::kAuto;
  // Which field is the text: a column's name; of JSON Lines a member's name or
  // a JSON pointer. Needed for kJsonl, kCsv and kTsv.
  std::string field;
  // The encoding, when it is not UTF-8 and the document does not tell it.
  std::string encoding;
  std::string lang;                // BCP 47; empty: guessed from the text
  std::optional<int32_t> year;     // time spoken of
  std::optional<int32_t> written;  // time of the text
  std::string type;                // only entities of this type
  bool overlaps = false;           // nested and overlapping mentions too
  double decide = kDecideMention;
  bool explain = true;  // features with their words; false: faster
  Patterns patterns;
  unsigned jobs = 1;  // threads for one document; 0: one for each processor
};

struct Mention {
  size_t begin = 0;  // bytes of Annotation::source
  size_t end = 0;
  size_t core_begin = 0;  // the stem without inflection, bytes likewise
  size_t core_end = 0;
  Decision decision = Decision::kNone;
  std::vector<Candidate> candidates;  // best first; never empty
  bool reviewed = false;              // a reader decided it
};

// What a pattern without an entity matches.
struct Mark {
  size_t begin = 0;  // bytes of Annotation::source
  size_t end = 0;
  std::string label;  // of the pattern
};

// How a source that is not in UTF-8 was encoded.
struct Encoding {
  std::string name;  // empty: UTF-8
  size_t mark = 0;   // bytes of its byte order mark, which is no text
  std::vector<uint8_t> widths;  // bytes of each code point of the text
};

// Something that a document itself lists: an entry of TEI's <listPerson>,
// <listPlace> and the like.
struct Own {
  std::string ref;           // to the entry: "#p12"
  std::string type;          // "person", "place", "org", ...
  std::string label;         // its first name there
  uint32_t entity = kNoRow;  // of the lexicon, if it is known which
};

// Where a piece of a text begins in the whole (stream.h).
struct TextOffset {
  uint64_t bytes = 0;
  uint64_t code_points = 0;
  uint64_t utf16_units = 0;
};

struct Annotation {
  std::string name;    // the document's, as given
  std::string source;  // decompressed, in UTF-8: its bytes, if it was UTF-8
  TextOffset offset;   // of `source`, where that is a piece
  Input input = Input::kText;      // as it was read
  std::string field;               // the one that was read
  Encoding encoding;               // of what `source` was decoded from
  std::string lang;                // given or guessed; empty: unknown
  std::optional<int32_t> written;  // given, or what the document says of itself
  std::vector<Mention> mentions;   // by begin, longer first
  std::vector<Mention> rejected;   // by a reader; likewise
  std::vector<Own> own;            // what candidates' `own` counts
  std::vector<Mark> marks;         // likewise
};

// Fails when the source is no document of its kind, is damaged, or would have
// more than 2^31 - 1 bytes when decompressed; the error names `name` and, where
// it can, the line. Thread-safe; memory linear in the document.
Result<Annotation> annotate_document(const Lexicon& lexicon, std::string name,
                                     std::string source,
                                     const AnnotateOptions& options);

// Reads a table of patterns: `label`, `regex` (RE2 over the plain text) and, if
// wanted, `entity` (docs/format.md says what becomes of their matches). Errors
// are one a line: "path:line: what, expected what". Patterns are only for
// documents that are annotated with this lexicon.
Result<Patterns> read_patterns(const Lexicon& lexicon, const std::string& path,
                               std::string bytes);

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
