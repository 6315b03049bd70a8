// SPDX-License-Identifier: Apache-2.0
//
// The index of names of one or more documents. Documents are gathered one by
// one, on any thread, into little more than their different names and places;
// then the index is built of them: headings in the reader's language and order,
// the spellings of the documents below them, and what leads from one name to
// another. The order comes from the caller, as keys that are compared byte by
// byte, so that no collation is linked here.

#ifndef KHITAI_WRITE_INDEX_H_
#define KHITAI_WRITE_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/loci.h"
#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/write.h"
#include "write/index_places.h"

namespace khitai::write {

// Sort keys of a language. Either may be called for any text.
struct IndexOrder {
  std::function<std::string(std::string_view)> key;
  std::function<std::string(std::string_view)>
      letters;  // without accents, case
  // How Chinese characters are grouped: all as one, by the first letter of
  // their reading, or by the strokes of the first one.
  enum class Han : uint8_t { kOne, kPinyin, kStrokes } han = Han::kOne;
};

enum class CiteBy : uint8_t { kTitle, kName, kNumber };

struct IndexWish {
  std::string lang = "en";           // of headings; BCP 47
  std::string collation;             // how the order is called; for JSON
  std::vector<std::string> locator;  // units, outermost first; empty: the best
  document::LocusPatterns marks;     // of plain text
  CiteBy cite = CiteBy::kTitle;
  bool list_ambiguous = false;
};

// What is indexed: an entity, or what only a document lists.
struct IndexKey {
  uint32_t entity = kNoRow;
  std::string own_label, own_type;  // without an entity
  auto operator<=>(const IndexKey&) const = default;
};

struct NameAt {
  IndexKey key;
  std::string spelling;  // as the document has it; without endings
  std::string lang;      // of the form that met; may be empty
  size_t count = 0;
  std::vector<CitedPlace> places;  // in the order of the text, each once
};

struct AmbiguousAt {
  std::string text;
  CitedPlace place;
  std::vector<Candidate> candidates;  // without features
};

// What an index needs to know of a document.
struct GatheredNames {
  std::string doc, title;
  std::string unit;    // that it is cited by: "page"; "" not at all
  std::string remark;  // for standard error; "" nothing
  size_t matched = 0;
  size_t ambiguous = 0;
  std::vector<NameAt> names;  // by key and spelling
  std::vector<AmbiguousAt> list;
};

// Linear in the document, which is read once more. Thread-safe.
GatheredNames gather_names(const Lexicon& lexicon, const Annotation& annotation,
                           const IndexWish& wish);

// The places of one document, as words.
struct Citation {
  size_t document = 0;
  std::vector<std::string> places;  // empty: the document as a whole
};

struct IndexSpelling {
  std::string text, lang;
  size_t count = 0;
  std::vector<Citation> cited;
};

// Leads to another entry; `why`: a relation, "etymology", "homonym", "variant".
struct IndexLink {
  size_t entry = 0;
  std::string why;
};

struct IndexSub {  // "rulers", and who they are
  std::string words;
  std::vector<IndexLink> links;
};

struct IndexEntry {
  std::string heading, lang;
  std::string qualifier;  // tells homonyms apart: years; may be empty
  std::string id, type;   // id: the lexicon's; empty: only a document has it
  std::vector<IndexLink> see;  // not empty: it only leads elsewhere
  size_t count = 0;
  std::vector<Citation> cited;
  // All spellings, the most frequent first; empty when the heading is the
  // only one.
  std::vector<IndexSpelling> spellings;
  std::vector<IndexSub> subs;
  std::vector<IndexLink> also;
};

struct IndexGroup {
  std::string label;  // "A", a letter of any script, "9 strokes"
  size_t begin = 0;   // entries
  size_t end = 0;
};

struct IndexedDocument {
  std::string doc, cited_as, unit;
};

struct NameIndex {
  std::string lang, collation, lexicon;
  std::vector<IndexedDocument> documents;
  std::vector<IndexEntry> entries;  // in the reader's order
  std::vector<IndexGroup> groups;   // of all entries
};

// n log n in names and places.
NameIndex build_index(const Lexicon& lexicon,
                      const std::vector<GatheredNames>& documents,
                      const IndexOrder& order, const IndexWish& wish);

// The index in the formats of `khitai index` (docs/format.md).
void write_index_text(const NameIndex& index, const WriteOptions& options,
                      std::string* out);
void write_index_markdown(const NameIndex& index, std::string* out);
void write_index_html(const NameIndex& index, std::string* out);
void write_index_latex(const NameIndex& index, std::string* out);
void write_index_json(const NameIndex& index, std::string* out);

// The mentions that are not in it, a row each.
void write_ambiguous_header(std::string* out);
void write_ambiguous(const Lexicon& lexicon, const GatheredNames& document,
                     const IndexWish& wish, std::string* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_INDEX_H_
