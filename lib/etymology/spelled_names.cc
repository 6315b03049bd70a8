// SPDX-License-Identifier: Apache-2.0
//
// From what was typed to the names it spells, and to what they denote.

#include <algorithm>
#include <string>
#include <unordered_set>

#include "fold/fold.h"
#include "khitai/keys.h"
#include "khitai/why.h"
#include "lexicon/spellings.h"
#include "match/matcher.h"

namespace khitai {
namespace {

std::string_view language_of(std::string_view tags) {
  return tags.substr(0, tags.find_first_of("- "));
}

// How near a form is to being the one that is meant by its name's spelling: an
// attested one, the preferred one of a language, in the name's own language,
// in one that readers of this field meet, just as typed. Less is nearer.
int rank_of(const Lexicon& lexicon, uint32_t row, std::string_view text) {
  const Form form = lexicon.form(row);
  const std::string_view own = language_of(lexicon.name(form.name).lang);
  const std::string_view lang = language_of(form.lang);
  int rank = form.generated() ? 16 : 0;
  if ((form.use & kUseLabel) == 0) rank += 8;
  if (form.text != text) ++rank;
  if (!own.empty() && lang == own) return rank;
  if (lang == "en") return rank + 2;
  return rank + (lang == "zh" || lang == "lzh" ? 4 : 6);
}

void put_nearest_first(const Lexicon& lexicon, std::string_view text,
                       std::vector<uint32_t>* forms) {
  std::stable_sort(forms->begin(), forms->end(), [&](uint32_t x, uint32_t y) {
    return rank_of(lexicon, x, text) < rank_of(lexicon, y, text);
  });
}

// Those of the forms that `keep` is true for; all, when there are none.
template <typename Keep>
std::vector<uint32_t> narrowed(const std::vector<uint32_t>& forms,
                               const Keep& keep) {
  std::vector<uint32_t> kept;
  std::copy_if(forms.begin(), forms.end(), std::back_inserter(kept), keep);
  return kept.empty() ? forms : kept;
}

std::vector<uint32_t> senses_of(const Lexicon& lexicon, const AskedName& one) {
  if (one.form != kNoRow) return lexicon.senses_of_form(one.form);
  std::vector<uint32_t> senses = lexicon.senses_of_name(one.name);
  std::erase_if(senses,
                [&](uint32_t row) { return !lexicon.sense(row).form.empty(); });
  return senses;
}

}  // namespace

std::vector<AskedName> names_spelled(const Lexicon& lexicon,
                                     std::string_view text) {
  if (const auto name = lexicon.find_name(text)) return {{*name, kNoRow}};
  std::vector<AskedName> names;
  const auto pattern = lexicon.matcher().find(fold::match_key(text));
  if (!pattern) return names;
  std::vector<uint32_t> forms = lexicon.forms_of_pattern(*pattern);
  const std::string l1 = l1_key(text);
  forms = narrowed(
      forms, [&](uint32_t form) { return lexicon.spellings().l1(form) == l1; });
  forms = narrowed(
      forms, [&](uint32_t form) { return !lexicon.form(form).generated(); });
  put_nearest_first(lexicon, text, &forms);
  for (const uint32_t form : forms) {
    const uint32_t name = lexicon.form(form).name;
    const bool is_new =
        std::none_of(names.begin(), names.end(),
                     [&](const AskedName& one) { return one.name == name; });
    if (name != kNoRow && is_new) names.push_back({name, form});
  }
  return names;
}

std::vector<uint32_t> entities_of(const Lexicon& lexicon,
                                  const std::vector<AskedName>& names,
                                  Senses wanted) {
  std::vector<uint32_t> likely, all;
  std::unordered_set<uint32_t> in_likely, in_all;
  for (const AskedName& one : names) {
    for (const uint32_t row : senses_of(lexicon, one)) {
      const Sense sense = lexicon.sense(row);
      if (sense.entity == kNoRow) continue;
      if (in_all.insert(sense.entity).second) all.push_back(sense.entity);
      if (sense.certainty != "possible" &&
          in_likely.insert(sense.entity).second) {
        likely.push_back(sense.entity);
      }
    }
  }
  return likely.empty() || wanted == Senses::kAll ? all : likely;
}

}  // namespace khitai
