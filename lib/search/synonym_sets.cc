// SPDX-License-Identifier: Apache-2.0

#include "search/synonym_sets.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "fold/fold.h"
#include "fold/table.h"
#include "khitai/keys.h"
#include "lexicon/spellings.h"
#include "search/forms.h"
#include "text/tag.h"
#include "write/utf8.h"

namespace khitai::search {
namespace {

constexpr uint32_t kSeveral = kNoRow - 1;

// The key without any mark: no engine folds more of a letter than that.
std::string bare_key(std::string_view l1) {
  std::string out;
  for (size_t at = 0; at < l1.size();) {
    const text::CodePoint point = write::code_point_at(l1, at);
    at += point.size;
    const uint32_t whole[] = {1, point.code};
    const uint32_t pool = fold::details_of(point.code) & 0xFFFF;
    const uint32_t* const parts = pool == 0 ? whole : &fold::kPool[pool];
    for (uint32_t i = 1; i <= parts[0]; ++i) {
      const auto rule =
          static_cast<fold::Rule>(fold::details_of(parts[i]) >> 24);
      if (rule != fold::Rule::kMark) text::append(parts[i], &out);
    }
  }
  return out;
}

// What an engine that folds case and Latin marks takes for the same.
std::string alike_key(const std::string& spelling) {
  std::string bare = bare_key(l1_key(spelling));
  const bool ascii = std::all_of(bare.begin(), bare.end(),
                                 [](char byte) { return (byte & 0x80) == 0; });
  return ascii ? bare : l0_key(spelling);
}

bool is_unspaced(std::string_view spelling) {
  fold::Units units;
  fold::append_units(spelling, &units);
  return std::any_of(units.units.begin(), units.units.end(),
                     [](const fold::Unit& unit) {
                       return unit.kind != fold::UnitKind::kWord;
                     });
}

// Which keys spell several entities.
class Ambiguities {
 public:
  explicit Ambiguities(const Lexicon& lexicon) : lexicon_(lexicon) {
    for (uint32_t form = 0; form < lexicon.form_count(); ++form) add(form);
  }

  bool has(uint32_t form) const {
    const auto found = entities_.find(key_of(form));
    return found != entities_.end() && found->second == kSeveral;
  }

 private:
  std::string key_of(uint32_t form) const {
    return bare_key(lexicon_.spellings().l1(form));
  }

  void add(uint32_t form) {
    for (const uint32_t row : lexicon_.senses_of_form(form)) {
      const uint32_t entity = lexicon_.sense(row).entity;
      if (entity == kNoRow) continue;
      const auto [at, fresh] = entities_.emplace(key_of(form), entity);
      if (!fresh && at->second != entity) at->second = kSeveral;
    }
  }

  const Lexicon& lexicon_;
  std::unordered_map<std::string, uint32_t> entities_;
};

class SetMaker {
 public:
  SetMaker(const Lexicon& lexicon, const SynonymOptions& options,
           const SynonymLimits& limits, SynonymCounts* counts)
      : lexicon_(lexicon),
        options_(options),
        limits_(limits),
        counts_(*counts),
        ambiguities_(lexicon) {
    for (const std::string& lang : options.langs) {
      langs_.push_back(text::usual_tag(lang));
    }
  }

  // False: the entity has too few spellings.
  bool make(uint32_t entity, SynonymSet* set) {
    met_.clear();
    set->id = lexicon_.entity(entity).id;
    set->spellings = spellings_of_entity(
        lexicon_, entity, [this](uint32_t form) { return keep(form); });
    count_risky(entity);
    put_first(lexicon_.entity(entity).label, &set->spellings);
    if (limits_.folds_marks) drop_alike(&set->spellings);
    if (options_.limit > 0 && set->spellings.size() > options_.limit) {
      counts_.beyond += set->spellings.size() - options_.limit;
      set->spellings.resize(options_.limit);
    }
    return set->spellings.size() >= limits_.least_spellings;
  }

 private:
  bool is_wanted(uint32_t form) const {
    if (langs_.empty()) return true;
    const std::string_view own = lexicon_.form_lang(form);
    return std::any_of(
        langs_.begin(), langs_.end(), [own](const std::string& lang) {
          return own.starts_with(lang) &&
                 (own.size() == lang.size() || own[lang.size()] == '-');
        });
  }

