// SPDX-License-Identifier: Apache-2.0

#include "compile/generate.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "base/ordered_pool.h"
#include "compile/cells.h"
#include "compile/compose.h"
#include "compile/homonyms.h"
#include "compile/known_forms.h"
#include "compile/romanized.h"
#include "fold/fold.h"
#include "text/utf8.h"

namespace khitai::compile {
namespace {

class Generator {
 public:
  Generator(const Tables& tables, std::vector<DraftForm>* forms,
            std::vector<Problem>* problems, bool all, unsigned jobs)
      : tables_(tables),
        forms_(*forms),
        problems_(*problems),
        all_(all),
        jobs_(jobs),
        derivations_(sorted_rows(tables.of(TableKind::kDerive))),
        denoted_(tables),
        known_(*forms) {
    if (all_) return;
    known_.add_all();
  }

  void run() {
    const size_t attested = forms_.size();
    simplify(attested);
    derive(attested);
    for (DraftForm& form : composed_forms(tables_)) add(std::move(form));
    std::vector<DraftForm> romanized =
        romanized_forms(tables_, denoted_, forms_, jobs_);
    if (all_) {
      for (DraftForm& form : romanized) add(std::move(form));
    } else {
      add_made(tables_, denoted_, std::move(romanized), &forms_, &problems_);
    }
  }

 private:
  // Adds a generated form unless it is there already or attested for another
  // name. A form with the key of the one it was made of meets nothing new.
  void add(DraftForm form) {
    if (all_) {
      forms_.push_back(std::move(form));
      return;
    }
    if (known_.has(*form.name, form.text)) return;
    form.key = fold::match_key(form.text);
    const DraftForm* const owner = known_.owner(form.key);
    const bool new_key =
        form.base == SIZE_MAX || forms_[form.base].key != form.key;
    if (owner != nullptr && *owner->name != *form.name && new_key) {
      if (!denoted_.share_entity(*owner->name, *form.name)) {
        problems_.push_back(
            dropped(tables_, form, *owner->name + " has it attested"));
      }
      return;
    }
    forms_.push_back(std::move(form));
    known_.add_last();
  }

  // A copy of forms_[base] with other text, marked as generated.
  DraftForm made_from(size_t base, std::string text, std::string rule) {
    DraftForm form = forms_[base];
    form.text = std::move(text);
    form.rule = std::move(rule);
    form.base = base;
    form.reading = Text();
    form.basis = generated_text();
    std::string use;
    for (std::string_view word : words(form.use)) {
      if (word == "label") continue;
      if (!use.empty()) use += ' ';
      use += word;
    }
    form.use = use;
    return form;
  }

  void simplify(size_t attested) {
    std::unordered_map<std::string_view, std::string_view> simplified;
    for (const Row* row : sorted_rows(tables_.of(TableKind::kSimplified))) {
      simplified[(*row)[simplified::kCharacter]] =
          (*row)[simplified::kSimplified];
    }
    for (size_t i = 0; i < attested; ++i) {
      if (forms_[i].lang.find("Hant") == std::string::npos) continue;
      std::string text;
      for (std::string_view character : text::code_points_of(forms_[i].text)) {
        const auto found = simplified.find(character);
        text += found == simplified.end() ? character : found->second;
      }
      if (text == forms_[i].text) continue;
      const bool label = has_word(forms_[i].use, "label");
      DraftForm form = made_from(i, text, "simplified");
      form.lang = simplified_lang(form.lang);
      if (label) form.use += form.use.empty() ? "label" : " label";
      add(std::move(form));
    }
  }

  // Tags with Hans for Hant; other tags of the row do not apply.
  static std::string simplified_lang(std::string_view tags) {
    std::string out;
    for (std::string_view tag : words(tags)) {
      const size_t at = tag.find("Hant");
      if (at == std::string_view::npos) continue;
      if (!out.empty()) out += ' ';
      out += std::string(tag.substr(0, at)) + "Hans" +
             std::string(tag.substr(at + 4));
    }
    return out;
  }

  bool rule_fits(const Row& rule, const DraftForm& form) const {
    const std::string_view ending = rule[derive::kEnding];
    if (form.text.size() <= ending.size() || !form.text.ends_with(ending)) {
      return false;
    }
    if (tags_below(form.lang, rule[derive::kLang]).empty()) return false;
    const std::string_view wanted = rule[derive::kGrammar];
    const bool grammar_fits =
        wanted == "base" ? form.grammar->empty() || *form.grammar == "base"
                         : has_word(*form.grammar, wanted);
    if (!grammar_fits || has_word(*form.grammar, "plural")) return false;
    return denoted_.any_type(*form.name, [&](std::string_view type) {
      return has_word(rule[derive::kTypes], type);
    });
  }

  // For each kind of product the rule with the longest ending decides.
  void derive_one(size_t base) {
    std::map<std::string_view, const Row*> best;
    for (const Row* rule : derivations_) {
      if (!rule_fits(*rule, forms_[base])) continue;
      const Row*& chosen = best[(*rule)[derive::kMakes]];
      if (chosen == nullptr ||
          (*chosen)[derive::kEnding].size() < (*rule)[derive::kEnding].size()) {
        chosen = rule;
      }
    }
    for (const auto& [makes, rule] : best) {
      if ((*rule)[derive::kReplace] == "-") continue;
      std::string text = forms_[base].text;
      text.resize(text.size() - (*rule)[derive::kEnding].size());
      DraftForm form = made_from(base, text + (*rule)[derive::kReplace],
                                 (*rule)[derive::kRule]);
      form.lang = tags_below(form.lang, (*rule)[derive::kLang]);
      form.grammar = rule->cells[derive::kMakes];
      add(std::move(form));
    }
  }

  // The attested forms that a rule fits, in their order.
  std::vector<size_t> derivable(size_t attested) const {
    constexpr size_t kBlock = 8192;
    std::vector<size_t> all;
    base::run_blocks_in_order(
        jobs_, attested, kBlock,
        [&](size_t begin, size_t end) {
          std::vector<size_t> found;
          for (size_t i = begin; i < end; ++i) {
            if (std::any_of(derivations_.begin(), derivations_.end(),
                            [&](const Row* rule) {
                              return rule_fits(*rule, forms_[i]);
                            })) {
              found.push_back(i);
            }
          }
          return found;
        },
        [&](const std::vector<size_t>& found) {
          all.insert(all.end(), found.begin(), found.end());
          return true;
        });
    return all;
  }

  // Plurals are made of generated demonyms too, one step deep.
  void derive(size_t attested) {
    const size_t before = forms_.size();
    for (const size_t i : derivable(attested)) derive_one(i);
    const size_t after = forms_.size();
    for (size_t i = before; i < after; ++i) derive_one(i);
  }

  const Tables& tables_;
  std::vector<DraftForm>& forms_;
  std::vector<Problem>& problems_;
  const bool all_;  // without a look at what is there already
  const unsigned jobs_;
  std::vector<const Row*> derivations_;
  const Denoted denoted_;
  KnownForms known_;
};

}  // namespace

void generate_forms(const Tables& tables, std::vector<DraftForm>* forms,
                    std::vector<Problem>* problems, unsigned jobs) {
  Generator(tables, forms, problems, false, jobs).run();
}

void make_all_forms(const Tables& tables, std::vector<DraftForm>* forms) {
  std::vector<Problem> unused;
  Generator(tables, forms, &unused, true, 0).run();
}

}  // namespace khitai::compile
