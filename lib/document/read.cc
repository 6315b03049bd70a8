// SPDX-License-Identifier: Apache-2.0

#include "document/read.h"

#include <utility>

#include "document/readers.h"
#include "document/unpack.h"

namespace khitai::document {
namespace {

using namespace std::string_view_literals;

std::string shown_name(std::string_view name) {
  return name == "-" ? "standard input" : std::string(name);
}

// Bytes that begin files which are no text.
struct Magic {
  std::string_view bytes;
  std::string_view what;
  std::string_view advice;
};
constexpr Magic kMagics[] = {
    {"PK\3\4"sv, "a zip archive (also .docx, .odt, .epub)",
     "unpack it, or save it as text or HTML"},
    {"\xFD\x37zXZ\0"sv, "xz data", "unpack it with `xz -d`"},
    {"BZh91AY&SY"sv, "bzip2 data", "unpack it with `bunzip2`"},
    {"%PDF-"sv, "a PDF", "take its text with `pdftotext`"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old office document",
     "save it as text or HTML"},
    {"\x89PNG\r\n\x1A\n"sv, "a picture", "give its text"},
    {"\xFF\xD8\xFF"sv, "a picture", "give its text"}};

Status check_magic(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.substr(0, magic.bytes.size()) == magic.bytes) {
      return Error{std::string(magic.what) + ", expected a text; " +
                   std::string(magic.advice)};
    }
  }
  return Done{};
}

Status unpack_in_place(std::string_view name, std::string* bytes) {
  const Packing packing = packing_of_bytes(*bytes);
  if (packing == Packing::kNone) {
    const Packing promised = packing_of_name(name);
    if (promised == Packing::kNone) return Done{};
    const bool gzip = promised == Packing::kGzip;
    return Error{std::string("not ") + (gzip ? "gzip" : "zstd") +
                 " data, expected it by its name; rename the file"};
  }
  auto unpacked = unpack(*bytes, packing, kMostBytes);
  if (!unpacked.ok()) return unpacked.error();
  *bytes = std::move(unpacked).value();
  return Done{};
}

Result<Source> open_unnamed(std::string_view name, std::string bytes,
                            const ReadOptions& options) {
  Source source;
  source.kind = options.kind.value_or(kind_of_name(name));
  const Status unpacked = unpack_in_place(name, &bytes);
  if (!unpacked.ok()) return unpacked.error();
  if (bytes.size() > kMostBytes) {
    return Error{std::to_string(bytes.size()) + " bytes, expected at most " +
                 std::to_string(kMostBytes) + "; split the file"};
  }
  const Status text = check_magic(bytes);
  if (!text.ok()) return text.error();
  auto decoded = decode_source(std::move(bytes), source.kind, options.encoding);
  if (!decoded.ok()) return decoded.error();
  source.text = std::move(decoded->text);
  source.encoded = std::move(decoded->encoded);
  return source;
}

}  // namespace

bool is_plain_text(std::string_view name, std::string_view begin,
                   std::optional<Kind> kind) {
  const std::string encoding = encoding_of(begin, Kind::kText, "");
  return kind.value_or(kind_of_name(name)) == Kind::kText &&
         packing_of_name(name) == Packing::kNone &&
         packing_of_bytes(begin) == Packing::kNone && check_magic(begin).ok() &&
         (encoding.empty() || encoding == "UTF-8");
}

Result<Source> open_source(std::string_view name, std::string bytes,
                           const ReadOptions& options) {
  auto source = open_unnamed(name, std::move(bytes), options);
  if (source.ok()) return source;
  return Error{shown_name(name) + ": " + source.error().message};
}

Result<Document> read_document(std::string_view name, std::string_view text,
                               Kind kind, const std::string& field) {
  const std::string shown = shown_name(name);
  switch (kind) {
    case Kind::kMarkdown:
      return Document::of_markdown(text);
    case Kind::kHtml:
      return read_html(text);
    case Kind::kTei:
      return read_tei(shown, text);
    case Kind::kJsonl:
      return read_jsonl(shown, text, field);
    case Kind::kCsv:
      return read_table(shown, text, ',', field);
    case Kind::kTsv:
      return read_table(shown, text, '\t', field);
    case Kind::kText:
      break;
  }
  return Document::of_text(text);
}

}  // namespace khitai::document
