// SPDX-License-Identifier: Apache-2.0
//
// Where in a document something stands as it is cited: by page, folio, juan,
// section, line. Marks are gathered in a reading of their own, so that whoever
// does not cite pays nothing. A mark holds from its byte of the source on, up
// to the next one of its unit. Linear in the source; thread-safe.

#ifndef KHITAI_DOCUMENT_LOCI_H_
#define KHITAI_DOCUMENT_LOCI_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "context/patterns.h"
#include "document/document.h"
#include "document/kind.h"
#include "khitai/result.h"

namespace khitai::document {

struct LocusMark {
  size_t at = 0;      // byte of the source
  std::string label;  // "12r"; empty: nothing to cite by from here on
};

struct LocusLevel {
  std::string unit;        // "page", "section", "juan", "page@A" of an edition
  bool milestone = false;  // told by <milestone>
  std::vector<LocusMark> marks;  // by `at`

  // The last mark that is not behind byte `at`; null before the first one.
  // Logarithmic.
  const LocusMark* find(size_t at) const;
};

struct Loci {
  std::string title;  // the document's own; empty: it has none
  std::vector<LocusLevel> levels;

  // By unit; "page" is the first edition's where all pages are of one. Null:
  // there is none.
  const LocusLevel* level(std::string_view unit) const;
  LocusLevel* add(std::string_view unit);  // the level, made if it is not there
};

// Page marks in plain texts: regular expressions (RE2), a group called `name`
// is what is cited. The usual ones: [p. 12], [fol. 12r], {12r}, |12r|, a line
// that begins with a juan's number. Otherwise those of one expression, which
// must say what is wrong with it.
using LocusPatterns = std::shared_ptr<const context::PatternSet>;
LocusPatterns usual_locus_patterns();
Result<LocusPatterns> locus_patterns(std::string_view expression);

// The marks of a decoded text. XML: <pb>, <cb>, <lb>, <l>, <milestone> and
// divisions (each also under its type), their numbers or headings. HTML:
// headings, page breaks of digital editions, and page marks. Markdown: headings
// and page marks. Plain text: page marks, or form feeds, which count pages.
// Error: XML that is broken.
Result<Loci> read_loci(std::string_view name, std::string_view source,
                       Kind kind, const LocusPatterns& patterns);

// Levels that are counted: the paragraphs of the running text, the lines of
// the source, the records of a table.
LocusLevel count_paragraphs(const Document& document);
LocusLevel count_lines(std::string_view source);
LocusLevel count_records(const Document& document);

// What a heading is cited by: its number, where it begins with one ("3.2 The
// fall"; four digits are a year), else all of it.
std::string heading_label(std::string_view heading);
// White space of ASCII as single spaces, none at the ends.
std::string label_text(std::string_view text);

// For the readers of single kinds.
Result<Loci> read_tei_loci(const std::string& name, std::string_view source);
Loci read_html_loci(std::string_view source);
Loci read_markdown_loci(std::string_view source);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_LOCI_H_
