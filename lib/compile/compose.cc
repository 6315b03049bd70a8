// SPDX-License-Identifier: Apache-2.0

#include "compile/compose.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "compile/cells.h"

namespace khitai::compile {
namespace {

constexpr size_t kMaxComposed = 16;

// part -> the texts it has
using Parts = std::map<std::string_view, std::vector<const Row*>>;

// Each text with each of the part's texts in the language.
std::vector<std::string> lengthened(const std::vector<std::string>& texts,
                                    const std::vector<const Row*>& part,
                                    std::string_view lang) {
  std::vector<std::string> longer;
  for (const std::string& text : texts) {
    for (const Row* row : part) {
      if (tags_below((*row)[parts::kLang], lang).empty()) continue;
      if (longer.size() == kMaxComposed) return longer;
      longer.push_back(text + (*row)[parts::kText]);
    }
  }
  return longer;
}

// The texts of a pattern; none when a part is missing.
std::vector<std::string> texts_of(const Row& pattern, const Parts& own) {
  std::vector<std::string> texts = {""};
  std::string_view rest = pattern[compose::kPattern];
  while (!rest.empty()) {
    const size_t open = std::min(rest.find('{'), rest.size());
    const size_t close = rest.find('}', open);
    for (std::string& text : texts) text += rest.substr(0, open);
    if (open == rest.size()) break;
    if (close == std::string_view::npos) return {};
    const auto part = own.find(rest.substr(open + 1, close - open - 1));
    if (part == own.end()) return {};
    texts = lengthened(texts, part->second, pattern[compose::kLang]);
    rest.remove_prefix(close + 1);
  }
  return texts;
}

DraftForm draft_of(Text entity, const Row& pattern, std::string text) {
  DraftForm form;
  form.name = entity;
  form.text = std::move(text);
  form.lang = pattern[compose::kLang];
  form.use = pattern[compose::kUse];
  form.certainty = likely_text();
  form.basis = generated_text();
  form.source = pattern.cells[compose::kSource];
  form.rule = "compose " + pattern[compose::kPattern];
  return form;
}

}  // namespace

std::vector<DraftForm> composed_forms(const Tables& tables) {
  std::map<std::string_view, Parts> entities;
  for (const Row* row : sorted_rows(tables.of(TableKind::kParts))) {
    entities[(*row)[parts::kEntity]][(*row)[parts::kPart]].push_back(row);
  }
  const auto patterns = sorted_rows(tables.of(TableKind::kCompose));
  std::vector<DraftForm> forms;
  for (const auto& [entity, own] : entities) {
    for (const Row* pattern : patterns) {
      for (std::string& text : texts_of(*pattern, own)) {
        forms.push_back(
            draft_of(own.begin()->second.front()->cells[parts::kEntity],
                     *pattern, std::move(text)));
      }
    }
  }
  return forms;
}

}  // namespace khitai::compile
