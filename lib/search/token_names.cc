// SPDX-License-Identifier: Apache-2.0

#include "search/token_names.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "search/meant.h"

namespace khitai::search {
namespace {

using annotate::Found;
using annotate::Reading;

bool needs_support(const std::vector<lexicon::Option>& options) {
  return std::any_of(options.begin(), options.end(),
                     [](const lexicon::Option& option) {
                       return (option.use & (kUsePart | kUseCue)) != 0;
                     });
}

// Walks over the matches of a block as an annotator does (annotator.cc,
// add_mentions), without weighing what they mean.
class NameWalk {
 public:
  NameWalk(Reading* reading, uint32_t covered)
      : reading_(*reading), covered_(covered) {}

  std::vector<TokenName> index() {
    for (size_t i = 0; i < all().size(); ++i) {
      if (passes_over(i)) continue;
      TokenName name = at(i);
      if (is_meant(i, &name)) {
        add_exact(&name);
        take(std::move(name));
      } else if (reading_.lexicon().is_block(all()[i].pattern)) {
        // A block that is a name in other company blocks here.
        take(std::move(name));
      } else if (!name.inflected && is_whole(name)) {
        spelled_.push_back(std::move(name));
      }
    }
    fill_with_spelled();
    return std::move(names_);
  }

  std::vector<TokenName> ask() {
    for (size_t i = 0; i < all().size(); ++i) {
      if (passes_over(i)) continue;
      TokenName name = at(i);
      name.options = usual_options(name);
      name.meant = !name.options.empty();
      if (name.meant) {
        take(std::move(name));
      } else if (!name.inflected) {
        spelled_.push_back(std::move(name));
      }
    }
    fill_with_spelled();
    return std::move(names_);
  }

 private:
  const std::vector<match::Match>& all() const { return reading_.matches(); }

  // Whether it is no part of a word: "don't" is not spelled as "Don" is.
  bool is_whole(const TokenName& name) const {
    const fold::UnitList& all_units = reading_.units().units;
    const auto first = std::lower_bound(
        all_units.begin(), all_units.end(), name.begin,
        [](const fold::Unit& unit, uint32_t at) { return unit.begin < at; });
    if (first == all_units.end() || first->begin != name.begin) return false;
    const auto behind = std::lower_bound(
        first, all_units.end(), name.end,
        [](const fold::Unit& unit, uint32_t at) { return unit.begin < at; });
    return (behind - 1)->end <= name.end;
  }

  // What lies within a name, and words that are no names and hide what is in
  // them.
  bool passes_over(size_t index) {
    const match::Match& match = all()[index];
    if (reading_.is_taken(index) || match.begin < covered_) return true;
    if (!resolve::is_word(reading_.lexicon(), match.pattern,
                          &reading_.options())) {
      return false;
    }
    covered_ = match.end;
    hidden_.push_back({match.begin, match.end});
    return true;
  }

  // What is spelled exactly so is nothing else inflected.
  TokenName at(size_t index) const {
    TokenName name;
    name.begin = all()[index].begin;
    name.end = all()[index].end;
    name.inflected = reading_.inflected(index) != nullptr;
    if (!name.inflected) {
      name.patterns.push_back(all()[index].pattern);
      return name;
    }
    for (size_t next = index; next < all().size(); ++next) {
      const match::Match& other = all()[next];
      if (other.begin != name.begin || other.end != name.end) break;
      name.patterns.push_back(other.pattern);
    }
    return name;
  }

  // Those of what is usually meant, if nothing else is known.
  std::vector<lexicon::Option> usual_options(const TokenName& name) {
    std::vector<lexicon::Option> options;
    for (const uint32_t pattern : name.patterns) {
      for (const lexicon::Option& option : reading_.options().of(pattern)) {
        if ((option.use & kUseNever) == 0) options.push_back(option);
      }
    }
    resolve::Evidence evidence;
    evidence.explain = false;
    evidence.lang = reading_.survey().lang;
    evidence.spelled =
        reading_.block().substr(name.begin, name.end - name.begin);
    const std::vector<Candidate> candidates =
        resolve::score(reading_.lexicon(), options, evidence);
    if (candidates.empty()) return {};
    const std::vector<uint32_t> entities =
        meant_entities(resolve::decide(candidates, kDecide), candidates, false);
    std::erase_if(options, [&](const lexicon::Option& option) {
      return std::find(entities.begin(), entities.end(), option.entity) ==
             entities.end();
    });
    return options;
  }

  // Fills in what may be meant.
  bool is_meant(size_t index, TokenName* name) {
    const std::string lang = reading_.lang_at(name->begin);
    Found found;
    reading_.gather(index, lang, &found);
    if (found.options.empty()) return false;
    if (needs_support(found.options)) {
      const auto cues = reading_.reader().cues.around(
          reading_.units(), name->begin, name->end, nullptr);
      found.options = reading_.supported(index, lang, found, cues);
    }
    name->options = std::move(found.options);
    name->meant = !name->options.empty();
    return name->meant;
  }

  // Where an inflected reading is meant, it is spelled as another one still.
  void add_exact(TokenName* name) const {
    if (!name->inflected || spelled_.empty()) return;
    const TokenName& exact = spelled_.back();
    if (exact.begin != name->begin || exact.end != name->end) return;
    name->patterns.insert(name->patterns.begin(), exact.patterns.begin(),
                          exact.patterns.end());
  }

  void take(TokenName name) {
    covered_ = name.end;
    hidden_.push_back({name.begin, name.end});
    names_.push_back(std::move(name));
  }

  // What is spelled as a name and overlaps nothing that counts.
  void fill_with_spelled() {
    std::vector<TokenName> kept;
    auto next = hidden_.begin();
    uint32_t end = 0;
    for (TokenName& name : spelled_) {
      while (next != hidden_.end() && next->end <= name.begin) ++next;
      const bool free = next == hidden_.end() || next->begin >= name.end;
      if (!free || name.begin < end) continue;
      end = name.end;
      kept.push_back(std::move(name));
    }
    std::vector<TokenName> merged;
    std::merge(std::make_move_iterator(names_.begin()),
               std::make_move_iterator(names_.end()),
               std::make_move_iterator(kept.begin()),
               std::make_move_iterator(kept.end()), std::back_inserter(merged),
               [](const TokenName& a, const TokenName& b) {
                 return a.begin < b.begin;
               });
    names_ = std::move(merged);
  }

  struct Hidden {
    uint32_t begin;
    uint32_t end;
  };
  Reading& reading_;
  uint32_t covered_;  // end of the last that counts
  std::vector<TokenName> names_;
  std::vector<TokenName> spelled_;
  std::vector<Hidden> hidden_;
};

}  // namespace

std::vector<TokenName> names_to_index(Reading* reading, uint32_t covered) {
  return NameWalk(reading, covered).index();
}

std::vector<TokenName> names_to_ask(Reading* reading) {
  return NameWalk(reading, 0).ask();
}

}  // namespace khitai::search
