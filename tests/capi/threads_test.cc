// SPDX-License-Identifier: Apache-2.0
//
// One lexicon for many threads.

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "khitai/c.h"
#include "support/c_lexicon.h"

namespace khitai {
namespace {

constexpr size_t kThreads = 8;
constexpr size_t kPages = 60;

// All that is found in the text, in words.
std::string found_in(const khitai_lexicon* lexicon, const std::string& page) {
  khitai_result* result = nullptr;
  std::string out;
  if (khitai_annotate(lexicon, page.data(), page.size(), nullptr, &result,
                      nullptr) != KHITAI_OK) {
    return "failed";
  }
  for (size_t i = 0; i < khitai_result_count(result); ++i) {
    const khitai_text id = khitai_candidate_id(result, i, 0);
    out += std::to_string(khitai_mention_begin(result, i)) + " " +
           std::string(id.data, id.size) + " " +
           std::to_string(khitai_candidate_probability(result, i, 0)) + "\n";
  }
  khitai_result_free(result);
  return out;
}

std::string resolved(const khitai_lexicon* lexicon, const std::string& name) {
  khitai_query query = {};
  query.size = sizeof query;
  query.name = {name.data(), name.size()};
  khitai_result* result = nullptr;
  if (khitai_resolve(lexicon, &query, &result, nullptr) != KHITAI_OK) {
    return "failed";
  }
  const khitai_text id = khitai_candidate_id(result, 0, 0);
  const std::string out(id.data, id.size);
  khitai_result_free(result);
  return out;
}

std::string both(const khitai_lexicon* lexicon, const std::string& page) {
  return found_in(lexicon, page) + resolved(lexicon, page.substr(0, 20));
}

// What is read out of a lexicon once is read by all of them at the same time:
// the lexicon is new.
TEST(ThreadsTest, AllFindTheSameInOneLexicon) {
  std::mt19937 random(11);  // NOLINT: the same each time
  std::vector<std::string> pages;
  for (size_t i = 0; i < kPages; ++i) {
    pages.push_back(tests::random_page(&random));
  }
  khitai_lexicon* const shared = tests::new_example_handle();
  std::array<std::vector<std::string>, kThreads> found;
  std::vector<std::thread> threads;
  for (size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      for (const std::string& page : pages) {
        found[i].push_back(both(shared, page));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (size_t i = 0; i < kPages; ++i) {
    const std::string alone = both(tests::example_handle(), pages[i]);
    for (size_t j = 0; j < kThreads; ++j) EXPECT_EQ(found[j][i], alone);
  }
  khitai_lexicon_free(shared);
}

}  // namespace
}  // namespace khitai
