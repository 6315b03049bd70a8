// SPDX-License-Identifier: Apache-2.0

#include "write/why_parts.h"

#include "fold/fold.h"
#include "write/link_words.h"
#include "write/script.h"
#include "write/tags.h"
#include "write/words.h"

namespace khitai::write {
namespace {

// The steps of a path that only somebody doubts or that are but possible.
bool has_doubtful_hop(const Lexicon& lexicon, const Path& path) {
  for (const Hop& hop : path.hops) {
    const Link link = lexicon.link(hop.link);
    if (link.certainty == "possible" || link.stance != "asserted") return true;
  }
  return false;
}

bool has_disputed_hop(const Lexicon& lexicon, const Path& path) {
  for (const Hop& hop : path.hops) {
    if (lexicon.link(hop.link).stance == "disputed") return true;
  }
  return false;
}

// "one origin"; where one of the names has what the other goes back to as an
// element, of which one.
std::string one_origin(const Lexicon& lexicon, const WhyQuestion& question,
                       const Path& path) {
  for (const Hop& hop : path.hops) {
    if (lexicon.link(hop.link).type != "part-of") continue;
    const std::string whole = isolated(hop.up ? question.a : question.b);
    if (path.hops.size() > 1) return "one origin, by an element of " + whole;
    return isolated(hop.up ? question.b : question.a) + " is an element of " +
           whole;
  }
  return "one origin";
}

std::string origin_sentence(const Lexicon& lexicon, const WhyQuestion& question,
                            const Why& why) {
  if (why.paths.empty()) return "no common origin is recorded";
  const Path& path = why.paths.front();
  const bool doubtful = has_doubtful_hop(lexicon, path);
  switch (why.origin) {
    case Origin::kOneName:
      return "forms of one name";
    case Origin::kOne:
      if (has_disputed_hop(lexicon, path)) {
        return "of one origin by a disputed account only";
      }
      return doubtful ? "perhaps of one origin"
                      : one_origin(lexicon, question, path);
    case Origin::kElement:
      return doubtful ? "perhaps an element in common"
                      : "an element in common, no more";
    case Origin::kNone:
      break;
  }
  return "no common origin is recorded";
}

std::string referent_sentence(const Why& why) {
  switch (why.referent) {
    case Referent::kShared:
      return "they may denote the same";
    case Referent::kPerhaps:
      return "perhaps they denote the same";
    case Referent::kDifferent:
      return "they denote different things";
    case Referent::kNone:
      break;
  }
  return {};
}

}  // namespace

std::string verdict_of(const Lexicon& lexicon, const WhyQuestion& question,
                       const Why& why) {
  std::string words =
      isolated(question.a) + " and " + isolated(question.b) + ": ";
  words += origin_sentence(lexicon, question, why);
  append_joined("; ", referent_sentence(why), &words);
  return words;
}

std::string path_title(const Why& why, size_t place) {
  if (place > 0) {
    const auto end_of = [](const Path& path) {
      return path.hops.empty() ? path.begin : path.hops.back().to;
    };
    const Path& best = why.paths.front();
    const Path& path = why.paths[place];
    const bool same = path.begin == best.begin && end_of(path) == end_of(best);
    return same ? "Or, by another account" : "Or, for another name so spelled";
  }
  if (why.origin == Origin::kOneName) return "The name";
  if (why.origin == Origin::kNone) return "What ties them nevertheless";
  return "The path";
}

std::string form_facts(const Lexicon& lexicon, uint32_t number) {
  const Form form = lexicon.form(number);
  std::string words = language_words(form.lang);
  if (form.generated()) {
    append_joined("; ", form_standing(lexicon, form), &words);
  }
  return words;
}

std::string name_facts(const Lexicon& lexicon, uint32_t name) {
  const Name row = lexicon.name(name);
  std::string words;
  if (!row.gloss.empty()) words = "'" + std::string(row.gloss) + "'";
  append_joined(", ", first_use_of(lexicon, name).words, &words);
  append_joined(", ", row.register_, &words);
  return words;
}

std::string named_link(const Lexicon& lexicon, const Link& link) {
  return isolated(name_label(lexicon, link.from)) + " " +
         hop_words(link, false) + ": " + isolated(name_label(lexicon, link.to));
}

std::vector<Block> blocks_asked(const Lexicon& lexicon,
                                const WhyQuestion& question) {
  std::vector<Block> blocks;
  for (const std::string* text : {&question.a, &question.b}) {
    for (const Block& block : lexicon.blocks_of_key(fold::match_key(*text))) {
      blocks.push_back(block);
    }
  }
  return blocks;
}

void write_link_json(const Lexicon& lexicon, const Link& link, Json* json) {
  json->open_object();
  json->member("from", lexicon.name(link.from).id);
  json->member("to", lexicon.name(link.to).id);
  json->member("type", link.type);
  json->member("part", link.part);
  json->member("rule", link.rule);
  json->member("via", link.via);
  json->member("date", link.date);
  json->member("account", link.account);
  json->member("stance", link.stance);
  json->member("certainty", link.certainty);
  json->member("claim", link.claim);
  json->member("source", link.source);
  json->close_object();
}

void write_name_json(const Lexicon& lexicon, uint32_t number, Json* json) {
  const Name name = lexicon.name(number);
  json->open_object();
  json->member("id", name.id);
  json->member("label", name_label(lexicon, number));
  json->member("lang", name.lang);
  json->member("gloss", name.gloss);
  json->member("register", name.register_);
  const FirstUse first = first_use_of(lexicon, number);
  json->key("year");
  if (first.year) {
    json->signed_number(*first.year);
  } else {
    json->null();
  }
  json->close_object();
}

}  // namespace khitai::write
