// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "annotate/near_words.h"
#include "annotate/sight.h"
#include "text/script.h"
#include "text/utf8.h"

namespace khitai::annotate {
namespace {

constexpr uint32_t kMostFathers = 3;
constexpr size_t kLeastKatakana = 3;
// A word that stands oftener is one of the language, not a variant of a name.
constexpr size_t kSeldom = 3;
constexpr size_t kSeldomIn = 5000;  // words
constexpr size_t kFrequent = 10;    // so often, and once in so many words
constexpr size_t kFrequentIn = 400;

class UncasedFinder {
 public:
  UncasedFinder(const Scene& scene, std::vector<Sighted>* found)
      : scene_(scene), found_(found) {}

  void run() {
    for (uint32_t i = scene_.first; i < scene_.last; ++i) {
      if (scene_.shapes[i] != Shape::kUncased) continue;
      i = is_katakana(i) ? take_katakana(i) : look_at(i);
    }
  }

 private:
  bool is_word(uint32_t unit) const {
    return scene_.is_free(unit) && scene_.shapes[unit] == Shape::kUncased;
  }

  bool is_father(uint32_t unit) const {
    return unit < scene_.size() && scene_.shapes[unit] == Shape::kUncased &&
           scene_.is_of_father(unit);
  }

  // A word that may be a name: no cue, no common word, no known name.
  bool may_be_name(uint32_t unit) const {
    constexpr size_t kLeast = 2;
    if (!is_word(unit)) return false;
    const std::string key(scene_.key_of(unit));
    return text::code_points_of(key).size() >= kLeast && !is_frequent(key) &&
           !scene_.reader.cues.knows(key, scene_.lang) && !is_father(unit);
  }

  // What every few hundred words come back to is a word of the language, or
  // the half of a name.
  bool is_frequent(const std::string& key) const {
    const size_t times = scene_.words.of(key).all;
    return times > kFrequent && times * kFrequentIn > scene_.words.words();
  }

  // Returns the last unit that was looked at.
  uint32_t look_at(uint32_t unit) {
    if (!may_be_name(unit)) return unit;
    uint32_t last = unit;
    bool fathered = unit > 0 && is_father(unit - 1) && scene_.goes_on(unit);
    for (uint32_t n = 0; n < kMostFathers; ++n) {
      if (!scene_.goes_on(last + 1) || !is_father(last + 1)) break;
      fathered = true;
      if (!scene_.goes_on(last + 2) || !may_be_name(last + 2)) break;
      last += 2;
    }
    Sighted one;
    one.begin = scene_.unit(unit).begin;
    one.end = scene_.unit(last).end;
    one.words = last - unit + 1;
    one.fathered = fathered;
    one.key = one.words == 1 ? std::string(scene_.key_of(unit))
                             : fold::match_key(scene_.text.substr(
                                   one.begin, one.end - one.begin));
    if (scene_.lexicon.matcher().find(one.key)) return last;
    one.total = one.words == 1 ? scene_.words.of(one.key).all : 0;
    if (!fathered) {
      one.by_cue = may_be_framed(unit);
      one.near = is_near(one);
      if (!one.by_cue && !one.near) return last;
    }
    found_->push_back(std::move(one));
    return last;
  }

  bool may_be_framed(uint32_t unit) const {
    const context::CueFinder& cues = scene_.reader.cues;
    return (unit > 0 && scene_.goes_on(unit) &&
            cues.may_frame(std::string(scene_.key_of(unit - 1)))) ||
           (scene_.goes_on(unit + 1) &&
            cues.may_frame(std::string(scene_.key_of(unit + 1))));
  }

  bool is_near(const Sighted& one) const {
    const size_t most = std::max(kSeldom, scene_.words.words() / kSeldomIn);
    return one.total <= most && scene_.near.has(one.key, scene_.lang);
  }

  std::string_view text_of(uint32_t unit) const {
    const fold::Unit& one = scene_.unit(unit);
    return scene_.text.substr(one.begin, one.end - one.begin);
  }

  bool is_katakana(uint32_t unit) const {
    return is_word(unit) && text::script_of(text_of(unit)) == "Kana";
  }

  // With parts that a dot joins.
  uint32_t take_katakana(uint32_t unit) {
    uint32_t last = unit;
    while (last + 1 < scene_.size() && is_katakana(last + 1) &&
           scene_.unit(last + 1).gap == fold::Gap::kSpace &&
           scene_.gap(last + 1).find_first_of(" \n") ==
               std::string_view::npos) {
      ++last;
    }
    Sighted one;
    one.begin = scene_.unit(unit).begin;
    one.end = scene_.unit(last).end;
    one.words = last - unit + 1;
    one.foreign_script = true;
    one.key =
        fold::match_key(scene_.text.substr(one.begin, one.end - one.begin));
    if (text::code_points_of(one.key).size() >= kLeastKatakana &&
        !scene_.lexicon.matcher().find(one.key)) {
      found_->push_back(std::move(one));
    }
    return last;
  }

  const Scene& scene_;
  std::vector<Sighted>* found_;
};

}  // namespace

void sight_words(const Scene& scene, std::vector<Sighted>* found) {
  UncasedFinder(scene, found).run();
}

}  // namespace khitai::annotate
