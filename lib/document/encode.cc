// SPDX-License-Identifier: Apache-2.0

#include "document/encode.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <memory>

namespace khitai::document {
namespace {

using OpenConverter = std::unique_ptr<UConverter, void (*)(UConverter*)>;

OpenConverter open_converter(const char* name) {
  UErrorCode code = U_ZERO_ERROR;
  return {ucnv_open(name, &code), ucnv_close};
}

// One converter's output as the other's input, through a buffer of UTF-16.
void convert_all(std::string_view text, UConverter* from, UConverter* to,
                 std::string* out) {
  UChar middle[1024];
  UChar* read = middle;
  UChar* write = middle;
  const char* at = text.data();
  char bytes[4096];
  for (bool done = false; !done;) {
    char* end = bytes;
    UErrorCode code = U_ZERO_ERROR;
    ucnv_convertEx(to, from, &end, bytes + sizeof(bytes), &at,
                   text.data() + text.size(), middle, &read, &write,
                   middle + 1024, false, true, &code);
    out->append(bytes, end);
    done = code != U_BUFFER_OVERFLOW_ERROR;
  }
}

}  // namespace

void append_encoded(std::string_view text, const std::string& encoding,
                    bool has_mark, std::string* out) {
  const OpenConverter from = open_converter("UTF-8");
  const OpenConverter to = open_converter(encoding.c_str());
  if (from == nullptr || to == nullptr) return;
  UErrorCode code = U_ZERO_ERROR;
  ucnv_setFromUCallBack(to.get(), UCNV_FROM_U_CALLBACK_ESCAPE,
                        UCNV_ESCAPE_XML_HEX, nullptr, nullptr, &code);
  if (has_mark) {
    convert_all("\xEF\xBB\xBF", from.get(), to.get(), out);
    ucnv_reset(from.get());
  }
  convert_all(text, from.get(), to.get(), out);
}

}  // namespace khitai::document
