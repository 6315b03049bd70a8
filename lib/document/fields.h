// SPDX-License-Identifier: Apache-2.0
//
// What readers of records have in common: which field is the text.

#ifndef KHITAI_DOCUMENT_FIELDS_H_
#define KHITAI_DOCUMENT_FIELDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "khitai/result.h"

namespace khitai::document {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
inline constexpr size_t kMostFieldsShown = 30;

// Which fields there are, when none was asked for, or one that is not there.
Error no_field(const std::string& name, const std::vector<std::string>& known);
Error unknown_field(const std::string& name, const std::string& field,
                    const std::vector<std::string>& known);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_FIELDS_H_
