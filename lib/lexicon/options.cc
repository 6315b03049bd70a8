// SPDX-License-Identifier: Apache-2.0

#include "lexicon/options.h"

#include <algorithm>

namespace khitai::lexicon {

const std::vector<Option>& Options::of(uint32_t pattern) {
  const auto [place, inserted] = cache_.try_emplace(pattern);
  if (!inserted) return place->second;
  for (uint32_t form : lexicon_.forms_of_pattern(pattern)) {
    add_options(lexicon_, form, &place->second);
  }
  return place->second;
}

Options::Choice& Options::choice(uint32_t pattern, std::string_view lang) {
  if (of_lang_ == nullptr || lang != lang_) {
    auto place = choices_.find(lang);
    if (place == choices_.end()) {
      place = choices_.emplace(std::string(lang), Choices()).first;
    }
    lang_ = place->first;
    of_lang_ = &place->second;
  }
  return (*of_lang_)[pattern];
}

void add_options(const Lexicon& lexicon, uint32_t form,
                 std::vector<Option>* options) {
  const uint32_t use = lexicon.form_use(form);
  for (uint32_t sense : lexicon.senses_of_form(form)) {
    options->push_back({form, sense, lexicon.sense(sense).entity, use});
  }
}

bool has_lang(std::string_view tags, std::string_view lang) {
  while (!tags.empty()) {
    const size_t space = std::min(tags.find(' '), tags.size());
    const std::string_view tag = tags.substr(0, space);
    if (tag.substr(0, lang.size()) == lang &&
        (tag.size() == lang.size() || tag[lang.size()] == '-')) {
      return true;
    }
    tags.remove_prefix(std::min(space + 1, tags.size()));
  }
  return false;
}

bool is_of_language(std::string_view tags, std::string_view lang) {
  if (has_lang(tags, lang)) return true;
  if (lang == "lzh") return has_lang(tags, "zh");
  return lang == "zh" && has_lang(tags, "lzh");
}

}  // namespace khitai::lexicon
