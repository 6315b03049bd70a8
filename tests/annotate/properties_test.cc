// SPDX-License-Identifier: Apache-2.0
//
// What holds of every annotation of any bytes.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "fold/fold.h"
#include "khitai/annotate.h"
#include "support/small_lexicon.h"
#include "text/utf8.h"

namespace khitai {
namespace {

using tests::example_lexicon;

// Names of the lexicon, what stands between names, and bytes by chance.
std::string random_text(std::mt19937* random) {
  static const std::vector<std::string> kBetween = {
      " ", " ", " ", "\n", "\n\n", ", ", ". ", "-", "'s ", "\xE2\x80\x99s ",
      "\r\n", "\t", " the ", " 1141 ", " in 1207 ", " Sultan ", " city of ",
      "dynasty ", "\xFF", "\xE8\xA5", "\xCC\x88", "\xE2\x80\x8B",
      "\xE2\x80\xAE", "\xEF\xBB\xBF", "x", "'", "(", "\xE3\x80\x82", "\xC2\xA0",
      // With the forms beside
      // them these make blocks.
      "", " River", "\xE9\x99\xBD", "\xE9\x99\x9D"};
  std::string text;
  const size_t count = (*random)() % 30;
  for (size_t i = 0; i < count; ++i) {
    const auto form =
        static_cast<uint32_t>((*random)() % example_lexicon().form_count());
    if ((*random)() % 2 == 0) text += example_lexicon().form(form).text;
    text += kBetween[(*random)() % kBetween.size()];
  }
  if ((*random)() % 4 == 0 && !text.empty()) {
    text[(*random)() % text.size()] = static_cast<char>((*random)());
  }
  return text;
}

// Whether begin..end is a run of whole code points.
bool is_whole(std::string_view text, size_t begin, size_t end) {
  const char* at = text.data() + begin;
  const char* stop = text.data() + end;
  while (at < stop) {
    const text::CodePoint point = text::decode(at, text.data() + text.size());
    if (!point.valid && at == text.data() + begin) return false;
    at += point.size;
  }
  return at == stop;
}

Annotation annotate(const std::string& text, bool overlaps) {
  AnnotateOptions options;
  options.overlaps = overlaps;
  return annotate_document(example_lexicon(), "t.txt", text, options).value();
}

void check_mention(const Annotation& page, const Mention& mention) {
  const std::string& source = page.source;
  ASSERT_LT(mention.begin, mention.end);
  ASSERT_LE(mention.end, source.size());
  ASSERT_TRUE(is_whole(source, mention.begin, mention.end)) << source;
  ASSERT_LE(mention.begin, mention.core_begin);
  ASSERT_LE(mention.core_begin, mention.core_end);
  ASSERT_LE(mention.core_end, mention.end);
  ASSERT_FALSE(mention.candidates.empty());
  ASSERT_NE(mention.decision, Decision::kNone);
  // What is quoted spells the form that is named.
  const std::string quote =
      source.substr(mention.begin, mention.end - mention.begin);
  for (const Candidate& one : mention.candidates) {
    ASSERT_EQ(fold::match_key(quote),
              fold::match_key(example_lexicon().form(one.form).text));
  }
}

TEST(AnnotatePropertiesTest, MentionsAreWholeInOrderAndApart) {
  std::mt19937 random(1124);
  size_t count = 0;
  for (int round = 0; round < 3000; ++round) {
    const Annotation page = annotate(random_text(&random), false);
    size_t last = 0;
    for (const Mention& mention : page.mentions) {
      check_mention(page, mention);
      ASSERT_GE(mention.begin, last) << page.source;
      last = mention.end;
      ++count;
    }
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(count, 5000u);
}

TEST(AnnotatePropertiesTest, OverlapsHoldAllThatTheLongestHold) {
  std::mt19937 random(1218);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(&random);
    const Annotation longest = annotate(text, false);
    const Annotation all = annotate(text, true);
    size_t at = 0;
    for (const Mention& mention : longest.mentions) {
      while (at < all.mentions.size() &&
             (all.mentions[at].begin != mention.begin ||
              all.mentions[at].end != mention.end)) {
        ++at;
      }
      ASSERT_LT(at, all.mentions.size()) << text;
    }
    for (size_t i = 1; i < all.mentions.size(); ++i) {
      const Mention& before = all.mentions[i - 1];
      const Mention& mention = all.mentions[i];
      check_mention(all, mention);
      ASSERT_TRUE(before.begin < mention.begin ||
                  (before.begin == mention.begin && before.end > mention.end))
          << text;
    }
    if (HasFatalFailure()) return;
  }
}

TEST(AnnotatePropertiesTest, TheSameTextHasTheSameMentions) {
  std::mt19937 random(1211);
  for (int round = 0; round < 500; ++round) {
    const std::string text = random_text(&random);
    const Annotation first = annotate(text, false);
    annotate(random_text(&random), true);
    const Annotation second = annotate(text, false);
    ASSERT_EQ(first.lang, second.lang);
    ASSERT_EQ(first.mentions.size(), second.mentions.size());
    for (size_t i = 0; i < first.mentions.size(); ++i) {
      const Mention& one = first.mentions[i];
      const Mention& other = second.mentions[i];
      ASSERT_EQ(one.begin, other.begin);
      ASSERT_EQ(one.candidates.size(), other.candidates.size());
      ASSERT_EQ(one.candidates[0].entity, other.candidates[0].entity);
      ASSERT_EQ(one.candidates[0].probability, other.candidates[0].probability);
    }
  }
}

TEST(AnnotatePropertiesTest, AnyBytesAreAText) {
  std::mt19937 random(1163);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 200, '\0');
    for (char& byte : text) byte = static_cast<char>(random());
    for (Input input : {Input::kText, Input::kMarkdown}) {
      AnnotateOptions options;
      options.input = input;
      const Annotation page =
          annotate_document(example_lexicon(), "t", text, options).value();
      EXPECT_EQ(page.source, text);
    }
  }
}

}  // namespace
}  // namespace khitai
