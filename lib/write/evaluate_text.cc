// SPDX-License-Identifier: Apache-2.0
//
// Figures of an evaluation for a reader, in columns.

#include <algorithm>
#include <cstdio>
#include <string>

#include "write/evaluate.h"
#include "write/line_ends.h"
#include "write/utf8.h"
#include "write/width.h"
#include "write/words.h"

namespace khitai::write {
namespace {

constexpr size_t kNameWidth = 16;

// Without controls that would steer a terminal, in one line.
std::string for_terminal(std::string_view text) {
  std::string out;
  const std::string line = in_one_line(text);
  for (std::string_view point : text::code_points_of(line)) {
    const char32_t code = code_point_at(point, 0).code;
    if (is_control(code)) {
      text::append(kReplacement, &out);
    } else {
      out += point;
    }
  }
  return out;
}

std::string padded(const std::string& text, size_t width) {
  const size_t taken = display_width(text);
  return text + std::string(taken < width ? width - taken : 0, ' ');
}

// A share in per cent, in six columns; "-" where it is undefined.
std::string share_column(double share) {
  if (share < 0) return "     -";
  char text[32];
  std::snprintf(text, sizeof text, " %5.1f", 100 * share);
  return text;
}

std::string measure_columns(const Measure& measure) {
  return share_column(measure.precision) + share_column(measure.recall) +
         share_column(measure.f1);
}

std::string count_column(size_t count) {
  char text[32];
  std::snprintf(text, sizeof text, " %6zu", count);
  return text;
}

// The columns of one of the two tables.
using Columns = std::string (*)(const Score&);

std::string exact_columns(const Score& score) {
  std::string line = count_column(score.gold);
  line += measure_columns(span_measure(score));
  line += measure_columns(strict_measure(score));
  line += share_column(share_of(score.right, score.found));
  line += share_column(share_of(score.decided, score.found));
  line += share_column(share_of(score.wrong, score.decided));
  if (score.traps == 0) return line;
  const std::string traps =
      std::to_string(score.trapped) + "/" + std::to_string(score.traps);
  return line + std::string(traps.size() < 8 ? 8 - traps.size() : 1, ' ') +
         traps;
}

std::string overlap_columns(const Score& score) {
  return count_column(score.gold) + measure_columns(overlap_measure(score)) +
         measure_columns(lenient_measure(score));
}

constexpr std::string_view kExactHeader =
    "                         exact spans       and entity          decisions\n"
    "                  gold     P     R    F1     P     R    F1 right decid "
    "wrong   traps\n";
constexpr std::string_view kOverlapHeader =
    "                         overlap           and entity\n"
    "                  gold     P     R    F1     P     R    F1\n";

void write_score(const std::string& name, const Score& score, Columns columns,
                 std::string* out) {
  *out += padded(for_terminal(name), kNameWidth) + columns(score) + "\n";
}

template <typename Scores>
void write_scores(std::string_view heading, const Scores& scores,
                  Columns columns, std::string* out) {
  *out += heading;
  *out += '\n';
  for (const auto& [name, score] : scores) {
    write_score("  " + name, score, columns, out);
  }
}

void write_table(const Evaluation& evaluation, const EvalOptions& options,
                 Columns columns, std::string* out) {
  write_score("all", evaluation.all, columns, out);
  write_scores("by language", evaluation.by_lang, columns, out);
  write_scores("by type", evaluation.by_type, columns, out);
  if (options.by_doc) {
    write_scores("by document", evaluation.by_doc, columns, out);
  }
}

void write_trust(const Score& score, std::string* out) {
  const std::string answers = counted(score.told.size(), "answer", "answers");
  if (score.told.size() < kLeastAnswers) {
    *out += "Calibration: too few answers (" + answers + ", expected " +
            std::to_string(kLeastAnswers) + ")\n";
    return;
  }
  char error[32];
  std::snprintf(error, sizeof error, "%.1f",
                100 * calibration_error(score.told));
  *out += std::string("Calibration: error ") + error + " %, of " + answers +
          " in bins of equal mass\n";
  std::string said = "  said ", right = "  right";
  for (const Bin& bin : bins_of(score.told)) {
    said += share_column(bin.said);
    right += share_column(bin.right);
  }
  *out += said + "\n" + right + "\n";
}

void write_confusions(const Evaluation& evaluation, const EvalOptions& options,
                      std::string* out) {
  const auto ranked = ranked_confusions(evaluation);
  if (ranked.empty()) return;
  const size_t shown = options.limit == 0
                           ? ranked.size()
                           : std::min(options.limit, ranked.size());
  *out += "\nTaken for another entity";
  if (shown < ranked.size()) {
    *out +=
        ", " + std::to_string(shown) + " of " + std::to_string(ranked.size());
  }
  *out += "\n";
  for (size_t i = 0; i < shown; ++i) {
    const RankedConfusion& one = ranked[i];
    const std::string got = one.got.empty() ? "nothing" : one.got;
    *out += count_column(one.counts.count) + "  " + for_terminal(one.gold) +
            " as " + for_terminal(got) + ", " +
            std::to_string(one.counts.decided) + " decided\n";
  }
}

void write_finding_line(const Finding& finding, std::string* out) {
  const PlainMention& place = finding.place;
  *out += "  " + for_terminal(place.doc) + " " + std::to_string(place.start) +
          "-" + std::to_string(place.end) + " " +
          padded(std::string(fault_word(finding.fault)), 9) + " " +
          for_terminal(place.text);
  if (!finding.got.empty()) *out += " -> " + for_terminal(finding.got);
  if (!finding.expected.empty()) {
    *out += " (" + for_terminal(finding.expected) + ")";
  }
  *out += "\n";
}

void write_findings(const Evaluation& evaluation, std::string* out) {
  *out += "\nErrors\n";
  if (evaluation.findings.empty()) *out += "  none\n";
  for (const Finding& finding : evaluation.findings) {
    write_finding_line(finding, out);
  }
}

}  // namespace

void write_eval_text(const Evaluation& evaluation, const EvalOptions& options,
                     std::string* out) {
  const Score& all = evaluation.all;
  *out += counted(all.documents, "document", "documents") + ", " +
          counted(all.gold, "gold mention", "gold mentions") +
          " of what the lexicon lists, " + std::to_string(all.unlisted) +
          " of what it does not\n\n";
  *out += kExactHeader;
  write_table(evaluation, options, exact_columns, out);
  *out += '\n';
  *out += kOverlapHeader;
  write_table(evaluation, options, overlap_columns, out);
  *out += '\n';
  write_trust(all, out);
  write_confusions(evaluation, options, out);
  if (options.findings) write_findings(evaluation, out);
}

}  // namespace khitai::write
