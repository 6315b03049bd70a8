// SPDX-License-Identifier: Apache-2.0
//
// Whether the index of near spellings (lib/match/near_index.h) finds all that
// is near, and how long it takes:
//
//   near NAMES.tsv [--edits 2] [--queries 2000] [--sample 50] [--crowd SHARE]
//
// The names are the column `form`, folded, each once (bench/make_names.py makes
// a table of any size). For each script, and for names of all with letters of
// all, that many names by chance with one edit by chance are looked up at one
// edit, with two at two. A sample is also looked for by comparing it with every
// name, by the table that defines Levenshtein's distance: the program fails
// where the answers differ. Times are of the thread, of one query after the
// other, warm: all that is near, and the first ten. --crowd puts one of a few
// beginnings before a share of the names, as in lists of persons. Where Rust is
// there, BurntSushi's fst answers the same, and it is told how much of it
// finds.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>
#include <unordered_set>
#include <vector>

#include "khitai/keys.h"
#include "match/near_builder.h"
#include "match/near_index.h"
#include "speed/chance.h"
#include "speed/clock.h"
#include "speed/near_rival.h"
#include "text/script.h"
#include "text/utf8.h"

namespace khitai::bench {
namespace {

using match::Near;
using match::NearIndex;

struct Wish {
  std::string path;
  size_t edits = 2, queries = 2000, sample = 50;
  double crowd = 0;
};

struct Names {
  std::vector<std::string> keys;
  std::vector<std::u32string> letters;
};

std::u32string letters_of(std::string_view key) {
  std::u32string out;
  match::read_letters(key, &out);
  return out;
}

std::string utf8(const std::u32string& letters) {
  std::string out;
  for (char32_t letter : letters) text::append(letter, &out);
  return out;
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  size_t at = 0;
  for (size_t tab = 0; tab != std::string::npos; at = tab + 1) {
    tab = line.find('\t', at);
    out.push_back(line.substr(at, tab - at));
  }
  return out;
}

Names read_names(const Wish& wish) {
  static const std::vector<std::string> kHeads = {
      "Muhammad ibn ", "Muhammad b. ", "Abd al-", "Abu al-",
      "Ahmad ibn ",    "Ali ibn ",     "Mirza "};
  Names names;
  Chance chance(1218);
  std::ifstream file(wish.path);
  std::string line;
  std::getline(file, line);
  const auto header = cells(line);
  const auto column = static_cast<size_t>(
      std::find(header.begin(), header.end(), "form") - header.begin());
  std::unordered_set<std::string> seen;
  while (std::getline(file, line)) {
    auto row = cells(line);
    if (column >= row.size()) continue;
    std::string& form = row[column];
    if (chance.happens(wish.crowd)) form = chance.pick(kHeads) + form;
    const std::string key = l1_key(form);
    if (!key.empty() && seen.insert(key).second) names.keys.push_back(key);
  }
  for (const std::string& key : names.keys) {
    names.letters.push_back(letters_of(key));
  }
  return names;
}

// By the table, row by row.
size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// Where lengths differ by more, the distance is more.
std::vector<Near> brute(const Names& names, const std::u32string& query,
                        size_t edits) {
  std::vector<Near> found;
  for (uint32_t i = 0; i < names.letters.size(); ++i) {
    const std::u32string& one = names.letters[i];
    if (one.size() > query.size() + edits) continue;
    if (query.size() > one.size() + edits) continue;
    const size_t d = distance(query, one);
    if (d <= edits) found.push_back({i, static_cast<uint32_t>(d)});
  }
  return found;
}

std::u32string edited(std::u32string word, const std::u32string& letters,
                      Chance* chance) {
  const char32_t letter = letters[chance->below(letters.size())];
  const size_t at = chance->below(word.size());
  switch (chance->below(3)) {
    case 0:
      word[at] = letter;
      break;
    case 1:
      if (word.size() > 1) word.erase(at, 1);
      break;
    default:
      word.insert(at, 1, letter);
  }
  return word;
}

struct Queries {
  std::string script;
  size_t edits = 0;
  std::vector<std::u32string> words;
};

std::vector<Queries> make_queries(const Names& names, const Wish& wish) {
  std::vector<Queries> all;
  Chance chance(1124);
  for (const char* script : {"Latn", "Cyrl", "Arab", "Hani", "mixed"}) {
    std::vector<uint32_t> own;
    for (uint32_t i = 0; i < names.keys.size(); ++i) {
      if (std::string_view(script) == "mixed" ||
          text::script_of(names.keys[i]) == script) {
        own.push_back(i);
      }
    }
    if (own.empty()) continue;
    const auto any = [&]() -> const auto& {
      return names.letters[chance.pick(own)];
    };
    for (size_t edits = 1; edits <= wish.edits; ++edits) {
      Queries one = {script, edits, {}};
      while (one.words.size() < wish.queries) {
        std::u32string word = any();
        for (size_t i = 0; i < edits; ++i) word = edited(word, any(), &chance);
        one.words.push_back(word);
      }
      all.push_back(std::move(one));
    }
  }
  return all;
}

struct Figures {
  double p50 = 0, p99 = 0, most = 0, mean = 0;  // microseconds
  size_t hits = 0;
};

// Every query once before the clock runs, so that the pages it needs are there.
template <typename Find>
Figures measure(const std::vector<std::u32string>& words, const Find& find) {
  std::vector<std::string> queries;
  for (const std::u32string& word : words) queries.push_back(utf8(word));
  Figures figures;
  for (const std::string& query : queries) figures.hits += find(query);
  std::vector<double> times;
  for (const std::string& query : queries) {
    const double begin = thread_seconds();
    find(query);
    times.push_back((thread_seconds() - begin) * 1e6);
  }
  if (times.empty()) return figures;
  std::sort(times.begin(), times.end());
  const auto count = static_cast<double>(times.size());
  figures.p50 = times[times.size() / 2];
  figures.p99 = times[times.size() * 99 / 100];
  figures.most = times.back();
  figures.mean = std::accumulate(times.begin(), times.end(), 0.0) / count;
  return figures;
}

void print(const Queries& queries, const char* what, const Figures& figures) {
  std::printf("%-6s %zu %-9s %9.1f %9.1f %9.1f %9.1f %9zu",
              queries.script.c_str(), queries.edits, what, figures.p50,
              figures.p99, figures.most, figures.mean, figures.hits);
}

// How many of what is near are found; that nothing else is.
struct Recall {
  size_t wanted = 0, found = 0, rival = 0;
  bool same = true;
};

class Bench {
 public:
  Bench(const Wish& wish, Names names) : wish_(wish), names_(std::move(names)) {
    const double begin = thread_seconds();
    match::NearIndexBuilder builder(wish.edits);
    for (const std::string& key : names_.keys) {
      builder.add(match::near_filed(key, wish.edits, 0));
    }
    bytes_ = builder.build(key_of_);
    index_ = NearIndex(bytes_);
    const double took = thread_seconds() - begin;
    std::printf("%zu names, index for %zu edits, made in %.1f s, %.1f MB\n",
                names_.keys.size(), wish.edits, took,
                static_cast<double>(bytes_.size()) / 1e6);
    std::printf("rival: %s\n", rival_.build(names_.keys).c_str());
    std::printf("%-6s %s %-9s %9s %9s %9s %9s %9s  recall\n", "script", "k", "",
                "p50 us", "p99 us", "most us", "mean us", "hits");
  }