  bool keep(uint32_t form) {
    if (!is_wanted(form)) return false;
    const Form row = lexicon_.form(form);
    const bool plain =
        std::none_of(row.text.begin(), row.text.end(), [](char byte) {
          return static_cast<unsigned char>(byte) < ' ' || byte == '\x7F';
        });
    if ((row.use & kUseCased) != 0 || !plain) {
      return leave_out(row.text, &counts_.risky);
    }
    if (langs_.empty() && is_unspaced(row.text)) {
      return leave_out(row.text, &counts_.unspaced);
    }
    if (!options_.ambiguous && ambiguities_.has(form)) {
      return leave_out(row.text, &counts_.ambiguous);
    }
    return true;
  }

  // Counts a spelling of the entity once.
  bool leave_out(std::string_view spelling, size_t* count) {
    if (met_.insert(std::string(spelling)).second) ++*count;
    return false;
  }

  void count_risky(uint32_t entity) {
    for (const uint32_t row : lexicon_.senses_of_entity(entity)) {
      for (const uint32_t form :
           lexicon_.forms_of_name(lexicon_.sense(row).name)) {
        if (finds_more(lexicon_, form) && is_wanted(form)) {
          leave_out(lexicon_.form(form).text, &counts_.risky);
        }
      }
    }
  }

  static void put_first(std::string_view label,
                        std::vector<std::string>* spellings) {
    const auto found = std::find(spellings->begin(), spellings->end(), label);
    if (found == spellings->end()) return;
    std::rotate(spellings->begin(), found, found + 1);
  }

  static void drop_alike(std::vector<std::string>* spellings) {
    std::unordered_set<std::string> keys;
    spellings->erase(
        std::remove_if(spellings->begin(), spellings->end(),
                       [&](const std::string& one) {
                         return !keys.insert(alike_key(one)).second;
                       }),
        spellings->end());
  }

  const Lexicon& lexicon_;
  const SynonymOptions& options_;
  const SynonymLimits& limits_;
  SynonymCounts& counts_;
  const Ambiguities ambiguities_;
  std::vector<std::string> langs_;
  std::unordered_set<std::string> met_;  // left out, of the entity at hand
};

std::vector<uint32_t> wanted_entities(const Lexicon& lexicon,
                                      const SynonymOptions& options) {
  std::vector<uint32_t> all = options.entities;
  if (all.empty()) {
    for (uint32_t one = 0; one < lexicon.entity_count(); ++one) {
      all.push_back(one);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (options.type.empty()) return all;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](uint32_t one) {
                             return lexicon.entity_type(one) != options.type;
                           }),
            all.end());
  return all;
}

// The lexicon knows most of it.
size_t ties_of(const Lexicon& lexicon, uint32_t entity) {
  return lexicon.relations_of_entity(entity).size() +
         lexicon.senses_of_entity(entity).size();
}

}  // namespace

std::vector<SynonymSet> synonym_sets(const Lexicon& lexicon,
                                     const SynonymOptions& options,
                                     const SynonymLimits& limits,
                                     SynonymCounts* counts) {
  SetMaker maker(lexicon, options, limits, counts);
  std::vector<std::pair<uint32_t, SynonymSet>> sets;
  for (const uint32_t entity : wanted_entities(lexicon, options)) {
    SynonymSet set;
    if (maker.make(entity, &set)) sets.emplace_back(entity, std::move(set));
  }
  if (limits.most_sets > 0 && sets.size() > limits.most_sets) {
    counts->sets = sets.size() - limits.most_sets;
    std::stable_sort(
        sets.begin(), sets.end(), [&](const auto& a, const auto& b) {
          return ties_of(lexicon, a.first) > ties_of(lexicon, b.first);
        });
    sets.resize(limits.most_sets);
    std::sort(sets.begin(), sets.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  std::vector<SynonymSet> out;
  for (auto& [entity, set] : sets) out.push_back(std::move(set));
  return out;
}

}  // namespace khitai::search
