// SPDX-License-Identifier: Apache-2.0
//
// The mentions of one document, part by part and block by block. Each block of
// text is read twice: once for the names that need no context, which are the
// context, and once for all. Not thread-safe; one for each document.

#ifndef KHITAI_ANNOTATE_ANNOTATOR_H_
#define KHITAI_ANNOTATE_ANNOTATOR_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "fold/fold.h"
#include "khitai/annotate.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/score.h"
#include "resolve/survey.h"
#include "text/tag.h"

namespace khitai::annotate {

// A mention in the making: a match with what it may mean here.
struct Found {
  match::Match match;
  std::vector<lexicon::Option> options;
  resolve::Evidence evidence;
};

class Annotator {
 public:
  // Both must outlive it.
  Annotator(const Lexicon& lexicon, const AnnotateOptions& options)
      : lexicon_(lexicon),
        wanted_(options),
        lang_(text::usual_tag(options.lang)),
        reader_(lexicon),
        options_(lexicon) {}

  // Fills in language and mentions.
  void run(const document::Document& document, Annotation* annotation);

 private:
  void run_part(const document::Document& document, const document::Part& part,
                Annotation* annotation);
  std::string lang_at(const document::Document& document, size_t at) const;
  void read_block(std::string_view text, size_t begin, size_t end,
                  const std::string& lang);
  Found look_at(const match::Match& match);
  std::vector<Candidate> candidates_of(Found* found) const;
  size_t add_mentions(const document::Document& document, size_t begin,
                      size_t end, size_t resume, Annotation* annotation);
  Mention mention_at(const document::Document& document, size_t from, size_t to,
                     std::vector<Candidate> candidates) const;

  const Lexicon& lexicon_;
  const AnnotateOptions& wanted_;
  const std::string lang_;  // given; empty: to be guessed
  resolve::Reader reader_;
  lexicon::Options options_;
  match::Scratch scratch_;
  // Of the block at hand:
  std::string_view block_;
  fold::Units units_;
  std::vector<match::Match> matches_;
  resolve::Survey survey_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_ANNOTATOR_H_
