// SPDX-License-Identifier: Apache-2.0
//
// BibTeX, read back by a reader of its own: entries, balanced braces, the
// commands of TeX for what TeX would take as a command.

#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <set>

#include "support/small_lexicon.h"
#include "write/card.h"
#include "write/fixture.h"

namespace khitai {
namespace {

struct Entry {
  std::string type, key;
  std::map<std::string, std::string> fields;
};

class BibReader {
 public:
  explicit BibReader(const std::string& text) : text_(text) {}

  std::vector<Entry> read() {
    std::vector<Entry> all;
    while ((at_ = text_.find('@', at_)) != std::string::npos) {
      ++at_;
      Entry entry;
      entry.type = until('{');
      entry.key = until(',');
      for (skip(); text_[at_] != '}'; skip()) {
        std::string name = until('=');
        while (name.back() == ' ') name.pop_back();
        EXPECT_EQ(entry.fields.count(name), 0u) << name;
        entry.fields[name] = plain(braced());
        skip();
        if (text_[at_] == ',') ++at_;
      }
      ++at_;
      all.push_back(entry);
    }
    return all;
  }

 private:
  void skip() {
    while (at_ < text_.size() &&
           std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
      ++at_;
    }
  }
  std::string until(char end) {
    skip();
    const size_t stop = text_.find(end, at_);
    EXPECT_NE(stop, std::string::npos);
    std::string found = text_.substr(at_, stop - at_);
    at_ = stop + 1;
    return found;
  }
  // BibTeX counts every brace, with a backslash before it or not.
  std::string braced() {
    skip();
    EXPECT_EQ(text_[at_], '{');
    const size_t begin = ++at_;
    for (int depth = 1; at_ < text_.size(); ++at_) {
      if (text_[at_] == '{') ++depth;
      if (text_[at_] == '}' && --depth == 0) break;
    }
    std::string found = text_.substr(begin, at_++ - begin);
    // A title's own braces.
    if (found.front() == '{') found = found.substr(1, found.size() - 2);
    return found;
  }
  static std::string plain(const std::string& tex) {
    static const std::pair<std::string, std::string> kCommands[] = {
        {"\\textbackslash{}", "\\"},
        {"\\textbraceleft{}", "{"},
        {"\\textbraceright{}", "}"},
        {"\\textasciitilde{}", "~"},
        {"\\textasciicircum{}", "^"},
        {"\\textless{}", "<"},
        {"\\textgreater{}", ">"},
        {"\\textbar{}", "|"},
        {"\\&", "&"},
        {"\\%", "%"},
        {"\\$", "$"},
        {"\\#", "#"},
        {"\\_", "_"},
    };
    std::string text;
    for (size_t at = 0; at < tex.size();) {
      bool found = false;
      for (const auto& [command, character] : kCommands) {
        if (tex.compare(at, command.size(), command) != 0) continue;
        text += character;
        at += command.size();
        found = true;
        break;
      }
      if (found) continue;
      EXPECT_EQ(std::string("\\{}~^&%$#_").find(tex[at]), std::string::npos)
          << tex << ": " << tex[at];
      text += tex[at++];
    }
    return text;
  }

  const std::string& text_;
  size_t at_ = 0;
};

std::string bibtex(const Lexicon& lexicon, const std::vector<uint32_t>& all) {
  std::string out;
  write_bibtex(lexicon, all, &out);
  return out;
}

TEST(BibtexTest, EachWorkByItsKind) {
  const Lexicon& lexicon = tests::cards_lexicon();
  const uint32_t alpha = *lexicon.find_entity("alpha");
  const uint32_t omega = *lexicon.find_entity("omega");
  tests::expect_golden("write_card.bib",
                       bibtex(lexicon, {alpha, omega, alpha}));
}

TEST(BibtexTest, EditorsAloneAreNoEntry) {
  const Lexicon& lexicon = tests::cards_lexicon();
  const std::string text = bibtex(lexicon, {*lexicon.find_entity("omega")});
  const auto entries = BibReader(text).read();
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].key, "khitai-lexicon");
  EXPECT_EQ(entries[0].fields.at("howpublished"), "version " + lexicon.hash());
  EXPECT_EQ(entries[0].fields.at("note"), "entry Omega (omega)");
  EXPECT_NE(text.find("% The source 'editors' is no work"), std::string::npos);
}

// Every citation comes back as the table has it; nothing is made up.
void expect_read_back(const Lexicon& lexicon, uint32_t entity) {
  const std::string text = bibtex(lexicon, {entity});
  std::map<std::string, Entry> entries;
  for (const Entry& one : BibReader(text).read()) {
    EXPECT_TRUE(entries.emplace(one.key, one).second) << one.key;
  }
  const write::Card card = write::gather_card(lexicon, entity);
  const write::Bibliography all = write::sources_of(lexicon, card);
  size_t works = 0;
  for (std::string_view id : all.ids()) {
    const Source source = lexicon.source(*lexicon.find_source(id));
    const auto found = entries.find(std::string(id));
    ASSERT_EQ(found == entries.end(), source.kind == "editorial") << id;
    if (found == entries.end()) continue;
    ++works;
    const auto& fields = found->second.fields;
    EXPECT_EQ(fields.at("title"), source.citation);
    EXPECT_EQ(fields.at("key"), id);
    EXPECT_EQ(fields.count("author"), 0u);
    const auto year = fields.find("year");
    EXPECT_TRUE(year == fields.end() || year->second == source.published);
  }
  EXPECT_EQ(entries.size(), works + 1);
  EXPECT_EQ(entries.count("khitai-lexicon"), 1u);
}

TEST(BibtexTest, IsReadBack) {
  for (const Lexicon* lexicon :
       {&tests::cards_lexicon(), &tests::shipped_lexicon()}) {
    const uint32_t step = lexicon->entity_count() / 100 + 1;
    for (uint32_t one = 0; one < lexicon->entity_count(); one += step) {
      expect_read_back(*lexicon, one);
    }
  }
}

TEST(BibtexTest, AnEntityThatIsNotThere) {
  EXPECT_EQ(BibReader(bibtex(tests::cards_lexicon(), {kNoRow})).read().size(),
            1u);
}

}  // namespace
}  // namespace khitai
