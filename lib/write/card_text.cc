// SPDX-License-Identifier: Apache-2.0
//
// An entity's card for a person at a terminal: who or what it is, when, its
// names by script and language, its relations, where its names come from, what
// it is confused with, and the sources of all that.

#include <map>

#include "khitai/write.h"
#include "write/card.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/terminal.h"
#include "write/width.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

constexpr size_t kForms = 6;         // column of a language
constexpr size_t kFormsColumn = 30;  // column of its forms
constexpr size_t kNarrow = 60;       // below this they stand under it

struct CardPage {
  const Lexicon& lexicon;
  const WriteOptions& options;
  Terminal* terminal;
};

void write_section(const CardPage& page, std::string_view title) {
  page.terminal->end_line();
  page.terminal->text(title, kBold);
  page.terminal->end_line();
}

void write_line(const CardPage& page, size_t indent, std::string_view words,
                std::string_view aside = {}) {
  if (words.empty() && aside.empty()) return;
  page.terminal->begin_line(indent, indent + 2);
  page.terminal->text(words);
  if (!words.empty() && !aside.empty()) page.terminal->text("  ");
  page.terminal->text(aside, kDim);
  page.terminal->end_line();
}

// "certain; juvayni 2:88"
std::string standing(std::string_view certainty, std::string_view source) {
  std::string words(certainty);
  append_joined("; ", cited_words(source), &words);
  return words;
}

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
  write_line(page, 0, entity.description);
  write_line(page, 0, "", standing(entity.certainty, entity.source));
}

void write_datings(const CardPage& page, uint32_t entity) {
  const auto datings = page.lexicon.datings_of_entity(entity);
  if (datings.empty()) return;
  write_section(page, "Dates");
  for (uint32_t number : datings) {
    const Dating dating = page.lexicon.dating(number);
    write_line(page, 2, spaced(dating.event) + ": " + date_words(dating.date),
               standing(dating.certainty, dating.source));
  }
}

void write_sense(const CardPage& page, const Sense& sense) {
  std::string words = sense_words(sense);
  if (!sense.form.empty()) {
    append_joined(", ", "only as " + isolated(sense.form), &words);
  }
  append_joined("; ", sense.note, &words);
  write_line(page, 4, words, standing(sense.certainty, sense.source));
}

// "Khitai (plural, part; possible)"
std::string form_words(const Form& form) {
  std::string words = isolated(form.text);
  std::string aside = form.grammar == "base" ? "" : spaced(form.grammar);
  if ((form.use & ~kUseLabel) != 0) {
    append_joined(", ", use_words(form.use & ~kUseLabel), &aside);
  }
  if (form.certainty != "certain") {
    append_joined("; ", form.certainty, &aside);
  }
  append_joined("; ", form.rule, &aside);
  return aside.empty() ? words : words + " (" + aside + ")";
}

std::string group_words(const CardPage& page, const FormGroup& group) {
  std::string words;
  for (uint32_t number : group.attested) {
    append_joined(", ", form_words(page.lexicon.form(number)), &words);
  }
  if (page.options.explain) {
    for (uint32_t number : group.generated) {
      append_joined(", ", form_words(page.lexicon.form(number)), &words);
    }
  } else if (!group.generated.empty()) {
    const size_t count = group.generated.size();
    append_joined(", ", std::to_string(count) + " generated", &words);
  }
  return words;
}

// One line for all conventions and languages that only rules write.
void write_by_rule(const CardPage& page, const CardName& name) {
  const ByRule made = made_by_rule(page.lexicon, name.groups);
  if (made.forms == 0 || page.options.explain) return;
  write_line(page, 4, "",
             counted(made.forms, "form", "forms") + " by rule: " + made.rules +
                 " (--explain lists them)");
}

