// SPDX-License-Identifier: Apache-2.0

#include "write/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "resolve/wording.h"
#include "write/shown.h"

namespace khitai::write {
namespace {

using base::is_digit;

constexpr TypeWords kTypes[] = {
    {"polity", "Polities"},    {"people", "Peoples"},
    {"clan", "Clans"},         {"person", "Persons"},
    {"title", "Titles"},       {"place", "Places"},
    {"era", "Eras"},           {"event", "Events"},
    {"language", "Languages"}, {"script", "Scripts"},
    {"religion", "Religions"}, {"work", "Works"},
    {"term", "Terms"},
};

constexpr std::string_view kMonths[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::string_view kDash = "\u2013";

// The number in all of `digits`; -1 when it is none or too long.
int decimal_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return -1;
  int number = 0;
  for (char c : digits) {
    if (!is_digit(c)) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string year_words(int year, bool negative) {
  if (negative) return std::to_string(year + 1) + " BCE";
  return year == 0 ? "1 BCE" : std::to_string(year);
}

// "1141-09-09" -> "9 September 1141". Empty when it is no date.
std::string day_words(std::string_view date) {
  const bool negative = !date.empty() && date.front() == '-';
  if (negative) date.remove_prefix(1);
  const std::string_view year_digits = date.substr(0, date.find('-'));
  const int year = decimal_of(year_digits);
  if (year < 0) return {};
  std::string words = year_words(year, negative);
  date.remove_prefix(year_digits.size());
  if (date.empty()) return words;
  const int month = decimal_of(date.substr(1, 2));
  if (month < 1 || month > 12) return {};
  words.insert(0, std::string(kMonths[month - 1]) + " ");
  date.remove_prefix(3);
  if (date.empty()) return words;
  const int day = date.front() == '-' ? decimal_of(date.substr(1)) : -1;
  if (day < 1 || day > 31) return {};
  return std::to_string(day) + " " + words;
}

std::string qualified_day(std::string_view date) {
  std::string_view mark;
  if (!date.empty() && (date.back() == '~' || date.back() == '%')) mark = "c. ";
  if (!date.empty() && date.back() == '?') mark = "perhaps ";
  if (!mark.empty()) date.remove_suffix(1);
  std::string words = day_words(date);
  if (!words.empty()) words.insert(0, mark);
  return words;
}

// "[1124,1125]" without its brackets.
std::string choice_words(std::string_view dates) {
  std::string words;
  while (!dates.empty()) {
    const size_t comma = std::min(dates.find(','), dates.size());
    const std::string day = qualified_day(dates.substr(0, comma));
    if (day.empty()) return {};
    append_joined(" or ", day, &words);
    dates.remove_prefix(std::min(comma + 1, dates.size()));
  }
  return words;
}

std::string known_date_words(std::string_view date) {
  const size_t size = date.size();
  if (size > 2 && date.front() == '[' && date.back() == ']') {
    return choice_words(date.substr(1, size - 2));
  }
  std::string words;
  if (size > 2 && date.substr(0, 2) == "..") {
    words = qualified_day(date.substr(2));
    return words.empty() ? words : "until " + words;
  }
  if (size > 2 && date.substr(size - 2) == "..") {
    words = qualified_day(date.substr(0, size - 2));
    return words.empty() ? words : "from " + words;
  }
  const size_t slash = date.find('/');
  if (slash == std::string_view::npos) return qualified_day(date);
  words = qualified_day(date.substr(0, slash));
  const std::string end = qualified_day(date.substr(slash + 1));
  return words.empty() || end.empty() ? "" : words + std::string(kDash) + end;
}

}  // namespace

std::string date_words(std::string_view date) {
  std::string words = known_date_words(date);
  return words.empty() ? std::string(date) : words;
}

std::string span_words(std::string_view from, std::string_view to) {
  if (from.empty() && to.empty()) return {};
  if (from == to) return date_words(from);
  std::string begin = date_words(from);
  std::string end = date_words(to);
  if (to.empty()) return begin.rfind("from ", 0) == 0 ? begin : "from " + begin;
  if (end.rfind("until ", 0) == 0) end.erase(0, 6);
  if (from.empty()) return "until " + end;
  if (begin.rfind("from ", 0) == 0) begin.erase(0, 5);
  const bool long_words = (begin + end).find(' ') != std::string::npos;
  const std::string space = long_words ? " " : "";
  return begin + space + std::string(kDash) + space + end;
}

std::string percent(double probability) {
  if (!(probability > 0)) return "0%";
  if (probability < 0.01) return "<1%";
  if (probability > 0.99 && probability < 0.99995) return ">99%";
  const double bounded = std::min(probability, 1.0);
  return std::to_string(std::lround(bounded * 100)) + "%";
}

size_t type_rank(std::string_view type) {
  const auto* found =
      std::find_if(std::begin(kTypes), std::end(kTypes),
                   [&](const TypeWords& one) { return one.type == type; });
  return static_cast<size_t>(found - std::begin(kTypes));
}

std::string type_plural(std::string_view type) {
  const size_t rank = type_rank(type);
  if (rank < std::size(kTypes)) return std::string(kTypes[rank].plural);
  return type.empty() ? "Other" : std::string(type);
}

std::vector<std::string_view> all_types() {
  std::vector<std::string_view> types;
  for (const TypeWords& one : kTypes) types.push_back(one.type);
  return types;
}

std::string form_standing(const Lexicon& lexicon, const Form& form) {
  std::string words;
  if (form.generated()) {
    words = "generated by " + std::string(form.rule);
    const std::string_view base = lexicon.form(form.base).text;
    if (!base.empty()) words += " from " + std::string(base);
  } else {
    words = "attested";
  }
  append_joined(", ", form.certainty, &words);
  return words;
}

std::string sense_words(const Sense& sense) {
  std::string words = sense.kind == "name" ? "" : spaced(sense.kind);
  append_joined(", ", spaced(sense.usage), &words);
  append_joined(", ", span_words(sense.from, sense.to), &words);
  return words;
}

std::string_view decision_sentence(Decision decision, bool any_candidate) {
  switch (decision) {
    case Decision::kMatch:
      return "One entity is clearly meant.";
    case Decision::kAmbiguous:
      return "Ambiguous: no candidate is likely enough.";
    case Decision::kNone:
      break;
  }
  return any_candidate ? "None of these is likely to be meant."
                       : "No entity is known by this name.";
}

std::string counted(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void append_joined(std::string_view separator, std::string_view text,
                   std::string* out) {
  if (text.empty()) return;
  if (!out->empty()) out->append(separator);
  out->append(text);
}

std::string spaced(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

Entity entity_of_own(const Own& own) {
  Entity entity;
  entity.id = own.ref;
  entity.type = own.type;
  entity.label = own.label;
  return entity;
}

Entity entity_of(const Lexicon& lexicon, const Annotation& annotation,
                 const Candidate& candidate) {
  const Own* const own = own_of(annotation, candidate);
  if (own == nullptr || candidate.entity != kNoRow) {
    return lexicon.entity(candidate.entity);
  }
  return entity_of_own(*own);
}

std::string why_words(const std::vector<Feature>& features) {
  std::string words;
  for (const Feature& feature : features) {
    append_joined("; ", feature.words, &words);
  }
  return words;
}

std::vector<Feature> told_reasons(const Lexicon& lexicon, const Query& query,
                                  const Candidate& candidate) {
  std::vector<Feature> told = candidate.features;
  for (Feature& one : told) {
    if (one.id != "reading") continue;
    const Form form = lexicon.form(candidate.form);
    std::string words = resolve::if_same_word(lexicon, {query.name, query.lang},
                                              {form.text, form.lang});
    if (!words.empty()) one.words = "same word: " + std::move(words);
  }
  return told;
}

}  // namespace khitai::write
