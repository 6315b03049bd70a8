// SPDX-License-Identifier: Apache-2.0
//
// Versions of the library and of what it writes. They move separately: a new
// release of the program need not change the file format, and a change of the
// folding rules makes old compiled lexica unreadable without a new format.

#ifndef KHITAI_VERSION_H_
#define KHITAI_VERSION_H_

#include <cstdint>

namespace khitai {

inline constexpr const char kVersion[] = "0.1.0";

// Layout of a compiled lexicon (sections, cells).
inline constexpr uint32_t kFormatVersion = 7;
// Meaning of its tables and columns.
inline constexpr uint32_t kSchemaVersion = 1;
// Rules of folding: keys in a compiled lexicon equal those of this program
// only when this number is the same.
inline constexpr uint32_t kFoldVersion = 1;

}  // namespace khitai

#endif  // KHITAI_VERSION_H_
