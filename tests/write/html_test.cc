// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <map>
#include <random>

#include "support/cases.h"
#include "text/utf8.h"
#include "write/fixture.h"

namespace khitai {
namespace {

using tests::sample;
using tests::small_lexicon;

std::string page_of(const std::vector<Annotation>& annotations,
                    const WriteOptions& options = {}) {
  std::string out;
  write_html(small_lexicon(), annotations, options, &out);
  return out;
}

// What stands between two strings, both left out.
std::string between(const std::string& text, const std::string& from,
                    const std::string& to) {
  const size_t begin = text.find(from);
  if (begin == std::string::npos) return {};
  const size_t at = begin + from.size();
  return text.substr(at, text.find(to, at) - at);
}

std::string data_of(const std::string& page) {
  return between(page, "id=\"khitai-data\">", "</script>");
}

// Text of HTML without its tags, character references resolved. Fails when a
// tag is not closed in its place.
class Reader {
 public:
  std::string read(const std::string& html) {
    for (size_t at = 0; at < html.size();) {
      if (html[at] == '<') {
        const size_t end = html.find('>', at);
        tag(html.substr(at + 1, end - at - 1));
        at = end + 1;
      } else if (html[at] == '&') {
        const size_t end = html.find(';', at);
        text_ += reference(html.substr(at, end + 1 - at));
        at = end + 1;
      } else {
        text_ += html[at++];
      }
    }
    EXPECT_TRUE(open_.empty());
    return text_;
  }

 private:
  void tag(const std::string& tag) {
    if (tag[0] != '/') {
      open_.push_back(tag.substr(0, tag.find(' ')));
      return;
    }
    ASSERT_FALSE(open_.empty());
    EXPECT_EQ(open_.back(), tag.substr(1));
    open_.pop_back();
  }
  static std::string reference(const std::string& name) {
    static const std::map<std::string, std::string> kNames = {
        {"&amp;", "&"},   {"&lt;", "<"},  {"&gt;", ">"},
        {"&quot;", "\""}, {"&#39;", "'"},
    };
    const auto found = kNames.find(name);
    EXPECT_NE(found, kNames.end()) << name;
    return found == kNames.end() ? "" : found->second;
  }

