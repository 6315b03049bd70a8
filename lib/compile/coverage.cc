// SPDX-License-Identifier: Apache-2.0

#include "compile/coverage.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "base/year.h"
#include "compile/cells.h"
#include "compile/generate.h"
#include "fold/fold.h"
#include "text/script.h"

namespace khitai::compile {
namespace {

constexpr TableKind kCounted[] = {
    TableKind::kEntities,  TableKind::kNames,  TableKind::kForms,
    TableKind::kSenses,    TableKind::kParts,  TableKind::kLinks,
    TableKind::kRelations, TableKind::kDates,  TableKind::kDistinct,
    TableKind::kBlocks,    TableKind::kSources};

using Pair = std::pair<std::string, std::string>;  // entity, key

struct Spelling {
  const DraftForm* first = nullptr;
  std::set<std::string> languages;
  std::set<Pair> made_of;
};

std::string century_of(const Row& entity) {
  for (size_t column : {entities::kFrom, entities::kTo}) {
    const auto date = base::parse_year_range(entity[column]);
    if (!date.ok() || entity[column].empty()) continue;
    const int32_t year = column == entities::kFrom ? date->last : date->first;
    if (year == INT32_MIN || year == INT32_MAX || year <= 0) continue;
    std::string number = std::to_string((year - 1) / 100 + 1);
    return std::string(number.size() < 2 ? 1 : 0, '0') + number;
  }
  return "undated";
}

class Counter {
 public:
  explicit Counter(const Tables& tables) : tables_(tables) {}

  Coverage run() {
    count_rows();
    index_senses();
    forms_ = draft_attested(tables_);
    attested_ = forms_.size();
    make_all_forms(tables_, &forms_);
    for (size_t i = 0; i < attested_; ++i) add_attested(forms_[i]);
    for (size_t i = attested_; i < forms_.size(); ++i) add_made(forms_[i]);
    leave_out_made();
    for (const auto& [pair, spelling] : spellings_) count(pair, spelling);
    return std::move(coverage_);
  }

 private:
  void count_rows() {
    for (TableKind kind : kCounted) {
      std::string name(schema_of(kind).path);
      if (name.ends_with(".tsv")) name.resize(name.size() - 4);
      if (name.ends_with("/")) name.pop_back();
      coverage_.rows.emplace_back(name, tables_.of(kind).rows.size());
    }
    for (const Row& row : tables_.of(TableKind::kEntities).rows) {
      entities_[row[entities::kId]] = &row;
      ++coverage_.entities_by_type[row[entities::kType]];
      ++coverage_.entities_by_century[century_of(row)];
    }
  }

  void index_senses() {
    for (const Row& row : tables_.of(TableKind::kSenses).rows) {
      senses_[row[senses::kName]].push_back(&row);
    }
  }

  // What a form of a name denotes.
  std::set<std::string> entities_of(const DraftForm& form) const {
    std::set<std::string> found;
    if (entities_.contains(*form.name)) found.insert(*form.name);
    const auto senses = senses_.find(*form.name);
    if (senses == senses_.end()) return found;
    for (const Row* row : senses->second) {
      const std::string& only = (*row)[senses::kForm];
      if (only.empty() || only == form.text)
        found.insert((*row)[senses::kEntity]);
    }
    return found;
  }

  void add_attested(const DraftForm& form) {
    const std::string key = fold::match_key(form.text);
    for (const std::string& entity : entities_of(form)) {
      Spelling& spelling = spellings_[{entity, key}];
      if (spelling.first == nullptr) spelling.first = &form;
      for (std::string_view tag : words(form.lang)) {
        spelling.languages.emplace(tag.substr(0, tag.find('-')));
      }
    }
  }

  // Of which other spelling a form is made: of the row at the bottom of it; of
  // parts, which are no spelling: of "".
  void add_made(const DraftForm& form) {
    const DraftForm* base = &form;
    while (base->base != SIZE_MAX) base = &forms_[base->base];
    const std::string key = fold::match_key(form.text);
    const bool of_parts = !base->rule.empty();
    const std::string of = of_parts ? "" : fold::match_key(base->text);
    if (of == key) return;
    for (const std::string& entity : entities_of(form)) {
      const auto found = spellings_.find({entity, key});
      if (found != spellings_.end()) found->second.made_of.emplace(entity, of);
    }
  }

  // Two alphabets make each other: the first to go is the one in Latin or
  // Cyrillic letters, and what is left of them stays.
  void leave_out_made() {
    std::vector<Pair> order;
    for (const auto& [pair, spelling] : spellings_) order.push_back(pair);
    const auto is_late = [&](const Pair& pair) {
      const std::string_view script =
          text::script_of(spellings_.at(pair).first->text);
      return script != "Latn" && script != "Cyrl";
    };
    std::stable_partition(order.begin(), order.end(),
                          [&](const Pair& pair) { return !is_late(pair); });
    for (const Pair& pair : order) {
      const std::set<Pair>& bases = spellings_.at(pair).made_of;
      const bool made =
          std::any_of(bases.begin(), bases.end(), [&](const Pair& base) {
            return base.second.empty() || spellings_.contains(base);
          });
      if (!made) continue;
      ++coverage_.made;
      spellings_.erase(pair);
    }
  }

