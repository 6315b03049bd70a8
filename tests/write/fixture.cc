// SPDX-License-Identifier: Apache-2.0

#include "write/fixture.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>

#include "compile/compile.h"
#include "support/cases.h"

namespace khitai::tests {
namespace {

[[noreturn]] void die(const std::string& message) {
  std::cerr << message << "\n";
  std::abort();
}

std::shared_ptr<const Lexicon> compile_small() {
  compile::CompileOptions options;
  options.folders = {std::string(KHITAI_SOURCE_DIR) + "/tests/write/lexicon"};
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

}  // namespace

const Lexicon& small_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = compile_small();
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

void expect_golden(const std::string& name, const std::string& got) {
  const std::string path =
      std::string(KHITAI_SOURCE_DIR) + "/tests/golden/" + name;
  if (std::getenv("KHITAI_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << got;
    return;
  }
  EXPECT_EQ(got, read_file(path)) << path;
}

}  // namespace khitai::tests
