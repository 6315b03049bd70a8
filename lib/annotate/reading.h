// SPDX-License-Identifier: Apache-2.0
//
// A block of a text as it is read: its units, what in it is spelled as a name
// of the lexicon or inflected so, and what each of these may mean there. Of
// what a name is decided to mean it knows nothing (annotator.h). Keeps what it
// has learnt of words from one block to the next. Not thread-safe.

#ifndef KHITAI_ANNOTATE_READING_H_
#define KHITAI_ANNOTATE_READING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/inflected.h"
#include "document/document.h"
#include "fold/fold.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/score.h"
#include "resolve/support.h"
#include "resolve/surroundings.h"
#include "resolve/survey.h"

namespace khitai::annotate {

// What a spelling may mean where it stands.
struct Found {
  std::vector<lexicon::Option> options;
  resolve::Evidence evidence;
  resolve::Proposals proposals;  // of inflected forms
};

class Reading {
 public:
  // The lexicon must outlive it. `lang`: of the texts; empty: guessed.
  Reading(const Lexicon& lexicon, std::string lang)
      : lexicon_(lexicon),
        lang_(std::move(lang)),
        reader_(resolve::reader_of(lexicon)),
        options_(lexicon),
        finder_(lexicon) {}

  // Bytes begin..end of the document's text; names may reach behind the end,
  // up to `last`. The document must live as long as the block is read.
  // `dated`: with what weighs meanings, such as years (survey()).
  void read(const document::Document& document, size_t begin, size_t end,
            size_t last, bool dated);

  // Of the block, all offsets in its bytes.
  std::string_view block() const { return block_; }
  const fold::Units& units() const { return units_; }
  const resolve::Survey& survey() const { return survey_; }
  // By begin; longer first; of one span the exact one first, then the cheaper.
  // None begins behind `end`.
  const std::vector<match::Match>& matches() const { return matches_; }
  // Of a match that is inflected; null: spelled exactly.
  const Inflected* inflected(size_t match) const {
    return which_[match] == kNoRow ? nullptr : &inflected_[which_[match]];
  }
  // Whether it is an inflected reading of the span of the match before it,
  // which was taken together with that.
  bool is_taken(size_t match) const;
  // The language given, else declared there, else the block's.
  std::string lang_at(uint32_t offset) const;

  // What the match, and those behind it that reach over the same bytes, may
  // mean by the casing and the language, whatever stands around.
  void gather(size_t match, std::string_view lang, Found* found);
  // Whether what stands around lets one of these be meant; a spelling that is a
  // mention for one of its options is so for all that may stand. And those of
  // them that are supported themselves. `cues`: what is called for there.
  bool is_supported(size_t match, std::string_view lang, const Found& found,
                    const std::vector<std::string_view>& cues);
  std::vector<lexicon::Option> supported(
      size_t match, std::string_view lang, const Found& found,
      const std::vector<std::string_view>& cues);
  resolve::Page page(std::string_view lang) const {
    return {reader_, block_, units_, matches_, survey_, lang};
  }

  const Lexicon& lexicon() const { return lexicon_; }
  const resolve::Reader& reader() const { return reader_; }
  lexicon::Options& options() { return options_; }

 private:
  void add_inflected(uint32_t size);
  void merge_inflected();
  // Whether a spelling is a word of its own, or marked as no name of a text.
  bool is_no_name(uint32_t pattern);
  resolve::Place place_of(size_t match, std::string_view lang,
                          const std::vector<std::string_view>& cues);
  // `plainest`: the cost of the cheapest inflected reading of the span.
  void gather_one(size_t match, std::string_view lang, int plainest,
                  Found* found);

  const Lexicon& lexicon_;
  const std::string lang_;
  const resolve::Reader& reader_;
  lexicon::Options options_;
  InflectedFinder finder_;
  match::Scratch scratch_;
  const document::Document* document_ = nullptr;
  size_t begin_ = 0;  // of the block, bytes of the document's text
  std::string_view block_;
  fold::Units units_;
  std::vector<match::Match> matches_;
  std::vector<Inflected> inflected_;
  std::vector<uint32_t> which_;  // of inflected_, for each match; or kNoRow
  resolve::Survey survey_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_READING_H_
