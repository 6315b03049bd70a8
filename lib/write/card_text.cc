// SPDX-License-Identifier: Apache-2.0
//
// An entity's card for a person at a terminal: who or what it is, when, its
// names (card_names.cc), its relations, where its names come from, what it is
// confused with, the sources of all that, and how to cite it.

#include <map>
#include <vector>

#include "khitai/write.h"
#include "write/card_page.h"
#include "write/cite.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

void write_head(const CardPage& page, uint32_t number) {
  const Entity entity = page.lexicon.entity(number);
  page.terminal->begin_line(0, 2);
  page.terminal->text(isolated(label_of(page.lexicon, number, page.options)),
                      style_of_type(entity.type));
  std::string facts(entity.type);
  append_joined(", ", span_words(entity.from, entity.to), &facts);
  if (!facts.empty()) page.terminal->text("  " + facts);
  page.terminal->text("  ");
  page.terminal->text(entity.id, kDim);
  page.terminal->end_line();
  page.line(0, entity.description);
  page.line(0, "", standing(entity.certainty, entity.source));
}

// Several datings of one event are rivals, and stand together.
void write_datings(const CardPage& page, uint32_t entity) {
  std::vector<std::string_view> events;
  std::map<std::string_view, std::vector<Dating>> all;
  for (uint32_t number : page.lexicon.datings_of_entity(entity)) {
    const Dating dating = page.lexicon.dating(number);
    if (all[dating.event].empty()) events.push_back(dating.event);
    all[dating.event].push_back(dating);
  }
  if (events.empty()) return;
  page.section("Dates");
  for (std::string_view event : events) {
    const std::vector<Dating>& rivals = all[event];
    const bool several = rivals.size() > 1;
    if (several) {
      page.line(2, spaced(event) + ", " + std::to_string(rivals.size()) +
                       " rival datings");
    }
    for (const Dating& one : rivals) {
      const std::string date = date_words(one.date);
      page.line(several ? 4 : 2, several ? date : spaced(event) + ": " + date,
                standing(one.certainty, one.source));
    }
  }
}

void write_parts(const CardPage& page, uint32_t entity) {
  const auto parts = page.lexicon.parts_of_entity(entity);
  if (parts.empty()) return;
  page.section("Parts of the name");
  for (uint32_t number : parts) {
    const Part part = page.lexicon.part(number);
    std::string aside = language_words(part.lang);
    append_joined("; ", cited_words(part.source), &aside);
    page.line(2, spaced(part.part) + ": " + isolated(part.text), aside);
  }
}

void write_relation(const CardPage& page, const Relation& relation,
                    uint32_t other) {
  std::string words = isolated(label_of(page.lexicon, other, page.options));
  append_joined(", ", span_words(relation.from, relation.to), &words);
  page.line(4, words, standing(relation.certainty, relation.source));
  page.line(8, relation.claim);
}

// In words from this entity's side. Without an inverse the sentence is told
// from the other side, with "of what" left open.
std::string relation_words(const SeenRelation& seen, bool inverse) {
  const std::string words = spaced(seen.relation);
  return seen.subject || inverse ? words : "object of " + words;
}

void write_relations(const CardPage& page, uint32_t entity) {
  // By relation, in the order in which they are first named.
  std::vector<std::string> order;
  std::map<std::string, std::vector<uint32_t>> groups;
  for (uint32_t number : page.lexicon.relations_of_entity(entity)) {
    const Relation relation = page.lexicon.relation(number);
    const std::string words =
        relation_words(seen_from(entity, relation), !relation.inverse.empty());
    if (groups[words].empty()) order.push_back(words);
    groups[words].push_back(number);
  }
  if (order.empty()) return;
  page.section("Relations");
  for (const std::string& words : order) {
    page.line(2, words);
    for (uint32_t number : groups[words]) {
      const Relation relation = page.lexicon.relation(number);
      write_relation(page, relation, seen_from(entity, relation).other);
    }
  }
}

