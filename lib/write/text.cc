// SPDX-License-Identifier: Apache-2.0
//
// Annotations for a terminal: the text with its names coloured by type, or
// marked where there is no colour, and a list of what was found. Linear in the
// document. Of nested mentions the outer one is marked.

#include <map>

#include "khitai/write.h"
#include "write/found.h"
#include "write/offsets.h"
#include "write/script.h"
#include "write/shown.h"
#include "write/tags.h"
#include "write/terminal.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

constexpr size_t kSpellingsShown = 8;

struct Shown {
  const Lexicon& lexicon;
  const Annotation& annotation;
  const WriteOptions& options;
  Terminal* terminal;
};

void write_heading(const Shown& page, const std::vector<Found>& found) {
  const size_t count = page.annotation.mentions.size();
  std::string facts = language_words(page.annotation.lang);
  append_joined(", ", counted(count, "name", "names"), &facts);
  append_joined(", ", counted(found.size(), "entity", "entities"), &facts);
  page.terminal->begin_line(0, 2);
  page.terminal->text(isolated(page.annotation.name), kBold);
  page.terminal->text("  " + facts, kDim);
  page.terminal->end_line();
  page.terminal->end_line();
}

// "[Qara Khitai: qara-khitai]", with a question mark where it is not decided.
void write_marked(const Shown& page, const Mention& mention) {
  const std::string_view text = text_of(page.annotation, mention);
  const Entity entity =
      entity_of(page.lexicon, page.annotation, top(mention.candidates));
  const bool ambiguous = mention.decision == Decision::kAmbiguous;
  if (page.options.color) {
    Style style = style_of_type(entity.type);
    style.underline = ambiguous;
    page.terminal->lines(text, style);
    return;
  }
  page.terminal->text("[");
  page.terminal->lines(text);
  page.terminal->text(": ");
  page.terminal->text(entity.id);
  page.terminal->text(ambiguous ? "?]" : "]");
}

void write_body(const Shown& page) {
  const std::string_view source = page.annotation.source;
  size_t done = 0;
  page.terminal->begin_line(0, 0);
  for (const Mention& mention : page.annotation.mentions) {
    const bool shown = mention.decision != Decision::kNone;
    if (!shown || mention.begin < done ||
        text_of(page.annotation, mention).empty()) {
      continue;
    }
    page.terminal->lines(source.substr(done, mention.begin - done));
    write_marked(page, mention);
    done = mention.end;
  }
  page.terminal->lines(source.substr(done));
  if (!source.empty() && source.back() != '\n') page.terminal->end_line();
}

// How the text spells it, unless only as the label does.
std::string spellings_words(const Shown& page, const Found& found,
                            std::string_view label) {
  if (found.spellings.size() == 1 && found.spellings[0].text == label) {
    return {};
  }
  std::string words;
  size_t shown = 0;
  for (const Spelling& spelling : found.spellings) {
    if (shown++ == kSpellingsShown && page.options.limit != 0) {
      append_joined(", ", "...", &words);
      break;
    }
    append_joined(", ", isolated(spelling.text), &words);
    if (spelling.count > 1) words += " " + std::to_string(spelling.count);
  }
  return words;
}

// "4 + 1?": decided, and ambiguous.
std::string count_words(const Found& found) {
  std::string words;
  if (found.matched > 0) words = std::to_string(found.matched);
  if (found.ambiguous > 0) {
    append_joined(" + ", std::to_string(found.ambiguous) + "?", &words);
  }
  return words;
}

void write_found(const Shown& page, const Found& found) {
  const Entity entity = found_entity(page.lexicon, found);
  const std::string_view label = found_label(page.lexicon, found, page.options);
  const std::string count = count_words(found);
  const std::string dates = span_words(entity.from, entity.to);
  const std::string spellings = spellings_words(page, found, label);
  page.terminal->begin_line(count.size() < 5 ? 5 - count.size() : 0, 7);
  page.terminal->text(count, kDim);
  page.terminal->pad_to(7);
  page.terminal->text(isolated(label), style_of_type(entity.type));
  if (!dates.empty()) page.terminal->text("  " + dates);
  if (!spellings.empty()) page.terminal->text("  as " + spellings, kDim);
  page.terminal->end_line();
}

