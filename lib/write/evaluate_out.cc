// SPDX-License-Identifier: Apache-2.0
//
// Figures of an evaluation as TSV and JSON. Keys, columns and their order are
// a contract (docs/format.md).

#include <algorithm>
#include <string>

#include "write/escape.h"
#include "write/evaluate.h"
#include "write/json.h"

namespace khitai::write {
namespace {

// A row of figures: what it is of.
struct EvalRow {
  std::string by, value;
  const Score* score;
};

std::vector<EvalRow> eval_rows(const Evaluation& evaluation,
                               const EvalOptions& options) {
  std::vector<EvalRow> rows = {{"all", "all", &evaluation.all}};
  for (const auto& [lang, score] : evaluation.by_lang) {
    rows.push_back({"lang", lang, &score});
  }
  for (const auto& [type, score] : evaluation.by_type) {
    rows.push_back({"type", type, &score});
  }
  if (!options.by_doc) return rows;
  for (const auto& [doc, score] : evaluation.by_doc) {
    rows.push_back({"doc", doc, &score});
  }
  return rows;
}

constexpr std::string_view kEvalHeader =
    "by\tvalue\tdocuments\tgold\tunlisted\tfound\textra\tspan_precision\t"
    "span_recall\tspan_f1\tstrict_precision\tstrict_recall\tstrict_f1\t"
    "overlap_precision\toverlap_recall\toverlap_f1\tlenient_precision\t"
    "lenient_recall\tlenient_f1\tright\tdecided\twrong\ttraps\ttrapped\t"
    "answers\tcalibration_error\n";
constexpr std::string_view kFindingHeader =
    "doc\tstart\tend\tfault\ttext\tgold\tgot\tdecision\n";

// Undefined shares are empty cells.
std::string share_cell(double share) {
  return share < 0 ? std::string() : probability_text(share);
}

std::string error_cell(const Score& score) {
  if (score.told.size() < kLeastAnswers) return "too few";
  return probability_text(calibration_error(score.told));
}

class EvalCells {
 public:
  explicit EvalCells(std::string* out) : out_(out) {}
  void text(std::string_view cell) {
    if (!first_) *out_ += '\t';
    first_ = false;
    append_cell(cell, out_);
  }
  void count(size_t value) { text(std::to_string(value)); }
  void measure(const Measure& measure) {
    text(share_cell(measure.precision));
    text(share_cell(measure.recall));
    text(share_cell(measure.f1));
  }
  void end() { *out_ += '\n'; }

