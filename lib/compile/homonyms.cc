// SPDX-License-Identifier: Apache-2.0

#include "compile/homonyms.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "compile/cells.h"
#include "fold/fold.h"

namespace khitai::compile {
namespace {

class Homonyms {
 public:
  Homonyms(const Tables& tables, const Denoted& denoted,
           std::vector<DraftForm>* forms, std::vector<Problem>* problems)
      : tables_(tables),
        denoted_(denoted),
        forms_(*forms),
        problems_(*problems) {}

  void add(std::vector<DraftForm> made) {
    std::vector<Group*> groups;
    for (const DraftForm& form : made) {
      groups.push_back(&by_key_[form.key]);
    }
    find_keys();
    for (size_t i = 0; i < made.size(); ++i) {
      if (!stands(*groups[i], &made[i])) continue;
      groups[i]->made.push_back(forms_.size());
      forms_.push_back(std::move(made[i]));
    }
    for (const Group* group : groups) mark(*group);
  }

 private:
  // Forms of one match key, by their numbers.
  struct Group {
    std::vector<size_t> there, made;
    bool block = false;
  };

  void find_keys() {
    for (size_t i = 0; i < forms_.size(); ++i) {
      const auto found = by_key_.find(forms_[i].key);
      if (found != by_key_.end()) found->second.there.push_back(i);
    }
    for (const Row& row : tables_.of(TableKind::kBlocks).rows) {
      const auto found = by_key_.find(fold::match_key(row[blocks::kForm]));
      if (found != by_key_.end()) found->second.block = true;
    }
  }

  // Takes from the form the tags that its name has for that text already.
  bool stands(const Group& group, DraftForm* form) {
    const DraftForm* rival = nullptr;
    bool own = false;
    for (size_t number : group.there) {
      const DraftForm& other = forms_[number];
      if (denoted_.share_entity(*other.name, *form->name)) {
        own = true;
      } else if (rival == nullptr) {
        rival = &other;
      }
      if (*other.name == *form->name && other.text == form->text) {
        drop_tags(other.lang, form);
      }
    }
    if (form->lang.empty()) return false;
    if (own || (rival == nullptr && !group.block)) return true;
    problems_.push_back(
        dropped(tables_, *form,
                rival == nullptr ? "it is a word of blocks.tsv"
                : rival->rule.empty()
                    ? *rival->name + " has it attested"
                    : *rival->name + " has it (" + rival->rule + ")"));
    return false;
  }

  // Each tag has its rule at the same place.
  static void drop_tags(std::string_view known, DraftForm* form) {
    const std::string langs = form->lang, rules = form->rule;
    const auto tags = words(langs), names = words(rules);
    form->lang.clear();
    form->rule.clear();
    for (size_t i = 0; i < tags.size() && i < names.size(); ++i) {
      if (has_word(known, tags[i])) continue;
      form->lang += (i == 0 || form->lang.empty() ? "" : " ");
      form->lang += tags[i];
      form->rule += form->rule.empty() ? "" : " ";
      form->rule += names[i];
    }
  }

  // `cue` for what is made alike for several entities of different bases.
  void mark(const Group& group) {
    const auto meets = [&](size_t a, size_t b) {
      return !denoted_.share_entity(*forms_[a].name, *forms_[b].name) &&
             base_key(a) != base_key(b);
    };
    for (size_t a : group.made) {
      if (std::none_of(group.made.begin(), group.made.end(),
                       [&](size_t b) { return meets(a, b); })) {
        continue;
      }
      std::string& use = forms_[a].use;
      if (!has_word(use, "cue")) use = use.empty() ? "cue" : "cue " + use;
    }
  }

  std::string_view base_key(size_t number) const {
    const size_t base = forms_[number].base;
    return base == SIZE_MAX ? std::string_view() : forms_[base].key;
  }

  const Tables& tables_;
  const Denoted& denoted_;
  std::vector<DraftForm>& forms_;
  std::vector<Problem>& problems_;
  std::unordered_map<std::string, Group> by_key_;
};

}  // namespace

Problem dropped(const Tables& tables, const DraftForm& form,
                const std::string& why) {
  Problem problem;
  if (form.file != UINT32_MAX) {
    problem.file = tables.files[form.file].path;
    problem.line = form.line;
  }
  problem.message = "generated form '" + form.text + "' of " + *form.name +
                    " (" + form.rule + ") is dropped: " + why;
  problem.warning = true;
  problem.aside = true;
  return problem;
}

void add_made(const Tables& tables, const Denoted& denoted,
              std::vector<DraftForm> made, std::vector<DraftForm>* forms,
              std::vector<Problem>* problems) {
  Homonyms(tables, denoted, forms, problems).add(std::move(made));
}

}  // namespace khitai::compile
