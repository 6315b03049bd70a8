// SPDX-License-Identifier: Apache-2.0
//
// What must hold for every row of a lexicon: each form leads back to what it
// means, by look-up and in running text.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fold/fold.h"
#include "khitai/annotate.h"
#include "khitai/resolve.h"
#include "match/matcher.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

// With sanitizers only some of the forms are looked at.
constexpr uint32_t kStep = tests::kSanitized ? 13 : 1;

std::set<uint32_t> entities_of(const Lexicon& lexicon, uint32_t form) {
  std::set<uint32_t> entities;
  for (uint32_t sense : lexicon.senses_of_form(form)) {
    entities.insert(lexicon.sense(sense).entity);
  }
  return entities;
}

// All that the forms with the match key of `form` mean.
std::set<uint32_t> entities_of_key(const Lexicon& lexicon,
                                   std::string_view form) {
  std::set<uint32_t> entities;
  const auto pattern = lexicon.matcher().find(fold::match_key(form));
  if (!pattern) return entities;
  for (uint32_t number : lexicon.forms_of_pattern(*pattern)) {
    entities.merge(entities_of(lexicon, number));
  }
  return entities;
}

std::set<uint32_t> resolved(const Lexicon& lexicon, std::string_view name) {
  Query query;
  query.name = name;
  std::set<uint32_t> entities;
  for (const Candidate& one : resolve_name(lexicon, query).candidates) {
    EXPECT_TRUE(entities.insert(one.entity).second) << name;
  }
  return entities;
}

uint32_t best(const Lexicon& lexicon, std::string_view name) {
  Query query;
  query.name = name;
  return resolve_name(lexicon, query).candidates.at(0).entity;
}

class WholeLexiconTest : public testing::TestWithParam<const char*> {
 protected:
  const Lexicon& lexicon() { return tests::lexicon_named(GetParam()); }
};

TEST_P(WholeLexiconTest, EveryFormResolvesToAllThatShareIt) {
  for (uint32_t i = 0; i < lexicon().form_count(); i += kStep) {
    const Form form = lexicon().form(i);
    const std::set<uint32_t> own = entities_of(lexicon(), i);
    const std::set<uint32_t> found = resolved(lexicon(), form.text);
    EXPECT_TRUE(
        std::includes(found.begin(), found.end(), own.begin(), own.end()))
        << form.text << " does not resolve to its entity";
    // Others may be read alike, but what is spelled so comes first.
    const std::set<uint32_t> spelled = entities_of_key(lexicon(), form.text);
    EXPECT_TRUE(std::includes(found.begin(), found.end(), spelled.begin(),
                              spelled.end()))
        << form.text;
    // A spelling that a rule made may come behind an attested one.
    if (spelled.empty() || form.generated()) continue;
    EXPECT_TRUE(spelled.contains(best(lexicon(), form.text))) << form.text;
  }
}

TEST_P(WholeLexiconTest, EveryFormHasAnEntityOrANameThatIsAWord) {
  for (uint32_t i = 0; i < lexicon().form_count(); ++i) {
    const Form form = lexicon().form(i);
    if (!entities_of(lexicon(), i).empty()) continue;
    const Name name = lexicon().name(form.name);
    EXPECT_FALSE(lexicon().find_entity(name.id)) << form.text;
    EXPECT_TRUE(lexicon().senses_of_name(form.name).empty())
        << form.text << " has a name with senses but none of its own";
  }
}

// Forms that stand for themselves anywhere: no part, cue or never; with a
// meaning. An ASCII apostrophe at an edge may be a quotation mark in a text
// and stays outside.
bool stands_alone(const Lexicon& lexicon, uint32_t number) {
  const uint32_t barred = kUsePart | kUseCue | kUseNever;
  const std::string_view text = lexicon.form(number).text;
  if (text.front() == '\'' || text.back() == '\'') return false;
  return (lexicon.form(number).use & barred) == 0 &&
         !entities_of(lexicon, number).empty();
}

// Forms by the language they are matched in.
std::map<std::string, std::vector<uint32_t>> forms_by_language(
    const Lexicon& lexicon) {
  std::map<std::string, std::vector<uint32_t>> forms;
  for (uint32_t i = 0; i < lexicon.form_count(); i += kStep) {
    if (!stands_alone(lexicon, i)) continue;
    const std::string_view lang = lexicon.form(i).lang;
    forms[std::string(lang.substr(0, lang.find_first_of("- ")))].push_back(i);
  }
  return forms;
}