// "ar" is Arabic; other words stay.
std::string via_words(std::string_view via) {
  return via.find(' ') == std::string_view::npos ? language_words(via)
                                                 : std::string(via);
}

std::string name_words(const Lexicon& lexicon, uint32_t number) {
  const Name name = lexicon.name(number);
  std::string words = isolated(name.label.empty() ? name.id : name.label);
  const std::string lang = language_words(name.lang);
  return lang.empty() ? words : words + " (" + lang + ")";
}

void write_links(const CardPage& page, const Card& card) {
  const auto links = links_of(page.lexicon, card);
  if (links.empty()) return;
  page.section("Where the names come from");
  for (uint32_t number : links) {
    const Link link = page.lexicon.link(number);
    std::string words = name_words(page.lexicon, link.from) + " \u2192 " +
                        name_words(page.lexicon, link.to) + ": " +
                        spaced(link.type);
    append_joined(", ", spaced(link.part), &words);
    append_joined(", ", link.rule, &words);
    append_joined(", via ", via_words(link.via), &words);
    append_joined(", ", date_words(link.date), &words);
    std::string aside;
    append_joined("; ", link.account, &aside);
    append_joined("; ", link.stance, &aside);
    append_joined("; ", standing(link.certainty, link.source), &aside);
    page.line(2, words, aside);
    page.line(6, link.claim);
  }
}

void write_distinctions(const CardPage& page, uint32_t entity) {
  const auto distinctions = page.lexicon.distinctions_of_entity(entity);
  if (distinctions.empty()) return;
  page.section("Not to be confused");
  for (uint32_t number : distinctions) {
    const Distinction one = page.lexicon.distinction(number);
    const uint32_t other = one.a == entity ? one.b : one.a;
    std::string words = isolated(one.form) + " also names " +
                        isolated(label_of(page.lexicon, other, page.options));
    append_joined(": ", one.how, &words);
    page.line(2, words, cited_words(one.source));
  }
}

void write_sources(const CardPage& page, const Card& card) {
  const Bibliography all = sources_of(page.lexicon, card);
  if (all.ids().empty()) return;
  page.section("Sources");
  for (std::string_view id : all.ids()) {
    page.terminal->begin_line(2, 6);
    page.terminal->text(id, kBold);
    page.terminal->text("  " + citation_of(page.lexicon, id));
    page.terminal->end_line();
  }
}

void write_citation(const CardPage& page, const Card& card) {
  const std::string label(
      isolated(label_of(page.lexicon, card.entity, page.options)));
  page.section("To cite this entry");
  page.line(2, citation_of_card(page.lexicon, card, label));
}

}  // namespace

namespace write {

void CardPage::section(std::string_view title) const {
  terminal->end_line();
  terminal->text(title, kBold);
  terminal->end_line();
}

void CardPage::line(size_t indent, std::string_view words,
                    std::string_view aside) const {
  if (words.empty() && aside.empty()) return;
  terminal->begin_line(indent, indent + 2);
  terminal->text(words);
  if (!words.empty() && !aside.empty()) terminal->text("  ");
  terminal->text(aside, kDim);
  terminal->end_line();
}

std::string standing(std::string_view certainty, std::string_view source) {
  std::string words(certainty);
  append_joined("; ", cited_words(source), &words);
  return words;
}

}  // namespace write

void write_card_text(const Lexicon& lexicon, uint32_t entity,
                     const WriteOptions& options, std::string* out) {
  Terminal terminal(options, out);
  const CardPage page{lexicon, options, &terminal};
  const Card card = gather_card(lexicon, entity);
  write_head(page, entity);
  write_datings(page, entity);
  write_card_names(page, card);
  write_parts(page, entity);
  write_relations(page, entity);
  write_links(page, card);
  write_distinctions(page, entity);
  write_sources(page, card);
  write_citation(page, card);
}

}  // namespace khitai
