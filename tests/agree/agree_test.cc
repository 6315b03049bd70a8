// SPDX-License-Identifier: Apache-2.0
//
// The fast matcher against the naive one on real texts, with names taken from
// those texts: the corpora, and the bulk texts for measuring where they lie
// beside the checkout (their first megabyte; KHITAI_AGREE_FULL=1: all).

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <unordered_set>
#include <vector>

#include "match/naive_matcher.h"
#include "match/random_text.h"
#include "support/cases.h"

namespace khitai::match {
namespace {

constexpr size_t kMegabyte = 1000000;

bool full() {
  const char* value = std::getenv("KHITAI_AGREE_FULL");
  return value != nullptr && std::string(value) == "1";
}

// The *.txt files of a folder of the checkout, or beside it, in order.
std::vector<std::string> texts_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code none;
  const std::string root = std::string(KHITAI_SOURCE_DIR) + "/" + folder;
  for (const auto& file : std::filesystem::directory_iterator(root, none)) {
    if (file.path().extension() == ".txt") paths.push_back(file.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// A row of up to five units from anywhere in a text, cut at an apostrophe now
// and then. Empty when a barrier stands in it.
std::string any_row(const fold::Units& units, RandomText* random) {
  const auto size = static_cast<uint32_t>(units.units.size());
  const uint32_t first = random->below(size);
  const uint32_t length = 1 + std::min(random->below(5), random->below(5));
  std::string key;
  for (uint32_t i = first; i < std::min(size, first + length); ++i) {
    const fold::Unit& unit = units.units[i];
    if (i != first) {
      if (unit.gap == fold::Gap::kBarrier) return "";
      if (unit.gap != fold::Gap::kNone) key += fold::gap_byte(unit.gap);
    }
    key += units.key_of(unit);
  }
  if (random->below(4) == 0) key.resize(std::min(key.size(), key.rfind('\'')));
  if (random->below(4) == 0) key.erase(0, key.find('\'') + 1);
  return key;
}

std::vector<std::string> keys_from(const std::string& text) {
  fold::Units units;
  fold::append_units(text, &units);
  std::vector<std::string> keys;
  if (units.units.empty()) return keys;
  RandomText random(1);
  std::unordered_set<std::string> seen;
  const size_t tries = std::min<size_t>(30000, units.units.size() / 8 + 20);
  for (size_t i = 0; i < tries; ++i) {
    const std::string key = any_row(units, &random);
    if (check_key(key) && seen.insert(key).second) keys.push_back(key);
  }
  return keys;
}

void agree_on(const std::string& folder, size_t most) {
  const std::vector<std::string> paths = texts_in(folder);
  if (paths.empty()) {
    GTEST_SKIP() << "skipped: no texts in " << folder;
  }
  for (const std::string& path : paths) {
    std::string text = tests::read_file(path);
    if (text.size() > most) text.resize(most);
    const std::vector<std::string> keys = keys_from(text);
    Comparison comparison(keys);
    EXPECT_EQ(comparison.difference(text), "") << path;
    std::cout << std::filesystem::path(path).filename().string() << ": "
              << keys.size() << " names, " << comparison.found()
              << " matches in " << text.size() << " bytes\n";
  }
}

TEST(AgreeTest, OnTheCorpora) { agree_on("corpora", SIZE_MAX); }

TEST(AgreeTest, OnTheHeldOutCorpora) { agree_on("corpora/held", SIZE_MAX); }

TEST(AgreeTest, OnHostileTexts) { agree_on("corpora/hostile", SIZE_MAX); }

TEST(AgreeTest, OnBulkTexts) {
  agree_on("../shared/data/bulk", full() ? SIZE_MAX : kMegabyte);
}

}  // namespace
}  // namespace khitai::match