  bool run() {
    bool same = true;
    for (const Queries& one : make_queries(names_, wish_)) {
      const Recall recall = compare(one);
      same = same && recall.same;
      print(one, "all", measure_all(one, SIZE_MAX));
      std::printf("  %zu of %zu%s\n", recall.found, recall.wanted,
                  recall.same ? "" : ", NOT THE SAME");
      print(one, "first 10", measure_all(one, 10));
      std::printf("\n");
      if (!rival_.good()) continue;
      Queries few = one;
      few.words.resize(std::min<size_t>(few.words.size(), kRivalQueries));
      print(few, "fst", measure(few.words, [&](const std::string& query) {
              const size_t size = letters_of(query).size();
              const size_t edits = match::edits_of_size(size, one.edits);
              return rival_.find(query, edits).size();
            }));
      std::printf("  %zu of %zu\n", recall.rival, recall.wanted);
      std::fflush(stdout);
    }
    return same;
  }

 private:
  static constexpr size_t kRivalQueries = 200;  // it takes its time

  Figures measure_all(const Queries& queries, size_t most) const {
    return measure(queries.words, [&](const std::string& query) {
      return index_.find(query, queries.edits, most, key_of_).size();
    });
  }

  Recall compare(const Queries& queries) const {
    Recall recall;
    const size_t sample = std::min(wish_.sample, queries.words.size());
    for (size_t i = 0; i < sample; ++i) {
      const std::u32string& word = queries.words[i];
      const size_t edits = match::edits_of_size(word.size(), queries.edits);
      const std::vector<Near> wanted = brute(names_, word, edits);
      auto found = index_.find(utf8(word), edits, SIZE_MAX, key_of_);
      std::sort(found.begin(), found.end());
      recall.same = recall.same && found == wanted;
      const auto theirs = rival_.find(utf8(word), edits);
      const std::unordered_set<uint32_t> rivals(theirs.begin(), theirs.end());
      recall.wanted += wanted.size();
      for (const Near& one : wanted) {
        recall.found += std::binary_search(found.begin(), found.end(), one);
        recall.rival += rivals.count(one.number);
      }
    }
    return recall;
  }

  Wish wish_;
  Names names_;
  NearIndex::KeyOf key_of_ = [this](uint32_t i) -> std::string_view {
    return names_.keys[i];
  };
  std::string bytes_;
  NearIndex index_;
  NearRival rival_;
};

bool read_wish(int argc, char** argv, Wish* wish) {
  if (argc < 2) return false;
  wish->path = argv[1];
  for (int i = 2; i < argc; i += 2) {
    const std::string option = argv[i];
    if (i + 1 == argc) return false;
    const auto number = static_cast<size_t>(std::atoi(argv[i + 1]));
    if (option == "--edits" && number >= 1 && number <= match::kMostEdits) {
      wish->edits = number;
    } else if (option == "--queries") {
      wish->queries = number;
    } else if (option == "--sample") {
      wish->sample = number;
    } else if (option == "--crowd") {
      wish->crowd = std::atof(argv[i + 1]);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace
}  // namespace khitai::bench

int main(int argc, char** argv) {
  khitai::bench::Wish wish;
  if (!khitai::bench::read_wish(argc, argv, &wish)) {
    std::fprintf(stderr,
                 "usage: near NAMES.tsv [--edits 1|2] [--queries N] "
                 "[--sample N] [--crowd SHARE]\n");
    return 2;
  }
  khitai::bench::Names names = khitai::bench::read_names(wish);
  if (names.keys.empty()) {
    std::fprintf(stderr, "near: %s: no names, expected a column `form`\n",
                 wish.path.c_str());
    return 3;
  }
  return khitai::bench::Bench(wish, std::move(names)).run() ? 0 : 1;
}
