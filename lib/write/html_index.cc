// SPDX-License-Identifier: Apache-2.0

#include "write/html_index.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "khitai/keys.h"
#include "write/card.h"
#include "write/escape.h"
#include "write/html_body.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai::write {
namespace {

// So many conventions that write alike tell something; more do not.
constexpr size_t kFewConventions = 3;

// Whether a form tells the convention of a spelling. An editor has said so, or
// a rule has made it: then of Chinese, whose syllables differ in each, and of
// Arabic and Persian where there are marks. Other rules make what a language
// writes anyway: Iran, Bukhara.
bool tells_convention(const Form& form) {
  if (!form.generated()) return true;
  const std::string_view lang = form.lang.substr(0, form.lang.find('-'));
  if (lang == "zh" || lang == "lzh") return true;
  const bool marks =
      std::any_of(form.text.begin(), form.text.end(),
                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return marks && (lang == "ar" || lang == "fa");
}

void add_words_once(std::string words, std::vector<std::string>* all) {
  if (words.empty()) return;
  if (std::find(all->begin(), all->end(), words) == all->end()) {
    all->push_back(std::move(words));
  }
}

}  // namespace

// What the forms with a convention in their tag say, the attested ones before
// those that are made.
HtmlIndex::Conventions HtmlIndex::conventions_of(uint32_t entity) const {
  struct Told {
    std::vector<std::string> attested, generated;
  };
  std::unordered_map<std::string, Told> told;
  if (entity == kNoRow) return {};
  for (const CardName& name : gather_card(lexicon_, entity).names) {
    for (uint32_t number : name.forms) {
      const Form form = lexicon_.form(number);
      if (!tells_convention(form)) continue;
      std::string words = convention_words(form.lang);
      if (words.empty()) continue;
      Told& of_key = told[l0_key(form.text)];
      add_words_once(std::move(words),
                     form.generated() ? &of_key.generated : &of_key.attested);
    }
  }
  Conventions all;
  for (const auto& [key, one] : told) {
    const auto& best = one.attested.empty() ? one.generated : one.attested;
    std::string words;
    for (const std::string& each : best) append_joined(" or ", each, &words);
    if (best.size() <= kFewConventions) all.emplace(key, std::move(words));
  }
  return all;
}

void HtmlIndex::write(std::span<const Found> all) {
  if (places_->all().empty()) return;
  out_->append(
      "<section class=\"index\" id=\"index\">\n<h2>Index of names</h2>\n");
  for (const Found& found : all) write_entry(found);
  out_->append("</section>\n");
}

void HtmlIndex::write_entry(const Found& found) {
  const size_t number = data_->entity({found.entity, found.own});
  const std::vector<size_t> places = places_->of_entity(number);
  if (places.empty()) return;
  const Entity entity = found_entity(lexicon_, found);
  out_->append("<section class=\"entry " + type_class(entity.type) +
               "\" id=\"c" + std::to_string(number) + "\">\n<h3><bdi>");
  append_html(found_label(lexicon_, found, options_), out_);
  out_->append("</bdi> <small>");
  std::string facts(entity.type);
  append_joined(", ", span_words(entity.from, entity.to), &facts);
  append_html(facts, out_);
  out_->append("</small></h3>\n");
  const Conventions conventions = conventions_of(found.entity);
  for (size_t at = 0; at < places.size();) {
    const size_t document = places_->all()[places[at]].document;
    std::vector<size_t> here;
    for (; at < places.size(); ++at) {
      if (places_->all()[places[at]].document != document) break;
      here.push_back(places[at]);
    }
    write_variants(document, variants_of(here), conventions);
  }
  out_->append("</section>\n");
}

std::vector<HtmlIndex::Variant> HtmlIndex::variants_of(
    const std::vector<size_t>& places) const {
  std::vector<Variant> all;
  std::unordered_map<std::string, size_t> numbers;
  for (size_t place : places) {
    const Place& one = places_->all()[place];
    std::string text =
        one_line(text_of(annotations_[one.document], *one.mention));
    const auto [slot, fresh] = numbers.emplace(text, all.size());
    if (fresh) all.push_back({std::move(text), 0, {}});
    Variant& variant = all[slot->second];
    variant.places.push_back(place);
    if (one.mention->decision == Decision::kMatch) ++variant.matched;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Variant& a, const Variant& b) {
                     return a.places.size() > b.places.size();
                   });
  return all;
}

void HtmlIndex::write_variants(size_t document, const std::vector<Variant>& all,
                               const Conventions& conventions) {
  const std::string number = std::to_string(document + 1);
  if (annotations_.size() > 1) {
    out_->append("<h4><a href=\"#d" + number + "\"><bdi>");
    append_html(annotations_[document].name, out_);
    out_->append("</bdi></a></h4>\n");
  }
  out_->append("<ul class=\"variants\" data-d=\"" + number + "\">\n");
  for (const Variant& one : all) write_variant(one, conventions);
  out_->append("</ul>\n");
}

void HtmlIndex::write_variant(const Variant& variant,
                              const Conventions& conventions) {
  out_->append("<li>");
  write_link(variant.places.front(), variant.text);
  out_->append(" <span class=\"count\">");
  const size_t unsure = variant.places.size() - variant.matched;
  std::string counts;
  if (variant.matched > 0) counts = std::to_string(variant.matched);
  if (unsure > 0) append_joined(" + ", std::to_string(unsure) + "?", &counts);
  out_->append(counts + "</span>");
  const auto convention = conventions.find(l0_key(variant.text));
  if (convention != conventions.end()) {
    out_->append(" <small class=\"convention\">");
    append_html(convention->second, out_);
    out_->append("</small>");
  }
  out_->append(" <span class=\"places\">");
  const size_t shown = std::min(places_shown_, variant.places.size());
  for (size_t i = 0; i < shown; ++i) {
    const size_t place = variant.places[i];
    const Place& one = places_->all()[place];
    const bool sure = one.mention->decision == Decision::kMatch;
    if (i > 0) out_->push_back(' ');
    out_->append("<a href=\"" + places_->link(place) + "\">" +
                 std::to_string(one.paragraph) + (sure ? "" : "?") + "</a>");
  }
  if (shown < variant.places.size()) {
    out_->append(" and " + std::to_string(variant.places.size() - shown) +
                 " more");
  }
  out_->append("</span></li>\n");
}

void HtmlIndex::write_link(size_t place, std::string_view text) {
  out_->append("<a class=\"variant\" href=\"" + places_->link(place) +
               "\"><bdi>");
  append_html(text, out_);
  out_->append("</bdi></a>");
}

}  // namespace khitai::write
