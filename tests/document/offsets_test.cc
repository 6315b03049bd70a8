// SPDX-License-Identifier: Apache-2.0
//
// Texts by chance, written as documents of each kind in several encodings:
// every name is found, its slice of the source reads as the name, and offsets
// are exact in every unit.

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/write.h"
#include "support/small_lexicon.h"
#include "text/utf8.h"

namespace khitai {
namespace {

struct Written {
  Input input;
  const char* encoding;  // as ICU names it
  std::string mark;      // before the bytes
};

const std::vector<Input> kInputs = {
    Input::kText,  Input::kMarkdown, Input::kHtml, Input::kTei,
    Input::kJsonl, Input::kCsv,      Input::kTsv};

const std::vector<std::pair<const char*, std::string>> kEncodings = {
    {"UTF-8", ""},
    {"UTF-16LE", "\xFF\xFE"},
    {"UTF-16BE", "\xFE\xFF"},
    {"GB18030", ""}};

std::string encoded(const std::string& utf8, const char* name) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string out(static_cast<size_t>(text.length()) * 8 + 8, '\0');
  out.resize(static_cast<size_t>(text.extract(
      0, text.length(), out.data(), static_cast<uint32_t>(out.size()), name)));
  return out;
}

std::string decoded(const std::string& bytes, const char* name) {
  std::string out;
  icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), name)
      .toUTF8String(out);
  return out;
}

std::string chance_text(std::mt19937* random, size_t* names) {
  static const std::vector<std::string> kWords = {
      "word",      "\xF0\x9F\x90\x8E",
      "e\xCC\x81", "\xD0\xB6",
      "x & y",     "\"q\"",
      "<z>",       "it's",
      "1141,",     "\xE2\x80\x94",
      "a\\b"};
  static const std::vector<std::string> kNames = {
      "Sanjar", "Qara Khitai", "Yel\xC3\xBC Dashi", "Samarqand"};
  std::string text = "begin";
  *names = 0;
  const size_t count = 1 + (*random)() % 12;
  for (size_t i = 0; i < count; ++i) {
    text += (*random)() % 5 == 0 ? "\n" : " ";
    if ((*random)() % 3 == 0) {
      text += kNames[(*random)() % kNames.size()] + " to";
      ++*names;
    } else {
      text += kWords[(*random)() % kWords.size()];
    }
  }
  return text;
}

std::string number_of(char32_t code, bool hex) {
  std::ostringstream out;
  if (hex) out << std::hex;
  out << static_cast<uint32_t>(code);
  return out.str();
}

std::string unit_escape(uint32_t unit) {
  const std::string hex = number_of(unit, true);
  return "\\u" + std::string(4 - hex.size(), '0') + hex;
}

// One code point as the kind has it, now and then by its number.
std::string written_point(std::string_view point, Input input,
                          std::mt19937* random) {
  const char32_t code =
      text::decode(point.data(), point.data() + point.size()).code;
  const bool special = (*random)() % 6 == 0;
  const std::string raw(point);
  if (input == Input::kHtml || input == Input::kTei) {
    if (code == '\n') return (*random)() % 2 == 0 ? "\n" : "\r\n  ";
    const bool must = code == '<' || code == '&';
    if (!special && !must) return raw;
    const bool hex = (*random)() % 2 == 0;
    return (hex ? "&#x" : "&#") + number_of(code, hex) + ";";
  }
  if (input == Input::kJsonl) {
    if (code == '\n') return "\\n";
    if (code == '"' || code == '\\') return "\\" + raw;
    if (!special) return raw;
    if (code < 0x10000) return unit_escape(static_cast<uint32_t>(code));
    const uint32_t rest = static_cast<uint32_t>(code) - 0x10000;
    return unit_escape(0xD800 + (rest >> 10)) +
           unit_escape(0xDC00 + (rest & 0x3FF));
  }
  if (input == Input::kCsv) return code == '"' ? "\"\"" : raw;
  if (input == Input::kTsv) return code == '\n' ? " " : raw;
  if (input == Input::kMarkdown) {
    return code < 0x80 &&
                   std::string("<>&\\*_`\"").find(raw) != std::string::npos
               ? "\\" + raw
               : raw;
  }
  return code == '\n' && (*random)() % 2 == 0 ? "\r\n" : raw;
}

