// SPDX-License-Identifier: Apache-2.0
//
// Texts longer than what is read at once: where they are cut does not show.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/blocks.h"
#include "khitai/annotate.h"
#include "support/repeat.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using annotate::block_end;
using annotate::kBlockSize;
using tests::example_lexicon;
using tests::id_of;
using tests::repeat;

constexpr size_t kLong = size_t{tests::kSanitized ? 3 : 10} << 20;

Annotation annotate(std::string text) {
  return annotate_document(example_lexicon(), "t.txt", std::move(text), {})
      .value();
}

std::string id_of(const Mention& mention) {
  return id_of(example_lexicon(), mention.candidates[0].entity);
}

TEST(LongTextTest, ContextIsReadOverTheWholeOfALongText) {
  const std::string gap = repeat("nothing is named in this line\n", 300000);
  const Annotation page = annotate("Sanjar fought in 1141.\n" + gap +
                                   "\nSanjar rose in 1207.\n" + gap);
  ASSERT_EQ(page.mentions.size(), 2u);
  EXPECT_EQ(id_of(page.mentions[0]), "ahmad-sanjar");
  EXPECT_EQ(id_of(page.mentions[1]), "sanjar-malik");
}

TEST(LongTextTest, CuesAreReadOverTheWholeOfALongText) {
  const std::string gap = repeat("nothing is named in this line\n", 300000);
  const Annotation page = annotate(gap + "\n\xE6\xBB\x85\xE9\x87\x91\n" + gap);
  ASSERT_EQ(page.mentions.size(), 1u);
  EXPECT_EQ(id_of(page.mentions[0]), "jin-dynasty");
}

TEST(LongTextTest, APartMeansTheWholeThatIsNamedWithinSomePages) {
  const std::string whole =
      "\xE8\x80\xB6\xE5\xBE\x8B"
      "\xE5\xA4\xA7\xE7\x9F\xB3";  // Yelu Dashi
  const std::string part = whole.substr(6);
  const std::string line = "nothing is named in this line\n";
  const auto count = [&](size_t size) {
    return annotate(whole + "\n" + repeat(line, size) + "\n" + part)
        .mentions.size();
  };
  EXPECT_EQ(count(5000), 2u);
  EXPECT_EQ(count(7000), 1u);
}

// A name at each place near a cut is found once and whole.
void check_cut(const std::string& piece, const std::string& name,
               const std::string& after) {
  for (size_t shift = 0; shift <= name.size() + 2; ++shift) {
    std::string text = repeat(piece, kBlockSize - shift);
    const size_t begin = text.size();
    text += name + after;
    const Annotation page = annotate(text);
    ASSERT_EQ(page.mentions.size(), 1u) << "shift " << shift;
    EXPECT_EQ(page.mentions[0].begin, begin) << "shift " << shift;
    EXPECT_EQ(page.mentions[0].end, begin + name.size()) << "shift " << shift;
  }
}

TEST(CutTest, ANameAcrossACutAtASpaceIsFoundOnce) {
  check_cut(". ", "Western Liao Renzong", " .");
}

TEST(CutTest, ANameAcrossACutAtALineEndIsFoundOnce) {
  check_cut("..\n", "Western\nLiao\nRenzong", "\n.");
}

TEST(CutTest, ANameAcrossACutBetweenCharactersIsFoundOnce) {
  check_cut("\xE3\x80\x82", "\xE8\x80\xB6\xE5\xBE\x8B\xE5\xA4\xA7\xE7\x9F\xB3",
            "\xE3\x80\x82");
}

TEST(CutTest, BlankLinesAreCutAtFirst) {
  check_cut(".\n\n", "Qara Khitai", "\n\n.");
}

TEST(CutTest, NamesOnBothSidesOfACutAreFound) {
  const std::string line = "Sanjar Balasagun Samarqand Bukhara\n";
  const std::string text = repeat(line, line.size() * 60000);
  ASSERT_GT(text.size(), kBlockSize);
  const Annotation page = annotate(text);
  EXPECT_EQ(page.mentions.size(), 4u * 60000);
}

TEST(CutTest, OverlappingMentionsAcrossACutAreFoundOnce) {
  AnnotateOptions options;
  options.overlaps = true;
  const std::string name = "Western Liao Renzong";
  for (size_t shift = 0; shift <= name.size() + 2; ++shift) {
    const std::string text = repeat(". ", kBlockSize - shift) + name + " .";
    const Annotation page =
        annotate_document(example_lexicon(), "t.txt", text, options).value();
    EXPECT_EQ(page.mentions.size(), 3u) << "shift " << shift;
  }
}

TEST(BlockEndTest, IsThatOfTheTextWhenItIsShort) {
  EXPECT_EQ(block_end("abc", 0), 3u);
  EXPECT_EQ(block_end("abc", 2), 3u);
  EXPECT_EQ(block_end(repeat("a", kBlockSize), 0), kBlockSize);
}

