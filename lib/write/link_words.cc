// SPDX-License-Identifier: Apache-2.0

#include "write/link_words.h"

#include <algorithm>

#include "base/year.h"
#include "etymology/ties.h"
#include "write/sources.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai::write {
namespace {

struct LinkWords {
  std::string_view type, up, down;
};

// A row for each type of lexicon/vocabulary/link-types.tsv; a test holds them
// against each other.
constexpr LinkWords kLinkWords[] = {
    {"became-name", "a name made of the title", "became the personal name"},
    {"became-title", "a title made of the name", "became the title"},
    {"borrowed", "borrowed from", "borrowed as"},
    {"calque", "translated from", "translated as"},
    {"cognate", "cognate with", "cognate with"},
    {"contracted", "contracted from", "contracted to"},
    {"counterpart", "side by side with", "side by side with"},
    {"derived", "derived from", "source of"},
    {"inherited", "inherited from", "carried on as"},
    {"misread-as", "made by mistaking", "mistaken for"},
    {"part-of", "has as an element", "is an element of"},
    {"reshaped", "reshaped from", "reshaped to"},
    {"sound-change", "by sound change from", "by sound change to"},
    {"transcribed", "transcribes", "transcribed as"},
};

const LinkWords* words_of(std::string_view type) {
  for (const LinkWords& one : kLinkWords) {
    if (one.type == type) return &one;
  }
  return nullptr;
}

// "ar" is Arabic; other words stay.
std::string way_words(std::string_view via) {
  return via.find(' ') == via.npos ? language_words(via) : std::string(via);
}

// Keeps the date that begins earlier.
void keep_earlier(std::string_view date, std::optional<int32_t>* year,
                  std::string_view* kept) {
  if (date.empty()) return;
  const auto range = base::parse_year_range(date);
  if (!range.ok()) return;
  const base::Year first =
      range->first == base::kNoYearBefore ? range->last : range->first;
  if (*year && **year <= first) return;
  *year = first;
  *kept = date;
}

void keep_composed(const Lexicon& lexicon, std::string_view cell,
                   std::optional<int32_t>* year, std::string_view* kept) {
  for (const Cited& one : cited(cell)) {
    const auto source = lexicon.find_source(one.id);
    if (source) keep_earlier(lexicon.source(*source).composed, year, kept);
  }
}

}  // namespace

std::string_view link_words_up(std::string_view type) {
  const LinkWords* words = words_of(type);
  return words == nullptr ? type : words->up;
}

std::string_view link_words_down(std::string_view type) {
  const LinkWords* words = words_of(type);
  return words == nullptr ? type : words->down;
}

bool has_link_words(std::string_view type) { return words_of(type) != nullptr; }

std::string link_details(const Link& link) {
  std::string words;
  append_joined(", ", spaced(link.part), &words);
  append_joined(", ", link.rule, &words);
  if (!link.via.empty()) {
    append_joined(", ", "by way of " + way_words(link.via), &words);
  }
  append_joined(", ", date_words(link.date), &words);
  return words;
}

std::string hop_words(const Link& link, bool up) {
  std::string words(up ? link_words_up(link.type) : link_words_down(link.type));
  const std::string details = link_details(link);
  return details.empty() ? words : words + " (" + details + ")";
}

std::string link_standing(const Link& link) {
  std::string words(link.certainty);
  if (link.stance != "asserted") append_joined("; ", link.stance, &words);
  append_joined("; ", cited_words(link.source), &words);
  return words;
}

std::string_view name_label(const Lexicon& lexicon, uint32_t name) {
  const Name row = lexicon.name(name);
  return row.label.empty() ? row.id : row.label;
}

FirstUse first_use_of(const Lexicon& lexicon, uint32_t name) {
  std::optional<int32_t> year;
  std::string_view date;
  for (const uint32_t row : lexicon.links_to_name(name)) {
    const Link link = lexicon.link(row);
    if (link.to == name && is_origin(link.type) &&
        !etymology::is_doubtful(link.certainty, link.stance)) {
      keep_earlier(link.date, &year, &date);
    }
  }
  if (!year) {
    for (const uint32_t row : lexicon.senses_of_name(name)) {
      // What one spelling means says nothing of when the others began.
      const Sense sense = lexicon.sense(row);
      if (!sense.form.empty() || sense.certainty == "possible") continue;
      keep_earlier(sense.from, &year, &date);
    }
  }
  const bool by_text = !year.has_value();
  if (by_text) {
    for (const uint32_t row : lexicon.forms_of_name(name)) {
      const Form form = lexicon.form(row);
      if (form.generated() || form.basis == "editorial") continue;
      if (form.certainty == "possible") continue;
      keep_composed(lexicon, form.source, &year, &date);
    }
  }
  if (!year) return {};
  FirstUse first{year, date_words(date), by_text};
  const std::string_view since = by_text ? "in texts from " : "from ";
  if (!date.starts_with("..")) first.words.insert(0, since);
  return first;
}

}  // namespace khitai::write
