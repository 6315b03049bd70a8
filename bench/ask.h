// SPDX-License-Identifier: Apache-2.0
//
// A copy of a lexicon to take things out of, queries asked of what is compiled
// from it, and what became of them. Each fold of a measurement is a task with a
// copy and a `Run` of its own, so that folds go on at the same time.

#ifndef KHITAI_BENCH_ASK_H_
#define KHITAI_BENCH_ASK_H_

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "compile/compile.h"
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
  // Its rules without any names.
  std::shared_ptr<const Lexicon> rules() const;

 private:
  std::shared_ptr<const Lexicon> compiled_with(
      const compile::CompileOptions& options) const;

  std::filesystem::path folder_;
};

struct Options {
  std::vector<std::string> sets;
  size_t jobs = 1;
  size_t sample = 1;  // every how-manieth query
  bool dump = false;  // features of all candidates
};

// What came of a part of a measurement.
struct Run {
  std::map<std::string, Figures> rows;
  ToldByScripts told;
  std::string dump;

  void add(const Run& other);
};

// The results of tasks 0, 1, ..., as many at a time as there are jobs, in the
// order of their numbers.
template <typename Task>
std::vector<Run> run_tasks(size_t count, size_t jobs, const Task& task) {
  std::vector<Run> runs(count);
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < count; i = next++) runs[i] = task(i);
  };
  std::vector<std::thread> others;
  for (size_t i = 1; i < jobs; ++i) others.emplace_back(work);
  work();
  for (std::thread& one : others) one.join();
  return runs;
}

// Every k-th element.
template <typename T>
std::vector<T> sampled(const std::vector<T>& all, size_t every) {
  std::vector<T> some;
  for (size_t i = 0; i < all.size(); i += every) some.push_back(all[i]);
  return some;
}

using IsRight = std::function<bool(const khitai::Candidate&)>;

// What is asked, and where it is noted.
struct Asked {
  std::string set, row;
  khitai::Query query;
  bool out = false;  // the answers are not in the lexicon
  bool dump = false;
};

// Resolves a query and notes what became of it. The dump: a candidate a line,
// an empty line behind each query, with set ("-out" behind it when the answers
// are out), right (1 or 0), scripts, level, query, form, and a column
// name=weight for each feature.
void ask(const Lexicon& lexicon, const Asked& asked, const IsRight& is_right,
         Run* run);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_ASK_H_
