// SPDX-License-Identifier: Apache-2.0
//
// Which record it is, by one of its own fields. Linear; thread-safe.

#ifndef KHITAI_SEARCH_RECORD_ID_H_
#define KHITAI_SEARCH_RECORD_ID_H_

#include <string>
#include <string_view>

#include "khitai/result.h"
#include "write/record_block.h"

namespace khitai::search {

// The text or the number of the field: a member, a JSON pointer, a column.
// `block` is what the record was read from. Error, without where: there is
// none.
Result<std::string> record_id(const RecordTable& table, std::string_view block,
                              const write::Record& record,
                              const std::string& field);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_RECORD_ID_H_
