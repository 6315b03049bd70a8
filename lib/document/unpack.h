// SPDX-License-Identifier: Apache-2.0
//
// gzip and zstd, told by their first bytes. Data is unpacked twice: first only
// to learn its size, so that a small file which would become a huge one is
// refused before memory is taken. Linear in what comes out; thread-safe.

#ifndef KHITAI_DOCUMENT_UNPACK_H_
#define KHITAI_DOCUMENT_UNPACK_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "document/kind.h"
#include "khitai/result.h"

namespace khitai::document {

Packing packing_of_bytes(std::string_view bytes);

// The bytes that were packed: all members of gzip, all frames of zstd. An
// error is without the document's name: damaged or cut short, what is left
// over behind the data, or more than `most` bytes.
Result<std::string> unpack(std::string_view bytes, Packing packing,
                           size_t most);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_UNPACK_H_
