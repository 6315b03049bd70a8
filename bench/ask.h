// SPDX-License-Identifier: Apache-2.0
//
// A copy of a lexicon to take things out of, and many queries asked of what is
// compiled from it.

#ifndef KHITAI_BENCH_ASK_H_
#define KHITAI_BENCH_ASK_H_

#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "figures.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"

namespace khitai::bench {

// A temporary folder with a copy of the lexicon; gone with the object.
class Workplace {
 public:
  explicit Workplace(const std::string& lexicon);
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path lexicon() const { return folder_ / "lexicon"; }

  // Of the copy, as it is now; `names`: a table of names to take instead of
  // its entities, or empty. Says the problems and ends the program with 3 when
  // the tables cannot be compiled.
  std::shared_ptr<const Lexicon> compiled(const std::string& names) const;

 private:
  std::filesystem::path folder_;
};

struct Options {
  std::vector<std::string> sets;
  size_t jobs = 1;
  size_t sample = 1;          // every how-manieth query
  std::FILE* dump = nullptr;  // features of all candidates, or null
};

// Every k-th element.
template <typename T>
std::vector<T> sampled(const std::vector<T>& all, size_t every) {
  std::vector<T> some;
  for (size_t i = 0; i < all.size(); i += every) some.push_back(all[i]);
  return some;
}

// In the order of the queries, whatever the number of threads.
std::vector<Resolution> ask_all(const Lexicon& lexicon,
                                const std::vector<khitai::Query>& queries,
                                size_t jobs);

using IsRight = std::function<bool(const khitai::Candidate&)>;

// What became of a query; noted in `reliability` and, when there is one, in
// the dump: a candidate a line, an empty line behind each query, with set,
// right (1 or 0), scripts, level, query, form, and a column name=weight for
// each feature.
Outcome outcome_of(const Lexicon& lexicon, const std::string& set,
                   const khitai::Query& query, const Resolution& found,
                   const IsRight& is_right, ToldByScripts* reliability,
                   std::FILE* dump);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_ASK_H_
