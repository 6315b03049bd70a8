// SPDX-License-Identifier: Apache-2.0
//
// What the system says of a call that failed.
#ifndef KHITAI_BASE_SYSTEM_ERROR_H_
#define KHITAI_BASE_SYSTEM_ERROR_H_

#include <cerrno>
#include <cstring>
#include <string>

#include "khitai/result.h"

namespace khitai::base {

// "path: what: reason", the reason being errno's now.
inline Error system_error(const std::string& path, const char* what) {
  return Error{path + ": " + what + ": " + std::strerror(errno)};
}

}  // namespace khitai::base

#endif  // KHITAI_BASE_SYSTEM_ERROR_H_
