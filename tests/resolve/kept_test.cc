// SPDX-License-Identifier: Apache-2.0
//
// What a heading or a text around the name takes away from the answers to the
// name alone: only what a rule refuses, nothing is lost on the way.

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "fold/fold.h"
#include "khitai/resolve.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/gather.h"
#include "resolve/heading.h"
#include "resolve/refuse.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

// What headings and contexts by chance say; "%" is the name.
constexpr const char* kHeadings[] = {
    "%, 1087-1143",   "%, d. 1143",     "%, active 12th century",
    "% (Dynasty)",    "% (Unheard of)", "%, Sultan of the Seljuks",
    "%, author, 950", "$a%$d1087-1143", "%, 1123-1227 (Place)"};
constexpr const char* kContexts[] = {
    "In 1141 % fought at Qatwan.", "The era % lasted 300 years", "% of Tang",
    "Sultan % (1118-1157) and others", "Nothing of it, 960"};

std::string filled(std::string_view pattern, const std::string& name) {
  std::string out(pattern);
  const size_t at = out.find('%');
  return at == std::string::npos ? out : out.replace(at, 1, name);
}

bool has(const Resolution& found, uint32_t entity) {
  return std::any_of(
      found.candidates.begin(), found.candidates.end(),
      [&](const Candidate& one) { return one.entity == entity; });
}

// Whether all that the name alone may be is in the answer, or refused by the
// evidence. Returns how many were refused.
size_t expect_kept(const Lexicon& lexicon, const Query& plain,
                   const Resolution& found, const resolve::Evidence& evidence,
                   const std::string& asked) {
  size_t refused = 0;
  for (const Candidate& one : resolve_name(lexicon, plain).candidates) {
    if (has(found, one.entity)) continue;
    lexicon::Option option;
    option.entity = one.entity;
    option.form = one.form;
    option.sense = one.sense;
    EXPECT_TRUE(resolve::is_refused(lexicon, option, evidence))
        << asked << " lost " << lexicon.entity(one.entity).id;
    ++refused;
  }
  return refused;
}

class KeptTest : public testing::TestWithParam<std::string> {
 protected:
  const Lexicon& lexicon() const { return tests::lexicon_named(GetParam()); }

  // A name of the lexicon that is no heading itself, whole or with a letter
  // doubled.
  std::string name_by_chance() {
    for (;;) {
      std::string name(
          lexicon()
              .form(static_cast<uint32_t>(random_() % lexicon().form_count()))
              .text);
      if (resolve::may_be_heading(name)) continue;
      const size_t at = random_() % name.size();
      const bool ascii = static_cast<unsigned char>(name[at]) < 0x80;
      if (random_() % 2 == 0 && ascii) name.insert(at, 1, name[at]);
      return name;
    }
  }

  std::mt19937 random_{1218};
};

TEST_P(KeptTest, AHeadingLosesNothingThatItDoesNotRefuse) {
  const resolve::HeadingReader& reader = resolve::heading_reader_of(lexicon());
  size_t asked = 0;
  size_t refused = 0;
  for (int round = 0; round < 400 && !HasFailure(); ++round) {
    Query plain;
    plain.name = name_by_chance();
    Query query;
    query.name =
        filled(kHeadings[random_() % std::size(kHeadings)], plain.name);
    const resolve::Heading heading = reader.read(query.name);
    const auto& names = heading.names;
    // Read otherwise than it was meant here, or as a longer name.
    if (std::find(names.begin(), names.end(), plain.name) == names.end()) {
      continue;
    }
    lexicon::Options options(lexicon());
    resolve::Survey survey;
    resolve::Evidence evidence;
    resolve::add_heading(lexicon(), reader, heading, "", &options, &survey,
                         &evidence);
    ++asked;
    refused += expect_kept(lexicon(), plain, resolve_name(lexicon(), query),
                           evidence, query.name);
  }
  EXPECT_GT(asked, 150u);
  EXPECT_GT(refused, 0u);
}

TEST_P(KeptTest, AContextLosesNothingThatItDoesNotRefuse) {
  size_t asked = 0;
  size_t refused = 0;
  for (int round = 0; round < 400 && !HasFailure(); ++round) {
    Query plain;
    plain.name = name_by_chance();
    Query query = plain;
    query.context =
        filled(kContexts[random_() % std::size(kContexts)], plain.name);
    lexicon::Options options(lexicon());
    resolve::Evidence evidence;
    const auto pattern = lexicon().matcher().find(fold::match_key(plain.name));
    if (pattern) evidence.pattern = *pattern;
    resolve::read_context(lexicon(), query.context, "", &options, &evidence);
    ++asked;
    refused += expect_kept(lexicon(), plain, resolve_name(lexicon(), query),
                           evidence, query.name + " in: " + query.context);
  }
  EXPECT_GT(refused, 0u) << asked;
}

INSTANTIATE_TEST_SUITE_P(Lexica, KeptTest, testing::Values("small", "shipped"));

}  // namespace
}  // namespace khitai
