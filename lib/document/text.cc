// SPDX-License-Identifier: Apache-2.0
//
// Plain text. It is its own source, unless a word is parted by a soft hyphen
// at the end of a line: that word is joined again.

#include "document/text.h"

#include "base/ascii.h"
#include "document/document.h"

namespace khitai::document {

bool ends_in_letter(std::string_view text) {
  if (text.empty()) return false;
  const char last = text.back();
  return (last & 0x80) != 0 || base::is_lower(last) || base::is_upper(last);
}

size_t broken_word_end(std::string_view text, size_t at) {
  if (!ends_in_letter(text.substr(0, at))) return 0;
  at += kSoftHyphen.size();
  const size_t line = text.find_first_not_of(" \t", at);
  if (line == text.npos) return 0;
  size_t next = line;
  if (text[next] == '\r') ++next;
  if (next < text.size() && text[next] == '\n') {
    ++next;
  } else if (next == line) {
    return 0;
  }
  next = text.find_first_not_of(" \t", next);
  const bool is_blank =
      next == text.npos || text[next] == '\n' || text[next] == '\r';
  return is_blank ? 0 : next;
}

Document Document::of_text(std::string_view source) {
  Document document;
  size_t done = 0;
  for (size_t at = source.find(kSoftHyphen); at != source.npos;
       at = source.find(kSoftHyphen, at + 1)) {
    const size_t next = broken_word_end(source, at);
    if (next == 0) continue;
    document.append_run(source.substr(done, at - done), done);
    done = next;
  }
  if (done == 0) {
    document.is_source_ = true;
    document.source_ = source;
  } else {
    document.append_run(source.substr(done), done);
  }
  return document;
}

}  // namespace khitai::document
