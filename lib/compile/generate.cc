// SPDX-License-Identifier: Apache-2.0

#include "compile/generate.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "fold/fold.h"

namespace khitai::compile {
namespace {

// The words of a set cell.
std::vector<std::string_view> words(std::string_view cell) {
  std::vector<std::string_view> out;
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(' '), cell.size());
    if (end > 0) out.push_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return out;
}

bool has_word(std::string_view cell, std::string_view word) {
  const std::vector<std::string_view> all = words(cell);
  return std::find(all.begin(), all.end(), word) != all.end();
}

// Whether `tag` is `lang` or below it ("zh-Hant" below "zh").
bool is_below(std::string_view tag, std::string_view lang) {
  return tag.substr(0, lang.size()) == lang &&
         (tag.size() == lang.size() || tag[lang.size()] == '-');
}

// Those of the tags that are `lang` or below it.
std::string tags_below(std::string_view tags, std::string_view lang) {
  std::string out;
  for (std::string_view tag : words(tags)) {
    if (is_below(tag, lang)) out += (out.empty() ? "" : " ") + std::string(tag);
  }
  return out;
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin + 1;
    while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

// Rows in the order of their cells, whatever files they came from.
std::vector<const Row*> sorted_rows(const Table& table) {
  std::vector<const Row*> rows;
  for (const Row& row : table.rows) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
    return a->cells < b->cells;
  });
  return rows;
}

class Generator {
 public:
  Generator(const Tables& tables, std::vector<DraftForm>* forms,
            std::vector<Problem>* problems)
      : tables_(tables),
        forms_(*forms),
        problems_(*problems),
        derivations_(sorted_rows(tables.of(TableKind::kDerive))) {
    index_attested();
    index_types();
  }

  void run() {
    const size_t attested = forms_.size();
    simplify(attested);
    derive(attested);
    compose();
  }

 private:
  void index_attested() {
    for (const DraftForm& form : forms_) {
      spellings_.insert(form.name + "\t" + form.text);
      owners_.try_emplace(fold::match_key(form.text), form.name);
    }
  }

  // The types a name's senses have.
  void index_types() {
    std::map<std::string_view, std::string_view> type_of;
    for (const Row& row : tables_.of(TableKind::kEntities).rows) {
      type_of[row[entities::kId]] = row[entities::kType];
      types_[row[entities::kId]].insert(row[entities::kType]);
      entities_[row[entities::kId]].insert(row[entities::kId]);
    }
    for (const Row& row : tables_.of(TableKind::kSenses).rows) {
      entities_[row[senses::kName]].insert(row[senses::kEntity]);
      if (!row[senses::kForm].empty()) continue;
      const auto found = type_of.find(row[senses::kEntity]);
      if (found == type_of.end()) continue;
      types_[row[senses::kName]].insert(found->second);
    }
  }

  // Whether two names denote an entity in common.
  bool share_entity(std::string_view a, std::string_view b) const {
    const auto of_a = entities_.find(a);
    const auto of_b = entities_.find(b);
    if (of_a == entities_.end() || of_b == entities_.end()) return false;
    return std::any_of(
        of_a->second.begin(), of_a->second.end(),
        [&](std::string_view one) { return of_b->second.contains(one); });
  }

  // Adds a generated form unless it is there already or attested for another
  // name. A form with the key of the one it was made of meets nothing new.
  void add(DraftForm form) {
    const std::string spelling = form.name + "\t" + form.text;
    if (spellings_.contains(spelling)) return;
    const std::string key = fold::match_key(form.text);
    const auto owner = owners_.find(key);
    const bool new_key =
        form.base == SIZE_MAX || fold::match_key(forms_[form.base].text) != key;
    if (owner != owners_.end() && owner->second != form.name && new_key) {
      if (!share_entity(owner->second, form.name)) report(form, owner->second);
      return;
    }
    spellings_.insert(spelling);
    forms_.push_back(std::move(form));
  }

  void report(const DraftForm& form, const std::string& owner) {
    problems_.push_back({"", 0,
                         "generated form '" + form.text + "' of " + form.name +
                             " (" + form.rule + ") is dropped: " + owner +
                             " has it attested",
                         true});
  }

