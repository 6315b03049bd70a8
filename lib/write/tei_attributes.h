// SPDX-License-Identifier: Apache-2.0
//
// Attributes in the bytes of a start tag that is known to be well-formed.

#ifndef KHITAI_WRITE_TEI_ATTRIBUTES_H_
#define KHITAI_WRITE_TEI_ATTRIBUTES_H_

#include <optional>
#include <string_view>

namespace khitai::write {

// The value between its quotes, as it is written; nothing if the tag has no
// such attribute. `name` with its prefix. Linear in the tag.
std::optional<std::string_view> attribute_of(std::string_view start_tag,
                                             std::string_view name);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TEI_ATTRIBUTES_H_
