// SPDX-License-Identifier: Apache-2.0

#include "morphology/analyze.h"

#include <algorithm>

#include "morphology/peel.h"
#include "romanize/split.h"
#include "text/script.h"
#include "text/tag.h"

namespace khitai::morphology {
namespace {

constexpr size_t kMaxWords = 5;  // of a name whose words agree
constexpr size_t kBeam = 64;
constexpr int kUnchanged = 1;  // a word that does not agree with the others

bool has(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

Languages languages_of_text(const Tables& tables, std::string_view text,
                            std::string_view lang) {
  return languages_of(tables, text::script_of(text), lang);
}

// One more word behind each of the names so far: as it stands, or analysed.
std::vector<Analysis> extend(const std::vector<Analysis>& names,
                             const std::vector<Analysis>& words,
                             uint32_t offset) {
  std::vector<Analysis> out;
  for (const Analysis& name : names) {
    for (const Analysis& word : words) {
      Analysis one = name;
      one.stem += " " + word.stem;
      one.end = offset + word.end;
      one.small |= word.small;
      one.cost += word.cost;
      if (!word.rule.empty()) {
        one.rule += (one.rule.empty() ? "" : ", ") + word.rule;
      }
      out.push_back(std::move(one));
    }
  }
  keep_best(kBeam, &out);
  return out;
}

void peel_words(const Tables& tables, const Language& language,
                std::string_view name, std::vector<Analysis>* found) {
  const std::vector<std::string_view> words = romanize::split(name, ' ');
  if (words.size() > kMaxWords)
    return peel(tables, language, name, nullptr, found);
  std::vector<Analysis> names;
  for (std::string_view word : words) {
    const uint32_t offset = static_cast<uint32_t>(word.data() - name.data());
    std::vector<Analysis> own;
    peel(tables, language, word, nullptr, &own);
    keep_best(kMaxAnalyses, &own);
    own.push_back({std::string(word), 0, static_cast<uint32_t>(word.size()), "",
                   false, own.empty() ? 0 : kUnchanged});
    names = names.empty() ? std::move(own) : extend(names, own, offset);
  }
  for (Analysis& one : names) {
    if (one.stem != name) found->push_back(std::move(one));
  }
}

}  // namespace

Languages languages_of(const Tables& tables, std::string_view script,
                       std::string_view lang) {
  const std::string tag = text::usual_tag(lang);
  const std::string_view subtag =
      std::string_view(tag).substr(0, tag.find('-'));
  Languages out;
  for (const Language& one : tables.languages()) {
    if (!has(one.scripts, script)) continue;
    if (lang.empty() || has(one.tags, subtag)) out.push_back(&one);
  }
  return out;
}

bool inflects_every(const Tables& tables, std::string_view lang) {
  const std::string tag = text::usual_tag(lang);
  const std::string_view subtag =
      std::string_view(tag).substr(0, tag.find('-'));
  const std::vector<Language>& all = tables.languages();
  return std::any_of(all.begin(), all.end(), [&](const Language& one) {
    return one.every && has(one.tags, subtag);
  });
}

bool may_have_prefix(const Languages& languages, std::string_view l1_word) {
  for (const Language* one : languages) {
    for (const Affix& affix : one->prefixes) {
      if (l1_word.starts_with(affix.text)) return true;
    }
  }
  return false;
}

std::vector<Analysis> analyze(const Tables& tables, std::string_view l1_word,
                              std::string_view lang,
                              const MayBegin& may_begin) {
  return analyze(tables, languages_of_text(tables, l1_word, lang), l1_word,
                 may_begin);
}

std::vector<Analysis> analyze(const Tables& tables, const Languages& languages,
                              std::string_view l1_word,
                              const MayBegin& may_begin) {
  std::vector<Analysis> found;
  for (const Language* one : languages) {
    peel(tables, *one, l1_word, may_begin, &found);
  }
  keep_best(kMaxAnalyses, &found);
  return found;
}

std::vector<Analysis> analyze_name(const Tables& tables,
                                   std::string_view l1_name,
                                   std::string_view lang) {
  std::vector<Analysis> found;
  for (const Language* one : languages_of_text(tables, l1_name, lang)) {
    if (one->every && l1_name.find(' ') != std::string_view::npos) {
      peel_words(tables, *one, l1_name, &found);
    }
    peel(tables, *one, l1_name, nullptr,
         &found);  // affixes with a space in them too
  }
  keep_best(kMaxAnalyses, &found);
  return found;
}

}  // namespace khitai::morphology
