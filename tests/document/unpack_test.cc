// SPDX-License-Identifier: Apache-2.0

#include "document/unpack.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

#include "document/read.h"

namespace khitai::document {
namespace {

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  EXPECT_EQ(
      deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY),
      Z_OK);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(
      ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 19));
  return out;
}

std::string packed(const std::string& bytes, Packing packing) {
  return packing == Packing::kGzip ? gzip(bytes) : zstd(bytes);
}

constexpr Packing kPackings[] = {Packing::kGzip, Packing::kZstd};

std::string long_text() {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += std::to_string(i * 7919) + " Sanjar ";
  return text;
}

TEST(UnpackTest, WhatWasPackedComesBack) {
  for (Packing packing : kPackings) {
    for (const std::string& text :
         {std::string(), std::string("a"), long_text()}) {
      const std::string bytes = packed(text, packing);
      EXPECT_EQ(packing_of_bytes(bytes), packing);
      const auto back = unpack(bytes, packing, kMostBytes);
      ASSERT_TRUE(back.ok()) << back.error().message;
      EXPECT_EQ(*back, text);
    }
  }
}

TEST(UnpackTest, SeveralMembersAreOneText) {
  for (Packing packing : kPackings) {
    const std::string text = long_text();
    const auto back = unpack(
        packed(text, packing) + packed("", packing) + packed("end", packing),
        packing, kMostBytes);
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(*back, text + "end");
  }
}

TEST(UnpackTest, AnythingCutShortIsAnError) {
  for (Packing packing : kPackings) {
    const std::string bytes = packed("Sultan Sanjar fled in 1141.", packing);
    for (size_t size = 2; size < bytes.size(); ++size) {
      EXPECT_FALSE(unpack(bytes.substr(0, size), packing, 1 << 20).ok())
          << size;
      // A second member that is cut short, too.
      EXPECT_FALSE(unpack(bytes + bytes.substr(0, size), packing, 1 << 20).ok())
          << size;
    }
    const std::string large = packed(long_text(), packing);
    const auto cut =
        unpack(large.substr(0, large.size() / 2), packing, 1 << 24);
    ASSERT_FALSE(cut.ok());
    EXPECT_NE(cut.error().message.find("ends too early"), std::string::npos);
  }
}

TEST(UnpackTest, DamageIsAnErrorOrTold) {
  for (Packing packing : kPackings) {
    const std::string text = "Sultan Sanjar fled in 1141, 1141, 1141.";
    const std::string bytes = packed(text, packing);
    for (size_t at = 0; at < bytes.size(); ++at) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      const auto back = unpack(damaged, packing, 1 << 20);
      // gzip has a checksum; of zstd's frame only the text itself is seen.
      if (packing == Packing::kGzip && back.ok()) {
        EXPECT_EQ(*back, text) << at;
      }
    }
    EXPECT_FALSE(unpack(bytes + "more", packing, 1 << 20).ok());
  }
  // Zeros fill up tapes.
  EXPECT_TRUE(
      unpack(gzip("a") + std::string(512, '\0'), Packing::kGzip, 9).ok());
}

TEST(UnpackTest, MoreThanTheMostIsRefused) {
  const std::string text(1000, 'a');
  for (Packing packing : kPackings) {
    EXPECT_TRUE(unpack(packed(text, packing), packing, 1000).ok());
    const auto refused = unpack(packed(text, packing), packing, 999);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().message,
              "more than 999 bytes when decompressed, expected at most that; "
              "split the file");
  }
}

TEST(OpenTest, PackedSourcesAreToldByTheirBytes) {
  for (Packing packing : kPackings) {
    for (const char* name : {"-", "a.txt", "a.xml.gz", "a.zst"}) {
      const auto source =
          open_source(name, packed("<a>Sanjar</a>", packing), {});
      ASSERT_TRUE(source.ok()) << source.error().message;
      EXPECT_EQ(source->text, "<a>Sanjar</a>");
    }
  }
  const auto other = open_source("a.txt.gz", "Sanjar", {});
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.error().message,
            "a.txt.gz: not gzip data, expected it by its name; rename the "
            "file");
}

TEST(OpenTest, WhatIsNoTextIsRefused) {
  for (const std::string& bytes :
       {std::string("PK\3\4..."), std::string("%PDF-1.4"),
        std::string("BZh91AY&SY.."), std::string("\xFD\x37zXZ\0", 6)}) {
    for (const std::string& given : {bytes, gzip(bytes)}) {
      const auto source = open_source("-", given, {});
      ASSERT_FALSE(source.ok());
      EXPECT_NE(source.error().message.find("expected a text"),
                std::string::npos);
    }
  }
  EXPECT_TRUE(open_source("-", "PK", {}).ok());
  EXPECT_TRUE(open_source("-", "BZh", {}).ok());
}

}  // namespace
}  // namespace khitai::document