 private:
  std::string* out_;
  bool first_ = true;
};

void write_eval_row(const EvalRow& row, std::string* out) {
  const Score& score = *row.score;
  EvalCells cells(out);
  cells.text(row.by);
  cells.text(row.value);
  for (size_t count : {score.documents, score.gold, score.unlisted, score.found,
                       score.extra}) {
    cells.count(count);
  }
  cells.measure(span_measure(score));
  cells.measure(strict_measure(score));
  cells.measure(overlap_measure(score));
  cells.measure(lenient_measure(score));
  cells.text(share_cell(share_of(score.right, score.found)));
  cells.text(share_cell(share_of(score.decided, score.found)));
  cells.text(share_cell(share_of(score.wrong, score.decided)));
  cells.count(score.traps);
  cells.count(score.trapped);
  cells.count(score.told.size());
  cells.text(error_cell(score));
  cells.end();
}

void write_finding_row(const Finding& finding, std::string* out) {
  EvalCells cells(out);
  cells.text(finding.place.doc);
  cells.count(finding.place.start);
  cells.count(finding.place.end);
  cells.text(fault_word(finding.fault));
  cells.text(finding.place.text);
  cells.text(finding.expected);
  cells.text(finding.got);
  cells.text(decision_word(finding.decision));
  cells.end();
}

void write_share(std::string_view name, double share, Json* json) {
  json->key(name);
  if (share < 0) {
    json->null();
  } else {
    json->probability(share);
  }
}

void write_measure(std::string_view name, const Measure& measure, Json* json) {
  json->key(name);
  json->open_object();
  write_share("precision", measure.precision, json);
  write_share("recall", measure.recall, json);
  write_share("f1", measure.f1, json);
  json->close_object();
}

void write_calibration(const Score& score, Json* json) {
  const bool enough = score.told.size() >= kLeastAnswers;
  json->key("calibration");
  json->open_object();
  json->member("answers", score.told.size());
  write_share("error", enough ? calibration_error(score.told) : -1, json);
  json->key("bins");
  json->open_array();
  for (const Bin& bin : enough ? bins_of(score.told) : std::vector<Bin>()) {
    json->open_object();
    write_share("said", bin.said, json);
    write_share("right", bin.right, json);
    json->member("count", bin.count);
    json->close_object();
  }
  json->close_array();
  json->close_object();
}

void write_eval_group(const EvalRow& row, Json* json) {
  const Score& score = *row.score;
  json->open_object();
  json->member("by", row.by);
  json->member("value", row.value);
  json->member("documents", score.documents);
  json->member("gold", score.gold);
  json->member("unlisted", score.unlisted);
  json->member("found", score.found);
  json->member("extra", score.extra);
  write_measure("span", span_measure(score), json);
  write_measure("strict", strict_measure(score), json);
  write_measure("overlap", overlap_measure(score), json);
  write_measure("lenient", lenient_measure(score), json);
  write_share("right", share_of(score.right, score.found), json);
  write_share("decided", share_of(score.decided, score.found), json);
  write_share("wrong", share_of(score.wrong, score.decided), json);
  json->member("traps", score.traps);
  json->member("trapped", score.trapped);
  write_calibration(score, json);
  json->close_object();
}

void write_text_or_null(std::string_view name, const std::string& text,
                        Json* json) {
  json->key(name);
  if (text.empty()) {
    json->null();
  } else {
    json->text(text);
  }
}

void write_finding(const Finding& finding, Json* json) {
  json->open_object();
  json->member("doc", finding.place.doc);
  json->member("start", finding.place.start);
  json->member("end", finding.place.end);
  json->member("fault", fault_word(finding.fault));
  json->member("text", finding.place.text);
  write_text_or_null("gold", finding.expected, json);
  write_text_or_null("got", finding.got, json);
  json->member("decision", decision_word(finding.decision));
  json->close_object();
}

}  // namespace

void write_eval_tsv(const Evaluation& evaluation, const EvalOptions& options,
                    std::string* out) {
  if (options.findings) {
    *out += kFindingHeader;
    for (const Finding& finding : evaluation.findings) {
      write_finding_row(finding, out);
    }
    return;
  }
  *out += kEvalHeader;
  for (const EvalRow& row : eval_rows(evaluation, options)) {
    write_eval_row(row, out);
  }
}

void write_eval_json(const Evaluation& evaluation, const EvalOptions& options,
                     std::string* out) {
  Json json(out);
  json.open_object();
  json.key("groups");
  json.open_array();
  for (const EvalRow& row : eval_rows(evaluation, options)) {
    write_eval_group(row, &json);
  }
  json.close_array();
  json.key("confusions");
  json.open_array();
  for (const RankedConfusion& one : ranked_confusions(evaluation)) {
    json.open_object();
    write_text_or_null("gold", one.gold, &json);
    write_text_or_null("got", one.got, &json);
    json.member("count", one.counts.count);
    json.member("decided", one.counts.decided);
    json.close_object();
  }
  json.close_array();
  if (options.findings) {
    json.key("errors");
    json.open_array();
    for (const Finding& finding : evaluation.findings) {
      write_finding(finding, &json);
    }
    json.close_array();
  }
  json.close_object();
  json.end_line();
}

}  // namespace khitai::write
