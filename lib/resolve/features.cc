// SPDX-License-Identifier: Apache-2.0

#include "resolve/features.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "resolve/holders.h"
#include "resolve/life.h"
#include "resolve/near.h"
#include "resolve/presence.h"
#include "resolve/refuse.h"
#include "resolve/weights.h"
#include "text/casing.h"

namespace khitai::resolve {
namespace {

// From so many years on a year lies outside in full.
constexpr double kFewYears = 10;
constexpr size_t kUsual = 10;  // features of a candidate

std::string words_of(const Years& years) {
  auto end = [](int32_t year, const char* open) {
    return year == kEarliest || year == kLatest ? std::string(open)
                                                : std::to_string(year);
  };
  return end(years.from, "?") + "-" + end(years.to, "?");
}

class Scorer {
 public:
  Scorer(const Lexicon& lexicon, const Evidence& evidence)
      : lexicon_(lexicon), evidence_(evidence) {}

  Candidate score(const lexicon::Option& option, const lexicon::Facts& facts) {
    Candidate candidate;
    candidate.entity = option.entity;
    candidate.form = option.form;
    candidate.sense = option.sense;
    features_ = &candidate.features;
    features_->reserve(kUsual);
    const Form& form = facts.form;
    const Sense& sense = facts.sense;
    const Entity& entity = facts.entity;
    spelling(option.form, facts);
    certainty(form, sense, entity);
    language(option.form, form);
    known(facts.relations);
    years(entity);
    if (evidence_.life) {
      add_life(lexicon_, option.entity, *evidence_.life, features_);
    }
    usage(sense);
    cues(entity);
    add_presence(lexicon_, evidence_, option.entity, features_);
    bearers(option.entity, form);
    holder(option.entity, entity);
    for (const Feature& feature : candidate.features) {
      candidate.probability += feature.weight;  // log-odds until normalized
    }
    return candidate;
  }

 private:
  // Puts the words together only when they are wanted.
  template <typename Words>
  void add(std::string_view id, double weight, const Words& words) {
    features_->push_back({id, weight, {}});
    if (evidence_.explain) features_->back().words = words();
  }

  const Proposal* proposal(uint32_t form) const {
    if (evidence_.proposals == nullptr) return nullptr;
    const auto found = evidence_.proposals->find(form);
    return found == evidence_.proposals->end() ? nullptr : &found->second;
  }

  void spelling(uint32_t number, const lexicon::Facts& facts) {
    const Form& form = facts.form;
    if (const Proposal* const near = proposal(number)) {
      add_nearness(*near, form, evidence_.pattern != kNoRow, features_);
    } else {
      add("met", kWeights.met,
          [&] { return "same spelling: " + std::string(form.text); });
    }
    if (form.generated()) {
      add("generated", kWeights.generated,
          [&] { return "form made by rule: " + std::string(form.rule); });
    } else {
      add("attested", kWeights.attested, [&] {
        return "form " + std::string(form.basis) + ", source " +
               std::string(form.source);
      });
    }
    if (has_capital(number, facts.entity.type) &&
        !text::keeps_capitals(form.text, evidence_.spelled)) {
      // A row of words is hardly met by chance.
      const bool several = form.text.find(' ') != std::string_view::npos;
      add("lower-case", several ? kWeights.lower_cases : kWeights.lower_case,
          [&] {
            return std::string("written without the capital of a proper name");
          });
    }
    if ((form.use & (kUseCue | kUsePart)) != 0) {
      add("weak", kWeights.weak, [&] {
        return std::string("a form that means it only in its company");
      });
    }
    if ((form.use & kUseLabel) != 0) {
      add("label", kWeights.label,
          [&] { return std::string("preferred form"); });
    }
    if (facts.is_main_name) {
      add("main-name", kWeights.main_name,
          [&] { return std::string("its main name"); });
    }
  }

  // Whether a spelling of this form has its capitals. Titles may have none,
  // nor adjectives in many languages.
  bool has_capital(uint32_t number, std::string_view type) const {
    const Proposal* const near = proposal(number);
    if (near != nullptr && near->small) return false;
    return type != "title" && type != "term";
  }

  void certainty(const Form& form, const Sense& sense, const Entity& entity) {
    const std::string_view grades[] = {form.certainty, sense.certainty,
                                       entity.certainty};
    const auto worst = [&](std::string_view grade) {
      return std::find(std::begin(grades), std::end(grades), grade) !=
             std::end(grades);
    };
    if (worst("possible")) {
      add("possible", kWeights.possible,
          [&] { return std::string("only possible"); });
    } else if (worst("likely")) {
      add("likely", kWeights.likely,
          [&] { return std::string("likely, not certain"); });
    }
  }

