// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as every kind of document: read or refused with one line, every
// byte of text with its place in the source. The same bytes as packed data and
// in other encodings.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "document/read.h"
#include "document/structure.h"
#include "document/unpack.h"

namespace {

using namespace khitai::document;  // NOLINT: a test program

void expect(bool holds) {
  if (!holds) std::abort();
}

void check_error(const khitai::Error& error) {
  expect(error.message.rfind("page", 0) == 0);
  expect(error.message.find('\n') == std::string::npos);
}

void check_places(const Document& document, const std::string& source) {
  const Structure* structure = document.structure();
  if (structure == nullptr) return;
  const size_t size = document.plain().size();
  for (size_t begin = 0; begin < size; begin += 1 + size / 16) {
    const Part part{begin, begin + 1 + (size - begin) / 2};
    if (document.plain()
            .substr(part.begin, part.end - part.begin)
            .find("\n\n") != std::string_view::npos) {
      continue;  // more than one stream
    }
    size_t last = 0;
    for (const Span& span : structure->places_of(document, source, part)) {
      expect(span.begin >= last && span.begin < span.end &&
             span.end <= source.size());
      last = span.end;
    }
  }
}

void check_document(const std::string& source, Kind kind) {
  const auto document = read_document("page", source, kind, "t");
  if (!document.ok()) return check_error(document.error());
  const size_t size = document->plain().size();
  for (size_t i = 0; i < size; ++i) {
    const size_t begin = document->source_begin(i);
    expect(begin <= document->source_end(i + 1));
    expect(document->source_end(i + 1) <= source.size());
  }
  size_t last = 0;
  for (const Part& part : document->parts()) {
    expect(part.begin == last && part.begin <= part.end);
    last = part.end;
  }
  expect(last == size);
  check_places(*document, source);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const Kind kind : {Kind::kText, Kind::kMarkdown, Kind::kHtml, Kind::kTei,
                          Kind::kJsonl, Kind::kCsv, Kind::kTsv}) {
    check_document(bytes, kind);
    for (const char* encoding : {"", "UTF-16LE", "GB18030", "ISO-2022-JP"}) {
      const auto source = open_source("page", bytes, {kind, encoding, "t"});
      if (!source.ok()) {
        check_error(source.error());
      } else if (source->text != bytes) {
        check_document(source->text, kind);
      }
    }
  }
  for (const Packing packing : {Packing::kGzip, Packing::kZstd}) {
    const auto unpacked = unpack(bytes, packing, size_t{1} << 20);
    if (unpacked.ok()) expect(unpacked->size() <= size_t{1} << 20);
  }
  return 0;
}
