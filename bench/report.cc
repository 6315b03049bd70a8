// SPDX-License-Identifier: Apache-2.0

#include "report.h"

#include <cstdio>
#include <utility>

namespace khitai::bench {
namespace {

constexpr std::string_view kBegin = "<!-- measured: ";
constexpr std::string_view kEnd = "<!-- /measured -->";
constexpr std::string_view kNote =
    "*Not measured in the last run: the sets were not there. The figures are "
    "those of an earlier one.*\n\n";

std::string decimals(double value, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

constexpr double kThresholds[] = {0.5, 0.6, 0.7, 0.8, 0.85, 0.9};

// The answers that say so much and more.
Bin from(double least, const Told& told) {
  Bin sum;
  for (const auto& [said, is_right] : told) {
    if (said < least) continue;
    ++sum.count;
    sum.said += said;
    sum.right += is_right ? 1 : 0;
  }
  const double count = sum.count == 0 ? 1 : static_cast<double>(sum.count);
  return {sum.said / count, sum.right / count, sum.count};
}

// Where the text between the markers begins and ends.
std::optional<std::pair<size_t, size_t>> between(std::string_view document,
                                                 std::string_view name) {
  std::string marker(kBegin);
  marker.append(name).append(" -->\n");
  size_t begin = document.find(marker);
  if (begin == std::string_view::npos) return std::nullopt;
  begin += marker.size();
  const size_t end = document.find(kEnd, begin);
  if (end == std::string_view::npos) return std::nullopt;
  if (document.find(kBegin, begin) < end) return std::nullopt;
  return std::pair(begin, end);
}

}  // namespace

std::string figures_table(std::string_view what, const FiguresByRow& rows) {
  std::string table = "| " + std::string(what) +
                      " | queries | recall@1 | decided | right | answer out | "
                      "error |\n|---|---|---|---|---|---|---|\n";
  for (const auto& [row, one] : rows) {
    table += "| " + row + " | " + std::to_string(one.queries);
    for (double value :
         {share(one.right, one.queries), share(one.matched, one.queries),
          share(one.matched_right, one.matched),
          share(one.without_matched, one.without),
          calibration_error(one.told())}) {
      table += " | " + decimals(value, 3);
    }
    table += " |\n";
  }
  return table;
}

std::string deciding_table(std::string_view what, const FiguresByRow& rows) {
  std::string table = "| " + std::string(what) + " |";
  std::string line = "\n|---|";
  for (double least : kThresholds) {
    table += " " + decimals(least, 2) + " |";
    line += "---|";
  }
  table += line + "\n";
  for (const auto& [row, one] : rows) {
    table += "| " + row + " |";
    for (double least : kThresholds) {
      const Bin with = from(least, one.told_with);
      const Bin without = from(least, one.told_without);
      table += " " + decimals(share(with.count, one.queries), 3) + " / " +
               decimals(with.right, 3) + " / " +
               decimals(share(without.count, one.without), 3) + " |";
    }
    table += "\n";
  }
  return table;
}

std::string judged_table(std::string_view what, const JudgedByRow& rows) {
  std::string table = "| " + std::string(what) +
                      " | pairs | one name | precision | recall | F1 | error "
                      "|\n|---|---|---|---|---|---|---|\n";
  for (const auto& [row, one] : rows) {
    table += "| " + row + " | " + std::to_string(one.pairs) + " | " +
             std::to_string(one.same);
    for (double value : {one.precision(), one.recall(), one.f1(),
                         calibration_error(one.told)}) {
      table += " | " + decimals(value, 3);
    }
    table += " |\n";
  }
  return table;
}

std::string reliability_table(const ToldByScripts& all) {
  std::string table = "| scripts | answers | error |";
  for (size_t bin = 1; bin <= kBins; ++bin) {
    table += " " + std::to_string(bin) + " |";
  }
  table += "\n|---|---|---|";
  for (size_t bin = 0; bin < kBins; ++bin) table += "---|";
  table += "\n";
  for (const auto& [scripts, told] : all) {
    table += "| " + scripts + " | " + std::to_string(told.size()) + " | " +
             decimals(calibration_error(told), 3) + " |";
    const std::vector<Bin> bins = bins_of(told);
    for (size_t bin = 0; bin < kBins; ++bin) {
      if (bin < bins.size()) {
        table += " " + decimals(bins[bin].said, 2) + "/" +
                 decimals(bins[bin].right, 2);
      }
      table += " |";
    }
    table += "\n";
  }
  return table;
}

std::optional<std::string> marked(std::string_view document,
                                  std::string_view name) {
  const auto found = between(document, name);
  if (!found) return std::nullopt;
  std::string_view text =
      document.substr(found->first, found->second - found->first);
  while (!text.empty() && text.front() == '\n') text.remove_prefix(1);
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  return std::string(text);
}

std::optional<std::string> replace_marked(std::string_view document,
                                          std::string_view name,
                                          std::string_view text) {
  const auto found = between(document, name);
  if (!found) return std::nullopt;
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  std::string result(document.substr(0, found->first));
  result.append("\n").append(text).append("\n\n");
  return result.append(document.substr(found->second));
}

std::string not_measured(std::string_view text) {
  if (text.starts_with(kNote)) return std::string(text);
  return std::string(kNote).append(text);
}

}  // namespace khitai::bench