  void language(uint32_t number, const Form& form) {
    if (evidence_.lang.empty() || form.lang.empty()) return;
    // Another spelling may well be another language's.
    const Proposal* const near = proposal(number);
    if (near != nullptr && near->level != Level::kInflected) return;
    const std::string_view primary =
        evidence_.lang.substr(0, evidence_.lang.find('-'));
    if (lexicon::has_lang(form.lang, primary)) {
      add("language", kWeights.language, [&] {
        return "a form of the text's language (" + std::string(primary) + ")";
      });
    } else {
      add("other-language", kWeights.other_language, [&] {
        return "a form of another language (" + std::string(form.lang) + ")";
      });
    }
  }

  void known(size_t relations) {
    if (relations == 0) return;
    const double digits = std::log2(1.0 + static_cast<double>(relations));
    add("known", std::min(kWeights.known * digits, kWeights.known_most), [&] {
      return std::to_string(relations) +
             (relations == 1 ? " relation" : " relations") + " in the lexicon";
    });
  }

  // "the year 1141", "the years 1101-1200".
  static std::string said_of(const Years& years) {
    return years.from == years.to ? "the year " + std::to_string(years.from)
                                  : "the years " + words_of(years);
  }

  void years(const Entity& entity) {
    if (!evidence_.near_years || entity.years.open()) return;
    const Years& near = *evidence_.near_years;
    const bool one = near.from == near.to;
    const int64_t gap = distance(entity.years, near);
    const auto said = [&](const char* lies, const char* lie) {
      return said_of(near) + (one ? lies : lie) + words_of(entity.years);
    };
    if (gap == 0) {
      add("year-inside", one ? kWeights.year_inside : kWeights.century_inside,
          [&] { return said(" lies within ", " meet "); });
      return;
    }
    // A little before or after is no contradiction: a ruler's first years stand
    // beside the last of the one before.
    const double years = static_cast<double>(gap);
    const double weight =
        kWeights.year_outside * std::min(1.0, years / kFewYears) +
        kWeights.year_each * years;
    add("year-outside", std::max(weight, kWeights.year_most),
        [&] { return said(" lies outside ", " lie outside "); });
  }

  // When the name was used for it, against the time of the text, else the
  // time spoken of.
  void usage(const Sense& sense) {
    if (sense.years.open()) return;
    std::optional<Years> then = evidence_.near_years;
    if (evidence_.written) then = Years{*evidence_.written, *evidence_.written};
    if (!then) return;
    const int64_t gap = distance(sense.years, *then);
    const auto said = [&](const char* how) {
      return "so called in " + words_of(sense.years) + how +
             (then->from == then->to ? std::to_string(then->from)
                                     : words_of(*then));
    };
    if (gap == 0) {
      add("used-then", kWeights.used_then, [&] { return said(", as in "); });
      return;
    }
    const double weight = kWeights.used_each * static_cast<double>(gap);
    add("not-used-then", std::max(weight, kWeights.used_most),
        [&] { return said(", not in "); });
  }

  void cues(const Entity& entity) {
    const std::vector<std::string_view>& cues = evidence_.cues;
    if (cues.empty()) return;
    if (std::find(cues.begin(), cues.end(), entity.type) != cues.end()) {
      add("cue", kWeights.cue, [&] {
        return "a word beside it calls for a " + std::string(entity.type);
      });
    } else {
      add("cue-other", kWeights.cue_other, [&] {
        return "a word beside it calls for a " + std::string(cues.front()) +
               ", not a " + std::string(entity.type);
      });
    }
  }

  // A given name alone is anybody's, unless the text has the whole name, too.
  void bearers(uint32_t entity, const Form& form) {
    if (form.bearers < 2 || !evidence_.offset) return;
    if (evidence_.present != nullptr) {
      const Presence* const self = evidence_.present->find(entity);
      if (self != nullptr && self->pattern != evidence_.pattern) return;
    }
    const double digits = std::log2(static_cast<double>(form.bearers));
    add("bearers", std::max(kWeights.bearers * digits, kWeights.bearers_most),
        [&] {
          return "a name that " + std::to_string(form.bearers) +
                 " persons of the lexicon bear";
        });
  }

  // Who held a title in the year that stands near.
  void holder(uint32_t number, const Entity& entity) {
    if (entity.type != "title" || !evidence_.near_years || !evidence_.explain) {
      return;
    }
    const Years& near = *evidence_.near_years;
    if (near.from != near.to) return;
    const std::vector<uint32_t> who = holders_of(lexicon_, number, near.from);
    if (who.empty()) return;
    add("holder", 0, [&] {
      return "held in " + std::to_string(near.from) + " by " +
             labels_of(lexicon_, who);
    });
  }

  const Lexicon& lexicon_;
  const Evidence& evidence_;
  std::vector<Feature>* features_ = nullptr;
};

}  // namespace

Candidate features_of(const Lexicon& lexicon, const lexicon::Option& option,
                      const lexicon::Facts& facts, const Evidence& evidence) {
  return Scorer(lexicon, evidence).score(option, facts);
}

}  // namespace khitai::resolve
