// SPDX-License-Identifier: Apache-2.0
//
// Spellings of entities as synonyms, within what an engine takes. What each
// engine takes stands here and nowhere else.

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fold/fold.h"
#include "khitai/keys.h"
#include "khitai/search.h"
#include "search/synonym_sets.h"
#include "write/json.h"

namespace khitai {
namespace {

using search::SynonymSet;
using Target = SynonymOptions::Target;

constexpr size_t kMostApiRules = 10000;   // of a set
constexpr size_t kMostTermWords = 3;      // of what Meilisearch looks up
constexpr size_t kMostOfTerm = 50;        // synonyms it takes of a term
constexpr size_t kMostWordsOfTerm = 100;  // ... and words in all of them

// As engines cut it: apostrophes part words, too.
size_t word_count(std::string_view spelling) {
  fold::Units units;
  fold::append_units(spelling, &units);
  const auto apostrophes = std::count(units.key.begin(), units.key.end(), '\'');
  return units.units.size() + static_cast<size_t>(apostrophes);
}

// A term of Solr's synonym files. A comma and `=>` part terms, a number sign
// begins a comment, a backslash takes the meaning from what it stands before.
std::string solr_term(std::string_view spelling) {
  std::string out;
  for (const char byte : spelling) {
    if (byte == ',' || byte == '=' || byte == '\\' || byte == '#') out += '\\';
    out += byte;
  }
  return out;
}

std::string solr_rule(const SynonymSet& set, bool expand) {
  std::string out;
  for (const std::string& spelling : set.spellings) {
    if (!out.empty()) out += ", ";
    out += solr_term(spelling);
  }
  if (!expand) out += " => " + synonym_token(set.id);
  return out;
}

// What was left out, and how often.
void add_remark(size_t count, std::string_view what, std::string* remark) {
  if (count == 0) return;
  if (!remark->empty()) *remark += ", ";
  *remark += std::to_string(count) + " " + std::string(what);
}

void write_file(const Lexicon& lexicon, const SynonymOptions& options,
                const std::vector<SynonymSet>& sets, Synonyms* out) {
  out->text = "# Written by khitai synonyms, lexicon " + lexicon.hash() + "\n";
  for (const SynonymSet& set : sets) {
    out->text += solr_rule(set, options.expand) + "\n";
  }
  out->rules = sets.size();
}

void write_api(const SynonymOptions& options,
               const std::vector<SynonymSet>& sets, Synonyms* out) {
  write::Json json(&out->text);
  json.open_object();
  json.key("synonyms_set");
  json.open_array();
  for (const SynonymSet& set : sets) {
    json.open_object();
    json.member("id", set.id);
    json.member("synonyms", solr_rule(set, options.expand));
    json.close_object();
  }
  json.close_array();
  json.close_object();
  out->text += '\n';
  out->rules = sets.size();
}

void write_typesense(const std::vector<SynonymSet>& sets, Synonyms* out) {
  write::Json json(&out->text);
  json.open_object();
  json.key("items");
  json.open_array();
  for (const SynonymSet& set : sets) {
    json.open_object();
    json.member("id", set.id);
    json.key("synonyms");
    json.open_array();
    for (const std::string& one : set.spellings) json.text(one);
    json.close_array();
    json.close_object();
  }
  json.close_array();
  json.close_object();
  out->text += '\n';
  out->rules = sets.size();
}

// Meilisearch has a list for each term, one way: every spelling has the others.
class MeilisearchTerms {
 public:
  void add(const SynonymSet& set) {
    std::vector<size_t> words;
    for (const std::string& one : set.spellings) {
      words.push_back(word_count(one));
    }
    for (size_t i = 0; i < set.spellings.size(); ++i) {
      if (words[i] > kMostTermWords) {
        ++long_terms_;
        continue;
      }
      Term& term = term_of(set.spellings[i]);
      for (size_t j = 0; j < set.spellings.size(); ++j) {
        if (j != i) add_to(set.spellings[j], words[j], &term);
      }
    }
  }

  void write(Synonyms* out) const {
    write::Json json(&out->text);
    json.open_object();
    for (const Term& term : terms_) {
      if (term.synonyms.empty()) continue;
      ++out->rules;
      json.key(term.spelling);
      json.open_array();
      for (const std::string& one : term.synonyms) json.text(one);
      json.close_array();
    }
    json.close_object();
    out->text += '\n';
    add_remark(long_terms_, "terms of more than 3 words", &out->left_out);
    add_remark(dropped_, "synonyms beyond 50 of a term or 100 words",
               &out->left_out);
  }

 private:
  struct Term {
    std::string spelling;
    std::vector<std::string> synonyms;
    size_t words = 0;
  };

  Term& term_of(const std::string& spelling) {
    const auto [at, fresh] = numbers_.emplace(spelling, terms_.size());
    if (fresh) terms_.push_back({spelling, {}, 0});
    return terms_[at->second];
  }

  void add_to(const std::string& spelling, size_t words, Term* term) {
    auto& all = term->synonyms;
    if (std::find(all.begin(), all.end(), spelling) != all.end()) return;
    if (all.size() == kMostOfTerm || term->words + words > kMostWordsOfTerm) {
      ++dropped_;
      return;
    }
    all.push_back(spelling);
    term->words += words;
  }

  std::vector<Term> terms_;
  std::unordered_map<std::string, size_t> numbers_;  // by spelling
  size_t long_terms_ = 0;
  size_t dropped_ = 0;
};

}  // namespace

std::string synonym_token(std::string_view id) {
  constexpr char kHex[] = "0123456789abcdef";
  const auto plain = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
  };
  std::string out = "khitai_";
  for (size_t i = 0; i < id.size(); ++i) {
    const auto byte = static_cast<unsigned char>(id[i]);
    const bool parts = id[i] == '-' && i > 0 && i + 1 < id.size() &&
                       plain(id[i - 1]) && plain(id[i + 1]);
    if (plain(id[i])) {
      out += id[i];
    } else if (parts) {
      out += '_';
    } else {
      out += "__";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

Synonyms write_synonyms(const Lexicon& lexicon, const SynonymOptions& options) {
  search::SynonymLimits limits;
  const bool pairs = options.expand || options.target == Target::kTypesense ||
                     options.target == Target::kMeilisearch;
  limits.least_spellings = pairs ? 2 : 1;
  limits.folds_marks = options.target == Target::kTypesense ||
                       options.target == Target::kMeilisearch;
  if (options.target == Target::kApi) limits.most_sets = kMostApiRules;
  search::SynonymCounts counts;
  const std::vector<SynonymSet> sets =
      search::synonym_sets(lexicon, options, limits, &counts);
  Synonyms out;
  add_remark(counts.ambiguous, "ambiguous spellings", &out.left_out);
  add_remark(counts.risky, "spellings that find more than the name",
             &out.left_out);
  add_remark(counts.unspaced, "spellings in scripts without spaces",
             &out.left_out);
  add_remark(counts.beyond, "spellings beyond --limit", &out.left_out);
  add_remark(counts.sets, "entities beyond the 10000 rules of a set",
             &out.left_out);
  switch (options.target) {
    case Target::kFile:
      write_file(lexicon, options, sets, &out);
      break;
    case Target::kApi:
      write_api(options, sets, &out);
      break;
    case Target::kTypesense:
      write_typesense(sets, &out);
      break;
    case Target::kMeilisearch: {
      MeilisearchTerms terms;
      for (const SynonymSet& set : sets) terms.add(set);
      terms.write(&out);
      break;
    }
  }
  return out;
}

}  // namespace khitai
