// SPDX-License-Identifier: Apache-2.0
//
// For what the tests themselves cannot do without.
#ifndef KHITAI_TESTS_SUPPORT_DIE_H_
#define KHITAI_TESTS_SUPPORT_DIE_H_

#include <cstdlib>
#include <iostream>
#include <string>

namespace khitai::tests {

// Says why and ends the program.
[[noreturn]] inline void die(const std::string& message) {
  std::cerr << message << "\n";
  std::abort();
}

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_DIE_H_
