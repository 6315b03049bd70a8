// SPDX-License-Identifier: Apache-2.0
//
// The tables of morphology: languages, slots and classes that are there,
// affixes that can be met in a text, which is read as L1 keys.

#include <algorithm>
#include <map>
#include <set>

#include "compile/check_index.h"
#include "khitai/keys.h"

namespace khitai::compile {
namespace {

class MorphologyChecker {
 public:
  MorphologyChecker(const Index& index, Findings* findings)
      : index_(index), findings_(*findings) {
    languages_ = index.ids(TableKind::kMorphLanguages);
    classes_ = index.ids(TableKind::kMorphClasses);
    for (const Row& row : index.rows(TableKind::kSlots)) {
      for (std::string_view lang : split(row[slots::kLang], ' ')) {
        slots_[lang].insert(row[slots::kSlot]);
      }
    }
  }

  void check() {
    for (const Row& row : index_.rows(TableKind::kMorphLanguages)) {
      one_of(row, "inflects", row[morph_languages::kInflects],
             {"every", "last"});
    }
    for (const Row& row : index_.rows(TableKind::kSlots)) check_slot(row);
    for (const Row& row : index_.rows(TableKind::kAffixes)) check_affix(row);
    for (const Row& row : index_.rows(TableKind::kAlternations)) {
      languages(row, row[alternations::kLang]);
      one_of(row, "place", row[alternations::kPlace],
             {"before-last", "between", "end"});
      classes(row, "before", row[alternations::kBefore]);
    }
  }

 private:
  void check_slot(const Row& row) {
    languages(row, row[slots::kLang]);
    one_of(row, "place", row[slots::kPlace], {"inside", "prefix", "suffix"});
    if (!row[slots::kMakes].empty()) {
      one_of(row, "makes", row[slots::kMakes], {"small"});
    }
    for (std::string_view lang : split(row[slots::kLang], ' ')) {
      for (std::string_view slot : split(row[slots::kFollows], ' ')) {
        if (slot != "stem") in_slots(row, "follows", lang, slot);
      }
    }
  }

  void check_affix(const Row& row) {
    languages(row, row[affixes::kLang]);
    for (std::string_view lang : split(row[affixes::kLang], ' ')) {
      if (languages_.count(lang) > 0) {
        in_slots(row, "slot", lang, row[affixes::kSlot]);
      }
    }
    for (std::string_view affix : split(row[affixes::kAffix], ' ')) {
      std::string text(affix);
      text.erase(std::remove(text.begin(), text.end(), '_'), text.end());
      const std::string key = l1_key(text);
      // In a word that has a letter of Uyghur alone others are told apart too,
      // and "ii" is a number only where it stands alone.
      const std::string uyghur = "\u06D0" + text;
      const std::string latin = "a" + text;
      if (key == text || l1_key(uyghur) == uyghur) continue;
      if (l1_key(latin) == latin && text[0] >= 'a' && text[0] <= 'z') continue;
      findings_.error(row, "affix: '" + std::string(affix) +
                               "' is never met in a key, expected '" + key +
                               "'");
    }
    classes(row, "harmony", row[affixes::kHarmony]);
    classes(row, "after", row[affixes::kAfter]);
  }

  void languages(const Row& row, std::string_view cell) {
    for (std::string_view lang : split(cell, ' ')) {
      if (languages_.count(lang) > 0) continue;
      findings_.error(row, "lang: '" + std::string(lang) +
                               "' is not known, expected one of "
                               "morphology/languages.tsv" +
                               Index::suggestion(lang, languages_));
    }
  }

  void in_slots(const Row& row, std::string_view column, std::string_view lang,
                std::string_view slot) {
    if (slots_[lang].count(slot) > 0) return;
    findings_.error(row, std::string(column) + ": '" + std::string(slot) +
                             "' is no slot of " + std::string(lang) +
                             ", expected one of morphology/slots.tsv" +
                             Index::suggestion(slot, slots_[lang]));
  }

  void one_of(const Row& row, std::string_view column, std::string_view cell,
              const Words& words) {
    if (words.count(cell) > 0) return;
    std::string list;
    const std::set<std::string_view> sorted(words.begin(), words.end());
    for (std::string_view word : sorted) {
      list += (list.empty() ? "" : ", ") + std::string(word);
    }
    findings_.error(row, std::string(column) + ": '" + std::string(cell) +
                             "', expected one of " + list);
  }

  void classes(const Row& row, std::string_view column, std::string_view cell) {
    if (cell.substr(0, 1) == "!") cell.remove_prefix(1);
    for (std::string_view item : split(cell, ' ')) {
      if (item.size() < 3 || item.front() != '<') continue;
      const std::string_view name = item.substr(1, item.size() - 2);
      if (item.back() == '>' && classes_.count(name) > 0) continue;
      findings_.error(row, std::string(column) + ": '" + std::string(item) +
                               "' is no class, expected one of "
                               "morphology/classes.tsv");
    }
  }

  const Index& index_;
  Findings& findings_;
  Words languages_, classes_;
  std::map<std::string_view, Words> slots_;
};

}  // namespace

void check_morphology(const Index& index, Findings* findings) {
  MorphologyChecker(index, findings).check();
}

}  // namespace khitai::compile
