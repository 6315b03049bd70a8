// SPDX-License-Identifier: Apache-2.0

#include "write/card.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "write/tags.h"
#include "write/words.h"

namespace khitai::write {
namespace {

size_t script_rank(std::string_view code) {
  constexpr std::string_view kOrder[] = {"Latn", "Hani", "Arab", "Cyrl"};
  const auto* found = std::find(std::begin(kOrder), std::end(kOrder), code);
  return static_cast<size_t>(found - std::begin(kOrder));
}

bool means(const Lexicon& lexicon, uint32_t form, uint32_t entity) {
  for (uint32_t number : lexicon.senses_of_form(form)) {
    if (lexicon.sense(number).entity == entity) return true;
  }
  return false;
}

CardName gather_name(const Lexicon& lexicon, uint32_t name, uint32_t entity) {
  CardName card;
  card.name = name;
  for (uint32_t number : lexicon.senses_of_name(name)) {
    if (lexicon.sense(number).entity == entity) card.senses.push_back(number);
  }
  for (uint32_t number : lexicon.forms_of_name(name)) {
    if (means(lexicon, number, entity)) card.forms.push_back(number);
  }
  card.groups = group_forms(lexicon, card.forms);
  return card;
}

FormGroup& group_of(const Form& form, std::vector<FormGroup>* groups) {
  const Script script = script_of(form.text);
  for (FormGroup& group : *groups) {
    if (group.script.code == script.code && group.lang == form.lang) {
      return group;
    }
  }
  groups->push_back({script, form.lang, {}, {}});
  return groups->back();
}

}  // namespace

std::vector<FormGroup> group_forms(const Lexicon& lexicon,
                                   const std::vector<uint32_t>& forms) {
  std::vector<FormGroup> groups;
  for (uint32_t number : forms) {
    const Form form = lexicon.form(number);
    FormGroup& group = group_of(form, &groups);
    (form.generated() ? group.generated : group.attested).push_back(number);
  }
  const auto preferred = [&](uint32_t number) {
    return (lexicon.form(number).use & kUseLabel) != 0;
  };
  for (FormGroup& group : groups) {
    std::stable_partition(group.attested.begin(), group.attested.end(),
                          preferred);
  }
  const auto order = [&](const FormGroup& group) {
    const bool label =
        !group.attested.empty() && preferred(group.attested.front());
    return std::tuple(script_rank(group.script.code), group.script.label,
                      group.attested.empty(), group.lang != "en", !label,
                      language_words(group.lang));
  };
  std::stable_sort(groups.begin(), groups.end(),
                   [&](const FormGroup& a, const FormGroup& b) {
                     return order(a) < order(b);
                   });
  return groups;
}

ByRule made_by_rule(const Lexicon& lexicon,
                    const std::vector<FormGroup>& groups) {
  ByRule made;
  std::set<std::string_view> rules;
  for (const FormGroup& group : groups) {
    if (!group.attested.empty()) continue;
    made.forms += group.generated.size();
    for (uint32_t number : group.generated) {
      std::string_view rest = lexicon.form(number).rule;
      const bool composed = rest.find('{') != rest.npos;
      while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        rules.insert(rest.substr(0, end));
        rest.remove_prefix(composed ? rest.size()
                                    : std::min(end + 1, rest.size()));
      }
    }
  }
  for (std::string_view rule : rules) append_joined(", ", rule, &made.rules);
  return made;
}

Card gather_card(const Lexicon& lexicon, uint32_t entity) {
  std::vector<uint32_t> names;
  for (uint32_t number : lexicon.senses_of_entity(entity)) {
    const uint32_t name = lexicon.sense(number).name;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  const std::string_view id = lexicon.entity(entity).id;
  std::stable_partition(names.begin(), names.end(), [&](uint32_t name) {
    return lexicon.name(name).id == id;
  });
  Card card{entity, {}};
  for (uint32_t name : names) {
    card.names.push_back(gather_name(lexicon, name, entity));
  }
  return card;
}

Bibliography sources_of(const Lexicon& lexicon, const Card& card) {
  Bibliography all;
  all.add(lexicon.entity(card.entity).source);
  for (uint32_t number : lexicon.datings_of_entity(card.entity)) {
    all.add(lexicon.dating(number).source);
  }
  for (const CardName& one : card.names) {
    all.add(lexicon.name(one.name).source);
    for (uint32_t number : one.senses) all.add(lexicon.sense(number).source);
    for (uint32_t number : one.forms) all.add(lexicon.form(number).source);
  }
  for (uint32_t number : lexicon.parts_of_entity(card.entity)) {
    all.add(lexicon.part(number).source);
  }
  for (uint32_t number : lexicon.relations_of_entity(card.entity)) {
    all.add(lexicon.relation(number).source);
  }
  for (uint32_t number : links_of(lexicon, card)) {
    all.add(lexicon.link(number).source);
  }
  for (uint32_t number : lexicon.distinctions_of_entity(card.entity)) {
    all.add(lexicon.distinction(number).source);
  }
  return all;
}

std::vector<uint32_t> links_of(const Lexicon& lexicon, const Card& card) {
  std::vector<uint32_t> links;
  for (const CardName& one : card.names) {
    for (uint32_t number : lexicon.links_of_name(one.name)) {
      if (std::find(links.begin(), links.end(), number) == links.end()) {
        links.push_back(number);
      }
    }
  }
  return links;
}

SeenRelation seen_from(uint32_t entity, const Relation& relation) {
  if (relation.subject == entity) {
    return {relation.relation, relation.object, true};
  }
  const bool named = !relation.inverse.empty();
  return {named ? relation.inverse : relation.relation, relation.subject,
          false};
}

std::string use_words(uint32_t use) {
  struct Bit {
    Use bit;
    std::string_view word;
  };
  constexpr Bit kBits[] = {
      {kUsePart, "part"}, {kUseCue, "cue"},     {kUseCased, "cased"},
      {kUseLang, "lang"}, {kUseNever, "never"}, {kUseLabel, "label"},
  };
  std::string words;
  for (const Bit& one : kBits) {
    if ((use & one.bit) != 0) append_joined(" ", one.word, &words);
  }
  return words;
}

}  // namespace khitai::write
