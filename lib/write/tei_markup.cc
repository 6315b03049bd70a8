// SPDX-License-Identifier: Apache-2.0

#include "write/tei_markup.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "document/encode.h"

namespace khitai::write {

void TeiMarkup::enclose(document::Span span, std::string start_tag,
                        std::string end_tag) {
  pieces_.push_back({span.begin, true, std::move(start_tag)});
  pieces_.push_back({span.end, false, std::move(end_tag)});
}

void TeiMarkup::insert(size_t at, std::string text) {
  pieces_.push_back({at, true, std::move(text)});
}

std::string TeiMarkup::applied_to(std::string_view source) {
  std::stable_sort(pieces_.begin(), pieces_.end(),
                   [](const Piece& a, const Piece& b) {
                     return std::tie(a.at, a.starts) < std::tie(b.at, b.starts);
                   });
  std::string out;
  size_t done = 0;
  for (const Piece& piece : pieces_) {
    out += source.substr(done, piece.at - done);
    out += piece.text;
    done = piece.at;
  }
  return out += source.substr(done);
}

FreshIds::FreshIds(std::string_view source) {
  constexpr std::string_view kStart = "khitai-";
  for (size_t at = source.find(kStart); at != source.npos;
       at = source.find(kStart, at + 1)) {
    uint32_t number = 0;  // one that does not fit is none of ours
    const char* const begin = source.data() + at + kStart.size();
    std::from_chars(begin, source.data() + source.size(), number);
    last_ = std::max<uint64_t>(last_, number);
  }
}

void append_in_encoding(std::string_view text, const Annotation& annotation,
                        std::string* out) {
  if (annotation.encoding.name.empty()) {
    *out += text;
    return;
  }
  document::append_encoded(text, annotation.encoding.name,
                           annotation.encoding.mark > 0, out);
}

}  // namespace khitai::write
