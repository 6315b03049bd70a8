// SPDX-License-Identifier: Apache-2.0
//
// The lines of a bulk request of Elasticsearch and OpenSearch that stand before
// documents, and what these may not hold.

#ifndef KHITAI_SEARCH_BULK_H_
#define KHITAI_SEARCH_BULK_H_

#include <string>
#include <string_view>

#include "khitai/write.h"

namespace khitai::search {

// Appends {"index":{"_index":...,"_id":...}} as a line. Without the name of an
// index the request says it; without an id (nullptr) the engine makes one.
void append_bulk_action(const WriteOptions& options, const std::string* id,
                        std::string* out);

// What is wrong with the id of a document, "" if nothing.
std::string bulk_id_problem(std::string_view id);

// Whether the engine keeps that name at the top of a document for itself.
bool is_metadata_field(std::string_view name);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_BULK_H_