  // A copy of forms_[base] with other text, marked as generated.
  DraftForm made_from(size_t base, std::string text, std::string rule) {
    DraftForm form = forms_[base];
    form.text = std::move(text);
    form.rule = std::move(rule);
    form.base = base;
    form.reading.clear();
    form.basis = "generated";
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
      for (std::string_view character : characters(forms_[i].text)) {
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
        wanted == "base" ? form.grammar.empty() || form.grammar == "base"
                         : has_word(form.grammar, wanted);
    if (!grammar_fits || has_word(form.grammar, "plural")) return false;
    const auto types = types_.find(form.name);
    if (types == types_.end()) return false;
    for (std::string_view type : types->second) {
      if (has_word(rule[derive::kTypes], type)) return true;
    }
    return false;
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
      form.grammar = makes;
      add(std::move(form));
    }
  }

  // Plurals are made of generated demonyms too, one step deep.
  void derive(size_t attested) {
    const size_t before = forms_.size();
    for (size_t i = 0; i < attested; ++i) derive_one(i);
    const size_t after = forms_.size();
    for (size_t i = before; i < after; ++i) derive_one(i);
  }

  void compose() {
    // entity -> part -> texts with their languages
    std::map<std::string_view,
             std::map<std::string_view, std::vector<const Row*>>>
        parts;
    for (const Row* row : sorted_rows(tables_.of(TableKind::kParts))) {
      parts[(*row)[parts::kEntity]][(*row)[parts::kPart]].push_back(row);
    }
    const auto patterns = sorted_rows(tables_.of(TableKind::kCompose));
    for (const auto& [entity, by_part] : parts) {
      for (const Row* pattern : patterns) {
        compose_one(entity, by_part, *pattern);
      }
    }
  }

  void compose_one(
      std::string_view entity,
      const std::map<std::string_view, std::vector<const Row*>>& by_part,
      const Row& pattern) {
    constexpr size_t kMaxComposed = 16;
    std::vector<std::string> texts = {""};
    std::string_view rest = pattern[compose::kPattern];
    const std::string_view lang = pattern[compose::kLang];
    while (!rest.empty()) {
      const size_t open = std::min(rest.find('{'), rest.size());
      const size_t close = rest.find('}', open);
      for (std::string& text : texts) text += rest.substr(0, open);
      if (open == rest.size()) break;
      if (close == std::string_view::npos) return;
      const auto found = by_part.find(rest.substr(open + 1, close - open - 1));
      if (found == by_part.end()) return;
      std::vector<std::string> longer;
      for (const std::string& text : texts) {
        for (const Row* part : found->second) {
          if (tags_below((*part)[parts::kLang], lang).empty()) continue;
          if (longer.size() < kMaxComposed) {
            longer.push_back(text + (*part)[parts::kText]);
          }
        }
      }
      texts = std::move(longer);
      rest.remove_prefix(close + 1);
    }
    for (std::string& text : texts) {
      add_composed(entity, pattern, std::move(text));
    }
  }

  void add_composed(std::string_view entity, const Row& pattern,
                    std::string text) {
    DraftForm form;
    form.name = entity;
    form.text = std::move(text);
    form.lang = pattern[compose::kLang];
    form.certainty = "likely";
    form.basis = "generated";
    form.source = pattern[compose::kSource];
    form.rule = "compose " + pattern[compose::kPattern];
    add(std::move(form));
  }

  const Tables& tables_;
  std::vector<DraftForm>& forms_;
  std::vector<Problem>& problems_;
  std::vector<const Row*> derivations_;
  std::unordered_set<std::string> spellings_;            // name \t text
  std::unordered_map<std::string, std::string> owners_;  // key -> name
  using Sets = std::map<std::string_view, std::set<std::string_view>>;
  Sets types_;     // of a name's entities
  Sets entities_;  // of a name
};

}  // namespace

void generate_forms(const Tables& tables, std::vector<DraftForm>* forms,
                    std::vector<Problem>* problems) {
  Generator(tables, forms, problems).run();
}

}  // namespace khitai::compile
