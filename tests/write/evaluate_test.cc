// SPDX-License-Identifier: Apache-2.0
//
// Figures of an evaluation on tables small enough to count by hand.

#include "write/evaluate.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <random>

#include "support/cases.h"

namespace khitai::write {
namespace {

std::vector<std::string> words_of(const std::string& text, char by) {
  std::vector<std::string> words(1);
  for (char c : text) {
    if (c == by) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.size() == 1 && words[0].empty()) words.clear();
  return words;
}

// "0-3=liao|jin" gold with alternatives; "0-3=" unlisted; "0-3?liao" not
// decided; "0-3" nothing but a span.
PlainMention mention_of(const std::string& text, bool gold) {
  PlainMention mention;
  const size_t dash = text.find('-');
  const size_t mark = std::min(text.find_first_of("=?"), text.size());
  mention.start = std::stoul(text.substr(0, dash));
  mention.end = std::stoul(text.substr(dash + 1, mark - dash - 1));
  mention.text = text.substr(0, mark);
  mention.type = "place";
  const auto ids =
      words_of(mark < text.size() ? text.substr(mark + 1) : "", '|');
  if (ids.empty()) return mention;
  const bool decided = text[mark] == '=';
  mention.decision = decided ? Decision::kMatch : Decision::kAmbiguous;
  if (decided) mention.entity = ids[0];
  if (gold) {
    mention.alt.assign(ids.begin() + 1, ids.end());
  } else {
    for (const std::string& id : ids) mention.candidates.push_back({id, 0.75});
  }
  return mention;
}

EvalDocument document_of(const std::string& gold, const std::string& found,
                         const std::string& traps) {
  EvalDocument document;
  document.name = "d.txt";
  document.lang = "en";
  for (const std::string& one : words_of(gold, ' ')) {
    document.gold.push_back(mention_of(one, true));
  }
  for (const std::string& one : words_of(found, ' ')) {
    document.found.push_back(mention_of(one, false));
  }
  for (const std::string& one : words_of(traps, ' ')) {
    document.traps.push_back({mention_of(one, true), "a trap"});
  }
  return document;
}

std::string counts_of(const Score& score) {
  std::string out;
  const std::pair<const char*, size_t> counts[] = {
      {"gold", score.gold},         {"unlisted", score.unlisted},
      {"found", score.found},       {"extra", score.extra},
      {"right", score.right},       {"decided", score.decided},
      {"wrong", score.wrong},       {"touched", score.touched},
      {"named", score.named},       {"counted", score.counted},
      {"touching", score.touching}, {"naming", score.naming},
      {"traps", score.traps},       {"trapped", score.trapped}};
  for (const auto& [name, count] : counts) {
    if (count == 0) continue;
    if (!out.empty()) out += ' ';
    out += std::string(name) + "=" + std::to_string(count);
  }
  return out;
}

std::string faults_of(const Evaluation& evaluation) {
  std::string out;
  for (const Finding& finding : evaluation.findings) {
    if (!out.empty()) out += "; ";
    out += std::string(fault_word(finding.fault)) + " " + finding.place.text;
    if (!finding.got.empty()) out += " " + finding.got;
  }
  return out;
}

TEST(EvaluateTest, Cases) {
  for (const tests::Case& row : tests::read_cases("evaluate.tsv")) {
    Evaluation evaluation;
    evaluation.add(document_of(row["gold"], row["found"], row["traps"]));
    EXPECT_EQ(counts_of(evaluation.all), row["counts"]) << row.where;
    EXPECT_EQ(faults_of(evaluation), row["faults"]) << row.where;
  }
}

TEST(EvaluateTest, MeasuresOfCountsByHand) {
  Score score;
  score.gold = 10;
  score.found = 6;
  score.extra = 2;
  score.right = 4;
  score.counted = 8;
  score.touching = 7;
  score.touched = 8;
  score.naming = 4;
  score.named = 5;
  EXPECT_DOUBLE_EQ(span_measure(score).precision, 0.75);
  EXPECT_DOUBLE_EQ(span_measure(score).recall, 0.6);
  EXPECT_DOUBLE_EQ(span_measure(score).f1, 2 * 6.0 / (2 * 6 + 2 + 4));
  EXPECT_DOUBLE_EQ(strict_measure(score).precision, 0.5);
  EXPECT_DOUBLE_EQ(strict_measure(score).recall, 0.4);
  EXPECT_DOUBLE_EQ(overlap_measure(score).precision, 0.875);
  EXPECT_DOUBLE_EQ(overlap_measure(score).recall, 0.8);
  EXPECT_DOUBLE_EQ(lenient_measure(score).precision, 0.5);
  EXPECT_DOUBLE_EQ(lenient_measure(score).recall, 0.5);
  EXPECT_DOUBLE_EQ(lenient_measure(score).f1, 0.5);
}

TEST(EvaluateTest, NothingOfNothingIsUndefined) {
  const Measure none = span_measure(Score());
  EXPECT_LT(none.precision, 0);
  EXPECT_LT(none.recall, 0);
  EXPECT_LT(none.f1, 0);
  Score missed;
  missed.gold = 2;
  EXPECT_LT(span_measure(missed).precision, 0);
  EXPECT_EQ(span_measure(missed).recall, 0);
  EXPECT_EQ(span_measure(missed).f1, 0);
}

TEST(EvaluateTest, GroupsAddUpToAll) {
  Evaluation evaluation;
  EvalDocument one = document_of("0-3=liao 5-8=jin", "0-3=liao 9-10=song", "");
  one.gold[1].type = "polity";
  EvalDocument two = document_of("0-3=liao", "0-3=jin", "4-6");
  two.lang = "fa";
  two.name = "e.txt";
  evaluation.add(one);
  evaluation.add(two);
  EXPECT_EQ(evaluation.all.documents, 2u);
  EXPECT_EQ(evaluation.by_lang.at("fa").documents, 1u);
  EXPECT_EQ(counts_of(evaluation.by_lang.at("en")),
            "gold=2 found=1 extra=1 right=1 decided=1 touched=1 named=1 "
            "counted=2 touching=1 naming=1");
  EXPECT_EQ(counts_of(evaluation.by_type.at("polity")), "gold=1");
  ASSERT_EQ(evaluation.by_doc.size(), 2u);
  EXPECT_EQ(evaluation.by_doc[1].first, "e.txt");
  for (const auto* groups : {&evaluation.by_lang}) {
    Score sum;
    for (const auto& [name, score] : *groups) sum.add(score);
    EXPECT_EQ(counts_of(sum), counts_of(evaluation.all));
  }
  const auto ranked = ranked_confusions(evaluation);
  ASSERT_EQ(ranked.size(), 1u);
  EXPECT_EQ(ranked[0].gold + ">" + ranked[0].got, "liao>jin");
  EXPECT_EQ(ranked[0].counts.decided, 1u);
}

// The definitions, applied pair by pair.
Score naive_score(const EvalDocument& document) {
  Score score;
  const auto listed = [](const PlainMention& gold) {
    return !gold.entity.empty() || !gold.alt.empty();
  };
  const auto names = [](const PlainMention& gold, const PlainMention& found) {
    const std::string& id = answer_of(found);
    return !id.empty() &&
           (id == gold.entity ||
            std::count(gold.alt.begin(), gold.alt.end(), id) > 0);
  };
  const auto meet = [](const PlainMention& a, const PlainMention& b) {
    return a.start < b.end && b.start < a.end;
  };
  for (const PlainMention& gold : document.gold) {
    if (!listed(gold)) continue;
    ++score.gold;
    bool touched = false, named = false;
    for (const PlainMention& found : document.found) {
      touched = touched || meet(gold, found);
      named = named || (meet(gold, found) && names(gold, found));
    }
    score.touched += touched ? 1 : 0;
    score.named += named ? 1 : 0;
  }
  for (const PlainMention& found : document.found) {
    bool touches = false, named = false, unlisted = false;
    for (const PlainMention& gold : document.gold) {
      if (!meet(gold, found)) continue;
      touches = touches || listed(gold);
      unlisted = unlisted || !listed(gold);
      named = named || (listed(gold) && names(gold, found));
    }
    if (!touches && unlisted && found.decision != Decision::kMatch) continue;
    ++score.counted;
    score.touching += touches ? 1 : 0;
    score.naming += named ? 1 : 0;
  }
  return score;
}

TEST(EvaluateTest, OverlapsAgreeWithLookingAtEveryPair) {
  std::mt19937 random(3);
  const char* const ids[] = {"=a", "=b", "?a", "?b", "=", "=a|b", ""};
  for (int round = 0; round < 3000; ++round) {
    std::string sides[2];
    for (std::string& side : sides) {
      for (auto n = random() % 6; n > 0; --n) {
        const auto start = random() % 12;
        if (!side.empty()) side += ' ';
        side += std::to_string(start) + "-" +
                std::to_string(start + 1 + random() % 5) + ids[random() % 7];
      }
    }
    const EvalDocument document = document_of(sides[0], sides[1], "");
    const Score expected = naive_score(document);
    Evaluation evaluation;
    evaluation.add(document);
    const Score& got = evaluation.all;
    const std::string what = sides[0] + " / " + sides[1];
    EXPECT_EQ(got.gold, expected.gold) << what;
    EXPECT_EQ(got.touched, expected.touched) << what;
    EXPECT_EQ(got.named, expected.named) << what;
    EXPECT_EQ(got.counted, expected.counted) << what;
    EXPECT_EQ(got.touching, expected.touching) << what;
    EXPECT_EQ(got.naming, expected.naming) << what;
    EXPECT_LE(got.right, got.found) << what;
    EXPECT_LE(got.wrong, got.decided) << what;
    EXPECT_LE(got.told.size(), expected.counted) << what;
    if (HasFailure()) return;
  }
}

TEST(EvaluateTest, ManyMentionsOfOnePlaceTakeNoTime) {
  EvalDocument document;
  PlainMention wide;
  wide.end = 1000000;
  wide.candidates = {{"a", 0.5}};
  document.found.assign(50000, wide);
  PlainMention narrow;
  narrow.entity = "b";
  for (size_t i = 0; i < 50000; ++i) {
    narrow.start = 3 * i;
    narrow.end = 3 * i + 2;
    document.gold.push_back(narrow);
  }
  Evaluation evaluation;
  evaluation.add(document);
  EXPECT_EQ(evaluation.all.touched, 50000u);
  EXPECT_EQ(evaluation.all.named, 0u);
}

TEST(EvaluateTest, CalibrationNeedsThreeHundredAnswers) {
  for (const size_t answers : {kLeastAnswers - 1, kLeastAnswers}) {
    Evaluation evaluation;
    EvalDocument document;
    for (size_t i = 0; i < answers; ++i) {
      PlainMention found = mention_of(
          std::to_string(i) + "-" + std::to_string(i + 1) + "=a", false);
      document.found.push_back(found);
      found.candidates.clear();
      if (i % 2 == 1) found.entity = "b";
      document.gold.push_back(found);
    }
    evaluation.add(document);
    std::string text, table, json;
    write_eval_text(evaluation, {}, &text);
    write_eval_tsv(evaluation, {}, &table);
    write_eval_json(evaluation, {}, &json);
    rapidjson::Document parsed;
    parsed.Parse(json.c_str());
    ASSERT_FALSE(parsed.HasParseError());
    const auto& calibration = parsed["groups"][0]["calibration"];
    EXPECT_EQ(calibration["answers"].GetUint64(), answers);
    if (answers < kLeastAnswers) {
      EXPECT_NE(text.find("too few answers (299"), text.npos);
      EXPECT_NE(table.find("\ttoo few\n"), table.npos);
      EXPECT_TRUE(calibration["error"].IsNull());
      EXPECT_TRUE(calibration["bins"].Empty());
    } else {
      // All said 0.75, half of them right.
      EXPECT_NE(text.find("Calibration: error 25.0 %"), text.npos) << text;
      EXPECT_NEAR(calibration["error"].GetDouble(), 0.25, 1e-9);
      EXPECT_EQ(calibration["bins"].Size(), kBins);
    }
  }
}

TEST(EvaluateTest, OutputsAreSafeForAnyName) {
  EvalDocument document = document_of("0-3=a", "5-6=b", "");
  document.name = "a\tb\n\x1B[31m\xFF";
  document.gold[0].text = "x\ty\n\x1B]0;z\x07\xE2\x80\xAE";
  document.gold[0].entity = "q\"\\\n";
  Evaluation evaluation;
  evaluation.add(document);
  EvalOptions options;
  options.by_doc = true;
  options.findings = true;
  std::string text, table, json;
  write_eval_text(evaluation, options, &text);
  EXPECT_EQ(text.find_first_of("\t\x1B\x07\xFF"), text.npos);
  write_eval_tsv(evaluation, options, &table);
  for (const std::string& line : words_of(table, '\n')) {
    EXPECT_TRUE(line.empty() || std::count(line.begin(), line.end(), '\t') == 7)
        << line;
  }
  write_eval_json(evaluation, options, &json);
  rapidjson::Document parsed;
  parsed.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  ASSERT_FALSE(parsed.HasParseError());
  EXPECT_EQ(std::string(parsed["errors"][0]["gold"].GetString()), "q\"\\\n");
}

TEST(TrapsTest, AreReadOrWhatIsWrongIsTold) {
  const auto what = [](const std::string& table) {
    const auto traps = read_traps("t.tsv", table);
    if (!traps.ok()) return traps.error().message;
    std::string out;
    for (const Trap& trap : *traps) {
      out += trap.place.doc + ":" + std::to_string(trap.place.start) + "-" +
             std::to_string(trap.place.end) + " " + trap.place.text + ", " +
             trap.why + ";";
    }
    return out;
  };
  const std::string header = "doc\tstart\tend\ttext\twhy\n";
  EXPECT_EQ(what(header), "");
  EXPECT_EQ(what("\xEF\xBB\xBF" + header + "a\t1\t3\txy\tno name\r\n\n"),
            "a:1-3 xy, no name;");
  EXPECT_EQ(what(""),
            "t.tsv:1: '', expected the columns doc, start, end, text and why");
  EXPECT_EQ(what(header + "a\t1\t3\txy"), "t.tsv:2: 4 columns, expected 5");
  EXPECT_EQ(what(header + "a\t3\t1\txy\tz"),
            "t.tsv:2: start 3 and end 1, expected start before end");
  EXPECT_EQ(what(header + "a\tx\t1\txy\tz"),
            "t.tsv:2: 'x', expected an offset in digits");
}

}  // namespace
}  // namespace khitai::write
