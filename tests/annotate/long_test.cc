// SPDX-License-Identifier: Apache-2.0
//
// Texts longer than what is read at once.

#include <gtest/gtest.h>

#include <string>

#include "annotate/blocks.h"
#include "khitai/annotate.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::example_lexicon;
using tests::id_of;

Annotation annotate(std::string text) {
  return annotate_document(example_lexicon(), "t.txt", std::move(text), {});
}

// Text without a name.
std::string filler(size_t size) {
  std::string text;
  while (text.size() < size) text += "nothing is named in this line of text\n";
  return text;
}

TEST(LongTextTest, ContextIsReadOverTheWholeOfALongText) {
  const std::string text = "Sanjar fought in 1141.\n" + filler(300000) +
                           "Sanjar rose in 1207.\n" + filler(300000);
  const Annotation annotation = annotate(text);
  ASSERT_EQ(annotation.mentions.size(), 2u);
  const uint32_t first = annotation.mentions[0].candidates[0].entity;
  const uint32_t second = annotation.mentions[1].candidates[0].entity;
  EXPECT_EQ(id_of(example_lexicon(), first), "ahmad-sanjar");
  EXPECT_EQ(id_of(example_lexicon(), second), "sanjar-malik");
  EXPECT_EQ(annotation.lang, "en");
}

}  // namespace
}  // namespace khitai
