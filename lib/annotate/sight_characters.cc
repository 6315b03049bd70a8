// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <unordered_map>

#include "annotate/sight.h"
#include "annotate/transcriptions.h"

namespace khitai::annotate {
namespace {

constexpr uint32_t kLeastCharacters = 2;  // characters
constexpr uint32_t kMost = 12;
constexpr double kLeastSum = 3;  // nats; who ranks asks for more
constexpr double kDrop = 1.6;    // ... that a character within may cost
constexpr double kDot = 3;       // ... that a dot between two parts says

// Rows of characters that are together likelier in foreign names.
class CharacterFinder {
 public:
  CharacterFinder(const Scene& scene, std::vector<Sighted>* found)
      : scene_(scene),
        table_(Transcriptions::of(scene.lexicon)),
        found_(found) {}

  void run() {
    if (table_.forms() == 0) return;
    for (uint32_t i = scene_.first; i < scene_.last; ++i) {
      if (!is_character(i) || weight_of(i) <= 0) continue;
      i = take(i);
    }
  }

 private:
  bool is_character(uint32_t unit) const {
    return scene_.is_free(unit) && scene_.shapes[unit] == Shape::kHan &&
           table_.has(scene_.key_of(unit)) && !scene_.is_common(unit);
  }

  double weight_of(uint32_t unit) {
    const std::string_view key = scene_.key_of(unit);
    const auto [place, fresh] = weights_.try_emplace(key, 0);
    if (fresh) {
      place->second = table_.weight(key, scene_.words.of(key).all,
                                    scene_.words.characters());
    }
    return place->second;
  }

  // Whether parts of a foreign name are joined there.
  bool is_dotted(uint32_t unit) const {
    const std::string_view gap = scene_.gap(unit);
    return !gap.empty() &&
           gap.find_first_of(" \n\r\t") == std::string_view::npos;
  }

  // The best row that begins there; returns its last unit.
  uint32_t take(uint32_t first) {
    double sum = weight_of(first);
    double best = sum;
    uint32_t last = first;
    for (uint32_t next = first + 1;
         next < scene_.size() && next - first < kMost && is_character(next) &&
         scene_.unit(next).gap == fold::Gap::kNone;
         ++next) {
      const double dot = is_dotted(next) ? kDot : 0;
      sum += weight_of(next) + dot;
      if (sum < best - kDrop) break;
      if (weight_of(next) > 0 && sum > best) {
        best = sum;
        last = next;
      }
    }
    if (last - first + 1 < kLeastCharacters || best < kLeastSum) return last;
    Sighted one;
    one.begin = scene_.unit(first).begin;
    one.end = scene_.unit(last).end;
    one.sounds = best;
    one.words = last - first + 1;
    one.key =
        fold::match_key(scene_.text.substr(one.begin, one.end - one.begin));
    if (!scene_.lexicon.matcher().find(one.key)) {
      found_->push_back(std::move(one));
    }
    return last;
  }

  const Scene& scene_;
  const Transcriptions& table_;
  std::vector<Sighted>* found_;
  std::unordered_map<std::string_view, double> weights_;
};

}  // namespace

void sight_characters(const Scene& scene, std::vector<Sighted>* found) {
  CharacterFinder(scene, found).run();
}

}  // namespace khitai::annotate
