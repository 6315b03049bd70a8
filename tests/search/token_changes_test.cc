// SPDX-License-Identifier: Apache-2.0
//
// What TokenChanges rules out is held against the tokens themselves: for texts
// by chance, and lexica that are the small one with rows of its tables taken
// out and others laid in.

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "khitai/search.h"
#include "search/edited_tables.h"
#include "support/cases.h"
#include "support/shown_tokens.h"

namespace khitai {
namespace {

using tests::split;
using Tables = tests::EditedTables;
using Opened = std::shared_ptr<const Lexicon>;

// A row of forms, of a name in a language, with how it is used.
std::string form_row(const std::string& name, const std::string& form,
                     const std::string& lang, const std::string& use) {
  return name + "|" + form + "|" + lang + "|||" + use +
         "|certain|known|editorial";
}

struct Pair {
  Pair(const Tables& old, const Tables& fresh)
      : before(old.compiled()),
        after(fresh.compiled()),
        changes(*before, *after),
        old_tokens(*before, {}),
        new_tokens(*after, {}) {}
  bool differ(const std::string& text) {
    return tokens_differ(&old_tokens, &new_tokens, text);
  }
  std::string shown(const std::string& text) {
    return text + "\n  before: " + tests::shown(old_tokens.index(text), text) +
           "\n  after:  " + tests::shown(new_tokens.index(text), text);
  }

  const Opened before, after;
  const TokenChanges changes;
  Tokenizer old_tokens, new_tokens;
};

// Lexica and texts by chance.
class Chance {
 public:
  explicit Chance(uint32_t seed) : random_(seed) {
    for (const tests::Case& row : tests::read_cases("token_changes.tsv")) {
      words_[row["kind"]].push_back(row["word"]);
    }
    const Tables tables;
    for (const std::string& row : tables.rows("forms/all.tsv")) {
      const auto cells = split(row, '\t');
      if (cells[0] == "name") continue;  // the header
      words_["name"].push_back(cells[0]);
      words_["form"].push_back(cells[1]);
    }
    for (const std::string& row : tables.rows("entities/all.tsv")) {
      if (!row.starts_with("id\t")) {
        words_["entity"].push_back(split(row, '\t')[0]);
      }
    }
  }

  // The tables with that many changes.
  Tables changed(Tables tables, uint32_t count) {
    for (; count > 0; --count) change(&tables);
    return tables;
  }

  // A text with some of these words.
  std::string text(const std::vector<std::string>& favoured) {
    std::string text;
    for (uint32_t left = 1 + below(12); left > 0; --left) {
      const uint32_t what = below(10);
      if (what < 4 && !favoured.empty()) {
        text += favoured[below(static_cast<uint32_t>(favoured.size()))];
      } else {
        text += any(what < 6 ? "form" : what < 7 ? "new" : "word");
      }
      if (below(8) == 0) text += any("ending");
      if (below(4) > 0) text += any("between");
    }
    return text;
  }

 private:
  uint32_t below(uint32_t count) {
    return static_cast<uint32_t>(random_() % count);
  }
  const std::string& any(const std::string& kind) {
    const auto& words = words_.at(kind);
    return words[below(static_cast<uint32_t>(words.size()))];
  }
  // One after the other, so that chance is the same for every compiler.
  void change(Tables* tables) {
    const uint32_t what = below(10);
    const std::string name = any("name");
    const std::string one = any("entity"), other = any("entity");
    const std::string form = any(below(3) == 0 ? "form" : "new");
    const std::string lang = any("lang"), use = any("use");
    if (what < 2) {
      tables->add("forms/all.tsv", form_row(name, form, lang, use));
    } else if (what == 2) {
      tables->remove_any("forms/all.tsv", &random_);
    } else if (what == 3) {
      tables->add("blocks.tsv", form + "|en|x|editorial");
    } else if (what == 4) {
      tables->remove_any(below(2) == 0 ? "blocks.tsv" : "relations/all.tsv",
                         &random_);
    } else if (what == 5) {
      tables->add("senses/all.tsv",
                  name + "|" + other + "|||||" + "|certain|editorial|");
    } else if (what == 6) {
      tables->remove_any(below(2) == 0 ? "senses/all.tsv" : "parts/all.tsv",
                         &random_);
    } else if (what == 7) {
      const uint32_t year = 1000 + below(300);
      tables->set("entities/all.tsv", one, 4,
                  {std::to_string(year), std::to_string(year + below(99))});
    } else if (what == 8) {
      tables->set("forms/all.tsv", name, 5, {use});
    } else {
      tables->add("relations/all.tsv",
                  one + "|fought|" + other + "|||certain||editorial");
    }
  }

