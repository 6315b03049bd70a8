// SPDX-License-Identifier: Apache-2.0

#include "resolve/score.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "resolve/near.h"
#include "resolve/weights.h"
#include "text/casing.h"

namespace khitai::resolve {
namespace {

// How far outside an entity's years `--year` may lie.
constexpr int64_t kTolerance = 5;

// Up to this many bytes away a mention counts in full.
constexpr uint32_t kNear = 200;

// Years between a year and a span; 0 inside it.
int64_t distance(const Years& years, int64_t year) {
  if (year < years.from) return years.from - year;
  if (year > years.to) return year - years.to;
  return 0;
}

std::string words_of(const Years& years) {
  auto end = [](int32_t year, const char* open) {
    return year == kEarliest || year == kLatest ? std::string(open)
                                                : std::to_string(year);
  };
  return end(years.from, "?") + "-" + end(years.to, "?");
}

// Whether things of a type have proper names: the rest (peoples, titles,
// languages, ...) are written small in some languages.
bool is_proper(std::string_view type) {
  return type == "person" || type == "place" || type == "polity" ||
         type == "era" || type == "clan" || type == "work";
}

class Scorer {
 public:
  Scorer(const Lexicon& lexicon, const Evidence& evidence)
      : lexicon_(lexicon), evidence_(evidence) {}

  Candidate score(const lexicon::Option& option) {
    Candidate candidate;
    candidate.entity = option.entity;
    candidate.form = option.form;
    candidate.sense = option.sense;
    features_ = &candidate.features;
    const Form form = lexicon_.form(option.form);
    const Sense sense = lexicon_.sense(option.sense);
    const Entity entity = lexicon_.entity(option.entity);
    spelling(option.form, form, sense, entity);
    certainty(form, sense, entity);
    language(option.form, form);
    known(option.entity);
    years(entity);
    cues(entity);
    present(option.entity);
    for (const Feature& feature : candidate.features) {
      candidate.probability += feature.weight;  // log-odds until normalized
    }
    return candidate;
  }

 private:
  void add(std::string_view id, double weight, std::string words) {
    features_->push_back({id, weight, std::move(words)});
  }

  const Proposal* proposal(uint32_t form) const {
    if (evidence_.proposals == nullptr) return nullptr;
    const auto found = evidence_.proposals->find(form);
    return found == evidence_.proposals->end() ? nullptr : &found->second;
  }

  // By the same spelling, or by a proposal.
  void met(uint32_t number, const Form& form) {
    if (const Proposal* const near = proposal(number)) {
      add_nearness(*near, form, evidence_.pattern != kNoRow, features_);
    } else {
      add("met", kWeights.met, "same spelling (L1): " + std::string(form.text));
    }
  }

  void spelling(uint32_t number, const Form& form, const Sense& sense,
                const Entity& entity) {
    met(number, form);
    if (form.generated()) {
      add("generated", kWeights.generated,
          "form made by rule: " + std::string(form.rule));
    } else {
      add("attested", kWeights.attested,
          "form " + std::string(form.basis) + ", source " +
              std::string(form.source));
    }
    if (is_proper(entity.type) &&
        !text::keeps_capitals(form.text, evidence_.spelled)) {
      add("lower-case", kWeights.lower_case,
          "written without the capital of a proper name");
    }
    if ((form.use & (kUseCue | kUsePart)) != 0) {
      add("weak", kWeights.weak, "a form that means it only in its company");
    }
    if ((form.use & kUseLabel) != 0) {
      add("label", kWeights.label, "preferred form");
    }
    if (lexicon_.name(sense.name).id == entity.id) {
      add("main-name", kWeights.main_name, "its main name");
    }
  }

  void certainty(const Form& form, const Sense& sense, const Entity& entity) {
    const std::string_view grades[] = {form.certainty, sense.certainty,
                                       entity.certainty};
    const auto worst = [&](std::string_view grade) {
      return std::find(std::begin(grades), std::end(grades), grade) !=
             std::end(grades);
    };
    if (worst("possible")) {
      add("possible", kWeights.possible, "only possible");
    } else if (worst("likely")) {
      add("likely", kWeights.likely, "likely, not certain");
    }
  }

  void language(uint32_t number, const Form& form) {
    if (evidence_.lang.empty() || form.lang.empty()) return;
    // Another spelling may well be another language's.
    if (proposal(number) != nullptr) return;
    const std::string_view primary =
        evidence_.lang.substr(0, evidence_.lang.find('-'));
    if (lexicon::has_lang(form.lang, primary)) {
      add("language", kWeights.language,
          "a form of the text's language (" + std::string(primary) + ")");
    } else {
      add("other-language", kWeights.other_language,
          "a form of another language (" + std::string(form.lang) + ")");
    }
  }

  void known(uint32_t entity) {
    const size_t relations = lexicon_.relations_of_entity(entity).size();
    if (relations == 0) return;
    const double digits = std::log2(1.0 + static_cast<double>(relations));
    add("known", std::min(kWeights.known * digits, kWeights.known_most),
        std::to_string(relations) +
            (relations == 1 ? " relation" : " relations") + " in the lexicon");
  }

