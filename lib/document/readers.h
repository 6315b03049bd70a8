// SPDX-License-Identifier: Apache-2.0
//
// The readers of kinds with syntax (read.h chooses). Each takes UTF-8, with or
// without a byte order mark; bytes that are ill-formed are text that names
// nothing, but in XML an error. `name` is what errors begin with. Linear in
// the text; thread-safe.

#ifndef KHITAI_DOCUMENT_READERS_H_
#define KHITAI_DOCUMENT_READERS_H_

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "khitai/result.h"

namespace khitai::document {

// HTML as browsers read it: nothing is an error.
Document read_html(std::string_view source);

// TEI, or any XML. Errors name line and column.
Result<Document> read_tei(const std::string& name, std::string_view source);

// JSON Lines: one JSON value a line; each text of `field` is a part.
Result<Document> read_jsonl(const std::string& name, std::string_view source,
                            const std::string& field);

// One line of JSON Lines that has a value.
struct JsonRecord {
  bool met = false;                  // it has the field
  std::string text;                  // of the field, as read_jsonl has it
  std::vector<std::string> members;  // of the object
  size_t end = 0;                    // where its closing brace is
};
// `number` is the line's, for errors; one that has no object is an error.
Result<JsonRecord> read_json_record(const std::string& name, size_t number,
                                    std::string_view line,
                                    const std::string& field);

// A table with a header row. ',' is RFC 4180 with its quotes; '\t' has none.
Result<Document> read_table(const std::string& name, std::string_view source,
                            char separator, const std::string& field);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_READERS_H_