  std::mt19937 random_;
  std::map<std::string, std::vector<std::string>> words_;
};

// Spellings in rows that only one has, and of what these rows speak of.
std::vector<std::string> told_otherwise(const Tables& a, const Tables& b) {
  std::set<std::string> ids, spellings;
  for (const std::string table :
       {"forms/all.tsv", "blocks.tsv", "parts/all.tsv", "senses/all.tsv",
        "relations/all.tsv"}) {
    std::vector<std::string> rows;
    std::set_symmetric_difference(
        a.rows(table).begin() + 1, a.rows(table).end(),
        b.rows(table).begin() + 1, b.rows(table).end(),
        std::back_inserter(rows));
    for (const std::string& row : rows) {
      const auto cells = split(row, '\t');
      if (table == "blocks.tsv") spellings.insert(cells[0]);
      if (table == "forms/all.tsv") spellings.insert(cells[1]);
      ids.insert(cells[0]);
      ids.insert(cells[table == "relations/all.tsv" ? 2 : 1]);
    }
  }
  for (const Tables* tables : {&a, &b}) {
    for (const std::string& row : tables->rows("forms/all.tsv")) {
      const auto cells = split(row, '\t');
      if (ids.count(cells[0]) > 0) spellings.insert(cells[1]);
    }
  }
  return {spellings.begin(), spellings.end()};
}

TEST(TokenChangesTest, WhatIsRuledOutHasTheSameTokens) {
  Chance chance(20260914);
  size_t ruled_out = 0, different = 0, alike = 0;
  for (int round = 0; round < 50; ++round) {
    const Tables both = chance.changed(Tables(), 12);
    const Tables old = chance.changed(both, 1);
    const Tables fresh = chance.changed(both, 1);
    const auto changed = told_otherwise(old, fresh);
    Pair pair(old, fresh);
    ASSERT_FALSE(pair.changes.is_general());
    for (int i = 0; i < 300; ++i) {
      const std::string text =
          chance.text(i % 2 == 0 ? changed : std::vector<std::string>());
      const bool differ = pair.differ(text);
      if (!pair.changes.may_affect(text)) {
        ++ruled_out;
        EXPECT_FALSE(differ) << "round " << round << ": " << pair.shown(text);
      } else {
        ++(differ ? different : alike);
      }
    }
  }
  EXPECT_GT(ruled_out, 1000u);
  EXPECT_GT(different, 1000u);
  EXPECT_GT(alike, 100u);
}

TEST(TokenChangesTest, ANewNameAffectsItsTextsOnly) {
  Tables more;
  more.add("forms/all.tsv", form_row("qara-khitai", "Zorblax", "en", ""));
  Pair pair(Tables(), more);
  EXPECT_EQ(pair.changes.spellings(), 2u);  // and its plural
  EXPECT_FALSE(pair.changes.is_general());
  for (const std::string text :
       {"of Zorblax", "ZORBLAX'S", "Zorblax, the Qara Khitai"}) {
    EXPECT_TRUE(pair.changes.may_affect(text)) << text;
    EXPECT_TRUE(pair.differ(text)) << text;
  }
  for (const std::string text : {"", "Qara Khitai", "orblax z", "blax"}) {
    EXPECT_FALSE(pair.changes.may_affect(text)) << text;
    EXPECT_FALSE(pair.differ(text)) << text;
  }
}

TEST(TokenChangesTest, ANewNameAffectsItsInflectedForms) {
  Tables more;
  more.add("forms/all.tsv",
           form_row("qara-khitai", "\u041A\u0441\u043B\u0430\u043D\u044F", "ru",
                    ""));
  Pair pair(Tables(), more);
  for (const std::string text : {"\u041A\u0441\u043B\u0430\u043D\u0438",
                                 "\u041A\u0441\u043B\u0430\u043D\u044E"}) {
    EXPECT_TRUE(pair.changes.may_affect(text)) << text;
    EXPECT_TRUE(pair.differ(text)) << text;
  }
  EXPECT_FALSE(pair.changes.may_affect("\u043B\u0430\u043D\u044F"));
}

// What an ending or a prefix swallows, or alters, is not in the text.
TEST(TokenChangesTest, ANewNameAffectsWhatAltersItsLetters) {
  Tables arabic;  // li- and the article are written as one
  arabic.add("forms/all.tsv",
             form_row("qara-khitai", "\u0627\u0644\u0632\u0631\u0642\u0628",
                      "ar", ""));
  const std::string to_it =
      "\u062b\u0645 \u0633\u0627\u0631 "
      "\u0644\u0644\u0632\u0631\u0642\u0628 \u0641\u064a "
      "\u062a\u0644\u0643 \u0627\u0644\u0633\u0646\u0629";
  Pair pair(Tables(), arabic);
  EXPECT_TRUE(pair.differ(to_it));
  EXPECT_TRUE(pair.changes.may_affect(to_it));

  Tables one;  // whose beginning another name has as it is altered
  one.add("forms/all.tsv", form_row("samarqand", "\u015Eehrisebz", "tr", ""));
  Tables two = one;
  two.add("forms/all.tsv", form_row("qara-khitai", "\u015Eehir", "tr", ""));
  const std::string its = "bu eski \u015Eehri ve onun i\u00E7in bir \u015Fey";
  Pair turkish(one, two);
  EXPECT_TRUE(turkish.differ(its));
  EXPECT_TRUE(turkish.changes.may_affect(its));
}

// A spelling that needs something to speak for it has a related name beside it.
TEST(TokenChangesTest, ARelationAffectsTheNamesOfBothEnds) {
  Tables cue;
  cue.add("forms/all.tsv", form_row("jin-dynasty", "Qux", "en", "cue"));
  Tables related = cue;
  related.add("relations/all.tsv",
              "jin-dynasty|fought|samarqand|||certain||editorial");
  Pair pair(cue, related);
  EXPECT_TRUE(pair.changes.may_affect("Qux and Samarqand"));
  EXPECT_TRUE(pair.differ("Qux and Samarqand"));
  EXPECT_FALSE(pair.changes.may_affect("Balasagun"));
}

TEST(TokenChangesTest, ABlockAffectsTheNamesWithin) {
  Tables more;
  more.add("blocks.tsv", "Samarqand Road|en|street|editorial");
  Pair pair(Tables(), more);
  EXPECT_TRUE(pair.changes.may_affect("the Samarqand Road"));
  EXPECT_TRUE(pair.differ("the Samarqand Road"));
  EXPECT_FALSE(pair.changes.may_affect("the road"));
}

TEST(TokenChangesTest, LexicaThatSayTheSameAffectNothing) {
  const Tables tables;
  Pair pair(tables, tables);
  EXPECT_EQ(pair.changes.spellings(), 0u);
  EXPECT_FALSE(pair.changes.is_general());
  for (const std::string& row : tables.rows("forms/all.tsv")) {
    EXPECT_FALSE(pair.changes.may_affect(row));
  }
}

TEST(TokenChangesTest, ChangedCuesMayAffectAnyText) {
  Tables more;
  more.add("cues.tsv", "en|polity|realm of|before|editorial");
  Pair pair(Tables(), more);
  EXPECT_TRUE(pair.changes.is_general());
  EXPECT_TRUE(pair.changes.may_affect("no name at all"));
}

TEST(TokenChangesTest, ChangedEndingsMayAffectAnyText) {
  Tables fewer;
  fewer.remove("morphology/affixes/ru.tsv", "ru|noun|");
  Pair pair(Tables(), fewer);
  EXPECT_TRUE(pair.changes.is_general());
  EXPECT_TRUE(pair.changes.may_affect("no name at all"));
}

}  // namespace
}  // namespace khitai