  std::vector<std::string> open_;
  std::string text_;
};

// The body with its paragraphs, as a reader sees them.
std::string body_text(const std::string& page) {
  const std::string body = between(page, "<div class=\"body\"", "</div>");
  std::string html = body.substr(body.find('>') + 1);
  return Reader().read(html);
}

// The same from the source: blank lines part paragraphs.
std::string naive_body(const std::string& source) {
  std::string text = "\n";
  std::string paragraph;
  const auto finish = [&] {
    if (!paragraph.empty()) text += paragraph + "\n";
    paragraph.clear();
  };
  for (size_t at = 0; at <= source.size();) {
    const size_t end = std::min(source.find('\n', at), source.size());
    const std::string line = source.substr(at, end - at);
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      finish();
    } else {
      paragraph += (paragraph.empty() ? "" : "\n") + line;
    }
    at = end + 1;
  }
  finish();
  for (char& c : text) {
    if (c == '\x01') c = '\xFF';  // a control shows as U+FFFD
  }
  return tests::naive_clean(text);
}

TEST(HtmlTest, ASampleInFourScripts) {
  const std::string page = page_of({sample()});
  tests::expect_golden("write_sample.html",
                       between(page, "<body>\n", "<footer"));
}

TEST(HtmlTest, NothingIsFetched) {
  const std::string page = page_of({sample()});
  for (const char* word : {"http:", "https:", "src=", "@import", "url("}) {
    EXPECT_EQ(page.find(word), std::string::npos) << word;
  }
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

TEST(HtmlTest, TheTextIsAllThereAndInOrder) {
  EXPECT_EQ(body_text(page_of({sample()})), naive_body(sample().source));
  std::mt19937 random(11);
  for (int round = 0; round < 1500; ++round) {
    const Annotation annotation = tests::random_annotation(&random);
    EXPECT_EQ(body_text(page_of({annotation})), naive_body(annotation.source));
  }
}

TEST(HtmlTest, ThePageIsValidUtf8WithoutControls) {
  std::mt19937 random(12);
  for (int round = 0; round < 200; ++round) {
    const std::string page = page_of({tests::random_annotation(&random)});
    for (size_t at = 0; at < page.size();) {
      const text::CodePoint next =
          text::decode(page.data() + at, page.data() + page.size());
      ASSERT_TRUE(next.valid);
      ASSERT_TRUE(next.code >= 0x20 || next.code == '\n');
      at += next.size;
    }
  }
}

TEST(HtmlTest, DataCannotEndItsElement) {
  Annotation annotation = sample();
  annotation.name = "</title><script>alert(1)</script>";
  annotation.mentions[0].candidates[0].features = {
      {"test", 1, "</script><b>&\""}};
  const std::string page = page_of({annotation});
  EXPECT_EQ(page.find("alert(1)</script>"), std::string::npos);
  EXPECT_EQ(data_of(page).find('<'), std::string::npos);
  rapidjson::Document data;
  data.Parse(data_of(page).c_str());
  ASSERT_FALSE(data.HasParseError());
  EXPECT_STREQ(data["words"][0].GetString(), "</script><b>&\"");
}

TEST(HtmlTest, MentionsThatSayTheSameShareARecord) {
  Annotation twice = sample();
  const size_t size = twice.source.size();
  const std::vector<Mention> mentions = twice.mentions;
  twice.source += twice.source;
  for (Mention mention : mentions) {
    mention.begin += size;
    mention.end += size;
    twice.mentions.push_back(mention);
  }
  EXPECT_EQ(data_of(page_of({twice})), data_of(page_of({sample()})));
}

TEST(HtmlTest, DocumentsHaveContentsWhenThereAreSeveral) {
  EXPECT_EQ(page_of({sample()}).find("href=\"#d1\""), std::string::npos);
  const std::string two = page_of({sample(), sample()});
  EXPECT_NE(two.find("href=\"#d2\""), std::string::npos);
  EXPECT_NE(two.find("<article id=\"d2\""), std::string::npos);
  EXPECT_NE(page_of({}).find("No names were found"), std::string::npos);
}

TEST(HtmlTest, LabelsInTheLanguageAskedFor) {
  WriteOptions options;
  options.lang = "ru";
  rapidjson::Document data;
  data.Parse(data_of(page_of({sample()}, options)).c_str());
  bool found = false;
  for (const auto& entity : data["entities"].GetArray()) {
    if (std::string(entity["id"].GetString()) != "qara-khitai") continue;
    found = true;
    EXPECT_EQ(std::string(entity["label"].GetString()).substr(0, 2), "\u041A");
  }
  EXPECT_TRUE(found);
}

TEST(HtmlTest, WhatReadersDecidedIsInThePage) {
  Annotation annotation = sample();
  annotation.mentions[0].reviewed = true;
  Mention rejected = annotation.mentions[1];
  rejected.reviewed = true;
  annotation.mentions.erase(annotation.mentions.begin() + 1);
  annotation.rejected = {rejected};
  const std::string page = page_of({annotation});
  EXPECT_EQ(body_text(page), naive_body(annotation.source));
  // No button, no title and no place in the list: text, but for a review.
  EXPECT_NE(page.find(" rejected\" data-m=\"1\">Liao</mark>"),
            std::string::npos);
  rapidjson::Document data;
  data.Parse(data_of(page).c_str());
  ASSERT_FALSE(data.HasParseError());
  EXPECT_EQ(data["records"][0][2].GetInt(), 1);
  EXPECT_EQ(data["records"][1][2].GetInt(), 2);
  EXPECT_EQ(data["records"][2].Size(), 2u);
  EXPECT_EQ(data["lexicon"].GetString(), small_lexicon().hash());
}

TEST(HtmlTest, RejectedNamesNestAndCrossLikeOthers) {
  std::mt19937 random(13);
  for (int round = 0; round < 500; ++round) {
    Annotation annotation = tests::random_annotation(&random);
    std::vector<Mention> kept;
    for (Mention& one : annotation.mentions) {
      (random() % 2 == 0 ? kept : annotation.rejected).push_back(one);
    }
    annotation.mentions = std::move(kept);
    EXPECT_EQ(body_text(page_of({annotation})), naive_body(annotation.source));
  }
}

TEST(HtmlTest, MarkdownHeadingsLookLikeHeadings) {
  Annotation annotation;
  annotation.name = "notes.md";
  annotation.source = "Text first.\n\n## Then a heading\n\n#not one\n";
  const std::string page = page_of({annotation});
  EXPECT_NE(page.find("class=\"h h2\">## Then a heading"), std::string::npos);
  EXPECT_NE(page.find("<p dir=\"auto\">#not one"), std::string::npos);
}

}  // namespace
}  // namespace khitai
