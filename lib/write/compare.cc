// SPDX-License-Identifier: Apache-2.0
//
// Two names compared, as TSV, as JSON Lines and for a reader. The columns of
// the TSV are a contract (docs/format.md).

#include "khitai/write.h"
#include "write/escape.h"
#include "write/json.h"
#include "write/script.h"
#include "write/shown.h"
#include "write/terminal.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

std::string_view sentence(Decision decision) {
  switch (decision) {
    case Decision::kMatch:
      return "One name";
    case Decision::kNone:
      return "Two names";
    case Decision::kAmbiguous:
      break;
  }
  return "Ambiguous";
}

}  // namespace

void write_compare_header(const std::vector<std::string>& columns,
                          std::string* out) {
  for (const std::string& column : columns) {
    append_cell(column, out);
    out->push_back('\t');
  }
  out->append("probability\tdecision\twhy\n");
}

void write_compare_tsv(const ComparedPair& compared, std::string* out) {
  for (const std::string& cell : compared.cells) {
    append_cell(cell, out);
    out->push_back('\t');
  }
  const Comparison& comparison = compared.comparison;
  out->append(probability_text(comparison.probability));
  out->push_back('\t');
  out->append(decision_word(comparison.decision));
  out->push_back('\t');
  append_cell(why_words(comparison.features), out);
  out->push_back('\n');
}

void write_compare_json(const Lexicon& lexicon, const ComparedPair& compared,
                        std::string* out) {
  Json json(out);
  json.open_object();
  json.member("a", compared.pair.a);
  json.member("b", compared.pair.b);
  json.key("probability");
  json.probability(compared.comparison.probability);
  json.member("decision", decision_word(compared.comparison.decision));
  json.key("why");
  json.open_array();
  for (const Feature& feature : compared.comparison.features) {
    json.text(feature.words);
  }
  json.close_array();
  if (!compared.cells.empty()) {
    json.key("cells");
    json.open_array();
    for (const std::string& cell : compared.cells) json.text(cell);
    json.close_array();
  }
  json.member("lexicon", lexicon.hash());
  json.close_object();
  json.end_line();
}

void write_compare_text(const ComparedPair& compared,
                        const WriteOptions& options, std::string* out) {
  constexpr size_t kIndent = 2;
  Terminal terminal(options, out);
  for (const std::string* name : {&compared.pair.a, &compared.pair.b}) {
    terminal.begin_line(0, kIndent);
    terminal.text(isolated(*name), kBold);
    terminal.end_line();
  }
  const Comparison& comparison = compared.comparison;
  terminal.begin_line(kIndent, kIndent);
  terminal.text(sentence(comparison.decision));
  terminal.text(": ");
  terminal.text(percent(comparison.probability), kBold);
  terminal.text(" that they are the same.");
  terminal.end_line();
  for (const Feature& feature : comparison.features) {
    terminal.begin_line(kIndent * 2, kIndent * 3);
    terminal.text(feature.words, kDim);
    terminal.end_line();
  }
}

}  // namespace khitai
