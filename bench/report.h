// SPDX-License-Identifier: Apache-2.0
//
// Figures as Markdown tables, and their place in a document:
//
//   <!-- measured: NAME -->
//   ... replaced ...
//   <!-- /measured -->

#ifndef KHITAI_BENCH_REPORT_H_
#define KHITAI_BENCH_REPORT_H_

#include <optional>
#include <string>
#include <string_view>

#include "figures.h"

namespace khitai::bench {

// One row each; `what` heads the first column.
std::string figures_table(std::string_view what, const FiguresByRow& rows);

// What other thresholds of a decision would give: decided / right of these /
// decided without the answers.
std::string deciding_table(std::string_view what, const FiguresByRow& rows);

// A row a script pair: answers, calibration error, and of each bin the mean
// probability said / the share right.
std::string reliability_table(const ToldByScripts& all);

// Precision, recall and F1 of pairs judged, and how far the probabilities can
// be trusted.
std::string judged_table(std::string_view what, const JudgedByRow& rows);

// What stands between the markers of `name`, without the line ends around it;
// nothing where either marker is missing, or another one begins before the end.
std::optional<std::string> marked(std::string_view document,
                                  std::string_view name);

// The document with that text replaced, all else as it was.
std::optional<std::string> replace_marked(std::string_view document,
                                          std::string_view name,
                                          std::string_view text);

// The text with a line before it that says it is of an earlier run; once.
std::string not_measured(std::string_view text);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_REPORT_H_
