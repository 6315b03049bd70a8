// SPDX-License-Identifier: Apache-2.0
//
// Whether the tests run under AddressSanitizer, where time and memory are
// several times what they are elsewhere.

#ifndef KHITAI_TESTS_SUPPORT_SANITIZED_H_
#define KHITAI_TESTS_SUPPORT_SANITIZED_H_

namespace khitai::tests {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_SANITIZED_H_
