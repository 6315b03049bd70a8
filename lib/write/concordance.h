// SPDX-License-Identifier: Apache-2.0
//
// Passages in an order that shows how a name is used, and as tables: for a
// terminal, in columns by display width; CSV, JSON Lines, a page of HTML. What
// runs from the right is shown so: on the left of the name stands what follows
// it. Linear, but for sorting. Thread-safe.

#ifndef KHITAI_WRITE_CONCORDANCE_H_
#define KHITAI_WRITE_CONCORDANCE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/write.h"
#include "write/passages.h"

namespace khitai::write {

enum class PassageOrder {
  kPlace,   // documents in their order, then by place
  kForm,    // as it is spelled there
  kLeft,    // the column as it is shown, read away from the name
  kRight,   // ...
  kBefore,  // what is read before the name, the word next to it first
  kAfter    // what is read after it
};

// Words are compared folded (case, marks and variants aside), by code points.
// Stable: what is equal stays in its order. REQUIRES: given by place.
void sort_passages(PassageOrder order, std::vector<Passage>* passages);

struct ConcordanceOptions {
  WriteOptions write;       // color; width of the terminal, 0: any
  size_t context = 40;      // columns on either side, at most
  bool by_document = true;  // all of one document, in its order
};

// Rows for a terminal, the name at the same column in all of them; of one
// document with a heading, else with the document in each row.
void write_passages_text(const Lexicon& lexicon,
                         std::span<const Passage> passages,
                         const ConcordanceOptions& options, std::string* out);

void write_passages_csv_header(std::string* out);
void write_passages_csv(const Lexicon& lexicon,
                        std::span<const Passage> passages, std::string* out);
void write_passages_jsonl(const Lexicon& lexicon,
                          std::span<const Passage> passages, std::string* out);

// A page: what stands before the rows, rows, what stands behind them.
void begin_passages_html(std::string_view title, std::string* out);
void write_passages_html(const Lexicon& lexicon,
                         std::span<const Passage> passages, std::string* out);
void end_passages_html(std::string* out);

// A text without characters that steer the direction of what is around it.
std::string without_bidi_controls(std::string_view text);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_CONCORDANCE_H_