  void count(const Pair& pair, const Spelling& spelling) {
    const auto entity = entities_.find(pair.first);
    if (entity == entities_.end()) return;
    const DraftForm& form = *spelling.first;
    const std::string script(text::script_of(form.text));
    const std::string& type = (*entity->second)[entities::kType];
    ++coverage_.forms;
    ++coverage_.by_script[script];
    ++coverage_.by_type[type];
    ++coverage_.scripts_by_type[type][script];
    ++coverage_.by_century[century_of(*entity->second)];
    ++coverage_.by_basis[*form.basis];
    ++coverage_
          .by_source[form.source->substr(0, form.source->find_first_of(":;"))];
    for (const std::string& lang : spelling.languages) {
      ++coverage_.by_language[lang];
    }
  }

  const Tables& tables_;
  Coverage coverage_;
  std::vector<DraftForm> forms_;
  size_t attested_ = 0;
  std::map<std::string_view, const Row*, std::less<>> entities_;
  std::map<std::string_view, std::vector<const Row*>, std::less<>> senses_;
  std::map<Pair, Spelling> spellings_;
};

// A number of thousands with commas: 12,345.
std::string number(size_t count) {
  std::string text = std::to_string(count);
  for (size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

// A table of two columns, the largest counts first.
void append_counts(const std::string& title, const std::string& what,
                   const Counts& counts, bool by_size, std::string* out) {
  std::vector<std::pair<std::string, size_t>> list(counts.begin(),
                                                   counts.end());
  if (by_size) {
    std::stable_sort(
        list.begin(), list.end(),
        [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  *out += "\n## " + title + "\n\n| " + what + " | forms |\n|---|---|\n";
  for (const auto& [name, count] : list) {
    *out += "| " + (name.empty() ? "-" : name) + " | " + number(count) + " |\n";
  }
}

size_t count_in(const Counts& counts, const std::string& name) {
  const auto found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

void append_types(const Coverage& coverage, std::string* out) {
  const std::vector<std::string> scripts = {"Latn", "Hani", "Arab", "Cyrl"};
  *out += "\n## Types and scripts\n\n| type | entities | forms |";
  for (const std::string& script : scripts) *out += " " + script + " |";
  *out += " others |\n|---|---|---|---|---|---|---|---|\n";
  for (const auto& [type, count] : coverage.entities_by_type) {
    const auto found = coverage.scripts_by_type.find(type);
    const Counts counts =
        found == coverage.scripts_by_type.end() ? Counts() : found->second;
    size_t others = count_in(coverage.by_type, type);
    *out += "| " + type + " | " + number(count) + " | " + number(others) + " |";
    for (const std::string& script : scripts) {
      others -= count_in(counts, script);
      *out += " " + number(count_in(counts, script)) + " |";
    }
    *out += " " + number(others) + " |\n";
  }
}

}  // namespace

Coverage coverage_of(const Tables& tables) { return Counter(tables).run(); }

std::string format_coverage(const Coverage& coverage) {
  std::string out =
      "# What the lexicon holds\n\n"
      "Made by `khitai show --coverage`. Forms are counted as pairs of an "
      "entity "
      "and a\nspelling key (case, marks and hyphens aside) that no rule makes "
      "of "
      "another row:\n" +
      number(coverage.forms) + ". Another " + number(coverage.made) +
      " are rows that a rule makes, too.\n\n## Rows\n\n| table | rows "
      "|\n|---|---|\n";
  for (const auto& [table, count] : coverage.rows) {
    out += "| " + table + " | " + number(count) + " |\n";
  }
  append_types(coverage, &out);
  append_counts("Scripts", "script", coverage.by_script, true, &out);
  append_counts("Languages", "language", coverage.by_language, true, &out);
  out += "\nA form that several languages spell alike stands under each.\n";
  out += "\n## Centuries\n\n| century | entities | forms |\n|---|---|---|\n";
  for (const auto& [century, count] : coverage.entities_by_century) {
    out += "| " + century + " | " + number(count) + " | " +
           number(count_in(coverage.by_century, century)) + " |\n";
  }
  out += "\nOf the beginning of an entity, else of its end.\n";
  append_counts("Basis", "basis", coverage.by_basis, true, &out);
  append_counts("Sources", "source", coverage.by_source, true, &out);
  out += "\nThe first source of a row.\n";
  return out;
}

}  // namespace khitai::compile
