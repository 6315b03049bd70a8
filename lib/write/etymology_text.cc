// SPDX-License-Identifier: Apache-2.0
//
// Where a name comes from and what was made of it, as two indented trees for a
// person at a terminal.

#include <algorithm>

#include "khitai/write.h"
#include "write/link_words.h"
#include "write/script.h"
#include "write/shown.h"
#include "write/sources.h"
#include "write/tags.h"
#include "write/terminal.h"
#include "write/why_parts.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

constexpr size_t kPerStep = 2;  // columns
constexpr size_t kUsualWidth = 80;

struct TreePage {
  const Lexicon& lexicon;
  const WriteOptions& options;
  Terminal* terminal;
};

// Deep trees stop moving to the right where no room would be left.
size_t column_of(const TreePage& page, size_t depth) {
  const size_t width =
      page.options.width == 0 ? kUsualWidth : page.options.width;
  return std::min(depth * kPerStep, width / 2);
}

// "Khitai  Persian; 'the Khitans', from c. 1100"
void put_tree_label(const TreePage& page, uint32_t name) {
  page.terminal->text(isolated(name_label(page.lexicon, name)), kBold);
  std::string facts = language_words(page.lexicon.name(name).lang);
  append_joined("; ", name_facts(page.lexicon, name), &facts);
  if (!facts.empty()) page.terminal->text("  " + facts);
}

void put_tree_aside(const TreePage& page, size_t column,
                    std::string_view words) {
  if (words.empty()) return;
  page.terminal->begin_line(column, column);
  page.terminal->text(words, kDim);
  page.terminal->end_line();
}

void put_tree_name(const TreePage& page, const TreeName& one, bool up) {
  const size_t column = column_of(page, one.depth);
  const Link link = page.lexicon.link(one.link);
  page.terminal->begin_line(column, column + 2);
  page.terminal->text(
      (up ? "\u2190 " : "\u2192 ") +
      std::string(up ? link_words_up(link.type) : link_words_down(link.type)) +
      " ");
  put_tree_label(page, one.name);
  if (one.repeated) page.terminal->text("  (see above)", kDim);
  page.terminal->end_line();
  std::string aside = link_details(link);
  append_joined("; ", link_standing(link), &aside);
  put_tree_aside(page, column + 4, aside);
  put_tree_aside(page, column + 4, link.claim);
  if (one.left_out > 0) {
    put_tree_aside(page, column + 4,
                   "and " + counted(one.left_out, "more name", "more names"));
  }
}

void put_tree(const TreePage& page, std::string_view title,
              const std::vector<TreeName>& tree, bool up) {
  if (tree.size() < 2 && (tree.empty() || tree[0].left_out == 0)) return;
  page.terminal->end_line();
  page.terminal->text(title, kBold);
  page.terminal->end_line();
  for (const TreeName& one : tree) {
    if (one.link != kNoRow) put_tree_name(page, one, up);
  }
  if (tree[0].left_out > 0) {
    put_tree_aside(
        page, kPerStep,
        "and " + counted(tree[0].left_out, "more name", "more names"));
  }
}

void put_beside(const TreePage& page, const Etymology& etymology) {
  if (etymology.beside.empty()) return;
  page.terminal->end_line();
  page.terminal->text("Beside it", kBold);
  page.terminal->end_line();
  for (const uint32_t row : etymology.beside) {
    const Link link = page.lexicon.link(row);
    const bool up = link.to == etymology.name;
    page.terminal->begin_line(kPerStep, kPerStep + 2);
    page.terminal->text(std::string(up ? link_words_up(link.type)
                                       : link_words_down(link.type)) +
                        " ");
    put_tree_label(page, up ? link.from : link.to);
    page.terminal->end_line();
    std::string aside = link_details(link);
    append_joined("; ", link_standing(link), &aside);
    put_tree_aside(page, kPerStep + 4, aside);
    put_tree_aside(page, kPerStep + 4, link.claim);
  }
}

// A sense, and the spellings that alone have it; without any: all have.
struct Denoted {
  std::string words, aside, forms;
};

std::vector<Denoted> denoted_by(const TreePage& page, uint32_t name) {
  std::vector<Denoted> all;
  for (const uint32_t row : page.lexicon.senses_of_name(name)) {
    const Sense sense = page.lexicon.sense(row);
    Denoted one;
    one.words = "denotes " +
                isolated(label_of(page.lexicon, sense.entity, page.options));
    append_joined(", ", sense_words(sense), &one.words);
    append_joined("; ", sense.note, &one.words);
    one.aside = sense.certainty;
    append_joined("; ", cited_words(sense.source), &one.aside);
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const Denoted& other) {
          return other.words == one.words && other.aside == one.aside &&
                 other.forms.empty() == sense.form.empty();
        });
    if (same == all.end()) {
      one.forms = isolated(sense.form);
      all.push_back(one);
    } else if (!sense.form.empty()) {
      same->forms += ", " + isolated(sense.form);
    }
  }
  return all;
}

void put_denoted(const TreePage& page, uint32_t name) {
  for (const Denoted& one : denoted_by(page, name)) {
    page.terminal->begin_line(kPerStep, kPerStep + 2);
    page.terminal->text(one.words);
    if (!one.forms.empty()) page.terminal->text(", only as " + one.forms);
    page.terminal->text("  " + one.aside, kDim);
    page.terminal->end_line();
  }
}

}  // namespace

void write_etymology_text(const Lexicon& lexicon, const Etymology& etymology,
                          const WriteOptions& options, std::string* out) {
  Terminal terminal(options, out);
  const TreePage page{lexicon, options, &terminal};
  terminal.begin_line(0, 2);
  put_tree_label(page, etymology.name);
  terminal.end_line();
  const Name name = lexicon.name(etymology.name);
  put_tree_aside(page, kPerStep, name.note);
  put_denoted(page, etymology.name);
  put_tree(page, "Where it comes from", etymology.sources, true);
  put_tree(page, "What was made of it", etymology.descendants, false);
  put_beside(page, etymology);
  const auto is_bare = [](const std::vector<TreeName>& tree) {
    return tree.size() < 2 && (tree.empty() || tree[0].left_out == 0);
  };
  if (is_bare(etymology.sources) && is_bare(etymology.descendants) &&
      etymology.beside.empty()) {
    put_tree_aside(page, kPerStep, "no link leads from or to this name");
  }
}

}  // namespace khitai
