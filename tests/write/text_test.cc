// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "write/fixture.h"

namespace khitai {
namespace {

using tests::sample;
using tests::small_lexicon;

std::string text_of(const WriteOptions& options) {
  std::string out;
  write_text(small_lexicon(), sample(), options, &out);
  return out;
}

TEST(TextTest, MarkedWithoutColour) {
  tests::expect_golden("write_sample.txt", text_of({}));
}

TEST(TextTest, ColouredAndWrapped) {
  WriteOptions options;
  options.color = true;
  options.width = 60;
  tests::expect_golden("write_sample_color.txt", text_of(options));
}

TEST(TextTest, Explained) {
  WriteOptions options;
  options.explain = true;
  options.width = 80;
  tests::expect_golden("write_sample_explain.txt", text_of(options));
}

ResolvedQuery sanjar() {
  ResolvedQuery query;
  query.number = 7;
  query.query.name = "San\tjar";
  query.resolution.decision = Decision::kAmbiguous;
  Candidate sultan = tests::candidate_of("sanjar", "Sanjar", 0.55);
  sultan.features = {{"a", 1, "same spelling"}, {"b", 1, "a sultan"}};
  query.resolution.candidates = {
      sultan, tests::candidate_of("sanjar-bukhara", "Sanjar", 0.4)};
  query.extra = {"row 1", "b\nc"};
  return query;
}

ResolvedQuery nobody() {
  ResolvedQuery query;
  query.number = 8;
  query.query.name = "Nobody";
  query.extra = {"", "x"};
  return query;
}

TEST(ResolveTest, Tsv) {
  std::string out;
  write_resolve_header({"note", "my\tcolumn"}, &out);
  write_resolve_tsv(small_lexicon(), sanjar(), {}, &out);
  write_resolve_tsv(small_lexicon(), nobody(), {}, &out);
  EXPECT_EQ(out,
            "query_no\tquery\trank\tentity\ttype\tlabel\tform\tprobability\t"
            "decision\twhy\tnote\tmy column\n"
            "7\tSan jar\t1\tsanjar\tperson\tSanjar\tSanjar\t0.55\tambiguous\t"
            "same spelling; a sultan\trow 1\tb c\n"
            "7\tSan jar\t2\tsanjar-bukhara\tperson\tSanjar of Bukhara\tSanjar\t"
            "0.4\tambiguous\t\trow 1\tb c\n"
            "8\tNobody\t0\t\t\t\t\t\tnone\t\t\tx\n");
}

TEST(ResolveTest, TsvShowsAsManyAsAskedFor) {
  WriteOptions options;
  options.limit = 1;
  std::string out;
  write_resolve_tsv(small_lexicon(), sanjar(), options, &out);
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 1);
}

TEST(ResolveTest, Json) {
  std::string out;
  write_resolve_json(small_lexicon(), sanjar(), {}, &out);
  write_resolve_json(small_lexicon(), nobody(), {}, &out);
  tests::expect_golden("write_resolve.jsonl", out);
}

TEST(ResolveTest, Text) {
  WriteOptions options;
  options.explain = true;
  options.limit = 1;
  std::string out;
  write_resolve_text(small_lexicon(), sanjar(), options, &out);
  write_resolve_text(small_lexicon(), nobody(), {}, &out);
  tests::expect_golden("write_resolve.txt", out);
}

std::string card(const WriteOptions& options, std::string_view entity,
                 bool json) {
  std::string out;
  const uint32_t number = tests::entity_of(entity);
  (json ? write_card_json : write_card_text)(small_lexicon(), number, options,
                                             &out);
  return out;
}

TEST(CardTest, Text) {
  WriteOptions options;
  options.width = 80;
  tests::expect_golden("write_card.txt", card(options, "qara-khitai", false));
  tests::expect_golden("write_card_khitan.txt", card(options, "khitan", false));
  options.explain = true;
  tests::expect_golden("write_card_sanjar.txt", card(options, "sanjar", false));
}

TEST(CardTest, Json) {
  tests::expect_golden("write_card.json", card({}, "qara-khitai", true));
}

TEST(CardTest, AnEntityThatIsNotThere) {
  std::string out;
  write_card_text(small_lexicon(), kNoRow, {}, &out);
  write_card_json(small_lexicon(), 12345, {}, &out);
  EXPECT_NE(out, "");
}

TEST(KeysTest, TsvAndJson) {
  std::string out;
  write_keys_header(&out);
  write_keys_tsv(small_lexicon(), "Qar\u0101\tKHIT\u0100Y", "", &out);
  write_keys_json(small_lexicon(), "Qar\u0101 KHIT\u0100Y", "", &out);
  EXPECT_EQ(out,
            "form\tL0\tL1\tL2\tL3\n"
            "Qar\u0101 KHIT\u0100Y\tqar\u0101 khit\u0101y\tqara khitay\t"
            "x:qara khitay\t\n"
            "{\"form\":\"Qar\u0101 KHIT\u0100Y\","
            "\"L0\":\"qar\u0101 khit\u0101y\",\"L1\":\"qara khitay\","
            "\"L2\":[\"x:qara khitay\"],\"L3\":[]}\n");
}

}  // namespace
}  // namespace khitai
