// SPDX-License-Identifier: Apache-2.0
//
// The mentions of one document, part by part and block by block. Each block of
// text is read twice: once for the names that need no context, which are the
// context, and once for all. Then those that are decided speak for those that
// are not. Not thread-safe; one for each document.

#ifndef KHITAI_ANNOTATE_ANNOTATOR_H_
#define KHITAI_ANNOTATE_ANNOTATOR_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/inflected.h"
#include "document/document.h"
#include "fold/fold.h"
#include "khitai/annotate.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/discourse.h"
#include "resolve/score.h"
#include "resolve/survey.h"
#include "text/tag.h"

namespace khitai::annotate {

// A mention in the making: a match with what it may mean here.
struct Found {
  std::vector<lexicon::Option> options;
  resolve::Evidence evidence;
  resolve::Proposals proposals;  // of inflected forms
};

class Annotator {
 public:
  // Both must outlive it.
  Annotator(const Lexicon& lexicon, const AnnotateOptions& options)
      : lexicon_(lexicon),
        wanted_(options),
        lang_(text::usual_tag(options.lang)),
        reader_(resolve::reader_of(lexicon)),
        options_(lexicon),
        finder_(lexicon) {}

  // Fills in language and mentions.
  void run(const document::Document& document, Annotation* annotation);

 private:
  void run_part(const document::Document& document, const document::Part& part,
                Annotation* annotation);
  void read_block(const document::Document& document,
                  const document::Part& part, size_t begin, size_t end);
  // What is inflected, among the exact matches.
  void add_inflected(const document::Document& document, size_t begin,
                     uint32_t size);
  void merge_inflected();
  // Whether a spelling is a word of its own, or marked as no name of a text.
  bool is_no_name(uint32_t pattern);
  // The language given, else declared where the block has `offset`, else the
  // block's.
  std::string lang_at(const document::Document& document, size_t begin,
                      uint32_t offset) const;
  // `plainest`: the cost of the cheapest inflected reading of the span.
  void gather_options(size_t index, std::string_view lang, int plainest,
                      Found* found);
  // What the match of that index may mean, and those behind it that reach over
  // the same bytes. A spelling that is a mention for one of its options is so
  // for all that may stand.
  Found look_at(size_t index, std::string_view lang);
  bool is_looked_at(size_t index) const;
  std::vector<Candidate> candidates_of(Found* found) const;
  // What the decided mentions of the block say of those that are not.
  void decide_by_others(const document::Document& document, size_t begin,
                        Annotation* annotation);
  size_t add_mentions(const document::Document& document, size_t begin,
                      size_t end, size_t resume, Annotation* annotation);
  // The inflected reading of that match as the candidate; kNoRow: none.
  uint32_t stem_of(size_t index, const Candidate& top);
  uint32_t without_class_word(size_t index, const Candidate& top);
  Mention mention_at(const document::Document& document, size_t begin,
                     size_t index, std::vector<Candidate> candidates);

  const Lexicon& lexicon_;
  const AnnotateOptions& wanted_;
  const std::string lang_;  // given; empty: to be guessed
  const resolve::Reader& reader_;
  lexicon::Options options_;
  InflectedFinder finder_;
  match::Scratch scratch_;
  // Of the block at hand:
  std::string_view block_;
  fold::Units units_;
  std::vector<match::Match> matches_;  // by begin; longer first, exact first
  std::vector<Inflected> inflected_;
  std::vector<uint32_t> which_;  // of inflected_, for each match; or kNoRow
  resolve::Survey survey_;
  struct Undecided {
    size_t mention;  // of the annotation
    size_t match;    // of matches_
    std::string lang;
  };
  std::vector<Undecided> undecided_;
  resolve::Discourse discourse_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_ANNOTATOR_H_
