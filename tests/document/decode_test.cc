// SPDX-License-Identifier: Apache-2.0

#include "document/decode.h"

#include <gtest/gtest.h>

#include <string>

#include "support/cases.h"
#include "support/expect_row.h"

namespace khitai::document {
namespace {

using tests::Case;

Kind decoded_kind(const std::string& word) {
  return word == "tei"    ? Kind::kTei
         : word == "html" ? Kind::kHtml
                          : Kind::kText;
}

// "name: text; mark, widths" or what is wrong.
std::string shown_decoded(const Result<Decoded>& decoded) {
  if (!decoded.ok()) return decoded.error().message;
  std::string out = decoded->encoded.name + ": " + decoded->text;
  if (decoded->encoded.name.empty()) return out;
  out += "; " + std::to_string(decoded->encoded.mark) + ",";
  for (uint8_t width : decoded->encoded.widths) {
    out += " " + std::to_string(width);
  }
  return out;
}

TEST(DecodeTest, BytesHaveTheTextOfTheirRow) {
  for (const Case& row : tests::read_cases("document_encodings.tsv")) {
    const auto decoded =
        decode_source(row["bytes"], decoded_kind(row["kind"]), row["wanted"]);
    tests::expect_row(row, row["decoded"], shown_decoded(decoded));
  }
}

TEST(DecodeTest, SourcesTellTheirEncoding) {
  for (const Case& row : tests::read_cases("document_declared.tsv")) {
    tests::expect_row(row, row["encoding"],
                      encoding_of(row["bytes"], decoded_kind(row["kind"]), ""));
  }
}

}  // namespace
}  // namespace khitai::document
