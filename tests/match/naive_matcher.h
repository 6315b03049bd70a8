// SPDX-License-Identifier: Apache-2.0
//
// What the matcher means, written for the reader: every row of units, with
// every cut at an apostrophe, is spelled out and looked up. The oracle of the
// fast one. Time: units x longest name x its bytes.

#ifndef KHITAI_TESTS_MATCH_NAIVE_MATCHER_H_
#define KHITAI_TESTS_MATCH_NAIVE_MATCHER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/matcher.h"

namespace khitai::match {

class NaiveMatcher {
 public:
  void add(const std::string& key, uint32_t pattern);
  // In the order of Matcher::scan().
  std::vector<Match> scan(std::string_view text) const;

 private:
  // A row as text and where it lies.
  struct Spelled {
    std::string key;
    uint32_t begin;
    uint32_t end;
  };
  void append_rows(std::string_view text, const fold::Units& units,
                   size_t first, std::vector<Spelled>* rows) const;

  std::unordered_map<std::string, uint32_t> patterns_;
  size_t max_units_ = 0;
};

// The fast matcher and the naive one, made from the same keys (numbered from
// 0), side by side.
class Comparison {
 public:
  // `keys` must outlive the comparison.
  explicit Comparison(const std::vector<std::string>& keys);
  // Where they first differ on `text`; empty when they do not.
  std::string difference(std::string_view text);
  size_t found() const { return found_; }  // matches so far

 private:
  const std::vector<std::string>& keys_;
  NaiveMatcher naive_;
  std::string section_;
  std::optional<Matcher> matcher_;
  Scratch scratch_;
  size_t found_ = 0;
};

}  // namespace khitai::match

#endif  // KHITAI_TESTS_MATCH_NAIVE_MATCHER_H_