TEST(BlockEndTest, IsBehindABlankLineElseALineElseASpace) {
  const auto cut = [](const std::string& mark) {
    std::string text = repeat("a", 2 * kBlockSize);
    text.replace(kBlockSize - 100, mark.size(), mark);
    return block_end(text, 0) - (kBlockSize - 100);
  };
  EXPECT_EQ(cut("\n\nb c\n"), 2u);
  EXPECT_EQ(cut("\nb c"), 1u);
  EXPECT_EQ(cut("b c"), 2u);
  EXPECT_EQ(cut("aaa"), 100u);
}

TEST(BlockEndTest, IsNeverWithinACharacter) {
  for (const char* character :
       {"\xC3\xA4", "\xE8\xA5\xBF", "\xF0\xA0\x80\x80"}) {
    const std::string_view piece = character;
    for (size_t shift = 0; shift < piece.size(); ++shift) {
      const std::string text =
          std::string(shift, 'a') + repeat(piece, 2 * kBlockSize);
      const size_t end = block_end(text, 0);
      EXPECT_EQ((end - shift) % piece.size(), 0u);
      EXPECT_LE(end, kBlockSize);
      EXPECT_GT(end, kBlockSize - 4);
    }
  }
}

TEST(BlockEndTest, GoesOnInBytesThatAreNoText) {
  const std::string text = repeat("\x80", 3 * kBlockSize);
  size_t begin = 0;
  int blocks = 0;
  for (; begin < text.size(); ++blocks) {
    const size_t end = block_end(text, begin);
    ASSERT_GT(end, begin);
    begin = end;
  }
  EXPECT_LE(blocks, 4);
}

// The same text alone and behind much that names nothing.
TEST(PaddingTest, WhatStandsFarBeforeChangesNothing) {
  const std::string text =
      "The Jin dynasty fell in 1234. Sanjar met Yel\xC3\xBC Dashi in 1141; "
      "Mahmud of Samarqand fled, and Chin was far. Sanjar's men, "
      "Khitans, and the city of Nasa.";
  const Annotation plain = annotate(text);
  ASSERT_GT(plain.mentions.size(), 6u);
  for (size_t size : {size_t{1} << 16, kBlockSize, 2 * kBlockSize + 12345}) {
    const std::string padding = repeat("... \n", size) + "\n\n";
    const Annotation padded = annotate(padding + text);
    ASSERT_EQ(padded.mentions.size(), plain.mentions.size()) << size;
    for (size_t i = 0; i < plain.mentions.size(); ++i) {
      const Mention& one = plain.mentions[i];
      const Mention& other = padded.mentions[i];
      EXPECT_EQ(other.begin, one.begin + padding.size());
      EXPECT_EQ(other.end, one.end + padding.size());
      EXPECT_EQ(other.decision, one.decision);
      ASSERT_EQ(other.candidates.size(), one.candidates.size());
      EXPECT_EQ(other.candidates[0].entity, one.candidates[0].entity);
      EXPECT_EQ(other.candidates[0].probability, one.candidates[0].probability);
    }
  }
}

// Peak memory of the process, in bytes.
size_t peak() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<size_t>(usage.ru_maxrss) << 10;
}

// A long text without a line end is read in time and memory that grow with
// it and no faster.
void check_long(std::string_view piece, size_t names_in_piece) {
  std::string text = repeat(piece, kLong / piece.size() * piece.size());
  const size_t pieces = text.size() / piece.size();
  [[maybe_unused]] const size_t before = peak();
  const Annotation page = annotate(std::move(text));
  EXPECT_EQ(page.mentions.size(), names_in_piece * pieces);
  EXPECT_EQ(page.source.size(), pieces * piece.size());
  if (tests::kSanitized) return;
  // The mentions with their reasons are the answer, and take room themselves.
  const size_t answer = page.mentions.size() * 4096;
  EXPECT_LT(peak() - before, 6 * kLong + answer);
}

TEST(NoNewlineTest, ALongLineOfWords) {
  check_long("words and words without any name in all of this text ", 0);
}

TEST(NoNewlineTest, ALongLineWithNames) {
  std::string piece = repeat("words and words ", 2000);
  check_long(piece + "Balasagun and words ", 1);
}

TEST(NoNewlineTest, ALongWord) { check_long("abcdefghij", 0); }

TEST(NoNewlineTest, ALongRunOfCharacters) {
  check_long("\xE5\xBE\x8C\xE4\xBE\x86\xE4\xB8\x96\xE4\xBA\xBA", 0);
}

TEST(NoNewlineTest, LongRunsOfMarksAndOfBrokenBytes) {
  check_long("\xCC\x81", 0);
  check_long("\xFF", 0);
  check_long("'", 0);
  check_long("a'", 0);
}

}  // namespace
}  // namespace khitai
