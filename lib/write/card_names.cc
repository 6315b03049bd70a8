// SPDX-License-Identifier: Apache-2.0
//
// The names of a card, as text. What a spelling is, is told by its language and
// convention; what a name is, by the usage and the time of its senses; what is
// not known of a name is said.

#include <algorithm>

#include "write/attested.h"
#include "write/card_page.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai::write {
namespace {

constexpr size_t kForms = 6;         // column of a language
constexpr size_t kFormsColumn = 30;  // column of its forms
constexpr size_t kNarrow = 60;       // below this they stand under it

// "exonym, historical; in use 1221 - c. 1799; only as Catai"
std::string sense_line(const Sense& sense) {
  std::string words = sense.kind == "name" ? "" : spaced(sense.kind);
  std::string_view usages = sense.usage;
  while (!usages.empty()) {
    const size_t end = std::min(usages.find(' '), usages.size());
    append_joined(", ", spaced(usages.substr(0, end)), &words);
    usages.remove_prefix(std::min(end + 1, usages.size()));
  }
  const std::string years = span_words(sense.from, sense.to);
  if (!years.empty()) append_joined("; ", "in use " + years, &words);
  if (!sense.form.empty()) {
    append_joined("; ", "only as " + isolated(sense.form), &words);
  }
  append_joined("; ", sense.note, &words);
  return words;
}

// "attested from 1255 as Caracatay, rubruck", or what is known instead.
std::string attested_words(const Lexicon& lexicon, const CardName& name) {
  const Attested found = attested_of(lexicon, name.forms);
  if (found.form != kNoRow) {
    std::string work(found.work.id);
    append_joined(" ", found.work.locus, &work);
    return "attested from " + date_words(found.composed) + " as " +
           isolated(lexicon.form(found.form).text) + ", " + work;
  }
  std::string works;
  for (std::string_view id : found.undated) append_joined(", ", id, &works);
  return works.empty() ? "no work cited for a spelling"
                       : "no dated attestation, cited from " + works;
}

// What the senses leave open, and since when the name is attested.
std::string period_words(const Lexicon& lexicon, const CardName& name) {
  bool used = false;
  bool dated = false;
  for (uint32_t number : name.senses) {
    const Sense sense = lexicon.sense(number);
    used = used || !sense.usage.empty() ||
           !(sense.kind.empty() || sense.kind == "name");
    dated = dated || !sense.from.empty() || !sense.to.empty();
  }
  std::string words = used || dated ? "" : "usage and time of use not said";
  if (!used && dated) words = "usage not said";
  if (used && !dated) words = "time of use not said";
  append_joined("; ", attested_words(lexicon, name), &words);
  return words;
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
  page.line(4, "",
            counted(made.forms, "form", "forms") + " by rule: " + made.rules +
                " (--explain lists them)");
}

void write_groups(const CardPage& page, const CardName& name) {
  std::string_view script = "-";  // none is called so
  for (const FormGroup& group : name.groups) {
    if (group.attested.empty() && !page.options.explain) continue;
    if (group.script.label != script) {
      script = group.script.label;
      page.line(4, "",
                (script.empty() ? "Another" : std::string(script)) + " script");
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

}  // namespace

void write_card_names(const CardPage& page, const Card& card) {
  if (card.names.empty()) return;
  page.section("Names");
  for (const CardName& one : card.names) {
    const Name name = page.lexicon.name(one.name);
    page.terminal->begin_line(2, 4);
    page.terminal->text(isolated(name.label.empty() ? name.id : name.label),
                        kBold);
    std::string facts = language_words(name.lang);
    if (!name.register_.empty()) {
      append_joined(", ", "register: " + spaced(name.register_), &facts);
    }
    if (!name.gloss.empty()) {
      append_joined(", ", "'" + std::string(name.gloss) + "'", &facts);
    }
    append_joined("; ", name.note, &facts);
    if (!facts.empty()) page.terminal->text("  " + facts);
    page.terminal->end_line();
    for (uint32_t number : one.senses) {
      const Sense sense = page.lexicon.sense(number);
      page.line(4, sense_line(sense), standing(sense.certainty, sense.source));
    }
    page.line(4, "", period_words(page.lexicon, one));
    write_groups(page, one);
  }
}

}  // namespace khitai::write