void write_list(const Shown& page, const std::vector<Found>& all) {
  if (all.empty()) return;
  page.terminal->end_line();
  page.terminal->text("Entities", kBold);
  page.terminal->end_line();
  const std::string_view* type = nullptr;
  std::string_view last;
  for (const Found& found : all) {
    const Entity entity = found_entity(page.lexicon, found);
    if (type == nullptr || entity.type != last) {
      last = entity.type;
      type = &last;
      page.terminal->begin_line(2, 4);
      page.terminal->text(type_plural(last), kDim);
      page.terminal->end_line();
    }
    write_found(page, found);
  }
}

void write_candidate(const Shown& page, const Candidate& candidate) {
  const Entity entity = entity_of(page.lexicon, page.annotation, candidate);
  const Form form = page.lexicon.form(candidate.form);
  page.terminal->begin_line(4, 8);
  page.terminal->text(
      isolated(candidate.entity == kNoRow
                   ? entity.label
                   : label_of(page.lexicon, candidate.entity, page.options)),
      style_of_type(entity.type));
  std::string facts = std::string(entity.type);
  append_joined(", ", span_words(entity.from, entity.to), &facts);
  page.terminal->text(" (" + facts + ")  " + percent(candidate.probability));
  page.terminal->end_line();
  if (!form.text.empty()) {
    page.terminal->begin_line(6, 8);
    std::string matched = "as " + isolated(form.text);
    append_joined(", ", language_words(form.lang), &matched);
    append_joined("; ", form_standing(page.lexicon, form), &matched);
    page.terminal->text(matched, kDim);
    page.terminal->end_line();
  }
  const std::string why = why_words(candidate);
  if (why.empty()) return;
  page.terminal->begin_line(6, 8);
  page.terminal->text(why, kDim);
  page.terminal->end_line();
}

void write_explained(const Shown& page) {
  if (page.annotation.mentions.empty()) return;
  page.terminal->end_line();
  page.terminal->text("Mentions", kBold);
  page.terminal->end_line();
  OffsetCursor cursor(page.annotation, page.options.offsets);
  for (const Mention& mention : page.annotation.mentions) {
    const size_t begin = cursor.advance(mention.begin);
    const size_t end = OffsetCursor(cursor).advance(mention.end);
    page.terminal->begin_line(2, 4);
    page.terminal->text(isolated(text_of(page.annotation, mention)), kBold);
    page.terminal->text("  " + std::to_string(begin) + "-" +
                        std::to_string(end) + "  ");
    page.terminal->text(decision_word(mention.decision));
    page.terminal->end_line();
    for (const Candidate& one : shown(mention.candidates, page.options)) {
      write_candidate(page, one);
    }
  }
}

// The patterns without an entity, and what each matched.
void write_marks(const Shown& page) {
  std::map<std::string_view, std::map<std::string_view, size_t>> all;
  const std::string_view source = page.annotation.source;
  for (const Mark& mark : page.annotation.marks) {
    ++all[mark.label][source.substr(mark.begin, mark.end - mark.begin)];
  }
  if (all.empty()) return;
  page.terminal->end_line();
  page.terminal->text("Patterns", kBold);
  page.terminal->end_line();
  for (const auto& [label, texts] : all) {
    std::string words;
    size_t shown = 0;
    for (const auto& [text, count] : texts) {
      if (shown++ == kSpellingsShown && page.options.limit != 0) {
        append_joined(", ", "...", &words);
        break;
      }
      append_joined(", ", isolated(text), &words);
      if (count > 1) words += " " + std::to_string(count);
    }
    page.terminal->begin_line(2, 4);
    page.terminal->text(isolated(label));
    page.terminal->text("  " + words, kDim);
    page.terminal->end_line();
  }
}

}  // namespace

void write_text(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out) {
  Terminal terminal(options, out);
  const Shown page{lexicon, annotation, options, &terminal};
  const auto found = found_entities(lexicon, std::span(&annotation, 1));
  write_heading(page, found);
  write_body(page);
  write_list(page, found);
  write_marks(page);
  if (options.explain) write_explained(page);
}

}  // namespace khitai
