// SPDX-License-Identifier: Apache-2.0

#include "capi/failure.h"

#include <algorithm>
#include <cstring>

namespace khitai::capi {

int tell(khitai_error* error, int code, const char* message) noexcept {
  if (error == nullptr) return code;
  error->code = code;
  size_t size = std::min(std::strlen(message), sizeof error->message - 1);
  // Not within a code point.
  const bool cut = message[size] != '\0';
  while (cut && size > 0 && (message[size] & 0xC0) == 0x80) --size;
  std::memcpy(error->message, message, size);
  error->message[size] = '\0';
  return code;
}

}  // namespace khitai::capi
