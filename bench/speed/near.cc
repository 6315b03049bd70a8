// SPDX-License-Identifier: Apache-2.0
//
// Whether the index of near spellings finds all there is, and how long it
// takes:
//
//   near NAMES.tsv [edits of the index, 1 or 2] [queries] [sample]
//
// The names are the column `form`, folded, each once (bench/make_names.py makes
// a table of any size). For each script, and for names with a letter of another
// script put in, `queries` names by chance with one and with two edits by
// chance are looked up, all at the distance. Of these a sample is also looked
// for by comparing it with every name, by the table that Levenshtein's distance
// is defined by; the program fails when the answers differ.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "khitai/keys.h"
#include "match/near_builder.h"
#include "match/near_index.h"
#include "text/script.h"
#include "text/utf8.h"
#ifdef NEAR_BASE
#include "near_base.h"
#endif

namespace {

using khitai::match::Near;
using khitai::match::NearIndex;
using Clock = std::chrono::steady_clock;

constexpr size_t kMostEdits = 2;

struct Names {
  std::vector<std::string> keys;
  std::vector<std::u32string> letters;
};

std::u32string letters_of(std::string_view key) {
  std::u32string out;
  khitai::match::read_letters(key, &out);
  return out;
}

std::string utf8(const std::u32string& letters) {
  std::string out;
  for (char32_t letter : letters) khitai::text::append(letter, &out);
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

Names read_names(const char* path) {
  Names names;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const auto header = cells(line);
  const auto column = static_cast<size_t>(
      std::find(header.begin(), header.end(), "form") - header.begin());
  std::unordered_set<std::string> seen;
  while (std::getline(file, line)) {
    const auto row = cells(line);
    if (column >= row.size()) continue;
    const std::string key = khitai::l1_key(row[column]);
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
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
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

// Of names whose lengths differ by more the distance is more.
std::vector<Near> brute(const Names& names, const std::u32string& query,
                        size_t edits) {
  std::vector<Near> found;
  edits = khitai::match::edits_of_size(query.size(), edits);
  for (size_t i = 0; i < names.letters.size(); ++i) {
    const size_t size = names.letters[i].size();
    if (std::max(size, query.size()) - std::min(size, query.size()) > edits) {
      continue;
    }
    const size_t d = distance(query, names.letters[i]);
    if (d <= edits) {
      found.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(d)});
    }
  }
  return found;
}

std::u32string edited(std::u32string word, const std::u32string& letters,
                      std::mt19937* random) {
  const auto below = [&](size_t n) { return (*random)() % n; };
  const char32_t letter = letters[below(letters.size())];
  const size_t at = below(word.size());
  switch (below(3)) {
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
  size_t edits = 0;  // that were made
  std::vector<std::u32string> words;
};

std::vector<Queries> make_queries(const Names& names, size_t count) {
  std::vector<Queries> all;
  std::mt19937 random(1218);
  const auto any = [&](const std::vector<uint32_t>& of) -> const auto& {
    return names.letters[of[random() % of.size()]];
  };
  std::vector<uint32_t> every;
  for (uint32_t i = 0; i < names.keys.size(); ++i) every.push_back(i);
  for (const char* script : {"Latn", "Cyrl", "Arab", "Hani", "mixed"}) {
    const bool mixed = script == std::string("mixed");
    std::vector<uint32_t> own;
    for (uint32_t i : every) {
      if (mixed || khitai::text::script_of(names.keys[i]) == script) {
        own.push_back(i);
      }
    }
    if (own.empty()) continue;
    for (size_t edits = 1; edits <= kMostEdits; ++edits) {
      Queries one = {script, edits, {}};
      while (one.words.size() < count) {
        std::u32string word = any(own);
        for (size_t i = 0; i < edits; ++i) {
          word = edited(word, any(own), &random);
        }
        one.words.push_back(word);
      }
      all.push_back(one);
    }
  }
  return all;
}

struct Times {
  std::vector<double> us;
  void print() {
    std::sort(us.begin(), us.end());
    double sum = 0;
    for (double one : us) sum += one;
    const auto at = [&](size_t percent) {
      return us[std::min(us.size() - 1, us.size() * percent / 100)];
    };
    std::printf("p50 %7.1f  p99 %8.1f  most %8.1f  mean %7.1f us", at(50),
                at(99), us.back(), sum / static_cast<double>(us.size()));
  }
};

// Every query once before the clock runs, so that the pages it needs are there.
template <typename Find>
void measure(const std::string& name, const Queries& queries, const Find& find) {
  Times times;
  size_t hits = 0;
  for (const bool timed : {false, true}) {
    for (const std::u32string& word : queries.words) {
      const std::string query = utf8(word);
      const auto begin = Clock::now();
      const size_t found = find(query);
      const std::chrono::duration<double, std::micro> took =
          Clock::now() - begin;
      if (!timed) continue;
      times.us.push_back(took.count());
      hits += found;
    }
  }
  std::printf("%-6s %zu edits  %-9s ", queries.script.c_str(), queries.edits,
              name.c_str());
  times.print();
  std::printf("  hits %zu\n", hits);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: near NAMES.tsv [EDITS] [QUERIES] [SAMPLE]\n");
    return 2;
  }
  const auto number = [&](int i, size_t usual) {
    return argc > i ? static_cast<size_t>(std::atoi(argv[i])) : usual;
  };
  const size_t edits = number(2, 2);
  const Names names = read_names(argv[1]);
  const auto queries = make_queries(names, number(3, 2000));
  const size_t sample = number(4, 50);
  const auto begin = Clock::now();
  khitai::match::NearIndexBuilder builder(edits);
  for (const std::string& key : names.keys) {
    builder.add(khitai::match::near_filed(key, edits, 0));
  }
  const NearIndex::KeyOf key_of = [&](uint32_t i) -> std::string_view {
    return names.keys[i];
  };
  const std::string bytes = builder.build(key_of);
  const NearIndex index(bytes);
  const std::chrono::duration<double> took = Clock::now() - begin;
  std::printf("names %zu  edits %zu  built in %.1f s  index %.1f MB\n",
              names.keys.size(), edits, took.count(),
              static_cast<double>(bytes.size()) / 1e6);
#ifdef NEAR_BASE
  khitai::match::HashIndexBuilder base_builder;
  for (uint32_t i = 0; i < names.keys.size(); ++i) {
    for (const auto& term : khitai::romanize::near_terms(names.keys[i], edits)) {
      base_builder.add({khitai::match::term_hash(term), i, 0});
    }
  }
  const std::string base_bytes = base_builder.build();
  const khitai::match::HashIndex base(base_bytes);
  std::printf("base index %.1f MB\n", base_bytes.size() / 1e6);
  const auto base_find = [&](const std::string& query, size_t k) {
    std::vector<Near> found;
    const auto letters = letters_of(query);
    std::unordered_set<uint32_t> seen;
    for (const auto& term : khitai::romanize::near_terms(query, k)) {
      const auto range = base.find(khitai::match::term_hash(term));
      for (uint32_t i = range.begin; i < range.end; ++i) {
        const uint32_t n = base.number(i);
        if (!seen.insert(n).second) continue;
        const size_t d =
            khitai::match::near_distance(letters, names.letters[n], k);
        if (d <= k) found.push_back({n, static_cast<uint32_t>(d)});
      }
    }
    return found;
  };
#endif
  bool good = true;
  for (const Queries& one : queries) {
    for (size_t k = 1; k <= edits; ++k) {
      size_t wanted = 0, got = 0, base_got = 0;
      for (size_t i = 0; i < std::min(sample, one.words.size()); ++i) {
        const auto truth = brute(names, one.words[i], k);
        auto found = index.find(utf8(one.words[i]), k, SIZE_MAX, key_of);
        std::sort(found.begin(), found.end());
        wanted += truth.size();
        for (const Near& each : truth) {
          got += std::binary_search(found.begin(), found.end(), each);
        }
        good = good && found == truth;
#ifdef NEAR_BASE
        auto base_found = base_find(utf8(one.words[i]), k);
        std::sort(base_found.begin(), base_found.end());
        for (const Near& each : truth) {
          base_got += std::binary_search(base_found.begin(), base_found.end(),
                                         each);
        }
#endif
      }
      std::printf("%-6s %zu edits  k=%zu  recall %zu of %zu  base %zu  %s\n",
                  one.script.c_str(), one.edits, k, got, wanted, base_got,
                  good ? "same" : "DIFFERENT");
      measure("k=" + std::to_string(k), one, [&](const std::string& query) {
        return index.find(query, k, SIZE_MAX, key_of).size();
      });
      measure("k=" + std::to_string(k) + " m=10", one,
              [&](const std::string& query) {
                return index.find(query, k, 10, key_of).size();
              });
#ifdef NEAR_BASE
      measure("base k=" + std::to_string(k), one,
              [&](const std::string& query) {
                return base_find(query, k).size();
              });
#endif
    }
  }
  return good ? 0 : 1;
}