// Where a mention of the form begins and ends in it: an apostrophe at an edge
// may be a quotation mark, a full stop the sentence's; they stay outside.
std::pair<size_t, size_t> span_in(std::string_view form) {
  size_t begin = 0;
  size_t end = form.size();
  while (begin < end && form[begin] == '\'') ++begin;
  while (end > begin && (form[end - 1] == '\'' || form[end - 1] == '.')) --end;
  return {begin, end};
}

// Behind a place's name one word such as "river" may stay outside.
bool ends_at_class_word(const std::string& lang, std::string_view form,
                        size_t begin, const Mention& mention) {
  if (lang == "en" || mention.end <= begin) return false;
  const std::string_view rest =
      form.substr(std::min(form.size(), mention.end - begin));
  return rest.size() > 1 && rest.front() == ' ' &&
         rest.find(' ', 1) == rest.npos;
}

TEST_P(WholeLexiconTest, EveryFormIsFoundWhereItStandsAlone) {
  for (const auto& [lang, forms] : forms_by_language(lexicon())) {
    std::string text;
    std::vector<std::pair<size_t, size_t>> places;
    for (uint32_t number : forms) {
      const std::string_view form = lexicon().form(number).text;
      const auto [begin, end] = span_in(form);
      places.emplace_back(text.size() + begin, text.size() + end);
      text += std::string(form) + "\n\n";
    }
    AnnotateOptions options;
    options.lang = lang;
    const Annotation page =
        annotate_document(lexicon(), "t.txt", text, options).value();
    std::map<size_t, const Mention*> found;
    for (const Mention& mention : page.mentions) {
      found[mention.begin] = &mention;
    }
    for (size_t i = 0; i < forms.size(); ++i) {
      const std::string_view form = lexicon().form(forms[i]).text;
      const auto place = found.find(places[i].first);
      if (place == found.end()) {
        ADD_FAILURE() << lang << ": " << form << " is not found";
        continue;
      }
      EXPECT_TRUE(
          place->second->end == places[i].second ||
          ends_at_class_word(lang, form, places[i].first, *place->second))
          << lang << ": " << form;
      std::set<uint32_t> missing = entities_of(lexicon(), forms[i]);
      for (const Candidate& one : place->second->candidates) {
        missing.erase(one.entity);
      }
      EXPECT_TRUE(missing.empty()) << lang << ": " << form;
    }
  }
}

// Forms marked `never` are in no text; blocks neither.
TEST_P(WholeLexiconTest, FormsMarkedNeverAreNotFound) {
  for (uint32_t i = 0; i < lexicon().form_count(); i += kStep) {
    const Form form = lexicon().form(i);
    if ((form.use & kUseNever) == 0) continue;
    bool other = false;  // another name may have the spelling for texts
    const auto pattern = lexicon().matcher().find(fold::match_key(form.text));
    ASSERT_TRUE(pattern.has_value()) << form.text;
    for (uint32_t number : lexicon().forms_of_pattern(*pattern)) {
      other |= (lexicon().form(number).use & kUseNever) == 0;
    }
    if (other) continue;
    const Annotation page =
        annotate_document(lexicon(), "t.txt", std::string(form.text), {})
            .value();
    for (const Mention& mention : page.mentions) {
      EXPECT_LT(mention.end - mention.begin, form.text.size()) << form.text;
    }
  }
}

TEST_P(WholeLexiconTest, WhatBelongsTogetherPointsBothWays) {
  for (uint32_t i = 0; i < lexicon().entity_count(); ++i) {
    for (uint32_t sense : lexicon().senses_of_entity(i)) {
      EXPECT_EQ(lexicon().sense(sense).entity, i);
    }
    for (uint32_t relation : lexicon().relations_of_entity(i)) {
      const Relation row = lexicon().relation(relation);
      EXPECT_TRUE(row.subject == i || row.object == i);
      EXPECT_FALSE(row.inverse.empty()) << row.relation;
    }
    EXPECT_EQ(lexicon().find_entity(lexicon().entity(i).id), i);
  }
  for (uint32_t i = 0; i < lexicon().name_count(); ++i) {
    for (uint32_t form : lexicon().forms_of_name(i)) {
      EXPECT_EQ(lexicon().form(form).name, i);
    }
    EXPECT_EQ(lexicon().find_name(lexicon().name(i).id), i);
  }
}

INSTANTIATE_TEST_SUITE_P(Lexica, WholeLexiconTest,
                         testing::Values("small", "shipped"),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace khitai
