// SPDX-License-Identifier: Apache-2.0
//
// Cells of comma-separated values as RFC 4180 has them, written and read.
// Candidates stand in one cell: `id probability`, joined by "; ", ids
// percent-encoded (iri.h). Thread-safe.

#ifndef KHITAI_WRITE_CSV_H_
#define KHITAI_WRITE_CSV_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"

namespace khitai::write {

// The columns of `annotate --format csv`, in order.
std::vector<std::string_view> csv_columns();

// Quoted where it must be, ill-formed parts as U+FFFD.
void append_csv(std::string_view text, std::string* out);

// Candidates as one cell, and back; nothing when the text is no such list.
std::string candidates_cell(const Lexicon& lexicon,
                            const Annotation& annotation,
                            const Mention& mention,
                            const WriteOptions& options);
std::optional<std::vector<PlainCandidate>> candidates_of_cell(
    std::string_view cell);

// A probability from 0 to 1, all of the text.
std::optional<double> probability_of(std::string_view text);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_CSV_H_
