// SPDX-License-Identifier: Apache-2.0
//
// The project's own matcher, built of the names in this process: folded,
// at the bounds of words, leftmost-longest, with places in the original.

#include <unordered_set>

#include "fold/fold.h"
#include "khitai/version.h"
#include "match/matcher.h"
#include "speed/engine.h"

namespace khitai::bench {
namespace {

class Khitai : public Engine {
 public:
  Facts facts() const override {
    return {"khitai", kVersion, "folded, whole words, longest"};
  }

  Status build(const Names& names) override {
    match::Builder builder;
    std::unordered_set<std::string> seen;
    for (uint32_t i = 0; i < names.list.size(); ++i) {
      std::string key = fold::match_key(names.list[i]);
      if (!match::check_folded(key).ok()) continue;
      if (seen.insert(key).second) builder.add(key, i);
    }
    Result<std::string> section = builder.build();
    if (!section) return section.error();
    section_ = std::move(*section);
    Result<match::Matcher> matcher = match::Matcher::open(section_);
    if (!matcher) return matcher.error();
    matcher_ = std::make_unique<match::Matcher>(std::move(*matcher));
    return Done{};
  }

  size_t scan(std::string_view text) override {
    matches_.clear();
    matcher_->scan(text, &scratch_, &matches_);
    match::keep_longest([](const match::Match&) { return true; }, &matches_);
    return matches_.size();
  }

  std::string wrong(std::string_view text, const Expected& expected) override {
    scan(text);
    Hits hits;
    for (const match::Match& match : matches_) {
      hits.push_back({match.begin, match.end, match.pattern});
    }
    return difference(text, hits, longest_of(expected.folded));
  }

 private:
  std::string section_;
  std::unique_ptr<match::Matcher> matcher_;
  match::Scratch scratch_;
  std::vector<match::Match> matches_;
};

}  // namespace

void add_khitai(Engines* engines) {
  engines->push_back(std::make_unique<Khitai>());
}

}  // namespace khitai::bench
