// SPDX-License-Identifier: Apache-2.0

#include "write/fixture.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>

#include "compile/compile.h"
#include "support/cases.h"
#include "support/die.h"
#include "text/utf8.h"

namespace khitai::tests {
namespace {

std::shared_ptr<const Lexicon> compile_folder(const std::string& name) {
  compile::CompileOptions options;
  options.folders = {std::string(KHITAI_SOURCE_DIR) + "/tests/write/" + name};
  compile::CompileReport report;
  Result<std::string> bytes = compile::compile(options, &report);
  for (const std::string& problem : report.problems) {
    std::cerr << problem << "\n";
  }
  if (!bytes.ok()) die(bytes.error().message);
  auto lexicon = Lexicon::from_bytes(std::move(bytes).value());
  if (!lexicon.ok()) die(lexicon.error().message);
  return std::move(lexicon).value();
}

std::vector<Feature> features_of(const std::string& why) {
  std::vector<Feature> features;
  for (size_t at = 0; at < why.size();) {
    const size_t end = std::min(why.find('|', at), why.size());
    std::string words = why.substr(at, end - at);
    const bool against = words.front() == '-';
    if (against) words.erase(0, 1);
    features.push_back({"test", against ? -1.0 : 1.0, words});
    at = end + 1;
  }
  return features;
}

Decision decision_of(const std::string& word) {
  for (Decision one :
       {Decision::kMatch, Decision::kAmbiguous, Decision::kNone}) {
    if (word == decision_word(one)) return one;
  }
  die("no such decision: " + word);
}

Candidate candidate_of_row(const Case& row) {
  Candidate one =
      candidate_of(row["entity"], row["form"],
                   std::strtod(row["probability"].c_str(), nullptr));
  one.features = features_of(row["why"]);
  return one;
}

Mention mention_of_row(const Case& row, const std::string& source,
                       size_t from) {
  Mention mention;
  mention.begin = source.find(row["mark"], from);
  if (mention.begin == std::string::npos) die(row.where + ": not in the text");
  mention.end = mention.begin + row["mark"].size();
  mention.core_begin = source.find(row["core"], mention.begin);
  mention.core_end = mention.core_begin + row["core"].size();
  mention.decision = decision_of(row["decision"]);
  return mention;
}

// Well-formed and ill-formed pieces in any order.
std::string random_bytes(std::mt19937* random) {
  static const char* const kPieces[] = {"a",
                                        "\n",
                                        "\xD9\x82",
                                        "\xE8\xA5\xBF",
                                        "\xF0\x9F\x90\xAB",
                                        "\xE8\xA5",
                                        "\xF0\x9F",
                                        "\x80",
                                        "\xFF",
                                        "\xC3",
                                        "\xED\xA0\x80",
                                        "\"",
                                        "\\",
                                        "\x01"};
  std::string text;
  const size_t count = (*random)() % 40;
  for (size_t i = 0; i < count; ++i) {
    text += kPieces[(*random)() % std::size(kPieces)];
  }
  return text;
}

std::vector<size_t> boundaries_of(std::string_view text) {
  std::vector<size_t> all = {0};
  while (all.back() < text.size()) {
    const size_t at = all.back();
    all.push_back(
        at + text::decode(text.data() + at, text.data() + text.size()).size);
  }
  return all;
}

// The lexicon's identity moves with the file format, so a golden file has a
// word for it.
std::string without_hash(std::string text) {
  for (const Lexicon* lexicon : {&small_lexicon(), &cards_lexicon()}) {
    const std::string& hash = lexicon->hash();
    for (size_t at = text.find(hash); at != std::string::npos;
         at = text.find(hash, at)) {
      text.replace(at, hash.size(), "LEXICON");
    }
  }
  return text;
}

}  // namespace

const Lexicon& small_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon =
      compile_folder("lexicon");
  return *lexicon;
}

const Lexicon& cards_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = compile_folder("cards");
  return *lexicon;
}

uint32_t entity_of(std::string_view id) {
  const auto entity = small_lexicon().find_entity(id);
  if (!entity) die("no such entity: " + std::string(id));
  return *entity;
}

Candidate candidate_of(std::string_view entity, std::string_view form,
                       double probability) {
  const Lexicon& lexicon = small_lexicon();
  const uint32_t number = entity_of(entity);
  for (uint32_t sense : lexicon.senses_of_entity(number)) {
    for (uint32_t index : lexicon.forms_of_name(lexicon.sense(sense).name)) {
      if (lexicon.form(index).text != form) continue;
      return {number, index, sense, probability, {}};
    }
  }
  die("no such form: " + std::string(form));
}

Annotation sample() {
  Annotation annotation;
  annotation.name = "sample.txt";
  annotation.lang = "en";
  annotation.source =
      read_file(std::string(KHITAI_SOURCE_DIR) + "/tests/write/sample.txt");
  size_t from = 0;
  for (const Case& row : read_cases("write_sample.tsv")) {
    if (!row["mark"].empty()) {
      annotation.mentions.push_back(
          mention_of_row(row, annotation.source, from));
      from = annotation.mentions.back().begin;
    }
    annotation.mentions.back().candidates.push_back(candidate_of_row(row));
  }
  return annotation;
}

Annotation random_annotation(std::mt19937* random) {
  Annotation annotation;
  annotation.name = random_bytes(random);
  annotation.source = random_bytes(random);
  const std::vector<size_t> stops = boundaries_of(annotation.source);
  for (size_t i = 0; i + 1 < stops.size(); ++i) {
    if ((*random)() % 3 != 0) continue;
    const size_t j = i + 1 + (*random)() % (stops.size() - i - 1);
    Mention mention;
    mention.begin = mention.core_begin = stops[i];
    mention.end = stops[j];
    mention.core_end = stops[i + (*random)() % (j - i + 1)];
    mention.candidates = {candidate_of("qara-khitai", "Qara Khitai", 0.5)};
    annotation.mentions.push_back(mention);
  }
  return annotation;
}

std::string naive_clean(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const text::CodePoint next =
        text::decode(text.data() + i, text.data() + text.size());
    text::append(next.code, &out);
    i += next.size;
  }
  return out;
}

void expect_golden(const std::string& name, const std::string& got) {
  const std::string path =
      std::string(KHITAI_SOURCE_DIR) + "/tests/golden/" + name;
  if (std::getenv("KHITAI_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << without_hash(got);
    return;
  }
  EXPECT_EQ(without_hash(got), read_file(path)) << path;
}

}  // namespace khitai::tests
