// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <random>
#include <sstream>

#include "text/utf8.h"
#include "write/fixture.h"

namespace khitai {
namespace {

using tests::random_annotation;
using tests::sample;
using tests::small_lexicon;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string jsonl(const Annotation& annotation, const WriteOptions& options) {
  std::string out;
  write_jsonl(small_lexicon(), annotation, options, &out);
  return out;
}

// Units before byte `at`, counted the long way.
size_t naive_count(std::string_view text, size_t at, Offsets unit) {
  if (unit == Offsets::kByte) return at;
  size_t count = 0;
  for (size_t i = 0; i < at;) {
    const text::CodePoint next =
        text::decode(text.data() + i, text.data() + text.size());
    count += unit == Offsets::kUtf16 && next.code > 0xFFFF ? 2 : 1;
    i += next.size;
  }
  return count;
}

TEST(JsonlTest, KeysAndValuesAsPromised) {
  WriteOptions options;
  tests::expect_golden("write_sample.jsonl", jsonl(sample(), options));
  options.explain = true;
  options.limit = 1;
  options.offsets = Offsets::kCodepoint;
  tests::expect_golden("write_sample_explain.jsonl", jsonl(sample(), options));
}

TEST(JsonlTest, NoMentionsWriteNothing) {
  Annotation empty;
  empty.source = "nothing here";
  EXPECT_EQ(jsonl(empty, {}), "");
}

TEST(JsonlTest, EntityIsNullUnlessDecided) {
  for (const std::string& line : lines_of(jsonl(sample(), {}))) {
    rapidjson::Document json;
    json.Parse(line.c_str(), line.size());
    ASSERT_FALSE(json.HasParseError()) << line;
    const bool match = std::string(json["decision"].GetString()) == "match";
    EXPECT_EQ(json["entity"].IsString(), match) << line;
  }
}

TEST(JsonlTest, WhatAReaderDecidedSaysSo) {
  Annotation annotation = sample();
  annotation.mentions[1].reviewed = true;
  annotation.rejected = {annotation.mentions[2]};
  const std::vector<std::string> lines = lines_of(jsonl(annotation, {}));
  ASSERT_EQ(lines.size(), annotation.mentions.size());
  EXPECT_EQ(lines[0].find("reviewed"), std::string::npos);
  EXPECT_NE(lines[1].find(",\"reviewed\":true,\"lexicon\":"),
            std::string::npos);
}

TEST(JsonlTest, LimitZeroWritesAllCandidates) {
  WriteOptions options;
  options.limit = 0;
  EXPECT_NE(jsonl(sample(), options).find("sanjar-bukhara"), std::string::npos);
  options.limit = 1;
  EXPECT_EQ(jsonl(sample(), options).find("sanjar-bukhara"), std::string::npos);
}

void expect_offsets(const Annotation& annotation, Offsets unit) {
  WriteOptions options;
  options.offsets = unit;
  const auto lines = lines_of(jsonl(annotation, options));
  ASSERT_EQ(lines.size(), annotation.mentions.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    const Mention& mention = annotation.mentions[i];
    rapidjson::Document json;
    json.Parse<rapidjson::kParseValidateEncodingFlag>(lines[i].c_str(),
                                                      lines[i].size());
    ASSERT_FALSE(json.HasParseError()) << lines[i];
    const auto expect = [&](const rapidjson::Value& got, size_t at) {
      EXPECT_EQ(got.GetUint64(), naive_count(annotation.source, at, unit));
    };
    expect(json["start"], mention.begin);
    expect(json["end"], mention.end);
    expect(json["core"][0], mention.core_begin);
    expect(json["core"][1], mention.core_end);
    const std::string slice =
        annotation.source.substr(mention.begin, mention.end - mention.begin);
    EXPECT_EQ(
        std::string(json["text"].GetString(), json["text"].GetStringLength()),
        tests::naive_clean(slice));
  }
}

TEST(JsonlTest, OffsetsAgreeWithCountingOnAnyBytes) {
  std::mt19937 random(20240601);
  for (int round = 0; round < 400; ++round) {
    const Annotation annotation = random_annotation(&random);
    for (Offsets unit :
         {Offsets::kByte, Offsets::kCodepoint, Offsets::kUtf16}) {
      expect_offsets(annotation, unit);
    }
  }
}

TEST(JsonlTest, WrongOffsetsAndEmptyCandidatesDoNoHarm) {
  Annotation annotation;
  annotation.source = "short";
  Mention mention;
  mention.begin = 3;
  mention.end = 99;
  mention.core_begin = 1;
  mention.core_end = 200;
  annotation.mentions = {mention, mention};
  EXPECT_EQ(lines_of(jsonl(annotation, {})).size(), 2u);
}

}  // namespace
}  // namespace khitai