  void years(const Entity& entity) {
    if (!evidence_.near_year || entity.years.open()) return;
    const int32_t year = *evidence_.near_year;
    const int64_t gap = distance(entity.years, year);
    const std::string said = "the year " + std::to_string(year);
    const std::string span = words_of(entity.years);
    if (gap == 0) {
      add("year-inside", kWeights.year_inside, said + " lies within " + span);
      return;
    }
    const double weight =
        kWeights.year_outside + kWeights.year_each * static_cast<double>(gap);
    add("year-outside", std::max(weight, kWeights.year_most),
        said + " lies outside " + span);
  }

  void cues(const Entity& entity) {
    const std::vector<std::string_view>& cues = evidence_.cues;
    if (cues.empty()) return;
    const std::string type(entity.type);
    if (std::find(cues.begin(), cues.end(), entity.type) != cues.end()) {
      add("cue", kWeights.cue, "a word beside it calls for a " + type);
    } else {
      add("cue-other", kWeights.cue_other,
          "a word beside it calls for a " + std::string(cues.front()) +
              ", not a " + type);
    }
  }

  // From 1 beside the name down to a tenth far away.
  double nearness(const Presence& presence) const {
    if (!evidence_.offset) return 1;
    const std::vector<uint32_t>& offsets = presence.offsets;
    const uint32_t at = *evidence_.offset;
    const auto after = std::lower_bound(offsets.begin(), offsets.end(), at);
    uint32_t gap = UINT32_MAX;
    if (after != offsets.end()) gap = *after - at;
    if (after != offsets.begin()) gap = std::min(gap, at - *(after - 1));
    return gap <= kNear ? 1 : std::max(0.1, static_cast<double>(kNear) / gap);
  }

  void present(uint32_t entity) {
    if (evidence_.present == nullptr) return;
    const auto self = evidence_.present->find(entity);
    if (self != evidence_.present->end() &&
        self->second.pattern != evidence_.pattern) {
      add("present", kWeights.present * nearness(self->second),
          "named in the text by another form");
    }
    double sum = 0;
    std::string who;
    std::vector<uint32_t> seen = {entity};
    for (uint32_t number : lexicon_.relations_of_entity(entity)) {
      const Relation relation = lexicon_.relation(number);
      const uint32_t other =
          relation.subject == entity ? relation.object : relation.subject;
      if (std::find(seen.begin(), seen.end(), other) != seen.end()) continue;
      seen.push_back(other);
      const auto place = evidence_.present->find(other);
      if (place == evidence_.present->end()) continue;
      if (sum < kWeights.related_most) {
        who += (who.empty() ? "" : ", ") +
               std::string(lexicon_.entity(other).label);
      }
      sum += kWeights.related * nearness(place->second);
    }
    if (sum > 0) {
      add("related", std::min(sum, kWeights.related_most),
          "related entities named in the text: " + who);
    }
  }

  const Lexicon& lexicon_;
  const Evidence& evidence_;
  std::vector<Feature>* features_ = nullptr;
};

void normalize(std::vector<Candidate>* candidates) {
  double top = 0;  // the log-odds of "none"
  for (const Candidate& one : *candidates) top = std::max(top, one.probability);
  double sum = std::exp(-top);
  for (Candidate& one : *candidates) {
    one.probability = std::exp(one.probability - top);
    sum += one.probability;
  }
  for (Candidate& one : *candidates) one.probability /= sum;
}

}  // namespace

bool fits_years(const Lexicon& lexicon, uint32_t entity,
                std::optional<int32_t> year, std::optional<int32_t> written) {
  const Years years = lexicon.entity(entity).years;
  if (year && distance(years, *year) > kTolerance) return false;
  return !written || years.from == kEarliest ||
         years.from <= int64_t{*written} + kTolerance;
}

std::vector<Candidate> score(const Lexicon& lexicon,
                             const std::vector<lexicon::Option>& options,
                             const Evidence& evidence) {
  Scorer scorer(lexicon, evidence);
  std::vector<Candidate> candidates;
  for (const lexicon::Option& option : options) {
    if (!evidence.type.empty() &&
        lexicon.entity(option.entity).type != evidence.type) {
      continue;
    }
    if (!fits_years(lexicon, option.entity, evidence.year, evidence.written)) {
      continue;
    }
    Candidate one = scorer.score(option);
    auto same = std::find_if(
        candidates.begin(), candidates.end(),
        [&](const Candidate& other) { return other.entity == one.entity; });
    if (same == candidates.end()) {
      candidates.push_back(std::move(one));
    } else if (one.probability > same->probability) {
      *same = std::move(one);
    }
  }
  normalize(&candidates);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.probability != b.probability
                                ? a.probability > b.probability
                                : a.entity < b.entity;
                   });
  return candidates;
}

Decision decide(const std::vector<Candidate>& candidates, double threshold) {
  if (candidates.empty()) return Decision::kNone;
  return candidates[0].probability >= threshold ? Decision::kMatch
                                                : Decision::kAmbiguous;
}

}  // namespace khitai::resolve