std::string written(const std::string& plain, Input input,
                    std::mt19937* random) {
  std::string out;
  const bool has_tags = input == Input::kHtml || input == Input::kTei;
  for (std::string_view point : text::code_points_of(plain)) {
    if (has_tags && (*random)() % 9 == 0) out += "<i n=\"a\"></i>";
    if (has_tags && (*random)() % 20 == 0) out += "<!-- c -->";
    out += written_point(point, input, random);
  }
  switch (input) {
    case Input::kTei:
      return "<?xml version=\"1.0\"?>\n<TEI><text><p>" + out +
             "</p></text></TEI>";
    case Input::kHtml:
      return "<p>" + out + "</p>";
    case Input::kJsonl:
      return "{\"id\":1,\"t\":\"" + out + "\"}\n";
    case Input::kCsv:
      return "id,t\n1,\"" + out + "\"\n";
    case Input::kTsv:
      return "id\tt\n1\t" + out + "\n";
    default:
      return out;
  }
}

// What a slice of a source reads as: tags away, references and escapes read.
std::string read_slice(std::string slice, Input input) {
  std::string out;
  for (size_t i = 0; i < slice.size(); ++i) {
    const bool has_tags = input == Input::kHtml || input == Input::kTei;
    if (has_tags && slice[i] == '<') {
      i = slice.compare(i, 4, "<!--") == 0 ? slice.find("-->", i) + 2
                                           : slice.find('>', i);
    } else if (has_tags && slice[i] == '&') {
      const bool hex = slice[i + 2] == 'x';
      text::append(
          static_cast<char32_t>(std::stoul(slice.substr(i + (hex ? 3 : 2)),
                                           nullptr, hex ? 16 : 10)),
          &out);
      i = slice.find(';', i);
    } else if (input == Input::kJsonl && slice.compare(i, 2, "\\u") == 0) {
      text::append(static_cast<char32_t>(
                       std::stoul(slice.substr(i + 2, 4), nullptr, 16)),
                   &out);
      i += 5;
    } else if (input == Input::kJsonl && slice.compare(i, 2, "\\n") == 0) {
      out += ' ';
      ++i;
    } else {
      out += slice[i];
    }
  }
  std::string clean;
  for (char c : out) {
    const bool space = c == '\n' || c == '\r' || c == ' ';
    if (!space) clean += c;
    if (space && clean.back() != ' ') clean += ' ';
  }
  return clean;
}

void check_units(const Annotation& page, const std::string& bytes,
                 const Written& how) {
  const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(page.source);
  for (Offsets unit : {Offsets::kByte, Offsets::kCodepoint, Offsets::kUtf16}) {
    WriteOptions options;
    options.offsets = unit;
    std::string out;
    write_jsonl(tests::example_lexicon(), page, options, &out);
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      rapidjson::Document json;
      json.Parse(line.c_str());
      const size_t start = json["start"].GetUint64();
      const size_t end = json["end"].GetUint64();
      std::string slice;
      if (unit == Offsets::kByte) {
        slice = decoded(bytes.substr(start, end - start), how.encoding);
      } else {
        icu::UnicodeString part;
        const auto place = [&](size_t at) {
          return unit == Offsets::kUtf16
                     ? static_cast<int32_t>(at)
                     : utf16.moveIndex32(0, static_cast<int32_t>(at));
        };
        utf16.extractBetween(place(start), place(end), part);
        part.toUTF8String(slice);
      }
      ASSERT_EQ(slice, json["text"].GetString()) << page.source;
    }
  }
}

void check_chance_text(const Written& how, std::mt19937* random) {
  size_t names = 0;
  const std::string plain = chance_text(random, &names);
  const std::string source = written(plain, how.input, random);
  const std::string bytes = how.mark + encoded(source, how.encoding);
  AnnotateOptions options;
  options.input = how.input;
  options.field = "t";
  if (how.mark.empty()) options.encoding = how.encoding;
  const auto page =
      annotate_document(tests::example_lexicon(), "x", bytes, options);
  ASSERT_TRUE(page.ok()) << page.error().message << "\n" << source;
  ASSERT_EQ(page->source, source);
  ASSERT_EQ(page->mentions.size(), names) << source;
  for (const Mention& one : page->mentions) {
    const std::string slice = read_slice(
        page->source.substr(one.begin, one.end - one.begin), how.input);
    EXPECT_TRUE(slice == "Sanjar" || slice == "Qara Khitai" ||
                slice == "Yel\xC3\xBC Dashi" || slice == "Samarqand")
        << slice << "\n"
        << source;
  }
  check_units(*page, bytes, how);
}

TEST(OffsetsTest, AreExactInEveryKindEncodingAndUnit) {
  std::mt19937 random(1125);
  for (Input input : kInputs) {
    for (const auto& [encoding, mark] : kEncodings) {
      for (int round = 0; round < 40; ++round) {
        check_chance_text({input, encoding, mark}, &random);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

}  // namespace
}  // namespace khitai
