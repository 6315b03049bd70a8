// SPDX-License-Identifier: Apache-2.0
//
// An index is read back from LaTeX and HTML, whatever its texts hold.

#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "write/index.h"

namespace khitai::write {
namespace {

// What a reader of a .ind file makes of a line: commands taken off, characters
// as they were.
std::string unlatexed(const std::string& line) {
  static const std::map<std::string, std::string> kNamed = {
      {"textbackslash", "\\"},
      {"textasciitilde", "~"},
      {"textasciicircum", "^"}};
  std::string out;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\') {
      EXPECT_EQ(std::string("&%$#_{}~^").find(line[i]), std::string::npos)
          << line;
      out += line[i];
      continue;
    }
    std::string name;
    while (i + 1 < line.size() && std::isalpha(line[i + 1])) {
      name += line[++i];
    }
    if (name.empty()) {
      out += line[++i];
      continue;
    }
    EXPECT_EQ(kNamed.count(name), 1u) << line;
    out += kNamed.at(name);
    EXPECT_EQ(line.substr(i + 1, 2), "{}") << line;
    i += 2;
  }
  return out;
}

// The two arguments of \indexlang at the begin of `line`.
std::pair<std::string, std::string> arguments_of(const std::string& line) {
  std::vector<std::string> found;
  size_t at = line.find('{');
  while (found.size() < 2 && at < line.size() && line[at] == '{') {
    size_t depth = 0;
    const size_t begin = at;
    do {
      if (line[at] == '\\') {
        at += 2;
        continue;
      }
      if (line[at] == '{') ++depth;
      if (line[at] == '}') --depth;
      ++at;
    } while (depth > 0 && at < line.size());
    found.push_back(line.substr(begin + 1, at - begin - 2));
  }
  found.resize(2);
  return {found[0], found[1]};
}

NameIndex random_index(std::mt19937* random) {
  static const char* const kPieces[] = {
      "a", "&",  "%", "$", "#", "_", "{", "}", "~", "^", "\\",     "!",     "@",
      "|", "\"", "<", ">", "'", "*", "`", "[", "]", " ", "\u8F66", "\u062F"};
  const auto text = [&] {
    std::string out;
    for (size_t i = 1 + (*random)() % 8; i > 0; --i) {
      out += kPieces[(*random)() % std::size(kPieces)];
    }
    return out;
  };
  NameIndex index;
  index.lang = "en";
  index.documents.push_back({text(), text(), "page"});
  for (size_t i = 0; i < 5; ++i) {
    IndexEntry entry;
    entry.heading = text();
    entry.lang = "en";
    entry.cited = {{0, {text(), "12"}}};
    index.entries.push_back(entry);
  }
  index.groups = {{text(), 0, index.entries.size()}};
  return index;
}

TEST(IndexLatexTest, EveryHeadingIsReadBack) {
  std::mt19937 random(1141);
  for (int round = 0; round < 200; ++round) {
    const NameIndex index = random_index(&random);
    std::string out;
    write_index_latex(index, &out);
    std::istringstream lines(out);
    size_t entry = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.rfind("  \\item ", 0) != 0) continue;
      const auto [lang, name] = arguments_of(line);
      EXPECT_EQ(lang, "en");
      ASSERT_LT(entry, index.entries.size());
      EXPECT_EQ(unlatexed(name), index.entries[entry].heading);
      ++entry;
    }
    EXPECT_EQ(entry, index.entries.size());
  }
}

TEST(IndexHtmlTest, TextIsNeverMarkup) {
  std::mt19937 random(1218);
  for (int round = 0; round < 200; ++round) {
    const NameIndex index = random_index(&random);
    std::string out;
    write_index_html(index, &out);
    EXPECT_EQ(out.find("<>"), std::string::npos);
    std::multiset<std::string> tags;
    for (size_t at = out.find('<'); at != std::string::npos;
         at = out.find('<', at + 1)) {
      const size_t end = out.find_first_of(" >", at);
      tags.insert(out.substr(at + 1, end - at - 1));
    }
    EXPECT_EQ(tags.count("bdi"), tags.count("/bdi"));
    EXPECT_EQ(tags.count("li"), index.entries.size());
  }
}

}  // namespace
}  // namespace khitai::write
