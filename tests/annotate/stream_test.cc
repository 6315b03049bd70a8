// SPDX-License-Identifier: Apache-2.0
//
// A text that is annotated piece by piece, and a document that is annotated on
// several threads, come to what one thread makes of the whole.

#include "khitai/stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/blocks.h"
#include "khitai/annotate.h"
#include "support/repeat.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"
#include "text/utf8.h"

namespace khitai {
namespace {

using annotate::kBlockSize;
using tests::example_lexicon;
using tests::kSanitized;
using tests::repeat;

// Bytes of a text that is cut; a sanitizer makes them twenty times as slow.
constexpr size_t kSeveralBlocks =
    kSanitized ? 9 * kBlockSize / 8 : 5 * kBlockSize / 2;

// What a mention says, its place in the whole text.
struct Said {
  size_t begin, end, core_begin, core_end;
  Decision decision;
  uint32_t entity;
  double probability;
  bool operator==(const Said&) const = default;
};

void add_said(const Annotation& annotation, std::vector<Said>* said) {
  const size_t from = annotation.offset.bytes;
  for (const Mention& one : annotation.mentions) {
    const Candidate& top = one.candidates.front();
    said->push_back({from + one.begin, from + one.end, from + one.core_begin,
                     from + one.core_end, one.decision, top.entity,
                     top.probability});
  }
}

std::vector<Said> of_whole(const std::string& text,
                           const AnnotateOptions& options) {
  std::vector<Said> said;
  add_said(annotate_document(example_lexicon(), "t.txt", text, options).value(),
           &said);
  return said;
}

// Gives so many bytes at a time.
TextStream::Read reader_of(std::string_view text, size_t most) {
  return [text, most, done = size_t{0}](char* into,
                                        size_t room) mutable -> Result<size_t> {
    const size_t size = text.copy(into, std::min(room, most), done);
    done += size;
    return size;
  };
}

std::vector<Said> of_pieces(const std::string& text, size_t most,
                            const AnnotateOptions& options) {
  std::vector<Said> said;
  TextStream stream(example_lexicon(), "t.txt", options, reader_of(text, most));
  // As far ahead as threads would be.
  std::vector<TextStream::Annotated> ahead;
  size_t sizes = 0;
  bool ended = false;
  for (;;) {
    auto piece = stream.next();
    EXPECT_TRUE(piece.ok());
    if (!piece->has_value()) break;
    EXPECT_FALSE(ended);
    EXPECT_EQ((*piece)->offset.bytes, sizes);
    sizes += (*piece)->size;
    ended = (*piece)->is_last;
    ahead.push_back(stream.annotate(std::move(**piece)));
  }
  EXPECT_TRUE(ended);
  EXPECT_EQ(sizes, text.size());
  for (TextStream::Annotated& one : ahead) {
    stream.settle(&one);
    add_said(one.annotation, &said);
  }
  return said;
}

const std::string& prose() {
  static const std::string text = repeat(
      "In 1141 Sanjar, Sultan of the Seljuks, lost a battle against the "
      "Qara Khitai of Yelu Dashi near Samarqand. \xE8\xA5\xBF\xE9\x81\xBC"
      "\xE5\xBE\xB7\xE5\xAE\x97, Balasagun's lord; Western Liao Ren\xC2"
      "\xAD\nzong's Bukhara.\n",
      kSeveralBlocks);
  return text;
}

TEST(StreamTest, PiecesComeToWhatTheWholeDoes) {
  const AnnotateOptions options;
  const std::vector<Said> whole = of_whole(prose(), options);
  ASSERT_GT(whole.size(), kSeveralBlocks / 60);
  EXPECT_TRUE(of_pieces(prose(), SIZE_MAX, options) == whole);
  EXPECT_TRUE(of_pieces(prose(), 7777, options) == whole);
}

TEST(StreamTest, ATextWithoutEndsOfLinesIsCutWithinWords) {
  const AnnotateOptions options;
  std::string row = "\xE8\xA5\xBF\xE9\x81\xBC\xE5\xBE\xB7\xE5\xAE\x97";
  for (int i = 0; i < (kSanitized ? 97 : 0); ++i) row += "\xE4\xB9\x8B";
  const std::string text = repeat(row, kSeveralBlocks);
  EXPECT_TRUE(of_pieces(text, 65536, options) == of_whole(text, options));
}

// Wherever the cut falls in a name, with and without what is within it.
TEST(StreamTest, ANameOverACutIsTheFirstPieces) {
  const std::string name = "Western Liao Renzong";
  for (const bool overlaps : {false, true}) {
    AnnotateOptions options;
    options.overlaps = overlaps;
    for (size_t shift = 0; shift <= name.size() + 2; shift += 1) {
      const std::string text = repeat(". ", kBlockSize - shift) + name + " .";
      const std::vector<Said> found = of_pieces(text, SIZE_MAX, options);
      EXPECT_EQ(found.size(), overlaps ? 3u : 1u) << "shift " << shift;
      EXPECT_TRUE(found == of_whole(text, options)) << "shift " << shift;
    }
  }
}

TEST(StreamTest, AnEmptyTextIsOnePiece) {
  TextStream stream(example_lexicon(), "-", {}, reader_of("", 1));
  const auto piece = stream.next();
  ASSERT_TRUE(piece.ok() && piece->has_value());
  EXPECT_TRUE((*piece)->is_last);
  EXPECT_EQ((*piece)->size, 0u);
  EXPECT_FALSE(stream.next().value().has_value());
}

TEST(StreamTest, OffsetsCountCharactersOfTheWholeText) {
  const std::string text = repeat("\xF0\xA0\x80\x80 \xC3\xA4 \xFF\n", 2500000);
  TextStream stream(example_lexicon(), "-", {}, reader_of(text, SIZE_MAX));
  TextOffset expected;
  for (auto piece = stream.next().value(); piece; piece = *stream.next()) {
    EXPECT_EQ(piece->offset.bytes, expected.bytes);
    EXPECT_EQ(piece->offset.code_points, expected.code_points);
    EXPECT_EQ(piece->offset.utf16_units, expected.utf16_units);
    const std::string_view own =
        std::string_view(piece->bytes).substr(0, piece->size);
    for (const std::string_view one : text::code_points_of(own)) {
      expected.bytes += one.size();
      ++expected.code_points;
      expected.utf16_units += one.size() == 4 ? 2 : 1;
    }
  }
  EXPECT_EQ(expected.bytes, text.size());
}

TEST(StreamTest, AnErrorEndsTheText) {
  size_t calls = 0;
  TextStream stream(example_lexicon(), "-", {},
                    [&](char* into, size_t room) -> Result<size_t> {
                      if (++calls > 2) return Error{"-: the line is dead"};
                      std::fill(into, into + room / 2, ' ');
                      return room / 2;
                    });
  const auto piece = stream.next();
  ASSERT_FALSE(piece.ok());
  EXPECT_EQ(piece.error().message, "-: the line is dead");
  EXPECT_FALSE(stream.next().value().has_value());
}

TEST(StreamTest, OnlyPlainTextsInUtf8AreRead) {
  const auto can = [](std::string_view name, std::string_view begin) {
    return TextStream::can_read(name, begin, {});
  };
  EXPECT_TRUE(can("-", "Sanjar"));
  EXPECT_TRUE(can("a.txt", ""));
  EXPECT_TRUE(can("a.txt",
                  "\xEF\xBB\xBF"
                  "Sanjar"));
  EXPECT_FALSE(can("a.txt", "\xFF\xFES\0"));
  EXPECT_FALSE(can("a.txt", "\x1F\x8B\x08"));
  EXPECT_FALSE(can("a.txt.gz", "Sanjar"));
  EXPECT_FALSE(can("a.txt", "%PDF-1.4"));
  EXPECT_FALSE(can("a.html", "<p>Sanjar"));
  EXPECT_FALSE(can("a.jsonl", "{}"));
  AnnotateOptions options;
  options.encoding = "windows-1251";
  EXPECT_FALSE(TextStream::can_read("a.txt", "Sanjar", options));
  options = {};
  options.input = Input::kTei;
  EXPECT_FALSE(TextStream::can_read("-", "Sanjar", options));
}

TEST(JobsTest, ADocumentIsTheSameForAnyNumberOfThreads) {
  AnnotateOptions options;
  const std::vector<Said> one = of_whole(prose(), options);
  for (const unsigned jobs : {5u, 2u, 0u}) {
    options.jobs = jobs;
    EXPECT_TRUE(of_whole(prose(), options) == one) << jobs << " jobs";
    if (kSanitized) break;
  }
}

TEST(JobsTest, RecordsAreTheSameForAnyNumberOfThreads) {
  std::string table = "id\ttext\n";
  for (int i = 0; i < 20000; ++i) {
    table += std::to_string(i) + "\tSanjar of Samarqand in " +
             std::to_string(1100 + i % 120) + "\n";
  }
  AnnotateOptions options;
  options.input = Input::kTsv;
  options.field = "text";
  const std::vector<Said> one = of_whole(table, options);
  ASSERT_GE(one.size(), 20000u);
  options.jobs = 3;
  EXPECT_TRUE(of_whole(table, options) == one);
}

TEST(JobsTest, ANameOverACutIsTheFirstBlocks) {
  AnnotateOptions options;
  const std::string name = "Western Liao Renzong";
  for (size_t shift = 0; shift <= name.size() + 2; shift += 5) {
    const std::string text = repeat(". ", kBlockSize - shift) + name + " .";
    options.jobs = 1;
    const std::vector<Said> one = of_whole(text, options);
    options.jobs = 2;
    EXPECT_TRUE(of_whole(text, options) == one) << "shift " << shift;
  }
}

}  // namespace
}  // namespace khitai
