// SPDX-License-Identifier: Apache-2.0
//
// What belongs to what in a compiled lexicon.

#include <algorithm>
#include <iterator>

#include "khitai/lexicon.h"
#include "lexicon/options.h"
#include "lexicon/store.h"
#include "text/tag.h"

namespace khitai {

using lexicon::BlockColumn;
using lexicon::Section;

namespace {

// Which of two labels is rather one of a language: in its own writing, and by
// this very tag.
int rank_of_label(std::string_view tags, std::string_view lang) {
  if (tags == lang || tags.starts_with(std::string(lang) + " ")) return 3;
  return tags.find("-Latn") == tags.npos ? 2 : 1;
}

}  // namespace

std::optional<uint32_t> Lexicon::find_entity(std::string_view id) const {
  return store_->find(Section::kEntities, id);
}
std::optional<uint32_t> Lexicon::find_name(std::string_view id) const {
  return store_->find(Section::kNames, id);
}
std::optional<uint32_t> Lexicon::find_source(std::string_view id) const {
  return store_->find(Section::kSources, id);
}

std::vector<uint32_t> Lexicon::senses_of_entity(uint32_t entity) const {
  return store_->list(Section::kEntitySenses, entity);
}
std::vector<uint32_t> Lexicon::senses_of_name(uint32_t name) const {
  return store_->list(Section::kNameSenses, name);
}
std::vector<uint32_t> Lexicon::forms_of_name(uint32_t name) const {
  return store_->list(Section::kNameForms, name);
}
std::vector<uint32_t> Lexicon::parts_of_entity(uint32_t entity) const {
  return store_->list(Section::kEntityParts, entity);
}
std::vector<uint32_t> Lexicon::datings_of_entity(uint32_t entity) const {
  return store_->list(Section::kEntityDatings, entity);
}
std::vector<uint32_t> Lexicon::relations_of_entity(uint32_t entity) const {
  return store_->list(Section::kEntityRelations, entity);
}
std::vector<uint32_t> Lexicon::links_from_name(uint32_t name) const {
  return store_->list(Section::kNameLinks, name);
}
std::vector<uint32_t> Lexicon::links_to_name(uint32_t name) const {
  return store_->list(Section::kNameSources, name);
}
std::vector<uint32_t> Lexicon::links_of_name(uint32_t name) const {
  const std::vector<uint32_t> from = links_from_name(name);
  const std::vector<uint32_t> to = links_to_name(name);
  std::vector<uint32_t> links;
  std::set_union(from.begin(), from.end(), to.begin(), to.end(),
                 std::back_inserter(links));
  return links;
}
std::vector<Block> Lexicon::blocks_of_key(std::string_view key) const {
  std::vector<Block> blocks;
  const auto found = store_->find(Section::kBlocks, key);
  if (!found) return blocks;
  const auto has_key = [&](uint32_t row) {
    return store_->text(Section::kBlocks, row, BlockColumn::kKey) == key;
  };
  uint32_t row = *found;
  while (row > 0 && has_key(row - 1)) --row;
  for (; row < store_->rows(Section::kBlocks) && has_key(row); ++row) {
    const auto text = [&](uint32_t column) {
      return store_->text(Section::kBlocks, row, column);
    };
    blocks.push_back({text(BlockColumn::kForm), text(BlockColumn::kLang),
                      text(BlockColumn::kReason), text(BlockColumn::kSource)});
  }
  return blocks;
}
std::vector<uint32_t> Lexicon::distinctions_of_entity(uint32_t entity) const {
  return store_->list(Section::kEntityDistinctions, entity);
}
std::vector<uint32_t> Lexicon::forms_of_pattern(uint32_t pattern) const {
  std::vector<uint32_t> forms = store_->list(Section::kPatternForms, pattern);
  if (!forms.empty() && forms.back() == kNoRow) forms.pop_back();
  return forms;
}
bool Lexicon::is_block(uint32_t pattern) const {
  const std::vector<uint32_t> forms =
      store_->list(Section::kPatternForms, pattern);
  return forms.empty() || forms.back() == kNoRow;
}

std::vector<uint32_t> Lexicon::senses_of_form(uint32_t index) const {
  const Form spelled = form(index);
  // A generated spelling has the senses of the one it was made from.
  const std::string_view text =
      spelled.base == kNoRow ? spelled.text : form(spelled.base).text;
  std::vector<uint32_t> senses = senses_of_name(spelled.name);
  std::erase_if(senses, [&](uint32_t number) {
    const Sense one = sense(number);
    return !one.form.empty() && one.form != text;
  });
  return senses;
}

namespace {

// The label among the names of an entity, its own one or the others. In the
// language's own writing before a romanized one, which is asked for by its tag.
std::string_view label_among(const Lexicon& lexicon, uint32_t entity, bool own,
                             std::string_view lang) {
  const std::string_view id = lexicon.entity(entity).id;
  std::string_view best;
  int most = 0;
  for (const uint32_t number : lexicon.senses_of_entity(entity)) {
    const uint32_t name = lexicon.sense(number).name;
    if ((lexicon.name(name).id == id) != own) continue;
    for (const uint32_t index : lexicon.forms_of_name(name)) {
      const Form candidate = lexicon.form(index);
      if ((candidate.use & kUseLabel) == 0 ||
          !lexicon::has_lang(candidate.lang, lang)) {
        continue;
      }
      const int rank = rank_of_label(candidate.lang, lang);
      if (rank <= most) continue;
      most = rank;
      best = candidate.text;
    }
  }
  return best;
}

}  // namespace

// A label of the entity's own name comes before one of a name that it shares: a
// ruler called by his title is not shown by it.
std::string_view Lexicon::display_form(uint32_t entity,
                                       std::string_view given) const {
  const std::string tag = text::usual_tag(given);
  for (const bool own : {true, false}) {
    std::string_view lang = tag;
    while (!lang.empty()) {
      const std::string_view label = label_among(*this, entity, own, lang);
      if (!label.empty()) return label;
      const size_t cut = lang.rfind('-');
      lang = cut == std::string_view::npos ? "" : lang.substr(0, cut);
    }
  }
  return this->entity(entity).label;
}

}  // namespace khitai
