// SPDX-License-Identifier: Apache-2.0
//
// A text with its names in preferred forms. Decided mentions are replaced one
// by one where no guard stands (guards.h) and a form is preferred (prefer.h);
// all other bytes are copied.

#include <algorithm>

#include "fold/fold.h"
#include "khitai/keys.h"
#include "khitai/write.h"
#include "text/casing.h"
#include "write/affix.h"
#include "write/guards.h"
#include "write/page_guards.h"
#include "write/prefer.h"
#include "write/shown.h"

namespace khitai {
namespace {

using namespace write;

// The stem of a mention, where its offsets are right.
std::string_view core_of(const Annotation& page, const Mention& mention) {
  if (mention.core_begin < mention.begin || mention.core_end > mention.end ||
      mention.core_begin >= mention.core_end) {
    return text_of(page, mention);
  }
  return std::string_view(page.source)
      .substr(mention.core_begin, mention.core_end - mention.core_begin);
}

// What would be syntax, and no text, in a document of a kind.
std::string_view signs_of(Input input) {
  switch (input) {
    case Input::kHtml:
    case Input::kTei:
      return "<>&";
    case Input::kJsonl:
      return "\"\\";
    case Input::kCsv:
      return ",\"\n";
    case Input::kTsv:
      return "\t\n";
    default:
      return "";
  }
}

// The form with the line break of the mention at its first space; empty when
// it has none.
std::string broken_like(const std::string& form, std::string_view written) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t line = written.find('\n');
  if (line == written.npos) return form;
  const size_t begin = written.find_last_not_of(kSpace, line) + 1;
  const size_t end =
      std::min(written.find_first_not_of(kSpace, line), written.size());
  const size_t space = form.find(' ');
  if (space == form.npos) return {};
  return form.substr(0, space) +
         std::string(written.substr(begin, end - begin)) +
         form.substr(space + 1);
}

// Whether the lexicon's form goes on where the mention ends: "Orkhon gol" of
// which only "Orkhon" is the name. The word that follows is in the text
// already.
bool stands_before_class_word(std::string_view form, std::string_view written) {
  return fold::match_key(form).starts_with(fold::match_key(written) + " ");
}

class Normalizer {
 public:
  Normalizer(const Lexicon& lexicon, const NormalizeOptions& options,
             SpellingCounts counts)
      : lexicon_(lexicon),
        options_(options),
        preference_(lexicon, options, std::move(counts)) {}

  Normalized run(const Annotation& page) {
    guards_ = guards_of_page(page);
    reach_ = 0;
    near_.clear();
    Normalized out;
    size_t done = 0;
    for (const Mention& mention : page.mentions) {
      if (mention.begin < done || text_of(page, mention).empty()) continue;
      Change change = change_at(page, mention);
      if (change.begin < done) continue;
      if (!change.left && change.new_text == change.old_text) continue;
      out.text.append(page.source, done, change.begin - done);
      change.out_begin = out.text.size();
      out.text += change.new_text;
      change.out_end = out.text.size();
      done = change.end;
      out.changes.push_back(std::move(change));
    }
    out.text.append(page.source, done);
    return out;
  }

 private:
  Change change_at(const Annotation& page, const Mention& mention) {
    const Candidate& best = top(mention.candidates);
    Change change;
    change.entity = best.entity;
    change.name = lexicon_.form(best.form).name;
    change.decision = mention.decision;
    std::string_view written = text_of(page, mention);
    change.begin = mention.begin;
    change.left = true;
    if (mention.decision != Decision::kMatch) {
      change.reason = decision_word(mention.decision);
    } else if (const std::string_view core = core_of(page, mention);
               core != written) {
      // What is spelled as the lexicon has it is taken as it stands.
      const std::string form = l1_key(lexicon_.form(best.form).text);
      const bool english = page.lang.substr(0, 2) == "en";
      if (english && form == l1_key(core)) {
        written = core;
        change.begin = mention.core_begin;
      } else if (form != l1_key(written)) {
        change.reason = "inflected";
      }
    }
    change.end = change.begin + written.size();
    change.old_text = change.new_text = std::string(written);
    if (change.reason.empty()) replace(page, best, &change);
    return change;
  }

  // Sets what the mention becomes, or why it stays.
  void replace(const Annotation& page, const Candidate& best, Change* change) {
    const std::string_view written = change->old_text;
    if (stands_before_class_word(lexicon_.form(best.form).text, written)) {
      change->reason = "class word";
      return;
    }
    const Choice choice = preference_.choose(best, written, page.lang);
    change->reason = choice.reason;
    if (choice.text.empty()) return;
    const std::string form =
        broken_like(text::cased_like(choice.text, written, page.lang), written);
    if (form == written) {
      change->left = false;
      return;
    }
    if (form.empty()) {
      change->reason = "line break";
    } else if (written.find_first_of("*_<>[]`&\\|~") != written.npos ||
               form.find_first_of(signs_of(page.input)) != form.npos) {
      change->reason = "markup inside";
    } else if (const Guarded* guard = guard_at(*change); guard != nullptr) {
      change->reason = guard_word(guard->guard);
    } else if (!keeps_affix(lexicon_, written, form,
                            std::string_view(page.source).substr(change->end),
                            page.lang)) {
      change->reason = "inflected";
    } else {
      change->left = false;
      change->new_text = form;
    }
  }

  bool is_off(Guard guard, bool work) const {
    if (guard == Guard::kQuotation && work) return options_.titles;
    return (guard == Guard::kQuotation && options_.quotes) ||
           (guard == Guard::kTitle && options_.titles) ||
           (guard == Guard::kBibliography && options_.bibliography);
  }

  // The guard that stands over a span. Spans come in order: `near_` are the
  // guards that began and did not end before the last one.
  const Guarded* guard_at(const Change& change) {
    std::erase_if(
        near_, [&](const Guarded& guard) { return guard.end <= change.begin; });
    while (reach_ < guards_.size() && guards_[reach_].begin < change.end) {
      if (guards_[reach_].end > change.begin) near_.push_back(guards_[reach_]);
      ++reach_;
    }
    const bool work = lexicon_.entity(change.entity).type == "work";
    for (const Guarded& guard : near_) {
      if (!is_off(guard.guard, work)) return &guard;
    }
    return nullptr;
  }

  const Lexicon& lexicon_;
  const NormalizeOptions& options_;
  const Preference preference_;
  // Of the document at hand:
  std::vector<Guarded> guards_;
  std::vector<Guarded> near_;
  size_t reach_ = 0;
};

}  // namespace

std::vector<Normalized> normalize(const Lexicon& lexicon,
                                  const std::vector<Annotation>& annotations,
                                  const NormalizeOptions& options) {
  SpellingCounts counts;
  for (const Annotation& page : annotations) {
    for (const Mention& mention : page.mentions) {
      if (mention.decision != Decision::kMatch) continue;
      const Form form = lexicon.form(top(mention.candidates).form);
      ++counts[{form.name, std::string(core_of(page, mention))}];
    }
  }
  Normalizer normalizer(lexicon, options, std::move(counts));
  std::vector<Normalized> all;
  for (const Annotation& page : annotations) {
    all.push_back(normalizer.run(page));
  }
  return all;
}

}  // namespace khitai
