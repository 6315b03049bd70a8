// SPDX-License-Identifier: Apache-2.0
//
// The project's own matcher, built of the names in this process: folded,
// at the bounds of words, leftmost-longest, with places in the original. With
// the widest registers the processor has, and with less.

#include <unordered_set>

#include "base/processor.h"
#include "fold/fold.h"
#include "khitai/version.h"
#include "match/matcher.h"
#include "speed/engine.h"

namespace khitai::bench {
namespace {

using base::Instructions;

class Khitai : public Engine {
 public:
  explicit Khitai(Instructions instructions) : instructions_(instructions) {}

  Facts facts() const override {
    std::string name = "khitai";
    if (instructions_ < base::widest_instructions()) {
      name += ", ";
      name += base::name_of(instructions_);
    }
    return {name, kVersion, "folded, whole words, longest"};
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
    base::use_instructions(instructions_);
    matcher_->scan(text, &scratch_, &matches_);
    base::use_instructions(base::widest_instructions());
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
  const Instructions instructions_;
  std::string section_;
  std::unique_ptr<match::Matcher> matcher_;
  match::Scratch scratch_;
  std::vector<match::Match> matches_;
};

}  // namespace

void add_khitai(Engines* engines) {
  const Instructions widest = base::widest_instructions();
  for (const Instructions each :
       {Instructions::kAvx512, Instructions::kAvx2, Instructions::kPortable}) {
    if (each <= widest) engines->push_back(std::make_unique<Khitai>(each));
  }
}

}  // namespace khitai::bench