void write_groups(const CardPage& page, const CardName& name) {
  std::string_view script;
  for (const FormGroup& group : name.groups) {
    if (group.attested.empty() && !page.options.explain) continue;
    if (group.script.label != script) {
      script = group.script.label;
      write_line(page, 4, "", std::string(script) + " script");
    }
    const std::string lang = language_words(group.lang);
    const bool narrow = page.options.width != 0 && page.options.width < kNarrow;
    page.terminal->begin_line(kForms, narrow ? kForms : kFormsColumn);
    page.terminal->text(lang.empty() ? "any language" : lang);
    if (narrow) {
      page.terminal->end_line();
      page.terminal->begin_line(kForms + 2, kForms + 2);
    } else {
      page.terminal->pad_to(kFormsColumn);
    }
    page.terminal->text(group_words(page, group));
    page.terminal->end_line();
  }
  write_by_rule(page, name);
}

void write_names(const CardPage& page, const Card& card) {
  if (card.names.empty()) return;
  write_section(page, "Names");
  for (const CardName& one : card.names) {
    const Name name = page.lexicon.name(one.name);
    page.terminal->begin_line(2, 4);
    page.terminal->text(isolated(name.label.empty() ? name.id : name.label),
                        kBold);
    std::string facts = language_words(name.lang);
    append_joined(", ", name.register_, &facts);
    if (!name.gloss.empty()) {
      append_joined(", ", "'" + std::string(name.gloss) + "'", &facts);
    }
    append_joined("; ", name.note, &facts);
    if (!facts.empty()) page.terminal->text("  " + facts);
    page.terminal->end_line();
    for (uint32_t number : one.senses) {
      write_sense(page, page.lexicon.sense(number));
    }
    write_groups(page, one);
  }
}

void write_parts(const CardPage& page, uint32_t entity) {
  const auto parts = page.lexicon.parts_of_entity(entity);
  if (parts.empty()) return;
  write_section(page, "Parts of the name");
  for (uint32_t number : parts) {
    const Part part = page.lexicon.part(number);
    std::string aside = language_words(part.lang);
    append_joined("; ", cited_words(part.source), &aside);
    write_line(page, 2, spaced(part.part) + ": " + isolated(part.text), aside);
  }
}

void write_relation(const CardPage& page, const Relation& relation,
                    uint32_t other) {
  std::string words = isolated(label_of(page.lexicon, other, page.options));
  append_joined(", ", span_words(relation.from, relation.to), &words);
  write_line(page, 4, words, standing(relation.certainty, relation.source));
  write_line(page, 8, relation.claim);
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
  write_section(page, "Relations");
  for (const std::string& words : order) {
    write_line(page, 2, words);
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
  write_section(page, "Where the names come from");
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
    write_line(page, 2, words, aside);
    write_line(page, 6, link.claim);
  }
}

void write_distinctions(const CardPage& page, uint32_t entity) {
  const auto distinctions = page.lexicon.distinctions_of_entity(entity);
  if (distinctions.empty()) return;
  write_section(page, "Not to be confused");
  for (uint32_t number : distinctions) {
    const Distinction one = page.lexicon.distinction(number);
    const uint32_t other = one.a == entity ? one.b : one.a;
    std::string words = isolated(one.form) + " also names " +
                        isolated(label_of(page.lexicon, other, page.options));
    append_joined(": ", one.how, &words);
    write_line(page, 2, words, cited_words(one.source));
  }
}

void write_sources(const CardPage& page, const Card& card) {
  const Bibliography all = sources_of(page.lexicon, card);
  if (all.ids().empty()) return;
  write_section(page, "Sources");
  for (std::string_view id : all.ids()) {
    page.terminal->begin_line(2, 6);
    page.terminal->text(id, kBold);
    page.terminal->text("  " + citation_of(page.lexicon, id));
    page.terminal->end_line();
  }
}

}  // namespace

void write_card_text(const Lexicon& lexicon, uint32_t entity,
                     const WriteOptions& options, std::string* out) {
  Terminal terminal(options, out);
  const CardPage page{lexicon, options, &terminal};
  const Card card = gather_card(lexicon, entity);
  write_head(page, entity);
  write_datings(page, entity);
  write_names(page, card);
  write_parts(page, entity);
  write_relations(page, entity);
  write_links(page, card);
  write_distinctions(page, entity);
  write_sources(page, card);
}

}  // namespace khitai
