// SPDX-License-Identifier: Apache-2.0
//
// From the bytes of a file to a document: unpacked, decoded, then read by the
// reader of its kind. Errors are one line that begins with the name. Linear in
// the bytes; thread-safe.

#ifndef KHITAI_DOCUMENT_READ_H_
#define KHITAI_DOCUMENT_READ_H_

#include <optional>
#include <string>
#include <string_view>

#include "document/decode.h"
#include "document/document.h"
#include "document/kind.h"
#include "khitai/result.h"

namespace khitai::document {

// Of unpacked bytes, and of text.
inline constexpr size_t kMostBytes = size_t{INT32_MAX};

struct ReadOptions {
  std::optional<Kind> kind;  // else by the name
  std::string encoding;      // a name that ICU knows; empty: see decode.h
  // Of kinds with fields, the one that is text: a column's name; of JSON
  // Lines, a member's name or a JSON pointer ("/text/0").
  std::string field;
};

// A source that is ready to be read.
struct Source {
  Kind kind = Kind::kText;
  std::string text;  // UTF-8
  Encoded encoded;
};

// Whether a document of that name, of which these are the first bytes (8192,
// if it has as many), is a plain text in UTF-8 that is not packed. `kind`: if
// it is known.
bool is_plain_text(std::string_view name, std::string_view begin,
                   std::optional<Kind> kind);

// Unpacks and decodes. An error where the bytes are no text (an archive, a
// page description), damaged, too many, or not in the encoding.
Result<Source> open_source(std::string_view name, std::string bytes,
                           const ReadOptions& options);

// Reads a decoded text. `text` must outlive the document. Errors of XML, JSON
// Lines and tables name the line; texts, Markdown and HTML have none.
Result<Document> read_document(std::string_view name, std::string_view text,
                               Kind kind, const std::string& field);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_READ_H_
