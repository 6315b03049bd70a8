// SPDX-License-Identifier: Apache-2.0
//
// From a table of counts to what is drawn of it.

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>

#include "write/concordance.h"
#include "write/plot.h"
#include "write/script.h"
#include "write/words.h"

namespace khitai::write {
namespace {

constexpr size_t kMostPlacesUpright = 40;
constexpr int kLongestAxis = 60;  // centuries that may be filled in

std::string plot_label(const Lexicon& lexicon, CountBy by,
                       const std::string& cell) {
  std::string words = count_cell_words(by, cell);
  if (by == CountBy::kEntity) {
    const auto entity = lexicon.find_entity(cell);
    if (entity) words = lexicon.entity(*entity).label;
  }
  if (by == CountBy::kName) {
    const auto name = lexicon.find_name(cell);
    if (name && !lexicon.name(*name).label.empty()) {
      words = lexicon.name(*name).label;
    }
  }
  return isolated(without_bidi_controls(words));
}

// The cells of a column in the order of the table.
std::vector<std::string> cells_in(const CountTable& table, size_t column) {
  std::vector<std::string> cells;
  std::set<std::string> seen;
  for (const CountRow& row : table.rows) {
    const std::string& cell = row.cells[column];
    if (seen.insert(cell).second) cells.push_back(cell);
  }
  return cells;
}

int axis_number(const std::string& cell) {
  int number = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return number;
}

// By time, with the centuries in between; what is unknown last.
std::vector<std::string> places_in_time(std::vector<std::string> cells,
                                        bool fill) {
  std::vector<int> numbers;
  bool unknown = false;
  for (const std::string& cell : cells) {
    if (cell.empty()) {
      unknown = true;
    } else {
      numbers.push_back(axis_number(cell));
    }
  }
  std::sort(numbers.begin(), numbers.end());
  if (fill && !numbers.empty() &&
      numbers.back() - numbers.front() < kLongestAxis) {
    const int last = numbers.back();
    for (int i = numbers.front(); i < last; ++i) {
      if (i != 0) numbers.push_back(i);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  }
  cells.clear();
  for (int number : numbers) cells.push_back(std::to_string(number));
  if (unknown) cells.emplace_back();
  return cells;
}

struct SeriesCell {
  std::string cell;
  size_t mentions = 0;
};

// The cells that are series, the most frequent first.
std::vector<SeriesCell> series_cells(const CountTable& table, size_t column) {
  std::map<std::string, size_t> mentions;
  for (const CountRow& row : table.rows) {
    mentions[row.cells[column]] += row.mentions();
  }
  std::vector<SeriesCell> all;
  for (const auto& [cell, count] : mentions) all.push_back({cell, count});
  std::stable_sort(all.begin(), all.end(),
                   [](const SeriesCell& a, const SeriesCell& b) {
                     if (a.mentions != b.mentions) {
                       return a.mentions > b.mentions;
                     }
                     return a.cell < b.cell;
                   });
  return all;
}

// Series and, grey, what is not among them.
void make_series(const Lexicon& lexicon, const CountTable& table,
                 const PlotWish& wish, const std::map<std::string, size_t>& at,
                 size_t places, Plot* plot) {
  const size_t column = 1 - places;
  std::map<std::string, size_t> series;
  const size_t most =
      wish.series == 0 ? kMostSeries : std::min(wish.series, kMostSeries);
  size_t rest = 0;
  for (const SeriesCell& one : series_cells(table, column)) {
    if (one.mentions < wish.least || plot->series.size() == most) {
      ++rest;
      continue;
    }
    series.emplace(one.cell, plot->series.size());
    plot->series.push_back({plot_label(lexicon, table.by[column], one.cell),
                            std::vector<double>(at.size())});
  }
  if (rest > 0) {
    plot->series.push_back({counted(rest, "other", "others"),
                            std::vector<double>(at.size()), true});
  }
  for (const CountRow& row : table.rows) {
    const auto own = series.find(row.cells[column]);
    const size_t number =
        own == series.end() ? plot->series.size() - 1 : own->second;
    plot->series[number].values[at.at(row.cells[places])] +=
        table.relative ? row.per_10000() : static_cast<double>(row.mentions());
  }
}

std::string plot_subtitle(const CountTable& table) {
  std::string words = "n = " + counted(table.mentions, "mention", "mentions") +
                      " in " + std::to_string(table.documents) + " of " +
                      counted(table.all_documents, "document", "documents");
  if (table.ambiguous > 0) {
    words += "; " + std::to_string(table.ambiguous) + " of them ambiguous";
  }
  return words;
}

}  // namespace

size_t place_column(const std::vector<CountBy>& by) {
  for (CountBy one : {CountBy::kCentury, CountBy::kYear, CountBy::kDocument,
                      CountBy::kLang}) {
    const auto found = std::find(by.begin(), by.end(), one);
    if (found != by.end()) return static_cast<size_t>(found - by.begin());
  }
  return 0;
}

Plot plot_of(const Lexicon& lexicon, const CountTable& table,
             const PlotWish& wish) {
  Plot plot;
  const size_t column = place_column(table.by);
  const CountBy by = table.by[column];
  const bool in_time = by == CountBy::kCentury || by == CountBy::kYear;
  std::vector<std::string> cells = cells_in(table, column);
  if (in_time) cells = places_in_time(cells, by == CountBy::kCentury);
  std::map<std::string, size_t> at;
  for (const std::string& cell : cells) {
    at.emplace(cell, plot.places.size());
    plot.places.push_back(plot_label(lexicon, by, cell));
  }
  plot.sideways = !in_time || plot.places.size() > kMostPlacesUpright;
  plot.apart = in_time && !cells.empty() && cells.back().empty();
  plot.fractions = table.relative;
  plot.place_label = count_word(by);
  plot.value_label =
      table.relative ? "mentions per 10,000 characters" : "mentions";
  plot.subtitle = plot_subtitle(table);
  plot.source = wish.source;
  plot.title = wish.title;
  if (table.by.size() > 1) {
    plot.grouped = wish.grouped;
    make_series(lexicon, table, wish, at, column, &plot);
    return plot;
  }
  plot.series.push_back({plot.value_label, std::vector<double>(at.size())});
  for (const CountRow& row : table.rows) {
    plot.series[0].values[at.at(row.cells[0])] +=
        table.relative ? row.per_10000() : static_cast<double>(row.mentions());
  }
  return plot;
}

}  // namespace khitai::write
