// SPDX-License-Identifier: Apache-2.0
//
// Every writer on every file of corpora/hostile, as text and as Markdown:
// what comes out is sound, and what it quotes stands where it says.

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"
#include "support/cases.h"
#include "support/small_lexicon.h"
#include "text/utf8.h"

namespace khitai {
namespace {

struct HostileFile {
  std::string name;
  std::string bytes;
};

std::vector<HostileFile> hostile_files() {
  std::vector<HostileFile> files;
  const std::string folder =
      std::string(KHITAI_SOURCE_DIR) + "/corpora/hostile";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back({entry.path().filename().string(),
                     tests::read_file(entry.path().string())});
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

bool is_utf8(std::string_view text) {
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const text::CodePoint point = text::decode(at, end);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

// Where each unit of `offsets` begins in the page's text; one more for its end.
// Of a page that was decoded, bytes are those it was decoded from.
std::vector<size_t> unit_places(const Annotation& page, Offsets offsets) {
  const std::string_view text = page.source;
  const Encoding& encoding = page.encoding;
  const bool was_decoded = offsets == Offsets::kByte && !encoding.name.empty();
  std::vector<size_t> places(was_decoded ? encoding.mark : 0);
  size_t number = 0;
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const size_t place = static_cast<size_t>(at - text.data());
    const text::CodePoint point = text::decode(at, end);
    const size_t units = was_decoded                 ? encoding.widths[number++]
                         : offsets == Offsets::kByte ? point.size
                         : offsets == Offsets::kUtf16 && point.code > 0xFFFF
                             ? 2
                             : 1;
    for (size_t i = 0; i < units; ++i) {
      const bool counts = offsets == Offsets::kByte && !was_decoded;
      places.push_back(counts ? place + i : place);
    }
    at += point.size;
  }
  places.push_back(text.size());
  return places;
}

Annotation annotate(const HostileFile& file, Input input, bool overlaps) {
  AnnotateOptions options;
  options.input = input;
  options.overlaps = overlaps;
  return annotate_document(tests::example_lexicon(), file.name, file.bytes,
                           options)
      .value();
}

void check_line(const std::string& line, const Annotation& page,
                Offsets offsets) {
  rapidjson::Document json;
  json.Parse(line.c_str(), line.size());
  ASSERT_FALSE(json.HasParseError()) << page.name << ": " << line;
  const std::vector<size_t> places = unit_places(page, offsets);
  const size_t start = json["start"].GetUint64();
  const size_t end = json["end"].GetUint64();
  ASSERT_LT(start, end) << page.name;
  ASSERT_LT(end, places.size()) << page.name;
  const std::string quote =
      page.source.substr(places[start], places[end] - places[start]);
  const std::string text(json["text"].GetString(),
                         json["text"].GetStringLength());
  if (is_utf8(quote)) {
    ASSERT_EQ(text, quote) << page.name;
  }
  ASSERT_TRUE(is_utf8(text)) << page.name;
}

TEST(HostileTest, TheFilesAreThere) { EXPECT_GE(hostile_files().size(), 20u); }

TEST(HostileTest, NamesAreFoundInMostOfThem) {
  size_t count = 0;
  for (const HostileFile& file : hostile_files()) {
    if (!annotate(file, Input::kText, false).mentions.empty()) ++count;
  }
  EXPECT_GE(count, 14u);
}

TEST(HostileTest, JsonLinesParseAndQuoteTheirSlice) {
  for (const HostileFile& file : hostile_files()) {
    for (Input input : {Input::kText, Input::kMarkdown}) {
      const Annotation page = annotate(file, input, true);
      for (Offsets offsets :
           {Offsets::kByte, Offsets::kCodepoint, Offsets::kUtf16}) {
        WriteOptions options;
        options.offsets = offsets;
        options.explain = true;
        std::string out;
        write_jsonl(tests::example_lexicon(), page, options, &out);
        EXPECT_TRUE(is_utf8(out)) << file.name;
        std::istringstream lines(out);
        size_t count = 0;
        for (std::string line; std::getline(lines, line); ++count) {
          check_line(line, page, offsets);
          if (HasFatalFailure()) return;
        }
        EXPECT_EQ(count, page.mentions.size()) << file.name;
      }
    }
  }
}

TEST(HostileTest, TextAndPagesAreUtf8WithoutControls) {
  std::vector<Annotation> pages;
  for (const HostileFile& file : hostile_files()) {
    pages.push_back(annotate(file, Input::kAuto, false));
    WriteOptions options;
    options.explain = true;
    options.width = 40;
    std::string out;
    write_text(tests::example_lexicon(), pages.back(), options, &out);
    EXPECT_TRUE(is_utf8(out)) << file.name;
    for (char c : out) {
      const auto byte = static_cast<unsigned char>(c);
      EXPECT_TRUE(byte >= 0x20 || c == '\n' || c == '\t')
          << file.name << ": control " << int{byte};
    }
  }
  std::string page;
  write_html(tests::example_lexicon(), pages, {}, &page);
  EXPECT_TRUE(is_utf8(page));
  EXPECT_EQ(page.find('\0'), std::string::npos);
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
}

TEST(HostileTest, ResolvingTheirLinesWritesSoundAnswers) {
  for (const HostileFile& file : hostile_files()) {
    std::istringstream lines(file.bytes);
    std::string line;
    for (uint64_t number = 1; std::getline(lines, line); ++number) {
      ResolvedQuery query;
      query.number = number;
      query.query.name = line;
      query.query.context = line;
      query.resolution = resolve_name(tests::example_lexicon(), query.query);
      std::string out;
      write_resolve_tsv(tests::example_lexicon(), query, {}, &out);
      write_resolve_text(tests::example_lexicon(), query, {}, &out);
      write_keys_tsv(tests::example_lexicon(), line, "", &out);
      EXPECT_TRUE(is_utf8(out)) << file.name << ":" << number;
      std::string json;
      write_resolve_json(tests::example_lexicon(), query, {}, &json);
      write_keys_json(tests::example_lexicon(), line, "", &json);
      EXPECT_TRUE(is_utf8(json)) << file.name << ":" << number;
      std::istringstream objects(json);
      for (std::string object; std::getline(objects, object);) {
        rapidjson::Document parsed;
        parsed.Parse(object.c_str(), object.size());
        EXPECT_FALSE(parsed.HasParseError()) << file.name << ": " << object;
      }
    }
  }
}

}  // namespace
}  // namespace khitai
