// SPDX-License-Identifier: Apache-2.0
//
// Annotations read back: what was written comes back, and what is wrong is
// told (tests/cases/read_mentions.tsv).

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "support/cases.h"
#include "support/small_lexicon.h"
#include "write/fixture.h"

namespace khitai {
namespace {

namespace fs = std::filesystem;

// A format with what it keeps of a mention.
struct Shape {
  const char* path;
  bool all_candidates = true;  // of a decided mention, too
  bool probabilities = true;
  bool undecided = true;  // candidates of a mention that is `none`
};
constexpr Shape kShapes[] = {{"x.jsonl"},
                             {"x.csv"},
                             {"d.txt.ann"},
                             {"x.jsonld", false, true, false},
                             {"x.iob2", false, false, false}};

std::string written_as(const Shape& shape, const Lexicon& lexicon,
                       const Annotation& page, Offsets unit) {
  const std::string_view path = shape.path;
  WriteOptions options;
  options.offsets = unit;
  std::string out;
  if (path == "x.jsonl") write_jsonl(lexicon, page, options, &out);
  if (path == "x.csv") {
    write_csv_header(options, &out);
    write_csv(lexicon, page, options, &out);
  }
  if (path == "d.txt.ann") write_brat(lexicon, page, options, &out);
  if (path == "x.jsonld") write_w3c(lexicon, {page}, options, &out);
  if (path == "x.iob2") write_iob2(lexicon, page, options, &out);
  return out;
}

// What the format keeps of the candidates.
std::string candidates_of(const Shape& shape, const PlainMention& mention) {
  if (!shape.undecided && mention.decision == Decision::kNone) return "";
  std::string out;
  for (const PlainCandidate& one : mention.candidates) {
    char probability[32] = "";
    if (shape.probabilities) {
      std::snprintf(probability, sizeof probability, " %.4f", one.probability);
    }
    out += one.entity + probability + "; ";
    if (!shape.all_candidates && mention.decision == Decision::kMatch) break;
  }
  return out;
}

std::string told(const Shape& shape, const PlainMention& mention) {
  return std::to_string(mention.start) + "-" + std::to_string(mention.end) +
         " " + mention.text + " = " + mention.entity + " " + mention.type +
         " " + std::string(decision_word(mention.decision)) + " " +
         candidates_of(shape, mention) + mention.doc;
}

void expect_back(const Shape& shape, const Lexicon& lexicon,
                 const Annotation& page, Offsets unit) {
  const std::string bytes = written_as(shape, lexicon, page, unit);
  auto read = read_mentions(shape.path, bytes, MentionFormat::kAuto);
  ASSERT_TRUE(read.ok()) << read.error().message;
  std::vector<PlainMention>& got = read->mentions;
  const Status settled =
      settle_mentions(page, read->offsets.value_or(unit), read->format, &got);
  ASSERT_TRUE(settled.ok()) << settled.error().message;
  const auto expected = plain_mentions(lexicon, page, {});
  ASSERT_EQ(got.size(), expected.size()) << shape.path;
  for (size_t i = 0; i < got.size(); ++i) {
    EXPECT_EQ(told(shape, got[i]), told(shape, expected[i])) << shape.path;
  }
}

TEST(ReadTest, EveryFormatGivesBackWhatWasWritten) {
  Annotation page = tests::sample();
  page.name = "d.txt";
  // IOB2 has no room for the name within a name.
  page.mentions.erase(page.mentions.begin() + 5);
  for (const Shape& shape : kShapes) {
    for (Offsets unit :
         {Offsets::kByte, Offsets::kCodepoint, Offsets::kUtf16}) {
      expect_back(shape, tests::small_lexicon(), page, unit);
    }
  }
}

TEST(ReadTest, EveryCorpusComesBackInEveryFormat) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  size_t mentions = 0;
  for (const auto& entry : fs::recursive_directory_iterator(
           std::string(KHITAI_SOURCE_DIR) + "/corpora")) {
    if (entry.path().extension() != ".txt") continue;
    auto page = annotate_document(lexicon, "d.txt",
                                  tests::read_file(entry.path().string()), {});
    ASSERT_TRUE(page.ok());
    mentions += page->mentions.size();
    for (const Shape& shape : kShapes) {
      expect_back(shape, lexicon, *page, Offsets::kUtf16);
      if (HasFailure()) FAIL() << entry.path();
    }
  }
  EXPECT_GT(mentions, 800u);
}

// Formats that have every mention of any bytes: names that nest and cross,
// line breaks at their ends.
TEST(ReadTest, AnyBytesComeBack) {
  std::mt19937 random(9);
  for (int round = 0; round < 300; ++round) {
    Annotation page = tests::random_annotation(&random);
    page.name = "d/" + page.name;
    for (Mention& mention : page.mentions) {
      mention.decision = static_cast<Decision>(random() % 3);
    }
    for (const Shape& shape : kShapes) {
      if (shape.path == std::string("d.txt.ann") ||
          shape.path == std::string("x.iob2")) {
        const std::string bytes =
            written_as(shape, tests::small_lexicon(), page, Offsets::kByte);
        auto read = read_mentions(shape.path, bytes, MentionFormat::kAuto);
        ASSERT_TRUE(read.ok()) << read.error().message;
        EXPECT_LE(read->mentions.size(), page.mentions.size());
        continue;
      }
      expect_back(shape, tests::small_lexicon(), page, Offsets::kByte);
    }
    if (HasFailure()) return;
  }
}

Annotation text_page(const std::string& text) {
  Annotation page;
  page.source = text;
  return page;
}

TEST(ReadTest, GoldIsReadInCodePoints) {
  for (const auto& entry : fs::recursive_directory_iterator(
           std::string(KHITAI_SOURCE_DIR) + "/corpora")) {
    const std::string path = entry.path().string();
    const size_t ending = path.find(".gold.jsonl");
    if (ending == std::string::npos) continue;
    auto gold =
        read_mentions(path, tests::read_file(path), MentionFormat::kAuto);
    ASSERT_TRUE(gold.ok()) << gold.error().message;
    ASSERT_TRUE(gold->offsets.has_value());
    EXPECT_EQ(*gold->offsets, Offsets::kCodepoint);
    const std::string text = tests::read_file(path.substr(0, ending) + ".txt");
    const Status settled = settle_mentions(text_page(text), Offsets::kCodepoint,
                                           gold->format, &gold->mentions);
    EXPECT_TRUE(settled.ok()) << settled.error().message;
  }
}

// What a file says, in short; or what is wrong.
std::string summary(const Result<PlainMentions>& read) {
  if (!read.ok()) return read.error().message;
  std::string out;
  for (const PlainMention& one : read->mentions) {
    if (!out.empty()) out += " / ";
    out += one.doc + " " + std::to_string(one.start) + "-" +
           std::to_string(one.end) + " " + one.text;
    if (!one.type.empty()) out += " [" + one.type + "]";
    out += " " + std::string(decision_word(one.decision));
    if (!one.entity.empty()) out += " " + one.entity;
    for (const std::string& alt : one.alt) out += "|" + alt;
    for (const PlainCandidate& candidate : one.candidates) {
      out += " ?" + candidate.entity;
    }
  }
  for (const std::string& doc : read->docs) {
    if (read->mentions.empty()) out += "(" + doc + ")";
  }
  return out;
}

TEST(ReadTest, Cases) {
  for (const tests::Case& row : tests::read_cases("read_mentions.tsv")) {
    const auto read =
        read_mentions(row["path"], row["bytes"], MentionFormat::kAuto);
    EXPECT_EQ(summary(read), row["read"]) << row.where;
    EXPECT_EQ(read.ok(), row["state"] == "ok") << row.where;
  }
}

TEST(ReadTest, DeepNestingIsAnError) {
  std::string deep(2000000, '[');
  EXPECT_FALSE(read_mentions("x.jsonld", deep, MentionFormat::kAuto).ok());
  deep = "{\"doc\":" + deep;
  EXPECT_FALSE(read_mentions("x.jsonl", deep, MentionFormat::kAuto).ok());
  std::string closed = std::string(300000, '[') + std::string(300000, ']');
  const auto read = read_mentions("x.jsonl", closed, MentionFormat::kAuto);
  ASSERT_FALSE(read.ok());
  EXPECT_LT(read.error().message.size(), 200u);
}

PlainMention quoted(size_t start, size_t end, const std::string& text) {
  PlainMention mention;
  mention.doc = "d";
  mention.where = "g:1";
  mention.start = start;
  mention.end = end;
  mention.text = text;
  return mention;
}

TEST(ReadTest, UnitsAreToldByTheQuotes) {
  const std::string text = "\xF0\x9F\x90\x8E \xC3\xBC Sanjar";
  EXPECT_EQ(unit_of(text_page(text), {quoted(4, 10, "Sanjar")}),
            Offsets::kCodepoint);
  EXPECT_EQ(unit_of(text_page(text), {quoted(5, 11, "Sanjar")}),
            Offsets::kUtf16);
  EXPECT_EQ(unit_of(text_page(text), {quoted(8, 14, "Sanjar")}),
            Offsets::kByte);
  EXPECT_EQ(unit_of(text_page(text), {quoted(6, 12, "Sanjar")}), std::nullopt);
  EXPECT_EQ(unit_of(text_page(text), {}), Offsets::kCodepoint);
}

TEST(ReadTest, BytesAreThoseTheDocumentWasDecodedFrom) {
  const std::string utf16("\xFF\xFE\xFC\0 \0L\0i\0a\0o\0", 14);
  auto page = annotate_document(tests::small_lexicon(), "d.txt", utf16, {});
  ASSERT_TRUE(page.ok()) << page.error().message;
  ASSERT_EQ(page->source, "\xC3\xBC Liao");
  std::vector<PlainMention> all = {quoted(6, 14, "Liao")};
  EXPECT_EQ(unit_of(*page, all), Offsets::kByte);
  const Status status =
      settle_mentions(*page, Offsets::kByte, MentionFormat::kJsonl, &all);
  ASSERT_TRUE(status.ok()) << status.error().message;
  EXPECT_EQ(all[0].start, 2u);
  EXPECT_EQ(all[0].end, 6u);
}

std::string settled(const std::string& text, PlainMention mention, Offsets unit,
                    MentionFormat format) {
  std::vector<PlainMention> all = {std::move(mention)};
  const Status status = settle_mentions(text_page(text), unit, format, &all);
  return status.ok() ? all[0].text : status.error().message;
}

TEST(ReadTest, MisplacedMentionsAreTold) {
  const auto strict = MentionFormat::kJsonl;
  const std::string text = "\xC3\xBC Sanjar\nhere";
  EXPECT_EQ(settled(text, quoted(2, 8, "Sanjar"), Offsets::kByte, strict),
            "g:1: ' Sanja' stands at 2-8 of d, expected 'Sanjar'; offsets are "
            "taken for bytes");
  EXPECT_EQ(settled(text, quoted(2, 99, "Sanjar"), Offsets::kCodepoint, strict),
            "g:1: '' stands at 2-99 of d, expected 'Sanjar'; offsets are taken "
            "for code points");
  EXPECT_EQ(settled(text, quoted(1, 8, "x"), Offsets::kByte, strict),
            "g:1: '' stands at 1-8 of d, expected 'x'; offsets are taken for "
            "bytes");
  // White space counts but where the format has lost it.
  EXPECT_NE(
      settled(text, quoted(2, 13, "Sanjar here"), Offsets::kCodepoint, strict),
      "Sanjar\nhere");
  EXPECT_EQ(settled(text, quoted(2, 13, "Sanjar here"), Offsets::kCodepoint,
                    MentionFormat::kBrat),
            "Sanjar\nhere");
  EXPECT_NE(settled(text, quoted(1, 8, "Sanjar"), Offsets::kCodepoint,
                    MentionFormat::kIob2),
            " Sanjar");
}

}  // namespace
}  // namespace khitai
