// SPDX-License-Identifier: Apache-2.0
//
// Kinds of documents, and how a file's name tells them.

#ifndef KHITAI_DOCUMENT_KIND_H_
#define KHITAI_DOCUMENT_KIND_H_

#include <optional>
#include <string_view>

namespace khitai::document {

enum class Kind { kText, kMarkdown, kHtml, kTei, kJsonl, kCsv, kTsv };

// "TEI or other XML", ...: for messages.
std::string_view kind_word(Kind kind);

// How a file is compressed, if it is.
enum class Packing { kNone, kGzip, kZstd };

// By the ending of a name, whatever its case. `.gz` and `.zst` are looked
// behind; a name that tells nothing is that of a text.
std::optional<Kind> kind_told_by_name(std::string_view name);
Kind kind_of_name(std::string_view name);
Packing packing_of_name(std::string_view name);

// The name without the ending that tells the packing.
std::string_view unpacked_name(std::string_view name);

// Whether the records of a kind have fields, of which one is the text.
inline bool has_fields(Kind kind) { return kind >= Kind::kJsonl; }

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_KIND_H_
