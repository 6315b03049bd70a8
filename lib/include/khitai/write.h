// SPDX-License-Identifier: Apache-2.0
//
// Writers: annotations, resolutions and cards as text for people and for
// programs. The shapes of the JSON Lines and TSV are a contract that scripts
// depend on (docs/format.md). Each writer appends to a string. Thread-safe.

#ifndef KHITAI_WRITE_H_
#define KHITAI_WRITE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/conventions.h"
#include "khitai/differences.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "khitai/result.h"
#include "khitai/suggest.h"
#include "khitai/why.h"

namespace khitai {

enum class Offsets { kByte, kCodepoint, kUtf16 };

// Of names that a TEI document has tagged already: left as they are, or given a
// reference where they have none.
enum class Existing { kKeep, kFill };

struct WriteOptions {
  Offsets offsets = Offsets::kByte;
  bool color = false;    // terminal colours
  bool explain = false;  // features in words
  size_t limit = 5;      // candidates shown; 0: all
  std::string lang;      // language to show labels in; empty: English
  size_t width = 0;      // columns of the terminal; 0: do not wrap
  Existing existing = Existing::kKeep;
  // Of a bulk request (khitai/search.h): the index, and the member that is the
  // id of a document; "": not said.
  std::string index, id_field;
};

// One mention a line.
void write_jsonl(const Lexicon& lexicon, const Annotation& annotation,
                 const WriteOptions& options, std::string* out);

// `annotate --emit docs`: the records of JSON Lines or of a table as they are,
// with the ids of what their text names behind them (docs/format.md).
struct RecordTable {
  std::string doc;              // for errors
  Input input = Input::kJsonl;  // or kCsv, kTsv
  std::string field;            // the text
  size_t column = 0;            // of a table: which it is, of how many
  size_t columns = 0;
  std::vector<std::string> header;  // of a table
  // What an earlier run has added is taken out, instead of being an error; of a
  // table, which columns these are.
  bool replace = false;
  std::vector<bool> is_cut;
};
// Reads the header row of a table and appends it with two more columns. Returns
// where the next row begins. Error: no such column, or those are there already.
Result<size_t> begin_records(std::string_view block, RecordTable* table,
                             std::string* out);
struct WrittenRecords {
  std::string text;
  std::vector<std::string> errors;  // of records that are broken and left out
  size_t with_field = 0;            // records of JSON Lines that have the field
  size_t records = 0;               // whole ones that were read
  size_t written = 0;               // ... that came out
};
// `block` has whole records; the first begins on `line`, counted from 1. Each
// text is read on its own, as a record of `annotate`. Linear.
WrittenRecords write_records(const Lexicon& lexicon, const RecordTable& table,
                             std::string_view block, size_t line,
                             const AnnotateOptions& annotate, Offsets offsets);
// Ids as one text, each between two of the letter U+01C0, a space around it.
std::string ids_text(const std::vector<std::string_view>& ids);

// The text with its names coloured (or marked) and a list of entities.
void write_text(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out);

// One self-contained page for all documents.
void write_html(const Lexicon& lexicon,
                const std::vector<Annotation>& annotations,
                const WriteOptions& options, std::string* out);

// Formats of other tools (docs/format.md). But for CSV their offsets are code
// points, whatever the options say.
void write_csv_header(const WriteOptions& options, std::string* out);
void write_csv(const Lexicon& lexicon, const Annotation& annotation,
               const WriteOptions& options, std::string* out);

// One token a line. Of mentions that overlap the first, longest one counts.
void write_iob2(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out);

// A document's .ann, the .txt beside it, and the annotation.conf that the
// folder needs. A mention of line breaks only has no place in the .ann.
void write_brat(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out);
void write_brat_text(const Annotation& annotation, std::string* out);
std::string brat_configuration();

// One W3C annotation collection (JSON-LD) for all documents.
void write_w3c(const Lexicon& lexicon,
               const std::vector<Annotation>& annotations,
               const WriteOptions& options, std::string* out);

// The document itself with its names tagged as TEI has it, otherwise byte by
// byte as it was, in its encoding. Never a tag within a name that is tagged
// already. Of mentions that overlap the first, longest one counts. A document
// that is no XML becomes a TEI document.
void write_tei(const Lexicon& lexicon, const Annotation& annotation,
               const WriteOptions& options, std::string* out);
// What write_tei leaves out for want of a place, in words; "" if nothing.
std::string tei_remark(const Annotation& annotation);

// The same as a <standOff> that points into the text: within the document
// behind its header, or, where it is no TEI, in a document of its own. All
// mentions are in it.
void write_tei_standoff(const Lexicon& lexicon, const Annotation& annotation,
                        const WriteOptions& options, std::string* out);

// Names that the document has tagged and names that were found, held against
// each other, a line each: as text, or as JSON Lines (docs/format.md).
void write_existing_text(const Lexicon& lexicon, const Annotation& annotation,
                         const WriteOptions& options, std::string* out);
void write_existing_jsonl(const Lexicon& lexicon, const Annotation& annotation,
                          const WriteOptions& options, std::string* out);

// Names that the lexicon does not have: a table that is answered by hand and
// given back (docs/format.md), JSON Lines, for a terminal.
void write_suggestions_tsv(const Lexicon& lexicon,
                           const std::vector<Suggestion>& suggestions,
                           std::string* out);
void write_suggestions_jsonl(const Lexicon& lexicon,
                             const std::vector<Suggestion>& suggestions,
                             std::string* out);
void write_suggestions_text(const Lexicon& lexicon,
                            const std::vector<Suggestion>& suggestions,
                            const WriteOptions& options, std::string* out);

// How two names are related: the answer, the path, what others say. The texts
// are those that were typed. As one line of JSON (docs/format.md), for a
// terminal.
struct WhyQuestion {
  std::string a, b;
};
void write_why_text(const Lexicon& lexicon, const WhyQuestion& question,
                    const Why& why, const WriteOptions& options,
                    std::string* out);
void write_why_json(const Lexicon& lexicon, const WhyQuestion& question,
                    const Why& why, std::string* out);

// Where a name comes from and what was made of it, likewise.
void write_etymology_text(const Lexicon& lexicon, const Etymology& etymology,
                          const WriteOptions& options, std::string* out);
void write_etymology_json(const Lexicon& lexicon, const Etymology& etymology,
                          std::string* out);

// Mentions without a lexicon: read from a file, or of an annotation.
struct PlainCandidate {
  std::string entity;
  double probability = -1;  // negative: not said
};
struct PlainMention {
  std::string doc;   // as it is named there
  size_t start = 0;  // half open, in the unit of PlainMentions
  size_t end = 0;
  std::string text, type;        // type may be empty
  std::string entity;            // decided, or gold; empty: none
  std::vector<std::string> alt;  // gold: entities that are as good
  // Best first. Of a decided mention some formats have the best one only.
  std::vector<PlainCandidate> candidates;
  Decision decision = Decision::kNone;  // gold: kMatch, kNone for no entity
  std::string lang;                     // gold: of the document
  std::string where;                    // "file:line" or "file: item N"
};
enum class MentionFormat { kAuto, kJsonl, kCsv, kBrat, kIob2, kW3c };
struct PlainMentions {
  MentionFormat format = MentionFormat::kAuto;
  std::vector<PlainMention> mentions;  // in the order of the file
  // Code points, but of our own JSON Lines and CSV, which do not say it.
  std::optional<Offsets> offsets;
  // Documents the file speaks of, the ones without mentions too; without a
  // name in the file, by the name of the file.
  std::vector<std::string> docs;
};

// Reads mentions from `bytes`, the content of the file `path`: JSON Lines of
// `annotate`, gold rows, CSV, a brat .ann, IOB2, a W3C collection, page or
// list. kAuto: by the ending of the name, else by the content. Unknown keys and
// columns are left unread. Error: "path:line: what, expected what". Linear.
Result<PlainMentions> read_mentions(const std::string& path,
                                    std::string_view bytes,
                                    MentionFormat format);

// The unit in which the mentions quote the document; nothing if none does. Of
// the document `source` and `encoding` are looked at.
std::optional<Offsets> unit_of(const Annotation& document,
                               const std::vector<PlainMention>& mentions);

// Turns offsets in `unit` of the document into code points and takes the texts
// from its source. Error: where a text is not the one quoted; of brat and IOB2,
// which do not have it, white space may differ. Linear, but for sorting.
Status settle_mentions(const Annotation& document, Offsets unit,
                       MentionFormat format,
                       std::vector<PlainMention>* mentions);

// The mentions of an annotation, in code points.
std::vector<PlainMention> plain_mentions(const Lexicon& lexicon,
                                         const Annotation& annotation,
                                         const WriteOptions& options);

// `resolve`: what was asked and what came of it.
struct ResolvedQuery {
  uint64_t number = 1;  // from 1
  Query query;
  Resolution resolution;
  std::vector<std::string> extra;  // further input columns, unchanged
};
// Header row of the TSV: fixed columns, then `extra` column names.
void write_resolve_header(const std::vector<std::string>& extra,
                          std::string* out);
void write_resolve_tsv(const Lexicon& lexicon, const ResolvedQuery& query,
                       const WriteOptions& options, std::string* out);
void write_resolve_json(const Lexicon& lexicon, const ResolvedQuery& query,
                        const WriteOptions& options, std::string* out);
void write_resolve_text(const Lexicon& lexicon, const ResolvedQuery& query,
                        const WriteOptions& options, std::string* out);

// `compare`: two names and what came of them.
struct ComparedPair {
  NamePair pair;
  Comparison comparison;
  std::vector<std::string> cells;  // the row they stand in, unchanged
};
// Header row of the TSV: the columns of the input, then three of the answer.
void write_compare_header(const std::vector<std::string>& columns,
                          std::string* out);
void write_compare_tsv(const ComparedPair& compared, std::string* out);
void write_compare_json(const Lexicon& lexicon, const ComparedPair& compared,
                        std::string* out);
void write_compare_text(const ComparedPair& compared,
                        const WriteOptions& options, std::string* out);

// `show`: an entity's card.
void write_card_text(const Lexicon& lexicon, uint32_t entity,
                     const WriteOptions& options, std::string* out);
void write_card_json(const Lexicon& lexicon, uint32_t entity,
                     const WriteOptions& options, std::string* out);

// The works that cards of these entities rest on, and the lexicon, as BibTeX:
// each once. What only the editors vouch for is no work; a comment says so.
void write_bibtex(const Lexicon& lexicon, const std::vector<uint32_t>& entities,
                  std::string* out);

// `keys`: the keys of a form; the header names the columns of the TSV, where
// several keys of a level are joined by " | ".
void write_keys_header(std::string* out);
void write_keys_tsv(const Lexicon& lexicon, std::string_view form,
                    std::string_view lang, std::string* out);
void write_keys_json(const Lexicon& lexicon, std::string_view form,
                     std::string_view lang, std::string* out);

// `near`: forms that are spelled nearly so, each with the entities that it may
// mean; the header names the columns of the TSV, a row a form and an entity.
void write_near_header(std::string* out);
void write_near_tsv(const Lexicon& lexicon, std::string_view name,
                    const std::vector<NearForm>& forms, std::string* out);
void write_near_json(const Lexicon& lexicon, std::string_view name,
                     const std::vector<NearForm>& forms, std::string* out);

// `normalize`: names replaced by a preferred form.
enum class Level { kForm, kName, kEntity };

// A row of a house style: the form of a name, or of an entity's main name.
struct HouseForm {
  std::string id;
  std::string form;
  std::string lang;  // only in texts of this language; empty: in all
};
// Reads a table with header `id form` and perhaps `lang`. An error names
// `path` and the line.
Result<std::vector<HouseForm>> read_house_style(const Lexicon& lexicon,
                                                const std::string& path,
                                                std::string_view table);

// The tags of a convention's id or alias (lexicon/vocabulary/conventions.tsv);
// empty when there is no such convention.
std::vector<std::string> convention_tags(std::string_view word);

struct NormalizeOptions {
  Level level = Level::kForm;
  std::vector<std::string> prefer;  // language tags, the best first
  std::vector<HouseForm> style;
  bool quotes = false;  // change names there too
  bool titles = false;
  bool bibliography = false;
};

// A name that was replaced, or left although another form is preferred or
// nothing could be decided.
struct Change {
  size_t begin = 0;  // bytes of the source
  size_t end = 0;
  size_t out_begin = 0;  // bytes of the normalized text
  size_t out_end = 0;
  std::string old_text;
  std::string new_text;  // as the old one when it was left
  uint32_t name = kNoRow;
  uint32_t entity = kNoRow;
  Decision decision = Decision::kNone;
  bool left = false;
  std::string reason;  // a word or two: "label", "quotation", ...
};
struct Normalized {
  std::string text;
  std::vector<Change> changes;  // by begin; they never overlap
};

// One result per document, in UTF-8 and not compressed, whatever the source
// was. What is most frequent is counted over all of them. Bytes outside the
// replaced names stay as they are. Linear in the documents.
std::vector<Normalized> normalize(const Lexicon& lexicon,
                                  const std::vector<Annotation>& annotations,
                                  const NormalizeOptions& options);

// The list of changes as TSV (docs/format.md).
void write_changes_header(std::string* out);
void write_changes(const Lexicon& lexicon, std::string_view doc, Level level,
                   const Normalized& normalized, std::string* out);

// The source again, from a normalized text and the rows of its document in the
// list of changes (`changes`, named `path` in errors). A text that does not
// have what the list says it has is an error that tells the place.
Result<std::string> undo_changes(std::string_view doc, std::string_view text,
                                 const std::string& path,
                                 std::string_view changes);

// `transcribe`: a form in the convention `to`.
void write_transcription_header(std::string* out);
void write_transcription_tsv(std::string_view form, std::string_view to,
                             const Transcription& found, std::string* out);
void write_transcription_json(std::string_view form, std::string_view to,
                              const Transcription& found, std::string* out);

// `detect`: the conventions of a name or of a file's names.
struct DetectedIn {
  std::string what;  // the name, or the path
  bool is_file = false;
  uint64_t names = 0;  // of a file
  std::vector<Detected> conventions;
};
void write_detected_header(std::string* out);
void write_detected_tsv(const DetectedIn& what, size_t limit, std::string* out);
void write_detected_json(const DetectedIn& what, size_t limit,
                         std::string* out);
void write_detected_text(const DetectedIn& what, size_t limit,
                         std::string* out);

// `diff`: what two lexica say differently.
void write_differences_text(const std::vector<Difference>& all,
                            const WriteOptions& options, std::string* out);
// A row a difference; for a changed one a row a column.
void write_differences_tsv(const std::vector<Difference>& all,
                           std::string* out);

}  // namespace khitai

#endif  // KHITAI_WRITE_H_
