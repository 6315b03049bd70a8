// SPDX-License-Identifier: Apache-2.0
//
// Letters of the Arabic script with rules of their own.

#ifndef KHITAI_FOLD_ARABIC_H_
#define KHITAI_FOLD_ARABIC_H_

#include <cstdint>

namespace khitai::fold {

inline constexpr uint32_t kHamza = 0x621;  // one that stands for itself
inline constexpr uint32_t kMaksura = 0x649;
inline constexpr uint32_t kYeh = 0x64A;
inline constexpr uint32_t kHamzaAbove = 0x654;
inline constexpr uint32_t kAe = 0x6D5;

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_ARABIC_H_
