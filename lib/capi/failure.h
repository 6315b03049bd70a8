// SPDX-License-Identifier: Apache-2.0
//
// The border to C: nothing is thrown over it. What a function of c.h does is
// the `work` of guarded(), which tells what went wrong as a Failure.

#ifndef KHITAI_CAPI_FAILURE_H_
#define KHITAI_CAPI_FAILURE_H_

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "khitai/c.h"

namespace khitai::capi {

// A code of c.h and one line; KHITAI_OK without one is success.
struct Failure {
  int code = KHITAI_OK;
  std::string message;
};

inline Failure success() { return {}; }
inline Failure invalid(std::string message) {
  return {KHITAI_INVALID, std::move(message)};
}
inline Failure too_large(std::string message) {
  return {KHITAI_LIMIT, std::move(message)};
}

// Fills in `error`, if there is one, and returns the code. Takes no memory.
// Messages that are too long are cut between code points.
int tell(khitai_error* error, int code, const char* message) noexcept;

// Runs `work`, a callable without arguments that returns a Failure.
template <typename Work>
int guarded(khitai_error* error, const Work& work) noexcept {
  try {
    const Failure failure = work();
    return tell(error, failure.code, failure.message.c_str());
  } catch (const std::bad_alloc&) {
    return tell(error, KHITAI_MEMORY, "out of memory");
  } catch (const std::exception& thrown) {
    return tell(error, KHITAI_INTERNAL, thrown.what());
  } catch (...) {
    return tell(error, KHITAI_INTERNAL, "an unknown exception");
  }
}

}  // namespace khitai::capi

#endif  // KHITAI_CAPI_FAILURE_H_
