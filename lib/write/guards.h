// SPDX-License-Identifier: Apache-2.0
//
// What of a document must stay as it is written: quotations, titles of works,
// bibliographies and citations, addresses, code, tags. Found in the bytes of
// the source by marks and lines alone, without a lexicon. In doubt more is
// guarded than less: what is left alone can be listed, what was changed in a
// quotation is a false quotation. Linear in the source (a quotation ends with
// its paragraph); thread-safe.

#ifndef KHITAI_WRITE_GUARDS_H_
#define KHITAI_WRITE_GUARDS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace khitai::write {

enum class Guard { kQuotation, kTitle, kBibliography, kAddress, kCode, kTag };
std::string_view guard_word(Guard guard);  // "quotation", ...

struct Guarded {
  size_t begin = 0;  // bytes of the source
  size_t end = 0;
  Guard guard = Guard::kQuotation;
};

// By begin; may overlap.
std::vector<Guarded> guards_of(std::string_view source, bool markdown);

// For the parts of the work (guards.cc, guard_lines.cc): each appends.
void add_quotes(std::string_view source, const std::vector<Guarded>& code,
                std::vector<Guarded>* out);
void add_emphasis(std::string_view source, const std::vector<Guarded>& code,
                  std::vector<Guarded>* out);
void add_code(std::string_view source, std::vector<Guarded>* out);
void add_addresses(std::string_view source, std::vector<Guarded>* out);
void add_citations(std::string_view source, std::vector<Guarded>* out);
void add_lines(std::string_view source, bool markdown,
               std::vector<Guarded>* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_GUARDS_H_
