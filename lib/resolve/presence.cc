// SPDX-License-Identifier: Apache-2.0

#include "resolve/presence.h"

#include <algorithm>
#include <cmath>

#include "resolve/refuse.h"
#include "resolve/weights.h"

namespace khitai::resolve {
namespace {

// Up to this many bytes away a mention counts in full.
constexpr uint32_t kNear = 200;
// A name stands just before another one within so many, from begin to begin.
constexpr uint32_t kJustBefore = 40;

class PresenceScorer {
 public:
  PresenceScorer(const Lexicon& lexicon, const Evidence& evidence,
                 std::vector<Feature>* features)
      : lexicon_(lexicon), evidence_(evidence), features_(features) {}

  // From 1 beside the name down to a tenth far away.
  double nearness(const Presence& presence) const {
    if (!evidence_.offset) return 1;
    const uint32_t gap = presence.gap_to(*evidence_.offset);
    return gap <= kNear ? 1 : std::max(0.1, static_cast<double>(kNear) / gap);
  }

  void present(uint32_t entity) {
    if (evidence_.present == nullptr || evidence_.present->empty()) return;
    const Presence* const self = evidence_.present->find(entity);
    if (self != nullptr && self->pattern != evidence_.pattern) {
      add("present", kWeights.present * nearness(*self),
          [&] { return std::string("named in the text by another form"); });
    }
    double sum = 0;
    size_t counted = 0;           // of the related ones, until the sum is full
    uint32_t neighbour = kNoRow;  // one that stands just before the name
    const auto& related = evidence_.present->related(lexicon_, entity);
    const std::vector<Presence>& all = evidence_.present->all();
    for (const uint32_t place : related) {
      const Presence& one = all[place];
      if (neighbour == kNoRow && is_just_before(one)) neighbour = one.entity;
      if (sum < kWeights.related_most) {
        sum += kWeights.related * nearness(one);
        ++counted;
      } else if (neighbour != kNoRow) {
        break;
      }
    }
    if (sum > 0) {
      add("related", std::min(sum, kWeights.related_most), [&] {
        std::vector<uint32_t> who;
        for (size_t i = 0; i < counted; ++i)
          who.push_back(all[related[i]].entity);
        return "related entities named in the text: " +
               labels_of(lexicon_, who);
      });
    }
    if (neighbour != kNoRow) {
      add("neighbour", kWeights.neighbour, [&] {
        return "just before it: " + labels_of(lexicon_, {neighbour});
      });
    }
  }

  // What the text's decided mentions say: of this spelling, else of others
  // where that is not counted as presence. Nothing against a year that stands
  // near: it is where a text turns to another bearer of the name.
  void elsewhere(uint32_t entity) {
    if (evidence_.discourse == nullptr || is_of_another_time(entity)) return;
    const uint32_t same = evidence_.discourse->times(evidence_.pattern, entity);
    const auto said = [](uint32_t times, const char* what) {
      return "elsewhere in this document: " + std::string(what) + ", " +
             std::to_string(times) + (times == 1 ? " time" : " times");
    };
    if (same > 0) {
      const double digits = std::log2(1.0 + same);
      add("elsewhere",
          std::min(kWeights.elsewhere * digits, kWeights.elsewhere_most),
          [&] { return said(same, "this spelling means it"); });
      return;
    }
    if (evidence_.present != nullptr &&
        evidence_.present->find(entity) != nullptr) {
      return;
    }
    const uint32_t other =
        evidence_.discourse->times_otherwise(evidence_.pattern, entity);
    if (other == 0) return;
    add("otherwise", kWeights.otherwise,
        [&] { return said(other, "another spelling means it"); });
  }

 private:
  // "whose era Shaoxing" behind the ruler's name, "Sultan Sanjar".
  bool is_just_before(const Presence& presence) const {
    return evidence_.offset &&
           presence.is_before(*evidence_.offset, kJustBefore);
  }

  bool is_of_another_time(uint32_t entity) const {
    return evidence_.near_years &&
           distance(lexicon_.entity_years(entity), *evidence_.near_years) > 0;
  }

  // Puts the words together only when they are wanted.
  template <typename Words>
  void add(std::string_view id, double weight, const Words& words) {
    features_->push_back({id, weight, {}});
    if (evidence_.explain) features_->back().words = words();
  }

  const Lexicon& lexicon_;
  const Evidence& evidence_;
  std::vector<Feature>* features_;
};

}  // namespace

std::string labels_of(const Lexicon& lexicon,
                      const std::vector<uint32_t>& entities) {
  std::string out;
  for (uint32_t entity : entities) {
    out +=
        (out.empty() ? "" : ", ") + std::string(lexicon.entity(entity).label);
  }
  return out;
}

void add_presence(const Lexicon& lexicon, const Evidence& evidence,
                  uint32_t entity, std::vector<Feature>* features) {
  PresenceScorer scorer(lexicon, evidence, features);
  scorer.present(entity);
  scorer.elsewhere(entity);
}

}  // namespace khitai::resolve
