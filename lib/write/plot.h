// SPDX-License-Identifier: Apache-2.0
//
// A figure of counts as SVG, to print: bars over places (centuries, documents),
// each stacked of series or beside each other, with a legend and the numbers.
// Nothing from elsewhere is needed; colours are told apart by the colour-blind
// too (Okabe and Ito) and in grey by their order. A pure function of what is
// drawn: no locale, no fonts are asked; widths of texts are estimated. Linear
// in places times series. Thread-safe.

#ifndef KHITAI_WRITE_PLOT_H_
#define KHITAI_WRITE_PLOT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "write/counts.h"

namespace khitai::write {

struct PlotSeries {
  std::string label;
  std::vector<double> values;  // one for each place, none negative
  bool rest = false;           // what has no series of its own: grey
};

struct Plot {
  std::string title;
  std::string subtitle;     // what it is a number of: "n = 120 mentions ..."
  std::string place_label;  // of the axis of places: "century"
  std::string value_label;  // of the other: "mentions"
  std::string source;       // below: what counted
  std::vector<std::string> places;
  std::vector<PlotSeries> series;
  bool grouped = false;    // beside each other
  bool sideways = false;   // places from top to bottom
  bool apart = false;      // the last place is none in time: "unknown"
  bool fractions = false;  // values are no whole numbers
};

// Series that have a colour of their own.
inline constexpr size_t kMostSeries = 7;

void write_plot_svg(const Plot& plot, std::string* out);

struct PlotWish {
  std::string title;  // "": by what is counted
  std::string source;
  size_t series = kMostSeries;  // at most, the most frequent; 0 is the most
  size_t least = 0;             // mentions of a series that stands by itself
  bool grouped = false;
};

// Which column has the places: century, year, document, language, in that order
// of preference, else the first.
size_t place_column(const std::vector<CountBy>& by);

// A table of one or two columns: one has the places, in the order of the rows;
// the other makes the series. Centuries in between that nothing is counted for
// have a place, too. REQUIRES: a table with no rows left out.
Plot plot_of(const Lexicon& lexicon, const CountTable& table,
             const PlotWish& wish);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PLOT_H_
