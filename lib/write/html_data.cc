// SPDX-License-Identifier: Apache-2.0

#include "write/html_data.h"

#include <algorithm>
#include <cmath>

#include "write/card.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/utf8.h"
#include "write/words.h"

namespace khitai::write {
namespace {

constexpr size_t kFormsShown = 6;  // of one script and language
constexpr size_t kNativeShown = 3;

// Languages whose spellings stand for their script, where there are several.
size_t chief_rank(std::string_view lang) {
  constexpr std::string_view kChief[] = {"zh", "lzh", "fa", "ar",
                                         "ru", "mn",  "ja", "ko"};
  const std::string_view primary = lang.substr(0, lang.find_first_of("- "));
  const auto* found = std::find(std::begin(kChief), std::end(kChief), primary);
  return static_cast<size_t>(found - std::begin(kChief));
}

// For each script but Latin the group to show it by: preferred forms before
// others, then by chief_rank. REQUIRES: as group_forms leaves them.
std::vector<const FormGroup*> chief_groups(
    const Lexicon& lexicon, const std::vector<FormGroup>& groups) {
  const auto order = [&](const FormGroup& group) {
    const Form first = lexicon.form(group.attested.front());
    return std::pair((first.use & kUseLabel) == 0, chief_rank(group.lang));
  };
  std::vector<const FormGroup*> chief;
  for (const FormGroup& group : groups) {
    if (group.attested.empty() || group.script.code == "Latn") continue;
    const bool same =
        !chief.empty() && chief.back()->script.code == group.script.code;
    if (!same) {
      chief.push_back(&group);
    } else if (order(group) < order(*chief.back())) {
      chief.back() = &group;
    }
  }
  return chief;
}

std::vector<Feature> weightiest_first(std::vector<Feature> features) {
  std::stable_sort(features.begin(), features.end(),
                   [](const Feature& a, const Feature& b) {
                     return std::abs(a.weight) > std::abs(b.weight);
                   });
  return features;
}

}  // namespace

size_t PageData::entity(const Annotation& annotation,
                        const Candidate& candidate) {
  const bool known = candidate.entity != kNoRow;
  return entity(
      {candidate.entity, known ? nullptr : own_of(annotation, candidate)});
}

size_t PageData::record(const Annotation& annotation, const Mention& mention,
                        bool rejected) {
  std::string text;
  Json json(&text, Json::Place::kScript);
  json.open_array();
  json.number(static_cast<uint64_t>(mention.decision));
  json.open_array();
  for (const Candidate& one : shown(mention.candidates, options_)) {
    write_candidate(annotation, one, &json);
  }
  json.close_array();
  if (mention.reviewed) json.number(rejected ? 2 : 1);
  json.close_array();
  return records_.number(text);
}

// [entity, form, ten-thousandths, [reasons], sense]; a reason that weighs
// against the candidate is the complement of its number.
void PageData::write_candidate(const Annotation& annotation,
                               const Candidate& candidate, Json* json) {
  json->open_array();
  json->number(entity(annotation, candidate));
  json->number(forms_.number(candidate.form));
  const double bounded = std::clamp(candidate.probability, 0.0, 1.0);
  json->signed_number(std::isnan(bounded) ? 0 : std::lround(bounded * 10000));
  json->open_array();
  for (const Feature& feature : weightiest_first(candidate.features)) {
    const auto word = static_cast<int64_t>(words_.number(feature.words));
    json->signed_number(feature.weight < 0 ? ~word : word);
  }
  json->close_array();
  const std::string sense = sense_words(lexicon_.sense(candidate.sense));
  json->number(words_.number(sense));
  json->close_array();
}

void PageData::write(std::string* out) {
  Json json(out, Json::Place::kScript);
  json.open_object();
  json.member("lexicon", lexicon_.hash());
  json.key("entities");
  json.open_array();
  for (const Thing& thing : entities_.order()) write_entity(thing, &json);
  json.close_array();
  json.key("forms");
  json.open_array();
  for (uint32_t number : forms_.order()) write_form(number, &json);
  json.close_array();
  json.key("words");
  json.open_array();
  for (const std::string& words : words_.order()) json.text(words);
  json.close_array();
  json.key("records");
  json.open_array();
  for (const std::string& record : records_.order()) json.raw_array(record);
  json.close_array();
  json.key("sources");
  json.open_object();
  for (std::string_view id : sources_.ids()) {
    json.member(clean(id), citation_of(lexicon_, id));
  }
  json.close_object();
  json.close_object();
}

void PageData::write_entity(const Thing& thing, Json* json) const {
  const auto& [number, own] = thing;
  const Entity entity =
      own == nullptr ? lexicon_.entity(number) : entity_of_own(*own);
  json->open_object();
  json->member("id", entity.id);
  json->member("type", entity.type);
  json->member("label", own == nullptr ? label_of(lexicon_, number, options_)
                                       : entity.label);
  json->member("dates", span_words(entity.from, entity.to));
  json->member("description", entity.description);
  write_names(number, json);
  json->close_object();
}

// native: [[form, tag], ...]
// names: [[script, [[language, tag, [forms], how many more], ...]], ...]
void PageData::write_names(uint32_t number, Json* json) const {
  const auto groups = group_forms(lexicon_, forms_of_entity(number));
  json->key("native");
  json->open_array();
  size_t shown = 0;
  for (const FormGroup* group : chief_groups(lexicon_, groups)) {
    if (shown++ == kNativeShown) break;
    json->open_array();
    json->text(lexicon_.form(group->attested.front()).text);
    json->text(first_tag(group->lang));
    json->close_array();
  }
  json->close_array();
  json->key("names");
  json->open_array();
  for (size_t i = 0; i < groups.size();) {
    const std::string_view script = groups[i].script.label;
    json->open_array();
    json->text(script);
    json->open_array();
    size_t made = 0;  // in what only rules write
    for (; i < groups.size() && groups[i].script.label == script; ++i) {
      if (groups[i].attested.empty()) {
        made += groups[i].generated.size();
      } else {
        write_group(groups[i], json);
      }
    }
    if (made > 0) write_by_rule(made, json);
    json->close_array();
    json->close_array();
  }
  json->close_array();
}

void PageData::write_by_rule(size_t forms, Json* json) {
  json->open_array();
  json->text("by rule");
  json->text("");
  json->open_array();
  json->close_array();
  json->number(forms);
  json->close_array();
}

void PageData::write_group(const FormGroup& group, Json* json) const {
  const size_t all = group.attested.size();
  const size_t shown = options_.limit == 0 ? all : std::min(all, kFormsShown);
  json->open_array();
  json->text(language_words(group.lang));
  json->text(first_tag(group.lang));
  json->open_array();
  for (size_t i = 0; i < shown; ++i) {
    json->text(lexicon_.form(group.attested[i]).text);
  }
  json->close_array();
  json->number(all - shown + group.generated.size());
  json->close_array();
}

std::vector<uint32_t> PageData::forms_of_entity(uint32_t number) const {
  std::vector<uint32_t> forms;
  if (number == kNoRow) return forms;
  for (const CardName& name : gather_card(lexicon_, number).names) {
    forms.insert(forms.end(), name.forms.begin(), name.forms.end());
  }
  return forms;
}

void PageData::write_form(uint32_t number, Json* json) {
  const Form form = lexicon_.form(number);
  sources_.add(form.source);
  json->open_object();
  json->member("text", form.text);
  json->member("tag", first_tag(form.lang));
  json->member("lang", language_words(form.lang));
  json->member("standing", form_standing(lexicon_, form));
  json->key("sources");
  json->open_array();
  for (const Cited& one : cited(form.source)) {
    json->open_array();
    json->text(one.id);
    json->text(one.locus);
    json->close_array();
  }
  json->close_array();
  json->close_object();
}

}  // namespace khitai::write
