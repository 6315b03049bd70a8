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

#include "annotate/blocks.h"
#include "annotate/reading.h"
#include "document/document.h"
#include "khitai/annotate.h"
#include "lexicon/facts.h"
#include "resolve/discourse.h"
#include "resolve/score.h"
#include "text/tag.h"

namespace khitai::annotate {

// What one block of a text came to.
struct BlockMentions {
  std::vector<Mention> mentions;  // by begin
  std::string lang;               // given or guessed
  size_t resume = 0;  // the next block's mentions begin here or later
};

// Adds it to the annotation of its document, whose blocks before it were added
// already. In the end mentions are put in order, for the source may go back.
void append_block(BlockMentions found, Annotation* annotation);
void sort_mentions_of(Annotation* annotation);

class Annotator {
 public:
  // Both must outlive it.
  Annotator(const Lexicon& lexicon, const AnnotateOptions& options)
      : lexicon_(lexicon),
        wanted_(options),
        lang_(text::usual_tag(options.lang)),
        reading_(lexicon, lang_),
        facts_(lexicon) {}

  // Fills in language and mentions.
  void run(const document::Document& document, Annotation* annotation);

  // The mentions of one block (blocks.h), all offsets in bytes of the
  // document's text. Nothing of what was read before counts.
  BlockMentions run_block(const document::Document& document,
                          const Block& block);

 private:
  // What the match of that index may mean, and those behind it that reach over
  // the same bytes; without options where nothing speaks for a name.
  Found look_at(size_t index, std::string_view lang);
  std::vector<Candidate> candidates_of(Found* found);
  // What the decided mentions of the block say of those that are not.
  void decide_by_others(const document::Document& document, size_t begin,
                        std::vector<Mention>* mentions);
  size_t add_mentions(const document::Document& document, const Block& block,
                      std::vector<Mention>* mentions);
  // The inflected reading of that match as the candidate; null: none.
  const Inflected* stem_of(size_t index, const Candidate& top);
  uint32_t without_class_word(size_t index, const Candidate& top);
  Mention mention_at(const document::Document& document, size_t begin,
                     size_t index, std::vector<Candidate> candidates);

  const Lexicon& lexicon_;
  const AnnotateOptions& wanted_;
  const std::string lang_;  // given; empty: to be guessed
  Reading reading_;         // of the block at hand
  lexicon::FactsOfOptions facts_;
  struct Undecided {
    size_t mention;  // of the block
    size_t match;    // of the reading
    std::string lang;
  };
  std::vector<Undecided> undecided_;
  resolve::Discourse discourse_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_ANNOTATOR_H_
