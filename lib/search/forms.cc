// SPDX-License-Identifier: Apache-2.0

#include "search/forms.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "etymology/ties.h"
#include "fold/fold.h"

namespace khitai::search {
namespace {

// Not alone, not in texts, not without company, not in another language: what
// finds more than the name.
constexpr uint32_t kNotSought = kUsePart | kUseCue | kUseLang | kUseNever;

// Steps by which a word is handed on. Not followed: what names share an
// element, a meaning or a bearer by; that leads from one word to others. Nor a
// title that became somebody's name.
bool is_followed(const Link& link) {
  const etymology::Tie tie = etymology::tie_of(link.type);
  const bool handed_on =
      tie == etymology::Tie::kStep || tie == etymology::Tie::kCognate;
  return handed_on && link.type != "became-name" &&
         link.type != "became-title" &&
         !etymology::is_doubtful(link.certainty, link.stance);
}

// Adds what is reached from `names` along the links, up or down; a cognate is
// reached either way.
void follow(const Lexicon& lexicon, bool up, std::set<uint32_t>* names) {
  std::vector<uint32_t> left(names->begin(), names->end());
  while (!left.empty()) {
    const uint32_t name = left.back();
    left.pop_back();
    for (const uint32_t row : lexicon.links_of_name(name)) {
      const Link link = lexicon.link(row);
      if (!is_followed(link)) continue;
      const bool either = link.type == "cognate";
      for (const auto& [near, far] :
           {std::pair(up ? link.to : link.from, up ? link.from : link.to),
            std::pair(either ? link.from : kNoRow, link.to),
            std::pair(either ? link.to : kNoRow, link.from)}) {
        if (near != name || far == kNoRow) continue;
        if (names->insert(far).second) left.push_back(far);
      }
    }
  }
}

std::vector<uint32_t> names_of(const Lexicon& lexicon,
                               const std::vector<Candidate>& candidates,
                               const std::vector<uint32_t>& entities) {
  std::set<uint32_t> names;
  for (const Candidate& one : candidates) {
    const bool asked = std::find(entities.begin(), entities.end(),
                                 one.entity) != entities.end();
    const uint32_t name = lexicon.form(one.form).name;
    if (asked && name != kNoRow) names.insert(name);
  }
  return {names.begin(), names.end()};
}

void add_entities(const Lexicon& lexicon, const std::vector<uint32_t>& names,
                  const std::string& type, std::vector<uint32_t>* entities) {
  for (const uint32_t name : names) {
    for (const uint32_t row : lexicon.senses_of_name(name)) {
      const Sense sense = lexicon.sense(row);
      if (sense.entity == kNoRow || sense.certainty == "possible") continue;
      if (!type.empty() && lexicon.entity_type(sense.entity) != type) continue;
      entities->push_back(sense.entity);
    }
  }
}

// A spelling with what puts it before others.
struct Spelling {
  std::string_view text;
  bool label = false;
  bool generated = false;
};

// The forms of names that may mean one of the entities; of all, without them.
class SpellingGatherer {
 public:
  SpellingGatherer(const Lexicon& lexicon, std::string_view typed)
      : lexicon_(lexicon) {
    seen_.insert(std::string(typed));
  }

  void add_name(uint32_t name, const std::vector<uint32_t>* entities,
                const std::function<bool(uint32_t form)>& keep = {}) {
    for (const uint32_t form : lexicon_.forms_of_name(name)) {
      if (finds_more(lexicon_, form)) continue;
      if (entities != nullptr && !means_any(form, *entities)) continue;
      if (keep && !keep(form)) continue;
      const Form row = lexicon_.form(form);
      if (row.text.empty() || !seen_.insert(std::string(row.text)).second) {
        continue;
      }
      all_.push_back({row.text, (row.use & kUseLabel) != 0, row.generated()});
    }
  }

  // Preferred ones first, attested before generated, else as the lexicon has
  // them; and what differs in more than accents and case before what does not,
  // as most engines look past that.
  std::vector<std::string> first(size_t limit) {
    std::stable_sort(
        all_.begin(), all_.end(), [](const Spelling& a, const Spelling& b) {
          return a.label != b.label ? a.label : a.generated < b.generated;
        });
    std::unordered_set<std::string> keys;
    std::vector<std::string> out, alike;
    for (const Spelling& one : all_) {
      const bool fresh = keys.insert(fold::match_key(one.text)).second;
      (fresh ? out : alike).emplace_back(one.text);
    }
    out.insert(out.end(), alike.begin(), alike.end());
    if (limit > 0 && out.size() > limit) out.resize(limit);
    return out;
  }

 private:
  bool means_any(uint32_t form, const std::vector<uint32_t>& entities) const {
    for (const uint32_t row : lexicon_.senses_of_form(form)) {
      const uint32_t entity = lexicon_.sense(row).entity;
      if (std::find(entities.begin(), entities.end(), entity) !=
          entities.end()) {
        return true;
      }
    }
    return false;
  }

  const Lexicon& lexicon_;
  std::unordered_set<std::string> seen_;
  std::vector<Spelling> all_;
};

// Entities are sorted by id, so their numbers are in that order.
void sort_by_id(std::vector<uint32_t>* entities) {
  std::sort(entities->begin(), entities->end());
  entities->erase(std::unique(entities->begin(), entities->end()),
                  entities->end());
}

}  // namespace

bool finds_more(const Lexicon& lexicon, uint32_t form) {
  return (lexicon.form_use(form) & kNotSought) != 0;
}

std::vector<std::string> spellings_of_entity(
    const Lexicon& lexicon, uint32_t entity,
    const std::function<bool(uint32_t form)>& keep) {
  const std::vector<uint32_t> only = {entity};
  SpellingGatherer gatherer(lexicon, "");
  for (const uint32_t row : lexicon.senses_of_entity(entity)) {
    gatherer.add_name(lexicon.sense(row).name, &only, keep);
  }
  return gatherer.first(0);
}

std::vector<uint32_t> cognates_of(const Lexicon& lexicon,
                                  std::vector<uint32_t> names) {
  std::set<uint32_t> all(names.begin(), names.end());
  follow(lexicon, true, &all);
  follow(lexicon, false, &all);
  return {all.begin(), all.end()};
}

void expand_part(const Lexicon& lexicon,
                 const std::vector<Candidate>& candidates,
                 const SearchOptions& options, SearchPart* part) {
  const std::vector<uint32_t> meant = part->entities;
  std::vector<uint32_t> names = names_of(lexicon, candidates, meant);
  if (options.expand == Expand::kCognates) {
    names = cognates_of(lexicon, names);
    add_entities(lexicon, names, options.type, &part->entities);
  }
  sort_by_id(&part->entities);
  if (options.expand != Expand::kEntity) part->names = names;
  if (!options.spellings) return;
  SpellingGatherer gatherer(lexicon, part->text);
  for (const uint32_t name : names) {
    gatherer.add_name(name, &part->entities);
  }
  if (options.expand != Expand::kName) {
    for (const uint32_t entity : meant) {
      for (const uint32_t row : lexicon.senses_of_entity(entity)) {
        gatherer.add_name(lexicon.sense(row).name, &part->entities);
      }
    }
  }
  part->spellings = gatherer.first(options.limit);
}

}  // namespace khitai::search
