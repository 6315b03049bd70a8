// SPDX-License-Identifier: Apache-2.0
//
// A resolved name for a person at a terminal: ranked entities, what of the
// lexicon met the name, and how sure the answer is.

#include "khitai/write.h"
#include "write/script.h"
#include "write/shown.h"
#include "write/sources.h"
#include "write/tags.h"
#include "write/terminal.h"
#include "write/words.h"

namespace khitai {
namespace {

using namespace write;

constexpr size_t kFirst = 5;  // column of what belongs to a candidate

void write_headline(const Lexicon& lexicon, size_t rank,
                    const Candidate& candidate, const WriteOptions& options,
                    Terminal* terminal) {
  const Entity entity = lexicon.entity(candidate.entity);
  const std::string number = std::to_string(rank);
  terminal->begin_line(number.size() < 3 ? 3 - number.size() : 0, kFirst);
  terminal->text(number, kDim);
  terminal->pad_to(kFirst);
  terminal->text(isolated(label_of(lexicon, candidate.entity, options)),
                 style_of_type(entity.type));
  std::string facts(entity.type);
  append_joined(", ", span_words(entity.from, entity.to), &facts);
  if (!facts.empty()) terminal->text("  " + facts);
  terminal->text("  " + percent(candidate.probability), kBold);
  terminal->text("  ");
  terminal->text(entity.id, kDim);
  terminal->end_line();
}

void write_line(std::string_view words, Terminal* terminal) {
  if (words.empty()) return;
  terminal->begin_line(kFirst, kFirst + 2);
  terminal->text(words, kDim);
  terminal->end_line();
}

// "as <form>, Persian; attested, certain; juvayni 2:88"
std::string matched_words(const Lexicon& lexicon, const Candidate& candidate) {
  const Form form = lexicon.form(candidate.form);
  if (form.text.empty()) return {};
  std::string words = "as " + isolated(form.text);
  append_joined(", ", language_words(form.lang), &words);
  append_joined("; ", form_standing(lexicon, form), &words);
  append_joined("; ", cited_words(form.source), &words);
  return words;
}

void write_verdict(const ResolvedQuery& query, size_t hidden,
                   Terminal* terminal) {
  const Resolution& resolution = query.resolution;
  terminal->begin_line(2, 2);
  std::string words(
      decision_sentence(resolution.decision, !resolution.candidates.empty()));
  if (hidden > 0) {
    words +=
        " " + counted(hidden, "candidate is", "candidates are") + " not shown.";
  }
  terminal->text(words);
  terminal->end_line();
}

}  // namespace

void write_resolve_text(const Lexicon& lexicon, const ResolvedQuery& query,
                        const WriteOptions& options, std::string* out) {
  Terminal terminal(options, out);
  terminal.begin_line(0, 2);
  terminal.text(isolated(query.query.name), kBold);
  terminal.end_line();
  const auto answers = shown(query.resolution.candidates, options);
  size_t rank = 0;
  for (const Candidate& candidate : answers) {
    write_headline(lexicon, ++rank, candidate, options, &terminal);
    write_line(lexicon.entity(candidate.entity).description, &terminal);
    write_line(matched_words(lexicon, candidate), &terminal);
    if (!options.explain) continue;
    const auto why = told_reasons(lexicon, query.query, candidate);
    write_line(why_words(why), &terminal);
  }
  write_verdict(query, query.resolution.candidates.size() - rank, &terminal);
}

}  // namespace khitai
