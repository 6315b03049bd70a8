// SPDX-License-Identifier: Apache-2.0
//
// How two names are related, for a person at a terminal: the answer in a
// sentence or two, the path name by name, what others say, and what is easily
// taken for one another.

#include "khitai/write.h"
#include "write/link_words.h"
#include "write/script.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/terminal.h"
#include "write/why_parts.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

struct WhyPage {
  const Lexicon& lexicon;
  const WhyQuestion& question;
  const Why& why;
  const WriteOptions& options;
  Terminal* terminal;
};

void put_line(const WhyPage& page, size_t indent, std::string_view words,
              const Style& style = kPlain) {
  if (words.empty()) return;
  page.terminal->begin_line(indent, indent + 2);
  page.terminal->text(words, style);
  page.terminal->end_line();
}

void put_title(const WhyPage& page, std::string_view title) {
  page.terminal->end_line();
  put_line(page, 0, title, kBold);
}

// "China (place), Great Liao (polity, 916-1125)"
std::string entity_list(const WhyPage& page,
                        const std::vector<uint32_t>& entities) {
  std::string words;
  for (const uint32_t number : entities) {
    const Entity entity = page.lexicon.entity(number);
    std::string facts(entity.type);
    append_joined(", ", span_words(entity.from, entity.to), &facts);
    // A label may say already what it is a label of.
    std::string_view label = label_of(page.lexicon, number, page.options);
    const std::string told = " (" + std::string(entity.type) + ")";
    if (label.ends_with(told)) label.remove_suffix(told.size());
    append_joined("; ", isolated(label) + " (" + facts + ")", &words);
  }
  return words;
}

// A name on its line: as typed at the ends, else by its label.
void put_name(const WhyPage& page, uint32_t name, const AskedName* asked,
              const std::string& typed) {
  const Name row = page.lexicon.name(name);
  page.terminal->begin_line(2, 4);
  const std::string_view label = name_label(page.lexicon, name);
  const std::string_view shown = asked == nullptr ? label : typed;
  page.terminal->text(isolated(shown), kBold);
  std::string facts;
  if (asked != nullptr && asked->form != kNoRow) {
    facts = form_facts(page.lexicon, asked->form);
    if (label != shown)
      append_joined("; ", "a form of " + isolated(label), &facts);
  } else {
    facts = language_words(row.lang);
  }
  append_joined("; ", name_facts(page.lexicon, name), &facts);
  if (!facts.empty()) page.terminal->text("  " + facts);
  page.terminal->end_line();
}

void put_hop(const WhyPage& page, const Hop& hop) {
  const Link link = page.lexicon.link(hop.link);
  page.terminal->begin_line(4, 6);
  page.terminal->text((hop.up ? "\u2190 " : "\u2192 ") +
                      hop_words(link, hop.up));
  page.terminal->text("  " + link_standing(link), kDim);
  page.terminal->end_line();
  put_line(page, 6, link.claim);
}

void put_path(const WhyPage& page, const Path& path) {
  const uint32_t last = path.hops.empty() ? path.begin : path.hops.back().to;
  put_name(page, path.begin, &page.why.a, page.question.a);
  for (const Hop& hop : path.hops) {
    put_hop(page, hop);
    const bool is_last = &hop == &path.hops.back();
    put_name(page, hop.to, is_last ? &page.why.b : nullptr, page.question.b);
  }
  if (path.hops.empty() && page.why.b.form != page.why.a.form) {
    put_name(page, last, &page.why.b, page.question.b);
  }
}

// A link from end to end: rivals, and what stands beside.
void put_link(const WhyPage& page, uint32_t row) {
  const Link link = page.lexicon.link(row);
  page.terminal->begin_line(2, 4);
  page.terminal->text(named_link(page.lexicon, link));
  page.terminal->text("  " + link_standing(link), kDim);
  page.terminal->end_line();
  put_line(page, 4, link.claim);
}

void put_referents(const WhyPage& page) {
  const Why& why = page.why;
  const auto denote = [&](const std::string& typed,
                          const std::vector<uint32_t>& entities,
                          std::string_view more) {
    if (entities.empty()) return;
    put_line(page, 2,
             isolated(typed) + std::string(more) + entity_list(page, entities));
  };
  if (why.shared.empty() && why.only_a.empty() && why.only_b.empty()) return;
  put_title(page, "What they denote");
  if (!why.shared.empty()) {
    const bool perhaps = why.referent == Referent::kPerhaps;
    put_line(page, 2,
             (perhaps ? "perhaps both: " : "both: ") +
                 entity_list(page, why.shared));
  }
  const std::string_view more = why.shared.empty() ? ": " : ", besides: ";
  denote(page.question.a, why.only_a, more);
  denote(page.question.b, why.only_b, more);
}

void put_rivals(const WhyPage& page) {
  const Why& why = page.why;
  if (why.rivals.empty()) return;
  put_title(page, "Other accounts");
  for (const uint32_t row : why.rivals) put_link(page, row);
}

void put_confusions(const WhyPage& page) {
  const auto blocks = blocks_asked(page.lexicon, page.question);
  if (page.why.distinctions.empty() && blocks.empty()) return;
  put_title(page, "Not to be confused");
  for (const uint32_t row : page.why.distinctions) {
    const Distinction one = page.lexicon.distinction(row);
    put_line(page, 2,
             isolated(one.form) + " names " +
                 isolated(label_of(page.lexicon, one.a, page.options)) +
                 " or " +
                 isolated(label_of(page.lexicon, one.b, page.options)) + ": " +
                 std::string(one.how));
  }
  for (const Block& block : blocks) {
    put_line(page, 2, isolated(block.form) + ": " + std::string(block.reason));
  }
}

}  // namespace

void write_why_text(const Lexicon& lexicon, const WhyQuestion& question,
                    const Why& why, const WriteOptions& options,
                    std::string* out) {
  Terminal terminal(options, out);
  const WhyPage page{lexicon, question, why, options, &terminal};
  put_line(page, 0, verdict_of(lexicon, question, why), kBold);
  for (size_t i = 0; i < why.paths.size(); ++i) {
    put_title(page, path_title(why, i));
    put_path(page, why.paths[i]);
  }
  put_referents(page);
  put_rivals(page);
  put_confusions(page);
}

}  // namespace khitai
