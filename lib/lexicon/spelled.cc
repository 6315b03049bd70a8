// SPDX-License-Identifier: Apache-2.0

#include "lexicon/spelled.h"

#include <algorithm>

#include "fold/fold.h"
#include "khitai/conventions.h"
#include "khitai/keys.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "romanize/detect.h"
#include "romanize/split.h"
#include "text/casing.h"
#include "text/script.h"

namespace khitai::lexicon {
namespace {

using romanize::Word;
using romanize::Words;

// By script, what a name is most often in.
struct ScriptLangs {
  std::string_view script, langs;
};
constexpr ScriptLangs kScriptLangs[] = {
    {"Hani", "zh"},
    {"Arab", "fa ar ug"},
    {"Cyrl", "ru mn kk ky uz ug zh fa ar"},
    {"Latn", "zh fa ar uz kk ug ru mn ky"},
    {"Armn", "hy"},
    {"Geor", "ka"},
    {"Grek", "grc"},
    {"Hang", "ko"},
    {"Hebr", "he"},
    {"Hira", "ja"},
    {"Kana", "ja"},
    {"Mong", "mn"},
    {"Orkh", "otk"},
    {"Syrc", "syc"},
};

std::string joined(const Words& words) {
  std::string out;
  for (const Word& word : words) {
    for (const auto& syllable : word.syllables) {
      out += (out.empty() ? "" : ".") + syllable.pinyin;
    }
  }
  return out;
}

size_t letters(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(),
                    [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

// How a vocalized form is written in Arabic letters, as an L1 key.
std::string spelled_in_arabic(const romanize::Tables& tables,
                              std::string_view reading) {
  std::vector<std::string> texts = {text::lower(reading)};
  const romanize::Passes* const passes = tables.set("spell-arabic");
  if (passes != nullptr) passes->apply(&texts);
  return texts.empty() ? "" : without_spaces(l1_key(texts[0]));
}

void add_once(Words words, std::vector<Words>* all) {
  if (std::find(all->begin(), all->end(), words) == all->end()) {
    all->push_back(std::move(words));
  }
}

}  // namespace

Spelled::Spelled(const Lexicon& lexicon, std::string_view form,
                 std::string_view lang)
    : lexicon_(lexicon),
      tables_(lexicon.conventions()),
      form_(form),
      lang_(lang) {
  const auto pattern = lexicon.matcher().find(fold::match_key(form));
  if (!pattern) return;
  const std::string l1 = l1_key(form);
  for (uint32_t index : lexicon.forms_of_pattern(*pattern)) {
    if (l1_key(lexicon.form(index).text) == l1) forms_.push_back(index);
  }
  // The very spelling before its variants.
  std::stable_partition(forms_.begin(), forms_.end(), [&](uint32_t index) {
    return lexicon.form(index).text == form;
  });
}

std::vector<std::string_view> Spelled::langs() const {
  std::vector<std::string_view> all;
  if (!lang_.empty()) all.push_back(lang_);
  for (uint32_t index : forms_) {
    for (std::string_view tag :
         romanize::split(lexicon_.form(index).lang, ' ')) {
      all.push_back(tag);
    }
  }
  for (const ScriptLangs& one : kScriptLangs) {
    if (one.script != text::script_of(form_)) continue;
    for (std::string_view lang : romanize::split(one.langs, ' ')) {
      all.push_back(lang);
    }
  }
  return all;
}

size_t Spelled::rank(std::string_view lang) const {
  const std::vector<std::string_view> all = langs();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](std::string_view tag) {
        return tag.substr(0, tag.find('-')) == lang ||
               (lang == "zh" && tag.starts_with("lzh"));
      });
  return static_cast<size_t>(found - all.begin());
}

bool Spelled::may_be(std::string_view lang) const {
  return rank(lang) < langs().size();
}

std::vector<std::string_view> Spelled::conventions() const {
  std::vector<std::string_view> out;
  for (uint32_t index : forms_) {
    if (lexicon_.form(index).text != form_) continue;
    for (std::string_view tag :
         romanize::split(lexicon_.form(index).lang, ' ')) {
      const std::string_view id = romanize::convention_called(tables_, tag);
      if (!id.empty()) out.push_back(id);
    }
  }
  return out;
}

double Spelled::likelihood(const romanize::Writer& writer) const {
  for (const Detected& one : detect_conventions(lexicon_, form_, writer.lang)) {
    if (one.convention == writer.convention && one.lang == writer.lang) {
      return one.probability;
    }
  }
  return 0;
}

// Surname and given name apart.
std::vector<size_t> Spelled::sizes_by_parts(uint32_t name) const {
  for (uint32_t number : lexicon_.senses_of_name(name)) {
    std::string_view surname, given;
    for (uint32_t index :
         lexicon_.parts_of_entity(lexicon_.sense(number).entity)) {
      const Part part = lexicon_.part(index);
      if (!part.lang.starts_with("zh")) continue;
      if (part.part == "surname") surname = part.text;
      if (part.part == "given") given = part.text;
    }
    if (surname.empty() || given.empty()) continue;
    if (l1_key(std::string(surname) + std::string(given)) == l1_key(form_)) {
      return {letters(surname), letters(given)};
    }
  }
  return {};
}

// As a Latin form of the name has it.
std::vector<size_t> Spelled::sizes_by_forms(const Words& words) const {
  const std::string syllables = joined(words);
  for (uint32_t known : forms_) {
    for (uint32_t index : lexicon_.forms_of_name(lexicon_.form(known).name)) {
      const std::string_view text = lexicon_.form(index).text;
      if (text::script_of(text) != "Latn") continue;
      const auto latin = romanize::words_of_pinyin(tables_, text);
      if (!latin || joined(*latin) != syllables) continue;
      std::vector<size_t> sizes;
      for (const Word& word : *latin) sizes.push_back(word.syllables.size());
      return sizes;
    }
  }
  return {};
}

void Spelled::add_words_of(const Form& form, std::vector<Words>* all) const {
  const std::string_view cell = form.reading.empty() && form.base != kNoRow
                                    ? lexicon_.form(form.base).reading
                                    : form.reading;
  for (std::string_view reading : romanize::split(cell, '|')) {
    auto words = romanize::words_of_pinyin(tables_, reading);
    if (!words) continue;
    romanize::set_characters(form_, &*words);
    add_once(std::move(*words), all);
  }
}

std::vector<Words> Spelled::words() const {
  std::vector<Words> all;
  for (uint32_t index : forms_) {
    const Form form = lexicon_.form(index);
    if (has_lang(form.lang, "zh") || has_lang(form.lang, "lzh")) {
      add_words_of(form, &all);
    }
  }
  if (!all.empty()) return all;
  auto words = romanize::words_of_han(tables_, form_);
  if (!words) return all;
  if (words->size() == 1) {
    std::vector<size_t> sizes = sizes_by_forms(*words);
    for (uint32_t index : forms_) {
      if (sizes.size() < 2) {
        sizes = sizes_by_parts(lexicon_.form(index).name);
      }
    }
    if (sizes.size() > 1) *words = romanize::regrouped(*words, sizes);
  }
  all.push_back(std::move(*words));
  return all;
}

std::vector<uint32_t> Spelled::names(std::string_view lang, bool all) const {
  std::vector<uint32_t> out;
  const auto add = [&](uint32_t name) {
    if (std::find(out.begin(), out.end(), name) == out.end()) {
      out.push_back(name);
    }
  };
  for (uint32_t known : forms_) {
    const Form spelled = lexicon_.form(known);
    if (!has_lang(spelled.lang, lang)) continue;
    add(spelled.name);
    if (!all) continue;
    for (uint32_t sense : lexicon_.senses_of_name(spelled.name)) {
      const uint32_t entity = lexicon_.sense(sense).entity;
      for (uint32_t other : lexicon_.senses_of_entity(entity)) {
        add(lexicon_.sense(other).name);
      }
    }
  }
  return out;
}

std::vector<std::string> Spelled::vocalized(std::string_view lang) const {
  std::vector<std::string> exact, others;
  const std::string letters_of_form = without_spaces(l1_key(form_));
  const std::string tag = std::string(lang) + "-Latn-x-ijmes";
  const std::vector<uint32_t> own = names(lang, false);
  for (uint32_t name : names(lang, true)) {
    for (uint32_t index : lexicon_.forms_of_name(name)) {
      const Form form = lexicon_.form(index);
      if (!has_lang(form.lang, tag)) continue;
      if (spelled_in_arabic(tables_, form.text) == letters_of_form) {
        romanize::add_alternative(std::string(form.text), &exact);
      } else if (std::find(own.begin(), own.end(), name) != own.end()) {
        romanize::add_alternative(std::string(form.text), &others);
      }
    }
  }
  return exact.empty() ? others : exact;
}

}  // namespace khitai::lexicon
