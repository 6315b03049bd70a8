// SPDX-License-Identifier: Apache-2.0

#include "text/script.h"

#include <unicode/uscript.h>

#include "text/utf8.h"

namespace khitai::text {

std::string_view script_of(std::string_view utf8) {
  const char* const end = utf8.data() + utf8.size();
  for (const char* at = utf8.data(); at < end;) {
    const CodePoint point = decode(at, end);
    at += point.size;
    if (!point.valid) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script =
        uscript_getScript(static_cast<UChar32>(point.code), &status);
    if (U_FAILURE(status) || script <= USCRIPT_INHERITED ||
        script == USCRIPT_UNKNOWN) {
      continue;
    }
    return uscript_getShortName(script);
  }
  return "Zyyy";
}

}  // namespace khitai::text
