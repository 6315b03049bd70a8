// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "annotate/sight.h"
#include "morphology/analyze.h"
#include "text/utf8.h"

namespace khitai::annotate {
namespace {

constexpr uint32_t kMostNameWords = 6;
constexpr uint32_t kMostJoining = 2;  // small words between two of a name
constexpr size_t kLeastLetters = 3;   // of a name of one word

bool has_capital(Shape shape) {
  return shape == Shape::kCapital || shape == Shape::kLoud ||
         shape == Shape::kInitial;
}

// Rows of words with capitals, without what belongs to the sentence.
class CapitalFinder {
 public:
  CapitalFinder(const Scene& scene, std::vector<Sighted>* found)
      : scene_(scene), found_(found) {}

  void run() {
    for (uint32_t i = scene_.first; i < scene_.last; ++i) {
      if (!has_capital(scene_.shapes[i]) || !scene_.is_free(i)) continue;
      first_ = i;
      last_ = end_of(i);
      i = last_;
      if (last_ - first_ < kMostNameWords + 2) take();
    }
  }

 private:
  // The last unit of a row that begins there.
  uint32_t end_of(uint32_t first) const {
    uint32_t last = first;
    for (uint32_t next = last + 1; scene_.goes_on(next) && scene_.is_free(next);
         next = last + 1) {
      if (has_capital(scene_.shapes[next]) || is_hyphened(next)) {
        last = next;
        continue;
      }
      const uint32_t joined = joined_by(next);
      if (joined == next) break;
      last = joined;
    }
    return last;
  }

  // "Yeh-lu": the rest of a word.
  bool is_hyphened(uint32_t unit) const {
    return scene_.shapes[unit] == Shape::kSmall && scene_.gap(unit) == "-";
  }

  // The word with a capital that particles lead to; `from` where none does.
  uint32_t joined_by(uint32_t from) const {
    for (uint32_t i = from; i < from + kMostJoining; ++i) {
      if (!scene_.is_free(i) || !scene_.joins(i) || !scene_.goes_on(i + 1) ||
          !scene_.is_free(i + 1)) {
        break;
      }
      if (has_capital(scene_.shapes[i + 1])) return i + 1;
    }
    return from;
  }

  std::string key_of(uint32_t unit) const {
    return std::string(scene_.key_of(unit));
  }

  // A letter that is no initial of a name: "I", "A".
  bool is_lone_letter(uint32_t unit) const {
    return scene_.shapes[unit] == Shape::kInitial &&
           (unit + 1 >= scene_.size() ||
            scene_.gap(unit + 1).find('.') == std::string_view::npos);
  }

  // Whether the first word of the row is a title of what follows.
  bool is_title(uint32_t unit) const {
    if (!scene_.reader.cues.may_frame(key_of(unit))) return false;
    const fold::Unit& next = scene_.unit(unit + 1);
    const auto cues =
        scene_.reader.cues.beside(scene_.units, next.begin, next.end);
    return std::any_of(cues.begin(), cues.end(), [&](const auto& cue) {
      return cue.before && cue.type != "title" && cue.words == key_of(unit);
    });
  }

  // Whether the last word says what kind of place the others name.
  bool is_kind(uint32_t unit) const {
    if (!scene_.reader.cues.may_frame(key_of(unit))) return false;
    const fold::Unit& before = scene_.unit(unit - 1);
    const auto cues =
        scene_.reader.cues.beside(scene_.units, before.begin, before.end);
    return std::any_of(cues.begin(), cues.end(), [&](const auto& cue) {
      return !cue.before && cue.type == "place" && cue.words == key_of(unit);
    });
  }

  bool is_idle(uint32_t unit) const {
    return is_lone_letter(unit) || scene_.is_common(unit) ||
           (scene_.shapes[unit] == Shape::kSmall && !is_hyphened(unit));
  }

  // A common word, or one that says what others name ("Sultan").
  bool is_known_word(uint32_t unit) const {
    return is_idle(unit) || scene_.reader.cues.knows(key_of(unit), scene_.lang);
  }

  void trim() {
    while (first_ < last_) {
      const bool sentence =
          scene_.opens(first_) && scene_.words.is_small(scene_.key_of(first_));
      if (!is_idle(first_) && !sentence && !is_title(first_)) break;
      ++first_;
    }
    while (first_ < last_ && (is_idle(last_) || is_kind(last_))) --last_;
  }

  bool is_name_like(uint32_t unit) const {
    if (scene_.shapes[unit] != Shape::kCapital || scene_.is_common(unit)) {
      return false;
    }
    return !scene_.words.is_small(scene_.key_of(unit));
  }

  void take() {
    trim();
    const uint32_t words = last_ - first_ + 1;
    if (words > kMostNameWords || (words == 1 && is_known_word(first_))) return;
    bool any = false;
    for (uint32_t i = first_; i <= last_; ++i) any |= is_name_like(i);
    if (!any) return;
    Sighted one;
    one.opening = scene_.opens(first_);
    one.capital = !one.opening ||
                  (words > 1 && !scene_.titled[last_] && is_name_like(last_));
    one.words = words;
    const uint32_t next = last_ + 1;
    one.numbered = next < scene_.size() && scene_.gap(next) == " " &&
                   scene_.shapes[next] == Shape::kNumber;
    add_article();
    spell(&one);
    const bool short_word =
        words == 1 && text::code_points_of(one.key).size() < kLeastLetters;
    if (short_word || scene_.lexicon.matcher().find(one.key)) return;
    found_->push_back(std::move(one));
  }

  // The article is inside a name.
  void add_article() {
    if (first_ > 0 && scene_.is_free(first_ - 1) &&
        scene_.shapes[first_ - 1] == Shape::kSmall &&
        scene_.is_article(first_ - 1)) {
      --first_;
    }
  }

  void spell(Sighted* one) const {
    const fold::Unit& to = scene_.unit(last_);
    one->begin = scene_.unit(first_).begin;
    const uint32_t kept = without_ending(to);
    one->end = kept == to.key_end - to.key_begin
                   ? to.end
                   : fold::source_end(scene_.text, scene_.units, to, kept);
    one->key =
        fold::match_key(scene_.text.substr(one->begin, one->end - one->begin));
  }

  // The bytes of a key before what an apostrophe parts off.
  uint32_t without_ending(const fold::Unit& unit) const {
    const std::string_view key = scene_.units.key_of(unit);
    const uint32_t all = unit.key_end - unit.key_begin;
    const size_t cut = unit.apostrophe ? key.rfind('\'') : std::string::npos;
    if (cut == std::string_view::npos || cut == 0) return all;
    if (cut + 2 == key.size()) return static_cast<uint32_t>(cut);
    const auto analyses =
        morphology::analyze(scene_.lexicon.morphology(), key, scene_.lang);
    const bool ends = std::any_of(
        analyses.begin(), analyses.end(),
        [&](const auto& one) { return one.end == cut || one.end == cut + 1; });
    return ends ? static_cast<uint32_t>(cut) : all;
  }

  const Scene& scene_;
  std::vector<Sighted>* found_;
  uint32_t first_ = 0;
  uint32_t last_ = 0;
};

}  // namespace

void sight_capitals(const Scene& scene, std::vector<Sighted>* found) {
  CapitalFinder(scene, found).run();
}

}  // namespace khitai::annotate
