// SPDX-License-Identifier: Apache-2.0
//
// Questions that a historian may ask of the shipped lexicon, with their
// answers: tests/cases/why.tsv. In a path `<` leads to the source, `>` to what
// was made of it, `~` to what stands beside it (also of a translation).

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "etymology/ties.h"
#include "khitai/resolve.h"
#include "khitai/why.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

std::string told_path(const Lexicon& lexicon, const Path& path) {
  std::string words(lexicon.name(path.begin).id);
  for (const Hop& hop : path.hops) {
    const bool beside = !is_origin(lexicon.link(hop.link).type);
    words += beside ? " ~ " : hop.up ? " < " : " > ";
    words += lexicon.name(hop.to).id;
  }
  return words;
}

// As the program does: spelled so, else what it is resolved to.
std::vector<AskedName> asked(const Lexicon& lexicon, const std::string& text) {
  std::vector<AskedName> names = names_spelled(lexicon, text);
  if (!names.empty()) return names;
  Query query;
  query.name = text;
  const Resolution resolution = resolve_name(lexicon, query);
  if (resolution.decision == Decision::kNone) return {};
  const uint32_t form = resolution.candidates.front().form;
  if (form != kNoRow) names.push_back({lexicon.form(form).name, form});
  return names;
}

TEST(WhyCasesTest, AnswersAsTheTableSays) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  size_t negative = 0, rows = 0;
  for (const tests::Case& row : tests::read_cases("why.tsv")) {
    const auto a = asked(lexicon, row["a"]);
    const auto b = asked(lexicon, row["b"]);
    const Why why = explain_names(lexicon, a, b, {});
    const bool path = why.origin != Origin::kOneName && !why.paths.empty();
    std::string got(origin_word(why.origin));
    got += " | " + std::string(referent_word(why.referent)) + " | ";
    // Of names without a common origin the table may leave out what ties them.
    const bool told = why.origin != Origin::kNone || !row["path"].empty();
    if (path && told) got += told_path(lexicon, why.paths.front());
    tests::expect_row(
        row, row["origin"] + " | " + row["referent"] + " | " + row["path"],
        got);
    ++rows;
    const bool one =
        row["origin"] == "one-name" ||
        (row["origin"] == "one-origin" && row["referent"] != "different");
    if (!one) ++negative;
  }
  EXPECT_GE(rows, 40u);
  EXPECT_GE(negative * 2, rows);
}

}  // namespace
}  // namespace khitai
